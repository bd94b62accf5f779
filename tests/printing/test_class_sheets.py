"""What teachers print: posters, lesson plans, the questions after four weeks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from cop_challenge.core.measure import Case, Form
from cop_challenge.core.tags import Habit
from cop_challenge.core.words import HABITS, RISKS, STRANDS
from cop_challenge.lessons.library import Library
from cop_challenge.printing import words
from cop_challenge.printing.follow_up import chosen, follow_up
from cop_challenge.printing.plan import plans
from cop_challenge.printing.posters import posters
from cop_challenge.printing.sheet import CannotPrint

Printed = Callable[..., list[str]]


def says(page: str, words: str) -> bool:
    """Wherever lines are broken, at hyphens and dashes, too."""
    return "".join(words.split()) in "".join(page.split())


TRACKS = ("5-7", "8-12", "13-17", "parents", "educators")


def test_every_habit_has_a_poster(library: Library, printed: Printed) -> None:
    """Its name, and what it means."""
    pages = printed(posters([], library.spot_messages))
    assert len(pages) == len(Habit)
    for page, habit in zip(pages, Habit, strict=True):
        assert says(page, HABITS[habit].source)
        assert says(page, words.RULES[habit].source)


def test_every_message_of_a_track_has_a_poster(library: Library, printed: Printed) -> None:
    """After those of the habits."""
    pages = printed(posters([library.tracks["8-12"]], library.spot_messages))[len(Habit) :]
    said = library.spot_messages["8-12"]
    assert all(says(page, one.text.source) for one, page in zip(said, pages, strict=True))


@pytest.mark.parametrize("track", TRACKS)
def test_a_plan_holds_the_whole_track(library: Library, printed: Printed, track: str) -> None:
    """Every game with its take-away, its strand and its minutes; all risks; what to do when a child tells."""
    first, table, _ = printed(plans([library.tracks[track]], library.lessons.values()))
    own = [lesson for lesson in library.lessons.values() if lesson.track == track]
    for lesson in own:
        for said in (lesson.title, lesson.takeaway, STRANDS[lesson.strand]):
            assert says(table, said.source)
    for said in (*RISKS.values(), *words.RULES.values()):
        assert says(first, said.source)
    assert "Promise no secrecy" in first
    assert "10.21241/ssoar.71817" in first


@pytest.mark.parametrize("track", TRACKS)
def test_cards_are_of_every_habit_and_of_the_tracks_own_lessons(
    library: Library, printed: Printed, track: str
) -> None:
    """Take-aways to talk about, each with a question."""
    cards = printed(plans([library.tracks[track]], library.lessons.values()))[-1]
    own = [lesson for lesson in library.lessons.values() if lesson.track == track]
    for habit in Habit:
        assert any(says(cards, lesson.takeaway.source) for lesson in own if lesson.smart is habit)
    assert cards.count("?") >= len(Habit)


def test_a_track_without_lessons_has_no_plan(library: Library) -> None:
    """With what to do about it."""
    empty = replace(library.tracks["8-12"], id="empty")
    with pytest.raises(CannotPrint, match=r"“empty” has no lessons here; “--pack”"):
        plans([empty], library.lessons.values())


@pytest.mark.parametrize("track", TRACKS)
def test_four_questions_of_both_topics_and_forms(library: Library, track: str) -> None:
    """Never one twice; where the measure has safe stories, two of them, so that suspicion does not score."""
    measure = library.measures[track]
    items = chosen(measure)
    assert len({item.id for item in items}) == 4
    assert [item.form for item in items] == [Form.A, Form.B, Form.A, Form.B]
    assert {topic.id for topic in measure.topics} <= {item.topic for item in items}
    has_safe = any(item.case is Case.SAFE for item in measure.items)
    assert sum(item.case is Case.SAFE for item in items) == (2 if has_safe else 0)


@pytest.mark.parametrize("track", TRACKS)
def test_answers_are_on_another_page_than_questions(library: Library, printed: Printed, track: str) -> None:
    """All replies to count hands for; those that hold stand on the second page only, with no names anywhere."""
    count, key = printed(follow_up([(library.tracks[track], library.measures[track])]))
    for item in chosen(library.measures[track]):
        for reply in item.replies:
            assert says(count, reply.text.source)
            assert reply.right == says(key, reply.text.source)
    assert "Write down no names" in count


def test_the_right_answer_is_not_always_the_first(library: Library) -> None:
    """In the file it is; a class would find out."""
    measured = [(library.tracks[name], measure) for name, measure in library.measures.items()]
    pages = follow_up(measured).values["pages"]
    firsts = {item["replies"][0]["right"] for page in pages for item in page["items"]}  # type: ignore[union-attr,index,call-overload]
    assert firsts == {True, False}

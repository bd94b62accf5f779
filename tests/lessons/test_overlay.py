"""A pack hides lessons below it, puts some first, and says single texts differently."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cop_challenge.activities.texts import texts
from cop_challenge.app.wiring import Places
from cop_challenge.core.planner import plan
from cop_challenge.core.study import LESSONS
from cop_challenge.lessons.library import Library, load_library
from cop_challenge.lessons.overlay import reworded, told
from cop_challenge.lessons.pack import Inherited, Pack
from cop_challenge.translate.content import content


@pytest.fixture
def with_about(places: Places, pack: Path, write, quiz: str):
    """The built-in content with a pack of one lesson and this `pack.yaml` over it."""

    def with_about(about: str) -> Library:
        write(quiz)
        write(about, "pack.yaml")
        return load_library(places.content, places.assets, [pack])

    return with_about


def test_a_hidden_lesson_is_not_there(with_about, library: Library) -> None:
    """All others are."""
    loaded = with_about("hide: [fast-fingers]\n")
    assert loaded.problems == ()
    assert {*library.lessons} - {*loaded.lessons} == {"fast-fingers"}


def test_a_later_pack_may_use_a_hidden_id(places: Places, tmp_path: Path, with_about, quiz: str) -> None:
    """Its lesson is its own."""
    lesson = tmp_path / "later/lessons/fast-fingers.yaml"
    lesson.parent.mkdir(parents=True)
    lesson.write_text(quiz.replace("id: two-second-stop", "id: fast-fingers"), "utf-8")
    with_about("hide: [fast-fingers]\n")
    loaded = load_library(places.content, places.assets, [tmp_path / "pack", tmp_path / "later"])
    assert loaded.lessons["fast-fingers"].title.source == "The Two-Second Stop"


def test_questions_without_lessons_are_not_asked(with_about, library: Library) -> None:
    """The track is played as on a day that measures nothing; the problem says why."""
    topic = library.measures["8-12"].topics[0]
    hidden = topic.lessons[: 1 - LESSONS]
    loaded = with_about(f"hide: [{', '.join(hidden)}]\n")
    assert {*library.measures} - {*loaded.measures} == {"8-12"}
    assert [problem.code for problem in loaded.problems] == ["CC110"]


@pytest.mark.parametrize("seed", range(5))
def test_ordered_lessons_are_offered_first(with_about, seed: int) -> None:
    """Whatever is dealt, the pack's own first, then the built-in one; each habit still has its place."""
    loaded = with_about("order: [two-second-stop, film-the-slippers]\n")
    cards = [card for card in loaded.cards if card.track == "8-12"]
    offered = plan(cards, seed=seed)
    assert offered[0].id == "two-second-stop"
    habit = loaded.lessons["film-the-slippers"].smart
    if habit is not offered[0].habit:
        assert offered[1].id == "film-the-slippers"
    assert len({card.habit for card in offered}) == len(offered) > 2


def test_without_an_order_everything_is_dealt_as_before(library: Library) -> None:
    """Seeds mean the same visits."""
    assert {card.turn for card in library.cards} == {float("inf")}


def test_a_text_says_something_else(with_about, library: Library) -> None:
    """In a lesson, a track, a name; under its key, so that translations of the old sentence are not shown."""
    loaded = with_about(
        "texts:\n  fast-fingers.title: Quick Fingers\n  track.8-12.name: Adventurers\n  character.samir: Sam\n"
    )
    assert loaded.problems == ()
    title = loaded.lessons["fast-fingers"].title
    assert (title.source, title.key) == ("Quick Fingers", "fast-fingers.title")
    assert loaded.tracks["8-12"].name.source == "Adventurers"
    assert loaded.characters["samir"].name.source == "Sam"
    others = [lesson for lesson in library.lessons if lesson != "fast-fingers"]
    assert all(loaded.lessons[lesson] == library.lessons[lesson] for lesson in others)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("fast-fingers.title: A title so long that nobody in any school would ever read all of it", "CC024"),
        ("fast-fingers.title: The TikTok Fingers", "CC065"),
        ("fast-fingers.titel: Fingers", "CC109"),
        ("ui.title: My Bay", "CC109"),
    ],
)
def test_other_words_keep_the_same_rules(write, pack: Path, check, quiz: str, text: str, code: str) -> None:
    """Limits, brands, and keys that are there; the line is the text's."""
    write(quiz)
    write(f"texts:\n  {text}\n", "pack.yaml")
    assert [(problem.code, problem.line) for problem in check(pack)] == [(code, 2)]


def test_other_words_are_translated_under_the_same_key(
    write, pack: Path, inherited: Inherited, quiz: str
) -> None:
    """A pack's own catalogue has them."""
    write(quiz)
    write("texts:\n  fast-fingers.title: Quick Fingers  # quick, not clever\n", "pack.yaml")
    found = {message.key: message for message in content(pack, inherited).messages}
    assert found["fast-fingers.title"].source == "Quick Fingers"
    assert found["fast-fingers.title"].notes == ("quick, not clever",)


def test_a_hidden_lesson_may_return_in_other_words(write, pack: Path, check, places: Places) -> None:
    """The pack's lesson is much like the one it hides; that is what it is for."""
    built_in = next((places.content / "lessons").rglob("fast-fingers.yaml")).read_text("utf-8")
    write(built_in.replace("id: fast-fingers", "id: slow-fingers"), "lessons/slow-fingers.yaml")
    assert [problem.code for problem in check(pack)] == ["CC082"]
    write("hide: [fast-fingers]\n", "pack.yaml")
    assert check(pack) == ()


def test_the_publisher_is_named_once(with_about) -> None:
    """With its sign, if it has one."""
    loaded = with_about("publisher: A School\nlogo: ui/icons/play.svg\n")
    assert [(partner.name, partner.logo) for partner in loaded.partners] == [
        ("A School", "ui/icons/play.svg")
    ]


def test_every_text_of_a_lesson_can_be_reworded(built_in: Pack) -> None:
    """However deep it stands, in every kind."""
    for lesson in built_in.lessons.values():
        said = [one.text for one in texts(lesson)]
        words = {text.key: replace(text, source=f"~{text.source}") for text in said}
        assert [text.source for text in told(reworded(lesson, words)) if text.key in words] == [
            f"~{text.source}" for text in told(lesson) if text.key in words
        ]
        assert set(words) <= {text.key for text in told(lesson)}


def test_nothing_reworded_is_the_same_object(inherited: Inherited) -> None:
    """A station with thousands of lessons keeps one of each."""
    for lesson in inherited.lessons.values():
        assert reworded(lesson, {"no.such.key": lesson.title}) is lesson

"""The items that measure one sitting: quick to answer, fair to both forms, and safe in what they teach."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cop_challenge.core.measure import Case, Design, Form, Item, Measure, Phase
from cop_challenge.core.reading import longest_seconds
from cop_challenge.lessons.diagnostics import RULES
from cop_challenge.lessons.library import Library
from cop_challenge.lessons.measure import SAFE_SHARE

SECONDS = {Phase.BEFORE: 90, Phase.AFTER: 150}
"""Longest a sheet may take: a visit has a quarter of an hour, and it is for playing."""
ALIKE_WORDS = 4
"""How much the two forms of a sheet may differ in words an item: more, and one form is the harder one."""
TRACKS = ("5-7", "8-12", "13-17", "parents", "educators")

each_track = pytest.mark.parametrize("track", TRACKS)


@pytest.fixture
def measures(library: Library) -> Mapping[str, Measure]:
    return library.measures


def words(item: Item) -> int:
    texts = (item.story, item.prompt, *(reply.text for reply in item.replies))
    return sum(len(text.source.split()) for text in texts)


def told(item: Item) -> list[str]:
    """Everything that is said in an item, in small letters."""
    return [text.source.lower() for text in (item.story, item.prompt, *(r.text for r in item.replies))]


def test_every_track_is_measured(library: Library) -> None:
    """Each built-in track has its items."""
    assert set(library.measures) == set(library.tracks) == set(TRACKS)


@each_track
@pytest.mark.parametrize("phase", Phase)
def test_a_sheet_is_filled_in_quickly(measures: Mapping[str, Measure], track: str, phase: Phase) -> None:
    """A minute and a half before the games, two and a half minutes after them, feelings included."""
    assert longest_seconds(measures[track], phase) <= SECONDS[phase]


@each_track
def test_forms_are_equally_long(measures: Mapping[str, Measure], track: str) -> None:
    """Item for item of the same sort, neither form has much more to read."""
    sorts: dict[tuple[str, Case, bool, bool], dict[Form, list[int]]] = {}
    for item in measures[track].items:
        key = (item.topic, item.case, item.first, item.new)
        sorts.setdefault(key, {Form.A: [], Form.B: []})[item.form].append(words(item))
    for sort, lengths in sorts.items():
        a, b = (sum(lengths[form]) for form in Form)
        assert abs(a - b) <= ALIKE_WORDS * len(lengths[Form.A]), sort


@each_track
def test_no_two_items_tell_the_same_story(measures: Mapping[str, Measure], track: str) -> None:
    """Nobody sees a question twice."""
    stories = [item.story.source for item in measures[track].items]
    assert len(stories) == len(set(stories))


@each_track
def test_the_longest_answer_is_no_hint(measures: Mapping[str, Measure], track: str) -> None:
    """In both forms the right answer is the longest one, by some letters, in less than half of the items."""
    for form in Form:
        items = [item for item in measures[track].items if item.form is form]
        longest = 0
        for item in items:
            right, wrong = (
                max(len(reply.text.source) for reply in item.replies if reply.right is kind)
                for kind in (True, False)
            )
            longest += right > wrong + 2
        assert longest <= len(items) / 2, form


@each_track
def test_one_answer_is_right(measures: Mapping[str, Measure], track: str) -> None:
    """So that hits and false alarms can be counted the same way everywhere."""
    for item in measures[track].items:
        assert sum(reply.right for reply in item.replies) == 1, item.id


@each_track
def test_bringing_help_in_is_never_wrong(measures: Mapping[str, Measure], track: str) -> None:
    """Whoever tells somebody is right, and where it is asked what comes first, only they are."""
    for item in measures[track].items:
        for reply in item.replies:
            assert reply.right or not reply.tell, item.id
            if item.first:
                assert reply.right == reply.tell, item.id


@each_track
def test_safe_cases_do_not_ask_for_help(measures: Mapping[str, Measure], track: str) -> None:
    """Telling somebody is never wrong, so it can't be a wrong answer where nothing is wrong."""
    for item in measures[track].items:
        if item.case is Case.SAFE:
            assert not any("tell " in told or "grown-up" in told for told in told(item)), item.id


@each_track
def test_nobody_is_blamed(measures: Mapping[str, Measure], track: str) -> None:
    """No right answer says what somebody should have done."""
    for item in measures[track].items:
        for reply in item.replies:
            assert not (reply.right and "should have" in reply.text.source), item.id


@each_track
def test_a_third_of_a_longer_sheet_is_safe(measures: Mapping[str, Measure], track: str) -> None:
    """Suspecting everything must not look like learning."""
    for phase in Phase:
        for sheet in measures[track].sheets(phase):
            safe = sum(item.case is Case.SAFE for item in sheet)
            assert len(sheet) == 1 or safe >= len(sheet) * SAFE_SHARE


@each_track
def test_topics_are_taught_in_several_ways(library: Library, track: str) -> None:
    """Each topic's lessons are of three habits or three kinds at least, and of this track."""
    for topic in library.measures[track].topics:
        lessons = [library.lessons[lesson] for lesson in topic.lessons]
        assert {lesson.track for lesson in lessons} == {track}
        assert max(len({lesson.kind for lesson in lessons}), len({lesson.smart for lesson in lessons})) >= 3


@pytest.mark.parametrize("track", ["8-12", "13-17"])
def test_new_surfaces_are_one_risky_and_one_safe(measures: Mapping[str, Measure], track: str) -> None:
    """One of each topic, asked only afterwards."""
    for form in Form:
        new = [item for item in measures[track].items if item.new and item.form is form]
        assert {item.case for item in new} == set(Case)
        assert {item.topic for item in new} == {topic.id for topic in measures[track].topics}


def test_the_youngest_choose_between_two_pictures(measures: Mapping[str, Measure]) -> None:
    """Every item and every answer has its own picture, and there are two answers."""
    for item in measures["5-7"].items:
        assert item.picture
        assert len({reply.picture for reply in item.replies} - {""}) == 2
    assert not measures["5-7"].ask_sure


@pytest.mark.parametrize("track", ["parents", "educators"])
def test_adults_have_one_scene(measures: Mapping[str, Measure], track: str) -> None:
    """Three sentences to choose from, once before and once after."""
    measure = measures[track]
    assert measure.design is Design.ONE
    assert {len(sheet) for phase in Phase for sheet in measure.sheets(phase)} == {1}
    assert {len(item.replies) for item in measure.items} == {3}


# A file of one's own


@pytest.fixture
def smallest(examples: Path) -> str:
    """A file without a mistake: one item of each topic on a sheet."""
    good = examples / RULES["sheet-length"].code / "good"
    return (good / "measure/8-12.yaml").read_text("utf-8")


@pytest.fixture
def broken(quiz: str, write, pack: Path, check):
    """Names of the rules that a file breaks."""

    def broken(data: str) -> list[str]:
        write(quiz)
        write(data, "measure/8-12.yaml")
        names = {rule.code: rule.name for rule in RULES.values()}
        return [names[problem.code] for problem in check(pack)]

    return broken


def one_topic(data: str) -> str:
    return (
        data.replace("both-topics", "one-topic")
        .replace("before: 2", "before: 1")
        .replace("after: 2", "after: 1")
    )


def test_one_topic_a_sheet_needs_items_of_both(broken, smallest: str) -> None:
    """Chance deals either topic, so that neither may be short of items."""
    assert broken(one_topic(smallest)) == []
    assert broken(one_topic(smallest).replace("topic: apps", "topic: people")) == [
        "sheet-length",
        "sheet-length",
    ]


def test_a_file_says_how_fast_it_is_read(broken, smallest: str) -> None:
    """Without a pace nobody could tell how long a sheet takes."""
    assert broken(smallest.replace("pace: 120\n", "")) == ["missing-key"]


def test_a_track_that_nobody_knows(broken, smallest: str) -> None:
    """Its items could never be asked."""
    assert "unknown-track" in broken(smallest.replace("track: 8-12", "track: 9-11"))

"""What a track is to hold, and what of it is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from cop_challenge.activities.lesson import Judged, Lesson
from cop_challenge.core.tags import Habit, Risk, Strand
from cop_challenge.lessons.library import Library
from cop_challenge.lessons.targets import Hole, Targets, holes, judged, percent

PROMISE = {
    "lessons": "15",
    "minutes": "45",
    "lessons_a_habit": "3",
    "kinds_a_habit": "3",
    "habits": "all",
    "risks": "all",
    "strands": "all",
}


@pytest.fixture(scope="module")
def lessons(library: Library) -> list[Lesson]:
    return list(library.lessons.values())


def found(targets: dict, lessons: list[Lesson]) -> list[Hole]:
    return list(holes("8-12", Targets.model_validate(targets), lessons))


def test_nothing_is_asked_for_by_itself(lessons: list[Lesson]) -> None:
    """A track that promises nothing has no hole."""
    assert found({}, []) == []


def test_all_stands_for_every_one() -> None:
    """Of habits, risks and strands."""
    targets = Targets.model_validate(PROMISE)
    assert (targets.habits, targets.risks, targets.strands) == (tuple(Habit), tuple(Risk), tuple(Strand))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("lessons", "0"),
        ("minutes", "soon"),
        ("harmless", "1.5"),
        ("risks", ["weather"]),
        ("habits", "some"),
        ("holes", "1"),
    ],
)
def test_what_can_not_be_promised_is_refused(key: str, value: object) -> None:
    """Numbers out of range, words nobody knows, keys that are none."""
    with pytest.raises(ValidationError):
        Targets.model_validate({key: value})


def test_an_empty_track_lacks_all_it_promises() -> None:
    """Its size twice, each habit, each risk, each strand."""
    assert len(found(PROMISE, [])) == 2 + len(Habit) + len(Risk) + len(Strand)


def test_all_lessons_together_lack_nothing_else(lessons: list[Lesson]) -> None:
    """What a hole is about names what is in no lesson."""
    strands = {lesson.strand for lesson in lessons}
    assert {hole.about for hole in found(PROMISE, lessons)} == {*Strand} - strands


def test_a_habit_in_too_few_kinds_is_a_hole(lessons: list[Lesson]) -> None:
    """Though there are lessons enough."""
    quizzes = [lesson for lesson in lessons if (lesson.kind, lesson.smart) == ("quiz", Habit.TELL)][:3]
    (hole,) = found({"habits": ["tell"], "lessons_a_habit": "3", "kinds_a_habit": "2"}, quizzes)
    assert (hole.rule, hole.key, hole.about, hole.has) == ("thin-habit", "kinds_a_habit", "tell", (3, 1))


def test_a_habit_that_is_promised_needs_one_lesson() -> None:
    """The line that names it is the one that asks for it."""
    (hole,) = found({"habits": ["tell"]}, [])
    assert (hole.key, hole.has) == ("habits", (0, 0))


def test_too_much_danger_is_a_hole(lessons: list[Lesson]) -> None:
    """Counted over all lessons together."""
    (hole,) = found({"harmless": "0.9"}, lessons)
    assert (hole.key, hole.values["wanted"]) == ("harmless", "90 % of them")


def test_a_track_in_which_nothing_is_judged_has_not_too_much_danger(lessons: list[Lesson]) -> None:
    """There is no share of nothing."""
    assert found({"harmless": "1"}, [lesson for lesson in lessons if lesson.kind == "scenario"]) == []


@given(data=st.data())
def test_one_lesson_more_never_tears_a_hole(lessons: list[Lesson], data: st.DataObject) -> None:
    """What was there stays there; every hole that is left was one before."""
    few = data.draw(st.lists(st.sampled_from(lessons), max_size=12, unique_by=lambda lesson: lesson.id))
    more = data.draw(st.sampled_from(lessons))
    before = {(hole.rule, hole.key, hole.about) for hole in found({**PROMISE, "kinds_a_habit": "1"}, few)}
    after = {
        (hole.rule, hole.key, hole.about) for hole in found({**PROMISE, "kinds_a_habit": "1"}, [*few, more])
    }
    assert after <= before


@given(data=st.data())
def test_the_order_of_lessons_is_nothing(lessons: list[Lesson], data: st.DataObject) -> None:
    """The same lessons have the same holes, in the same order."""
    few = data.draw(st.lists(st.sampled_from(lessons), max_size=8, unique_by=lambda lesson: lesson.id))
    assert found(PROMISE, few) == found(PROMISE, few[::-1])


# Harmless cases


def test_cases_are_counted_over_lessons(library: Library) -> None:
    """Kinds in which nothing is judged add none."""
    judging, telling = library.lessons["fast-fingers"], library.lessons["kite-day"]
    assert telling.judged() == Judged(0, 0)
    assert judged([judging, telling, judging]) == tuple(2 * number for number in judging.judged())


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (1 / 3, "33 %"), (0.333, "33 %"), (0.666, "67 %"), (1, "100 %")]
)
def test_a_share_is_said_in_whole_percent(share: float, said: str) -> None:
    """As a person would."""
    assert percent(share) == said

"""Lessons that are too near to each other are found, and no others."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.lessons import likeness
from cop_challenge.lessons.alike import (
    FORM,
    MATTER,
    ROUNDS,
    alike_lessons,
    alike_rounds,
    overlaps,
    same_form,
    same_matter,
)
from cop_challenge.lessons.library import Library
from cop_challenge.lessons.likeness import BY_FORM, BY_MATTER, Change
from cop_challenge.lessons.wording import Wording, anatomy, wording

sets = st.lists(st.frozensets(st.integers(0, 30), max_size=20), max_size=12)


@pytest.fixture(scope="module")
def lessons(library: Library) -> list:
    return list(library.lessons.values())


@pytest.fixture(scope="module")
def names(lessons: list) -> list[str]:
    return likeness.names(lessons)


# Where the lines are drawn


@pytest.mark.parametrize(("measure", "line"), [(same_form, FORM), (same_matter, MATTER)])
def test_built_in_lessons_are_far_from_the_line(lessons: list, measure, line: float) -> None:
    """The nearest two of a track keep a tenth of the way."""
    assert likeness.pairs(lessons, measure).shares[-1] < 0.9 * line


def test_built_in_rounds_are_far_from_the_line(lessons: list) -> None:
    """So have the nearest two rounds of a lesson."""
    assert likeness.neighbours(lessons).shares[-1] < 0.9 * ROUNDS


@pytest.mark.parametrize("change", BY_FORM, ids=lambda change: change.name)
def test_a_copy_is_known_by_its_form(lessons: list, names: list[str], change: Change) -> None:
    """Whatever is named in it, and in whatever order."""
    assert likeness.copies(lessons, change, same_form, names).shares[0] > 1.5 * FORM


@pytest.mark.parametrize("change", BY_MATTER, ids=lambda change: change.name)
def test_a_situation_told_anew_is_known_by_its_matter(
    lessons: list, names: list[str], change: Change
) -> None:
    """Whatever the sentences."""
    assert likeness.copies(lessons, change, same_matter, names).shares[0] > 1.1 * MATTER


@pytest.mark.parametrize("change", BY_FORM, ids=lambda change: change.name)
def test_a_round_told_twice_is_known(lessons: list, names: list[str], change: Change) -> None:
    """All but one or two in a hundred of the shortest."""
    rounds = [entry for lesson in lessons for entries in likeness.rounds(lesson) for entry in entries]
    row = likeness.copies(rounds, change, same_form, names)
    assert row.caught(ROUNDS) >= 0.98 * len(rounds)


def test_a_changed_copy_is_found_among_all_others(lessons: list, names: list[str]) -> None:
    """It is the one pair that is named."""
    copied = lessons[7]
    copy = wording(likeness.changed(copied, BY_FORM[3], names))
    wordings = [*(wording(lesson) for lesson in lessons if lesson.track == copied.track), copy]
    (pair,) = alike_lessons(wordings)
    assert (wordings[pair.one], wordings[pair.other]) == (wording(copied), copy)
    assert pair.by == "form"


def test_a_lesson_told_anew_is_found_among_all_others(lessons: list, names: list[str]) -> None:
    """By what it names."""
    copied = lessons[7]
    copy = wording(likeness.changed(copied, BY_MATTER[2], names))
    wordings = [*(wording(lesson) for lesson in lessons if lesson.track == copied.track), copy]
    (pair,) = alike_lessons(wordings)
    assert (wordings[pair.one], pair.by) == (wording(copied), "matter")


def test_two_short_texts_are_not_compared_by_their_form() -> None:
    """So few sentences may be alike by chance."""
    few = Wording(form=frozenset(range(10)))
    assert list(alike_lessons([few, few])) == []


def test_rounds_of_a_lesson_are_named_by_list_and_number(library: Library, names: list[str]) -> None:
    """The second of the two with the first."""
    lesson = library.lessons["fast-fingers"]
    first, *others = lesson.rounds  # type: ignore[attr-defined]
    again = lesson.model_copy(update={"rounds": (first, *others, first)})
    ((name, pair),) = alike_rounds(anatomy(again))
    assert (name, pair.one, pair.other, pair.share) == ("rounds", 0, 1 + len(others), 1)


# Looking for them


@given(sets, st.sampled_from([0.25, 0.4, 0.5, 0.75, 1.0]))
def test_the_index_finds_what_looking_at_every_pair_finds(found: list[frozenset[int]], least: float) -> None:
    """No pair more, no pair less, each once, with what it shares."""
    wanted = {
        (one, other, len(found[one] & found[other]))
        for one, other in combinations(range(len(found)), 2)
        if found[one] and found[other]
        if len(found[one] & found[other]) >= least * min(len(found[one]), len(found[other]))
    }
    pairs = list(overlaps(found, least))
    assert set(pairs) == wanted
    assert len(pairs) == len(wanted)

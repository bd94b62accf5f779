from __future__ import annotations

import pytest
from pydantic import ValidationError

from cop_challenge.activities.inspect.parts import Part
from cop_challenge.activities.inspect.schema import HARMLESS_SHARE, check
from cop_challenge.activities.inspect.words import PARTS
from cop_challenge.lessons.library import Library

from .conftest import DEEDS, SOUND, case, deed, make, region


def broken(*cases: dict[str, object]) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.rule, finding.path) for finding in check(make(*cases))]


def test_a_sound_lesson_has_no_finding() -> None:
    """The lesson these tests start from is in order."""
    assert broken(*SOUND) == []


def test_too_few_clues_point_to_the_answer() -> None:
    """A child who is asked for more clues than there are would look for ever."""
    short = case("bait", harmless=False, deeds=DEEDS, clues_needed=3)
    assert broken(short, *SOUND[1:]) == [("few-clues", ("cases", 0, "regions"))]


def test_a_fish_needs_a_right_deed() -> None:
    """Knowing a trick is half of it; without deeds, or with none right, the file is wrong."""
    bare = case("bait", harmless=False)
    lost = case("bait", harmless=False, deeds=[deed("reply", False), deed("pay", False)])
    only = case("bait", harmless=False, deeds=[deed("tell", True), deed("report", True)])
    assert broken(bare, *SOUND[1:]) == [("no-right-answer", ("cases", 0))]
    assert broken(lost, *SOUND[1:]) == [("no-right-answer", ("cases", 0, "deeds"))]
    assert broken(only, *SOUND[1:]) == [("no-wrong-answer", ("cases", 0, "deeds"))]


def test_a_third_is_harmless() -> None:
    """All danger only trains suspicion."""
    fish = [case(f"bait-{number}", harmless=False, deeds=DEEDS) for number in range(3)]
    assert broken(*fish) == [("few-harmless", ("cases",))]


def test_ids_are_not_repeated() -> None:
    """Cases, regions and deeds are found by their ids."""
    twice = case(
        "bait",
        harmless=False,
        deeds=[*DEEDS[:2], deed("tell", False)],
    )
    assert ("repeated-id", ("cases", 0, "deeds", 2, "id")) in broken(twice, *SOUND[1:])
    assert ("repeated-id", ("cases", 1, "id")) in broken(SOUND[0], SOUND[0], SOUND[1])
    same = case("mail", harmless=True, regions=[region("one", "friend")] * 4)
    assert ("repeated-id", ("cases", 1, "regions", 1, "id")) in broken(SOUND[0], same, SOUND[2])


def test_a_document_has_four_to_eight_parts() -> None:
    """Fewer is no search; more does not fit on a sheet."""
    for count in (3, 9):
        regions = [region(f"r{number}", "fish") for number in range(count)]
        with pytest.raises(ValidationError):
            make(case("bait", harmless=False, deeds=DEEDS, regions=regions), *SOUND[1:])


def test_every_part_has_a_name() -> None:
    """Each can be spoken."""
    assert set(PARTS) == set(Part)


def test_built_in_lessons_are_half_harmless_and_weigh_both_ways(library: Library) -> None:
    """Half of the cases are genuine, and clues of both kinds stand in every lesson of a track."""
    lessons = [lesson for lesson in library.lessons.values() if lesson.kind == "inspect"]
    assert {lesson.track for lesson in lessons} == {"8-12", "13-17"}
    for lesson in lessons:
        cases = lesson.cases  # type: ignore[attr-defined]
        assert sum(case.harmless for case in cases) == len(cases) / 2 > len(cases) * HARMLESS_SHARE
        against = [r for case in cases for r in case.regions if r.points not in (case.answer, "nothing")]
        assert against

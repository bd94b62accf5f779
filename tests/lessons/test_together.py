"""What `check` finds when lessons are looked at together, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.lessons.checking import check_paths
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.pack import Inherited, Pack
from cop_challenge.lessons.pack_loader import load_pack
from cop_challenge.lessons.together import Together

TRACK = """tracks:
  - id: {id}
    name: Somebody
    ages: 9
    mood: adventure
    picture: nuru/hello.svg
    limits: {{title: 20}}
"""
TARGETS = """    targets:
      strands: [copyright-and-ownership]
"""


@pytest.fixture
def found(places: Places):
    """Codes of what `check` finds, as the command line calls it."""

    def found(*paths: Path) -> list[str]:
        return [problem.code for problem in check_paths(paths, places.content, places.assets).problems]

    return found


def _first_of(built_in: Pack, track: str) -> str:
    return next(lesson.id for lesson in built_in.lessons.values() if lesson.track == track)


# Holes


def test_a_track_of_the_packs_own_is_held_to_its_targets(quiz: str, pack: Path, write, found) -> None:
    """Whatever it promised is looked for."""
    write(TRACK.format(id="teens") + TARGETS, "tracks.yaml")
    write(quiz.replace("track: 8-12", "track: teens"))
    assert found(pack) == ["CC081"]


def test_a_track_without_targets_promises_nothing(quiz: str, pack: Path, write, found) -> None:
    """A pack may say of its track only how it looks."""
    write(TRACK.format(id="teens"), "tracks.yaml")
    write(quiz.replace("track: 8-12", "track: teens"))
    assert found(pack) == []


def test_a_single_lesson_is_not_asked_for_what_is_missing_elsewhere(quiz: str, write, found) -> None:
    """`check FILE` tells of the file only."""
    write(TRACK.format(id="teens") + TARGETS, "tracks.yaml")
    assert found(write(quiz.replace("track: 8-12", "track: teens"))) == []


def test_holes_are_not_looked_for_while_a_lesson_is_broken(quiz: str, pack: Path, write, found) -> None:
    """What seems to be missing may stand in the very file that can't be read."""
    write(TRACK.format(id="teens") + TARGETS, "tracks.yaml")
    write(quiz.replace("track: 8-12", "track: teens"))
    write("kind: quiz\n", "lessons/half-done.yaml")
    assert "CC081" not in found(pack)


def test_a_pack_is_counted_together_with_what_it_inherits(quiz: str, pack: Path, write, found) -> None:
    """Its one lesson for 8–12 is no track of its own."""
    write(quiz)
    assert found(pack) == []


def test_an_inherited_track_declared_anew_counts_inherited_lessons(
    quiz: str, pack: Path, write, found
) -> None:
    """The pack asks for twenty lessons; it brings one, and the others are there."""
    write(TRACK.format(id="8-12") + "    targets: {lessons: 20, strands: [online-bullying]}\n", "tracks.yaml")
    write(quiz)
    assert found(pack) == []


def test_holes_of_the_content_are_not_told_of_a_pack(
    quiz: str, pack: Path, write, inherited: Inherited, built_in: Pack
) -> None:
    """Whoever adds a lesson has not torn them."""
    write(quiz)
    asking = {"8-12": built_in.targets["8-12"].model_copy(update={"lessons": 9000})}
    base = Pack(**{**vars(built_in), "targets": asking})
    assert Together(base).problems(load_pack(pack, inherited)) == []


def test_a_hole_that_a_pack_tears_is_told(
    quiz: str, pack: Path, write, inherited: Inherited, built_in: Pack
) -> None:
    """It replaces a lesson of another age: now that age has one less than it is to hold."""
    there = _first_of(built_in, "5-7")
    write(quiz.replace("two-second-stop", there), f"lessons/{there}.yaml")
    count = sum(lesson.track == "5-7" for lesson in built_in.lessons.values())
    asking = {"5-7": built_in.targets["5-7"].model_copy(update={"lessons": count})}
    base = Pack(**{**vars(built_in), "targets": asking})
    problems: list[Problem] = Together(base).problems(load_pack(pack, inherited))
    small = [problem for problem in problems if problem.code == "CC079"]
    assert [problem.file for problem in small] == [built_in.root / "tracks.yaml"]
    assert f"has {count - 1} lessons; wanted: {count}" in small[0].message


def test_a_hole_is_placed_at_the_line_that_asks(quiz: str, pack: Path, write, places: Places) -> None:
    """Editors jump there."""
    tracks = write(TRACK.format(id="teens") + TARGETS, "tracks.yaml")
    write(quiz.replace("track: 8-12", "track: teens"))
    (problem,) = check_paths([pack], places.content, places.assets).problems
    line = 1 + tracks.read_text("utf-8").splitlines().index("      strands: [copyright-and-ownership]")
    assert (problem.file, problem.line, problem.column) == (tracks, line, 7)


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("copyright-and", "copycat-and", "CC009"),
        ("tracks:", "trakcs:", "CC007"),
        ("id: teens", "idd: teens", "CC007"),
        ("strands:", "strand:", "CC007"),
    ],
)
def test_a_broken_promise_is_told_and_not_held(
    right: str, wrong: str, code: str, quiz: str, pack: Path, write, found
) -> None:
    """What it was meant to be is a guess; the mistake is enough to go on with."""
    write((TRACK.format(id="teens") + TARGETS).replace(right, wrong), "tracks.yaml")
    write(quiz)
    assert code in found(pack)
    assert "CC081" not in found(pack)


@pytest.mark.parametrize("share", ["much", "2", "-1"])
def test_a_share_is_a_number_from_0_to_1(share: str, quiz: str, pack: Path, write, found) -> None:
    """Not a word, not a percentage."""
    write(TRACK.format(id="teens") + f"    targets: {{harmless: {share}}}\n", "tracks.yaml")
    write(quiz.replace("track: 8-12", "track: teens"))
    assert found(pack)[0] == "CC011"


# Alike


def test_a_copy_of_a_built_in_lesson_is_found_in_a_pack(built_in: Pack, pack: Path, write, found) -> None:
    """Under another id it would be played twice."""
    lesson = built_in.lessons["fast-fingers"]
    text = built_in.homes[lesson.id].read_text("utf-8").replace("id: fast-fingers", "id: faster-fingers")
    write(text, "lessons/faster-fingers.yaml")
    assert found(pack) == ["CC082"]


def test_a_copy_is_found_when_it_is_checked_alone(built_in: Pack, write, found) -> None:
    """`check FILE` knows the built-in lessons."""
    text = built_in.homes["fast-fingers"].read_text("utf-8").replace("id: fast-fingers", "id: faster-fingers")
    assert found(write(text, "lessons/faster-fingers.yaml")) == ["CC082"]


def test_a_lesson_that_replaces_another_may_be_like_it(built_in: Pack, pack: Path, write, found) -> None:
    """Only one of the two is played."""
    write(built_in.homes["fast-fingers"].read_text("utf-8"), "lessons/fast-fingers.yaml")
    assert found(pack) == []


def test_a_built_in_lesson_is_not_like_itself(built_in: Pack, found) -> None:
    """Checked alone, it is in the content as well."""
    assert found(built_in.homes["fast-fingers"]) == []


def test_a_station_does_not_compare(quiz: str, pack: Path, write, inherited: Inherited) -> None:
    """Loading looks at each file alone: a start is no time to read everything twice."""
    write(quiz)
    write(quiz.replace("two-second-stop", "second-stop"), "lessons/second-stop.yaml")
    assert load_pack(pack, inherited).problems == ()

"""What a track is to hold, as its pack declares it, and what is missing.

A *hole* is a target that is not met. It knows nothing of files: `lessons.together` finds its place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Field

from cop_challenge.activities.lesson import Entry, Judged, Lesson
from cop_challenge.core.tags import Habit, Risk, Strand

ALL = "all"
"""What stands for every habit, risk or strand."""

_Tag = TypeVar("_Tag", bound=StrEnum)


def _all_of(tags: type[StrEnum]) -> BeforeValidator:
    return BeforeValidator(
        lambda value: tuple(tags) if value == ALL else value,
        json_schema_input_type=tuple[tags, ...] | Literal["all"],  # type: ignore[valid-type]
    )


class Targets(Entry):
    """What a track is to hold at least. Whatever is left out is not asked for."""

    lessons: Annotated[int, Field(ge=1)] | None = None
    """How many lessons."""
    minutes: Annotated[int, Field(ge=1)] | None = None
    """How long all of them take together."""
    lessons_a_habit: Annotated[int, Field(ge=1)] = 1
    """How many lessons light each lantern that is named below `habits`."""
    kinds_a_habit: Annotated[int, Field(ge=1)] = 1
    """In how many kinds these lessons are."""
    habits: Annotated[tuple[Habit, ...], _all_of(Habit)] = ()
    """The lanterns that can be lit: `all`, or a list."""
    risks: Annotated[tuple[Risk, ...], _all_of(Risk)] = ()
    """The sorts of risk that have a lesson: `all`, or a list."""
    strands: Annotated[tuple[Strand, ...], _all_of(Strand)] = ()
    """The parts of digital life that have a lesson: `all`, or a list."""
    harmless: Annotated[float, Field(ge=0, le=1)] | None = None
    """Of all that is judged in the track's lessons, the share in which nothing is wrong."""


@dataclass(frozen=True)
class Hole:
    """One target that is not met."""

    rule: str
    """Name of the rule in `lessons.diagnostics`."""
    track: str
    key: str
    """The target's name."""
    about: str
    """The habit, risk or strand that is missing; "" if it is the track as a whole."""
    has: tuple[float, ...]
    """What there is; more is better."""
    values: dict[str, Any] = field(compare=False, hash=False)
    """Fillings of the rule's sentences."""


def holes(track: str, targets: Targets, lessons: Collection[Lesson]) -> Iterator[Hole]:
    """What is missing in the track's lessons, in the order of the targets."""
    yield from _sizes(track, targets, lessons)
    yield from _habits(track, targets, lessons)
    yield from _tags(track, "risks", "risk", targets.risks, {lesson.risk for lesson in lessons})
    yield from _tags(track, "strands", "strand", targets.strands, {lesson.strand for lesson in lessons})
    share = judged(lessons)
    if targets.harmless is not None and share.total and share.harmless < share.total * targets.harmless:
        found = f"{share.harmless} harmless cases of {share.total}"
        wanted = f"{percent(targets.harmless)} of them"
        yield _small(track, "harmless", share.harmless / share.total, found, wanted)


def judged(lessons: Collection[Lesson]) -> Judged:
    """What is judged in all lessons together."""
    each = [lesson.judged() for lesson in lessons]
    return Judged(sum(one.harmless for one in each), sum(one.total for one in each))


def _sizes(track: str, targets: Targets, lessons: Collection[Lesson]) -> Iterator[Hole]:
    if targets.lessons and len(lessons) < targets.lessons:
        yield _small(track, "lessons", len(lessons), _count(len(lessons), "lesson"), str(targets.lessons))
    minutes = sum(lesson.minutes for lesson in lessons)
    if targets.minutes and minutes < targets.minutes:
        found = f"{_count(minutes, 'minute')} of play"
        yield _small(track, "minutes", minutes, found, str(targets.minutes))


def _small(track: str, key: str, has: float, found: str, wanted: str) -> Hole:
    return Hole(
        "small-track", track, key, "", (has,), {"track": track, "key": key, "found": found, "wanted": wanted}
    )


def _habits(track: str, targets: Targets, lessons: Collection[Lesson]) -> Iterator[Hole]:
    for habit in targets.habits:
        kinds = [lesson.kind for lesson in lessons if lesson.smart is habit]
        few, same = len(kinds) < targets.lessons_a_habit, len(set(kinds)) < targets.kinds_a_habit
        if not (few or same):
            continue
        values = {
            "track": track,
            "habit": habit,
            "found": _count(len(kinds), "lesson"),
            "kinds": _count(len(set(kinds)), "kind"),
            "wanted": targets.lessons_a_habit,
            "wanted_kinds": targets.kinds_a_habit,
            "hint": f"So far: {', '.join(sorted(kinds))}." if kinds else "There is none so far.",
        }
        key = "lessons_a_habit" if few else "kinds_a_habit"
        if getattr(targets, key) == 1:
            key = "habits"  # that one is wanted is said there
        yield Hole("thin-habit", track, key, habit, (len(kinds), len(set(kinds))), values)


def _tags(track: str, key: str, name: str, wanted: tuple[_Tag, ...], found: set[_Tag]) -> Iterator[Hole]:
    for tag in wanted:
        if tag not in found:
            yield Hole("missing-from-track", track, key, tag, (0,), {"track": track, "key": name, "tag": tag})


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def percent(share: float) -> str:
    """`33 %`."""
    return f"{share:.0%}".replace("%", " %")

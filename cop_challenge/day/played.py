"""What was played on a day, as far as it may be shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cop_challenge.core.tags import Habit
from cop_challenge.day.counts import ALL, STAMPED, Cell, Tried

HARDEST = 8
"""Questions named in a report."""

Shown = Mapping[Cell, int | None]
"""Counts with everything left out that must be."""


@dataclass(frozen=True, slots=True)
class Group:
    """Visits of a track or language."""

    visits: int | None
    stamped: int | None
    """Those that ended with the passport."""


@dataclass(frozen=True, slots=True)
class Hard:
    """One question that was hard."""

    lesson: str
    step: str
    visits: int | None
    """That tried it."""
    right: int | None
    """Of these, at the first try."""
    often: str = ""
    """What many chose instead, by id."""


@dataclass(frozen=True, slots=True)
class Played:
    """Counts of a day; None where a count is hidden."""

    visits: int | None
    """Visits that chose a track."""
    stamped: int | None
    """Visits that ended with the passport."""
    by_hour: dict[str, int | None] = field(default_factory=dict)
    by_track: dict[str, Group] = field(default_factory=dict)
    by_language: dict[str, Group] = field(default_factory=dict)
    lit: dict[str, int | None] = field(default_factory=dict)
    """Visits that lit the lantern of each habit."""
    hardest: tuple[Hard, ...] = ()
    """The hardest first; only what ten visits or more got wrong at first."""


def played(shown: Shown, hard: Sequence[Tried]) -> Played:
    """From the counts that may be shown."""

    def groups(name: str) -> dict[str, Group]:
        keys = [cell[1] for cell in shown if len(cell) == 2 and cell[0] == name]
        return {key: Group(shown[name, key], shown[name, key, STAMPED]) for key in keys}

    return Played(
        visits=shown[ALL],
        stamped=shown[STAMPED,],
        by_hour={cell[1]: count for cell, count in shown.items() if cell[0] == "hour"},
        by_track=groups("track"),
        by_language=groups("language"),
        lit={str(habit): shown["lit", habit] for habit in Habit},
        hardest=tuple(
            Hard(one.lesson, one.step, shown[one.cell], shown[*one.cell, "right"], one.often) for one in hard
        ),
    )

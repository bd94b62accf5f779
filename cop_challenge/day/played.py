"""What was played on a day: counts of visits, and what was hard."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from cop_challenge.core.result import Fact, Outcome
from cop_challenge.core.tags import Habit
from cop_challenge.day.suppression import LEAST_VISITS, Part, part, published
from cop_challenge.store.database import Row

HARDEST = 8
"""Questions named in a report."""

Visit = tuple[str, str]
"""Station and number."""


@dataclass(frozen=True, slots=True)
class Hard:
    """One question, and how often it was answered rightly at the first try."""

    lesson: str
    step: str
    visits: int
    first_try: float
    """Share of visits."""


@dataclass(frozen=True, slots=True)
class Played:
    """Counts of a day; None where a count is hidden."""

    visits: int
    """Visits that chose a track, however few: the whole day is no small cell of anything."""
    stamped: Part
    """Visits that ended with the passport."""
    by_hour: dict[str, int | None] = field(default_factory=dict)
    by_track: dict[str, int | None] = field(default_factory=dict)
    by_language: dict[str, int | None] = field(default_factory=dict)
    lit: dict[str, Part] = field(default_factory=dict)
    """Visits that lit the lantern of each habit."""
    hardest: tuple[Hard, ...] = ()
    """The hardest first; only questions asked in ten visits or more."""


def played(rows: Iterable[Row]) -> Played:
    """Counts every fact once; a visit is where it began."""
    begun: dict[Visit, Row] = {}
    stamped: set[Visit] = set()
    lit: defaultdict[str, set[Visit]] = defaultdict(set)
    first_tries: defaultdict[tuple[str, str], dict[Visit, bool]] = defaultdict(dict)
    for row in rows:
        visit, result = (row.station, row.visit), row.result
        match result.fact:
            case Fact.BEGAN:
                begun.setdefault(visit, row)
            case Fact.ENDED if result.outcome is Outcome.PASSPORT:
                stamped.add(visit)
            case Fact.FINISHED:
                lit[result.habit].add(visit)
            case Fact.ANSWERED if result.attempt == 1 and result.outcome is not Outcome.NONE:
                good = result.outcome is Outcome.GOOD
                first_tries[result.lesson, result.step].setdefault(visit, good)
    hard = [
        Hard(lesson, step, len(tries), sum(tries.values()) / len(tries))
        for (lesson, step), tries in first_tries.items()
        if len(tries) >= LEAST_VISITS and not all(tries.values())
    ]
    hard.sort(key=lambda one: (one.first_try, one.lesson, one.step))

    def counted(name: str) -> dict[str, int | None]:
        cells = Counter(getattr(row, name, "") or getattr(row.result, name, "") for row in begun.values())
        return published(dict(sorted(cells.items())))

    return Played(
        visits=len(begun),
        stamped=part(len(stamped & begun.keys()), len(begun)),
        by_hour=counted("hour"),
        by_track=counted("track"),
        by_language=counted("language"),
        lit={str(habit): part(len(lit[habit] & begun.keys()), len(begun)) for habit in Habit},
        hardest=tuple(hard[:HARDEST]),
    )

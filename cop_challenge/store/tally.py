"""What happened at a station on a day, counted as its facts come; the same fact twice counts once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cop_challenge.core.result import Fact, Outcome
from cop_challenge.store.database import Row

MOST_DAYS = 2
"""Days that are remembered: a visit may last over midnight."""


@dataclass(frozen=True)
class Counts:
    """Of one day."""

    begun: int = 0
    """Visits."""
    finished: int = 0
    """Visits that came to the passport."""
    lanterns: int = 0
    """Lit, by all visits together."""


@dataclass
class _Day:
    begun: set[str] = field(default_factory=set)
    finished: set[str] = field(default_factory=set)
    lit: set[tuple[str, str]] = field(default_factory=set)


class Tally:
    """Counts by day, written as `2026-11-23`."""

    def __init__(self) -> None:
        self._days: dict[str, _Day] = {}

    def add(self, rows: Iterable[Row]) -> None:
        """These happened, or were read from the results file."""
        for row in rows:
            result = row.result
            if result.fact is Fact.BEGAN:
                self._day(row).begun.add(row.visit)
            elif result.fact is Fact.FINISHED:
                self._day(row).lit.add((row.visit, result.habit))
            elif result.fact is Fact.ENDED and result.outcome is Outcome.PASSPORT:
                self._day(row).finished.add(row.visit)

    def counts(self, day: str) -> Counts:
        """Of that day; of one that is not remembered, none."""
        found = self._days.get(day, _Day())
        return Counts(len(found.begun), len(found.finished), len(found.lit))

    def _day(self, row: Row) -> _Day:
        day = row.hour[:10]
        if day not in self._days:
            self._days[day] = _Day()
            for oldest in sorted(self._days)[:-MOST_DAYS]:
                del self._days[oldest]
        return self._days.get(day) or _Day()

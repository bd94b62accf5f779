"""A day's report: figures of play and of learning, with everything left out that might be traced to a few."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from cop_challenge.day import counts, tables
from cop_challenge.day.counts import Tried
from cop_challenge.day.day import Day
from cop_challenge.day.learned import Learned, by_track, learned
from cop_challenge.day.played import HARDEST, Played, Shown, played
from cop_challenge.day.sittings import Sitting, sittings
from cop_challenge.day.suppression import protected
from cop_challenge.day.tables import Names, Table
from cop_challenge.store.database import Row


@dataclass(frozen=True)
class Report:
    """Everything a report says."""

    day: Day | None
    played: Played
    learned: tuple[Learned, ...]
    stations: int = 0
    """Laptops that something was played on."""

    def as_dict(self) -> dict[str, Any]:
        """For `day report --format json`."""
        found = asdict(replace(self, day=None))
        if self.day:
            # Not the whole day: its PIN and its groups are nobody's business here.
            found["day"] = {
                "title": self.day.title,
                "dates": [date.isoformat() for date in self.day.dates],
                "country": self.day.country,
                "minutes": self.day.minutes,
                "players": self.day.players.value,
                "measure": self.day.measure,
            }
        for one in found["learned"]:
            # How many an estimate rests on is told by `compared`, or left out with it.
            for estimate in (one["gain"], one["transfer"], *one["by_language"].values()):
                if estimate:
                    del estimate["visits"]
        return found

    def tables(self, tracks: Names) -> tuple[Table, ...]:
        """All its figures; `tracks` are the names of the tracks."""
        return (
            *tables.of_play(self.played, tracks),
            *tables.of_again(self.learned, tracks),
            *tables.of_hard(self.played),
            *tables.of_learning(self.learned, tracks),
        )


@dataclass(frozen=True)
class Counted:
    """A day's facts, and the counts that may be shown of them."""

    rows: tuple[Row, ...]
    measured: Mapping[str, Sequence[Sitting]]
    """By track."""
    hard: Sequence[Tried]
    shown: Shown


def counted(rows: Iterable[Row], day: Day | None = None) -> Counted:
    """The day's facts; without a day, all. All counts stand in one system, whatever is told of them later."""
    dates = tuple(date.isoformat() for date in day.dates) if day else ()
    kept = tuple(row for row in rows if day is None or row.hour.startswith(dates))
    measured = by_track(sittings(kept))
    hard = counts.tries(kept)[:HARDEST]
    found = counts.of_play(kept)
    counts.add_tries(found, hard)
    counts.add_measured(found, measured)
    return Counted(kept, measured, hard, protected(found.cells, found.sums))


def report(rows: Iterable[Row], day: Day | None = None) -> Report:
    """The report of the day's facts; without a day, of all."""
    found = counted(rows, day)
    stations = len({row.station for row in found.rows})
    return Report(day, played(found.shown, found.hard), learned(found.measured, found.shown), stations)

"""What is missing where not everybody can play: each way out is solved, not guessed.

More stations, more time and more dates only ever help, so the least of each is found by halving.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from cop_challenge.day.day import MAX_STATIONS, Day, Players
from cop_challenge.day.hours import MIDNIGHT, clock
from cop_challenge.day.plan import most_children, possible, visits_of

SHORTER = (10, 5)
"""Minutes of a visit that are worth a try: even five end with a stamp."""
MOST_DATES = 60


@dataclass(frozen=True, slots=True)
class WayOut:
    """One change, or two together, with which everybody can play; the least of its kind."""

    stations: int = 0
    """So many more."""
    longer: int = 0
    """Minutes by which the day closes, and schools leave, later."""
    pairs: bool = False
    minutes: int | None = None
    """Of a visit, instead of what the day says."""
    dates: int = 0
    """So many more, on which every school can come that names no dates of its own."""

    def applied(self, day: Day) -> Day:
        """The day with it."""
        last = day.dates[-1]
        more = tuple(last + datetime.timedelta(days=number + 1) for number in range(self.dates))
        schools = tuple(
            school if school.leaves is None else replace(school, leaves=school.leaves + self.longer)
            for school in day.schools
        )
        return replace(
            day,
            stations=day.stations + self.stations,
            hours=replace(day.hours, closes=day.hours.closes + self.longer),
            schools=schools,
            players=Players.PAIRS if self.pairs else day.players,
            minutes=self.minutes or day.minutes,
            later_dates=(*day.later_dates, *more),
        )

    def sentence(self, day: Day) -> str:
        """In words, as something that can be asked for."""
        parts = []
        if self.pairs:
            parts.append("pairs instead of solo")
        if self.minutes:
            parts.append(f"visits of {self.minutes} minutes instead of {day.minutes}")
        if self.stations:
            have = day.stations
            parts.append(f"{_count(self.stations, 'more laptop')} ({have + self.stations} instead of {have})")
        if self.longer:
            until = clock(day.hours.closes + self.longer)
            stay = ", and each school stays as much longer" if _leaving(day) else ""
            parts.append(f"{_count(self.longer, 'minute')} more (until {until}{stay})")
        if self.dates:
            parts.append(f"{_count(self.dates, 'more day')} of the same hours")
        return " and ".join(parts)


def _leaving(day: Day) -> bool:
    return any(school.leaves is not None for school in day.schools)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


@dataclass(frozen=True)
class Shortage:
    """That not everybody can play, and what would help."""

    day: Day
    wanted: int
    """Visits: one child or pair at one station."""
    room: int
    """Visits there are at the most, all dates, slots and stations together."""
    children: int
    most: int | None
    """How many of them can play as it is, where that was worked out."""
    ways_out: tuple[WayOut, ...]

    def lines(self) -> Iterator[str]:
        """What a facilitator reads."""
        if self.room < self.wanted:
            yield f"{self.wanted} visits are wanted, and there is room for {self.room}."
        else:
            yield (
                f"{self.wanted} visits are wanted, and there is room for {self.room}, "
                "but not while the groups are there."
            )
        if self.most is not None:
            yield f"As it is, {self.most} of {self.children} can play."
        yield "Each of these is enough:"
        for way in self.ways_out:
            yield f"  - {way.sentence(self.day)}"

    def as_dict(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "title": self.day.title,
            "possible": False,
            "children": self.children,
            "most_children": self.most,
            "visits_wanted": self.wanted,
            "visits_there_are": self.room,
            "ways_out": [
                {
                    "more_stations": way.stations,
                    "more_minutes": way.longer,
                    "pairs": way.pairs,
                    "visit_minutes": way.minutes or self.day.minutes,
                    "more_dates": way.dates,
                    "sentence": way.sentence(self.day),
                }
                for way in self.ways_out
            ],
        }


def shortage(day: Day) -> Shortage:
    """Of a day that has no plan; Undecided."""
    groups = [group for school in day.schools for group in school.groups]
    return Shortage(
        day,
        wanted=sum(visits_of(group, day) for group in groups),
        room=len(day.dates) * len(day.slots) * day.stations,
        children=sum(group.children for group in groups),
        most=most_children(day),
        ways_out=tuple(_ways_out(day)),
    )


def _ways_out(day: Day) -> Iterator[WayOut]:
    yield from _least(day, MAX_STATIONS, lambda number: WayOut(stations=number))
    leaves = [school.leaves for school in day.schools if school.leaves is not None]
    to_midnight = MIDNIGHT - 1 - max((day.hours.closes, *leaves))
    yield from _least(day, to_midnight, lambda number: WayOut(longer=number))
    if day.players is Players.SOLO:
        pairs = WayOut(pairs=True)
        if possible(pairs.applied(day)):
            yield pairs
        else:
            yield from _least(day, MAX_STATIONS, lambda number: WayOut(pairs=True, stations=number))
    shorter = (WayOut(minutes=minutes) for minutes in SHORTER if minutes < day.minutes)
    yield from [way for way in shorter if possible(way.applied(day))][:1]
    if any(not school.dates for school in day.schools):
        yield from _least(day, MOST_DATES, lambda number: WayOut(dates=number))


def _least(day: Day, most: int, way: Callable[[int], WayOut]) -> Iterator[WayOut]:
    """The way out with the least number that is enough, if `most` is."""

    def enough(number: int) -> bool:
        return possible(way(number).applied(day))

    if most >= 1 and enough(most):
        yield way(1 + bisect_left(range(1, most), True, key=enough))

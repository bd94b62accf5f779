"""A day's plan: who is at which stations in which slot."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from cop_challenge.day.day import Day
from cop_challenge.day.groups import Group, School
from cop_challenge.day.hours import Span, clock, window
from cop_challenge.day.rotation import Demand, Given, rotation
from cop_challenge.day.spread import Party, school_days, spread


@dataclass(frozen=True, slots=True)
class Turn:
    """A group at some stations in one slot."""

    date: datetime.date
    slot: Span
    school: School
    group: Group
    first_station: int
    """From 1."""
    last_station: int
    children: int


@dataclass(frozen=True, slots=True)
class Coming:
    """When a group comes, in one go or with others in between."""

    school: School
    group: Group
    date: datetime.date
    stays: tuple[Span, ...]
    """Each from the beginning of a visit to the end of one; breaks of the day do not part them."""


@dataclass(frozen=True)
class Plan:
    """Everybody plays once."""

    day: Day
    turns: tuple[Turn, ...]
    """By date and slot, then by station."""

    @property
    def children(self) -> int:
        """How many play."""
        return sum(turn.children for turn in self.turns)

    @property
    def free(self) -> int:
        """Visits that nobody has, for late ones and grown-ups."""
        taken = sum(turn.last_station - turn.first_station + 1 for turn in self.turns)
        return len(self.day.dates) * len(self.day.slots) * self.day.stations - taken

    def comings(self) -> Iterator[Coming]:
        """Of every group, by school and group as the day names them."""
        slots = self.day.slots
        for school in self.day.schools:
            for group in school.groups:
                own = [turn for turn in self.turns if turn.school is school and turn.group is group]
                stays = [own[0].slot]
                for before, turn in pairwise(own):
                    if slots.index(turn.slot) - slots.index(before.slot) <= 1:
                        stays[-1] = Span(stays[-1].start, turn.slot.end)
                    else:
                        stays.append(turn.slot)
                yield Coming(school, group, own[0].date, tuple(stays))

    def as_dict(self) -> dict[str, Any]:
        """For other programs."""
        return {
            "title": self.day.title,
            "possible": True,
            "children": self.children,
            "free_visits": self.free,
            "turns": [
                {
                    "date": turn.date.isoformat(),
                    "from": clock(turn.slot.start),
                    "to": clock(turn.slot.end),
                    "school": turn.school.name,
                    "group": turn.group.name,
                    "track": turn.group.track,
                    "stations": [turn.first_station, turn.last_station],
                    "children": turn.children,
                }
                for turn in self.turns
            ],
        }


def visits_of(group: Group, day: Day) -> int:
    """Visits it takes until everybody has played: of an odd group, one child plays alone."""
    return -(-group.children // day.players.seats)


def plan(day: Day) -> Plan | None:
    """A plan, or None if not everybody can play once; Undecided.

    Each group has all stations to itself in its slots, where that takes no school there on more dates; else
    groups share a slot.
    """
    parties = _parties(day)
    shared = spread(parties, len(day.dates), len(day.slots), day.stations)
    if shared is None:
        return None
    whole = [
        Party(
            party.school, party.demand._replace(visits=-(-party.demand.visits // day.stations)), party.dates
        )
        for party in parties
    ]
    alone = spread(whole, len(day.dates), len(day.slots), 1, exact=False)
    if alone and school_days(parties, alone) <= school_days(parties, shared):
        return Plan(day, tuple(_turns(day, whole, alone, 1)))
    return Plan(day, tuple(_turns(day, parties, shared, day.stations)))


def possible(day: Day) -> bool:
    """Whether everybody can play once; Undecided."""
    return spread(_parties(day), len(day.dates), len(day.slots), day.stations) is not None


def most_children(day: Day) -> int | None:
    """How many can play at the most, where no group could come on another date; else None: not worked out."""
    parties = _parties(day)
    if any(len(party.dates) > 1 for party in parties):
        return None
    groups = [group for school in day.schools for group in school.groups]
    placed = [0] * len(groups)
    for date in range(len(day.dates)):
        indexes = [index for index, party in enumerate(parties) if party.dates == (date,)]
        for given in rotation([parties[index].demand for index in indexes], len(day.slots), day.stations):
            placed[indexes[given.demand]] += given.visits
    seats = day.players.seats
    return sum(min(group.children, visits * seats) for group, visits in zip(groups, placed, strict=True))


def _parties(day: Day) -> list[Party]:
    slots = day.slots
    parties = []
    for number, school in enumerate(day.schools):
        there = window(slots, day.there(school))
        dates = tuple(
            index for index, date in enumerate(day.dates) if not school.dates or date in school.dates
        )
        for group in school.groups:
            demand = Demand(there.start, there.stop - 1, visits_of(group, day))
            parties.append(Party(number, demand, dates))
    return parties


def _turns(day: Day, parties: Sequence[Party], dates: Sequence[int], stations: int) -> Iterator[Turn]:
    """`stations`: 1 if a group takes all of them at once."""
    named = [(school, group) for school in day.schools for group in school.groups]
    for date, of_day in enumerate(day.dates):
        indexes = [index for index, on in enumerate(dates) if on == date]
        given = rotation([parties[index].demand for index in indexes], len(day.slots), stations)
        if stations == 1:
            given = _evened(given, [visits_of(named[index][1], day) for index in indexes])
        left = {index: named[index][1].children for index in indexes}
        slot, station = -1, 1
        for each in given:
            if each.slot != slot:
                slot, station = each.slot, 1
            index = indexes[each.demand]
            children = min(left[index], each.visits * day.players.seats)
            left[index] -= children
            last = station + each.visits - 1
            yield Turn(of_day, day.slots[slot], *named[index], station, last, children)
            station = last + 1


def _evened(given: Sequence[Given], visits: Sequence[int]) -> tuple[Given, ...]:
    """Slots a group has to itself, with its visits shared out among them."""
    slots = [sum(each.demand == index for each in given) for index in range(len(visits))]
    had = [0] * len(visits)
    evened = []
    for each in given:
        index = each.demand
        least, more = divmod(visits[index], slots[index])
        evened.append(each._replace(visits=least + (had[index] < more)))
        had[index] += 1
    return tuple(evened)

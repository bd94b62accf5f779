"""Which group comes on which date, where it may come on several: a group comes once, as a whole.

Whole schools are tried first, in the order in which they are hardest to place: what is found is a proof in
itself. Where nothing is found, an integer programme decides. On one date a set of demands can be met if and
only if no stretch of slots is asked for more visits than it has (Hall's condition; for stretches it is
enough, since each group is there for one stretch), so the programme needs no slots in it: how many groups of
each school and size come on each date, and one line for each stretch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from cop_challenge.day.rotation import Demand, fits

SOLVER_SECONDS = 30


class Undecided(Exception):
    """Whether it can be done was not found out; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Party:
    """A group, as far as dates are concerned."""

    school: int
    """Which one; those of a school stand together."""
    demand: Demand
    dates: tuple[int, ...]
    """Indexes of those on which it may come; one at the least."""


def spread(
    parties: Sequence[Party], dates: int, slots: int, stations: int, *, exact: bool = True
) -> tuple[int, ...] | None:
    """The date of each party, or None if there is no way, or, unless `exact`, none was found; Undecided."""
    wanted = sum(party.demand.visits for party in parties)
    if wanted > dates * slots * stations:
        return None
    found = _tried(parties, dates, slots, stations)
    if found or not exact or all(len(party.dates) == 1 for party in parties):
        return found
    return _solved(parties, dates, stations)


def school_days(parties: Sequence[Party], found: Iterable[int]) -> int:
    """On how many dates schools come, added up: the fewer, the fewer ways there and back."""
    return len({(party.school, date) for party, date in zip(parties, found, strict=True)})


def _tried(parties: Sequence[Party], dates: int, slots: int, stations: int) -> tuple[int, ...] | None:
    held: list[list[Demand]] = [[] for _ in range(dates)]
    found: dict[int, int] = {}

    def placed(indexes: Sequence[int], date: int) -> bool:
        together = [*held[date], *(parties[index].demand for index in indexes)]
        if not fits(together, slots, stations):
            return False
        held[date] = together
        found.update(dict.fromkeys(indexes, date))
        return True

    schools = [list(each) for _, each in groupby(range(len(parties)), lambda index: parties[index].school)]

    def ease(indexes: Sequence[int]) -> tuple[int, int, int]:
        party = parties[indexes[0]]
        stay = party.demand.last - party.demand.first
        return len(party.dates), stay, -sum(parties[index].demand.visits for index in indexes)

    for indexes in sorted(schools, key=ease):
        open_to = parties[indexes[0]].dates
        if any(placed(indexes, date) for date in open_to):
            continue
        largest_first = sorted(indexes, key=lambda index: -parties[index].demand.visits)
        if not all(any(placed([index], date) for date in open_to) for index in largest_first):
            return None
    return tuple(found[index] for index in range(len(parties)))


def _solved(parties: Sequence[Party], dates: int, stations: int) -> tuple[int, ...] | None:
    try:
        import numpy
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array
    except ImportError as error:
        install = 'python -m pip install "cop-challenge[organiser]"'
        raise Undecided(f"Dates as full as these need scipy ({error}): {install}.") from None

    alike: defaultdict[tuple[int, Demand, tuple[int, ...]], list[int]] = defaultdict(list)
    for index, party in enumerate(parties):
        alike[party.school, party.demand, party.dates].append(index)
    columns = [(key, date) for key in alike for date in key[2]]
    rows: list[dict[int, int]] = []
    least: list[float] = []
    most: list[float] = []
    for key, members in alike.items():
        rows.append({number: 1 for number, (each, _) in enumerate(columns) if each == key})
        least.append(len(members))
        most.append(len(members))
    firsts, lasts = ({getattr(key[1], end) for key in alike} for end in ("first", "last"))
    for date in range(dates):
        for first in firsts:
            for last in (last for last in lasts if last >= first):
                inside = {
                    number: demand.visits
                    for number, ((_, demand, _), on) in enumerate(columns)
                    if on == date and first <= demand.first and demand.last <= last
                }
                if inside:
                    rows.append(inside)
                    least.append(0)
                    most.append(stations * (last - first + 1))
    entries = [(row, column, value) for row, each in enumerate(rows) for column, value in each.items()]
    at_row, at_column, value = zip(*entries, strict=True)
    matrix = csr_array((value, (at_row, at_column)), shape=(len(rows), len(columns)))
    answer = milp(
        numpy.zeros(len(columns)),
        integrality=numpy.ones(len(columns)),
        bounds=Bounds(0, [len(alike[key]) for key, _ in columns]),
        constraints=LinearConstraint(matrix, least, most),
        options={"time_limit": SOLVER_SECONDS},
    )
    if answer.x is None:
        if answer.status == 2:
            return None
        raise Undecided(
            f"Whether all groups find a place on these dates was not found out within {SOLVER_SECONDS} "
            "seconds. Give some schools dates of their own with “dates:”, or plan with one station more."
        )
    found: dict[int, int] = {}
    waiting = {key: list(reversed(members)) for key, members in alike.items()}
    for (key, date), count in zip(columns, answer.x, strict=True):
        for _ in range(round(count)):
            found[waiting[key].pop()] = date
    return tuple(found[index] for index in range(len(parties)))

"""Who is at the stations in which slot of one date: visits shared out, the most urgent first.

A visit is one station in one slot. A group wants a number of them, all within the slots in which it is
there; which child sits at which of them makes no difference, so visits are unit jobs with a release and a
deadline on equal machines. Taking in each slot those whose time is over first is exact: it places as many
visits as can be placed at all (Glover, F., 1967, "Maximum matching in a convex bipartite graph", Naval
Research Logistics Quarterly 14, 313–316). A test holds it to every way of placing them.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import NamedTuple


class Demand(NamedTuple):
    """What a group wants."""

    first: int
    """Index of the first slot in which it is there."""
    last: int
    visits: int


class Given(NamedTuple):
    """What it gets in one slot."""

    slot: int
    demand: int
    """Its index among the demands."""
    visits: int


def rotation(demands: Sequence[Demand], slots: int, stations: int) -> tuple[Given, ...]:
    """As many of the visits as can be, slot by slot.

    Among those equally urgent, whoever came first goes on, so that a group is not called twice.
    """
    coming = sorted(range(len(demands)), key=lambda index: demands[index].first, reverse=True)
    waiting: list[tuple[int, int, int]] = []
    left = [demand.visits for demand in demands]
    given: list[Given] = []
    for slot in range(slots):
        while coming and demands[coming[-1]].first <= slot:
            index = coming.pop()
            heapq.heappush(waiting, (demands[index].last, demands[index].first, index))
        free = stations
        while free and waiting:
            last, _, index = waiting[0]
            visits = min(free, left[index]) if last >= slot else 0
            if visits:
                given.append(Given(slot, index, visits))
                left[index] -= visits
                free -= visits
            if last < slot or not left[index]:
                heapq.heappop(waiting)
    return tuple(given)


def fits(demands: Sequence[Demand], slots: int, stations: int) -> bool:
    """Whether everybody plays."""
    placed = sum(given.visits for given in rotation(demands, slots, stations))
    return placed == sum(demand.visits for demand in demands)

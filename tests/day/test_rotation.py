"""Sharing out visits over slots, and groups over dates, held to every way of doing it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.day.rotation import Demand, fits, rotation
from cop_challenge.day.spread import Party, _solved, spread

SLOTS = 4


@st.composite
def demands(draw: st.DrawFn, most: int = 4) -> Demand:
    first = draw(st.integers(0, SLOTS - 1))
    return Demand(first, draw(st.integers(first, SLOTS - 1)), draw(st.integers(1, most)))


def placed_at_most(wanted: Sequence[Demand], slots: int, stations: int) -> int:
    """By trying every slot for every visit."""
    jobs = [demand for demand in wanted for _ in range(demand.visits)]

    @cache
    def best(job: int, used: tuple[int, ...]) -> int:
        if job == len(jobs):
            return 0
        found = best(job + 1, used)  # this one does not play
        for slot in range(jobs[job].first, jobs[job].last + 1):
            if used[slot] < stations:
                more = (*used[:slot], used[slot] + 1, *used[slot + 1 :])
                found = max(found, 1 + best(job + 1, more))
        return found

    return best(0, (0,) * slots)


@given(st.lists(demands(), max_size=4), st.integers(1, 3))
def test_as_many_visits_as_can_be(wanted: list[Demand], stations: int) -> None:
    """No way of placing them places more."""
    placed = sum(each.visits for each in rotation(wanted, SLOTS, stations))
    assert placed == placed_at_most(wanted, SLOTS, stations)


@given(st.lists(demands(9), max_size=8), st.integers(1, 6))
def test_nobody_is_placed_where_they_are_not(wanted: list[Demand], stations: int) -> None:
    """Within their time, never more than they want, never more than there are stations."""
    given_ = rotation(wanted, SLOTS, stations)
    for each in given_:
        assert wanted[each.demand].first <= each.slot <= wanted[each.demand].last
        assert each.visits > 0
    for slot in range(SLOTS):
        assert sum(each.visits for each in given_ if each.slot == slot) <= stations
    for index, demand in enumerate(wanted):
        assert sum(each.visits for each in given_ if each.demand == index) <= demand.visits


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(1, 5))
def test_who_is_there_all_day_comes_once(visits: list[int], stations: int) -> None:
    """Slots of a group follow each other where nothing forces them apart."""
    wanted = [Demand(0, 60, each) for each in visits]
    for index in range(len(wanted)):
        slots = [each.slot for each in rotation(wanted, 61, stations) if each.demand == index]
        assert slots == list(range(slots[0], slots[-1] + 1))


@st.composite
def parties(draw: st.DrawFn) -> list[Party]:
    """Up to five groups of up to three schools, on two dates."""
    found = []
    for school in range(draw(st.integers(1, 3))):
        stay = draw(demands())
        dates = draw(st.sampled_from([(0,), (1,), (0, 1)]))
        for visits in draw(st.lists(st.integers(1, 6), min_size=1, max_size=2)):
            found.append(Party(school, stay._replace(visits=visits), dates))
    return found


def some_way(wanted: Sequence[Party], stations: int) -> bool:
    """By trying every date for every group."""
    for dates in product(*(party.dates for party in wanted)):
        of_dates = [[p.demand for p, on in zip(wanted, dates, strict=True) if on == date] for date in (0, 1)]
        if all(fits(each, SLOTS, stations) for each in of_dates):
            return True
    return False


@given(parties(), st.integers(1, 3))
def test_dates_are_found_exactly_where_there_are_some(wanted: list[Party], stations: int) -> None:
    """And each group has one of its own dates, with everybody playing on it."""
    found = spread(wanted, 2, SLOTS, stations)
    assert (found is not None) == some_way(wanted, stations)
    for date in (0, 1) if found else ():
        assert all(on in party.dates for party, on in zip(wanted, found or (), strict=True))
        of_date = [p.demand for p, on in zip(wanted, found or (), strict=True) if on == date]
        assert fits(of_date, SLOTS, stations)


@given(parties(), st.integers(1, 3))
def test_the_programme_alone_decides_rightly(wanted: list[Party], stations: int) -> None:
    """Hall's condition says of each date what placing every visit says, whatever was tried before."""
    found = _solved(wanted, 2, stations)
    assert (found is not None) == some_way(wanted, stations)
    assert found is None or Counter(found).total() == len(wanted)


@pytest.mark.parametrize(("sizes", "possible"), [((7, 6, 5, 4, 4, 4), True), ((8, 8, 8, 3, 3), False)])
def test_full_dates_are_decided_by_the_programme(sizes: tuple[int, ...], possible: bool) -> None:
    """Thirty visits on two dates of fifteen: whether sizes go together, no rule of thumb sees."""
    wanted = [Party(0, Demand(0, 4, size), (0, 1)) for size in sizes]
    assert sum(sizes) == 30
    assert (spread(wanted, 2, 5, 3) is not None) == possible

"""Plans of whole days, and what is missing where there is none."""

from __future__ import annotations

import datetime
import time
from collections import Counter, defaultdict
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.day.day import Day, Players
from cop_challenge.day.groups import Group, School
from cop_challenge.day.hours import Hours, Span
from cop_challenge.day.plan import Plan, plan, possible
from cop_challenge.day.shortage import WayOut, shortage

DATE = datetime.date(2026, 11, 24)


def a_day(*children: int, **more: object) -> Day:
    """One school, from nine to two, fifteen minutes a visit and none between."""
    groups = tuple(Group(f"Class {index}", count, "8-12") for index, count in enumerate(children, 1))
    usual = {"changeover": 0, "stations": 6, "schools": (School("Ours", groups),)}
    return Day("A day", DATE, **(usual | more))  # type: ignore[arg-type]


@st.composite
def days(draw: st.DrawFn) -> Day:
    """Three schools at the most, with a break, hours of their own and two dates."""
    dates = draw(st.sampled_from([(DATE,), (DATE, DATE + datetime.timedelta(days=1))]))
    schools = []
    for number in range(draw(st.integers(1, 3))):
        children = draw(st.lists(st.integers(1, 40), min_size=1, max_size=3))
        schools.append(
            School(
                f"School {number}",
                tuple(Group(f"Class {index}", count, "8-12") for index, count in enumerate(children)),
                dates=draw(st.sampled_from([(), dates[-1:]])),
                arrives=draw(st.sampled_from([None, 9 * 60 + 40])),
                leaves=draw(st.sampled_from([None, 12 * 60])),
                travel=draw(st.sampled_from([0, 10])),
            )
        )
    return Day(
        "A day",
        DATE,
        later_dates=dates[1:],
        minutes=draw(st.sampled_from([5, 10, 15])),
        changeover=draw(st.integers(0, 5)),
        players=draw(st.sampled_from(Players)),
        stations=draw(st.integers(1, 8)),
        hours=Hours(9 * 60, 9 * 60 + draw(st.integers(200, 300)), (Span(630, 645), Span(705, 750))),
        schools=tuple(schools),
    )


def people(made: Plan) -> Counter[tuple[str, str]]:
    played: Counter[tuple[str, str]] = Counter()
    for turn in made.turns:
        played[turn.school.name, turn.group.name] += turn.children
    return played


@given(days())
def test_a_plan_holds_what_it_promises(day: Day) -> None:
    """Every child plays once, on one date, at a station of their own or their pair's, when they are there."""
    made = plan(day)
    if made is None:
        return
    groups = {(school.name, group.name): group for school in day.schools for group in school.groups}
    assert people(made) == {key: group.children for key, group in groups.items()}
    taken: set[tuple[datetime.date, int, int]] = set()
    dates = defaultdict(set)
    for turn in made.turns:
        seats = (turn.last_station - turn.first_station + 1) * day.players.seats
        assert seats - day.players.seats < turn.children <= seats
        assert 1 <= turn.first_station <= turn.last_station <= day.stations
        assert day.there(turn.school).holds(turn.slot)
        assert day.hours.opens <= turn.slot.start
        assert turn.slot.end <= day.hours.closes
        assert all(turn.slot.end <= each.start or each.end <= turn.slot.start for each in day.hours.breaks)
        assert not turn.school.dates or turn.date in turn.school.dates
        dates[turn.school.name, turn.group.name].add(turn.date)
        for station in range(turn.first_station, turn.last_station + 1):
            place = (turn.date, turn.slot.start, station)
            assert place not in taken
            taken.add(place)
    assert all(len(on) == 1 for on in dates.values())
    assert made.free == len(day.dates) * len(day.slots) * day.stations - len(taken)


@given(days())
def test_slots_do_not_overlap(day: Day) -> None:
    """The changeover lies between two, or a break."""
    breaks = {each.end for each in day.hours.breaks}
    for before, after in zip(day.slots, day.slots[1:], strict=False):
        assert after.start - before.end == day.changeover or after.start in breaks
        assert before.end <= after.start
        assert before.end - before.start == day.minutes


def cramped(day: Day) -> Day:
    """The same in a tenth of the time, so that every way can be tried."""
    groups = [
        replace(
            school, groups=tuple(replace(each, children=1 + each.children // 12) for each in school.groups)
        )
        for school in day.schools
    ]
    return replace(day, minutes=60, stations=min(day.stations, 2), schools=tuple(groups))


def some_way(day: Day) -> bool:
    """By putting every pair or child of every group into every slot of every date it may come on."""
    groups = []
    for school in day.schools:
        slots = [index for index, slot in enumerate(day.slots) if day.there(school).holds(slot)]
        on = [index for index, date in enumerate(day.dates) if not school.dates or date in school.dates]
        for group in school.groups:
            groups.append((on, slots, -(-group.children // day.players.seats)))

    def seated(jobs: list[list[int]], free: tuple[int, ...]) -> bool:
        if not jobs:
            return True
        first, *rest = jobs
        return any(
            free[slot] and seated(rest, (*free[:slot], free[slot] - 1, *free[slot + 1 :])) for slot in first
        )

    for dates in product(*(on for on, _, _ in groups)):
        jobs: list[list[list[int]]] = [[] for _ in day.dates]
        for date, (_, slots, visits) in zip(dates, groups, strict=True):
            jobs[date] += [slots] * visits
        if all(seated(each, (day.stations,) * len(day.slots)) for each in jobs):
            return True
    return False


@given(days())
def test_there_is_a_plan_exactly_where_there_is_a_way(day: Day) -> None:
    """Held to trying all of them, on small days."""
    small = cramped(day)
    if all(any(small.there(school).holds(slot) for slot in small.slots) for school in small.schools):
        assert (plan(small) is not None) == some_way(small)


def test_the_question_of_the_hall() -> None:
    """120 children in slots of a quarter of an hour over five hours: six laptops solo, three in pairs."""
    day = a_day(30, 30, 30, 30)
    assert possible(day)
    assert not possible(replace(day, stations=5))
    in_pairs = replace(day, players=Players.PAIRS)
    assert possible(replace(in_pairs, stations=3))
    assert not possible(replace(in_pairs, stations=2))


def test_a_group_has_the_hall_to_itself_where_there_is_time() -> None:
    """Seven children at six laptops: four, then three, and nobody else with them."""
    made = plan(a_day(7, 6))
    assert made is not None
    assert [(turn.group.name, turn.children) for turn in made.turns] == [
        ("Class 1", 4),
        ("Class 1", 3),
        ("Class 2", 6),
    ]


def test_groups_share_a_slot_where_there_is_none() -> None:
    """Three times eight children at six laptops in four slots."""
    made = plan(a_day(8, 8, 8, hours=Hours(540, 600)))
    assert made is not None
    assert len({turn.slot for turn in made.turns}) == 4
    assert made.free == 0


def test_a_school_comes_on_as_few_dates_as_can_be() -> None:
    """Two schools, two dates, each fills one."""
    schools = tuple(
        School(name, tuple(Group(f"Class {n}", 30, "8-12") for n in range(4))) for name in ("Hill", "Harbour")
    )
    made = plan(a_day(schools=schools, later_dates=(DATE + datetime.timedelta(days=1),)))
    assert made is not None
    assert len({(turn.school.name, turn.date) for turn in made.turns}) == 2


def test_what_is_missing_is_said_exactly() -> None:
    """The least of each, so that one less is not enough."""
    found = shortage(a_day(30, 30, 30, 30, stations=4))
    assert list(found.lines()) == [
        "120 visits are wanted, and there is room for 80.",
        "As it is, 80 of 120 can play.",
        "Each of these is enough:",
        "  - 2 more laptops (6 instead of 4)",
        "  - 150 minutes more (until 16:30)",
        "  - pairs instead of solo",
        "  - visits of 10 minutes instead of 15",
        "  - 1 more day of the same hours",
    ]


def test_pairs_alone_may_not_be_enough() -> None:
    """Then laptops come with them."""
    found = shortage(a_day(30, 30, 30, 30, stations=2))
    assert WayOut(pairs=True, stations=1) in found.ways_out
    assert "pairs instead of solo and 1 more laptop (3 instead of 2)" in "".join(found.lines())


def test_room_at_the_wrong_time() -> None:
    """Two schools that are there in the same hour: the hall stands empty afterwards, and it is said so."""
    schools = tuple(School(name, (Group("5", 20, "8-12"),), leaves=600) for name in ("Hill", "Harbour"))
    found = shortage(a_day(schools=schools))
    assert next(found.lines()) == (
        "40 visits are wanted, and there is room for 120, but not while the groups are there."
    )
    assert found.most == 24
    assert WayOut(stations=4) in found.ways_out
    assert "each school stays as much longer" in "".join(found.lines())


@given(days())
@settings(max_examples=60)
def test_each_way_out_is_one_and_no_less_would_do(day: Day) -> None:
    """With it there is a plan; with one station, minute or date less there is none."""
    if any(not any(day.there(school).holds(slot) for slot in day.slots) for school in day.schools):
        return
    if possible(day):
        return
    found = shortage(day)
    assert found.ways_out
    for way in found.ways_out:
        assert plan(way.applied(day)) is not None
        less = replace(
            way,
            stations=max(0, way.stations - 1),
            longer=max(0, way.longer - 1),
            dates=max(0, way.dates - 1),
        )
        assert less == way or not possible(less.applied(day))


def pilot(stations: int, dates: int) -> Day:
    """25 schools of 600 children in classes of many sizes; some schools come late, or must leave early."""
    sizes = [22 + (7 * number) % 17 for number in range(19)]
    sizes.append(600 - sum(sizes))
    schools = tuple(
        School(
            f"School {number}",
            tuple(Group(f"Class {index}", size, "8-12") for index, size in enumerate(sizes)),
            arrives=None if number % 3 else 570,
            leaves=None if number % 4 else 780,
            travel=0 if number % 5 else 10,
        )
        for number in range(25)
    )
    return Day(
        "Pilot",
        DATE,
        later_dates=tuple(DATE + datetime.timedelta(days=each + 1) for each in range(dates - 1)),
        players=Players.PAIRS,
        stations=stations,
        hours=Hours(540, 900, (Span(720, 750),)),
        schools=schools,
    )


@pytest.mark.parametrize(("stations", "dates"), [(100, 5), (85, 5), (23, 20)])
def test_fifteen_thousand_children_in_seconds(stations: int, dates: int) -> None:
    """25 schools over a week in a large hall, and over a month in a small one."""
    begun = time.perf_counter()
    made = plan(pilot(stations, dates))
    assert made is not None
    assert made.children == 15_000
    assert time.perf_counter() - begun < 10


def test_what_fifteen_thousand_lack_in_seconds() -> None:
    """A hall that is too small for them."""
    begun = time.perf_counter()
    found = shortage(pilot(60, 5))
    assert found.children == 15_000
    assert found.ways_out
    assert time.perf_counter() - begun < 20

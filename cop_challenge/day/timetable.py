"""A plan to be read: as lines on a terminal, as a sheet for the wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from cop_challenge.core.text import Text
from cop_challenge.core.track import Track
from cop_challenge.day.day import Day
from cop_challenge.day.hours import Span
from cop_challenge.day.plan import Coming, Plan, Turn
from cop_challenge.printing import words
from cop_challenge.printing.sheet import Sheet, Value

Written = Callable[[Span], Sequence[str]]
"""Hours in the digits of the page's language; in another line as its readers count them, if otherwise."""


def lines(plan: Plan) -> Iterator[str]:
    """English, for a terminal."""
    day = plan.day
    comings = list(plan.comings())
    several = len(day.schools) > 1
    yield f"{day.title}: {_count(plan.children, 'player')} in {_count(len(comings), 'group')}"
    yield (
        f"{_count(day.stations, 'station')}, {day.players.value}, visits of {day.minutes} minutes, "
        f"{day.changeover} to change; {_count(plan.free, 'visit')} free"
    )
    for date, turns in groupby(plan.turns, lambda turn: turn.date):
        yield ""
        yield date.isoformat()
        for slot, at_once in groupby(turns, lambda turn: turn.slot):
            told = "; ".join(
                f"{_name(turn.school.name, turn.group.name, several)}: {_stations(turn)} "
                f"({_count(turn.children, 'player')})"
                for turn in at_once
            )
            yield f"  {slot}  {told}"
    yield ""
    yield "By group"
    for coming in comings:
        name = _name(coming.school.name, coming.group.name, several)
        times = " and ".join(map(str, coming.stays))
        twice = "" if len(coming.stays) == 1 else " (with others in between)"
        yield f"  {name}: {coming.date.isoformat()}, {times}{twice}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _stations(turn: Turn) -> str:
    if turn.first_station == turn.last_station:
        return f"station {turn.first_station}"
    return f"stations {turn.first_station}–{turn.last_station}"


def _name(school: str, group: str, several: bool) -> str:
    return f"{school}, {group}" if several else group


def timetable(plan: Plan, tracks: Mapping[str, Track], written: Written) -> Sheet:
    """For the wall: each date with its slots, then each school with its groups."""
    day = plan.day
    values: Mapping[str, Value] = {
        "day": day.title,
        "stations": day.stations,
        "break": words.BREAK,
        "by_group": words.BY_GROUP,
        "heads": (words.GROUP, words.DATE, words.TIME, words.HOW_MANY),
        "dates": tuple(
            {"date": date, "rows": tuple(_rows(day, list(turns), tracks, written))}
            for date, turns in groupby(plan.turns, lambda turn: turn.date)
        ),
        "schools": tuple(
            {"name": school.name, "groups": tuple(_coming(each, written) for each in comings)}
            for school, comings in groupby(plan.comings(), lambda coming: coming.school)
        ),
    }
    return Sheet("timetable", words.TIMETABLE, values)


def _rows(
    day: Day, turns: list[Turn], tracks: Mapping[str, Track], written: Written
) -> Iterator[Mapping[str, Value]]:
    """Slots in which somebody plays, and the breaks between them."""
    order = list(tracks)
    several = len(day.schools) > 1
    slots = [(slot, list(at_once)) for slot, at_once in groupby(turns, lambda turn: turn.slot)]
    first, last = slots[0][0], slots[-1][0]
    pauses: list[tuple[Span, list[Turn]]] = [
        (each, []) for each in day.hours.breaks if first.end <= each.start and each.end <= last.start
    ]
    for span, at_once in sorted([*slots, *pauses], key=lambda row: row[0].start):
        yield {
            "times": tuple(written(span)),
            "turns": tuple(
                {
                    "group": turn.group.name,
                    "school": turn.school.name if several else None,
                    "track": order.index(turn.group.track) if turn.group.track in order else -1,
                    "stations": _at(turn),
                    "count": turn.last_station - turn.first_station + 1,
                    "children": words.PLAYERS.fill(count=turn.children),
                }
                for turn in at_once
            ),
        }


def _at(turn: Turn) -> Text:
    if turn.first_station == turn.last_station:
        return words.STATION.fill(station=turn.first_station)
    return words.STATIONS.fill(first=turn.first_station, last=turn.last_station)


def _coming(coming: Coming, written: Written) -> Mapping[str, Value]:
    return {
        "group": coming.group.name,
        "date": coming.date,
        "times": tuple(tuple(written(stay)) for stay in coming.stays),
        "children": words.PLAYERS.fill(count=coming.group.children),
    }

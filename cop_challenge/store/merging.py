"""Stations' files put together: facts, never totals; each once, in whatever order and however often given."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from statistics import median

from cop_challenge.core.result import Fact
from cop_challenge.store.database import Row, Store, StoreError
from cop_challenge.store.taking import Taken, files_in, take

HOUR = timedelta(hours=1)
NAMED = 5
"""Of a sort of problem, how many are told one by one."""

Identity = tuple[str, str, int]


@dataclass(frozen=True)
class Gathered:
    """What several files hold together."""

    rows: tuple[Row, ...]
    files: tuple[Taken, ...]
    problems: tuple[str, ...] = ()
    """Sentences for a person: damage, then facts that two files tell differently, then gaps."""


@dataclass(frozen=True)
class StationTotals:
    """What one station gave."""

    station: str
    visits: int
    facts: int
    hours: tuple[str, ...]
    """Every hour in which something was played, in order."""


@dataclass(frozen=True)
class Merged:
    """A merge that was written."""

    gathered: Gathered
    stations: tuple[StationTotals, ...] = ()
    added: int = 0
    """Facts that were not in the file before."""
    facts: int = 0
    """All it holds now."""
    clocks: tuple[str, ...] = field(default=())
    """Which stations' clocks seem to disagree; nothing is changed because of it."""


def gather(paths: Iterable[Path]) -> Gathered:
    """All facts of these files and folders. StoreError if there is no file."""
    files = files_in(paths)
    if not files:
        raise StoreError("There is no results file in this folder: .sqlite, .csv or .jsonl.")
    for path in files:
        if not path.is_file():
            raise StoreError(f"Nothing has been played here yet: there is no {path}.")
    taken = tuple(take(path) for path in files)
    kept, differing = union(row for one in taken for row in one.rows)
    problems = [sentence for one in taken for sentence in one.damage]
    problems += [
        f"Station {station}, visit {visit}, fact {number}: two files tell it differently; one was taken."
        for station, visit, number in differing[:NAMED]
    ]
    if len(differing) > NAMED:
        problems.append(f"{len(differing) - NAMED} more facts are told differently by two files.")
    if any(one.damage for one in taken):
        problems += gaps(kept)
    return Gathered(kept, taken, tuple(problems))


def union(rows: Iterable[Row]) -> tuple[tuple[Row, ...], list[Identity]]:
    """Each fact once, in order, and those that were told in two ways.

    Facts never change, so of two ways one is damaged and nothing says which: the first by its values is
    taken, so that the order of files does not matter.
    """
    found: dict[Identity, Row] = {}
    differing: dict[Identity, None] = {}
    for row in rows:
        identity = row.station, row.visit, row.number
        other = found.setdefault(identity, row)
        if other != row:
            differing[identity] = None
            found[identity] = min(other, row, key=_values)
    in_order = sorted(found.values(), key=lambda row: (row.hour, row.station, row.visit, row.number))
    return tuple(in_order), sorted(differing)


def _values(row: Row) -> tuple[str, ...]:
    return tuple(map(str, row.flat().values()))


def gaps(rows: Iterable[Row]) -> list[str]:
    """Facts that must have been there: those of a visit are counted from 1."""
    numbers: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows:
        numbers[row.station, row.visit].append(row.number)
    told = []
    for (station, visit), found in sorted(numbers.items()):
        lost = sorted(set(range(1, max(found))) - set(found))
        if lost:
            told.append(f"Station {station}, visit {visit}: missing {_ranges(lost)}.")
    more = len(told) - NAMED
    return told[:NAMED] + ([f"{more} more visits have facts missing."] if more > 0 else [])


def _ranges(numbers: list[int]) -> str:
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1] = runs[-1][0], number
        else:
            runs.append((number, number))
    said = [f"fact {first}" if first == last else f"facts {first} to {last}" for first, last in runs]
    return ", ".join(said[:NAMED]) + (" and more" if len(said) > NAMED else "")


def merge(out: Path, paths: Iterable[Path]) -> Merged:
    """Puts all facts into the file at `out`, which keeps what it holds. StoreError if that can't be done."""
    before = take(out) if out.exists() else Taken(out)
    if before.damage:
        remedy = "Name another file to write, and this one among those to merge"
        raise StoreError(f"{out} is damaged, or no results file. {remedy}.")
    found = gather(one for one in files_in(paths) if one.resolve() != out.resolve())
    kept, differing = union((*before.rows, *found.rows))
    with Store(out) as store:
        store.append(found.rows)
        if differing:
            store.replace([row for row in kept if (row.station, row.visit, row.number) in set(differing)])
    return Merged(found, totals(found.rows), len(kept) - len(before.rows), len(kept), clocks(kept))


def totals(rows: Iterable[Row]) -> tuple[StationTotals, ...]:
    """What each station gave, in the order of their ids."""
    facts: Counter[str] = Counter()
    visits: defaultdict[str, set[str]] = defaultdict(set)
    hours: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        facts[row.station] += 1
        visits[row.station].add(row.visit)
        hours[row.station].add(row.hour)
    return tuple(
        StationTotals(station, len(visits[station]), facts[station], tuple(sorted(hours[station])))
        for station in sorted(facts)
    )


def clocks(rows: Iterable[Row]) -> tuple[str, ...]:
    """Sentences about stations that lie on another day than most, or hours apart from the others.

    A station that merely opened later or closed earlier is not meant: both its first and its last visit of
    the day must lie to the same side.
    """
    begun: defaultdict[str, defaultdict[str, list[datetime]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        if row.result.fact is Fact.BEGAN:
            day, _, hour = row.hour.partition("T")
            begun[row.station][day].append(datetime.fromisoformat(f"{day}T{hour}:00"))
    if len(begun) < 2:
        return ()
    on_day = Counter(day for days in begun.values() for day in days)
    visits_on = Counter({day: sum(len(days.get(day, ())) for days in begun.values()) for day in on_day})
    main = max(on_day, key=lambda day: (on_day[day], visits_on[day], day))
    told = []
    for station, days in sorted(begun.items()):
        if main not in days:
            when = ", ".join(sorted(days)[:NAMED])
            told.append(f"Station {station}: everything lies on {when}; most stations played on {main}.")
    shared = {station: days[main] for station, days in sorted(begun.items()) if main in days}
    for station, times in shared.items():
        others = [theirs for other, theirs in shared.items() if other != station]
        apart = [shift for theirs in others if abs(shift := _apart(times, theirs)) > 1]
        if 2 * len(apart) > len(others):
            hours = round(median(apart))
            side = "ahead of" if hours > 0 else "behind"
            told.append(
                f"Station {station}: its clock seems {abs(hours)} hours {side} most others' "
                f"({main}, {min(times):%H} to {max(times):%H} h)."
            )
    return tuple(told)


def _apart(times: list[datetime], others: list[datetime]) -> float:
    """By how many hours both ends of a day lie to the same side; 0 if they do not."""
    first, last = (min(times) - min(others)) / HOUR, (max(times) - max(others)) / HOUR
    return min(first, last, key=abs) if first * last > 0 else 0.0


def elsewhere(rows: Iterable[Row], days: Iterable[date]) -> tuple[str, ...]:
    """Sentences about visits that a report of these days does not count."""
    wanted = {day.isoformat() for day in days}
    other = Counter(
        (row.station, row.hour[:10])
        for row in rows
        if row.result.fact is Fact.BEGAN and row.hour[:10] not in wanted
    )
    told = [
        f"Station {station}: {count} visit{'s' if count > 1 else ''} on {day} not counted; it is another day."
        for (station, day), count in sorted(other.items())
    ]
    more = len(told) - NAMED
    return (*told[:NAMED], *([f"{more} more days are not counted."] if more > 0 else []))

"""What no field of a day file can see alone: times in order, names that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cop_challenge.activities.lesson import Finding
from cop_challenge.activities.lesson import Path as Place
from cop_challenge.day.groups import SchoolEntry
from cop_challenge.day.hours import Hours, Span, clock, window

if TYPE_CHECKING:
    from cop_challenge.day.day import DayFile


@dataclass(frozen=True)
class Known:
    """What a day may name; None: not known here, and not asked for."""

    folder: Path | None = None
    """The file's, from which packs are looked for."""
    tracks: Collection[str] | None = None
    languages: Collection[str] | None = None
    messages: Collection[str] | None = None
    """Ids of spot messages."""


def findings(file: DayFile, hours: Hours, known: Known) -> Iterator[Finding]:
    """Everything that does not go together in a file whose fields are in order."""
    if not (file.date or file.dates):
        yield Finding("missing-key", (), {"key": "date"})
    yield from _repeated(file.dates, ("dates",), "")
    yield from _times(file)
    ordered = hours.opens < hours.closes
    slots = hours.slots(file.minutes, file.changeover)
    if ordered and not slots:
        whole = Span(hours.opens, hours.closes)
        yield Finding("no-visit-fits", ("closes",), {"hours": str(whole), "minutes": file.minutes})
    yield from _repeated([school.name for school in file.schools], ("schools",), "name")
    for index, entry in enumerate(file.schools):
        yield from _school(file, entry, ("schools", index), slots, hours)
    yield from _named(file, known)


def _times(file: DayFile) -> Iterator[Finding]:
    if file.closes <= file.opens:
        yield _disorder(("closes",), file.closes, file.opens)
    before = 0
    for index, entry in enumerate(file.breaks):
        if entry.end <= entry.start:
            yield _disorder(("breaks", index, "to"), entry.end, entry.start)
        elif entry.start < before:
            yield _disorder(("breaks", index, "from"), entry.start, before)
        before = max(before, entry.end)


def _disorder(place: Place, found: int, before: int) -> Finding:
    return Finding("time-order", place, {"found": clock(found), "before": clock(before)})


def _school(
    file: DayFile, entry: SchoolEntry, place: Place, slots: tuple[Span, ...], hours: Hours
) -> Iterator[Finding]:
    dates = [each for each in (file.date, *file.dates) if each]
    for index, each in enumerate(entry.dates):
        if each not in dates:
            yield Finding("not-on-the-day", (*place, "dates", index), {"found": each, "known": dates})
    yield from _repeated([group.name for group in entry.groups], (*place, "groups"), "name")
    for index, group in enumerate(entry.groups):
        if file.tracks and group.track not in file.tracks:
            values = {"found": group.track, "known": list(file.tracks)}
            yield Finding("not-a-choice", (*place, "groups", index, "track"), values)
    arrives = hours.opens if entry.arrives is None else entry.arrives
    leaves = hours.closes if entry.leaves is None else entry.leaves
    if leaves <= arrives:
        if hours.opens < hours.closes:
            key = "arrives" if entry.leaves is None else "leaves"
            yield _disorder((*place, key), leaves, arrives)
    elif slots and not window(slots, Span(arrives + entry.travel, leaves - entry.travel)):
        keys = {"leaves": entry.leaves, "arrives": entry.arrives, "travel": entry.travel}
        key = next((name for name, value in keys.items() if value is not None), "name")
        stay = {"hours": str(Span(arrives, leaves)), "minutes": file.minutes}
        yield Finding("no-visit-fits", (*place, key), stay)


def _repeated(names: Iterable[str], place: Place, key: str) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for index, name in enumerate(names):
        seen[name] += 1
        if seen[name] > 1:
            yield Finding("repeated-name", (*place, index, *([key] if key else [])), {"found": name})


def _named(file: DayFile, known: Known) -> Iterator[Finding]:
    """What the file names and is not there."""
    if known.folder is not None:
        for index, pack in enumerate(file.packs):
            if not _is_folder(known.folder / pack):
                yield Finding("no-such-pack", ("packs", index), {"found": pack})
    if known.tracks is not None:
        of_groups = (
            (("schools", number, "groups", index, "track"), group.track)
            for number, school in enumerate(file.schools)
            for index, group in enumerate(school.groups)
            if not file.tracks
        )
        for place, track in (*((("tracks", i), each) for i, each in enumerate(file.tracks)), *of_groups):
            if track not in known.tracks:
                yield Finding("unknown-track", place, {"found": track, "known": list(known.tracks)})
    yield from _unknown("not-a-choice", "languages", file.languages, known.languages)
    yield from _unknown("unknown-name", "spot", file.spot, known.messages)


def _unknown(rule: str, key: str, names: Iterable[str], known: Collection[str] | None) -> Iterator[Finding]:
    for index, name in enumerate(names):
        if known is not None and name not in known:
            yield Finding(rule, (key, index), {"found": name, "known": list(known)})


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # before Python 3.14: a name too long for the system to look for
        return False

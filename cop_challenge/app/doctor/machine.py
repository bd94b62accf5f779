"""The laptop: clock, disk, folders, and whether the game runs already."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from cop_challenge.app.doctor.finding import Finding, good, look, mend
from cop_challenge.app.wiring import Places
from cop_challenge.i18n.dates import in_words

MUCH_BYTES, LEAST_BYTES = 500_000_000, 50_000_000
"""Free on the disk: a day's results, drawn pictures and paper need far less than the first; below the second
a day may fail."""
EARLIEST = date(2026, 1, 1)
"""Before the game was written: a clock that stands there has lost its battery."""
SOON_DAYS = 60
"""A day farther off than that makes one look at the clock."""


def clock(today: date, dates: Sequence[date]) -> Iterator[Finding]:
    """Whether the date can be right: results are told apart by it, and helplines grow old by it."""
    remedy = "Set this computer's date and time"
    said = in_words(today, "en")
    # The next of them, or the last one once all are over.
    day = next((each for each in dates if each >= today), dates[-1] if dates else None)
    if today < EARLIEST:
        yield mend("Clock", f"it says {said}.", f"{remedy}.")
    elif day and today > day:
        yield mend(
            "Clock",
            f"it says {said}, the day is over since {in_words(day, 'en')}.",
            f"{remedy}, or the day's file.",
        )
    elif day and (day - today).days > SOON_DAYS:
        ahead = (day - today).days
        yield look("Clock", f"it says {said}; the day is {ahead} days ahead.", f"If that is wrong: {remedy}.")
    else:
        yield good("Clock", f"it says {said}.")


def results(places: Places) -> Iterator[Finding]:
    """Whether facts can be kept, and whether those already there can be read."""
    from cop_challenge.store.database import Store, StoreError

    if problem := _unwritable(places.data):
        yield mend(
            "Results", f"{places.data}: {problem}.", "Free the folder, or name another in COP_CHALLENGE_DATA."
        )
        return
    if not places.results.is_file():
        yield good("Results", f"none yet; they will be kept in {places.data}.")
        return
    try:
        with Store(places.results) as store:
            count = sum(1 for _ in store.rows())
    except (StoreError, ValueError) as error:
        yield mend("Results", f"{error}", f"Move {places.results} away and keep it; a new one is begun.")
        return
    yield good("Results", f"{count} fact{'' if count == 1 else 's'} in {places.results}.")


def cache(places: Places) -> Iterator[Finding]:
    """Whether drawn pictures can be kept."""
    if problem := _unwritable(places.cache):
        yield look(
            "Drawn pictures",
            f"{places.cache}: {problem}; every start draws them anew.",
            "Free the folder, or name another in COP_CHALLENGE_CACHE.",
        )
    else:
        yield good("Drawn pictures", f"kept in {places.cache}.")


def disk(places: Places) -> Iterator[Finding]:
    """Free space where results go."""
    folder = next(each for each in (places.data, *places.data.parents) if each.exists())
    yield of_disk(folder, shutil.disk_usage(folder).free)


def of_disk(folder: Path, free: int) -> Finding:
    """What so many free bytes mean."""
    fact = f"{free // 1_000_000:,} MB are free at {folder}."
    if free < LEAST_BYTES:
        return mend("Disk", fact, "Delete what is not needed, until half a gigabyte is free.")
    if free < MUCH_BYTES:
        return look("Disk", fact, "Make room: half a gigabyte is plenty.")
    return good("Disk", fact)


def other_stations() -> Iterator[Finding]:
    """The game must not run twice: who would play at which?"""
    if found := stations():
        yield look("Other stations", f"the game is running already (process {found[0]}).", "Close it.")
    else:
        yield good("Other stations", "none runs here.")


def stations() -> list[int]:
    """Numbers of the processes that play, this one and those that started it aside."""
    import psutil

    own = {os.getpid(), *(process.pid for process in psutil.Process().parents())}
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.pid not in own and is_station(process.cmdline()):
                found.append(process.pid)
    return found


def is_station(command: Sequence[str]) -> bool:
    """Whether a process's command line plays: the game's name, and “play” or nothing after it."""
    for at, part in enumerate(command[:4]):
        module = part == "cop_challenge" and at and command[at - 1] == "-m"
        script = Path(part.replace("\\", "/")).name.lower() in ("cop-challenge", "cop-challenge.exe")
        if module or script:
            return command[at + 1 :][:1] in ([], ["play"])
    return False


def _unwritable(folder: Path) -> str:
    """Why a file can't be made there, or nothing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"1" * 4096)
            file.flush()
    except OSError as error:
        return f"can't be written ({error.strerror})"
    return ""

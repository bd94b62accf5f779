"""Facts taken from one file of a station, whatever state it is in: a results file, or one exported as CSV or
JSON lines. The file itself is only read, so a stick that can't be written to will do.
"""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cop_challenge.store import pages
from cop_challenge.store.database import APPLICATION_ID, COLUMNS, DATABASE_VERSION, Row, Store, StoreError
from cop_challenge.store.fact import NEEDED, NoFact, row_of

DATABASE_ENDINGS = (".sqlite", ".sqlite3", ".db")
ENDINGS = (*DATABASE_ENDINGS, ".csv", ".jsonl")
"""Files that are looked for in a folder."""
LOG = "-wal"
"""Ending of the log beside a results file: what a station wrote last, before it was closed."""
NAMED = 5
"""Damaged lines of a file that are named one by one."""
TO_THE_END = 1 << 20


@dataclass(frozen=True)
class Taken:
    """One file."""

    path: Path
    rows: tuple[Row, ...] = ()
    damage: tuple[str, ...] = ()
    """What could not be read, each a sentence for a person: file, place, fact."""
    foreign: bool = False
    """It is no results file at all, or one of a newer game; nothing was taken."""


@dataclass
class _Reading:
    """What comes together while a file is read."""

    path: Path
    rows: list[Row] = field(default_factory=list)
    damage: list[str] = field(default_factory=list)

    def add(self, place: str, values: dict[str, object]) -> None:
        try:
            self.rows.append(row_of(values))
        except NoFact as reason:
            self.damage.append(f"{place}: no fact, because {reason}.")

    def taken(self) -> Taken:
        more = len(self.damage) - NAMED
        said = self.damage[:NAMED] + ([f"{self.path}: {more} more places like these."] if more > 0 else [])
        return Taken(self.path, tuple(self.rows), tuple(said))


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files named, and in folders whatever may hold results, however deep."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.suffix.lower() in ENDINGS and one.is_file())
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def take(path: Path) -> Taken:
    """Every fact that can still be read."""
    try:
        with path.open("rb") as file:
            start = file.read(TO_THE_END)
    except OSError as error:
        return Taken(path, damage=(f"{path}: can't be read ({error.strerror or error}).",))
    if start.startswith(pages.MAGIC):
        return _from_database(path)
    if not start.strip(b"\0 \r\n\t"):
        return Taken(path, damage=(f"{path}: empty.",))
    lines = start.decode("utf-8-sig", errors="replace").splitlines()
    header = _header(lines[0])
    if header and set(NEEDED) <= set(header[0]):
        return _from_lines(path, _csv_line(*header), skipped=1)
    if lines[0].startswith("{"):
        return _from_lines(path, _json_line, skipped=0)
    if path.suffix.lower() in DATABASE_ENDINGS:
        # Its first bytes are gone, the rest may be whole.
        salvaged = _from_pages(path)
        if salvaged.rows:
            return salvaged
    return Taken(path, damage=(f"{path}: this is no results file; it was left out.",), foreign=True)


# ------------------------------------------------------------------ databases


def _from_database(path: Path) -> Taken:
    """By SQLite where it finds nothing wrong, else page by page; always from a copy."""
    try:
        with tempfile.TemporaryDirectory(prefix="cop-challenge-") as folder:
            copy = Path(folder) / "results.sqlite"
            shutil.copyfile(path, copy)
            log = path.with_name(path.name + LOG)
            if log.is_file():
                shutil.copyfile(log, copy.with_name(copy.name + LOG))
            refused = _refused(path, copy)
            if refused:
                return refused
            reading = _Reading(path)
            try:
                with Store(copy) as store:
                    for values in store.raw():
                        place = f"{path}, visit {values['visit']}, fact {values['number']}"
                        reading.add(place, values)
                    whole = store.whole
            except (StoreError, sqlite3.Error, UnicodeDecodeError, ValueError):
                whole = False
            return reading.taken() if whole else _from_pages(path)
    except OSError as error:
        return Taken(path, damage=(f"{path}: can't be read ({error.strerror or error}).",))


def _refused(path: Path, copy: Path) -> Taken | None:
    """Whether it is another program's, or a newer game's; None if it is ours, or too damaged to tell."""
    try:
        connection = sqlite3.connect(copy)
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    if application != APPLICATION_ID and (application or tables):
        return Taken(path, damage=(f"{path}: it belongs to another program; it was left out.",), foreign=True)
    if application == APPLICATION_ID and version > DATABASE_VERSION:
        remedy = "merge it with that version"
        return Taken(
            path, damage=(f"{path}: written by a newer version of the game; {remedy}.",), foreign=True
        )
    return None


def _from_pages(path: Path) -> Taken:
    try:
        data = path.read_bytes()
        beside = path.with_name(path.name + LOG)
        log = beside.read_bytes() if beside.is_file() else b""
    except OSError as error:
        return Taken(path, damage=(f"{path}: can't be read ({error.strerror or error}).",))
    found = [*pages.pages(data)]
    ahead = [*pages.pages_ahead(log, data)]
    rows = {(row.station, row.visit, row.number): row for page in (*found, *ahead) for row in page.rows}
    damage = [f"{path}: damaged; what could still be read was taken page by page: {len(rows)} facts."]
    # A page that is whole in the log is not missed in the file.
    whole = {page.number for page in ahead if not page.lost and not page.broken}
    lost = [page.number for page in found if page.lost and page.number not in whole]
    if lost:
        damage.append(f"{path}: nothing could be read of {_counted('page', lost)} of {len(found)}.")
    for page in found:
        if page.broken and not page.lost and page.number not in whole:
            damage.append(f"{path}: page {page.number} of {len(found)}: {page.broken} facts unreadable.")
    if missing := pages.missing(data):
        damage.append(f"{path}: cut short, {missing} pages are missing at its end.")
    return Taken(path, tuple(rows.values()), tuple(damage))


def _counted(name: str, numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:NAMED]))
    more = f" and {len(numbers) - NAMED} more" if len(numbers) > NAMED else ""
    return f"{name}{'s' if len(numbers) > 1 else ''} {shown}{more}"


# ---------------------------------------------------------------------- lines


def _from_lines(path: Path, values_of: Callable[[str], dict[str, object]], skipped: int) -> Taken:
    """Each line for itself: a quote that is never closed must not swallow those after it."""
    reading = _Reading(path)
    try:
        for number, line in _lines(path):
            if number <= skipped or not line.strip():
                continue
            place = f"{path}:{number}"
            try:
                reading.add(place, values_of(line))
            except ValueError:
                reading.damage.append(f"{place}: no fact, because the line can't be read.")
    except OSError as error:
        reading.damage.append(f"{path}: can't be read to its end ({error.strerror or error}).")
    return reading.taken()


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            encoding = "utf-8-sig" if number == 1 else "utf-8"
            yield number, line.decode(encoding, errors="replace").rstrip("\r\n")


def _header(line: str) -> tuple[list[str], str] | None:
    """The columns of a CSV file, and what separates them: spreadsheets also write semicolons and tabs."""
    for separator in (",", ";", "\t"):
        try:
            (names,) = csv.reader([line], delimiter=separator)
        except (ValueError, csv.Error):
            continue
        if len(names) > 1:
            return names, separator
    return None


def _csv_line(names: list[str], separator: str) -> Callable[[str], dict[str, object]]:
    def values(line: str) -> dict[str, object]:
        try:
            (found,) = csv.reader([line], delimiter=separator, strict=True)
        except csv.Error as error:
            raise ValueError from error
        if len(found) != len(names):
            raise ValueError
        return {name: value for name, value in zip(names, found, strict=True) if name in COLUMNS}

    return values


def _json_line(line: str) -> dict[str, object]:
    try:
        found: Any = json.loads(line)
    except RecursionError as error:
        raise ValueError from error
    if not isinstance(found, dict):
        raise ValueError
    return found

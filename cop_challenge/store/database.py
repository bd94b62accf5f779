"""Results on disk: SQLite, one row a fact. What is acknowledged survives a power cut.

WAL with `synchronous=FULL` makes every commit durable before `append` returns. Nothing here names a
child: a visit is a random number, the time is an hour.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cop_challenge.core.result import Fact, Outcome, Result, Signal

APPLICATION_ID = 0x434F5043  # "COPC"
DATABASE_VERSION = 2
CACHE_KIB = 256
"""Of pages in memory: rows are added and read once; SQLite's own 2 MB would fill up in a day."""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with the visit it belongs to."""

    station: str
    """Random id of the laptop, made once."""
    visit: str
    """Random number of the visit, as 16 hex digits."""
    number: int
    """Counts the facts of a visit from 1; with station and visit it names the fact for ever."""
    hour: str
    """`2026-11-23T14`: never the minute."""
    result: Result

    def flat(self) -> dict[str, Any]:
        """Column names and values."""
        return {
            "station": self.station,
            "visit": self.visit,
            "number": self.number,
            "hour": self.hour,
            **asdict(self.result),
        }


RESULT_COLUMNS = tuple(field.name for field in fields(Result))
COLUMNS = ("station", "visit", "number", "hour", *RESULT_COLUMNS)
WHOLE_NUMBERS = {"number", "attempt", "light", "schema"}


class StoreError(Exception):
    """The results can't be opened or written; the message is for a person."""


def _create() -> str:
    columns = ", ".join(
        f'"{name}" {"INTEGER" if name in WHOLE_NUMBERS else "TEXT"} NOT NULL' for name in COLUMNS
    )
    key = "PRIMARY KEY (station, visit, number)"
    return f"CREATE TABLE IF NOT EXISTS fact ({columns}, {key}) WITHOUT ROWID"


def _identity(path: Path) -> tuple[int, int]:
    """What tells a file from another one of that name."""
    found = path.stat()
    return found.st_dev, found.st_ino


def rows_of_day(path: Path, day: str) -> list[Row]:
    """The facts of a day in one file, which need not be there yet; StoreError if it can't be read."""
    if not path.is_file():
        return []
    with Store(path) as store:
        return list(store.rows(day))


class Store:
    """An open results file. Not shared between threads: each opens its own."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the file at `path`; StoreError if that can't be done."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=10, isolation_level=None)
            self._prepare()
            self._file = _identity(path)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"The results file {path} can't be used: {error}.") from None

    def _prepare(self) -> None:
        run = self._connection.execute
        (application,) = run("PRAGMA application_id").fetchone()
        (version,) = run("PRAGMA user_version").fetchone()
        (tables,) = run("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and application != APPLICATION_ID:
            raise sqlite3.DatabaseError("it belongs to another program")
        if version > DATABASE_VERSION:
            raise sqlite3.DatabaseError("it was written by a newer version of the game")
        run("PRAGMA journal_mode=WAL")
        run("PRAGMA synchronous=FULL")
        run(f"PRAGMA cache_size=-{CACHE_KIB}")
        if not tables:
            run("BEGIN IMMEDIATE")
            run(_create())
            run(f"PRAGMA application_id={APPLICATION_ID}")
            run(f"PRAGMA user_version={DATABASE_VERSION}")
            run("COMMIT")
        elif version < DATABASE_VERSION:
            run("BEGIN IMMEDIATE")
            there = {name for _, name, *_ in run("PRAGMA table_info(fact)").fetchall()}
            for name in COLUMNS:
                if name not in there:
                    run(f'ALTER TABLE fact ADD COLUMN "{name}" TEXT NOT NULL DEFAULT ""')
            run(f"PRAGMA user_version={DATABASE_VERSION}")
            run("COMMIT")

    @property
    def in_place(self) -> bool:
        """Whether the open file is still the one at `path`: some systems write on into a file that is gone
        from its folder, and nobody would ever see it."""
        try:
            return _identity(self.path) == self._file
        except OSError:
            return False

    def append(self, rows: Sequence[Row]) -> None:
        """Writes the rows, all or none; when this returns they survive a power cut.

        A row already there is left as it is: facts do not change, and merging may repeat them.
        """
        self._insert("IGNORE", rows)

    def replace(self, rows: Sequence[Row]) -> None:
        """Writes the rows over those that are there: for merging, where two files disagree."""
        self._insert("REPLACE", rows)

    def _insert(self, otherwise: str, rows: Sequence[Row]) -> None:
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        marks = ", ".join(f":{name}" for name in COLUMNS)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany(
                    f"INSERT OR {otherwise} INTO fact ({names}) VALUES ({marks})",
                    [row.flat() for row in rows],
                )
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # of a full disk SQLite has gone back by itself
                    self._connection.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise StoreError(f"The results could not be written to {self.path}: {error}.") from None

    def rows(self, day: str = "") -> Iterator[Row]:
        """Every fact, visit by visit in order; `day`: of that day only, written as `2026-11-23`."""
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        query = f"SELECT {names} FROM fact WHERE hour >= ? AND hour < ? ORDER BY hour, station, visit, number"
        for values in self._connection.execute(query, (day, f"{day}~")):
            station, visit, number, hour, *rest = values
            named = dict(zip(RESULT_COLUMNS, rest, strict=True))
            named["fact"], named["outcome"] = Fact(named["fact"]), Outcome(named["outcome"])
            named["signal"] = Signal(named["signal"])
            yield Row(station, visit, number, hour, Result(**named))

    def raw(self) -> Iterator[dict[str, object]]:
        """Every record as it stands, whether or not it is a fact."""
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        for values in self._connection.execute(f"SELECT {names} FROM fact"):
            yield dict(zip(COLUMNS, values, strict=True))

    @property
    def whole(self) -> bool:
        """Whether SQLite finds nothing wrong; sqlite3.DatabaseError where it can't even look."""
        return bool(self._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

"""The results of a station as files on a stick: SQLite for `results merge`, CSV for everybody else."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from cop_challenge.store.database import Row, Store, StoreError
from cop_challenge.store.export import write_csv


@dataclass(frozen=True)
class Copied:
    """What a copy has come to."""

    rows: int = 0
    file: str = ""
    """The SQLite file; the CSV file has the same name. None, without a problem: nothing has been played."""
    problem: str = ""
    """Why there is none: place and fact."""


def copy_results(results: Path, folder: Path, name: str, waiting: Sequence[Row] = ()) -> Copied:
    """`name.sqlite` and `name.csv` in the folder, or `name-2` if these are there: nothing is overwritten.

    Rows that are `waiting`, because the station's disk has refused them, are copied, too.
    """
    if not results.is_file() and not waiting:
        return Copied()
    try:
        # Made on the system's disk and then carried over whole: no stick need be fit for SQLite's own files.
        # Where that disk is full, on the stick after all.
        try:
            return _carried(results, folder, name, waiting, tempfile.gettempdir())
        except (OSError, sqlite3.Error, StoreError):
            return _carried(results, folder, name, waiting, folder)
    except (OSError, sqlite3.Error, StoreError) as error:
        return Copied(problem=f"{folder}: {error}")


def _carried(results: Path, folder: Path, name: str, waiting: Sequence[Row], made_in: Path | str) -> Copied:
    with tempfile.TemporaryDirectory(dir=made_in) as made:
        database, table = Path(made) / "results.sqlite", Path(made) / "results.csv"
        rows = _copy(results, waiting, database, table)
        free = next(_free(folder, name))
        for source in (database, table):
            _carry(source, free.with_name(free.name + source.suffix))
    return Copied(rows, str(free) + database.suffix)


def _copy(results: Path, waiting: Sequence[Row], database: Path, table: Path) -> int:
    if results.is_file():
        uri = f"{results.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True)) as source, closing(sqlite3.connect(database)) as copy:
            source.backup(copy)
    with Store(database) as store, table.open("w", encoding="utf-8-sig", newline="") as out:
        store.append(waiting)
        rows = write_csv(store.rows(), out)
    with closing(sqlite3.connect(database)) as copy:
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without companions
    return rows


def _free(folder: Path, name: str) -> Iterator[Path]:
    """Names that nothing in the folder has, with no ending."""
    for number in count(1):
        path = folder / (name if number == 1 else f"{name}-{number}")
        if not any(path.with_name(path.name + ending).exists() for ending in (".sqlite", ".csv")):
            yield path


def _carry(source: Path, target: Path) -> None:
    with target.open("xb") as out:
        out.write(source.read_bytes())
        out.flush()
        os.fsync(out.fileno())

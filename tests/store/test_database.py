from __future__ import annotations

import csv
import io
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.store.database import COLUMNS, DATABASE_VERSION, Row, Store, StoreError
from cop_challenge.store.export import write_csv, write_jsonl

ROW = Row(
    "st",
    "00ff",
    1,
    "2026-11-23T14",
    Result(Fact.ANSWERED, lesson="who-can-help", outcome=Outcome.GOOD, light=3),
)


def test_facts_come_back_as_they_were(tmp_path: Path) -> None:
    """What is written is read again, in another process's place too."""
    with Store(tmp_path / "r.sqlite") as store:
        store.append([ROW])
    with Store(tmp_path / "r.sqlite") as store:
        assert list(store.rows()) == [ROW]


def test_a_fact_is_kept_once(tmp_path: Path) -> None:
    """The same fact again changes nothing: merging may repeat it."""
    with Store(tmp_path / "r.sqlite") as store:
        store.append([ROW])
        store.append([ROW, ROW])
        assert list(store.rows()) == [ROW]


def test_a_full_disk_is_called_that(tmp_path: Path) -> None:
    """Nothing is left half, and room that comes back is used."""
    rows = [replace(ROW, number=number) for number in range(1, 2000)]
    with Store(tmp_path / "r.sqlite") as store:
        store._connection.execute("PRAGMA max_page_count=8")
        with pytest.raises(StoreError, match="full"):
            store.append(rows)
        assert list(store.rows()) == []
        store._connection.execute("PRAGMA max_page_count=100000")
        store.append(rows)
        assert list(store.rows()) == rows


def test_every_commit_is_durable(tmp_path: Path) -> None:
    """Write-ahead log, and a flush to disk before a commit returns."""
    with Store(tmp_path / "r.sqlite") as store:
        assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_no_column_can_hold_a_child(tmp_path: Path) -> None:
    """Only these columns exist: random numbers, ids of content, an hour. No name, no free text."""
    with Store(tmp_path / "r.sqlite") as store:
        found = [row[1] for row in store._connection.execute("PRAGMA table_info(fact)")]
    assert found == list(COLUMNS)
    assert set(COLUMNS) == {
        "station", "visit", "number", "hour", "fact", "track", "language", "lesson", "kind", "habit", "step", "choice",
        "outcome", "attempt", "light", "schema", "phase", "form", "topic", "standing", "signal", "first", "surface",
    }  # fmt: skip


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    """A database of something else is refused with a sentence and not touched."""
    path = tmp_path / "r.sqlite"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """A sentence, not a traceback."""
    path = tmp_path / "r.sqlite"
    path.write_text("hello " * 200, encoding="utf-8")
    with pytest.raises(StoreError, match="can't be used"):
        Store(path)


def test_export_as_csv(tmp_path: Path) -> None:
    """A header and one line a fact."""
    out = io.StringIO()
    assert write_csv([ROW], out) == 1
    (line,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert (line["lesson"], line["outcome"], line["hour"]) == ("who-can-help", "good", "2026-11-23T14")


def test_export_as_json_lines() -> None:
    """One object a line, every column."""
    out = io.StringIO()
    assert write_jsonl([ROW, ROW], out) == 2
    first = json.loads(out.getvalue().splitlines()[0])
    assert list(first) == list(COLUMNS)
    assert first["light"] == 3


def test_an_older_file_is_taken_over(tmp_path: Path) -> None:
    """A file of the first version gets the new columns; its facts stay as they were written."""
    path = tmp_path / "r.sqlite"
    with Store(path) as store:
        store.append([ROW])
        for name in ("phase", "form", "topic", "standing", "signal", "first", "surface"):
            store._connection.execute(f'ALTER TABLE fact DROP COLUMN "{name}"')
        store._connection.execute("PRAGMA user_version=1")
    with Store(path) as store:
        assert list(store.rows()) == [ROW]
        assert store._connection.execute("PRAGMA user_version").fetchone() == (DATABASE_VERSION,)

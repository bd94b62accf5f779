from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from cop_challenge.core.result import Fact, Result
from cop_challenge.store.database import Row, Store, StoreError
from cop_challenge.store.recorder import Recorder

ROWS = [Row("st", "01", number, "2026-11-23T14", Result(Fact.ANSWERED)) for number in range(1, 6)]


def kept(path: Path) -> list[Row]:
    with Store(path) as store:
        return list(store.rows())


def test_rows_are_on_disk_after_a_flush(tmp_path: Path) -> None:
    """Handing over returns at once; a flush waits for the disk."""
    recorder = Recorder(tmp_path / "r.sqlite")
    recorder.record(ROWS)
    assert recorder.flush()
    assert kept(tmp_path / "r.sqlite") == ROWS
    assert recorder.close()


def test_closing_writes_what_is_left(tmp_path: Path) -> None:
    """Nothing handed over is forgotten at the end."""
    recorder = Recorder(tmp_path / "r.sqlite")
    for row in ROWS:
        recorder.record([row])
    assert recorder.close()
    assert kept(tmp_path / "r.sqlite") == ROWS


class FullDisk(Store):
    """Refuses the first writes."""

    refusals = 2

    def append(self, rows: Sequence[Row]) -> None:
        if FullDisk.refusals:
            FullDisk.refusals -= 1
            raise StoreError("the disk is full")
        super().append(rows)


def test_a_full_disk_loses_nothing_and_is_reported(tmp_path: Path) -> None:
    """Refused rows wait in memory and are written with the next ones."""
    recorder = Recorder(tmp_path / "r.sqlite", FullDisk)
    recorder.record(ROWS[:2])
    assert not recorder.flush()
    assert recorder.problem == "the disk is full"
    recorder.record(ROWS[2:4])
    recorder.record(ROWS[4:])
    assert recorder.close()
    assert recorder.problem == ""
    assert kept(tmp_path / "r.sqlite") == ROWS


def test_a_folder_that_is_gone_is_noticed(tmp_path: Path) -> None:
    """A pulled stick: what comes afterwards is not written into a file nobody can see, but where the folder
    is, once it is there again."""
    path = tmp_path / "stick" / "results.sqlite"
    recorder = Recorder(path, again_seconds=0.01)
    recorder.record(ROWS[:1])
    assert recorder.flush()
    pulled = tmp_path / "pulled"
    path.parent.rename(pulled)
    (tmp_path / "stick").write_text("no folder", encoding="utf-8")
    recorder.record(ROWS[1:2])
    assert not recorder.flush()
    assert "can't be used" in recorder.problem
    (tmp_path / "stick").unlink()
    pulled.rename(path.parent)
    for _ in range(500):
        if not recorder.problem:
            break
        time.sleep(0.01)
    assert recorder.close()
    assert kept(path) == ROWS[:2]

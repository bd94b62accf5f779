from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.store.copy import Copied, copy_results
from cop_challenge.store.database import Row, Store, rows_of_day
from cop_challenge.store.tally import Counts, Tally

DAY = "2026-11-23"
ROWS = [
    Row("st", "a", 1, f"{DAY}T09", Result(Fact.BEGAN)),
    Row("st", "a", 2, f"{DAY}T09", Result(Fact.FINISHED, lesson="x", habit="tell")),
    Row("st", "a", 3, f"{DAY}T09", Result(Fact.ENDED, outcome=Outcome.PASSPORT)),
    Row("st", "b", 1, f"{DAY}T10", Result(Fact.BEGAN)),
    Row("st", "c", 1, "2026-11-24T10", Result(Fact.BEGAN)),
]


def results(folder: Path) -> Path:
    path = folder / "data" / "results.sqlite"
    with Store(path) as store:
        store.append(ROWS)
    return path


def test_a_copy_has_every_fact_in_two_files(tmp_path: Path) -> None:
    """While the station goes on writing; and nothing else lies on the stick."""
    path, stick = results(tmp_path), tmp_path / "stick"
    stick.mkdir()
    with Store(path):
        copied = copy_results(path, stick, f"st-{DAY}")
    assert (copied.rows, copied.problem) == (len(ROWS), "")
    assert {each.name for each in stick.iterdir()} == {f"st-{DAY}.sqlite", f"st-{DAY}.csv"}
    with Store(Path(copied.file)) as store:
        assert list(store.rows()) == ROWS
    assert len((stick / f"st-{DAY}.csv").read_text(encoding="utf-8-sig").splitlines()) == len(ROWS) + 1


def test_nothing_on_a_stick_is_overwritten(tmp_path: Path) -> None:
    """The second copy gets a number, even if only one of the two files is there."""
    path, stick = results(tmp_path), tmp_path / "stick"
    stick.mkdir()
    (stick / "st.csv").write_text("somebody's", encoding="utf-8")
    assert Path(copy_results(path, stick, "st").file).name == "st-2.sqlite"
    assert Path(copy_results(path, stick, "st").file).name == "st-3.sqlite"
    assert (stick / "st.csv").read_text(encoding="utf-8") == "somebody's"


def test_what_waits_is_copied_too(tmp_path: Path) -> None:
    """A full disk keeps nothing, and the stick has it all; so it has if there is no file of results yet."""
    path, stick = results(tmp_path), tmp_path / "stick"
    stick.mkdir()
    waiting = [Row("st", "d", 1, f"{DAY}T11", Result(Fact.BEGAN)), ROWS[0]]
    assert copy_results(path, stick, "st", waiting).rows == len(ROWS) + 1
    assert copy_results(tmp_path / "no.sqlite", stick, "st", waiting).rows == 2


def test_a_full_disk_of_the_system_does_not_hold_up_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is made on the stick then, which has only the two files afterwards."""
    path, stick = results(tmp_path), tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "full"))
    assert copy_results(path, stick, "st").rows == len(ROWS)
    assert {each.name for each in stick.iterdir()} == {"st.sqlite", "st.csv"}


def test_a_pulled_stick_is_a_sentence(tmp_path: Path) -> None:
    """Where, and what; no results yet are no problem, and no file."""
    copied = copy_results(results(tmp_path), tmp_path / "gone", "st")
    assert copied.problem.startswith(f"{tmp_path / 'gone'}: ")
    assert copy_results(tmp_path / "no.sqlite", tmp_path, "st") == Copied()


def test_a_days_facts_are_counted_once(tmp_path: Path) -> None:
    """Read from the file and recorded again, as when a visit is taken up."""
    tally = Tally()
    tally.add(rows_of_day(results(tmp_path), DAY))
    tally.add(ROWS)
    assert tally.counts(DAY) == Counts(begun=2, finished=1, lanterns=1)
    assert tally.counts("2026-11-24") == Counts(begun=1)
    assert tally.counts("2026-11-25") == Counts()


def test_a_day_without_a_file_has_no_facts(tmp_path: Path) -> None:
    """And none is made by asking."""
    assert rows_of_day(tmp_path / "results.sqlite", DAY) == []
    assert not (tmp_path / "results.sqlite").exists()

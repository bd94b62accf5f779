from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from cop_challenge.app import wiring
from cop_challenge.app.doctor import machine
from cop_challenge.app.doctor.finding import Finding, Level
from cop_challenge.core.result import Fact, Result
from cop_challenge.store.database import Row, Store

DAY = date(2026, 11, 24)


@pytest.fixture
def here(places: wiring.Places, tmp_path: Path) -> wiring.Places:
    return replace(places, data=tmp_path / "data", cache=tmp_path / "cache")


def only(found: list[Finding]) -> Finding:
    (finding,) = found
    return finding


@pytest.mark.parametrize(
    ("today", "day", "level"),
    [
        (DAY, DAY, Level.GOOD),
        (DAY - timedelta(days=1), DAY, Level.GOOD),
        (DAY, None, Level.GOOD),
        (DAY + timedelta(days=1), DAY, Level.MEND),
        (DAY - timedelta(days=200), DAY, Level.LOOK),
        (date(2000, 1, 1), None, Level.MEND),
    ],
)
def test_the_clock_is_held_against_the_day(today: date, day: date | None, level: Level) -> None:
    """A day that is over, a day far ahead, or a clock that has lost its battery."""
    assert only(list(machine.clock(today, (day,) if day else ()))).level is level


def test_results_that_can_be_kept_are_well(here: wiring.Places) -> None:
    """Before anything was played, and after; looking makes no file."""
    assert only(list(machine.results(here))).level is Level.GOOD
    assert list(here.data.iterdir()) == []
    with Store(here.results) as store:
        store.append([Row("s", "v", 1, "2026-11-24T10", Result(Fact.LEFT))])
    found = only(list(machine.results(here)))
    assert (found.level, found.fact.startswith("1 fact")) == (Level.GOOD, True)


def test_results_of_another_program_are_told(here: wiring.Places) -> None:
    """They would not be written to."""
    here.data.mkdir()
    here.results.write_bytes(b"no database at all" * 100)
    found = only(list(machine.results(here)))
    assert found.level is Level.MEND
    assert "Move" in found.remedy


def test_a_folder_that_can_t_be_made_is_told(here: wiring.Places, tmp_path: Path) -> None:
    """A file stands in its way: results are in danger, drawn pictures only take longer."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    blocked = replace(here, data=tmp_path / "file" / "data", cache=tmp_path / "file" / "cache")
    assert only(list(machine.results(blocked))).level is Level.MEND
    assert only(list(machine.cache(blocked))).level is Level.LOOK
    assert only(list(machine.cache(here))).level is Level.GOOD


@pytest.mark.parametrize(
    ("free", "level"), [(10_000_000, Level.MEND), (200_000_000, Level.LOOK), (9_000_000_000, Level.GOOD)]
)
def test_a_full_disk_is_told_before_the_day(free: int, level: Level) -> None:
    """By what is free."""
    assert machine.of_disk(Path("results"), free).level is level


def test_free_space_is_that_of_the_results_disk(here: wiring.Places) -> None:
    """The folder need not be there yet."""
    found = only(list(machine.disk(here)))
    assert "MB are free" in found.fact
    assert not here.data.exists()


@pytest.mark.parametrize(
    ("command", "plays"),
    [
        (["/usr/bin/python3", "-m", "cop_challenge"], True),
        (["python.exe", "-m", "cop_challenge", "play", "--kiosk"], True),
        (["python3", "/opt/bin/cop-challenge", "play"], True),
        (["C:\\game\\Scripts\\cop-challenge.exe"], True),
        (["python3", "-m", "cop_challenge", "doctor"], False),
        (["python3", "-m", "cop_challenge.ui.voice.worker"], False),
        (["vim", "cop_challenge"], False),
        (["cop-challenge", "check", "play"], False),
        ([], False),
    ],
)
def test_a_station_is_known_by_its_command(command: list[str], plays: bool) -> None:
    """However it was started; other commands of the game do not play."""
    assert machine.is_station(command) is plays


def test_a_second_station_is_found(tmp_path: Path) -> None:
    """A real process."""
    stand_in = tmp_path / "cop-challenge"
    stand_in.write_text("import sys, time\nprint(1, flush=True)\ntime.sleep(60)\n", encoding="utf-8")
    process = subprocess.Popen([sys.executable, str(stand_in), "play"], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        process.stdout.readline()
        assert process.pid in machine.stations()
    finally:
        process.kill()
        process.communicate()
    end = time.monotonic() + 5
    while process.pid in machine.stations() and time.monotonic() < end:
        time.sleep(0.1)
    assert process.pid not in machine.stations()
    assert os.getpid() not in machine.stations()

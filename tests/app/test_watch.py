"""The station as `play --watch` runs it: killed, frozen, twice on one laptop. Real processes throughout."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from cop_challenge.app import wiring
from cop_challenge.core import actions as do
from cop_challenge.core.comfort import USUAL
from cop_challenge.store.journal import JournalFile, Start

PATIENCE = 60.0
"""Seconds anything may take on a busy machine."""
PLAY = ["play", "--size", "640x360", "--lang", "en", "--track", "8-12", "--seed", "7"]


def until(found: Callable[[], object]) -> float:
    """Waits for it; the seconds that took."""
    begun = time.monotonic()
    while time.monotonic() - begun < PATIENCE:
        if found():
            return time.monotonic() - begun
        time.sleep(0.02)
    raise AssertionError(f"it never came; the journal has {journal()}")


@contextlib.contextmanager
def game(*options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "cop_challenge", *PLAY, *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    children: list[psutil.Process] = []
    try:
        yield process
    finally:
        with contextlib.suppress(psutil.Error):
            children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        process.communicate()
        for child in children:
            with contextlib.suppress(psutil.Error):
                child.kill()


def station(watchdog: subprocess.Popen[str]) -> psutil.Process | None:
    """The game it runs now."""
    with contextlib.suppress(psutil.Error):
        return next(iter(psutil.Process(watchdog.pid).children()), None)
    return None


def listen(watchdog: subprocess.Popen[str], line: str) -> None:
    """Reads what it says up to a line that begins so."""
    assert watchdog.stderr is not None
    assert any(said.startswith(line) for said in watchdog.stderr), "it never said so"


def journal() -> list[object]:
    with contextlib.suppress(OSError, ValueError):
        return [json.loads(line) for line in wiring.places().journal.read_text(encoding="utf-8").splitlines()]
    return []


def into_a_lesson() -> None:
    """As if a child had come as far as this before the game was killed."""
    visit = JournalFile(wiring.places().journal)
    visit.begin(Start(7, USUAL, True, frozenset()))
    for action in (do.Continue(), do.Choose("lion"), do.Tick(0.25)):
        visit.note(action)
    visit.close()


def test_a_killed_station_is_back_with_its_visit() -> None:
    """Killed while a child is on the way: another process takes the visit up, and a file says what it was."""
    with game("--watch") as watchdog:
        listen(watchdog, "The game plays")
        first = station(watchdog)
        assert first is not None
        first.suspend()  # it must not write over what is written in its place
        until(lambda: first.status() == psutil.STATUS_STOPPED)
        into_a_lesson()
        first.kill()
        until(lambda: "again" in journal())
        assert not first.is_running()
        (crash,) = wiring.places().crashes.iterdir()
    text = crash.read_text(encoding="utf-8")
    assert "SIGKILL" in text or "exit code" in text
    assert '["Choose", "lion"]' in text
    assert str(Path.home()) not in text


def test_a_pack_that_was_pulled_is_left_out(tmp_path: Path) -> None:
    """Killed after its stick has gone, the station is back without it, and says so."""
    stick = tmp_path / "stick"
    (stick / "lessons").mkdir(parents=True)
    with game("--watch", "--pack", str(stick)) as watchdog:
        listen(watchdog, "The game plays")
        (stick / "lessons").rmdir()
        stick.rmdir()
        killed = station(watchdog)
        assert killed is not None
        killed.kill()
        listen(watchdog, f"{stick}: it is not there any more")
        listen(watchdog, "The game is back")


def test_a_second_game_on_the_same_folder_does_not_start() -> None:
    """It says so and ends, watched or not; the first one plays on."""
    with game() as first:
        until(lambda: journal())
        for options in ([], ["--watch"]):
            with game(*options) as second:
                assert second.stderr is not None
                assert "already runs on this laptop" in second.stderr.read()
                assert second.wait(PATIENCE) == 1
        assert first.poll() is None


def test_a_game_without_its_watchdog_ends() -> None:
    """Nobody would start it again, or end it: it closes in order."""
    with game("--watch") as watchdog:
        listen(watchdog, "The game plays")
        alone = station(watchdog)
        assert alone is not None
        watchdog.kill()
        alone.wait(PATIENCE)
        until(lambda: not wiring.places().journal.exists())
    assert not wiring.places().crashes.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only POSIX can freeze a process")
@pytest.mark.slow
def test_a_frozen_station_is_back() -> None:
    """No beat for some seconds: it is ended and started again."""
    with game("--watch") as watchdog:
        listen(watchdog, "The game plays")
        frozen = station(watchdog)
        assert frozen is not None
        frozen.suspend()
        listen(watchdog, "The game is back")
        (crash,) = wiring.places().crashes.iterdir()
    assert "stood still" in crash.read_text(encoding="utf-8")

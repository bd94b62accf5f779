from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from cop_challenge.app import wiring
from cop_challenge.app.beside import Beside
from cop_challenge.app.play import UnknownTrack, make_station
from cop_challenge.app.window import Loop, NoDisplay, open_window
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.store.database import Store
from cop_challenge.store.recorder import Recorder


def load(station: object, lessons: Beside[VisitOptions], loop: Loop) -> None:
    lessons.start()
    assert lessons._thread is not None
    lessons._thread.join()
    loop.step()


def test_results_of_a_real_station_reach_the_disk(places: wiring.Places, tmp_path: Path) -> None:
    """From a touch on the window to a row in the file."""
    surface = open_window((640, 360), chosen=True)
    recorder = Recorder(tmp_path / "r.sqlite")
    station, lessons = make_station(
        surface, wiring.Choices(track="8-12", language="en", seed=5), wiring.places(), recorder
    )
    loop = Loop(station, wiring.now)
    loop.step()
    load(station, lessons, loop)
    for _ in range(3):
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0))
        loop.step()
    assert station.view.screen is Screen.LESSON
    station.close()
    assert recorder.close()
    with Store(tmp_path / "r.sqlite") as store:
        (row,) = store.rows()
    assert (row.visit, row.result.track) == (f"{5:016x}", "8-12")


def test_an_unknown_track_is_said(places: wiring.Places) -> None:
    """Nothing to play is a sentence that names what there is."""
    surface = open_window((640, 360), chosen=True)
    station, lessons = make_station(surface, wiring.Choices(track="5-77"), places, Recorder(places.results))
    lessons.start()
    assert lessons._thread is not None
    lessons._thread.join()
    with pytest.raises(UnknownTrack, match="8-12"):
        station.tick(0.1)
    station.close()


def test_a_driver_nobody_chose_is_no_screen() -> None:
    """SDL's own fallback to an invisible screen is not a screen to play on."""
    with pytest.raises(NoDisplay):
        open_window((640, 360))


def test_an_edited_lesson_shows_without_code(places: wiring.Places, tmp_path: Path) -> None:
    """A sentence changed in YAML is the sentence on screen."""
    content = tmp_path / "content"
    shutil.copytree(places.content, content)
    lesson = next((content / "lessons").rglob("who-can-help.yaml"))
    text = lesson.read_text(encoding="utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    lesson.write_text(text.replace(title, 'title: "A Brand New Title"'), encoding="utf-8")
    from cop_challenge.lessons.library import load_library

    changed = load_library(content, places.assets)
    assert changed.problems == ()
    assert changed.lessons["who-can-help"].card().title.source == "A Brand New Title"


@pytest.mark.parametrize("arguments", [[], ["play"], ["play", "--size", "800x600"]])
def test_without_a_display_one_sentence_says_so(arguments: list[str]) -> None:
    """Exit 1, no traceback, and what works without a screen."""
    import os

    environment = {
        k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    }
    if sys.platform != "linux":
        pytest.skip("only X11 and Wayland can be missing")
    command = [sys.executable, "-m", "cop_challenge", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "There is no screen to play on" in done.stderr
    assert all(word in done.stderr for word in ("simulate", "screenshots", "check"))
    assert "Traceback" not in done.stderr

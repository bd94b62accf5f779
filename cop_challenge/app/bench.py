"""`bench`: what a station costs, measured in a fresh process on this machine. Prints, never judges.

python -m cop_challenge.app.bench 1920x1080 4      # the measured process itself
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from typing import Any

_STARTED = "COP_CHALLENGE_BENCH_STARTED"
"""Environment: CLOCK_MONOTONIC in nanoseconds at which the parent started the child."""

BRIEF_SECONDS = 0.5
"""Measurements as short as this hurry through the screens and leave out kinds and sheets."""

PATIENCE_NS = 20_000_000_000
"""How long the first scene may take to be painted."""

MEMORY_SECONDS = 0.05
"""Between two looks at the memory of all processes."""

DWELL_SECONDS = 0.8
"""How long the tour stays on each screen."""

KIND_DWELL_SECONDS = 0.6
"""And after each move in a lesson of each kind, and on a sheet."""

COLD = (
    "first_interactive_frame_ms",
    "scene_painted_ms",
    "new_screen_first_shown_ms",
    "transition_frame_ms",
    "kind_frame_ms",
    "sheet_frame_ms",
    "peak_memory_mb",
)
"""What is reported of the run with nothing drawn yet, too: a station sees it once in its life."""

INPUTS = 60
"""Key presses in the latency measurement."""


def measure(size: tuple[int, int], seconds: float) -> dict[str, Any]:
    """Figures of one fresh process; times in milliseconds unless the name says otherwise."""
    with tempfile.TemporaryDirectory() as data:
        environment = dict(os.environ, COP_CHALLENGE_DATA=data, COP_CHALLENGE_CACHE=f"{data}/cache")
        command = [sys.executable, "-m", __name__, f"{size[0]}x{size[1]}"]
        # The first run finds no drawn pictures, draws all that the second one shows, and fills the system's
        # file cache; the second is what a station sees all day. Both do the same.
        cold: dict[str, Any] = {}
        for _ in range(2):
            environment[_STARTED] = str(time.monotonic_ns())
            process = subprocess.Popen(
                [*command, str(seconds)],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            memory = _Memory(process.pid)
            out, errors = process.communicate()
            if process.returncode:
                return {"error": errors.strip().splitlines()[-1:] or ["it stopped without a word"]}
            figures: dict[str, Any] = json.loads(out)
            figures["peak_memory_mb"] = memory.peak_mb()
            cold = cold or figures
        for name in COLD:
            figures[f"cold_{name}"] = cold[name]
    return figures


class _Memory:
    """Watches what a process and its children take together, from outside."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def _watch(self) -> None:
        import psutil

        with contextlib.suppress(psutil.Error):
            game = psutil.Process(self._pid)
            while not self._over.wait(MEMORY_SECONDS):
                self._most = max(self._most, sum(map(_share, (game, *game.children(recursive=True)))))

    def peak_mb(self) -> float:
        """MiB at the worst moment; memory that processes share counts once, where the system says so."""
        self._over.set()
        self._thread.join()
        return round(self._most / 2**20, 1)


def _share(process: Any) -> int:
    """Bytes a process takes: its proportional share on Linux, its own pages elsewhere."""
    import psutil

    with contextlib.suppress(psutil.Error):
        memory = process.memory_full_info()
        return int(getattr(memory, "pss", memory.uss))
    return 0


def _child(size: tuple[int, int], seconds: float) -> dict[str, Any]:
    started = int(os.environ.get(_STARTED, time.monotonic_ns()))
    begun = time.monotonic_ns()
    from cop_challenge.app import process, wiring

    if (
        sys.platform.startswith("linux")
        and not os.environ.get("DISPLAY")
        and not os.environ.get("WAYLAND_DISPLAY")
    ):
        process.headless()
    process.prepare_sdl()
    process.prepare_memory()
    import pygame

    from cop_challenge.app.bench_scenes import frames_of_kinds, frames_of_sheets
    from cop_challenge.app.play import make_station
    from cop_challenge.app.window import Loop, open_window
    from cop_challenge.store.recorder import Recorder
    from cop_challenge.ui.painter import Painter
    from cop_challenge.ui.sound import open_sound

    imported = time.monotonic_ns()
    surface = open_window(size, chosen=True)
    places = wiring.places()
    recorder, painter = Recorder(places.results), Painter(places.cache)
    station, lessons = make_station(surface, wiring.Choices(seed=1), places, recorder, painter)
    loop = Loop(station, wiring.now)
    loop.step()
    first = time.monotonic_ns()
    lessons.start()
    station.open_pads()
    station.sound = open_sound(places.assets / "sound", wiring.now)
    while not station.loaded:
        loop.rest()
        loop.step()
    playable = time.monotonic_ns()
    while time.monotonic_ns() - started < PATIENCE_NS and not station.painted:
        loop.rest()
        loop.step()
    painted = time.monotonic_ns()

    frames, moving_cpu = _frames(loop, seconds)
    _take(station, loop, "begin")
    latency = _latency(loop)
    brief = seconds <= BRIEF_SECONDS
    screens, transitions = _tour(station, loop, 0.1 if brief else DWELL_SECONDS)
    _settle(station, loop)
    still_cpu = _still(loop, seconds)
    kinds: dict[str, list[float]] = {}
    sheets: dict[str, list[float]] = {}
    if not brief:  # fourteen lessons take their time
        kinds = frames_of_kinds(surface, station.studio, station.options, KIND_DWELL_SECONDS)
        measured = replace(station.options, measures=wiring.library(places).measures)
        sheets = frames_of_sheets(surface, station.studio, measured, KIND_DWELL_SECONDS)
    station.sound.close()
    station.close()
    painter.close()
    recorder.close()
    return {
        "machine": {
            "python": platform.python_version(),
            "system": f"{platform.system()} {platform.machine()}",
            "cores": os.cpu_count(),
            "pygame": pygame.version.ver,
            "video_driver": pygame.display.get_driver(),
        },
        "size": list(surface.get_size()),
        "interpreter_ms": _ms(begun - started),
        "imports_ms": _ms(imported - begun),
        "first_interactive_frame_ms": _ms(first - started),
        "scene_painted_ms": _ms(painted - started),
        "lessons_loaded_ms": _ms(playable - started),
        "moving_frame_ms": _spread(frames),
        "moving_cpu_percent_of_a_core": moving_cpu,
        "input_to_picture_ms": _spread(latency),
        "new_screen_first_shown_ms": _spread(screens),
        "transition_frame_ms": _spread(transitions),
        "still_cpu_percent_of_a_core": still_cpu,
        "kind_frame_ms": {kind: _spread(values) for kind, values in kinds.items()},
        "sheet_frame_ms": {track: _spread(values) for track, values in sheets.items()},
    }


def _ms(nanoseconds: float) -> float:
    return round(nanoseconds / 1e6, 1)


def _spread(values: list[float]) -> dict[str, float]:
    """p50, p95, p99 and worst of milliseconds."""
    cuts = statistics.quantiles(values, n=100, method="inclusive")
    named = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "worst": max(values)}
    return {**{name: round(value, 2) for name, value in named.items()}, "count": len(values)}


def _frames(loop: Any, seconds: float) -> tuple[list[float], float]:
    """Work of each round while Nuru floats on the attract screen, and the CPU it costs."""
    took: list[float] = []
    end, cpu, wall = time.monotonic() + seconds, time.process_time(), time.monotonic()
    while time.monotonic() < end:
        before = time.perf_counter()
        if loop.step():
            took.append((time.perf_counter() - before) * 1000)
        loop.rest()
    return took, round(100 * (time.process_time() - cpu) / (time.monotonic() - wall), 1)


def _post_key(key: int) -> None:
    import pygame

    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))


def _latency(loop: Any) -> list[float]:
    """From a key in the queue, at a random moment of the loop's rest, to the changed picture."""
    import threading
    from random import Random

    import pygame

    luck = Random(1)
    took: list[float] = []
    for number in range(INPUTS):
        posted: list[float] = []
        key = pygame.K_TAB

        def press(key: int = key, posted: list[float] = posted) -> None:
            posted.append(time.perf_counter())
            _post_key(key)

        timer = threading.Timer(0.05 + luck.random() * 0.03, press)
        timer.start()
        deadline = time.perf_counter() + 1
        while time.perf_counter() < deadline:
            loop.rest()
            if loop.step() and posted:
                if number >= 4:  # the first ones draw pictures that are kept from then on
                    took.append((time.perf_counter() - posted[0]) * 1000)
                break
        timer.join()
    return took


def _take(station: Any, loop: Any, option: str) -> float:
    """Milliseconds until what the option leads to is on screen."""
    from cop_challenge.app.pilot import Pilot
    from cop_challenge.app.window import shown
    from cop_challenge.ui.geometry import Viewport

    pilot = Pilot(station, Viewport(*shown().get_size()), loop.step)
    before = time.perf_counter()
    pilot.touch(option)
    return (time.perf_counter() - before) * 1000


def _tour(station: Any, loop: Any, dwell: float) -> tuple[list[float], list[float]]:
    """From the track to the middle of a second lesson: milliseconds to the first picture of each new
    screen, and of every frame while it fades and glides in."""
    from cop_challenge.core.activity import Role, legal
    from cop_challenge.core.screen import Screen

    took: list[float] = []
    frames: list[float] = []
    lanterns = 0
    for _ in range(60):
        view = station.view
        lanterns += view.screen is Screen.LANTERN
        ahead = [offer for offer in legal(view.offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
        took.append(_take(station, loop, ahead[0].id))
        end = time.monotonic() + dwell
        while time.monotonic() < end:
            loop.rest()
            before = time.perf_counter()
            if loop.step():
                frames.append((time.perf_counter() - before) * 1000)
        activity = station.view.activity
        # Nuru's hand, where it points, never rests: the next moment is a still one.
        if lanterns and activity and not activity.hint and len(took) > 24:
            break
    return took, frames


def _settle(station: Any, loop: Any) -> None:
    """Until nothing moves any more."""
    end = time.monotonic() + 5
    while station.moving and time.monotonic() < end:
        loop.rest()
        loop.step()


def _still(loop: Any, seconds: float) -> float:
    """Percent of a core while a question stands there and nobody does anything."""
    end = time.monotonic() + 3.5  # until the loop has grown drowsy
    while time.monotonic() < end:
        loop.rest()
        loop.step()
    cpu, wall = time.process_time(), time.monotonic()
    while time.monotonic() - wall < seconds:
        loop.rest()
        loop.step()
    return round(100 * (time.process_time() - cpu) / (time.monotonic() - wall), 2)


if __name__ == "__main__":
    width, _, height = sys.argv[1].partition("x")
    print(json.dumps(_child((int(width), int(height)), float(sys.argv[2]))))

"""A day at one station, in accelerated time: it must end as small as it began."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import mean

import psutil
import pygame
import pytest

from cop_challenge.app import process, wiring
from cop_challenge.app.pilot import Pilot, play_visit
from cop_challenge.app.play import make_station
from cop_challenge.app.window import Loop, open_window
from cop_challenge.core.chance import chance
from cop_challenge.sim.players import PLAYERS
from cop_challenge.store.database import Store
from cop_challenge.store.recorder import Recorder
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.painter import Painter

SIZE = 480, 270
ROUND_SECONDS = 0.15
"""Of the station's time between two looks at its events."""
MOST_GROWTH = 5 * 1024 * 1024
"""Bytes."""
VISITS, TENTHS, HOURS = 500, 10, 10
LAST_VISITS = 10
"""Of each tenth: memory is their mean, for a single picture more or less is no growth."""


class Hall:
    """A real station: window, lessons, results, journal, painter; and hands that play it."""

    def __init__(self) -> None:
        places = wiring.places()
        self.recorder, self._painter = Recorder(places.results), Painter(places.cache)
        self.results = places.results
        choices = wiring.Choices(minutes=10, seed=1)
        surface = open_window(SIZE, chosen=True)
        self.station, lessons = make_station(surface, choices, places, self.recorder, self._painter)
        self.seconds = 0.0
        self.loop = Loop(self.station, lambda: self.seconds)
        self.pilot = Pilot(self.station, Viewport(*SIZE), self.step)
        lessons.start()
        while not self.station.loaded:
            self.step()
            pygame.time.wait(10)

    def step(self) -> None:
        self.seconds += ROUND_SECONDS
        self.loop.step()

    def visit(self, number: int) -> None:
        """One visit by a player with a device, both dealt by the number."""
        luck = chance(number, "ten hours")
        hands = [luck.choice((self.pilot.key, self.pilot.click, self.pilot.touch))]
        play_visit(self.pilot, self.station, luck.choice(sorted(PLAYERS)), hands, luck)

    def close(self) -> None:
        self.station.close()
        self._painter.close()
        assert self.recorder.close()


@contextmanager
def hall() -> Iterator[Hall]:
    opened = Hall()
    try:
        yield opened
    finally:
        opened.close()


def handles() -> int:
    """Open files and pipes of this process; without fonts, which are kept open up to a number of their own."""
    process = psutil.Process()
    files = [Path(file.path).parent.name for file in process.open_files()]
    if psutil.WINDOWS:
        return len(files) - files.count("fonts")
    return process.num_fds() - files.count("fonts")


def test_visits_leave_nothing_behind() -> None:
    """A seeded share of the day: no visit that is over stays in memory, no handle or thread is left."""
    with hall() as here:
        before: list[tuple[int, int]] = []
        visits = []
        for number in range(6):
            visits.append(weakref.ref(here.station.visit))
            here.visit(number)
            before.append((handles(), threading.active_count()))
        gc.collect()
        assert [visit() for visit in visits] == [None] * len(visits)
        assert before[-1][0] <= max(files for files, _ in before[:3])
        assert before[-1][1] <= max(threads for _, threads in before[:3])


@pytest.mark.slow
def test_ten_hours_leave_nothing_behind() -> None:
    """500 visits: resident memory grows by less than 5 MB from the end of the first tenth, when letters and
    pictures of every track are known, to the end of the last."""
    process.prepare_memory()
    tenths: list[tuple[float, int, int]] = []
    with hall() as here:
        for tenth in range(TENTHS):
            memory = []
            for number in range(VISITS // TENTHS):
                here.visit(tenth * VISITS // TENTHS + number)
                memory.append(psutil.Process().memory_info().rss)
            gc.collect()
            tenths.append((mean(memory[-LAST_VISITS:]), handles(), threading.active_count()))
            resident, files, threads = tenths[-1]
            hours = here.seconds / 3600
            print(
                f"{hours:.1f} h: {resident / 2**20:.1f} MiB, {files} handles, {threads} threads", flush=True
            )
        kept = here.recorder.kept
    assert here.seconds >= HOURS * 3600
    assert tenths[-1][0] - tenths[0][0] < MOST_GROWTH
    assert tenths[-1][1] <= tenths[0][1]
    assert tenths[-1][2] <= tenths[0][2]
    with Store(here.results) as store:
        assert sum(1 for _ in store.rows()) == kept

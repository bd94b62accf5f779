"""A station on the dummy driver, loaded and ready, with its results in a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

import pygame
import pytest

from cop_challenge.app.backroom import Desk
from cop_challenge.app.lock import Lock
from cop_challenge.app.pilot import Pilot
from cop_challenge.app.staff import Facts
from cop_challenge.app.station import Station
from cop_challenge.app.studio import Studio
from cop_challenge.app.window import Loop
from cop_challenge.app.wiring import Places
from cop_challenge.core.comfort import USUAL, Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.text import Text
from cop_challenge.store.database import Row
from cop_challenge.store.journal import Left
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.shelf import Shelf


class Kept:
    """A keeper that only remembers."""

    problem = ""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    @property
    def kept(self) -> int:
        return len(self.rows)

    def record(self, rows: Sequence[Row]) -> None:
        self.rows += rows


class Play:
    """A station with its loop, pilot and results. Time stands still unless a test lets it go by."""

    def __init__(self, station: Station, kept: Kept, size: tuple[int, int], comforts: list[Comfort]) -> None:
        self.station = station
        self.comforts = comforts
        """Settings the station was asked to keep, the latest last."""
        self.kept = kept
        self.now = 0.0
        self.loop = Loop(station, lambda: self.now)
        self.pilot = Pilot(station, Viewport(*size), self.loop.step)
        self.loop.step()

    def pass_time(self, seconds: float) -> None:
        """Let whole seconds go by in steps the loop accepts."""
        for _ in range(round(seconds / 0.5)):
            self.now += 0.5
            self.loop.step()


@pytest.fixture(scope="session")
def _shared_studio(places: Places, tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """With a shelf, so that pictures are drawn once."""
    return Studio(places, shelf=Shelf(tmp_path_factory.mktemp("shelf")))


@pytest.fixture
def studio(_shared_studio: Studio) -> Studio:
    """Shared; whatever language the last test spoke, this one begins in English."""
    _shared_studio.translator.language = "en"
    return _shared_studio


MakePlay = Callable[..., Play]


@pytest.fixture
def make_play(studio: Studio, options: VisitOptions) -> MakePlay:
    """Makes a station; keywords change the visit's options. `lively`: things move by themselves.

    The `pin` stands there as it is: hashing has its own tests, and takes its time.
    """

    def make(
        size: tuple[int, int] = (640, 360),
        seed: int = 1,
        *,
        lively: bool = False,
        comfort: Comfort = USUAL,
        problems: tuple[Text, ...] = (),
        left: Left | None = None,
        pin: str = "",
        kiosk: bool = False,
        **changes: object,
    ) -> Play:
        pygame.display.init()
        surface = pygame.display.set_mode(size)
        pygame.event.clear()
        kept = Kept()
        ready = replace(options, **changes)  # type: ignore[arg-type]
        seeds = count(seed)
        comforts: list[Comfort] = []
        station = Station(
            surface,
            studio,
            lambda: ready,
            lambda: next(seeds),
            kept,
            station="st",
            hour=lambda: "2026-11-23T14",
            comfort=comfort,
            keep_comfort=comforts.append,
            desk=Desk(
                lambda: Facts(10, 5, ("English",), len(kept.rows), problems=problems, pin=pin), kiosk=kiosk
            ),
            lock=Lock(lambda typed, stored: typed == stored),
            left=left,
            still=not lively,
        )
        return Play(station, kept, size, comforts)

    return make

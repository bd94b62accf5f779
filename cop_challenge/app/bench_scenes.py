"""What frames cost in the scene of each kind of mini-game, while somebody plays it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pygame

from cop_challenge.app import wiring
from cop_challenge.app.pilot import Pilot
from cop_challenge.app.station import Station
from cop_challenge.app.studio import Studio
from cop_challenge.app.window import Loop
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.screen import Screen
from cop_challenge.store.database import Row
from cop_challenge.ui.geometry import Viewport

MOVES = 14
"""Things done in one lesson: an answer or two, what leads on, and the feedback between."""


class _Nowhere:
    """Keeps nothing."""

    problem = ""
    kept = 0

    def record(self, rows: Sequence[Row]) -> None:
        """Measured play is no play."""


def frames_of_kinds(
    surface: pygame.Surface, studio: Studio, options: VisitOptions, dwell: float
) -> dict[str, list[float]]:
    """Milliseconds of every frame in one lesson of each kind, `dwell` seconds after each move."""
    found: dict[str, LessonCard] = {}
    for card in options.cards:
        found.setdefault(card.kind, card)
    return {
        kind: _played(surface, studio, replace(options, cards=(card,), track=card.track), dwell)
        for kind, card in found.items()
    }


def _played(surface: pygame.Surface, studio: Studio, options: VisitOptions, dwell: float) -> list[float]:
    station = Station(surface, studio, lambda: options, wiring.seeds(1), _Nowhere())
    loop = Loop(station, wiring.now)
    pilot = Pilot(station, Viewport(*surface.get_size()), loop.step)
    loop.step()
    took: list[float] = []
    moves = 0
    while moves < MOVES and station.view.screen not in (Screen.LANTERN, Screen.PASSPORT):
        view = station.view
        ahead = [offer for offer in legal(view.offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
        in_lesson = view.screen is Screen.LESSON
        moves += in_lesson
        pilot.touch(ahead[moves % len(ahead) if in_lesson else 0].id)
        end = time.monotonic() + dwell
        while time.monotonic() < end:
            loop.rest()
            before = time.perf_counter()
            if loop.step() and in_lesson:
                took.append((time.perf_counter() - before) * 1000)
    return took

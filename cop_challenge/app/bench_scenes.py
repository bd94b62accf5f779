"""What frames cost while somebody plays: in the scene of each kind, and on the sheet of each track."""

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
from cop_challenge.core.screen import Screen, VisitView
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
    lone = {
        kind: replace(options, cards=(card,), track=card.track, measures={}) for kind, card in found.items()
    }
    return {
        kind: _frames_on(Screen.LESSON, surface, studio, one, dwell, ends=(Screen.LANTERN, Screen.PASSPORT))
        for kind, one in lone.items()
    }


def frames_of_sheets(
    surface: pygame.Surface, studio: Studio, options: VisitOptions, dwell: float
) -> dict[str, list[float]]:
    """The same on the first sheet of each track that `options` measures."""
    return {
        track: _frames_on(
            Screen.SHEET, surface, studio, replace(options, track=track), dwell, ends=(Screen.MAP,)
        )
        for track in options.measures
    }


def _frames_on(
    screen: Screen,
    surface: pygame.Surface,
    studio: Studio,
    options: VisitOptions,
    dwell: float,
    *,
    ends: tuple[Screen, ...],
) -> list[float]:
    station = Station(surface, studio, lambda: options, wiring.seeds(1), _Nowhere())
    loop = Loop(station, wiring.now)
    pilot = Pilot(station, Viewport(*surface.get_size()), loop.step)
    loop.step()
    took: list[float] = []
    moves = 0
    while moves < MOVES and station.view.screen not in ends:
        view = station.view
        there = view.screen is screen
        moves += there
        pilot.touch(_next(view, moves))
        end = time.monotonic() + dwell
        while time.monotonic() < end:
            loop.rest()
            before = time.perf_counter()
            if loop.step() and there:
                took.append((time.perf_counter() - before) * 1000)
    return took


def _next(view: VisitView, moves: int) -> str:
    """This and that in a lesson, an answer and on on a sheet, elsewhere the first way on."""
    ahead = [offer for offer in legal(view.offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
    if view.screen is Screen.LESSON:
        return ahead[moves % len(ahead)].id
    on = [offer for offer in ahead if offer.role is Role.ADVANCE]
    return (on or ahead)[0].id if view.screen is Screen.SHEET else ahead[0].id

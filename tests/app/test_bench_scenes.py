from __future__ import annotations

from dataclasses import replace

import pygame

from cop_challenge.app.bench_scenes import frames_of_kinds, frames_of_sheets
from cop_challenge.app.studio import Studio
from cop_challenge.core.options import VisitOptions


def test_frames_are_measured_in_each_kinds_scene(studio: Studio, options: VisitOptions) -> None:
    """In the lesson, after every move; no time is judged here."""
    pygame.display.init()
    surface = pygame.display.set_mode((640, 360))
    two = {card.kind: card for card in options.cards if card.kind in ("quiz", "sort")}
    found = frames_of_kinds(surface, studio, replace(options, cards=tuple(two.values())), 0.02)
    assert set(found) == {"quiz", "sort"}
    for took in found.values():
        assert len(took) > 5
        assert min(took) > 0


def test_frames_are_measured_on_each_tracks_sheet(studio: Studio, measured: VisitOptions) -> None:
    """From the first question to the last."""
    pygame.display.init()
    surface = pygame.display.set_mode((640, 360))
    found = frames_of_sheets(surface, studio, measured, 0.02)
    assert set(found) == set(measured.measures)
    for took in found.values():
        assert len(took) > 2
        assert min(took) > 0

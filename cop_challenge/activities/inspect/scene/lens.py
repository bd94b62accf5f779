"""The magnifier: it glides to the part one looks at and shows what is found there."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.activities.inspect.parts import Board, Points, Stage
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import glide, linear, springy

SIDE = 170.0
"""Of the whole magnifier; its glass has its middle at GLASS of it."""
GLASS = 92 / 230
GLIDE = 0.45
"""Seconds from one part to another."""
FINDS = 0.3
"""Seconds in which what was found grows in the glass."""
SIGNS = {Points.FISH: "fish", Points.FRIEND: "friend", Points.NOTHING: "nothing"}


def lens(frame: Frame, board: Board, spots: Mapping[str, Box], page: Box) -> Box:
    """Draws it; returns where its glass is."""
    if board.stage is not Stage.LOOK:
        return Box(page.right - SIDE, page.y, SIDE / 2, SIDE / 2)
    place = spots.get(board.focus)
    if place:
        x, y = place.right - 30, place.y + place.h / 2
    else:
        # At rest it leans over the corner of the page.
        x, y = page.right - 96, page.y + 26
    x = frame.follow("inspect-lens-x", x, GLIDE, glide)
    y = frame.follow("inspect-lens-y", y, GLIDE, glide)
    side = SIDE if place else SIDE * 0.85
    whole = Box(x - side * GLASS, y - side * GLASS, side, side)
    if place and frame.mood.dark:
        _reticle(frame, board, place)
    frame.picture(f"ui/inspect/lens{'-city' if frame.mood.dark else ''}.svg", whole, mirror=True)
    glass = Box(x - side * 0.22, y - side * 0.22, side * 0.44, side * 0.44)
    found = next((spot.found for spot in board.spots if spot.id == board.focus), None)
    if found is not None:
        share = linear((frame.since("inspect-focus", board.focus, GLIDE + FINDS) - GLIDE) / FINDS)
        if share > 0:
            grown = springy(share) if share < 1 else 1.0
            with frame.shifted(across=max(0.05, grown), down=max(0.05, grown)):
                frame.picture(f"ui/inspect/sign-{SIGNS[found]}.svg", glass)
    return glass


def _reticle(frame: Frame, board: Board, place: Box) -> None:
    """The night city's way of looking: brackets, and a bar of light that passes once."""
    age = frame.since("inspect-focus", board.focus, GLIDE + FINDS)
    wide = place.grown(9 + 16 * (1 - linear(age / 0.3)))
    side = 30.0
    for name, x, y in (
        ("a", wide.x, wide.y),
        ("b", wide.right - side, wide.y),
        ("c", wide.x, wide.bottom - side),
        ("d", wide.right - side, wide.bottom - side),
    ):
        frame.picture(f"ui/inspect/corner-{name}.svg", Box(x, y, side, side), mirror=True)
    if age < GLIDE:
        bar = place.x + (place.w - 16) * linear(age / GLIDE)
        frame.slab("inspect-scan", Box(bar, place.y, 16, place.h))

"""The bay's plain sky, which stands in until its scene has been painted."""

from __future__ import annotations

import pygame

from cop_challenge.ui.theme import DAWN, DUSK, NIGHT, WATER_DAWN, WATER_DUSK, WATER_NIGHT, Colour


def _mix(a: Colour, b: Colour, share: float) -> Colour:
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


def plain_sky(width: int, height: int, light: float) -> pygame.Surface:
    """Three colours from the top to the horizon, and the water below it."""
    share = light * 2 if light < 0.5 else light * 2 - 1
    early, late = (NIGHT, DUSK) if light < 0.5 else (DUSK, DAWN)
    wet = (WATER_NIGHT, WATER_DUSK) if light < 0.5 else (WATER_DUSK, WATER_DAWN)
    top, middle, horizon = (_mix(a, b, share) for a, b in zip(early, late, strict=True))
    # The horizon stays dark enough for cream text; its full colour comes with the painted bay.
    horizon = _mix(middle, horizon, 0.55)
    water = _mix(*wet, share)
    column = pygame.Surface((1, height)).convert()
    line = round(height * 0.72)
    for y in range(height):
        if y < line:
            at = y / line
            tone = _mix(top, middle, at * 2) if at < 0.5 else _mix(middle, horizon, at * 2 - 1)
        else:
            tone = _mix(_mix(horizon, water, 0.55), water, (y - line) / max(1, height - line))
        column.set_at((0, y), tone)
    return pygame.transform.scale(column, (width, height))

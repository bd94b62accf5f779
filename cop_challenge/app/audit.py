"""Is every word readable? Contrast measured in the picture itself, as WCAG 2 counts it."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from cop_challenge.ui.frame import Frame, Lettering
from cop_challenge.ui.theme import contrast

LEAST = 4.5
"""Of text, whatever its size (WCAG 2, 1.4.3)."""

CELL = 24
"""Pixels of a square whose mean colour counts as the ground of the letters on it."""

BAD_SHARE = 0.02
"""Share of squares that may fall short: a spark or a star behind a word hides no letter."""


def contrast_problems(frame: Frame, target: pygame.Surface) -> Iterator[str]:
    """Words that stand out too little from what lies behind them. Draws on `target`."""
    drawn = 0
    whole = target.get_rect()
    for letters in sorted(frame.lettering, key=lambda letters: letters.below):
        for item in frame.items[drawn : letters.below]:
            item.draw(target, item.rect.clip(whole))
        drawn = letters.below
        rect = pygame.Rect(letters.rect).clip(whole)
        if rect.w < 2 or rect.h < 2:
            continue
        if letters.keyline:
            # The outline is the ground.
            worst = contrast(letters.colour, letters.keyline)
        else:
            worst = _worst(letters, target.subsurface(rect))
        if worst < LEAST:
            yield f"contrast {worst:.1f} of {letters.words[:40]!r}"


def _worst(letters: Lettering, ground: pygame.Surface) -> float:
    """The contrast that all but a few squares of the ground reach."""
    across, down = max(1, ground.get_width() // CELL), max(1, ground.get_height() // CELL)
    small = pygame.transform.smoothscale(ground, (across, down))
    found = []
    for y in range(down):
        for x in range(across):
            red, green, blue, _ = small.get_at((x, y))
            found.append(contrast(letters.colour, (red, green, blue)))
    found.sort()
    return found[int(len(found) * BAD_SHARE)]

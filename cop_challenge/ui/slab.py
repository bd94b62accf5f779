"""Slabs: drawings of cards, buttons and panels whose rects grow to the size asked for."""

from __future__ import annotations

import re

import pygame

END = 66.0
"""Units at either side of a slab that hold its corners."""

_RECT = re.compile(r"<rect\b[^>]*>")
_NUMBER = {name: re.compile(rf'(?<![-\w]){name}="([\d.]+)"') for name in ("y", "width", "height")}
_VIEW_BOX = re.compile(r'viewBox="([-\d. ]+)"')


def grown(source: str, width: float, height: float, drop: float) -> str:
    """The drawing with every `rect` larger by as much as the whole grows to `width` × `height`."""
    found = _VIEW_BOX.search(source)
    box = [float(number) for number in found[1].split()] if found else [0.0, 0.0, 100.0, 100.0]
    more_x, more_y = width - box[2], height - box[3]

    def larger(match: re.Match[str]) -> str:
        rect = _add(match[0], "width", more_x)
        if drop and 'class="face' in rect:
            rect = _add(rect, "y", drop)
        return rect if 'wide"' in rect else _add(rect, "height", more_y)

    return _VIEW_BOX.sub(f'viewBox="0 0 {width:.3f} {height:.3f}"', _RECT.sub(larger, source), count=1)


def widened(drawn: pygame.Surface, width: int) -> pygame.Surface:
    """The picture's left and right halves at the ends, its middle column in between."""
    half = drawn.get_width() // 2
    height = drawn.get_height()  # the drawer may have rounded it up: ends and middle must agree
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    middle = drawn.subsurface((half, 0, 1, height))
    surface.blit(pygame.transform.scale(middle, (width - 2 * half, height)), (half, 0))
    surface.blit(drawn, (0, 0), (0, 0, half, height))
    surface.blit(drawn, (width - half, 0), (drawn.get_width() - half, 0, half, height))
    return surface


def _add(rect: str, name: str, amount: float) -> str:
    return _NUMBER[name].sub(
        lambda match: f'{name}="{max(0.0, float(match[1]) + amount):.3f}"', rect, count=1
    )

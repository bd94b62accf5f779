"""The screen: compares what is to be shown with what is shown, and repaints only the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import pygame

FULL_SHARE = 0.75
"""Share of the screen from which one full repaint is cheaper than many small ones."""


@dataclass(frozen=True, slots=True)
class Item:
    """A surface at a place, in pixels.

    Surfaces are kept by their makers: the same picture is the same object.
    """

    surface: pygame.Surface
    x: int
    y: int
    alpha: int = 255

    @property
    def rect(self) -> pygame.Rect:
        """Where it is."""
        return pygame.Rect(self.x, self.y, *self.surface.get_size())

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two items look the same."""
        return id(self.surface), self.x, self.y, self.alpha

    @property
    def opaque(self) -> bool:
        """Whether nothing below shows through."""
        return self.alpha == 255 and not self.surface.get_flags() & pygame.SRCALPHA

    def draw(self, target: pygame.Surface, part: pygame.Rect) -> None:
        """Paint that part of the target, which lies within `rect`."""
        if self.alpha != 255:
            self.surface.set_alpha(self.alpha)
        target.blit(self.surface, part.topleft, part.move(-self.x, -self.y))
        if self.alpha != 255:
            self.surface.set_alpha(255)


@dataclass(frozen=True, slots=True)
class Wash:
    """One colour over everything below: no surface as large as the screen is needed for it."""

    colour: tuple[int, int, int]
    opacity: int
    """To 255."""
    width: int
    height: int
    """Pixels of the screen."""

    @property
    def rect(self) -> pygame.Rect:
        """The whole screen."""
        return pygame.Rect(0, 0, self.width, self.height)

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two washes look the same."""
        return "wash", self.colour, self.opacity

    @property
    def opaque(self) -> bool:
        """Whether nothing below shows through."""
        return self.opacity == 255

    def draw(self, target: pygame.Surface, part: pygame.Rect) -> None:
        """Paint that part of the target."""
        if self.opaque:
            target.fill(self.colour, part)
            return
        # What is there is dimmed, then the colour's share is added.
        keep = 255 - self.opacity
        target.fill((keep, keep, keep), part, pygame.BLEND_RGB_MULT)
        red, green, blue = (round(tone * self.opacity / 255) for tone in self.colour)
        target.fill((red, green, blue), part, pygame.BLEND_RGB_ADD)


class Canvas:
    """Paints lists of items on a target surface."""

    def __init__(self, target: pygame.Surface) -> None:
        self._target = target
        self._shown: Sequence[Item | Wash] | None = None

    def show(self, items: Sequence[Item | Wash]) -> list[pygame.Rect]:
        """Make the target show the items, the last on top; returns the rectangles that changed."""
        damage = self._damage(items)
        for rect in damage:
            self._repaint(items, rect)
        self._shown = tuple(items)
        return damage

    def picture(self) -> pygame.Surface | None:
        """A copy of what is shown; None if nothing has been."""
        return self._target.copy() if self._shown is not None else None

    def spoil(self) -> None:
        """Forget what is shown: the window was covered, resized or is new."""
        self._shown = None

    def _damage(self, items: Sequence[Item | Wash]) -> list[pygame.Rect]:
        whole = self._target.get_rect()
        if self._shown is None:
            return [whole]
        before, after = [item.key for item in self._shown], [item.key for item in items]
        if before == after:
            return []
        gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
        stayed_before = [key for key in before if key not in gone]
        stayed_after = [key for key in after if key not in come]
        if stayed_before != stayed_after:
            return [whole]
        rects = [item.rect for item in self._shown if item.key in gone]
        rects += [item.rect for item in items if item.key in come]
        rects = _joined([rect for rect in (rect.clip(whole) for rect in rects) if rect.w and rect.h])
        area = sum(rect.w * rect.h for rect in rects)
        return [whole] if area > FULL_SHARE * whole.w * whole.h else rects

    def _repaint(self, items: Sequence[Item | Wash], rect: pygame.Rect) -> None:
        start = 0
        for index in range(len(items) - 1, -1, -1):
            if items[index].opaque and items[index].rect.contains(rect):
                start = index
                break
        self._target.set_clip(rect)
        for item in items[start:]:
            where = item.rect
            if not where.colliderect(rect):
                continue
            item.draw(self._target, where.clip(rect))
        self._target.set_clip(None)


def _joined(rects: list[pygame.Rect]) -> list[pygame.Rect]:
    """The rectangles with overlapping ones united, until none overlap."""
    joined: list[pygame.Rect] = []
    for rect in rects:
        while (hit := rect.collidelist(joined)) >= 0:
            rect = rect.union(joined.pop(hit))
        joined.append(rect)
    return joined

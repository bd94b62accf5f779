"""Boxes in logical units, and the one place where they become pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

LANDSCAPE = (1920.0, 1080.0)
PORTRAIT = (1080.0, 1700.0)
"""Logical units that are at hand at the least, whatever the window's size."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in logical units; y grows downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """x of the right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """y of the bottom edge."""
        return self.y + self.h

    def inset(self, x: float, y: float | None = None) -> Box:
        """Smaller by `x` on the left and right and by `y` (or `x`) above and below."""
        y = x if y is None else y
        return Box(self.x + x, self.y + y, max(0.0, self.w - 2 * x), max(0.0, self.h - 2 * y))

    def grown(self, by: float) -> Box:
        """Larger by `by` on every side."""
        return Box(self.x - by, self.y - by, self.w + 2 * by, self.h + 2 * by)

    def united(self, other: Box) -> Box:
        """The smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Box(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def moved(self, x: float = 0, y: float = 0) -> Box:
        """The same box elsewhere."""
        return Box(self.x + x, self.y + y, self.w, self.h)

    def cut_top(self, height: float, gap: float = 0) -> tuple[Box, Box]:
        """The uppermost `height`, and the rest below a gap."""
        height = min(height, self.h)
        rest = max(0.0, self.h - height - gap)
        return Box(self.x, self.y, self.w, height), Box(self.x, self.bottom - rest, self.w, rest)

    def cut_bottom(self, height: float, gap: float = 0) -> tuple[Box, Box]:
        """The lowest `height`, and the rest above a gap."""
        height = min(height, self.h)
        rest = max(0.0, self.h - height - gap)
        return Box(self.x, self.bottom - height, self.w, height), Box(self.x, self.y, self.w, rest)

    def cut_left(self, width: float, gap: float = 0) -> tuple[Box, Box]:
        """The leftmost `width`, and the rest beside a gap."""
        width = min(width, self.w)
        rest = max(0.0, self.w - width - gap)
        return Box(self.x, self.y, width, self.h), Box(self.right - rest, self.y, rest, self.h)

    def cut_right(self, width: float, gap: float = 0) -> tuple[Box, Box]:
        """The rightmost `width`, and the rest beside a gap."""
        width = min(width, self.w)
        rest = max(0.0, self.w - width - gap)
        return Box(self.right - width, self.y, width, self.h), Box(self.x, self.y, rest, self.h)

    def rows(self, count: int, gap: float = 0) -> list[Box]:
        """`count` equal boxes one above the other."""
        height = (self.h - gap * (count - 1)) / count
        return [Box(self.x, self.y + (height + gap) * i, self.w, height) for i in range(count)]

    def columns(self, count: int, gap: float = 0) -> list[Box]:
        """`count` equal boxes side by side."""
        width = (self.w - gap * (count - 1)) / count
        return [Box(self.x + (width + gap) * i, self.y, width, self.h) for i in range(count)]

    def grid(self, count: int, columns: int, gap: float = 0, down: float | None = None) -> list[Box]:
        """`count` equal boxes in rows; those of a last row that is not full stand in the middle.

        `down`: the gap between rows, if it is another one.
        """
        across = self.columns(columns, gap)[0].w
        cells: list[Box] = []
        for row in self.rows(-(-count // columns), gap if down is None else down):
            here = min(columns, count - len(cells))
            cells += row.centred(across * here + gap * (here - 1), row.h).columns(here, gap)
        return cells

    def centred(self, width: float, height: float) -> Box:
        """A box of that size in the middle of this one, no larger than it."""
        width, height = min(width, self.w), min(height, self.h)
        return Box(self.x + (self.w - width) / 2, self.y + (self.h - height) / 2, width, height)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.x < other.right - 0.5
            and other.x < self.right - 0.5
            and self.y < other.bottom - 0.5
            and other.y < self.bottom - 0.5
        )


def heights(room: float, wants: Sequence[tuple[float, float]]) -> list[float]:
    """What each block of a column gets of `room`: what it wants, or, where that is too much, its least and
    an equal share of what it wants beyond it.

    `wants`: (least, wanted) of each. If not even the least fit, all shrink alike.
    """
    least, wanted = sum(low for low, _ in wants), sum(high for _, high in wants)
    if wanted <= room:
        return [high for _, high in wants]
    if least >= room:
        return [low * room / least for low, _ in wants]
    share = (room - least) / (wanted - least)
    return [low + (high - low) * share for low, high in wants]


@dataclass(frozen=True, slots=True)
class Viewport:
    """The window: its pixels, and how many of them a logical unit has.

    1920×1080 has one pixel a unit. Larger and smaller windows scale; other proportions get more
    logical room in one direction, never less than LANDSCAPE or PORTRAIT.
    """

    width: int
    height: int
    """In pixels."""

    @property
    def portrait(self) -> bool:
        """Taller than wide: scenes stack what otherwise stands side by side."""
        return self.height > self.width

    @property
    def scale(self) -> float:
        """Pixels a unit."""
        least = PORTRAIT if self.portrait else LANDSCAPE
        return min(self.width / least[0], self.height / least[1])

    @property
    def box(self) -> Box:
        """The whole window in logical units."""
        return Box(0, 0, self.width / self.scale, self.height / self.scale)

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """x, y, width and height in pixels. Edges are rounded, so neighbours stay neighbours."""
        x, y = self._edge(box.x), self._edge(box.y)
        return x, y, self._edge(box.right) - x, self._edge(box.bottom) - y

    def _edge(self, units: float) -> int:
        # Not `round`: an edge reached by two sums must fall on one pixel, halves included.
        return math.floor(units * self.scale + 0.5 + 1e-6)

    def length(self, units: float) -> int:
        """A length in pixels, at least one."""
        return max(1, round(units * self.scale))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A pixel's place in logical units."""
        return x / self.scale, y / self.scale

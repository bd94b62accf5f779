"""Where everybody stands: the hero's raft in the middle, houses around it, as large as fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cop_challenge.ui.geometry import Box

RINGS: dict[int, tuple[tuple[float, float], ...]] = {
    1: ((1, 0),),
    2: ((-1, 0), (1, 0)),
    3: ((-1, -0.1), (0, 1), (1, -0.1)),
    4: ((-0.84, -0.84), (0.84, -0.84), (0.84, 0.84), (-0.84, 0.84)),
    5: ((0, -1), (1, -0.5), (0.84, 1), (-0.84, 1), (-1, -0.5)),
    6: ((-0.5, -1), (0.5, -1), (1, 0.04), (0.5, 1), (-0.5, 1), (-1, 0.04)),
    7: ((-0.5, -1), (0.5, -1), (1, -0.14), (0.74, 1), (0, 1), (-0.74, 1), (-1, -0.14)),
    8: ((0, -1), (0.96, -0.92), (1, 0.05), (0.92, 1), (0, 1), (-0.92, 1), (-1, 0.05), (-0.96, -0.92)),
}
"""Places around the bay by the number of houses, -1 to 1 in both directions."""

NET = {3: ((0, -1), (0.95, 0.85), (-0.95, 0.85))}
"""Places of those who hold the whole net, where they differ: it hangs between them."""
NET_SIZE = 0.92
"""The largest houses around a whole net, which is what should be seen."""

LIFTED = {3: -0.9, 5: 0.45, 7: -0.2}
"""Where the raft lies off the middle, downwards, because of the house across."""

SPARE = (
    (-1, -1), (1, -1), (-1, 1), (1, 1), (-1, 0), (1, 0), (0, 1), (0, -1),
    (-0.5, -1), (0.5, -1), (0.5, 1), (-0.5, 1), (-1, -0.5), (1, -0.5), (1, 0.5), (-1, 0.5),
)  # fmt: skip
"""Places for those who are not asked just now, the best first."""

HOUSE = 270.0
"""Side of a house at its full size."""
TALL = 0.92
"""Height of a house, as a share of its side."""
NAME = 186.0
"""Least width of a name, below however small a house."""
FAR = 0.5
"""Size of the houses of those not asked, as a share of the full one."""
CREW = (390.0, 300.0)
"""Of the raft with hero, worry and knots, at full size."""
SIZES = tuple(1.24 - 0.04 * step for step in range(22))


@dataclass(frozen=True)
class Ring:
    """Who is where."""

    houses: tuple[Box, ...]
    names: tuple[Box, ...]
    """Below each house."""
    crew: Box
    far: tuple[Box, ...]
    """Small houses, as many as have room."""

    def seat(self, number: int) -> Box:
        """A house with its name."""
        return self.houses[number].united(self.names[number])


def placed(
    box: Box, near: int, far: int, name_height: Callable[[float], float], *, whole: bool = False
) -> Ring:
    """Everybody in the box: `near` houses as large as can be without touching, and `far` small ones.

    `name_height`: what the tallest name takes in that width; `whole`: the near ones hold a whole net.
    """
    for size in SIZES:
        if whole and size > NET_SIZE:
            continue
        ring = _at(box, near, size, name_height, whole=whole)
        if _apart(ring, size):
            break
    return Ring(ring.houses, ring.names, ring.crew, tuple(_spare(box, ring, far)))


def _at(box: Box, count: int, size: float, name_height: Callable[[float], float], *, whole: bool) -> Ring:
    side = HOUSE * size
    tall, wide = side * TALL, max(side, NAME)
    name = name_height(wide)
    across, down = (box.w - wide) / 2, (box.h - tall - name) / 2
    x, y = box.x + box.w / 2, box.y + box.h / 2
    places = NET.get(count, RINGS[count]) if whole else RINGS[count]
    corners = [
        (x + right * across - side / 2, y + below * down - (tall + name) / 2) for right, below in places
    ]
    crew = Box(0, 0, CREW[0] * size, CREW[1] * size)
    lift = 0.0 if whole and count in NET else LIFTED.get(count, 0.0) * down
    return Ring(
        houses=tuple(Box(left, top, side, tall) for left, top in corners),
        names=tuple(Box(left - (wide - side) / 2, top + tall, wide, name) for left, top in corners),
        crew=crew.moved(x - crew.w / 2, y - crew.h / 2 + lift),
        far=(),
    )


def _boxes(ring: Ring, size: float) -> list[Box]:
    """What must not touch. Of the raft, only its middle counts: its edges are water."""
    return [ring.seat(number) for number in range(len(ring.houses))] + [ring.crew.inset(26 * size, 10 * size)]


def _apart(ring: Ring, size: float) -> bool:
    boxes = _boxes(ring, size)
    return not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def _spare(box: Box, ring: Ring, count: int) -> Sequence[Box]:
    side = max(90.0, (ring.houses[0].w if ring.houses else HOUSE) * FAR)
    taken = _boxes(ring, 1.0)
    spots: list[Box] = []
    for right, below in SPARE:
        if len(spots) == count:
            break
        tall = side * TALL
        left = box.x + box.w / 2 + right * (box.w - side) / 2 - side / 2
        top = box.y + box.h / 2 + below * (box.h - tall) / 2 - tall / 2
        spot = Box(left, top, side, tall)
        if not any(spot.meets(other) for other in (*taken, *spots)):
            spots.append(spot)
    return spots

"""Where the boats lie: the same bay always gives the same places."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from cop_challenge.activities.ripple.schema import RINGS, Ring

REACH = {Ring.FRIEND: 0.40, Ring.GROUP: 0.50, Ring.CLASS: 0.72, Ring.EVERYBODY: 0.92}
"""How far from the middle a ring's boats begin, as a share of the half axes."""

RADII = {Ring.FRIEND: 0.42, Ring.GROUP: 0.62, Ring.CLASS: 0.82, Ring.EVERYBODY: 1.0}
"""Where a ring itself runs."""

TURN = {Ring.FRIEND: 3.5, Ring.GROUP: 3.5, Ring.CLASS: 0.5, Ring.EVERYBODY: 0.25}
"""Where each ring begins, in radians, so that no two rings line up."""

APART = (0.118, 0.182)
"""Least distance of two boats, as shares of the chart's width and height."""

ROUNDS = 80


@lru_cache(maxsize=32)
def places(rings: tuple[Ring, ...]) -> tuple[tuple[float, float], ...]:
    """The middle of each boat as shares of the chart's width and height; whoever shares is at 0.5, 0.5.

    Boats start evenly on their ring's ellipse and push each other apart until they have room.
    """
    spots = [_start(rings, number) for number in range(len(rings))]
    for _ in range(ROUNDS):
        spots = [_pushed(spots, number) for number in range(len(spots))]
    return tuple(spots)


def _start(rings: Sequence[Ring], number: int) -> tuple[float, float]:
    ring = rings[number]
    inner = (Ring.FRIEND, Ring.GROUP)
    same = [n for n, other in enumerate(rings) if other is ring or (ring in inner and other in inner)]
    angle = TURN[ring] + math.tau * same.index(number) / len(same)
    return 0.5 + REACH[ring] / 2 * math.cos(angle), 0.5 + REACH[ring] / 2 * math.sin(angle)


def _pushed(spots: Sequence[tuple[float, float]], number: int) -> tuple[float, float]:
    x, y = spots[number]
    for other, (ox, oy) in enumerate([*spots, (0.5, 0.5)]):
        if other == number:
            continue
        dx, dy = (x - ox) / APART[0], (y - oy) / APART[1]
        near = math.hypot(dx, dy)
        if 1e-6 < near < 1:
            push = (1 - near) * 0.3 / near
            x, y = x + dx * push * APART[0], y + dy * push * APART[1]
    return min(0.955, max(0.045, x)), min(0.93, max(0.07, y))


def order(ring: Ring) -> int:
    """0 for the narrowest."""
    return RINGS.index(ring)

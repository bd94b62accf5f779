"""The net: threads of small lights from the hero to every helper, and, once whole, across."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import glide, linear

Point = tuple[float, float]

GROW_SECONDS = 0.9
"""A thread's way from the hero to the house."""
WEAVE_SECONDS = 1.6
"""The whole net's, once all threads are there."""
SPARK_SECONDS = 0.8
STEP = 15.0
"""Units between two dots of a thread; every fourth is a light."""
SAG = 22.0
"""How far a thread hangs through."""
DOT, LIGHT = 15.0, 42.0
SPARKS = 7


def middle(box: Box) -> Point:
    """A box's middle."""
    return box.x + box.w / 2, box.y + box.h / 2


def _along(begin: Point, end: Point, sag: float) -> Iterator[Point]:
    """Points of a hanging thread, a step apart."""
    count = max(2, round(math.dist(begin, end) / STEP))
    for number in range(1, count):
        share = number / count
        hang = sag * 4 * share * (1 - share)
        yield begin[0] + (end[0] - begin[0]) * share, begin[1] + (end[1] - begin[1]) * share + hang


def _beads(frame: Frame, points: Sequence[Point], share: float, every: int = 4) -> None:
    """The part of a thread that is there already: dots first, lights over them."""
    shown = points[: round(len(points) * share)]
    for x, y in shown:
        frame.picture("ui/helpers/thread-dot.svg", Box(x - DOT / 2, y - DOT / 2, DOT, DOT))
    for x, y in shown[every - 1 :: every]:
        frame.picture("ui/helpers/thread-light.svg", Box(x - LIGHT / 2, y - LIGHT / 2, LIGHT, LIGHT))


def faint(frame: Frame, hero: Point, house: Point) -> None:
    """A way somebody may be asked by: pale dots."""
    for x, y in list(_along(hero, house, SAG))[::2]:
        frame.picture("ui/helpers/faint-dot.svg", Box(x - 7, y - 7, 14, 14))


def threads(frame: Frame, hero: Point, houses: Sequence[Point]) -> None:
    """One to every house, the newest still growing."""
    age = frame.since("helpers-thread", len(houses), GROW_SECONDS + SPARK_SECONDS)
    for number, house in enumerate(houses):
        newest = number == len(houses) - 1
        share = glide(age / GROW_SECONDS) if newest else 1.0
        _beads(frame, list(_along(hero, house, SAG)), share)


def woven(frame: Frame, hero: Point, houses: Sequence[Point]) -> None:
    """Across from thread to thread, twice around: the net is whole."""
    share = glide(frame.entering(WEAVE_SECONDS))
    for inward in (0.42, 0.68):
        knots = [
            (
                hero[0] + (x - hero[0]) * inward,
                hero[1] + (y - hero[1]) * inward + SAG * 4 * inward * (1 - inward),
            )
            for x, y in houses
        ]
        for begin, end in zip(knots, [*knots[1:], knots[0]], strict=True):
            _beads(frame, list(_along(begin, end, SAG * 0.6)), share, every=7)


def sparks(frame: Frame, name: str, house: Point, reach: float) -> None:
    """A burst of sparks where the newest thread arrives."""
    age = frame.since("helpers-spark", name, GROW_SECONDS + SPARK_SECONDS) - GROW_SECONDS * 0.8
    share = linear(age / SPARK_SECONDS)
    if not 0 < share < 1:
        return
    for number in range(SPARKS):
        turn = math.tau * (number + 0.25) / SPARKS
        far = reach * (0.55 + 0.6 * share)
        x, y = house[0] + math.cos(turn) * far, house[1] + math.sin(turn) * far
        frame.picture("ui/spark.svg", Box(x - 26, y - 26, 52, 52), alpha=round(255 * (1 - share)))

"""One focus for mouse, touch, keyboard and gamepad."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from cop_challenge.ui.frame import Target


class Direction(Enum):
    """Where to move, as seen on screen."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


ACROSS = 2.5
"""How much a step sideways counts against one straight ahead."""


def towards(targets: Sequence[Target], current: str, direction: Direction) -> str:
    """The nearest target in that direction; the current one if there is none.

    To the left and right, what stands beside it comes before what lies higher or lower, however far away:
    else a thing in the middle of a page would come between the two ends of its head, and cut one of them off.
    """
    here = next((target for target in targets if target.id == current), None)
    if here is None:
        return targets[0].id if targets else ""
    dx, dy = direction.value
    best, best_distance = current, (True, float("inf"))
    for target in targets:
        # Between edges along the way, between centres across it: a wide card is as near as a small one.
        if dx:
            ahead = (target.box.x - here.box.right) if dx > 0 else (here.box.x - target.box.right)
            aside = _between(here.box.y, here.box.bottom, target.box.y, target.box.bottom)
        else:
            ahead = (target.box.y - here.box.bottom) if dy > 0 else (here.box.y - target.box.bottom)
            aside = _between(here.box.x, here.box.right, target.box.x, target.box.right)
        if target.id == current or ahead < -1:
            continue
        beside = target.box.y < here.box.bottom and here.box.y < target.box.bottom
        distance = bool(dx) and not beside, max(0.0, ahead) + ACROSS * aside
        if distance < best_distance:
            best, best_distance = target.id, distance
    return best


def _between(start: float, end: float, other_start: float, other_end: float) -> float:
    """Distance of two stretches of one line; a little for those that only partly face each other."""
    gap = max(other_start - end, start - other_end, 0.0)
    return gap + 0.02 * abs((start + end) - (other_start + other_end)) / 2


def way(targets: Sequence[Target], start: str, goal: str) -> list[Direction] | None:
    """The fewest arrow presses from one target to another; None if arrows don't get there."""
    ways: dict[str, list[Direction]] = {start: []}
    ahead = [start]
    while ahead and goal not in ways:
        here = ahead.pop(0)
        for direction in Direction:
            there = towards(targets, here, direction)
            if there not in ways:
                ways[there] = [*ways[here], direction]
                ahead.append(there)
    return ways.get(goal)


def following(targets: Sequence[Target], current: str, step: int) -> str:
    """The next (`step` 1) or previous (-1) target in reading order, round and round."""
    names = [target.id for target in targets]
    if not names:
        return ""
    if current not in names:
        return names[0]
    return names[(names.index(current) + step) % len(names)]


def at(targets: Sequence[Target], x: float, y: float) -> str:
    """The topmost target under a point, or ""."""
    return next((target.id for target in reversed(targets) if target.box.holds(x, y)), "")

"""Small movements of a drawn figure: its named parts turned or squeezed about their pivots.

Drawings mark parts with `id` and `data-pivot` (assets are made so; see their manifest of parts).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens to one part."""

    degrees: float = 0.0
    """Clockwise, about the part's pivot."""
    tall: float = 1.0
    """Height, as a share of the drawn one."""


GESTURES: Mapping[str, Mapping[str, Turn]] = {
    "blink": {"eyes": Turn(tall=0.1)},
    "beat": {"wing-l": Turn(14), "wing-r": Turn(-14)},
    "breathe": {"body": Turn(tall=1.025)},
}
"""What a figure can do, part by part; a part it does not have stays as it is."""


def gestured(source: str, gesture: str) -> str:
    """The drawing with its parts moved."""
    for part, turn in GESTURES[gesture].items():
        source = re.sub(
            rf'<g id="{part}" data-pivot="([-\d.]+) ([-\d.]+)"(?: transform="([^"]*)")?',
            lambda found, turn=turn, part=part: _moved(found, part, turn),  # type: ignore[misc]
            source,
            count=1,
        )
    return source


def _moved(found: re.Match[str], part: str, turn: Turn) -> str:
    x, y, before = found[1], found[2], found[3] or ""
    move = f"translate({x} {y}) rotate({turn.degrees:g}) scale(1 {turn.tall:g}) translate(-{x} -{y})"
    return f'<g id="{part}" data-pivot="{x} {y}" transform="{f"{before} {move}".strip()}"'


BREATH, BEAT, LOOK = 3200, 6000, 4600
"""Milliseconds of a breath, from one flutter of the wings to the next, and from one blink to the next."""

BEAT_STEP = 80
BEATS = 3
BLINK = 140


def idle(now: float) -> tuple[str, float]:
    """What an idle figure does at `now`, and until when, in seconds.

    A blink every few seconds, a flutter of the wings in between, and slow breath: few changes, each
    known beforehand, so that nothing is drawn while nothing changes.
    """
    # Whole milliseconds, so that ends and beginnings meet exactly.
    moment = math.floor(now * 1000 + 1e-6)
    gesture, left = _idle(moment)
    return gesture, (moment + left) / 1000


def _idle(moment: int) -> tuple[str, int]:
    """The gesture at a millisecond, and for how many more it lasts."""
    round_, into = divmod(moment, LOOK)
    # Never quite regular: each blink comes a little earlier or later.
    blink = 1600 + round_ * 7919 % 2300
    if blink <= into < blink + BLINK:
        return "blink", blink + BLINK - into
    to_blink = (blink if into < blink else LOOK) - into

    step, in_step = divmod(moment % BEAT, BEAT_STEP)
    if step < 2 * BEATS:
        return ("" if step % 2 else "beat"), min(to_blink, BEAT_STEP - in_step)
    half, in_half = divmod(moment, BREATH // 2)
    left = min(to_blink, BEAT - moment % BEAT, BREATH // 2 - in_half)
    return ("breathe" if half % 2 else ""), left

"""The uh-oh button: always in its corner; it glows when it is wanted, pops, and sleeps when it is not."""

from __future__ import annotations

import math

from cop_challenge.activities.stop import words
from cop_challenge.activities.stop.board import Phase, Stage
from cop_challenge.core.activity import Offer
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, ease

POP_SECONDS = 0.8
RINGS = (0.0, 0.14, 0.28)
"""Seconds after the press at which each ring of light leaves the button."""
SIZES = (1.0, 1.15, 1.3, 1.45, 1.6)
"""Sizes a ring comes in: few, because each is a picture of its own."""
PULSE_SECONDS = 1.6
DOWN = 14.0
"""How far the dome goes down, on a button 400 wide."""
LABEL = theme.TextStyle("title", 44, theme.CREAM, "centre", least=30)


def draw(frame: Frame, stage: Stage, offer: Offer | None, box: Box) -> None:
    """The button as it stands; without an offer it was pressed, or sleeps."""
    age = _age(frame, stage)
    if stage.glow:
        frame.picture("ui/stop/glow.svg", box.grown(54), alpha=_pulse(frame))
    _rings(frame, box, age)
    pressed = bool(offer and frame.target(offer, box))
    frame.picture("ui/stop/plate.svg", box)
    down = DOWN if pressed or (offer is None and not stage.resting) else 0.0
    if age < 0.3:
        down = DOWN * (1 - ease(age / 0.3)) if offer else DOWN
    grown = 1 + 0.07 * bump(age / 0.35) if age < 0.35 else 1.0
    asleep = offer is None
    with frame.shifted(y=round(down * box.w / 400), across=grown, down=grown):
        frame.picture("ui/stop/dome-asleep.svg" if asleep else "ui/stop/dome.svg", box)
    if offer and frame.focused(offer):
        frame.ring(box, "ring-disc")
    if offer:
        width = min(box.w, frame.text_width(offer.label, LABEL) + 64)
        height = max(64.0, frame.text_height(offer.label, width - 40, LABEL) + 14)
        label = Box(box.x + (box.w - width) / 2, box.bottom - height, width, height)
        frame.slab("stop-label", label)
        frame.text(words.UH_OH, label.inset(20, 4), LABEL)


def _age(frame: Frame, stage: Stage) -> float:
    """Seconds since it was pressed last."""
    return frame.since("stop-pops", (stage.lamps, stage.pops) if stage.pops else None, POP_SECONDS + 0.3)


def _pulse(frame: Frame) -> int:
    """How bright the glow is now."""
    if not frame.lively:
        return 230
    frame.moving = True
    return round(165 - 90 * math.cos(math.tau * frame.situation.now / PULSE_SECONDS))


def _rings(frame: Frame, box: Box, age: float) -> None:
    if age > POP_SECONDS + RINGS[-1]:
        return
    for begin in RINGS:
        share = (age - begin) / POP_SECONDS
        if 0 <= share < 1:
            size = box.w * SIZES[min(len(SIZES) - 1, int(share * len(SIZES)))]
            ring = Box(box.x + (box.w - size) / 2, box.y + (box.h - size) / 2, size, size)
            frame.picture("ui/stop/ring.svg", ring, alpha=round(230 * (1 - share)))


SPARKS = 12
FLIGHT_SECONDS = 1.1


def sparks(frame: Frame, stage: Stage, box: Box) -> None:
    """Light flies from the button when the turn was noticed."""
    if stage.phase is not Phase.STOPPED:
        return
    share = frame.entering(FLIGHT_SECONDS)
    if share >= 1:
        return
    for number in range(SPARKS):
        angle = math.tau * (number / SPARKS)
        far = box.w * (0.35 + 0.5 * ease(share)) * (1.0 if number % 2 else 0.8)
        x = box.x + box.w / 2 + far * math.cos(angle)
        y = box.y + box.h / 2 + far * math.sin(angle) + 120 * share * share
        side = 54.0 if number % 2 else 38.0
        frame.picture(
            "ui/spark.svg", Box(x - side / 2, y - side / 2, side, side), alpha=round(255 * (1 - share**3))
        )

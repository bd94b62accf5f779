"""The water: rings, threads of light, boats, and who has seen the post."""

from __future__ import annotations

import math

from cop_challenge.activities.ripple.board import Afloat, Board, Light, Phase
from cop_challenge.activities.ripple.scene import layout
from cop_challenge.activities.ripple.schema import RINGS, Ring
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, linear

ASPECT = 1000 / 600
"""Of the chart: its rings are drawn once and cannot be bent."""

BOAT, SHARER = 0.082, 0.104
"""Sides of boats, as shares of the chart's width."""

STRIPS = 12
"""The water is laid in strips that share one picture: one as large as the page would fill the memory
for pictures."""
SQUARES = (5, 3)
GLINTS = (
    (0.04, 0.04, 1.2), (0.44, 0.13, 1.0), (0.8, 0.03, 1.1), (0.12, 0.43, 0.8), (0.64, 0.5, 1.2),
    (0.02, 0.74, 1.0), (0.85, 0.78, 1.0), (0.42, 0.9, 1.1), (0.88, 0.34, 0.8),
)  # fmt: skip
"""Where light lies on the water, as shares of the chart, and how large."""
WAVE_SECONDS = 1.1
ARRIVES = 0.65
"""Share of a ripple after which the light has come over to the next boat."""
PEARLS_APART = 24.0
STEPS = 6
"""Sizes a growing drop comes in: each is a small picture that is kept."""
FISH_SECONDS = 1.1
DIM = 165
"""How plain a face is whose boat is dark."""
CHIPS = 3
"""Most boats named at once."""

POSES = {Phase.ASK: "pointing", Phase.CIRCLE: "thinking", Phase.SPREAD: "hello", Phase.MEND: "pointing"}


def _net(frame: Frame) -> bool:
    """The night city looks at a map of a network instead of a bay."""
    return frame.mood.nuru == "emblem"


def sea(frame: Frame, room: Box) -> None:
    """Water over all of the page below its head, with the shore as its upper edge."""
    if frame.look.high:
        return
    whole = Box(0, room.y - 14, frame.box.w, frame.box.h - room.y + 14)
    for strip in whole.columns(STRIPS):
        frame.slab("ripple-net" if _net(frame) else "ripple-water", strip)
    if not _net(frame):
        width = max(frame.box.w, 1920.0)
        frame.picture("ui/ripple/shore.svg", Box(0, whole.y - 26, width, width * 110 / 1920))


def chart(frame: Frame, board: Board, box: Box) -> None:
    """Boats on the water, and how far the light has run."""
    front = frame.follow("ripple-front", float(board.wave), WAVE_SECONDS, linear)
    net = _net(frame)
    if not frame.look.high:
        _ground(frame, box)
    _rings(frame, board, box, front, "net" if net else "water")
    spots = layout.places(tuple(boat.ring for boat in board.boats))
    middles = {
        boat.id: (box.x + x * box.w, box.y + y * box.h)
        for boat, (x, y) in zip(board.boats, spots, strict=True)
    }
    middles[""] = box.x + box.w / 2, box.y + box.h / 2
    for boat in board.boats:
        if boat.wave:
            share = linear((front - boat.wave + 1) / ARRIVES)
            # What is mended is taken off the water, and the threads with it.
            if share > 0 and boat.light in (Light.SEEN, Light.DARK, Light.COPY):
                faint = boat.light is Light.COPY
                _thread(frame, middles[boat.by], middles[boat.id], share, 110 if faint else 255)
    for boat in board.boats:
        share = linear((front - boat.wave + 1 - ARRIVES) / (1 - ARRIVES)) if boat.wave else 0.0
        _boat(frame, boat, middles[boat.id], box.w * BOAT, share)
    _sharer(frame, board, middles[""], box.w * SHARER)
    _fish(frame, board, box)


def _ground(frame: Frame, box: Box) -> None:
    """Glints on the water, or the squares of a map: small pictures, each shown often."""
    if _net(frame):
        for cell in box.grid(SQUARES[0] * SQUARES[1], SQUARES[0]):
            frame.picture("ui/ripple/square.svg", cell)
        return
    for x, y, size in GLINTS:
        frame.picture("ui/ripple/glint.svg", Box(box.x + x * box.w, box.y + y * box.h, 120 * size, 40 * size))


def _rings(frame: Frame, board: Board, box: Box, front: float, name: str) -> None:
    """Four flat rings, one inside the other; those of the chosen circle light up outwards."""
    meant = layout.order(board.ring) if board.ring else -1
    looked_at = frame.situation.focus if board.phase is Phase.CIRCLE else ""
    shown = layout.order(Ring(looked_at)) if looked_at in RINGS else -1
    for ring in reversed(RINGS):
        number = layout.order(ring)
        share = linear(front * 1.6 - number * 0.4) if number <= meant else 0.0
        if number <= shown:  # which circle would it be?
            share = max(share, 0.6)
        radius = layout.RADII[ring]
        spot = box.centred(box.w * radius, box.h * radius)
        picture = f"ui/ripple/ring-{name}-{number + 1}.svg"
        frame.picture(picture, spot, alpha=round(70 + 185 * share))


def _thread(
    frame: Frame, start: tuple[float, float], end: tuple[float, float], share: float, alpha: int
) -> None:
    """Small lights in a row from boat to boat, as far as they have come."""
    length = math.dist(start, end)
    pearl = "ui/ripple/bit.svg" if _net(frame) else "ui/ripple/pearl.svg"
    count = max(2, round(length / PEARLS_APART))
    for number in range(1, count):
        at = number / count
        if at > share:
            break
        x, y = start[0] + (end[0] - start[0]) * at, start[1] + (end[1] - start[1]) * at
        frame.picture(pearl, Box(x - 9, y - 9, 18, 18), alpha=alpha)


def _boat(frame: Frame, boat: Afloat, middle: tuple[float, float], side: float, share: float) -> None:
    """One boat; `share`: how far its light has come on."""
    spot = Box(middle[0] - side / 2, middle[1] - side / 2, side, side)
    kind = "node" if _net(frame) else "boat"
    if 0 < share < 1:
        _drop(frame, spot, share)
    frame.picture(f"ui/ripple/{kind}.svg", spot)
    if share > 0:
        state = {Light.GONE: "gone", Light.COPY: "copy"}.get(boat.light, "lit")
        frame.picture(f"ui/ripple/{kind}-{state}.svg", spot, alpha=round(255 * share))
    face = spot.inset(side * 0.1)
    lit = boat.light in (Light.SEEN, Light.COPY) or share > 0
    frame.picture(boat.picture, face, alpha=round(DIM + (255 - DIM) * share) if lit else DIM)
    if share >= 1:
        sign = {Light.GONE: "gone", Light.COPY: "copy"}.get(boat.light, "seen")
        small = side * 0.42
        frame.picture(
            f"ui/ripple/{sign}.svg", Box(spot.right - small * 0.8, spot.y - small * 0.2, small, small)
        )


def _drop(frame: Frame, spot: Box, share: float) -> None:
    """A small ring runs out from a boat that has just seen it."""
    name = "drop-net" if _net(frame) else "drop"
    step = math.ceil(share * STEPS) / STEPS
    with frame.shifted(across=0.8 + 0.5 * step, down=0.8 + 0.5 * step, alpha=round(255 * (1 - share * 0.7))):
        frame.picture(f"ui/ripple/{name}.svg", spot.grown(spot.w * 0.25))


def _sharer(frame: Frame, board: Board, middle: tuple[float, float], side: float) -> None:
    """Whoever shares, in the middle, always in the light."""
    spot = Box(middle[0] - side / 2, middle[1] - side / 2, side, side)
    net = _net(frame)
    if not net:
        frame.picture("ui/glow.svg", spot.grown(side * 0.34))
    frame.picture(f"ui/ripple/{'node' if net else 'boat'}-lit.svg", spot)
    frame.picture(board.sharer, spot.inset(side * 0.1))


def _fish(frame: Frame, board: Board, box: Box) -> None:
    """A fish jumps for joy when something was shared well; only where nobody is too grown-up for it."""
    age = frame.since("ripple-fish", board.good, FISH_SECONDS)
    if not board.good or age >= FISH_SECONDS or _net(frame):
        return
    share = age / FISH_SECONDS
    x = box.x + box.w * (0.3 + 0.36 * share)
    y = box.y + box.h * 0.62 - 190 * bump(share)
    frame.picture("ui/ripple/fish.svg", Box(x, y, 110, 98), alpha=round(255 * linear(bump(share) * 4)))
    for number in range(3):
        side = 34.0 - 8 * number
        back = 70 + 46 * number
        frame.picture("ui/spark.svg", Box(x - back, y + 20 + 26 * number, side, side))


# ------------------------------------------------------------- who has seen it


def strip(frame: Frame, board: Board, box: Box) -> None:
    """Nuru, how many have seen it in words and small lights, and who it was last."""
    if frame.mood.nuru in ("big", "beside") and box.w > 700:
        figure, box = box.cut_left(min(box.h, 178.0), 16)
        pose = POSES.get(board.phase, "happy" if board.good else "worried")
        furniture.nuru(frame, pose, figure)
    if not board.seen:
        return
    if board.mended:
        frame.slab(frame.mood.bubble, box)
        frame.text(board.seen, Box(box.x, box.y, box.w, box.h - 8).inset(44, 18), frame.mood.note)
        return
    above, below = box.rows(2, 10)
    _counter(frame, board, above)
    chips = CHIPS if box.w >= 860 * frame.look.text else CHIPS - 1
    for boat, place in zip(_last(board), below.columns(chips, 12), strict=False):
        _chip(frame, boat, place)


def _counter(frame: Frame, board: Board, box: Box) -> None:
    """A light for every boat, and words."""
    frame.slab("chip", box)
    inner = box.inset(30, 8)
    seen = sum(boat.light in (Light.SEEN, Light.COPY) for boat in board.boats)
    across = min(26.0, inner.w * (0.46 if frame.look.text == 1 else 0.34) / len(board.boats))
    dots, text = inner.cut_left(across * len(board.boats), 20)
    for number, dot in enumerate(dots.columns(len(board.boats))):
        state = "lit" if number < seen else "dark"
        frame.picture(f"ui/ripple/dot-{state}.svg", dot.centred(across - 4, across - 4))
    frame.text(board.seen, text, theme.CHIP.with_(family=frame.mood.heading, size=34, least=24))


def _last(board: Board) -> list[Afloat]:
    """Whom to name: those the newest ripple has reached, the farthest first."""
    lit = [boat for boat in board.boats if boat.light in (Light.SEEN, Light.COPY)]
    if board.phase is Phase.SPREAD:
        lit = [boat for boat in lit if boat.wave == board.wave]
    meant = layout.order(board.ring or Ring.FRIEND)
    lit.sort(key=lambda boat: (layout.order(boat.ring) <= meant, -layout.order(boat.ring), -boat.wave))
    return lit[:CHIPS]


def _chip(frame: Frame, boat: Afloat, box: Box) -> None:
    frame.slab("chip", box)
    face, text = box.inset(12, 6).cut_left(box.h - 12, 12)
    frame.picture(boat.picture, face)
    style = theme.CHIP.with_(family=frame.mood.heading, size=30, least=20)
    frame.text(boat.name, text.cut_left(text.w - 14)[0], style)

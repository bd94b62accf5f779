"""What the forge is furnished with: its wall, tiles, and the road of times."""

from __future__ import annotations

from dataclasses import replace

from cop_challenge.activities.forge.bench import Sample, road
from cop_challenge.activities.forge.estimate import STEPS
from cop_challenge.activities.forge.spans import SECONDS, Span
from cop_challenge.core.activity import Offer
from cop_challenge.core.text import NOTHING
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

TILE = theme.LABEL.with_(size=32, colour=theme.INK, line=1.08)
WAYS = (Span.BLINK, Span.SCHOOL_DAY, Span.YEAR, Span.LIFE, Span.PYRAMIDS, Span.DINOSAURS, Span.STARS)
"""Times that have a picture on the road."""


def city(frame: Frame) -> bool:
    """Whether this is the night city: a panel instead of the warm forge, no figure."""
    return frame.mood.nuru == "emblem"


def hand(frame: Frame, name: str) -> str:
    """The slab of that name in the mood's own hand."""
    return f"{name}-city" if city(frame) else name


def wall(frame: Frame, room: Box) -> Box:
    """The forge around everything; what is left inside."""
    frame.slab(hand(frame, "forge-room"), room)
    return room.inset(28, 24)


def tile_wants(frame: Frame, samples: tuple[Sample, ...], width: float) -> tuple[float, float]:
    """Least and wanted height of the tallest tile at that width."""
    low, high = (
        max((frame.text_height(s.text, width - 20, TILE, least=least) for s in samples), default=0.0)
        for least in (True, False)
    )
    return low + 96, high + 40 + min(150.0, width * 0.72)


def tile(frame: Frame, sample: Sample, box: Box, offer: Offer | None = None, drop: float = 0) -> None:
    """A picture tile with its word and, where it is shown, its gauge."""
    focused = offer is not None and frame.focused(offer)
    slab = hand(frame, "forge-tile") + ("-selected" if focused else "")
    frame.slab(slab, box, drop)
    if focused:
        frame.ring(box)
    face = Box(box.x, box.y + drop, box.w, box.h - box.h * 0.06).inset(10, 9)
    style = TILE.with_(colour=theme.CREAM if city(frame) else theme.INK)
    wants = [frame.text_height(sample.text, face.w, style, least=least) for least in (True, False)]
    marks = 18.0 if sample.gauge >= 0 else 0.0
    picture, label = heights(face.h - marks - 4, [(16.0, face.w * 0.8), (wants[0], wants[1])])
    spare = max(0.0, face.h - marks - 4 - picture - label)
    spot, rest = face.cut_top(picture + spare * 0.5, 4)
    frame.picture(sample.picture, spot)
    if marks:
        bar, rest = rest.cut_bottom(marks)
        _gauge(frame, sample.gauge, bar)
    frame.text(sample.text, rest, style)
    if sample.cracked:
        frame.picture("ui/forge/crack.svg", face.inset(8, 4))


def _gauge(frame: Frame, marks: int, box: Box) -> None:
    """How much the tile is worth: glowing marks, one a power of ten."""
    width = min(box.w, 150.0)
    for number, cell in enumerate(box.centred(width, 12).columns(STEPS, 5)):
        frame.slab("forge-mark-on" if number < marks else "forge-mark-off", cell)


def film(frame: Frame, samples: tuple[Sample, ...], box: Box, *, dancing: bool = False) -> None:
    """The forged tiles in a row, small; they hop one after the other when they have reason to."""
    if not samples:
        return
    gap = 12.0
    width = min((box.w - gap * (len(samples) - 1)) / len(samples), box.h * 1.1)
    row = box.centred(width * len(samples) + gap * (len(samples) - 1), box.h)
    told = all(_fits(frame, sample, width, box.h) for sample in samples)  # else the pictures have to do
    age = frame.since("film", dancing, 1.6) if dancing else 60.0
    for number, (sample, cell) in enumerate(zip(samples, row.columns(len(samples), gap), strict=True)):
        hop = max(0.0, 1 - abs(age - 0.25 - 0.2 * number) / 0.22)
        with frame.shifted(y=round(-22 * hop)):
            tile(frame, sample if told else replace(sample, text=NOTHING), cell)


def _fits(frame: Frame, sample: Sample, width: float, height: float) -> bool:
    """Whether the tile's word has room below its picture."""
    room = Box(0, 0, width - 24, height * 0.94 - 90)
    wide = frame.text_width(sample.text, TILE, room) <= room.w
    return wide and frame.text_height(sample.text, room.w, TILE, least=True) <= room.h


ROAD = 22.0
SIGN = 76.0
"""Thickness of the road, and the side of its pictures."""


def way(frame: Frame, box: Box, share: float, goal: float, *, good: bool) -> Box:
    """The road of times, with what was passed in light; where the bot stands on it."""
    signs, rest = box.cut_bottom(SIGN)
    line = rest.cut_bottom(ROAD, 6)[0]
    inner = Box(line.x + SIGN / 2, line.y, line.w - SIGN, line.h)
    frame.slab("forge-road", Box(line.x, line.y, line.w, line.h))
    reach = inner.x - line.x + inner.w * share
    width = max(line.h, round(reach / 12) * 12)
    frame.slab("forge-road-cool" if good else "forge-road-hot", line.inset(5).cut_left(width)[0])
    for span in WAYS:
        at = inner.x + inner.w * road(SECONDS[span])
        passed = at <= inner.x + inner.w * share + 1
        spot = Box(at - SIGN / 2, signs.y, SIGN, SIGN)
        frame.picture(f"ui/forge/way-{span}.svg", spot, alpha=255 if passed else 130)
    flag = inner.x + inner.w * goal
    frame.picture("ui/forge/flag.svg", Box(flag - 26, line.bottom - 92, 52, 92))
    return Box(inner.x + inner.w * share, line.y, 0, 0)

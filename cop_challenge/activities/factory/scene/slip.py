"""The message at the gate: a slip on the belt, a magnifier, and the stamp that says where it belongs."""

from __future__ import annotations

import math

from cop_challenge.activities.factory import words
from cop_challenge.activities.factory.board import Board, Slip, Stage
from cop_challenge.activities.factory.moves import Line
from cop_challenge.activities.factory.scene import machine
from cop_challenge.core.text import Text
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import ease, glide, linear, springy
from cop_challenge.ui.theme import TextStyle

ARRIVES = 0.5
"""Seconds in which a message comes along the belt."""
STAMPED = 0.35
SPARKS = 0.8
"""Seconds the sparks of a found reason fly."""
GAP = 10.0
SIGN = 52.0
STAMP = 92.0
LENS = 150.0

STYLES: dict[Line, TextStyle] = {
    Line.SOURCE: TextStyle("strong", 34, theme.INK, least=28),
    Line.TEXT: TextStyle("strong", 44, theme.INK, least=30, line=1.18),
    Line.PROOF: TextStyle("body", 34, theme.INK, least=28),
}
SIGNS = {Line.SOURCE: "person", Line.TEXT: "chat", Line.PROOF: "paperclip"}


def _lensed(line: Line) -> float:
    """Room at the end of the first line, over which the magnifier leans."""
    return LENS * 0.5 if line is Line.SOURCE else 0.0


def want(frame: Frame, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height of the slip with its belt and stamp."""
    assert board.slip is not None
    text = width - 60 - 56 - SIGN - 16
    pads = 24 * len(board.slip.lines) + GAP * (len(board.slip.lines) - 1)
    low, high = (
        sum(
            frame.text_height(said, text - _lensed(line), STYLES[line], least=least)
            for line, said in board.slip.lines
        )
        for least in (True, False)
    )
    fixed = pads + 56 + machine.BELT + (STAMP if board.slip.into else 20.0)
    return low + fixed, high + fixed + 30


def draw(frame: Frame, board: Board, box: Box) -> None:
    """The belt, and on it the message."""
    assert board.slip is not None
    foot, rest = box.cut_bottom(machine.BELT)
    high = min(rest.h, want(frame, board, box.w)[1] - machine.BELT + 130)
    paper, above = rest.cut_bottom(high)
    if above.h > 90:
        # The hopper it fell out of.
        tall = min(190.0, above.h)
        frame.picture("ui/factory/hopper.svg", above.cut_bottom(tall)[0])
    machine.belt(frame, foot)
    age = frame.since("factory-slip", board.slip.lines, ARRIVES)
    share = ease(age / ARRIVES) if age < ARRIVES else 1.0
    with frame.shifted(x=round(-420 * (1 - share)), alpha=round(255 * linear(share * 2))):
        _slip(frame, board, board.slip, Box(paper.x + 30, paper.y, paper.w - 60, paper.h + 12))


def _slip(frame: Frame, board: Board, slip: Slip, box: Box) -> None:
    frame.slab("factory-slip", box)
    inner = Box(box.x, box.y + 14, box.w - 8, box.h - 22).inset(28, 14)
    if slip.into:
        stamp, inner = inner.cut_bottom(STAMP, 6)
        _stamp(frame, slip, stamp)
    text = inner.w - SIGN - 16
    wants = [_line_want(frame, line, said, text) for line, said in slip.lines]
    room = inner.h - GAP * (len(wants) - 1)
    tall = heights(room, wants)
    spare = max(0.0, room - sum(tall)) / len(wants)
    places: dict[Line, Box] = {}
    for (line, said), height in zip(slip.lines, tall, strict=True):
        place, inner = inner.cut_top(height + spare, GAP)
        places[line] = place
        if slip.glint is line:
            frame.slab("factory-glint", place)
        sign, words_ = place.inset(8, 6).cut_left(SIGN, 16)
        side = min(44.0, sign.h)
        frame.icon(f"ui/icons/{SIGNS[line]}.svg", sign.centred(side, side), theme.COUNTER)
        frame.text(said, words_.cut_left(words_.w - _lensed(line))[0], STYLES[line])
    _lens(frame, board, slip, places, box)
    if slip.into:
        _sparks(frame, board, Box(box.x + 40, box.bottom - STAMP - 20, 320, STAMP))


def _sparks(frame: Frame, board: Board, box: Box) -> None:
    """Something was found out: sparks fly off the stamp, once."""
    age = frame.since("factory-solved", board.stage, SPARKS)
    if board.stage is not Stage.SOLVED or age >= SPARKS:
        return
    share = age / SPARKS
    for number in range(8):
        angle = math.tau * number / 8 + 0.3
        x = box.x + box.w / 2 + math.cos(angle) * box.w * (0.3 + 0.5 * share) - 22
        y = box.y + box.h / 2 + math.sin(angle) * box.h * (0.3 + 0.9 * share) - 22
        frame.picture("ui/spark.svg", Box(x, y, 44, 44), alpha=round(255 * (1 - share)))


def _line_want(frame: Frame, line: Line, said: Text, width: float) -> tuple[float, float]:
    across = width - 16 - _lensed(line)
    low, high = (frame.text_height(said, across, STYLES[line], least=least) for least in (True, False))
    return low + 16, high + 24


def _lens(frame: Frame, board: Board, slip: Slip, places: dict[Line, Box], box: Box) -> None:
    """It leans over the corner, and glides to the line that gave it away."""
    spot = places.get(slip.glint) if slip.glint and board.stage is Stage.SOLVED else None
    x, y = (spot.right + 6, spot.y + spot.h / 2) if spot else (box.right - 52, box.y + 58)
    x = frame.follow("factory-lens-x", x, 0.45, glide)
    y = frame.follow("factory-lens-y", y, 0.45, glide)
    frame.picture("ui/inspect/lens-city.svg", Box(x - LENS * 0.4, y - LENS * 0.4, LENS, LENS), mirror=True)


def _stamp(frame: Frame, slip: Slip, box: Box) -> None:
    """Where it belongs."""
    assert slip.into is not None
    label = words.BINS[slip.into]
    style = TextStyle("strong", 38, theme.INK, least=28)
    width = min(box.w, frame.text_width(label, style) + 120)
    place = box.cut_left(width)[0]
    age = frame.since("factory-into", slip.into, STAMPED)
    grown = 1.3 - 0.3 * springy(age / STAMPED) if age < STAMPED else 1.0
    with frame.shifted(across=grown, down=grown):
        frame.slab("factory-stamp", place)
        sign, text = place.inset(20, 8).cut_left(56, 16)
        frame.icon(f"ui/icons/bin-{slip.into}.svg", sign.centred(56, 56), theme.INK)
        frame.text(label, text, style)

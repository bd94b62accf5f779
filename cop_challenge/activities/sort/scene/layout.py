"""Where everything stands: what is said on top, bins below or at both sides, the thing between them."""

from __future__ import annotations

from dataclasses import dataclass

from cop_challenge.activities.sort.board import Board, Stage
from cop_challenge.activities.sort.scene import speech
from cop_challenge.core.activity import View
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

GAP = 20.0
BIN = 420 / 340
"""Width of a bin for its height."""
PACK = 360 / 410
"""And of the backpack."""
CARD, WIDE_CARD = 940.0, 1120.0
"""Width for a thing beside the backpack; over four bins: so that the card reaches over the outer ones."""
WIDEST_ROW = 1840.0


@dataclass(frozen=True, slots=True)
class Places:
    """Boxes of one page."""

    speech: Box
    bins: tuple[Box, ...]
    backpack: Box
    middle: Box
    """What is at hand, or the buttons that lead on."""


def places(frame: Frame, activity: View, board: Board, room: Box) -> Places:
    """The page's boxes, for these words."""
    said = speech.wants(frame, activity, board, room.w)
    if frame.portrait:
        return _upright(frame, board, room, said)
    if len(board.piles) == 2:
        return _between(board, room, said)
    return _above(board, room, said)


def _between(board: Board, room: Box, said: tuple[float, float]) -> Places:
    """Two bins at both sides, the backpack between them, the thing over the backpack."""
    tall = heights(room.h - GAP, [said, (440.0, 640.0)])
    top, stage = room.cut_top(tall[0], GAP)
    width = min(520.0, stage.w * 0.29)
    low = min(stage.h, width / BIN)
    left = stage.cut_left(width)[0].cut_bottom(low)[0]
    right = stage.cut_right(width)[0].cut_bottom(low)[0]
    between = stage.inset(width + 40, 0)
    if board.stage is Stage.OPEN:
        foot = min(270.0, between.h * 0.42)
        pack = between.cut_bottom(foot)[0]
        middle = between.cut_top(between.h - foot * 0.72)[0]
        if board.landed:
            middle = between.cut_top(between.h - foot - 16)[0]
    else:
        middle = between.cut_bottom(150)[0]
        pack = between.cut_top(between.h - 150 - GAP)[0]
    return Places(top, (left, right), pack, middle)


def _above(board: Board, room: Box, said: tuple[float, float]) -> Places:
    """A row of bins below, the thing and the backpack above them."""
    tall = heights(room.h - 2 * GAP, [said, (190.0, 300.0), (230.0, 340.0)])
    top, rest = room.cut_top(tall[0], GAP)
    spare = room.h - 2 * GAP - sum(tall)
    between, row = rest.cut_top(tall[1] + spare * 0.5, GAP)
    pack = between.h * PACK
    if board.stage is Stage.OPEN:
        # What is at hand stands in the middle, over a bin at either side, so that arrow keys lead past the
        # bins to the head of the page.
        many = len(board.laid)
        wide = WIDE_CARD if len(board.piles) > 3 else CARD
        middle = between.centred(min(wide if many == 1 else 2 * CARD, between.w - 2 * (pack + 48)), between.h)
        pack_box = Box(middle.x - 48 - pack, between.y, pack, between.h)
    else:
        # Out of the game there is only a button beside the backpack.
        pack_box, middle = between.centred(pack + 48 + 560, between.h).cut_left(pack, 48)
    row = row.centred(min(row.w, WIDEST_ROW), row.h)
    return Places(top, tuple(row.columns(len(board.piles), 28)), pack_box, middle)


def _upright(frame: Frame, board: Board, room: Box, said: tuple[float, float]) -> Places:
    """Everything one below the other."""
    many = len(board.piles)
    columns = 2 if many == 4 else many
    rows = many // columns
    bin_wants = (
        180.0 * frame.look.text * rows,
        min(400.0, room.w / columns / BIN + 40) * rows + GAP * (rows - 1),
    )
    tall = heights(room.h - 2 * GAP, [said, (420.0, 760.0), bin_wants])
    top, rest = room.cut_top(tall[0], GAP)
    between, row = rest.cut_top(room.h - 2 * GAP - tall[0] - tall[2], GAP)
    if board.stage is Stage.OPEN:
        foot = min(260.0, between.h * 0.38)
        pack = between.cut_bottom(foot)[0]
        middle = between.cut_top(between.h - foot * (1.0 if board.landed else 0.72) - 10)[0]
    else:
        middle = between.cut_bottom(150)[0]
        pack = between.cut_top(between.h - 150 - GAP)[0]
    return Places(top, tuple(row.grid(many, columns, 24, GAP)), pack, middle)

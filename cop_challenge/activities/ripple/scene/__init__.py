"""The bay at night from above: boats, and the rings that run from whoever shares something."""

from __future__ import annotations

from cop_challenge.activities.ripple.board import Board, Phase
from cop_challenge.activities.ripple.scene import answers, side, water
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import furniture, page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box

SIDE, APART = 720.0, 36.0
STRIP = 178.0
"""Height of who has seen it, below the water."""
LEAST_MAP = 330.0
"""A map lower than this shows nothing; words come first then."""


def compose(frame: Frame, view: VisitView) -> None:
    """One moment of a post."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    water.sea(frame, room)
    blocks = side.blocks(frame, activity, board, frame.portrait)
    if frame.portrait:
        chart, column = _upright(frame, board, blocks, room)
    else:
        column, chart = room.cut_right(SIDE, APART)
    if board.phase is Phase.ANSWERS:
        answers.compose(frame, board, chart)
    else:
        _chart(frame, board, chart)
    side.stack(frame, column, blocks)
    for target in frame.targets:
        if target.id == activity.hint:
            furniture.hand(frame, _page_box(frame, target.box))
    page.first(frame, activity)


def _page_box(frame: Frame, box: Box) -> Box:
    """A target's box as scenes lay it out: on mirrored pages it has been mirrored once."""
    if not frame.situation.right_to_left:
        return box
    return Box(frame.box.w - box.right, box.y, box.w, box.h)


def _upright(frame: Frame, board: Board, blocks: list[side.Block], room: Box) -> tuple[Box, Box]:
    """On an upright screen the water lies above; it gets what the words leave."""
    wants = sum(block.high for block in blocks) + side.GAP * len(blocks)
    least = sum(block.low for block in blocks if not block.spare) + side.GAP * len(blocks)
    if board.phase is Phase.ANSWERS:
        most = answers.wants(frame, board, room.w)
    else:
        most = room.w / water.ASPECT + _strip(frame, board)
    height = max(min(most, room.h - wants), min(LEAST_MAP + _strip(frame, board), room.h - least), 0.0)
    return room.cut_top(min(height, most), side.GAP)


def _strip(frame: Frame, board: Board) -> float:
    """Height of the strip below the water, where there is something to put into it."""
    return STRIP if board.seen or frame.mood.nuru != "emblem" else 0.0


def _chart(frame: Frame, board: Board, box: Box) -> None:
    """The water with its boats, and below it who has seen the post."""
    high = _strip(frame, board) if frame.portrait else STRIP
    foot, box_above = box.cut_bottom(min(high, box.h), 14 if high else 0)
    if box_above.h < LEAST_MAP * 0.8:
        if box.h >= high:
            water.strip(frame, board, foot)
        return
    width = min(box_above.w, box_above.h * water.ASPECT)
    height = width / water.ASPECT
    spare = box_above.h - height
    chart = Box(box_above.x + (box_above.w - width) / 2, box_above.y + spare * 0.3, width, height)
    water.chart(frame, board, chart)
    if high:
        water.strip(frame, board, foot.moved(y=-spare * 0.35))

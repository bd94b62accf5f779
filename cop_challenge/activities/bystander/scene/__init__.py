"""The squad's page: whose post it is in its light, the squad with its signs, and the feed beside them."""

from __future__ import annotations

from cop_challenge.activities.bystander.board import Board
from cop_challenge.activities.bystander.scene import close, feed, signs, stage
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

FEED = 640.0
"""Width of the feed beside the stage."""


def compose(frame: Frame, view: VisitView) -> None:
    """One wave, or how it ended."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    if activity.heading:
        close.compose(frame, activity, board, room)
    elif frame.portrait:
        _upright(frame, view, activity, board, room)
    else:
        column, rest = room.cut_right(FEED if frame.look.text < 1.5 else FEED + 40, 44)
        feed.draw(frame, activity, board, column)
        _column(frame, view, activity, board, rest)
    page.first(frame, activity)


def _column(frame: Frame, view: VisitView, activity: View, board: Board, box: Box) -> None:
    """Hero and words above, the signs below them, the crowd at the foot."""
    wants = [stage.wants(frame, activity, board, box.w), signs.wants(frame, activity, board, box.w)]
    ground, box = box.cut_bottom(signs.crowd_height(frame, box.h - page.GAP, wants), 0)
    tall = heights(box.h - page.GAP, wants)
    spare = max(0.0, box.h - page.GAP - sum(tall))
    top, rest = box.cut_top(tall[0] + spare * 0.6, page.GAP)
    stage.draw(frame, view, activity, board, top)
    signs.draw(frame, activity, board, rest, ground)


def _upright(frame: Frame, view: VisitView, activity: View, board: Board, room: Box) -> None:
    """Hero, feed, signs, one above the other."""
    wants = [
        stage.wants(frame, activity, board, room.w),
        feed.wants(frame, activity, board, room.w),
        signs.wants(frame, activity, board, room.w),
    ]
    ground, box = room.cut_bottom(signs.crowd_height(frame, room.h - 2 * page.GAP, wants), 0)
    tall = heights(box.h - 2 * page.GAP, wants)
    spare = max(0.0, box.h - 2 * page.GAP - sum(tall))
    top, rest = box.cut_top(tall[0] + spare * 0.3, page.GAP)
    middle, rest = rest.cut_top(tall[1] + spare * 0.5, page.GAP)
    stage.draw(frame, view, activity, board, top)
    feed.draw(frame, activity, board, middle)
    signs.draw(frame, activity, board, rest, ground)

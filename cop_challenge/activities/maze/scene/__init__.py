"""The house of crooked doors on screen: a funfair front with a mock screen in it, wishes and a map beside."""

from __future__ import annotations

from cop_challenge.activities.maze.board import Board, Stage
from cop_challenge.activities.maze.scene import ends, house, side
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame


def compose(frame: Frame, view: VisitView) -> None:
    """One moment of the walk."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    if board.stage is Stage.START:
        ends.start(frame, activity, board, room)
    elif board.stage is Stage.OUT:
        ends.out(frame, activity, board, room)
    elif frame.portrait:
        top, rest = room.cut_top(side.MAP, 14)
        side.rooms(frame, board, top)
        least, wanted = side.wants(frame, activity, board, rest.w)
        low, high = house.wants(frame, board, rest.w)
        tall = min(rest.h - 20 - least, max(low, min(high + 200, rest.h - 20 - wanted)))
        front, below = rest.cut_top(tall, 20)
        house.draw(frame, activity, board, front)
        side.draw(frame, activity, board, below)
    else:
        front, beside = room.cut_left(room.w * house.SHARE, 32)
        house.draw(frame, activity, board, front)
        top, below = beside.cut_top(side.MAP, 14)
        side.rooms(frame, board, top)
        side.draw(frame, activity, board, below)
    page.hint(frame, activity)
    page.first(frame, activity)

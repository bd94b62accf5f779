"""A wide phone that talks back, or a table with a flower that opens; the ways out always at hand."""

from __future__ import annotations

from cop_challenge.activities.chat.board import Board
from cop_challenge.activities.chat.scene import close, stage
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame


def compose(frame: Frame, view: VisitView) -> None:
    """One moment of the chat."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    if board.ended:
        close.compose(frame, view, activity, board, room)
    else:
        stage.compose(frame, activity, board, room)
    page.first(frame, activity)
    page.hint(frame, activity)

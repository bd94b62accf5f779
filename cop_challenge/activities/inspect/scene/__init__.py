"""Fish or Friend on screen: a document under a magnifier, clues on a line, and the sea where it ends."""

from __future__ import annotations

from cop_challenge.activities.inspect.parts import Board, Stage
from cop_challenge.activities.inspect.scene import deed, side
from cop_challenge.activities.inspect.scene.look import landscape, portrait
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame


def compose(frame: Frame, view: VisitView) -> None:
    """One moment of a case."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    side.remember(frame, activity, board)
    if board.stage is Stage.DEED:
        deed.compose(frame, activity, board, room)
    elif frame.portrait:
        portrait(frame, activity, board, room)
    else:
        landscape(frame, activity, board, room)
    page.hint(frame, activity)
    page.first(frame, activity)

"""The Trick Factory on screen: a press that builds a poster, a shredder, and a gate with chutes."""

from __future__ import annotations

from cop_challenge.activities.factory.board import Board
from cop_challenge.activities.factory.hall import AT_GATE
from cop_challenge.activities.factory.scene import gate, machine, shop
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame


def compose(frame: Frame, view: VisitView) -> None:
    """One moment of a shift."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    machine.remember(frame, board)
    if board.stage in AT_GATE:
        gate.compose(frame, activity, board, room)
    else:
        shop.compose(frame, activity, board, room)
    page.hint(frame, activity)
    page.first(frame, activity)

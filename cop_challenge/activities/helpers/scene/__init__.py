"""The bay with the hero in the middle and helpers all around; the worry and Nuru's words beside it."""

from __future__ import annotations

from cop_challenge.activities.helpers.board import Board
from cop_challenge.activities.helpers.scene import aside, bay
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame

SHARES = ((1.0, 0.62), (1.25, 0.56), (9.0, 0.48))
"""Share of the page's width the bay has, up to that size of letters: larger ones need the room."""


def compose(frame: Frame, view: VisitView) -> None:
    """One moment: whom to ask, what to do at a busy house, a new knot, or the whole net."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    if frame.portrait:
        words = aside.height(frame, activity, board, room.w)
        most = room.w * 0.92
        water, rest = room.cut_top(min(most, max(room.h * 0.4, room.h - words - page.GAP)), page.GAP)
    else:
        share = next(share for size, share in SHARES if frame.look.text <= size)
        water, rest = room.cut_left(room.w * share, 36)
    aside.compose(frame, view, activity, board, rest)
    bay.compose(frame, activity, board, water)
    page.first(frame, activity)

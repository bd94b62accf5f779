"""The forge: a bench with shelf and mould, the night of guessing, and how the lock is kept."""

from __future__ import annotations

from cop_challenge.activities.forge.bench import Board
from cop_challenge.activities.forge.scene import bench, keep, night
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame

STAGES = {"bench": bench.compose, "night": night.compose, "shown": night.compose}
"""Everything else is a question."""


def compose(frame: Frame, view: VisitView) -> None:
    """One moment in the forge."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    STAGES.get(board.stage, keep.compose)(frame, view, board, room)
    page.first(frame, activity)

"""Keeping it: the story in the head, and the small scenes about whom to tell, beside the chest."""

from __future__ import annotations

from cop_challenge.activities.forge.bench import Board
from cop_challenge.activities.forge.scene import parts
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

GAP = 20.0


def compose(frame: Frame, view: VisitView, board: Board, room: Box) -> None:
    """The lock that was forged, the question, and what can be answered."""
    activity = view.activity
    assert activity is not None
    activity = page.trimmed(frame, activity)
    inner = parts.wall(frame, room).cut_top(22)[1]
    if board.stage == "story":
        row = _row_height(frame, activity, inner)
        if row:
            top, inner = inner.cut_top(row, GAP)
            parts.film(frame, board.mould, top, dancing=board.happy)
    elif frame.look.text == 1 and not frame.portrait and not activity.note:
        side, inner = inner.cut_left(330, 36)
        _chest(frame, board, side, shut=True)
    _asks(frame, view, activity, inner)


def _columns(frame: Frame, activity: View, width: float) -> int:
    return len(page.answers_of(activity)) if not frame.portrait and width > 1500 else 1


def _asks(frame: Frame, view: VisitView, activity: View, box: Box) -> None:
    columns = _columns(frame, activity, box.w) if frame.look.text == 1 else 1
    main = page.main_wants(frame, activity, box.w, columns)
    low, high = page.strip_wants(frame, activity, box.w)
    foot = heights(box.h - GAP, [(low, high), main])[0] if high else 0.0
    below, rest = box.cut_bottom(foot, GAP if foot else 0)
    if foot:
        page.strip(frame, activity, below)
    page.column(frame, view, activity, rest, columns)


def _row_height(frame: Frame, activity: View, box: Box) -> float:
    """Height for the row of tiles; nothing where words need the room."""
    columns = _columns(frame, activity, box.w) if frame.look.text == 1 else 1
    main = page.main_wants(frame, activity, box.w, columns)[0]
    foot = page.strip_wants(frame, activity, box.w)[0]
    left = box.h - main - foot - 3 * GAP
    return min(230.0, left) if left >= 150 else 0.0


def _chest(frame: Frame, board: Board, box: Box, *, shut: bool) -> None:
    """The chest with its lock; in the night city a lock alone."""
    if parts.city(frame):
        frame.icon("ui/icons/lock.svg", box.centred(200, 200), theme.GOOD_ON_DARK)
        return
    frame.picture(f"ui/forge/chest-{'shut' if shut else 'open'}.svg", box.centred(box.w, 300))

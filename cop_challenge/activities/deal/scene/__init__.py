"""The table at evening: a document is filled line by line, with the question at hand beside it."""

from __future__ import annotations

from cop_challenge.activities.deal.board import Board, Stage
from cop_challenge.activities.deal.scene import gate, paper, side
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

GAP = 26.0
SHEET = 690.0
"""Width of the document beside the question, and of all else beside the document that is read."""
PROGRAMME = 820.0
"""The same of a programme, whose steps are longer."""
EDGE = (30.0, 26.0)
PLAN = (130.0, 330.0)
"""Least and wanted height of the plan with the gate."""
LOW_PLAN = 186.0


def compose(frame: Frame, view: VisitView) -> None:
    """One moment at the table."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    table = Box(room.x - 14, room.y - 6, room.w + 28, room.h + 24)
    frame.slab("deal-table", table)
    side_of = min(table.w, table.h) - 24
    frame.picture("ui/deal/glow.svg", table.centred(side_of, side_of))
    inner = table.inset(*EDGE)
    inner = Box(inner.x, inner.y, inner.w, inner.h - 8)
    if frame.portrait:
        _upright(frame, activity, board, inner)
    else:
        _beside(frame, activity, board, inner)
    page.hint(frame, activity)
    page.first(frame, activity)


def _beside(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """The document at the start, question and choices after it."""
    reading = board.stage in (Stage.READ, Stage.SIGNED)
    beside = SHEET if board.document.card else PROGRAMME
    width = room.w - SHEET - GAP if reading else beside - 180 * (frame.look.text - 1)
    sheet, rest = room.cut_left(width, GAP)
    if not board.document.card:
        if reading:
            wants = side.wants(frame, activity, board, rest.w)
            tall = heights(rest.h - GAP, [(150.0, 400.0), wants])
            plan, rest = rest.cut_top(tall[0], GAP)
        else:
            plan, sheet = sheet.cut_top(_plan_height(frame, board, sheet), GAP)
        gate.draw(frame, board, plan)
    paper.draw(frame, activity, board, sheet)
    side.draw(frame, activity, board, rest)


def _plan_height(frame: Frame, board: Board, sheet: Box) -> float:
    """A low plan where the words of all lines then fit on the paper; else as much as the paper leaves."""
    if paper.fits(frame, board, sheet.w, sheet.h - GAP - LOW_PLAN):
        return LOW_PLAN
    low, high = paper.wants(frame, board, sheet.w)
    return heights(sheet.h - GAP, [PLAN, (low, low + 0.2 * (high - low))])[0]


def _upright(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """Plan, document, question, choices: one above the other."""
    wants = [paper.wants(frame, board, room.w), side.wants(frame, activity, board, room.w)]
    if not board.document.card:
        *_, plan_height = heights(room.h - 2 * GAP, [*wants, PLAN])
        plan, room = room.cut_top(plan_height, GAP)
        gate.draw(frame, board, plan)
    tall = heights(room.h - GAP, wants)
    spare = max(0.0, room.h - GAP - sum(tall))
    sheet, rest = room.cut_top(tall[0] + spare * 0.5, GAP)
    paper.draw(frame, activity, board, sheet)
    side.draw(frame, activity, board, rest)

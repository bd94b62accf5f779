"""Looking: the document, the line of clues, what Nuru says, and the two decisions."""

from __future__ import annotations

from cop_challenge.activities.inspect.parts import Board
from cop_challenge.activities.inspect.scene import line, sheet, side
from cop_challenge.core.activity import View
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

GAP = 20.0
SIDE = 640.0
"""Width of the column beside the document."""
LINE = 140.0
"""Height of the line with the clues."""


def landscape(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """The document at the left; line, words and decisions at the right."""
    aside, left = room.cut_right(SIDE + (room.w - 1840) * 0.3, 44)
    slip_wants = side.slip_wants(frame, activity, left.w)
    wants = [slip_wants, sheet.wants(frame, board, left.w, left.h - 16 - slip_wants[0])]
    slip, document = left.cut_top(heights(left.h - 16, wants)[0], 16)
    rope, aside = aside.cut_top(LINE, 12)
    foot, words = aside.cut_bottom(side.foot_height(board), GAP)
    side.slip(frame, activity, slip)
    slots = line.clues(frame, board, rope)
    side.words(frame, activity, board, words)
    side.foot(frame, activity, board, foot)
    # Last, so that the magnifier and what it finds pass over everything.
    lens = sheet.document(frame, activity, board, document)
    line.flight(frame, board, lens, slots)


def portrait(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """Line, document, words and decisions one above the other."""
    rope, rest = room.cut_top(LINE - 16, 8)
    foot, rest = rest.cut_bottom(side.foot_height(board), 16)
    around = [side.slip_wants(frame, activity, rest.w), side.words_want(frame, activity, board, rest.w)]
    left = rest.h - 12 - 16
    wants = sheet.wants(frame, board, rest.w, left - sum(low for low, _ in around))
    tall = heights(left, [around[0], wants, around[1]])
    spare = max(0.0, left - sum(tall))
    slip, rest = rest.cut_top(tall[0], 12)
    document, words = rest.cut_top(tall[1] + spare * 0.6, 16)
    side.slip(frame, activity, slip)
    slots = line.clues(frame, board, rope)
    side.words(frame, activity, board, words)
    side.foot(frame, activity, board, foot)
    lens = sheet.document(frame, activity, board, document)
    line.flight(frame, board, lens, slots)

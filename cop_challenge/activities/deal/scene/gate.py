"""The harbour gate: a pillar for each line of the programme, as high as the school has built it."""

from __future__ import annotations

from cop_challenge.activities.deal.board import Board
from cop_challenge.activities.deal.document import DocumentLine
from cop_challenge.activities.deal.schema import Stands
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump

GROWS_SECONDS = 0.6
PROPORTION = 2.75
"""Width of the gate by its height, its icons left out."""
ICON = 44.0
LOW = 190.0


def draw(frame: Frame, board: Board, box: Box) -> None:
    """The plan of the gate, its pillars lit where a step is planned."""
    frame.slab("deal-plan", box)
    lines = board.document.lines
    inner = Box(box.x, box.y, box.w, box.h - 14).inset(26, 14)
    # A low plan shows the gate only: the same signs stand on the paper below.
    icon = ICON if box.h >= LOW else 0.0
    signs, inner = inner.cut_bottom(icon, 6 if icon else 0)
    width = min(inner.w, inner.h * PROPORTION)
    inner = inner.centred(width, width / PROPORTION)
    signs = signs.centred(width * 0.94, signs.h)
    whole = all(line.whole for line in lines)
    age = frame.since("deal-gate", whole, GROWS_SECONDS)
    grown = 1 + (0.06 * bump(age / GROWS_SECONDS) if whole else 0.0)
    roof, below = inner.cut_top(width / 8)
    below = below.centred(width * 0.94, below.h)
    with frame.shifted(across=grown, down=grown):
        frame.picture(f"ui/deal/roof{'-lit' if whole else ''}.svg", roof)
    for line, place, sign in zip(lines, below.columns(len(lines)), signs.columns(len(lines)), strict=True):
        _pillar(frame, board, line, place)
        if not icon:
            continue
        spot = sign.centred(ICON, ICON)
        if line.id == board.line:
            frame.slab("round", Box(spot.x - 6, spot.y - 5, spot.w + 12, spot.h + 14))
        frame.icon(f"ui/icons/pillar-{line.pillar}.svg", spot.inset(3), theme.CREAM)


def _pillar(frame: Frame, board: Board, line: DocumentLine, place: Box) -> None:
    lit = "-lit" if line.whole and line.id != board.line else ""
    level = line.stands or Stands.NOT_YET
    age = frame.since(f"deal-pillar:{line.id}", (level, lit), GROWS_SECONDS)
    share = bump(age / GROWS_SECONDS)
    with frame.shifted(y=-10 * share, down=1 + 0.06 * share):
        frame.picture(f"ui/deal/column-{level}{lit}.svg", place)

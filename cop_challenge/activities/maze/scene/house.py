"""The funfair front, and the mock screen in it with its parts from the top to the bottom."""

from __future__ import annotations

from cop_challenge.activities.maze.board import Board
from cop_challenge.activities.maze.scene import parts
from cop_challenge.core.activity import View
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

SHARE = 0.6
"""Of the page's width, that the house has."""
AWNING = 58.0
SCALLOP = 80.0
EDGE = 26.0
GAP = 12.0


def end(frame: Frame) -> str:
    """What the names of the night city's drawings end in."""
    return "-city" if frame.mood.dark else ""


def front(frame: Frame, box: Box) -> Box:
    """The front with its awning; returns the screen's inside."""
    frame.slab(f"maze-house{end(frame)}", box)
    screen = Box(box.x, box.y + AWNING - 10, box.w, box.h - AWNING - 2).inset(EDGE, 0)
    screen = Box(screen.x, screen.y, screen.w, screen.h - EDGE)
    frame.slab(f"maze-screen{end(frame)}", screen)
    count = max(4, round((box.w - 20) / SCALLOP)) | 1
    for number, cell in enumerate(Box(box.x - 6, box.y - 8, box.w + 12, 200).columns(count)):
        name = f"ui/maze/scallop-{'ab'[number % 2]}{end(frame)}.svg"
        frame.picture(name, Box(cell.x, cell.y, cell.w, cell.w * 0.9))
    return screen


def _title(frame: Frame) -> TextStyle:
    colour = theme.CREAM if frame.mood.dark else theme.INK
    return TextStyle(frame.mood.heading, 44.0, colour, least=30, balanced=True)


def _inside(frame: Frame, screen: Box) -> Box:
    """Below the awning's scallops, inside the screen's edge."""
    tight = frame.look.text > 1.3
    x, y = (20.0, 12.0) if tight else (32.0, 18.0)
    return Box(screen.x + x, screen.y + 26 + y / 2, screen.w - 2 * x, screen.h - 26 - y * 1.5)


def wants(frame: Frame, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height of the house."""
    inner = width - 2 * EDGE - 64
    around = AWNING + EDGE + 80.0
    sums = []
    for least in (True, False):
        height = around + frame.text_height(board.title, inner, _title(frame), least=least)
        height += sum(parts.wants(frame, piece, inner)[0 if least else 1] + GAP for piece in board.pieces)
        sums.append(height)
    return sums[0], sums[1]


def draw(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The house with the room one stands in."""
    screen = front(frame, box)
    if board.lens:
        frame.slab(f"maze-lens{end(frame)}", screen)
    inner = _inside(frame, screen)
    title = [frame.text_height(board.title, inner.w, _title(frame), least=least) for least in (True, False)]
    sizes = [parts.wants(frame, piece, inner.w) for piece in board.pieces]
    room = inner.h - GAP * len(sizes)
    tall = heights(room, [(title[0], title[1]), *sizes])
    spare = max(0.0, room - sum(tall))
    # What is left makes the parts roomier, then the gaps.
    grow = min(spare * 0.5 / len(sizes), 34.0)
    gap = GAP + min(40.0, (spare - grow * len(sizes)) / len(sizes))
    head, rest = inner.cut_top(tall[0], gap)
    # A short page stands where the eye is, not under the roof.
    rest = rest.moved(y=max(0.0, spare - (grow + gap - GAP) * len(sizes)) * 0.4)
    frame.text(board.title, head, _title(frame))
    offers = {offer.id: offer for offer in activity.offers}
    for number, (piece, height) in enumerate(zip(board.pieces, tall[1:], strict=True)):
        place, rest = rest.cut_top(height + grow, gap)
        with furniture.dealt(frame, number):
            parts.draw(frame, board, piece, offers[piece.id], place)

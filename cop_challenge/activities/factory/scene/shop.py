"""Building: the machine at one side, what can be done at the other."""

from __future__ import annotations

from typing import cast

from cop_challenge.activities.factory import words
from cop_challenge.activities.factory.board import Board, Stage
from cop_challenge.activities.factory.scene import machine, plate
from cop_challenge.core.activity import Offer, Role, View
from cop_challenge.ui import controls, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

GAP = 18.0
MACHINE = 0.42
"""Share of the width the machine has, where it stands at the side."""


def compose(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """The machine, and the words and crates beside or below it."""
    column: Box
    if frame.portrait:
        low, high = machine.want(frame, board, room.w)
        wants = [(max(520.0, low), max(620.0, high)), _column_want(frame, activity, board, room.w)]
        tall = heights(room.h - GAP, wants)
        spare = max(0.0, room.h - GAP - sum(tall))
        top, column = room.cut_top(tall[0] + spare * 0.5, GAP)
        machine.draw(frame, board, top)
    else:
        left, column = room.cut_left(room.w * MACHINE, 36)
        machine.draw(frame, board, left)
    _column(frame, activity, board, column)


def _small(frame: Frame) -> TextStyle:
    return frame.mood.note.with_(size=30, least=28)


def _title(frame: Frame) -> TextStyle:
    return frame.mood.question.with_(size=44, least=32)


def _plates(frame: Frame, activity: View, board: Board) -> list[tuple[plate.Lines, str]]:
    """The plates of this moment, from the top, each with its sign."""
    amber = _title(frame).with_(colour=theme.AMBER_TEXT)
    note = frame.mood.note
    if board.stage is Stage.BUILD:
        found: list[tuple[plate.Lines, str]] = [
            ([(activity.story, frame.mood.story), (activity.prompt, _title(frame))], "")
        ]
        if board.plate:
            label = (words.PLATE, _small(frame).with_(family="strong", colour=theme.GOOD_ON_DARK))
            found.append(([label, (board.plate, _small(frame))], "ui/icons/heart.svg"))
        return found
    if board.stage is Stage.MOUNTED:
        assert board.move is not None
        assert activity.note is not None
        lines = [(words.MOVES[board.move], amber), (activity.note.text, note)]
        return [(lines, f"ui/icons/move-{board.move}.svg")]
    if board.stage is Stage.RUN:
        return [
            ([(activity.prompt, amber), (activity.story, frame.mood.story)], ""),
            ([(words.TOY, _small(frame))], "ui/icons/people.svg"),
        ]
    assert activity.note is not None
    return [
        ([(activity.note.text, note)], "ui/badges/good.svg"),
        ([(activity.story, frame.mood.story)], "ui/icons/magnifier.svg"),
    ]


def _ways(activity: View) -> list[Offer]:
    return [offer for offer in activity.offers if offer.role in (Role.ADVANCE, Role.UNDO)]


def _column_want(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    wants = _wants(frame, activity, board, width)
    gaps = GAP * (len(wants) - 1)
    return sum(low for low, _ in wants) + gaps, sum(high for _, high in wants) + gaps


def _wants(frame: Frame, activity: View, board: Board, width: float) -> list[tuple[float, float]]:
    found = [
        plate.want(frame, lines, width, sign=bool(sign)) for lines, sign in _plates(frame, activity, board)
    ]
    if crates := page.answers_of(activity):
        found.insert(1, plate.crates_want(frame, crates, width))
    if board.stage is Stage.RUN:
        found.insert(1, (SHELF, SHELF))
    if _ways(activity):
        found.append((page.BUTTON, page.BUTTON))
    return found


SHELF = 120.0
"""Height of the row that shows which moves are built in."""


def _column(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Plates, crates between them, and what leads on at the foot."""
    ways = _ways(activity)
    crates = page.answers_of(activity)
    wants = _wants(frame, activity, board, box.w)
    room = box.h - GAP * (len(wants) - 1)
    tall = heights(room, wants)
    spare = max(0.0, room - sum(tall))
    if crates:
        grown = min(spare, sum(max(0.0, plate.CRATE[1] - tall[1] / len(crates)) for _ in crates))
        tall[1] += grown
        spare -= grown
    box = box.moved(y=spare / 3)
    kinds: list[object] = list(_plates(frame, activity, board))
    if crates:
        kinds.insert(1, "crates")
    if board.stage is Stage.RUN:
        kinds.insert(1, "shelf")
    for kind, height in zip([*kinds, *(["ways"] if ways else [])], tall, strict=True):
        place, box = box.cut_top(height, GAP)
        if kind == "crates":
            plate.crates(frame, crates, place)
        elif kind == "shelf":
            _shelf(frame, board, place)
        elif kind == "ways":
            width = min(place.w, 560.0 * len(ways))
            for offer, spot in zip(ways, place.centred(width, place.h).columns(len(ways), 24), strict=True):
                controls.button(frame, offer, spot, primary=offer.role is Role.ADVANCE)
        else:
            lines, sign = cast("tuple[plate.Lines, str]", kind)
            plate.draw(frame, lines, place, sign=sign)


def _shelf(frame: Frame, board: Board, box: Box) -> None:
    """The signs of the moves that are built in."""
    frame.slab("city-panel", box)
    for piece, cell in zip(board.pieces, box.inset(40, 12).columns(len(board.pieces)), strict=True):
        controls.emblem(frame, f"ui/icons/move-{piece.move}.svg", cell.centred(88, 88))

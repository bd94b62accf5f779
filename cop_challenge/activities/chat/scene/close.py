"""The end of a chat: how it went, why that is good, and which moves were in there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cop_challenge.activities.chat import words
from cop_challenge.activities.chat.board import Board, Pin
from cop_challenge.activities.chat.scene import look
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui import page, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import springy

PINS = 560.0
"""Width of the list of moves."""


def compose(frame: Frame, view: VisitView, activity: View, board: Board, room: Box) -> None:
    """The last page above, what Nuru says and the ways on below."""
    room = room.cut_top(34)[1]
    low, high = page.strip_wants(frame, activity, room.w)
    story = _told(activity, board)
    found = [pin for pin in board.shelf if pin.found]
    missed = [pin for pin in board.shelf if pin.seen and not pin.found]
    if frame.portrait:
        pins = _list_height(frame, found, missed, room.w)
        least, wanted = panel.wants(frame, story, room.w)
        tall = heights(room.h - 40, [(least, wanted), (pins, pins), (low, high)])
        spare = max(0.0, room.h - 40 - sum(tall))
        top, rest = room.cut_top(tall[0] + spare * 0.5, 20)
        middle, foot = rest.cut_top(tall[1], 20)
    else:
        least, wanted = panel.wants(frame, story, room.w - PINS - 24)
        pins = _list_height(frame, found, missed, PINS)
        tall = heights(room.h - 20, [(max(least, pins), max(wanted, pins)), (low, high)])
        spare = max(0.0, room.h - 20 - sum(tall))
        row, foot = room.cut_top(tall[0] + spare * 0.7, 20)
        middle, top = row.cut_right(PINS, 24)
    panel.draw(frame, view, story, top)
    _moves(frame, board, found, missed, middle)
    page.strip(frame, activity, foot)


def _told(activity: View, board: Board) -> View:
    """The last page is about who answered; the flower stands on it."""
    flower = "" if board.trust is None else f"ui/chat/flower-{board.trust}.svg"
    return replace(activity, speaker=activity.hero, picture=flower)


def _cells(frame: Frame, width: float) -> int:
    return 2 if width > 800 else 1


def _list_height(frame: Frame, found: Sequence[Pin], missed: Sequence[Pin], width: float) -> float:
    height = 48.0
    for pins in (found, missed):
        if pins:
            rows = -(-len(pins) // _cells(frame, width))
            height += 54 * min(1.25, frame.look.text) + rows * (_row(frame) + 6) + 6
    return height


def _row(frame: Frame) -> float:
    """Height of a move with its name; a small pin leaves large letters their room."""
    return 66.0 if frame.look.text == 1 else 74.0


def _moves(frame: Frame, board: Board, found: Sequence[Pin], missed: Sequence[Pin], box: Box) -> None:
    """What was spotted, and, kindly, what else was in there."""
    if not found and not missed:
        return
    height = min(box.h, _list_height(frame, found, missed, box.w))
    box = box.cut_top(height)[0] if frame.portrait else box.centred(box.w, height)
    frame.slab("chat-shelf", box)
    inner = box.inset(28, 20)
    first = words.CAUGHT if board.trust is None else words.HEARD
    number = 0
    for title, pins in ((first, found), (words.ALSO, missed)):
        if not pins:
            continue
        line, inner = inner.cut_top(54 * min(1.25, frame.look.text))
        style = theme.CHIP.with_(family=frame.mood.heading, size=32, least=20, colour=theme.AMBER_TEXT)
        frame.text(title, line, style)
        columns = _cells(frame, box.w)
        rows = -(-len(pins) // columns)
        grid, inner = inner.cut_top(rows * (_row(frame) + 6), 6)
        for pin, cell in zip(pins, _filled(grid, rows, columns), strict=False):
            share = springy(frame.entering(0.3, 0.2 + number * 0.12))
            with frame.shifted(y=round(20 * (1 - share)), alpha=round(255 * min(1.0, share))):
                _move(frame, pin.picture, pin.name, cell)
            number += 1


def _filled(box: Box, rows: int, columns: int) -> list[Box]:
    return [cell for row in box.rows(rows, 6) for cell in row.columns(columns, 16)]


def _move(frame: Frame, picture: str, name: Text, box: Box) -> None:
    spot, label = box.cut_left(box.h, 16)
    frame.picture(picture, spot)
    frame.text(name, label, look.LABEL.with_(align="start", size=34, least=20))

"""Keeping it: the story in the head, and the small scenes about whom to tell, beside the chest."""

from __future__ import annotations

from dataclasses import replace

from cop_challenge.activities.forge.bench import Board
from cop_challenge.activities.forge.scene import parts
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

GAP = 20.0
SIDE = 340.0
"""Width of the column with the chest."""


def compose(frame: Frame, view: VisitView, board: Board, room: Box) -> None:
    """The lock that was forged, the question, and what can be answered."""
    activity = view.activity
    assert activity is not None
    inner = parts.wall(frame, room)
    if board.stage == "story":
        activity = replace(activity, speaker=None)  # the tiles are who it is about
        row = _row_height(frame, activity, inner)
        if row:
            top, inner = inner.cut_top(row, 30)
            parts.film(frame, board.mould, top, dancing=board.happy)
    else:
        activity = page.trimmed(frame, activity)
        if frame.portrait and (spare := _spare(frame, activity, inner)) > 170:
            top, inner = inner.cut_top(min(300.0, spare), GAP)
            _locked(frame, board, top)
    _asks(frame, view, activity, board, inner)


def _columns(frame: Frame, activity: View, width: float) -> int:
    wide = not frame.portrait and width > 1500 and frame.look.text == 1
    return len(page.answers_of(activity)) if wide else 1


def _asks(frame: Frame, view: VisitView, activity: View, board: Board, box: Box) -> None:
    low, high = page.strip_wants(frame, activity, box.w)
    beside = board.stage != "story" and frame.look.text == 1 and not frame.portrait
    aside, columns, main = _roomy(frame, activity, box, box.h - low - GAP, beside)
    foot = heights(box.h - GAP, [(low, high), main])[0] if high else 0.0
    below, rest = box.cut_bottom(foot, GAP if foot else 0)
    if foot:
        page.strip(frame, activity, below)
    if aside:
        side, rest = rest.cut_left(SIDE, 40)
        _locked(frame, board, side)
    page.column(frame, view, activity, rest, columns)


def _roomy(
    frame: Frame, activity: View, box: Box, height: float, beside: bool
) -> tuple[float, int, tuple[float, float]]:
    """Width for the chest, columns of answers, and the height these take: the first way in which all words
    fit into the height, else the one that is nearest to it."""
    ways = []
    for aside in (SIDE + 40, 0.0) if beside else (0.0,):
        for columns in dict.fromkeys((_columns(frame, activity, box.w - aside), 1)):
            main = page.main_wants(frame, activity, box.w - aside, columns)
            if main[0] <= height:
                return aside, columns, main
            ways.append((aside, columns, main))
    return min(ways, key=lambda way: way[2][0])


def _spare(frame: Frame, activity: View, box: Box) -> float:
    """Height that words leave over."""
    main = page.main_wants(frame, activity, box.w, _columns(frame, activity, box.w))
    low, high = page.strip_wants(frame, activity, box.w)
    return box.h - (main[0] + main[1]) / 2 - (low + high) / 2 - 3 * GAP


def _row_height(frame: Frame, activity: View, box: Box) -> float:
    """Height for the row of tiles; nothing where words need the room."""
    left = _spare(frame, activity, box)
    return min(330.0, left) if left >= 130 else 0.0


def _locked(frame: Frame, board: Board, box: Box) -> None:
    """The chest and, small, what locks it: upright the one above the other, else side by side."""
    if box.w > box.h:
        chest, tiles = box.centred(box.w * 0.9, box.h).cut_left(box.h * 1.1, 30)
        columns = len(board.mould)
    else:
        whole = box.centred(box.w, min(box.h, box.w * 2))
        tiles, chest = whole.cut_top(whole.h * 0.58, 12)
        columns = 2
    count = len(board.mould)
    rows = -(-count // columns)
    cell = min((tiles.w - 12 * (columns - 1)) / columns, (tiles.h - 12 * (rows - 1)) / rows)
    plate = tiles.centred(cell * columns + 12 * (columns - 1), cell * rows + 12 * (rows - 1))
    for sample, place in zip(board.mould, plate.grid(count, columns, 12), strict=True):
        frame.picture(sample.picture, place)
    if parts.city(frame):
        side = min(chest.w, chest.h) * 0.7
        frame.icon("ui/icons/lock.svg", chest.centred(side, side), theme.GOOD_ON_DARK)
    else:
        frame.picture("ui/forge/chest-shut.svg", chest)

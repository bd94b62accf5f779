"""The patrol's page: a large tablet, the tools to deal with what pops up, Nuru beside them."""

from __future__ import annotations

from cop_challenge.activities.patrol.rules import Board
from cop_challenge.activities.patrol.scene import belt, tablet
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.ui import controls, furniture, page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import linear

SIDE = 540.0
"""Width of Nuru's column on a wide page."""


def compose(frame: Frame, view: VisitView) -> None:
    """One moment of the patrol."""
    activity = view.activity
    assert activity is not None
    assert isinstance(activity.board, Board)
    room = page.begin(frame, view)
    if frame.portrait:
        _upright(frame, activity, activity.board, room)
    else:
        _wide(frame, activity, activity.board, room)
    page.first(frame, activity)


def _wide(frame: Frame, activity: View, board: Board, room: Box) -> None:
    side, left = room.cut_right(SIDE, 36)
    low, high = belt.wants(frame, activity, board, left.w)
    foot, above = left.cut_bottom(_foot(left.h, low, high), page.GAP if high else 0)
    tablet.draw(frame, activity, board, above)
    _column(frame, activity, side)
    belt.draw(frame, activity, board, foot)


def _foot(height: float, low: float, high: float) -> float:
    """Height of the belt: what it wants, as long as the tablet keeps its share."""
    return heights(height - page.GAP, [(low, high), (height * 0.62, height * 0.74)])[0] if high else 0.0


def _upright(frame: Frame, activity: View, board: Board, room: Box) -> None:
    low, high = belt.wants(frame, activity, board, room.w)
    words = _voice_wants(frame, activity, room.w)
    wants = [(room.w * 0.56, room.w * 0.66), (low, high), words]
    tall = heights(room.h - 2 * page.GAP, wants)
    spare = room.h - 2 * page.GAP - sum(tall)
    if high and spare > 0:
        more = min(spare * 0.3, 60.0)
        tall[1], spare = tall[1] + more, spare - more
    above, rest = room.cut_top(tall[0] + spare * 0.3, page.GAP)
    tablet.draw(frame, activity, board, above)
    foot, rest = rest.cut_top(tall[1], page.GAP if high else 0)
    _strip(frame, activity, rest)
    belt.draw(frame, activity, board, foot)


# ------------------------------------------------------------- what Nuru says


def _words(activity: View) -> Text:
    """What Nuru says: why, else the question, else the story."""
    if activity.note:
        return activity.note.text
    return activity.prompt or (activity.story if activity.place in ("start", "reveal") else NOTHING)


def _pose(activity: View) -> str:
    if activity.note:
        return page.POSES[activity.note.tone]
    return {"start": "hello", "reveal": "happy"}.get(activity.place, "thinking")


def _column(frame: Frame, activity: View, box: Box) -> None:
    """Nuru with a bubble, and below them the way on."""
    for offer in page.ways_of(activity):
        place, box = box.cut_bottom(page.BUTTON, 16)
        controls.button(frame, offer, place)
    if activity.note:
        page.appears(frame, activity.note, box, column=True)
    elif frame.mood.nuru == "emblem":
        _panel(frame, activity, box)
    else:
        furniture.says(frame, _words(activity), _pose(activity), box, frame.mood.note)


def _voice_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of the row with Nuru, and of the way on below it."""
    ways = len(page.ways_of(activity)) * (page.BUTTON + 16)
    text = max(300.0, width - 96 - furniture.figure_side(frame, width) - 30)
    low, high = (
        frame.text_height(_words(activity), text, frame.mood.note, least=least) + 58
        for least in (True, False)
    )
    return max(low, 130.0) + ways, max(high, 300.0) + ways


def _strip(frame: Frame, activity: View, box: Box) -> None:
    for offer in page.ways_of(activity):
        place, box = box.cut_bottom(page.BUTTON, 16)
        controls.button(frame, offer, place.centred(min(place.w, 620), page.BUTTON))
    if box.h >= ROOMY and frame.mood.nuru in ("big", "beside"):
        _beside(frame, activity, box)
    elif activity.note:
        page.appears(frame, activity.note, box, column=False, there=True)
    elif frame.mood.nuru == "emblem":
        _panel(frame, activity, box)
    else:
        furniture.beside(frame, _words(activity), _pose(activity), box, frame.mood.note)


def _panel(frame: Frame, activity: View, box: Box) -> None:
    """Where there is no figure, the words stand on a panel."""
    style, words = frame.mood.note, _words(activity)
    height = min(box.h, frame.text_height(words, box.w - 72, style) + 58)
    controls.bubble(frame, words, box.centred(box.w, height), style, frame.mood.bubble)


ROOMY = 260.0
"""Height from which on Nuru stands large beside the words."""


def _beside(frame: Frame, activity: View, box: Box) -> None:
    """Nuru, large, and a bubble of the size of its words."""
    style = frame.mood.note
    words = _words(activity)
    share = linear(frame.since("note", activity.note, page.NOTE_SECONDS) / page.NOTE_SECONDS)
    figure, rest = box.cut_left(min(box.h, box.w * 0.3), 20)
    furniture.nuru(frame, _pose(activity), figure)
    height = min(rest.h, frame.text_height(words, rest.w - 72, style) + 58)
    width = min(rest.w, frame.text_width(words, style, Box(0, 0, rest.w - 72, height - 54)) + 84)
    with frame.shifted(y=round(24 * (1 - share)), alpha=round(255 * share)):
        controls.bubble(frame, words, rest.centred(rest.w, height).cut_left(width)[0], style)

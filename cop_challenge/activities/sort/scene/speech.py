"""What Nuru says on top of the page: what is packed, the question, or why."""

from __future__ import annotations

from cop_challenge.activities.sort.board import Board, Stage
from cop_challenge.core.activity import View
from cop_challenge.core.text import Text
from cop_challenge.ui import furniture, page, panel
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import linear
from cop_challenge.ui.theme import TextStyle

FIGURE = {"big": 240.0, "beside": 200.0, "small": 160.0, "emblem": 0.0}
"""Side of Nuru beside the bubble."""
NOTE_SIZE = 42.0
"""There is a whole row for the explanation, so it is set larger than beside cards."""
PAD = (44.0, 22.0)
LARGE_FIGURE = 300.0
SIGN = 84.0
FACE = 130.0


def _lines(frame: Frame, activity: View) -> list[tuple[Text, TextStyle]]:
    """Words to be said now; an explanation takes the question's place."""
    mood = frame.mood
    if activity.note:
        note = mood.note.with_(size=max(mood.note.size, NOTE_SIZE), balanced=True)
        return [(activity.note.text, note)]
    question = mood.question.with_(balanced=True)
    lines = [(activity.heading, question.with_(colour=furniture.good_colour(frame)))]
    lines += [(activity.story, panel.story_style(frame, activity)), (activity.prompt, question)]
    return [(text, style) for text, style in lines if text]


def _figure(frame: Frame) -> float:
    side = FIGURE[frame.mood.nuru]
    return min(side, 160.0) if frame.look.text > panel.LARGE else side


def _aside(activity: View, board: Board) -> float:
    """Width of the sign or face in the bubble."""
    if activity.note:
        return SIGN + 24
    return FACE + 24 if board.stage is not Stage.OPEN and activity.speaker else 0.0


def _text_width(frame: Frame, activity: View, board: Board, width: float) -> float:
    figure = _figure(frame)
    return width - (figure + 16 if figure else 0) - 2 * PAD[0] - _aside(activity, board)


def wants(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height."""
    inner = _text_width(frame, activity, board, width)
    lines = _lines(frame, activity)
    low, high = (
        sum(frame.text_height(text, inner, style, least=least) for text, style in lines)
        + 10 * (len(lines) - 1)
        + 2 * PAD[1]
        + 14
        for least in (True, False)
    )
    return max(low, 130.0), max(high, _figure(frame), 150.0)


def draw(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Nuru, and a bubble no wider than its words."""
    note = activity.note
    figure = _figure(frame)
    if figure:
        pose = page.POSES[note.tone] if note else _pose(board)
        spot, box = box.cut_left(min(figure, box.h), 16)
        if frame.mood.nuru == "big" and len(board.piles) == 2 and not frame.portrait and frame.look.text == 1:
            # Below there is only sky until the left basket.
            spot = Box(spot.x - 20, spot.y - 10, LARGE_FIGURE, LARGE_FIGURE)
            box = box.cut_right(box.right - spot.right - 8)[0]
        furniture.nuru(frame, pose, spot)
    share = linear(frame.since("note", note, page.NOTE_SECONDS) / page.NOTE_SECONDS)
    with frame.shifted(y=round(20 * (1 - share)), alpha=round(255 * share)):
        _bubble(frame, activity, board, box)


def _pose(board: Board) -> str:
    return {Stage.CLOSED: "hello", Stage.PACKED: "happy"}.get(board.stage, "pointing")


def _bubble(frame: Frame, activity: View, board: Board, box: Box) -> None:
    lines = _lines(frame, activity)
    aside = _aside(activity, board)
    most = box.w - 2 * PAD[0] - aside
    tall = [frame.text_height(text, most, style) for text, style in lines]
    used = sum(tall) + 10 * (len(lines) - 1) + 2 * PAD[1] + 14
    height = min(box.h, max(used, SIGN + 50 if aside else 110))
    words = max(
        frame.text_width(text, style, Box(0, 0, most, need + 2))
        for (text, style), need in zip(lines, tall, strict=True)
    )
    width = min(box.w, max(420.0, words + 8 + 2 * PAD[0] + aside))
    plate = box.centred(box.w, height).cut_left(width)[0]
    frame.slab(frame.mood.bubble, plate)
    inner = Box(plate.x, plate.y, plate.w, plate.h - 10).inset(*PAD)
    if activity.note:
        sign, inner = inner.cut_left(SIGN, 24)
        frame.picture(
            f"ui/badges/{page.SIGNS[activity.note.tone]}.svg", sign.centred(SIGN, min(SIGN, sign.h))
        )
    elif aside and activity.speaker:
        face, inner = inner.cut_left(FACE, 24)
        frame.picture(activity.speaker.picture, face.centred(FACE, min(FACE, face.h)))
    room = inner.h - 10 * (len(lines) - 1)
    low = [frame.text_height(text, inner.w, style, least=True) for text, style in lines]
    shares = heights(room, [(least, max(least, need)) for least, need in zip(low, tall, strict=True)])
    inner = inner.centred(inner.w, sum(shares) + 10 * (len(lines) - 1))
    for (text, style), share in zip(lines, shares, strict=True):
        place, inner = inner.cut_top(share, 10)
        frame.text(text, place, style)

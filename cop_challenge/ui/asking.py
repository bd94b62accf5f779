"""A question to those who do not read yet: Nuru asks, and the answers are pictures."""

from __future__ import annotations

from cop_challenge.core.activity import View
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, page, panel
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

PICTURE_CARD = (300.0, 380.0)
"""Least and greatest height of a picture card."""
SCENE = (200.0, 400.0)
"""And of the picture of what it is about, where it stands in a row of its own."""
PAD = (44.0, 22.0)
"""Space inside the bubble's edges."""
BETWEEN = 8.0
"""Space between the story and the question."""


def pictures(frame: Frame, activity: View, room: Box, foot_wants: tuple[float, float]) -> Box:
    """Nuru asks; the answers are large pictures. Returns the room below, for what else is said and the
    way on; `foot_wants`: its least and wanted height."""
    answers = page.answers_of(activity)
    columns = 2 if frame.portrait else len(answers)
    rows = -(-len(answers) // columns)
    cards_wants = [side * rows + page.GAP * (rows - 1) for side in PICTURE_CARD]
    # Beside the answers, or where there is no room at their side, above them.
    above = bool(activity.picture) and frame.portrait
    wants = [_asks_wants(frame, activity, room.w), (cards_wants[0], cards_wants[1]), foot_wants]
    if above:
        wants.insert(1, SCENE)
    between = page.GAP * (len(wants) - 1)
    tall = heights(room.h - between, wants)
    spare = room.h - between - sum(tall)
    top, rest = room.cut_top(tall[0], page.GAP)
    if above:
        scene, rest = rest.cut_top(tall[1], page.GAP)
        _framed(frame, activity.picture, scene)
    middle, foot = rest.cut_top(tall[-2] + spare * 0.6, page.GAP)
    _asks(frame, activity, top)
    if activity.picture and not frame.portrait:
        side = min(middle.h * 276 / 240, middle.w * 0.28)
        scene, middle = middle.cut_left(side + 48, 40)
        _framed(frame, activity.picture, scene)
    width = min(middle.w, (420.0 if not frame.portrait else 480.0) * columns + page.GAP * (columns - 1))
    cells = middle.centred(width, middle.h).grid(len(answers), columns, 36, page.GAP)
    for number, (offer, cell) in enumerate(zip(answers, cells, strict=True)):
        with furniture.dealt(frame, number):
            controls.picture_card(frame, offer, cell)
    return foot


def _asks_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of Nuru with the bubble."""
    least, wanted = (300.0, 380.0) if frame.portrait else (220.0, 260.0)
    *_, inner = _parts(activity, Box(0, 0, width, least))
    around = least - inner.h + BETWEEN
    low, high = (
        around
        + sum(
            frame.text_height(text, inner.w, style, least=smallest) for text, style in _lines(frame, activity)
        )
        for smallest in (True, False)
    )
    return max(least, low), max(wanted, high)


def _lines(frame: Frame, activity: View) -> list[tuple[Text, TextStyle]]:
    return [(activity.story, frame.mood.story), (activity.prompt, frame.mood.question)]


def _parts(activity: View, box: Box) -> tuple[Box, Box, Box, Box]:
    """Where Nuru, the bubble, the face in it (of no width, where nobody speaks) and the words stand."""
    figure, bubble = box.cut_left(min(box.h * 1.05, 300), 8)
    bubble = bubble.inset(0, 6)
    inner = Box(bubble.x, bubble.y, bubble.w, bubble.h - 10).inset(*PAD)
    face, words = inner.cut_left(min(inner.h, 150), 24) if activity.speaker else inner.cut_left(0)
    return figure, bubble, face, words


def _asks(frame: Frame, activity: View, box: Box) -> None:
    """Nuru with the story and the question in one bubble."""
    figure, bubble, face, inner = _parts(activity, box)
    furniture.nuru(frame, page.POSES[activity.note.tone] if activity.note else "hello", figure)
    frame.slab("bubble", bubble)
    if activity.speaker:
        frame.picture(activity.speaker.picture, face)
    lines = _lines(frame, activity)
    wants = [
        (frame.text_height(text, inner.w, style, least=True), frame.text_height(text, inner.w, style))
        for text, style in lines
    ]
    tall = heights(inner.h - BETWEEN, wants)
    inner = inner.centred(inner.w, sum(tall) + BETWEEN)
    for (text, style), height in zip(lines, tall, strict=True):
        place, inner = inner.cut_top(height, BETWEEN)
        frame.text(text, place, style)


def _framed(frame: Frame, picture: str, box: Box) -> None:
    """What it is about, as a picture on the wall."""
    side = min(box.w, (box.h - 40) * 276 / 240 + 48)
    plate = box.centred(side, (side - 48) * 240 / 276 + 58)
    frame.slab("frame", plate)
    inside = Box(plate.x, plate.y, plate.w, plate.h - 10).inset(24)
    if picture.startswith("ui/icons/"):
        inside = inside.inset(inside.w * 0.2)
    panel.thing(frame, picture, inside)

"""A question to those who do not read yet: Nuru asks, and the answers are pictures."""

from __future__ import annotations

from cop_challenge.core.activity import View
from cop_challenge.ui import controls, furniture, page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

PICTURE_CARD = (300.0, 380.0)
"""Least and greatest height of a picture card."""


def pictures(frame: Frame, activity: View, room: Box, foot_wants: tuple[float, float]) -> Box:
    """Nuru asks; the answers are large pictures. Returns the room below, for what else is said and the
    way on; `foot_wants`: its least and wanted height."""
    if frame.portrait:
        top_wants, foot_wants = (300.0, 380.0), (300.0, 420.0)
    else:
        top_wants = (220.0, 260.0)
        foot_wants = max(160.0, foot_wants[0]), max(200.0, foot_wants[1])
    answers = page.answers_of(activity)
    columns = 2 if frame.portrait else len(answers)
    rows = -(-len(answers) // columns)
    cards_least = PICTURE_CARD[0] * rows + page.GAP * (rows - 1)
    tall = heights(
        room.h - 2 * page.GAP,
        [top_wants, (cards_least, PICTURE_CARD[1] * rows + page.GAP * (rows - 1)), foot_wants],
    )
    spare = room.h - 2 * page.GAP - sum(tall)
    top, rest = room.cut_top(tall[0], page.GAP)
    middle, foot = rest.cut_top(tall[1] + spare * 0.6, page.GAP)
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


def _asks(frame: Frame, activity: View, box: Box) -> None:
    """Nuru with the story and the question in one bubble."""
    figure, words = box.cut_left(min(box.h * 1.05, 300), 8)
    pose = page.POSES[activity.note.tone] if activity.note else "hello"
    furniture.nuru(frame, pose, figure)
    words = words.inset(0, 6)
    frame.slab("bubble", words)
    inner = Box(words.x, words.y, words.w, words.h - 10).inset(44, 22)
    if activity.speaker:
        face, inner = inner.cut_left(min(inner.h, 150), 24)
        frame.picture(activity.speaker.picture, face)
    wants = [
        (
            frame.text_height(text, inner.w, style, least=True),
            frame.text_height(text, inner.w, style),
        )
        for text, style in ((activity.story, frame.mood.story), (activity.prompt, frame.mood.question))
    ]
    story, prompt = heights(inner.h - 8, wants)
    inner = inner.centred(inner.w, story + prompt + 8)
    first, second = inner.cut_top(story, 8)
    frame.text(activity.story, first, frame.mood.story)
    frame.text(activity.prompt, second, frame.mood.question)


def _framed(frame: Frame, picture: str, box: Box) -> None:
    """What it is about, as a picture on the wall."""
    side = min(box.w, (box.h - 40) * 276 / 240 + 48)
    plate = box.centred(side, (side - 48) * 240 / 276 + 58)
    frame.slab("frame", plate)
    inside = Box(plate.x, plate.y, plate.w, plate.h - 10).inset(24)
    if picture.startswith("ui/icons/"):
        inside = inside.inset(inside.w * 0.2)
    page.thing(frame, picture, inside)

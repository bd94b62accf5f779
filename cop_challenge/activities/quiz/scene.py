"""The quiz's own pages: a question on paper with answer cards; for those who do not read yet, pictures."""

from __future__ import annotations

from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import controls, furniture, page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

PICTURE_CARD = (300.0, 380.0)
"""Least and greatest height of a picture card."""


def compose(frame: Frame, view: VisitView) -> None:
    """One round."""
    activity = view.activity
    assert activity is not None
    room = page.begin(frame, view)
    answers = page.answers_of(activity)
    if frame.mood.nuru == "big" and all(offer.picture for offer in answers):
        _picture_cards(frame, view, activity, room)
    elif frame.mood.nuru == "emblem" and not frame.portrait:
        _signals(frame, view, activity, room)
    else:
        page.side_by_side(frame, view, activity, room)
    page.hint(frame, activity)
    page.first(frame, activity)


def _picture_cards(frame: Frame, view: VisitView, activity: View, room: Box) -> None:
    """Nuru asks; the answers are large pictures; below stands why, and the way on."""
    note, ways = activity.note, page.ways_of(activity)
    if frame.portrait:
        top_wants, foot_wants = (300.0, 380.0), (300.0, 420.0)
    else:
        top_wants, foot_wants = (220.0, 260.0), page.strip_wants(frame, activity, room.w)
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
    _asks(frame, view, activity, top)
    if activity.picture and not frame.portrait:
        side = min(middle.h * 276 / 240, middle.w * 0.28)
        scene, middle = middle.cut_left(side + 48, 40)
        _framed(frame, activity.picture, scene)
    width = min(middle.w, (420.0 if not frame.portrait else 480.0) * columns + page.GAP * (columns - 1))
    cells = middle.centred(width, middle.h).grid(len(answers), columns, 36, page.GAP)
    for number, (offer, cell) in enumerate(zip(answers, cells, strict=True)):
        with furniture.dealt(frame, number):
            controls.picture_card(frame, offer, cell)
    if note or ways:
        page.strip(frame, activity, foot, figure=False)


def _asks(frame: Frame, view: VisitView, activity: View, box: Box) -> None:
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


def _signals(frame: Frame, view: VisitView, activity: View, room: Box) -> None:
    """The night city: the situation at the left, the moves at the right, the dry remark below."""
    low, high = page.strip_wants(frame, activity, room.w)
    foot = 0.0
    if high:
        main = max(
            page.panel_wants(frame, activity, room.w * 0.44)[0],
            sum(
                page.card_wants(frame, [offer], room.w * 0.52)[0] + page.GAP
                for offer in page.answers_of(activity)
            ),
        )
        foot = heights(room.h - page.GAP, [(low, high), (main + 26, main + 26)])[0]
    below, rest = room.cut_bottom(foot, page.GAP if foot else 0)
    left, right = rest.cut_top(26)[1].cut_left(rest.w * 0.44, 36)
    answers = page.answers_of(activity)
    wants = [page.card_wants(frame, [offer], right.w) for offer in answers]
    tall = heights(right.h - page.GAP * (len(answers) - 1), wants)
    used = sum(tall) + page.GAP * (len(answers) - 1)
    panel_low, panel_high = page.panel_wants(frame, activity, left.w)
    shared = min(rest.h - 26, max(used, panel_high, panel_low))
    top = left.cut_top(shared)[0]
    page.panel(frame, view, activity, top)
    place = right.cut_top(max(used, min(shared, used * 1.2)))[0]
    spare = (place.h - used) / max(1, len(answers))
    for number, (offer, height) in enumerate(zip(answers, tall, strict=True)):
        cell, place = place.cut_top(height + spare, page.GAP)
        with furniture.dealt(frame, number):
            controls.answer(frame, offer, cell, str(number + 1))
    if foot:
        page.strip(frame, activity, below)

"""A picture story: an open book, the stage on its left page, the words on its right one."""

from __future__ import annotations

from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.tags import Feeling
from cop_challenge.ui import controls, furniture, page, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import springy

STAGES = {
    Feeling.HAPPY: "bright",
    Feeling.PROUD: "bright",
    Feeling.CALM: "calm",
    Feeling.RELIEVED: "calm",
    Feeling.UNSURE: "cloudy",
    Feeling.WORRIED: "cloudy",
    Feeling.SAD: "cloudy",
}
"""The light on the stage follows the hero's feeling; the face and the word say the same."""

ENTRANCE = 0.45
"""Seconds in which the picture and the friend come onto the stage."""


LEAST_STAGE = 170.0
"""Height of the stage on an upright page, where words need the rest."""


def compose(frame: Frame, view: VisitView, activity: View, room: Box) -> None:
    """The book above, what can be done below it."""
    room = room.cut_top(30)[1]
    answers = page.answers_of(activity)
    pictured = frame.mood.nuru == "big" and answers and all(offer.picture for offer in answers)
    columns = _columns(frame, len(answers), bool(pictured))
    rows = -(-len(answers) // columns) if answers else 0
    if pictured:
        low, high = 250.0, 330.0
    else:
        width = (room.w - page.GAP * (columns - 1)) / columns
        low, high = page.card_wants(frame, answers, width, narrow=columns > 1)
    strip_low, strip_high = page.strip_wants(frame, activity, room.w)
    book_low, book_high = _book_wants(frame, activity, room.w)
    wants = [
        (book_low, book_high),
        *([(low, high)] * rows),
        *([(strip_low, strip_high)] if strip_high else []),
    ]
    tall = heights(room.h - page.GAP * (len(wants) - 1), wants)
    spare = room.h - page.GAP * (len(wants) - 1) - sum(tall)
    book, rest = room.cut_top(tall[0] + spare * 0.7, page.GAP)
    _book(frame, view, activity, book)
    if strip_high:
        foot, rest = rest.cut_bottom(tall[-1], page.GAP)
        page.strip(frame, activity, foot)
    if rows:
        place = rest.cut_top(sum(tall[1 : rows + 1]) + page.GAP * (rows - 1))[0]
        if pictured:
            _picture_cards(frame, activity, place)
        else:
            page.cards(frame, answers, place, columns)


def _columns(frame: Frame, count: int, pictured: bool) -> int:
    if pictured:
        return max(1, count)
    if frame.portrait:
        return 1
    return 1 if count == 1 else 3 if count == 3 else 2


def _book_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of the book."""
    text = _text_width(frame, width)
    wants = []
    for least in (True, False):
        height = frame.text_height(activity.story, text, panel.story_style(frame, activity), least=least)
        if activity.heading:
            height += 14 + frame.text_height(activity.heading, text, frame.mood.question, least=least)
        wants.append(height + 110)
    if frame.portrait:
        return wants[0] + LEAST_STAGE, wants[1] + 420
    return max(250.0 if frame.look.text == 1 else 150.0, wants[0]), max(430.0, wants[1])


def _text_width(frame: Frame, width: float) -> float:
    return width - 130 if frame.portrait else width * 0.54 - 120


def _book(frame: Frame, view: VisitView, activity: View, box: Box) -> None:
    frame.slab("book", box)
    inner = Box(box.x + 12, box.y, box.w - 24, box.h - 30)
    if frame.portrait:
        words_low, words_high = (
            height - (LEAST_STAGE if index == 0 else 420)
            for index, height in enumerate(_book_wants(frame, activity, box.w))
        )
        words = min(max(words_low, inner.h - 420), max(words_high, inner.h * 0.4), inner.h - 180)
        right, left = inner.cut_bottom(words)
        left, right = left.inset(26, 26), right.inset(40, 20)
    else:
        left, right = inner.cut_left(inner.w * 0.46)
        fold = Box(right.x - 40, inner.y, 80, inner.h)
        left, right = left.inset(30, 30), right.inset(56, 38)
        frame.picture("ui/book-fold.svg", fold.centred(min(80, inner.h * 0.15), inner.h))
    _stage(frame, activity, left)
    panel.habit_chip(frame, view, box)
    if activity.feeling:
        panel.feeling_chip(frame, activity, box)
    if activity.heading:
        low, high = (
            frame.text_height(activity.heading, right.w, frame.mood.question, least=least)
            for least in (True, False)
        )
        story = [
            frame.text_height(activity.story, right.w, panel.story_style(frame, activity), least=least)
            for least in (True, False)
        ]
        tall = heights(right.h - 14, [(low, high), (story[0], story[1])])
        right = right.centred(right.w, min(right.h, sum(tall) + 14))
        line, right = right.cut_top(tall[0], 14)
        frame.text(activity.heading, line, frame.mood.question.with_(colour=theme.GOOD))
    ink = panel.story_style(frame, activity).with_(colour=theme.INK)
    frame.text(activity.story, right, ink)


def _stage(frame: Frame, activity: View, box: Box) -> None:
    """Who it is about, how it feels, and the thing it is about."""
    stage = STAGES[activity.feeling] if activity.feeling else "bright"
    frame.slab(f"stage-{stage}", box)
    inside = box.inset(18)
    if stage == "bright":
        sun = min(inside.h * 0.5, 190)
        frame.picture("ui/stage-sun.svg", Box(inside.right - sun - 10, inside.y + 4, sun, sun))
    elif stage == "cloudy":
        wide = min(inside.w * 0.4, 220)
        frame.picture("ui/stage-cloud.svg", Box(inside.right - wide - 20, inside.y + 20, wide, wide * 0.38))
        frame.picture("ui/stage-cloud.svg", Box(inside.x + 30, inside.y + 46, wide * 0.7, wide * 0.27))
    who = activity.speaker or activity.hero
    share = springy(frame.entering(ENTRANCE))
    size = min(inside.h * 0.86, inside.w * 0.5)
    thing = Box(0, 0, 0, 0)
    # Who does not read sees in the picture what happens: it gets the larger share of the stage.
    tells = frame.mood.nuru == "big" and not activity.picture.startswith("ui/icons/")
    if activity.picture:
        if tells:
            size = min(inside.h * 0.6, inside.w * 0.34)
        thing_size = min(inside.h * 1.06, inside.w * 0.62) if tells else min(inside.h * 0.74, inside.w * 0.46)
        spare = inside.w - size - thing_size
        left = inside.x + spare / 3
        thing = Box(
            inside.right - spare / 3 - thing_size,
            inside.bottom - thing_size - (-0.03 if tells else 0.08) * inside.h,
            thing_size,
            thing_size,
        )
    else:
        left = inside.x + (inside.w - size) / 2
    figure = Box(left, inside.bottom - size - 4, size, size)
    frame.picture(
        "ui/stage-ground.svg", Box(figure.x - 10, figure.bottom - size * 0.14, size + 20, size * 0.18)
    )
    if who:
        with frame.shifted(y=round(36 * (1 - share)), alpha=round(255 * min(1.0, max(0.0, share)))):
            frame.picture(who.picture, figure)
    if activity.picture:
        with frame.shifted(x=round(60 * (1 - share)), alpha=round(255 * min(1.0, max(0.0, share)))):
            _thing(frame, activity.picture, thing)
    if activity.feeling:
        badge = min(110.0, inside.h * 0.34)
        if activity.speaker and activity.hero and activity.speaker.id == activity.hero.id:
            spot = Box(figure.right - badge * 0.8, figure.y - badge * 0.1, badge, badge)
            frame.picture(f"ui/badges/feeling-{activity.feeling}.svg", spot)


def _thing(frame: Frame, picture: str, box: Box) -> None:
    """A picture card as it is; an icon in ink on a light disc."""
    if picture.startswith("ui/icons/"):
        frame.picture("ui/badges/disc.svg", box)
        frame.icon(picture, box.inset(box.w * 0.24), theme.INK)
    else:
        frame.picture(picture, box)


def _picture_cards(frame: Frame, activity: View, box: Box) -> None:
    answers = page.answers_of(activity)
    width = min(box.w, 440.0 * len(answers) + 36 * (len(answers) - 1))
    for number, (offer, cell) in enumerate(
        zip(answers, box.centred(width, box.h).columns(len(answers), 36), strict=True)
    ):
        with furniture.dealt(frame, number):
            controls.picture_card(frame, offer, cell)

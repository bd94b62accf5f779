"""The map of lanterns, a lantern that lights up, and the passport."""

from __future__ import annotations

import math

from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import ease
from cop_challenge.ui.scenery import HARBOUR

HABIT = theme.LABEL.with_(family="title", size=38, colour=theme.AMBER_TEXT, least=28, balanced=True)
PLATE = 190.0
"""Height of the plate below a lantern."""
HUNG = 1.25
"""Height of a lantern by its width."""
LESSON = theme.LABEL.with_(size=32, least=28, balanced=True)


def map_(frame: Frame, view: VisitView) -> None:
    """Five lanterns; those that can be lit now have a plate to press."""
    frame.scene(HARBOUR, furniture.light_of(view))
    page = furniture.head(frame, view, garland=False)
    furniture.title(
        frame, words.MAP_NEXT if view.lit else words.MAP_TITLE, page, theme.HEADING.with_(size=56)
    )
    offered = {offer.id: offer for offer in furniture.offers(view, Role.ANSWER)}
    # Over the painted bay Nuru flies in the sky: below hang the lanterns and their plates.
    strip, page = page.cut_top(200) if furniture.on_posts(frame) else page.cut_bottom(190, 16)
    boxes = page.rows(len(Habit), 14) if frame.portrait else page.columns(len(Habit), 24)
    for number, (habit, box) in enumerate(zip(Habit, boxes, strict=True)):
        picture, plate = _hang(frame, habit, number, box)
        _lantern(frame, habit, habit in view.lit, offered.get(habit), picture, plate)
    passport = furniture.offer(view, Role.ADVANCE)
    if passport:
        button, strip = strip.cut_right(460, 24)
        frame.button(passport, button.centred(button.w, 140))
    left = strip.cut_left(min(strip.w, 1100))[0]
    furniture.beside(frame, words.MAP_NURU_AGAIN if view.lit else words.MAP_NURU, "pointing", left)
    frame.first = next(
        (offer.id for offer in offered.values() if Habit(offer.id) not in view.lit),
        passport.id if passport else "",
    )


def _hang(frame: Frame, habit: Habit, number: int, box: Box) -> tuple[Box, Box]:
    """Boxes of a lantern and its plate: on the painted post where it is in the picture, else in a row."""
    if frame.portrait:
        picture, plate = box.cut_left(box.h, 16)
        return picture, plate.inset(0, max(0.0, (plate.h - 170) / 2))
    if furniture.on_posts(frame):
        picture = furniture.hung(frame, habit)
        width = min(box.w, 324.0)
        below = max(furniture.hung(frame, other).bottom for other in Habit)
        return picture, Box(picture.x + (picture.w - width) / 2, below + 8, width, PLATE)
    box = box.centred(box.w, box.w * HUNG + 6 + PLATE).moved(y=(0, 30, 42, 30, 0)[number])
    plate, picture = box.cut_bottom(PLATE, 6)
    return picture, plate


def _lantern(frame: Frame, habit: Habit, lit: bool, offer: Offer | None, picture: Box, plate: Box) -> None:
    pressed = frame.target(offer, picture.united(plate)) if offer else False
    focused = offer is not None and frame.focused(offer)
    furniture.lantern(frame, habit, lit, picture.moved(y=6 if pressed else 0))
    if not offer:
        frame.text(words.HABITS[habit], plate, HABIT.with_(size=44, colour=theme.CREAM, keyline=theme.INK))
        return
    frame.slab("tile-selected" if focused else "tile", plate)
    if focused:
        frame.ring(plate)
    first, second = plate.inset(18, 14).rows(2)
    frame.text(words.HABITS[habit], first, HABIT.with_(colour=theme.INK if focused else HABIT.colour))
    frame.text(offer.label, second, LESSON.with_(colour=theme.INK if focused else theme.CREAM))


def lantern(frame: Frame, view: VisitView) -> None:
    """A lantern has been lit: its light, and the sentence to take along."""
    assert view.card is not None
    frame.scene(HARBOUR, furniture.light_of(view))
    page = furniture.head(frame, view)
    habit = view.card.habit
    foot, page = page.cut_bottom(150, 16)
    heading, page = page.cut_top(110, 10)
    frame.text(words.LIT.fill(lantern=words.HABITS[habit]), heading, theme.HEADING)
    if frame.portrait:
        picture, page = page.cut_top(page.h * 0.45, 10)
        figure, paper = page.cut_bottom(page.h * 0.45, 10)
    else:
        picture, page = page.cut_left(page.w * 0.3, 10)
        figure, paper = page.cut_right(page.w * 0.36, 10)
    _light_up(frame, habit, picture, figure)
    paper = paper.centred(paper.w, min(paper.h, 420))
    frame.slab("panel-paper", paper)
    remember, takeaway = paper.inset(50, 40).cut_top(60, 6)
    frame.text(words.REMEMBER, remember, theme.LABEL.with_(size=34, colour=theme.COUNTER))
    frame.text(view.card.takeaway, takeaway, theme.QUESTION.with_(align="centre", balanced=True))
    furniture.nuru(frame, "happy", figure)
    following = furniture.offer(view, Role.ADVANCE)
    assert following is not None
    frame.button(following, foot.centred(480, 140))
    frame.first = following.id


TRAVEL, GLOW, BURST = 0.4, 0.35, 0.8
"""Seconds in which the light flies to the lantern, the glass fills with it, and sparks fly off."""

SPARKS = 9


def _light_up(frame: Frame, habit: Habit, lantern: Box, nuru: Box) -> None:
    """The light flies from Nuru to the lantern, which fills with it and throws sparks."""
    age = frame.situation.age
    done = frame.situation.still or age >= TRAVEL + BURST
    share = 1.0 if done else ease((age - TRAVEL) / GLOW)
    if share < 1:
        furniture.lantern(frame, habit, False, lantern)
    if share > 0:
        furniture.lantern(frame, habit, True, lantern, alpha=round(255 * share))
    if done:
        return
    frame.moving = True
    x, y = lantern.x + lantern.w / 2, lantern.y + lantern.h * 0.55
    if age < TRAVEL:
        way = ease(age / TRAVEL)
        from_x, from_y = nuru.x + nuru.w / 2, nuru.y + nuru.h * 0.6
        across = from_x + (x - from_x) * way
        down = from_y + (y - from_y) * way - 160 * math.sin(math.pi * way)
        frame.picture("ui/spark.svg", Box(across - 48, down - 48, 96, 96))
        return
    burst = (age - TRAVEL) / BURST
    for number in range(SPARKS):
        turn = math.tau * number / SPARKS + 0.4
        reach = (0.25 + 0.12 * (number % 3)) * lantern.h * ease(burst) + 40
        spot = Box(x + reach * math.cos(turn) - 24, y + reach * math.sin(turn) - 24, 48, 48)
        frame.picture("ui/spark.svg", spot, alpha=round(255 * (1 - burst)))


SPREAD = (1720.0, 920.0)
STAMPS = {
    Habit.SET_LIMITS: (1012, 264),
    Habit.MEETING: (1266, 258),
    Habit.ACCEPTING: (1524, 264),
    Habit.REACT: (1136, 584),
    Habit.TELL: (1420, 584),
}
"""Centres of the stamps in the drawing of the spread (assets/passport/anchors.json)."""
STAMP = 270.0
PHOTO = (110.0, 108.0, 300.0, 432.0)
LINES = (250.0, 350.0, 450.0)
LINE_X = (460.0, 790.0)


def passport(frame: Frame, view: VisitView) -> None:
    """The open passport with its stamps."""
    frame.scene(HARBOUR, furniture.light_of(view))
    page = furniture.head(frame, view)
    foot, page = page.cut_bottom(150, 12)
    heading, page = page.cut_top(110, 6)
    frame.text(words.PASSPORT_TITLE if view.lit else words.TITLE, heading, theme.HEADING)
    if frame.portrait:
        spread, figure = page.cut_top(min(page.h * 0.6, page.w * SPREAD[1] / SPREAD[0]), 12)
    else:
        spread, figure = page.cut_left(page.h * SPREAD[0] / SPREAD[1], 12)
    scale = min(spread.w / SPREAD[0], spread.h / SPREAD[1])
    spread = spread.centred(SPREAD[0] * scale, SPREAD[1] * scale)
    frame.picture("passport/spread.svg", spread, mirror=True)

    def at(x: float, y: float, w: float, h: float) -> Box:
        return Box(spread.x + x * scale, spread.y + y * scale, w * scale, h * scale)

    if view.avatar:
        photo = at(*PHOTO)
        frame.picture(f"avatars/{view.avatar}.svg", photo.cut_bottom(photo.h * 0.72)[0].inset(10 * scale))
    style = theme.LABEL_INK.with_(size=42 * scale, least=20, align="start")
    lines = (
        view.track.name if view.track else words.TITLE,
        words.PASSPORT_LANTERNS.fill(lit=len(view.lit), total=len(Habit)),
        words.PASSPORT_LIGHT.fill(light=view.light),
    )
    for y, text in zip(LINES, lines, strict=True):
        frame.text(text, at(LINE_X[0], y - 84, LINE_X[1] - LINE_X[0], 80), style, "bottom")
    for habit, (x, y) in STAMPS.items():
        name = (
            "stamp-" + furniture.LANTERNS[habit]
            if habit in view.lit
            else "slot-" + furniture.LANTERNS[habit][0]
        )
        frame.picture(f"passport/{name}.svg", at(x - STAMP / 2, y - STAMP / 2, STAMP, STAMP))
    furniture.nuru(frame, "happy", figure.centred(min(figure.w, 420), min(figure.h, 420)))
    done = furniture.offer(view, Role.ADVANCE)
    assert done is not None
    button, words_box = foot.cut_right(400, 24)
    frame.text(words.PASSPORT_STAMP, words_box, theme.LABEL.with_(size=40, keyline=theme.INK))
    frame.button(done, button.centred(400, 140))
    frame.first = done.id


COMPOSE = {Screen.MAP: map_, Screen.LANTERN: lantern, Screen.PASSPORT: passport}

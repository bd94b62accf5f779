"""The passport: an open book with its stamps at the end of every visit, and what a paper one has before."""

from __future__ import annotations

import math

from cop_challenge.app.scenes import helpline
from cop_challenge.core import words
from cop_challenge.core.activity import Mark, Offer, Role
from cop_challenge.core.chance import chance
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.ui import controls, furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump
from cop_challenge.ui.scenery import HARBOUR

SPREAD = (1720.0, 920.0)
"""Size of the spread's drawing; all places below are in its units (assets/passport/anchors.json)."""
STAMPS = {
    Habit.SET_LIMITS: (1012, 264),
    Habit.MEETING: (1266, 258),
    Habit.ACCEPTING: (1524, 264),
    Habit.REACT: (1136, 584),
    Habit.TELL: (1420, 584),
}
STAMP = 270.0
PHOTO = (110.0, 108.0, 300.0, 432.0)
LINES = (250.0, 350.0, 450.0)
LINE_X = (460.0, 790.0)

STAMP_SECONDS, STAMP_EVERY, STAMP_DELAY = 0.26, 0.34, 0.3
"""One stamp comes down, the next follows, and the first waits a little."""

STAMP_NAME = theme.LABEL_INK.with_(size=34, least=24, balanced=True)

CONFETTI, CONFETTI_SECONDS = 26, 3.2


def passport(frame: Frame, view: VisitView) -> None:
    """The open passport; stamps come down one after the other, and confetti falls."""
    frame.scene(HARBOUR, furniture.light_of(view))
    page = furniture.head(frame, view)
    several = len(view.helplines) > 1
    high_foot = frame.portrait and not several
    foot, page = page.cut_bottom(290 if high_foot else 150, 12)
    whole = page
    heading, page = page.cut_top(110, 6)
    if frame.portrait:
        spread, figure = page.cut_top(
            min(page.h * (0.5 if several else 0.6), page.w * SPREAD[1] / SPREAD[0]), 12
        )
    else:
        spread, figure = page.cut_left(
            min(page.h * SPREAD[0] / SPREAD[1], page.w * (0.57 if several else 0.76)), 12
        )
    scale = min(spread.w / SPREAD[0], spread.h / SPREAD[1])
    if view.helplines and not frame.portrait:
        # Cards need the room beside the heading, too.
        heading = Box(heading.x, heading.y, spread.w, heading.h)
        figure = Box(figure.x + 12, whole.y, figure.w - 12, whole.h)
    frame.text(words.PASSPORT_TITLE if view.lit else words.TITLE, heading, theme.HEADING)
    spread = spread.centred(SPREAD[0] * scale, SPREAD[1] * scale)
    _spread(frame, view, spread, scale)
    if view.helplines:
        helpline.sheet(frame, view.helplines, figure)
    else:
        furniture.nuru(frame, "happy", figure)
    done = furniture.offer(view, Role.ADVANCE)
    assert done is not None
    button, left = foot.cut_bottom(150, 24) if high_foot else foot.cut_right(400, 24)
    plate = left.centred(left.w, 104)
    frame.slab("chip", plate)
    frame.text(words.PASSPORT_STAMP, plate.inset(40, 8), theme.LABEL.with_(size=40))
    controls.button(frame, done, button.centred(400, 140))
    if view.lit:
        _confetti(frame)
    frame.first = done.id


def _spread(frame: Frame, view: VisitView, spread: Box, scale: float) -> None:
    frame.picture("passport/spread.svg", spread, mirror=True)

    def at(x: float, y: float, w: float, h: float) -> Box:
        return Box(spread.x + x * scale, spread.y + y * scale, w * scale, h * scale)

    _photo(frame, view.friends.avatars, at(*PHOTO), 10 * scale)
    # Written into the drawing's lines: they cannot grow with the letters of the rest.
    style = theme.LABEL_INK.with_(
        size=42 * scale / frame.look.text, least=20 / frame.look.text, align="start"
    )
    lines = (
        view.track.name if view.track else words.TITLE,
        words.PASSPORT_LANTERNS.fill(lit=len(view.lit), total=len(Habit)),
        words.PASSPORT_LIGHT.fill(light=view.light),
    )
    for y, text in zip(LINES, lines, strict=True):
        frame.text(text, at(LINE_X[0], y - 84, LINE_X[1] - LINE_X[0], 80), style, "bottom")
    for habit, (x, y) in STAMPS.items():
        place = at(x - STAMP / 2, y - STAMP / 2, STAMP, STAMP)
        if habit not in view.lit:
            frame.picture(f"passport/slot-{furniture.LANTERNS[habit][0]}.svg", place)
            continue
        delay = STAMP_DELAY + STAMP_EVERY * view.lit.index(habit)
        share = frame.entering(STAMP_SECONDS, delay)
        if share <= 0:
            frame.picture(f"passport/slot-{furniture.LANTERNS[habit][0]}.svg", place)
            continue
        # From above: large and faint, then pressed onto the paper.
        size = 1 + 0.7 * (1 - share) ** 2
        with frame.shifted(across=size, down=size, alpha=round(255 * share)):
            frame.picture(f"passport/stamp-{furniture.LANTERNS[habit]}.svg", place)


def _photo(frame: Frame, avatars: tuple[str, ...], photo: Box, edge: float) -> None:
    """Who played: one figure, or two, the one a little before the other."""
    box = photo.cut_bottom(photo.h * 0.72)[0].inset(edge)
    if len(avatars) == 1:
        frame.picture(f"avatars/{avatars[0]}.svg", box)
    side = min(box.w * 0.7, box.h * 0.58)
    corners = ((box.right - side, box.y), (box.x, box.bottom - side))
    for avatar, (x, y) in zip(avatars if len(avatars) > 1 else (), corners, strict=False):
        frame.picture(f"avatars/{avatar}.svg", Box(x, y, side, side))


def stamps(frame: Frame, view: VisitView) -> None:
    """Which stamps there are already; none is the large button."""
    frame.scene(HARBOUR, furniture.light_of(view))
    frame.shade(110)
    page = furniture.head(frame, view, garland=False)
    page = furniture.title(frame, words.CHOOSE_STAMPS, page)
    on = furniture.offer(view, Role.ADVANCE)
    assert on is not None
    foot, page = page.cut_bottom(150, 20)
    controls.button(frame, on, foot.centred(min(foot.w, 860), 150))
    strip, page = page.cut_bottom(200, 10)
    furniture.beside(frame, words.NURU_STAMPS, "pointing", strip.centred(min(strip.w, 1100), strip.h))
    offers = furniture.offers(view, Role.ANSWER)
    columns = 2 if frame.portrait else len(offers)
    for offer, box in zip(offers, page.grid(len(offers), columns, 20), strict=True):
        _touched(frame, offer, box)
    frame.first = on.id


def _touched(frame: Frame, offer: Offer, box: Box) -> None:
    """A stamp and its habit's name on paper: pressed there already, or its empty place."""
    pressed, chosen = frame.target(offer, box), offer.mark is Mark.CHOSEN
    frame.slab(f"{frame.mood.card}-{'good' if chosen else 'idle'}", box, 8.0 if pressed else 0.0)
    if frame.focused(offer):
        frame.ring(box)
    lantern = furniture.LANTERNS[Habit(offer.id)]
    name = f"stamp-{lantern}" if chosen else f"slot-{lantern[0]}"
    face = Box(box.x, box.y + (8 if pressed else 0), box.w, box.h - theme.LIP).inset(20, 14)
    label, spot = face.cut_bottom(min(110 * frame.look.text, face.h * 0.42), 6)
    side = min(spot.w, spot.h)
    frame.picture(f"passport/{name}.svg", spot.centred(side, side))
    frame.text(offer.label, label, STAMP_NAME)
    if chosen:
        frame.picture(f"ui/badges/{Mark.GOOD}.svg", Box(face.right - 76, face.y - 4, 84, 84))


def _confetti(frame: Frame) -> None:
    """Paper falls and sways, once."""
    age = frame.situation.age - STAMP_DELAY
    if not frame.lively or age >= CONFETTI_SECONDS:
        return
    frame.moving = True
    luck = chance(5, "confetti")
    for number in range(CONFETTI):
        start, x, wide = luck.random() * 0.9, luck.random(), 20 + 30 * luck.random()
        share = (age - start) / (CONFETTI_SECONDS - 1)
        if not 0 <= share <= 1:
            continue
        place = Box(
            frame.box.w * x + wide * math.sin(share * 9 + number) - 16,
            -40 + frame.box.h * 0.9 * share,
            32,
            32,
        )
        alpha = round(255 * min(1.0, 4 * (1 - share)))
        with frame.shifted(across=round(0.4 + 0.6 * bump((share * 4) % 1), 1)):
            frame.picture(f"ui/confetti-{'abc'[number % 3]}.svg", place, alpha=alpha)


COMPOSE = {Screen.PASSPORT: passport, Screen.STAMPS: stamps}

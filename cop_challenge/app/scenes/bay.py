"""The map of lanterns, and a lantern that lights up."""

from __future__ import annotations

import math

from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.ui import controls, furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump, ease, glide
from cop_challenge.ui.scenery import HARBOUR

HABIT = theme.LABEL.with_(family="title", size=38, colour=theme.AMBER_TEXT, least=28, balanced=True)
WIDE = 324.0
"""Width of a plate below a lantern that hangs on its post."""
PLATE = 190.0
"""Height of the plate below a lantern."""
HUNG = 1.25
"""Height of a lantern by its width."""
WATER = 800.0
"""Where lanterns shine on the water, in the scene's units."""
LESSON = theme.LABEL.with_(size=32, least=28, balanced=True)


def map_(frame: Frame, view: VisitView) -> None:
    """Five lanterns; those that can be lit now have a plate to press."""
    light = furniture.light_of(view)
    frame.scene(HARBOUR, light)
    frame.prepare(frame.mood.scene)
    if furniture.on_posts(frame):
        _reflections(frame, view)
    page = furniture.head(frame, view, garland=False)
    title = words.MAP_LAST if view.last else words.MAP_NEXT if view.lit else words.MAP_TITLE
    page = furniture.title(frame, title, page, theme.HEADING.with_(size=56))
    offered = {offer.id: offer for offer in furniture.offers(view, Role.ANSWER)}
    # Over the painted bay Nuru flies in the sky: below hang the lanterns and their plates.
    passport = furniture.offer(view, Role.ADVANCE)
    below = None
    if passport and frame.portrait:
        below, page = page.cut_bottom(150, 12)
    strip, page = page.cut_top(200) if furniture.on_posts(frame) else page.cut_bottom(200, 16)
    boxes = page.rows(len(Habit), 14) if frame.portrait else page.columns(len(Habit), 24)
    plates = max([PLATE * (1 + 0.6 * (frame.look.text - 1)), *(_needs(frame, o) for o in offered.values())])
    for number, (habit, box) in enumerate(zip(Habit, boxes, strict=True)):
        picture, plate = _hang(frame, habit, number, box, plates)
        _lantern(frame, habit, habit in view.lit, offered.get(habit), picture, plate)
    if passport:
        if below is None:
            below, strip = strip.cut_right(460, 24)
        controls.button(frame, passport, below.centred(min(below.w, 620), 140))
    left = strip.cut_left(min(strip.w, 1100))[0]
    furniture.beside(frame, words.MAP_NURU_AGAIN if view.lit else words.MAP_NURU, "pointing", left)
    frame.first = next(
        (offer.id for offer in offered.values() if Habit(offer.id) not in view.lit),
        passport.id if passport else "",
    )


def _needs(frame: Frame, offer: Offer) -> float:
    """Height of a plate in which its words can stand, if small; some scripts need more than others."""
    texts = (words.HABITS[Habit(offer.id)], HABIT), (offer.label, LESSON)
    return 32 + sum(frame.text_height(text, WIDE - 32, style, least=True) for text, style in texts)


def _hang(frame: Frame, habit: Habit, number: int, box: Box, plates: float) -> tuple[Box, Box]:
    """Boxes of a lantern and its plate, that high where there is room: on the painted post where it is in
    the picture, else in a row."""
    if frame.portrait:
        picture, plate = box.cut_left(box.h, 16)
        return picture, plate.inset(0, max(0.0, (plate.h - 170) / 2))
    if furniture.on_posts(frame):
        picture = furniture.hung(frame, habit)
        width = min(box.w, WIDE)
        below = max(furniture.hung(frame, other).bottom for other in Habit)
        tall = min(plates, frame.box.h - below - 30)
        return picture, Box(picture.x + (picture.w - width) / 2, below + 8, width, tall)
    box = box.centred(box.w, box.w * HUNG + 6 + PLATE).moved(y=(0, 30, 42, 30, 0)[number])
    plate, picture = box.cut_bottom(PLATE, 6)
    return picture, plate


def _lantern(frame: Frame, habit: Habit, lit: bool, offer: Offer | None, picture: Box, plate: Box) -> None:
    pressed = frame.target(offer, picture.united(plate)) if offer else False
    focused = offer is not None and frame.focused(offer)
    _glow(frame, lit, offer is not None, picture)
    furniture.lantern(frame, habit, lit, picture.moved(y=6 if pressed else 0))
    if not offer:
        least = 18 + frame.text_height(words.HABITS[habit], plate.w - 32, HABIT, least=True)
        low = plate.cut_top(min(plate.h, max(96 * frame.look.text, least)))[0]
        frame.slab("tile", low)
        frame.text(words.HABITS[habit], low.inset(16, 8), HABIT.with_(colour=theme.CREAM))
        return
    frame.slab("tile-selected" if focused else "tile", plate)
    if focused:
        frame.ring(plate)
    inner = plate.inset(16, 14)
    wants = [
        (frame.text_height(text, inner.w, style, least=True), frame.text_height(text, inner.w, style))
        for text, style in ((words.HABITS[habit], HABIT), (offer.label, LESSON))
    ]
    top, bottom = heights(inner.h - 4, wants)
    spare = (inner.h - 4 - top - bottom) / 2
    first, second = inner.inset(0, spare).cut_top(top, 4)
    frame.text(words.HABITS[habit], first, HABIT.with_(colour=theme.INK if focused else HABIT.colour))
    frame.text(offer.label, second, LESSON.with_(colour=theme.INK if focused else theme.CREAM))


def _glow(frame: Frame, lit: bool, open_: bool, box: Box) -> None:
    """What can be lit now breathes a faint light, so that it is found without reading."""
    if lit or not open_ or not frame.lively:
        return
    beat = math.sin(frame.situation.now * math.tau / 2.4)
    # Twelve steps a breath: smooth enough, and few pictures.
    strength = round((0.5 + 0.5 * beat) * 12) / 12
    frame.changes_at = min(frame.changes_at, frame.situation.now + 0.1)
    side = box.w * 1.05
    spot = Box(box.x + (box.w - side) / 2, box.y + box.h * 0.56 - side / 2, side, side)
    frame.picture("ui/glow.svg", spot, alpha=round(40 + 110 * strength))


def _reflections(frame: Frame, view: VisitView) -> None:
    """A lit lantern shines on the water."""
    for habit in view.lit:
        x, y = frame.on_scene(furniture.HOOKS[habit][0], WATER)
        frame.picture(
            f"backgrounds/reflections/{furniture.LANTERNS[habit][0]}.svg", Box(x - 110, y, 220, 220)
        )


def lantern(frame: Frame, view: VisitView) -> None:
    """A lantern has been lit: its light, a brighter sky, and the sentence to take along."""
    assert view.card is not None
    habit = view.card.habit
    light = furniture.light_of(view)
    before = max(0, len(view.lit) - 1) / len(Habit) if habit == view.lit[-1] else light
    frame.dawn(HARBOUR, before, light, _steps(glide(frame.entering(DAWN_SECONDS, TRAVEL)), DAWN_STEPS))
    frame.prepare(frame.mood.scene)
    page = furniture.head(frame, view)
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
    _takeaway(frame, view, paper)
    furniture.nuru(frame, "happy", figure)
    following = furniture.offer(view, Role.ADVANCE)
    assert following is not None
    controls.button(frame, following, foot.centred(480, 140))
    frame.first = following.id


def _steps(share: float, count: int) -> float:
    """In whole steps: each is a picture of the whole screen."""
    return round(share * count) / count


def _takeaway(frame: Frame, view: VisitView, box: Box) -> None:
    assert view.card is not None
    style = theme.QUESTION.with_(align="centre", balanced=True, family=frame.mood.heading)
    inner = box.w - 100
    tall = max(300.0, frame.text_height(view.card.takeaway, inner, style) + 190)
    box = box.centred(box.w, min(box.h, tall))
    frame.slab("panel-paper", box)
    label, takeaway = Box(box.x, box.y, box.w, box.h - 14).inset(50, 40).cut_top(60, 6)
    frame.text(words.REMEMBER, label, theme.LABEL.with_(size=34, colour=theme.COUNTER))
    frame.text(view.card.takeaway, takeaway, style)


TRAVEL, GLOW, BURST = 0.4, 0.35, 0.8
"""Seconds in which the light flies to the lantern, the glass fills with it, and sparks fly off."""

DAWN_SECONDS, DAWN_STEPS = 1.6, 16
"""The sky follows the lantern."""

SPARKS = 9


def _light_up(frame: Frame, habit: Habit, lantern: Box, nuru: Box) -> None:
    """The light flies from Nuru to the lantern, which fills with it and throws sparks."""
    age = frame.situation.age
    done = not frame.lively or age >= TRAVEL + BURST
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
        down = from_y + (y - from_y) * way - 160 * bump(way)
        frame.picture("ui/spark.svg", Box(across - 48, down - 48, 96, 96))
        return
    burst = (age - TRAVEL) / BURST
    for number in range(SPARKS):
        turn = math.tau * number / SPARKS + 0.4
        reach = (0.25 + 0.12 * (number % 3)) * lantern.h * ease(burst) + 40
        spot = Box(x + reach * math.cos(turn) - 24, y + reach * math.sin(turn) - 24, 48, 48)
        frame.picture("ui/spark.svg", spot, alpha=round(255 * (1 - burst)))


COMPOSE = {Screen.MAP: map_, Screen.LANTERN: lantern}

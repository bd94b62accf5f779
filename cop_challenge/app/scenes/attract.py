"""The screen that invites: alive, readable from ten metres, one thing to press."""

from __future__ import annotations

import math

from cop_challenge.core import words
from cop_challenge.core.activity import Role
from cop_challenge.core.screen import VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.ui import controls, furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.scenery import HARBOUR

NAME = theme.TITLE.with_(size=168, colour=theme.AMBER_TEXT, least=90)
SLOGAN = theme.HEADING.with_(size=66)

TURN_SECONDS = 7.0
"""How long each spot message stands: up to twelve words, for somebody who walks past.

The station changes the language every few messages.
"""
FADE_SECONDS = 0.5
LIT_SECONDS = 1.5
"""How long each lantern glows on its turn: the bay shows what is to be done."""

FIREFLIES = 7


def compose(frame: Frame, view: VisitView) -> None:
    """Name, spot messages that take turns, lanterns that glow by turns, Nuru, and one thing to press."""
    frame.scene(HARBOUR, 0.4)
    page = frame.box.inset(theme.MARGIN)
    begin = next(offer for offer in view.offers if offer.role is Role.ADVANCE)
    foot, page = page.cut_bottom(170, 10)
    if frame.portrait:
        figure, page = page.cut_bottom(page.h * 0.36)
        name, lanterns = page.cut_top(page.h * 0.56)
        name = name.cut_top(theme.TOUCH)[1]
    else:
        figure, page = page.cut_right(page.w * 0.36)
        # Clear of the round buttons, and of the bell below.
        figure = figure.cut_top(figure.h * 0.54)[0].moved(x=-250)
        name, lanterns = page.cut_top(page.h * 0.45)
        # Nuru's wings reach over the page's edge: a long name ends before them.
        name = name.cut_left(name.w - 150)[0]
    top, bottom = name.cut_top(name.h * 0.64)
    _lanterns(frame, lanterns)
    _fireflies(frame)
    frame.text(words.TITLE, top, NAME)
    _message(frame, view, bottom if frame.portrait else bottom.inset(60, 0))
    furniture.nuru(frame, "hello", figure, floating=True)
    controls.button(frame, begin, foot.centred(min(foot.w, 860), 150))
    if len(view.languages) > 1:
        _languages(frame, view, foot)
    if view.partners:
        _partner(frame, view, foot)
    furniture.corner(frame, view, Role.HELP, Role.LISTEN, Role.PAUSE)
    frame.first = begin.id


TODAY = theme.LABEL.with_(size=48, family="title", colour=theme.AMBER_TEXT, align="start")


def light_of_the_day(frame: Frame, view: VisitView, lanterns: int) -> None:
    """How many lanterns were lit at this station today, beside a lit one; nothing before the first."""
    if not lanterns:
        return
    said = words.NUMBER.fill(number=lanterns)
    width = frame.text_width(said, TODAY) + 150
    page = frame.box.inset(theme.MARGIN)
    if frame.portrait:
        chip = Box(page.x, page.y + 4, width, 100)
    else:
        # Where somebody brings the day, above their name.
        chip = Box(page.right - width, page.bottom - (276 if view.partners else 135), width, 100)
    frame.slab("chip", chip)
    icon, text = chip.inset(30, 6).cut_left(64, 16)
    furniture.lantern(frame, Habit.SET_LIMITS, True, icon.centred(68, 88))
    frame.text(said, text, TODAY)


LANGUAGE = theme.LABEL.with_(size=36)
MOST_NAMES = 2


def _languages(frame: Frame, view: VisitView, foot: Box) -> None:
    """In which languages one may play: two by name, the others as a number."""
    names = [name.source for name in view.languages[:MOST_NAMES]]
    more = len(view.languages) - len(names)
    if frame.portrait:
        room = Box(foot.x, foot.y - 100, foot.w, 84)
    else:
        room = Box(foot.x, foot.y + 43, (foot.w - 860) / 2 - 30, 84)
    words_ = "   ".join(names) + (f"  +{frame.say(words.NUMBER.fill(number=more))}" if more else "")
    width = min(room.w, frame.text_width(words_, LANGUAGE) + 130)
    chip = room.cut_left(width)[0]
    frame.slab("chip", chip)
    icon, text = chip.inset(24, 8).cut_left(52, 14)
    frame.icon("ui/icons/language.svg", icon.centred(48, 48), theme.CREAM)
    frame.text(words_, text, LANGUAGE)


PARTNER = theme.LABEL.with_(size=32, align="start", least=22)
"""Small where a name is long: it is there for grown-ups."""


def _partner(frame: Frame, view: VisitView, foot: Box) -> None:
    """Who brings this, across from the languages; several take turns with the spot messages."""
    now = frame.situation.now
    partner = view.partners[int(now / TURN_SECONDS) % len(view.partners)]
    if len(view.partners) > 1:
        frame.changes_at = min(frame.changes_at, (math.floor(now / TURN_SECONDS) + 1) * TURN_SECONDS)
    if frame.portrait:
        room = Box(foot.x + foot.w * 0.48, foot.y - 152, foot.w * 0.52, 136)
    else:
        side = (foot.w - 860) / 2 - 30
        room = Box(foot.x + foot.w - side, foot.y + 10, side, 150)
    brought = words.BROUGHT.fill(name=partner.name)
    sign = 96 if partner.logo else 0
    inner = Box(0, 0, room.w - 50 - (sign + 16 if sign else 0), room.h - 16)
    beside = 50 + (sign + 16 if sign else 0)
    width = min(room.w, frame.text_width(brought, PARTNER, inner) + beside)
    height = max(sign + 20, min(room.h, frame.text_height(brought, width - beside, PARTNER) + 24))
    chip = room.cut_right(width)[0].centred(width, height)
    frame.slab("chip", chip)
    text = chip.inset(24, 8)
    if sign:
        icon, text = text.cut_left(sign, 16)
        frame.picture(partner.logo, icon.centred(sign, sign))
    frame.text(brought, text, PARTNER)


def _message(frame: Frame, view: VisitView, box: Box) -> None:
    """One spot message at a time, fading into the next."""
    now = frame.situation.now
    turn, into = divmod(now, TURN_SECONDS)
    messages = view.messages or (words.SLOGAN,)
    message = messages[int(turn) % len(messages)]
    alpha = 255
    if not frame.situation.still:
        edge = min(into, TURN_SECONDS - into)
        alpha = round(255 * min(1.0, max(0.0, edge / FADE_SECONDS)))
        begins_to_fade = TURN_SECONDS - FADE_SECONDS
        if into < FADE_SECONDS or into >= begins_to_fade:
            frame.moving = True
        else:
            frame.changes_at = min(frame.changes_at, now - into + begins_to_fade)
    with frame.shifted(alpha=alpha):
        frame.text(message, box, SLOGAN, "top")


def _lanterns(frame: Frame, row: Box) -> None:
    """One lantern after the other glows up and goes out again."""
    now = frame.situation.now
    count = len(Habit)
    for number, (habit, place) in enumerate(zip(Habit, row.columns(count, 8), strict=True)):
        hangs = furniture.hung(frame, habit) if furniture.on_posts(frame) else place.inset(0, 24)
        furniture.lantern(frame, habit, False, hangs)
        if not frame.lively:
            glow = 1.0 if number < 2 else 0.0
        else:
            into = (now / LIT_SECONDS - number) % count
            glow = max(0.0, math.sin(math.pi * into / 2)) if into < 2 else 0.0
        # Sixteen steps are smooth enough, and few enough to be cheap.
        alpha = round(glow * 16) * 255 // 16
        if alpha:
            furniture.lantern(frame, habit, True, hangs, alpha=alpha)


def _fireflies(frame: Frame) -> None:
    """Small lights over the water."""
    if not frame.lively:
        return
    now = frame.situation.now
    for number in range(FIREFLIES):
        phase = number * 2.4
        x = frame.box.w * (0.06 + 0.14 * number + 0.03 * math.sin(now * 0.35 + phase))
        y = frame.box.h * (0.62 + 0.09 * math.sin(now * 0.5 + phase * 1.7))
        alpha = round(8 * (0.55 + 0.45 * math.sin(now * 1.6 + phase))) * 255 // 8
        frame.picture("ui/firefly.svg", Box(x - 20, y - 20, 40, 40), alpha=max(0, alpha))

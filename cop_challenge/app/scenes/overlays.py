"""Calm screens that lie over everything: help is coming, a pause, are you there."""

from __future__ import annotations

from cop_challenge.app.scenes import helpline
from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.scenery import HARBOUR

BODY = theme.LABEL.with_(size=50, least=34, balanced=True)
COUNT = theme.TITLE.with_(size=240, colour=theme.AMBER_TEXT, keyline=None)


def _calm(frame: Frame, title: Text, view: VisitView, pose: str, body: Text | None, number: int = 0) -> None:
    offers = [offer for offer in view.offers if offer.role is not Role.LISTEN]
    frame.scene(HARBOUR, 0.15)
    frame.shade(150)
    wide, tall = (1500, 1020) if view.helplines else (1300, 920)
    page = frame.box.centred(
        min(frame.box.w - 80, wide), min(frame.box.h - 60, tall if not frame.portrait else tall + 380)
    )
    frame.slab("panel-night", page)
    inner = page.inset(60, 48)
    if frame.portrait:
        foot, inner = inner.cut_bottom(150 * len(offers) + 24 * (len(offers) - 1), 24)
        buttons = foot.rows(len(offers), 24)
    else:
        foot, inner = inner.cut_bottom(140, 24)
        buttons = foot.centred(min(foot.w, 660 * len(offers)), 140).columns(len(offers), 24)
    for index, (offer, box) in enumerate(zip(offers, buttons, strict=True)):
        controls.button(frame, offer, box, primary=index == 0)
    heading, inner = inner.cut_top(150, 10)
    frame.text(title, heading, theme.HEADING.with_(keyline=None, size=72))
    if not body and not number:
        figure = inner
    elif frame.portrait:
        figure, inner = inner.cut_top(inner.h * (0.25 if view.helplines else 0.5), 10)
    else:
        figure, inner = inner.cut_left(inner.w * (0.3 if view.helplines else 0.42), 20)
    furniture.nuru(frame, pose, figure)
    if body and view.helplines:
        _with_helpline(frame, body, view.helplines[0], inner)
    elif body:
        frame.text(body, inner, BODY)
    elif number:
        _count(frame, number, inner)
    furniture.corner(frame, view, Role.HELP, Role.LISTEN)
    frame.first = offers[0].id


def _with_helpline(frame: Frame, body: Text, line: Helpline, box: Box) -> None:
    """The grown-up here comes first; below, smaller, somebody to call."""
    style = BODY.with_(size=42, least=32)
    text = frame.text_height(body, box.w, style, least=True), frame.text_height(body, box.w, style)
    above, below = heights(box.h - 20, [text, helpline.wanted(frame, line, box.w)])
    used = box.centred(box.w, above + 20 + below)
    words_, place = used.cut_top(above, 20)
    frame.text(body, words_, style)
    helpline.card(frame, line, place)


def _count(frame: Frame, number: int, box: Box) -> None:
    """A number in rings of light."""
    side = min(box.w, box.h)
    frame.picture("ui/count-ring.svg", box.centred(side, side))
    frame.text(
        words.NUMBER.fill(number=number), box, COUNT.with_(size=min(COUNT.size, side * 0.5) / frame.look.text)
    )


def grown_up(frame: Frame, view: VisitView) -> None:
    """Calm for the child; for staff, a quiet amber sign that can be seen from afar."""
    _calm(frame, words.GROWN_UP_TITLE, view, "hello", words.GROWN_UP_CALM)
    frame.slab("sign", Box(frame.box.w / 2 - 90, -24, 180, 56))


def still_here(frame: Frame, view: VisitView) -> None:
    """A visible countdown, and one button that stops it."""
    _calm(frame, words.STILL_HERE, view, "thinking", None, view.countdown)


def pause(frame: Frame, view: VisitView) -> None:
    """Go on, leave, or change how the game looks and sounds."""
    frame.scene(HARBOUR, furniture.light_of(view))
    frame.shade(150)
    page = furniture.head(frame, view, garland=False)
    page = furniture.title(frame, words.PAUSE_TITLE, page)
    ways = [offer for offer in view.offers if offer.role in (Role.ADVANCE, Role.LEAVE)]
    if frame.portrait:
        top, page = page.cut_top(324, 30)
        figure, top = top.cut_left(324, 30)
        places = top.centred(top.w, 150 * len(ways) + 24 * (len(ways) - 1)).rows(len(ways), 24)
    else:
        top, page = page.cut_top(page.h * 0.26, 24)
        figure, top = top.centred(min(top.w, 1640), top.h).cut_left(top.h, 30)
        wide = min(top.w, 640.0 * len(ways) + 24 * (len(ways) - 1))
        places = top.centred(wide, 150).columns(len(ways), 24)
    furniture.nuru(frame, "sleeping", figure)
    for index, (offer, box) in enumerate(zip(ways, places, strict=True)):
        controls.button(frame, offer, box, primary=index == 0)
    settings(frame, furniture.offers(view, Role.SETTING), page, words.LOOKS, 2 if frame.portrait else 3)
    frame.first = ways[0].id


def settings(frame: Frame, offers: list[Offer], box: Box, title: Text, columns: int) -> None:
    """A panel of tiles, one a setting."""
    rows = -(-len(offers) // columns)
    tall = min(box.h, 84 + rows * 172 + (rows - 1) * 20 + 60)
    panel = box.centred(box.w, tall)
    frame.slab("panel-night", panel)
    heading, inner = panel.inset(40, 26).cut_top(64, 8)
    frame.text(title, heading, theme.LABEL.with_(size=40, family="title"))
    for offer, cell in zip(offers, inner.grid(len(offers), columns, 20), strict=True):
        controls.setting(frame, offer, cell.centred(cell.w, min(cell.h, 160)))


COMPOSE = {Screen.GROWN_UP: grown_up, Screen.STILL_HERE: still_here, Screen.PAUSE: pause}

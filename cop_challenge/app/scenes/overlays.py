"""Calm screens that lie over everything: help is coming, are you there, close the game."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.activity import Offer
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box


def _calm(
    frame: Frame, title: Text, offers: tuple[Offer, ...], pose: str, body: Text | None, number: int = 0
) -> None:
    frame.sky(0.12)
    page = frame.box.centred(
        min(frame.box.w - 80, 1300), min(frame.box.h - 80, 920 if not frame.portrait else 1300)
    )
    frame.slab("panel-night", page)
    inner = page.inset(60, 48)
    if frame.portrait:
        foot, inner = inner.cut_bottom(150 * len(offers) + 24 * (len(offers) - 1), 24)
        buttons = foot.rows(len(offers), 24)
    else:
        foot, inner = inner.cut_bottom(140, 24)
        buttons = foot.centred(min(foot.w, 560 * len(offers)), 140).columns(len(offers), 24)
    for index, (offer, box) in enumerate(zip(offers, buttons, strict=True)):
        frame.button(offer, box, primary=index == 0)
    heading, inner = inner.cut_top(150, 10)
    frame.text(title, heading, theme.HEADING.with_(keyline=None))
    if not body and not number:
        figure = inner
    elif frame.portrait:
        figure, inner = inner.cut_top(inner.h * 0.5, 10)
    else:
        figure, inner = inner.cut_left(inner.w * 0.4, 20)
    furniture.nuru(frame, pose, figure)
    if body:
        frame.text(body, inner, theme.LABEL.with_(size=46, least=32, balanced=True))
    elif number:
        frame.text(str(number), inner, theme.TITLE.with_(size=220, colour=theme.AMBER_TEXT, keyline=None))
    frame.first = offers[0].id


def grown_up(frame: Frame, view: VisitView) -> None:
    """Calm for the child; for staff, a quiet amber sign that can be seen from afar."""
    _calm(frame, words.GROWN_UP_TITLE, view.offers, "hello", words.GROWN_UP_CALM)
    sign = Box(frame.box.w / 2 - 60, 0, 120, 24)
    frame.slab("tile-selected", sign)


def still_here(frame: Frame, view: VisitView) -> None:
    """A visible countdown, and one button that stops it."""
    _calm(frame, words.STILL_HERE, view.offers, "thinking", None, view.countdown)


def closing(frame: Frame, offers: tuple[Offer, ...]) -> None:
    """Asked by a grown-up's Escape on the attract screen."""
    _calm(frame, words.CLOSE_TITLE, offers, "sleeping", None)


COMPOSE = {Screen.GROWN_UP: grown_up, Screen.STILL_HERE: still_here}

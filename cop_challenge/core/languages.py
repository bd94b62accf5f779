"""The languages to choose from: a page of them at a time, each named in itself."""

from __future__ import annotations

from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.core.text import NOTHING
from cop_challenge.core.track import Track

A_PAGE = 12
"""Languages shown at a time: as many as have room, in large letters, on a small screen."""

SWITCH = Offer("languages", do.Languages(), words.LANGUAGES, Role.LANGUAGE, "ui/icons/language.svg")
RETURN = Offer("return", do.Return(), words.BACK, Role.BACK, "ui/icons/back.svg")

SWITCHED_FROM = frozenset({Screen.TRACK, Screen.AVATAR, Screen.MAP, Screen.PAUSE})
"""Screens whose head has the globe. The pause has it for all that is played; the first screen leads to the
languages by itself."""


def switch(options: VisitOptions, screen: Screen) -> tuple[Offer, ...]:
    """The way to the languages, where there are several and the screen has a place for it."""
    return (SWITCH,) if len(options.languages) > 1 and screen in SWITCHED_FROM else ()


def pages(options: VisitOptions) -> int:
    """On how many pages the languages stand."""
    return -(-len(options.languages) // A_PAGE)


def page_of(options: VisitOptions, code: str) -> int:
    """The page on which a language stands."""
    codes = [language.code for language in options.languages]
    return codes.index(code) // A_PAGE if code in codes else 0


def offers(
    options: VisitOptions, page: int, now: str, player: Track | None, comfort: Comfort
) -> tuple[Offer, ...]:
    """The languages of a page; `player`, once it is known who plays: little ones need one that is read."""
    start = page * A_PAGE
    shown = [
        _offer(options, language, now, player, comfort)
        for language in options.languages[start : start + A_PAGE]
    ]
    if (count := pages(options)) > 1:
        label = words.PAGE_OF.fill(page=page + 1, pages=count)
        shown.append(Offer("more", do.Turn(), label, Role.TURN, "ui/icons/next.svg"))
    return tuple(shown)


def _offer(
    options: VisitOptions, language: Language, now: str, player: Track | None, comfort: Comfort
) -> Offer:
    code = language.code
    able = code == now or player is None or options.read_to(player, code, comfort)
    reason = NOTHING if able else words.UNREAD
    return Offer(code, do.Choose(code), language.name, detail=reason, enabled=able)

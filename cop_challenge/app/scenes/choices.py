"""Choosing a language, a track and an avatar."""

from __future__ import annotations

from dataclasses import replace

from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.scenery import HARBOUR

TRACK_AGES = theme.LABEL.with_(family="title", size=48, colour=theme.AMBER_TEXT)
GAP = 28.0
WINDOW = 1.4
"""Height of a window by its width."""
MANY = 8
"""Languages from more of which on they stand closer together."""
TRACK_NAME = theme.LABEL.with_(size=34, least=28)


def language(frame: Frame, view: VisitView) -> None:
    """Every language in its own script; nobody need read a word of another."""
    frame.scene(HARBOUR)
    frame.shade(110)
    page = furniture.head(frame, view, garland=False)
    page = furniture.title(frame, words.CHOOSE_LANGUAGE, page)
    choices = furniture.offers(view, Role.ANSWER)
    if more := furniture.offer(view, Role.TURN):
        foot, page = page.cut_bottom(120, 16)
        controls.button(frame, more, foot.centred(min(foot.w, 420), 120), primary=False)
    if frame.portrait:
        figure, page = page.cut_top(page.h * (0.26 if len(choices) <= MANY else 0.18), 10)
        columns = 1 if len(choices) < 6 else 2
    else:
        figure, page = page.cut_left(page.w * (0.28 if len(choices) <= MANY else 0.2), 20)
        columns = 1 if len(choices) < 4 else 2 if len(choices) <= MANY else 3
    furniture.nuru(frame, "hello", figure)
    for number, (offer, box) in enumerate(_grid(choices, page.inset(20, 10), columns, 180)):
        with furniture.dealt(frame, number):
            spoken = view.screen is Screen.LANGUAGES and offer.id == view.language
            _language(frame, replace(offer, picture="ui/icons/check.svg") if spoken else offer, box)
    frame.first = next((offer.id for offer in choices if offer.id == view.language and offer.enabled), "")


def _language(frame: Frame, offer: Offer, box: Box) -> None:
    """A language's name in itself; below it, why it can't be taken."""
    if offer.enabled:
        controls.button(frame, offer, box, primary=frame.focused(offer))
        return
    frame.slab("button-disabled", box)
    name, reason = Box(box.x, box.y, box.w, box.h - theme.LIP).inset(24, 4).rows(2)
    frame.text(offer.label, name, theme.BUTTON.with_(size=36, colour=theme.CREAM))
    frame.text(offer.detail, reason, TRACK_NAME.with_(colour=theme.CREAM))


def track(frame: Frame, view: VisitView) -> None:
    """Five windows, one for each age or audience."""
    frame.scene(HARBOUR)
    frame.shade(110)
    page = furniture.head(frame, view, garland=False)
    page = furniture.title(frame, words.CHOOSE_TRACK, page)
    choices = furniture.offers(view, Role.ANSWER)
    ages = {track.id: track.ages for track in view.tracks}
    if frame.portrait:
        strip, page = page.cut_bottom(240, 20)
        boxes = page.rows(len(choices), 16)
    else:
        strip, page = page.cut_bottom(250, 10)
        boxes = page.columns(len(choices), 28)
    for number, (offer, box) in enumerate(zip(choices, boxes, strict=True)):
        with furniture.dealt(frame, number):
            _window(frame, offer, ages[offer.id], box)
    furniture.beside(frame, words.NURU_HELLO, "hello", strip.centred(min(strip.w, 1100), strip.h))


def _window(frame: Frame, offer: Offer, ages: Text, box: Box) -> None:
    pressed = frame.target(offer, box)
    focused = frame.focused(offer)
    if frame.portrait:
        picture, label = box.cut_left(box.h * 0.8, 20)
        label = label.inset(0, max(0.0, (box.h - 150) / 2))
    else:
        box = box.centred(box.w, box.w * WINDOW + 12 + 150)
        label, picture = box.cut_bottom(150, 12)
    name = offer.picture.replace("-idle", "-focus") if focused else offer.picture
    frame.picture(name, picture.moved(y=6 if pressed else 0), alpha=255 if offer.enabled else 90)
    frame.slab("tile-selected" if focused else "tile", label)
    if focused:
        frame.ring(label)
    first, second = label.inset(16, 10).rows(2)
    colour = theme.INK if focused else theme.CREAM if offer.enabled else theme.colour("#9FB2E6")
    frame.text(ages, first, TRACK_AGES.with_(colour=theme.INK if focused else TRACK_AGES.colour))
    frame.text(offer.detail or offer.label, second, TRACK_NAME.with_(colour=colour))


def avatar(frame: Frame, view: VisitView) -> None:
    """A friend for the passport: six, because twelve are too many to choose from."""
    frame.scene(HARBOUR)
    frame.shade(110)
    page = furniture.head(frame, view, garland=False)
    title, nuru = words.CHOOSE_AVATAR, words.NURU_AVATAR
    if view.friends.avatars:
        title, nuru = words.CHOOSE_SECOND, words.NURU_SECOND
    page = furniture.title(frame, title, page)
    choices = furniture.offers(view, Role.ANSWER)
    if frame.portrait:
        strip, page = page.cut_bottom(220, 10)
        furniture.beside(frame, nuru, "pointing", strip)
        columns = 2
    else:
        side, page = page.cut_left(470, 20)
        furniture.says(frame, nuru, "pointing", side.inset(10, 40))
        columns = 3
    across = page.centred(min(page.w, 470.0 * columns), page.h)
    for number, (offer, box) in enumerate(_grid(choices, across, columns, 470)):
        with furniture.dealt(frame, number):
            _friend(frame, offer, box)


def _friend(frame: Frame, offer: Offer, box: Box) -> None:
    side = min(box.w, box.h - 70 * frame.look.text)
    pressed = frame.target(offer, box)
    face, label = box.cut_top(side, 4)
    disc = face.centred(side - 16, side - 16).moved(y=6 if pressed else 0)
    frame.picture(offer.picture, disc)
    if frame.focused(offer):
        frame.slab("ring-disc", disc.grown(4))
    frame.text(offer.label, label, theme.LABEL.with_(size=38, keyline=theme.INK))


def _grid(choices: list[Offer], page: Box, columns: int, height: float) -> list[tuple[Offer, Box]]:
    """Choices in rows, in the middle of the page."""
    rows = -(-len(choices) // columns)
    tall = min(height, (page.h - GAP * (rows - 1)) / rows)
    used = page.centred(page.w, tall * rows + GAP * (rows - 1))
    return list(zip(choices, used.grid(len(choices), columns, GAP), strict=True))


COMPOSE = {Screen.LANGUAGE: language, Screen.LANGUAGES: language, Screen.TRACK: track, Screen.AVATAR: avatar}

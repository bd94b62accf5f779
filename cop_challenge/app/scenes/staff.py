"""The pages for staff: is the station well, what if a child tells something; what do visits start with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cop_challenge.app.scenes.overlays import settings
from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.scenery import HARBOUR

HEAD = theme.LABEL.with_(size=38, family="title", align="start", colour=theme.AMBER_TEXT)
LINE = theme.TextStyle("body", 28, theme.CREAM)
SIZES = (36, 32, 28, 26, 24, 22)
"""Of the facts: the largest at which all of them fit."""
TELLS = theme.TextStyle("body", 38, theme.CREAM, least=24)
LEAD = theme.LABEL.with_(size=32, least=24, align="start", colour=theme.AMBER_TEXT)


@dataclass(frozen=True)
class Health:
    """What staff want to know of a station."""

    lines: tuple[Text | str, ...]
    """Facts, one a line."""
    problems: tuple[Text, ...]
    """What should be looked at; empty is well."""


def station_page(frame: Frame, offers: Sequence[Offer], health: Health, lead: str) -> None:
    """Facts at the left, what to do when a child tells at the right, what staff may do and ways out below."""
    page = _ground(frame, offers)
    tiles = [offer for offer in offers if offer.role is Role.SETTING]
    columns = (1 + (len(tiles) + 1) % 2) if frame.portrait else len(tiles)
    rows = -(-len(tiles) // columns)
    below, page = page.cut_bottom(rows * 132 + (rows - 1) * 20, 20)
    for offer, cell in zip(tiles, below.grid(len(tiles), columns, 20), strict=True):
        controls.setting(frame, offer, cell)
    left, right = page.rows(2, 20) if frame.portrait else page.columns(2, 24)
    _health(frame, health, left)
    _tells(frame, right, lead)


def settings_page(frame: Frame, offers: Sequence[Offer]) -> None:
    """What every visit starts with, and what is offered here."""
    page = _ground(frame, offers)
    tiles = [offer for offer in offers if offer.role is Role.SETTING]
    settings(frame, tiles, page, words.STAFF_START_WITH, 2 if frame.portrait else 3)


def _ground(frame: Frame, offers: Sequence[Offer]) -> Box:
    """Heading and ways out; what is left between them."""
    frame.scene(HARBOUR, 0.1)
    frame.shade(170)
    page = frame.box.inset(theme.MARGIN, 28)
    heading, page = page.cut_top(80, 6)
    frame.text(words.STAFF_TITLE, heading, theme.HEADING)
    ways = [offer for offer in offers if offer.role in (Role.ADVANCE, Role.BACK)]
    foot, page = page.cut_bottom(120, 16)
    for index, (offer, box) in enumerate(
        zip(ways, foot.centred(min(foot.w, 560 * len(ways)), 120).columns(len(ways), 24), strict=True)
    ):
        controls.button(frame, offer, box, primary=index == 0)
    frame.first = ways[0].id
    return page


def _card(frame: Frame, title: Text | str, box: Box) -> Box:
    frame.slab("panel-night", box)
    head, inner = box.inset(36, 16).cut_top(50, 2)
    frame.text(title, head, HEAD)
    return inner


def _health(frame: Frame, health: Health, box: Box) -> None:
    inner = _card(frame, words.STAFF_STATION, box)
    count = len(health.problems)
    state: Text | str = words.STAFF_WRONG.fill(count=count) if count else words.STAFF_FINE
    lines: list[Text | str] = [*health.lines, state]
    room = inner.h - sum(_heights(frame, lines, inner.w, SIZES[-1]))
    for problem in health.problems:
        room -= sum(_heights(frame, [problem], inner.w, SIZES[-1]))
        if room < 0:
            break  # the first ones are enough to act on; `check` lists them all
        lines.append(problem)
    for size in SIZES:
        heights = _heights(frame, lines, inner.w, size)
        if sum(heights) <= inner.h:
            break
    for line, height in zip(lines, heights, strict=True):
        place, inner = inner.cut_top(height)
        colour = theme.CREAM if line is not state else theme.TRY_ON_DARK if count else theme.GOOD_ON_DARK
        frame.text(line, place, LINE.with_(colour=colour, size=size, least=size))


def _heights(frame: Frame, lines: Sequence[Text | str], width: float, size: float) -> list[float]:
    return [frame.text_height(line, width, LINE.with_(size=size, least=size)) for line in lines]


def _tells(frame: Frame, box: Box, lead: str) -> None:
    inner = _card(frame, words.STAFF_TELLS, box)
    if lead:
        named = words.STAFF_LEAD.fill(lead=lead)
        foot, inner = inner.cut_bottom(frame.text_height(named, inner.w, LEAD), 12)
        frame.text(named, foot, LEAD)
    frame.text(words.STAFF_TELLS_HOW, inner, TELLS, "top")

"""The page for staff: is the station well, what do visits start with, what if a child tells something."""

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
SIZES = (28, 26, 24, 22)
"""Of the facts: the largest at which all of them fit."""
TELLS = theme.TextStyle("body", 32, theme.CREAM, least=24)
LONGEST = 110
"""Characters of a problem that are shown."""


@dataclass(frozen=True)
class Health:
    """What staff want to know of a station."""

    lines: tuple[Text | str, ...]
    """Facts, one a line."""
    problems: tuple[Text | str, ...]
    """What should be looked at; empty is well."""


def compose(frame: Frame, offers: Sequence[Offer], health: Health) -> None:
    """Facts at the left, what to do when a child tells at the right, settings and ways out below."""
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
    tiles = [offer for offer in offers if offer.role is Role.SETTING]
    columns = 3 if frame.portrait else 5
    rows = -(-len(tiles) // columns)
    below, page = page.cut_bottom(84 + rows * 124 + (rows - 1) * 20 + 60, 16)
    settings(frame, tiles, below, words.STAFF_START_WITH, columns)
    left, right = page.rows(2, 20) if frame.portrait else page.columns(2, 24)
    _health(frame, health, left)
    _tells(frame, right)
    frame.first = ways[0].id


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
        short = problem
        if isinstance(problem, str) and len(problem) > LONGEST:
            short = f"{problem[:LONGEST]}…"
        room -= sum(_heights(frame, [short], inner.w, SIZES[-1]))
        if room < 0:
            break  # the first ones are enough to act on; `check` lists them all
        lines.append(short)
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


def _tells(frame: Frame, box: Box) -> None:
    inner = _card(frame, words.STAFF_TELLS, box)
    frame.text(words.STAFF_TELLS_HOW, inner, TELLS, "top")

"""A service somebody can call, as a card: what it is for, its name, its number, when and what it costs."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.text import Text
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

FOR = theme.LABEL.with_(size=30, least=23, colour=theme.COUNTER, balanced=True)
NAME = theme.LABEL_INK.with_(size=38, least=25, balanced=True)
NUMBER = theme.TextStyle("title", 60, theme.INK, "centre", least=36)
ADDRESS = theme.LABEL_INK.with_(size=36, least=24)
DETAIL = theme.TextStyle("body", 30, theme.INK, "centre", least=22, balanced=True)
PADDING = 40.0, 27.0
"""Of the paper, across and down."""
GAP = 4.0
BETWEEN = 26.0
"""From one service to the next on a sheet, with a rule in the middle."""
LEFT_TO_RIGHT = "\u200e"
"""Digits in groups would change places on a right-to-left page: numbers and addresses never do."""

_Line = tuple[Text | str, TextStyle]


def _lines(line: Helpline, brief: bool) -> list[_Line]:
    """What stands on the paper, from above; in brief one way to reach it, and when."""
    number: _Line = (f"{LEFT_TO_RIGHT}{line.number}", NUMBER)
    address: _Line = (f"{LEFT_TO_RIGHT}{line.address}", ADDRESS)
    lines: list[_Line] = [(words.HELPLINES[line.service], FOR), (line.name, NAME)]
    if line.number:
        lines.append(number)
    if line.address and not (brief and line.number):
        lines.append(address)
    if brief:
        return [*lines, (words.HELPLINE_WHEN.fill(hours=line.hours, cost=line.cost), DETAIL)]
    speaks = words.HELPLINE_SPEAKS.fill(languages=line.speaks)
    return [*lines, *((text, DETAIL) for text in (line.hours, line.cost, speaks))]


def _wants(frame: Frame, lines: list[_Line], width: float) -> list[tuple[float, float]]:
    """Least and full height of each line."""
    return [
        (frame.text_height(text, width, style, least=True), frame.text_height(text, width, style))
        for text, style in lines
    ]


def _around(lines: int) -> float:
    return 2 * PADDING[1] + GAP * (lines - 1) + theme.LIP


def wanted(frame: Frame, line: Helpline, width: float) -> tuple[float, float]:
    """Least and full height of a card in that width."""
    wants = _wants(frame, _lines(line, False), width - 2 * PADDING[0])
    low, high = (sum(heights_) + _around(len(wants)) for heights_ in zip(*wants, strict=True))
    return low, high


def card(frame: Frame, line: Helpline, box: Box) -> None:
    """One service, told in full, in the middle of the box."""
    _paper(frame, [_lines(line, False)], box)


def sheet(frame: Frame, services: tuple[Helpline, ...], box: Box) -> None:
    """Several services in brief on one paper."""
    _paper(frame, [_lines(line, len(services) > 1) for line in services], box)


def _paper(frame: Frame, services: list[list[_Line]], box: Box) -> None:
    lines = [line for service in services for line in service]
    wants = _wants(frame, lines, box.w - 2 * PADDING[0])
    around = _around(len(lines)) + (len(services) - 1) * (BETWEEN - GAP)
    box = box.centred(box.w, min(box.h, sum(high for _, high in wants) + around))
    frame.slab("panel-paper", box)
    rest = Box(box.x, box.y, box.w, box.h - theme.LIP).inset(*PADDING)
    tall = iter(heights(box.h - around, wants))
    for number, service in enumerate(services):
        if number:
            rule, rest = rest.cut_top(BETWEEN - GAP)
            frame.slab("bar-light", rule.centred(rule.w * 0.5, 6))
        for text, style in service:
            place, rest = rest.cut_top(next(tall), GAP)
            frame.text(text, place, style)

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
PADDING = 40.0, 24.0
"""Of a card, across and down."""
GAP = 4.0
BETWEEN = 16.0
LEFT_TO_RIGHT = "\u200e"
"""Digits in groups would change places on a right-to-left page: numbers and addresses never do."""

_Line = tuple[Text | str, TextStyle]


def _lines(line: Helpline, brief: bool) -> list[_Line]:
    """What stands on the card, from above; in brief one way to reach it, and when."""
    number: _Line = (f"{LEFT_TO_RIGHT}{line.number}", NUMBER)
    address: _Line = (f"{LEFT_TO_RIGHT}{line.address}", ADDRESS)
    lines: list[_Line] = [(words.HELPLINES[line.service], FOR), (line.name, NAME)]
    if line.number:
        lines.append(number)
    if line.address and not (brief and line.number):
        lines.append(address)
    lines.append((words.HELPLINE_WHEN.fill(hours=line.hours, cost=line.cost), DETAIL))
    if not brief:
        lines.append((words.HELPLINE_SPEAKS.fill(languages=line.speaks), DETAIL))
    return lines


def _wants(frame: Frame, lines: list[_Line], width: float) -> list[tuple[float, float]]:
    return [
        (frame.text_height(text, width, style, least=True), frame.text_height(text, width, style))
        for text, style in lines
    ]


def wanted(frame: Frame, line: Helpline, width: float, *, brief: bool = False) -> tuple[float, float]:
    """Least and full height of the card in that width."""
    wants = _wants(frame, _lines(line, brief), width - 2 * PADDING[0])
    around = 2 * PADDING[1] + GAP * (len(wants) - 1) + theme.LIP
    return sum(low for low, _ in wants) + around, sum(high for _, high in wants) + around


def card(frame: Frame, line: Helpline, box: Box, *, brief: bool = False) -> None:
    """The card in the middle of the box, no higher than its words."""
    box = box.centred(box.w, min(box.h, wanted(frame, line, box.w, brief=brief)[1]))
    frame.slab("panel-paper", box)
    inner = Box(box.x, box.y, box.w, box.h - theme.LIP).inset(*PADDING)
    lines = _lines(line, brief)
    tall = heights(inner.h - GAP * (len(lines) - 1), _wants(frame, lines, inner.w))
    for (text, style), height in zip(lines, tall, strict=True):
        place, inner = inner.cut_top(height, GAP)
        frame.text(text, place, style)


def column(frame: Frame, lines: tuple[Helpline, ...], box: Box) -> None:
    """Cards in brief below each other, sharing the box as they need it."""
    wants = [wanted(frame, line, box.w, brief=True) for line in lines]
    tall = heights(box.h - BETWEEN * (len(lines) - 1), wants)
    used = box.centred(box.w, sum(tall) + BETWEEN * (len(lines) - 1))
    for line, height in zip(lines, tall, strict=True):
        place, used = used.cut_top(height, BETWEEN)
        card(frame, line, place, brief=True)

"""What stands there while the game is not started again at once: calm for children, plain for staff."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.core import words
from cop_challenge.core.text import Text
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame

STAFF = theme.LABEL.with_(size=34, least=20, align="start", colour=theme.CREAM)


def compose(frame: Frame, lines: Sequence[Text | str]) -> None:
    """Nuru asleep, one sentence for children, and below it, smaller, lines for staff."""
    frame.sky(0.1)
    page = frame.box.inset(theme.MARGIN, 60)
    figure, page = page.cut_top(page.h * 0.42, 20)
    furniture.nuru(frame, "sleeping", figure)
    heading, page = page.cut_top(page.h * 0.32, 20)
    frame.text(words.RESTING, heading, theme.HEADING)
    for line, place in zip(lines, page.rows(len(lines), 8), strict=True):
        frame.text(line, place, STAFF)

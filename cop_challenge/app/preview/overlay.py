"""What lies over the lesson: what is wrong with it, and where, above a line that says what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cop_challenge.app.preview import words
from cop_challenge.core.text import Text
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box

STRIP = 60.0
"""Units of the line at the bottom."""
SHARE = 0.45
"""Of the screen's height that problems may cover."""
STATE = theme.TextStyle("body", 26, theme.CREAM, least=18)
VERDICT = STATE.with_(family="title")
LINE = theme.TextStyle("body", 26, theme.INK, least=18)
PLACE = LINE.with_(family="strong", colour=theme.TRY_AGAIN)
ADVICE = LINE.with_(family="strong", colour=theme.COUNTER)
LONGEST = 260
"""Characters of a sentence that are shown."""


@dataclass(frozen=True)
class State:
    """What the author is told."""

    shown: str
    """File, moment, language, letters, track."""
    problems: tuple[Problem, ...] = ()
    """Those of the entry on screen first."""
    old: bool = False
    """The lesson on screen is an earlier one."""
    hidden: bool = False
    """Only the line at the bottom."""
    keys: bool = True
    """Say which keys there are."""


def draw(frame: Frame, state: State) -> None:
    """Over everything that is in the frame."""
    layout = tuple(frame.problems)
    count = len(state.problems) + len(layout)
    strip = Box(0, frame.box.h - STRIP, frame.box.w, STRIP)
    frame.slab("panel-night", strip)
    inner = strip.inset(28, 8)
    verdict, rest = inner.cut_left(min(260, inner.w * 0.25), 16)
    words_ = words.WRONG.fill(count=count) if count else words.FINE
    colour = theme.TRY_ON_DARK if count else theme.GOOD_ON_DARK
    frame.text(words_, verdict, VERDICT.with_(colour=colour))
    frame.text(state.shown, rest, STATE)
    if not state.hidden:
        _panel(frame, state, layout)
    # What lies below is the lesson's; what could not be fitted here is not its mistake.
    frame.problems[:] = layout


def _panel(frame: Frame, state: State, layout: Sequence[str]) -> None:
    width = frame.box.w - 2 * theme.MARGIN
    parts: list[tuple[Text | str, theme.TextStyle]] = []
    if state.old:
        parts.append((words.KEPT, ADVICE))
    for problem in state.problems:
        place = f"{problem.file.name}:{problem.line}" if problem.line else problem.file.name
        style = PLACE if problem.is_error else ADVICE
        parts.append((_short(f"{place} · {problem.code} {problem.message}"), style))
        parts.append((_short(problem.remedy), LINE))
    parts += [(_short(line), ADVICE) for line in layout]
    room = frame.box.h * SHARE
    fitting: list[tuple[Text | str, theme.TextStyle, float]] = []
    for number, (said, style) in enumerate(parts):
        height = frame.text_height(said, width - 72, style) + 4
        if height > room - 40 and number < len(parts):
            left = sum(1 for _, later in parts[number:] if later in (PLACE, ADVICE))
            more = words.MORE.fill(count=left)
            fitting.append((more, LINE, frame.text_height(more, width - 72, LINE)))
            break
        fitting.append((said, style, height))
        room -= height
    if state.keys and not parts:
        fitting.append((words.KEYS, LINE, frame.text_height(words.KEYS, width - 72, LINE) + 4))
    if not fitting:
        return
    tall = sum(height for _, _, height in fitting) + 48
    box = Box(theme.MARGIN, frame.box.h - STRIP - 12 - tall, width, tall)
    frame.slab("panel-paper", box)
    inner = box.inset(36, 24)
    for said, style, height in fitting:
        line, inner = inner.cut_top(height)
        frame.text(said, line, style, "top")


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST else f"{sentence[:LONGEST]}…"

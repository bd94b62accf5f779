"""Charts as SVG inside a page: bars, and intervals around a difference.

Plain rectangles and lines in the page's own colours (`currentColor` and classes), so that one drawing serves
light, dark and paper. Kinds of bars differ in pattern, every bar has its number, and what is left out is a
dashed frame: colour is never needed.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from cop_challenge.core.text import Text
from cop_challenge.day import wording
from cop_challenge.day.sentences import figure
from cop_challenge.day.tables import Table, TableRow, Unit

WIDTH = 640
"""Units of the drawing; the page scales it."""
NUMBER_ROOM = 64
"""Right of the longest bar, for its number."""
NAME, BAR, GAP = 22, 18, 12
"""Heights: a row's name, a bar, and the room before the next row."""
PATTERNS = ("solid", "striped", "dotted")
"""One for each column, in their order; classes of the page."""

Say = Callable[[Text], str]


def chart(table: Table, say: Say, *, right_to_left: bool) -> str:
    """The table as a drawing; its words and numbers are all in the table behind it, so it is one picture."""
    drawn = _intervals if table.unit is Unit.POINTS else _bars
    body, height = drawn(table, say, right_to_left)
    direction = "rtl" if right_to_left else "ltr"
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(say(table.title))}" '
        f'direction="{direction}">{body}</svg>'
    )


def _x(place: float, right_to_left: bool) -> float:
    return round(WIDTH - place if right_to_left else place, 1)


def _text(words: str, place: float, y: float, right_to_left: bool, kind: str, anchor: str = "start") -> str:
    x = _x(place, right_to_left)
    # A sign belongs before its number in every script.
    if kind == "number" and right_to_left and anchor == "start":
        anchor = "end"
    way = ' direction="ltr"' if kind == "number" else ""
    return f'<text x="{x}" y="{y}" class="{kind}" text-anchor="{anchor}"{way}>{escape(words)}</text>'


def _rect(place: float, y: float, width: float, right_to_left: bool, kind: str) -> str:
    x = _x(place + width, right_to_left) if right_to_left else round(place, 1)
    return f'<rect x="{x}" y="{y}" width="{round(width, 1)}" height="{BAR}" rx="3" class="{kind}"/>'


def _bars(table: Table, say: Say, right_to_left: bool) -> tuple[str, int]:
    parts, y = _legend(table, say, right_to_left)
    scale = (WIDTH - NUMBER_ROOM) / table.most
    for row in table.rows:
        parts.append(_text(say(row.name), 0, y + 16, right_to_left, "name"))
        y += NAME
        for pattern, cell in zip(PATTERNS, row.cells, strict=False):
            if cell is None:
                parts.append(_rect(1, y, 46, right_to_left, "left-out"))
                width = 48.0
            else:
                width = cell * scale
                parts.append(_rect(0, y, width, right_to_left, pattern))
            parts.append(_text(say(figure(cell)), width + 8, y + 14, right_to_left, "number"))
            y += BAR + 3
        y += GAP
    return "".join(parts), y


def _legend(table: Table, say: Say, right_to_left: bool) -> tuple[list[str], int]:
    if len(table.columns) < 2:
        return [], 0
    parts, y = [], 0
    for pattern, column in zip(PATTERNS, table.columns, strict=False):
        parts.append(_rect(0, y, 34, right_to_left, pattern))
        parts.append(_text(say(wording.COLUMNS[column]), 44, y + 14, right_to_left, "key"))
        y += BAR + 6
    return parts, y + GAP


def _intervals(table: Table, say: Say, right_to_left: bool) -> tuple[str, int]:
    """A dot for each difference, a line for its interval, and nought in the middle."""
    half = WIDTH / 2
    scale = (half - NUMBER_ROOM) / table.most
    parts: list[str] = []
    y = 0
    for row in table.rows:
        parts.append(_text(say(row.name), 0, y + 16, right_to_left, "name"))
        y += NAME
        parts += _interval(table, row, y + BAR / 2, scale, say, right_to_left)
        y += BAR + GAP
    nought = f'<line x1="{half}" x2="{half}" y1="0" y2="{y}" class="nought"/>'
    return nought + "".join(parts) + _text("0", half, y + 14, right_to_left, "number", "middle"), y + 20


def _interval(
    table: Table, row: TableRow, y: float, scale: float, say: Say, right_to_left: bool
) -> list[str]:
    half = WIDTH / 2
    cells = dict(zip(table.columns, row.cells, strict=True))
    low, mean, high = cells["low"], cells["difference"], cells["high"]
    if low is None or mean is None or high is None:
        return []
    left, middle, right = (_x(half + value * scale, right_to_left) for value in (low, mean, high))
    ends = "".join(
        f'<line x1="{x}" x2="{x}" y1="{y - 6}" y2="{y + 6}" class="range"/>' for x in (left, right)
    )
    line = f'<line x1="{left}" x2="{right}" y1="{y}" y2="{y}" class="range"/>'
    dot = f'<circle cx="{middle}" cy="{y}" r="6" class="solid"/>'
    number = say(figure(mean, table.unit))
    return [line, ends, dot, _text(number, half + high * scale + 12, y + 5, right_to_left, "number")]

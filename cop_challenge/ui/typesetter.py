"""Text as lines of shaped runs, and as pictures of them.

A paragraph is split into runs by direction, script and font; lines break in logical order and are
reordered one by one; each run is shaped by SDL_ttf's HarfBuzz.
"""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

import pygame

from cop_challenge.ui.bidi import base_level, levels, visual_order
from cop_challenge.ui.breaks import break_units
from cop_challenge.ui.fonts import Face, FontBook
from cop_challenge.ui.theme import FAMILIES, TextStyle

TALL_SCRIPTS = {"Arab": 1.45, "Ethi": 1.4}
"""Least line height, in ems, of scripts that reach further up and down."""

SMALLER = {"Arab": 0.94, "Ethi": 0.96, "Hani": 0.94}
"""Size beside Latin of the same style."""

CLOSE = 16
"""Pixels from the end of a line within which its width is measured as a whole."""

KEPT_SCREENS = 0.7
"""Pictures of text kept, in window sizes."""


@dataclass(frozen=True)
class Run:
    """Characters of one direction and font."""

    text: str
    face: Face
    level: int


@dataclass(frozen=True)
class Line:
    """Runs from left to right, with their widths in pixels."""

    runs: tuple[Run, ...]
    widths: tuple[int, ...]

    @property
    def width(self) -> int:
        """Pixels."""
        return sum(self.widths)


@dataclass(frozen=True)
class Setting:
    """A text set for a width: lines, and the size it came to, in pixels."""

    lines: tuple[Line, ...]
    pixels: int
    """Size of the em."""
    line_height: int
    right_to_left: bool
    overflows: bool = False
    """It is higher or wider than asked, even at the style's least size."""

    @property
    def width(self) -> int:
        """Pixels of the longest line."""
        return max((line.width for line in self.lines), default=0)

    @property
    def height(self) -> int:
        """Pixels of all lines."""
        return self.line_height * len(self.lines)


class Typesetter:
    """Sets text and keeps what it has set."""

    def __init__(self, fonts: FontBook) -> None:
        self._fonts = fonts
        self._widths: dict[tuple[str, str, int, bool], int] = {}
        self._fitted: dict[tuple[object, ...], Setting] = {}
        self._pictures: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()
        self._picture_bytes = 0
        self._most_bytes = 0
        self.missing: set[str] = set()
        """Characters no shipped font has."""

    def fit(
        self, text: str, style: TextStyle, width: int, height: int, scale: float, right_to_left: bool
    ) -> Setting:
        """The text at the largest size, from the style's down to its least, that fits the pixels.

        `scale` is pixels a logical unit; `right_to_left` is the page's direction, used where the
        text has none of its own.
        """
        key = (text, style, width, height, scale, right_to_left)
        if key not in self._fitted:
            if len(self._fitted) > 4000:
                self._fitted.clear()
            self._fitted[key] = self._fit(text, style, width, height, scale, right_to_left)
        return self._fitted[key]

    def _fit(
        self, text: str, style: TextStyle, width: int, height: int, scale: float, right_to_left: bool
    ) -> Setting:
        size = style.size
        while True:
            setting = self._set(text, style, max(6, round(size * scale)), width, right_to_left)
            fits = setting.height <= height and setting.width <= width
            if fits or size <= style.least:
                break
            size = max(style.least, size - 2)
        if style.balanced and fits and len(setting.lines) > 1:
            setting = self._balanced(text, style, setting, width, right_to_left)
        if not fits:
            setting = Setting(
                setting.lines, setting.pixels, setting.line_height, setting.right_to_left, overflows=True
            )
        return setting

    def _balanced(
        self, text: str, style: TextStyle, setting: Setting, width: int, right_to_left: bool
    ) -> Setting:
        """The same number of lines, as narrow as they can be."""
        low, high = width // 2, width
        best = setting
        while high - low > 8:
            middle = (low + high) // 2
            tried = self._set(text, style, setting.pixels, middle, right_to_left)
            if len(tried.lines) <= len(setting.lines) and tried.width <= middle:
                best, high = tried, middle
            else:
                low = middle
        return best

    def _set(self, text: str, style: TextStyle, pixels: int, width: int, right_to_left: bool) -> Setting:
        text = unicodedata.normalize("NFC", text)
        base = base_level(text, int(right_to_left))
        lines: list[Line] = []
        scripts: set[str] = set()
        for paragraph in text.split("\n"):
            runs = self._runs(paragraph, style, base)
            scripts |= {run.face.script for run in runs}
            starts = self._line_starts(paragraph, runs, pixels, width)
            for start, end in zip(starts, [*starts[1:], len(paragraph)], strict=True):
                lines.append(self._line(runs, start, end, pixels, base))
        ems = max([style.line, *(TALL_SCRIPTS.get(script, 0.0) for script in scripts)])
        return Setting(tuple(lines), pixels, round(pixels * ems), bool(base))

    def _runs(self, text: str, style: TextStyle, base: int) -> list[Run]:
        """The paragraph in logical order, cut where direction or font change."""
        family = FAMILIES[style.family]
        runs: list[Run] = []
        for char, level in zip(text, levels(text, base), strict=True):
            face = self._face(char, family, runs[-1].face if runs else None)
            if runs and runs[-1].face is face and runs[-1].level == level:
                runs[-1] = Run(runs[-1].text + char, face, level)
            else:
                runs.append(Run(char, face, level))
        return runs

    def _face(self, char: str, family: tuple[str, ...], before: Face | None) -> Face:
        # Marks, joiners, spaces and signs stay with the letters before them where they can.
        belongs = unicodedata.category(char)[0] in "MPZC" or char.isdigit()
        if before and belongs and (before.covers(char) or unicodedata.category(char)[0] in "MC"):
            return before
        face = self._fonts.face_for(char, family)
        if face is None:
            self.missing.add(char)
            face = before or self._fonts.faces[family[0]]
        return face

    def _line_starts(self, text: str, runs: list[Run], pixels: int, width: int) -> list[int]:
        """Offsets at which lines begin: as many break units on a line as fit."""
        starts, at, used = [0], 0, 0
        for unit in break_units(text) or ("",):
            advance = self._measure(runs, at, at + len(unit), pixels)
            end = at + len(unit.rstrip())
            visible = used + self._measure(runs, at, end, pixels)
            if used and width - CLOSE < visible <= width:
                # Letters that meet across pieces take another width than the pieces by themselves.
                visible = max(visible, self._measure(runs, starts[-1], end, pixels))
            if used and visible > width:
                starts.append(at)
                used = 0
            used += advance
            at += len(unit)
        return starts

    def _measure(self, runs: list[Run], start: int, end: int, pixels: int) -> int:
        return sum(self._width(run, pixels) for run in _slice(runs, start, end))

    def _width(self, run: Run, pixels: int) -> int:
        right_to_left = bool(run.level % 2)
        key = run.text, run.face.name, pixels, right_to_left
        if key not in self._widths:
            if len(self._widths) > 20_000:
                self._widths.clear()
            self._widths[key] = self._font(run, pixels).size(run.text)[0]
        return self._widths[key]

    def _font(self, run: Run, pixels: int) -> pygame.font.Font:
        size = max(6, round(pixels * SMALLER.get(run.face.script, 1.0)))
        return self._fonts.open(run.face, size, bool(run.level % 2))

    def _line(self, runs: list[Run], start: int, end: int, pixels: int, base: int) -> Line:
        parts = list(_slice(runs, start, end))
        # Spaces at the end of a line take no room (UAX #9, L1).
        while parts and not parts[-1].text.rstrip():
            parts.pop()
        if parts:
            parts[-1] = Run(parts[-1].text.rstrip(), parts[-1].face, parts[-1].level)
        ordered = visual_order([run.level for run in parts], parts)
        return Line(tuple(ordered), tuple(self._width(run, pixels) for run in ordered))

    def picture(self, setting: Setting, style: TextStyle, width: int) -> pygame.Surface:
        """The lines drawn on a clear surface of that width, aligned as the style says."""
        key = (setting, style, width)
        if key in self._pictures:
            self._pictures.move_to_end(key)
            return self._pictures[key]
        surface = self._draw(setting, style, width)
        self._pictures[key] = surface
        self._picture_bytes += _size(surface)
        while self._picture_bytes > self._most_bytes and len(self._pictures) > 1:
            self._picture_bytes -= _size(self._pictures.popitem(last=False)[1])
        return surface

    def _draw(self, setting: Setting, style: TextStyle, width: int) -> pygame.Surface:
        border = max(2, setting.pixels // 11) if style.keyline else 0
        surface = pygame.Surface((width + 2 * border, setting.height + 2 * border), pygame.SRCALPHA)
        for number, line in enumerate(setting.lines):
            spare = width - line.width
            at_right = (style.align == "end") != setting.right_to_left
            x = border + (spare // 2 if style.align == "centre" else spare if at_right else 0)
            ascent = max((self._font(run, setting.pixels).get_ascent() for run in line.runs), default=0)
            depth = max((-self._font(run, setting.pixels).get_descent() for run in line.runs), default=0)
            baseline = (
                border + number * setting.line_height + (setting.line_height - ascent - depth) // 2 + ascent
            )
            for run, run_width in zip(line.runs, line.widths, strict=True):
                if not run_width:
                    continue  # a mark of direction alone: SDL_ttf refuses to draw what has no width
                font = self._font(run, setting.pixels)
                top = baseline - font.get_ascent()
                if style.keyline:
                    font.outline = border
                    surface.blit(font.render(run.text, True, style.keyline), (x - border, top - border))
                    font.outline = 0
                surface.blit(font.render(run.text, True, style.colour), (x, top))
                x += run_width
        return surface

    def start_afresh(self, width: int, height: int) -> None:
        """For a window of that size: drops what was made for another."""
        self._widths.clear()
        self._fitted.clear()
        self._pictures.clear()
        self._picture_bytes = 0
        self._most_bytes = round(KEPT_SCREENS * width * height * 4)


def _slice(runs: list[Run], start: int, end: int) -> Iterator[Run]:
    """Runs of the characters from `start` to `end`."""
    at = 0
    for run in runs:
        first, last = max(start, at), min(end, at + len(run.text))
        if first < last:
            yield Run(run.text[first - at : last - at], run.face, run.level)
        at += len(run.text)


def _size(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * 4

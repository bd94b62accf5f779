"""Pictures: SVG through resvg at exactly the size shown, photographs scaled; kept in memory.

A missing or broken picture shows a friendly stand-in and is reported, never a crash.
"""

from __future__ import annotations

import io
import re
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import pygame

from cop_challenge.ui.theme import DAWN, DUSK, NIGHT, WATER_DAWN, WATER_DUSK, WATER_NIGHT, Colour

KEPT_SCREENS = 2.5
"""Pictures kept, in window sizes: what one screen shows, and most of what the one before it did."""

STAND_IN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    '<rect x="6" y="6" width="88" height="88" rx="22" '
    'fill="#2C4A9E" stroke="#9FBCFF" stroke-width="4"/><circle cx="50" cy="50" r="20" fill="#FFD24A"/>'
    '<circle cx="50" cy="50" r="30" fill="#FFD24A" opacity=".3"/></svg>'
)
"""A small light, for a picture that can't be shown."""

END = 66.0
"""Units at either side of a slab that hold its corners."""

_RECT = re.compile(r"<rect\b[^>]*>")
_NUMBER = {name: re.compile(rf'(?<![-\w]){name}="([\d.]+)"') for name in ("y", "width", "height")}
_VIEW_BOX = re.compile(r'viewBox="([-\d. ]+)"')


class Art:
    """Finds, draws and keeps pictures. `find` gives a picture's file, or None."""

    def __init__(self, find: Callable[[str], Path | None]) -> None:
        self._find = find
        self._kept: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()
        self._bytes = 0
        self._most_bytes = 0
        self._sources: dict[str, str] = {}
        self.problems: dict[str, str] = {}
        """What is wrong, by picture."""

    def picture(
        self, name: str, width: int, height: int, style: str = "", mirrored: bool = False
    ) -> pygame.Surface:
        """The picture as large as fits the pixels, in its own proportions.

        `style` is CSS: parts hidden by id, the colour of an icon.
        """
        key = ("picture", name, width, height, style, mirrored)
        return self._keep(key, lambda: self._picture(name, width, height, style, mirrored))

    def slab(self, name: str, width: int, height: int, scale: float, drop: float = 0) -> pygame.Surface:
        """A card, button or panel of exactly that size: every `rect` of the drawing grows with it
        (class "wide": in width only).

        `drop`: how far what has the class "face" has sunk, in the drawing's units.
        """
        key = ("slab", name, width, height, scale, drop)
        return self._keep(key, lambda: self._slab(name, width, height, scale, drop))

    def sky(self, width: int, height: int, light: float) -> pygame.Surface:
        """The bay's sky and water; `light` from 0, night, over dusk to 1, dawn."""
        key = ("sky", width, height, round(light, 2))
        return self._keep(key, lambda: _sky(width, height, light))

    def shade(self, width: int, height: int, colour: Colour, opacity: int) -> pygame.Surface:
        """One colour over everything; `opacity` to 255."""
        return self._keep(
            ("shade", width, height, colour, opacity), lambda: _shade(width, height, colour, opacity)
        )

    def start_afresh(self, width: int, height: int) -> None:
        """For a window of that size: drops what was made for another."""
        self._kept.clear()
        self._bytes = 0
        self._most_bytes = round(KEPT_SCREENS * width * height * 4)

    def _keep(self, key: tuple[object, ...], draw: Callable[[], pygame.Surface]) -> pygame.Surface:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        surface = draw()
        self._kept[key] = surface
        self._bytes += surface.get_width() * surface.get_height() * 4
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            gone = self._kept.popitem(last=False)[1]
            self._bytes -= gone.get_width() * gone.get_height() * 4
        return surface

    def _picture(self, name: str, width: int, height: int, style: str, mirrored: bool) -> pygame.Surface:
        path = self._find(name)
        surface: pygame.Surface | None = None
        if path is None:
            self.problems[name] = "there is no such picture"
        elif path.suffix.lower() == ".svg":
            surface = self._svg(name, self._source(name, path), width, height, style)
        else:
            surface = self._photograph(name, path, width, height)
        if surface is None:
            surface = self._svg("", STAND_IN, width, height, "")
            assert surface is not None
        return pygame.transform.flip(surface, True, False) if mirrored else surface

    def _svg(self, name: str, source: str, width: int, height: int, style: str) -> pygame.Surface | None:
        from resvg_py import svg_to_bytes

        try:
            box = [float(number) for number in _VIEW_BOX.search(source)[1].split()]  # type: ignore[index]
            scale = min(width / box[2], height / box[3])
            data = svg_to_bytes(
                svg_string=source,
                width=max(1, round(box[2] * scale)),
                height=max(1, round(box[3] * scale)),
                style_sheet=style or None,
                skip_system_fonts=True,
            )
            return _ready(pygame.image.load(io.BytesIO(data), "x.png"))
        except (ValueError, TypeError, ZeroDivisionError, IndexError, pygame.error) as error:
            self.problems[name] = str(error)
            return None

    def _photograph(self, name: str, path: Path, width: int, height: int) -> pygame.Surface | None:
        try:
            surface = pygame.image.load(path)
            scale = min(width / surface.get_width(), height / surface.get_height())
            size = max(1, round(surface.get_width() * scale)), max(1, round(surface.get_height() * scale))
            return _ready(pygame.transform.smoothscale(surface.convert_alpha(), size))
        except (OSError, pygame.error, ZeroDivisionError) as error:
            self.problems[name] = str(error)
            return None

    def _slab(self, name: str, width: int, height: int, scale: float, drop: float) -> pygame.Surface:
        path = self._find(f"ui/slabs/{name}.svg")
        if path is None:
            self.problems[name] = "there is no such slab"
        source = self._source(name, path) if path else STAND_IN
        # Drawn at its full height but no wider than its two ends, whose middle column is then repeated:
        # drawing, packing and unpacking a wide picture costs ten times as much. Dashes and discs
        # (class "exact") can't be widened so.
        ends = 2 * round(END * scale) + 3
        narrow = width if 'class="exact"' in source else min(width, ends)
        drawn = self._svg(name, _grown(source, narrow / scale, height / scale, drop), narrow, height, "")
        if drawn is None:
            return _shade(width, height, NIGHT[1], 255)
        return drawn if narrow == width else _widened(drawn, width, height)

    def _source(self, name: str, path: Path) -> str:
        if name not in self._sources:
            try:
                self._sources[name] = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                self.problems[name] = str(error)
                self._sources[name] = STAND_IN
        return self._sources[name]


def _grown(source: str, width: float, height: float, drop: float) -> str:
    """The drawing with every `rect` larger by as much as the whole grows to `width` × `height`."""
    found = _VIEW_BOX.search(source)
    box = [float(number) for number in found[1].split()] if found else [0.0, 0.0, 100.0, 100.0]
    more_x, more_y = width - box[2], height - box[3]

    def grown(match: re.Match[str]) -> str:
        rect = _add(match[0], "width", more_x)
        if drop and 'class="face' in rect:
            rect = _add(rect, "y", drop)
        return rect if 'wide"' in rect else _add(rect, "height", more_y)

    return _VIEW_BOX.sub(f'viewBox="0 0 {width:.3f} {height:.3f}"', _RECT.sub(grown, source), count=1)


def _widened(drawn: pygame.Surface, width: int, height: int) -> pygame.Surface:
    """The picture's left and right halves at the ends, its middle column in between."""
    half = drawn.get_width() // 2
    surface = pygame.Surface((width, drawn.get_height()), pygame.SRCALPHA)
    middle = drawn.subsurface((half, 0, 1, drawn.get_height()))
    surface.blit(pygame.transform.scale(middle, (width - 2 * half, drawn.get_height())), (half, 0))
    surface.blit(drawn, (0, 0), (0, 0, half, height))
    surface.blit(drawn, (width - half, 0), (drawn.get_width() - half, 0, half, height))
    return surface


def _add(rect: str, name: str, amount: float) -> str:
    return _NUMBER[name].sub(
        lambda match: f'{name}="{max(0.0, float(match[1]) + amount):.3f}"', rect, count=1
    )


def _ready(surface: pygame.Surface) -> pygame.Surface:
    """In the display's own format, so that drawing it is only copying."""
    return surface.convert_alpha()


def _mix(a: Colour, b: Colour, share: float) -> Colour:
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return red, green, blue


def _sky(width: int, height: int, light: float) -> pygame.Surface:
    """Three colours from the top to the horizon, and the water below it."""
    share = light * 2 if light < 0.5 else light * 2 - 1
    early, late = (NIGHT, DUSK) if light < 0.5 else (DUSK, DAWN)
    wet = (WATER_NIGHT, WATER_DUSK) if light < 0.5 else (WATER_DUSK, WATER_DAWN)
    top, middle, horizon = (_mix(a, b, share) for a, b in zip(early, late, strict=True))
    # The horizon stays dark enough for cream text; its full colour comes with the painted bay.
    horizon = _mix(middle, horizon, 0.55)
    water = _mix(*wet, share)
    surface = pygame.Surface((width, height)).convert()
    line = round(height * 0.72)
    for y in range(height):
        if y < line:
            at = y / line
            tone = _mix(top, middle, at * 2) if at < 0.5 else _mix(middle, horizon, at * 2 - 1)
        else:
            tone = _mix(_mix(horizon, water, 0.55), water, (y - line) / max(1, height - line))
        surface.fill(tone, (0, y, width, 1))
    return surface


def _shade(width: int, height: int, colour: Colour, opacity: int) -> pygame.Surface:
    surface = pygame.Surface((width, height), pygame.SRCALPHA).convert_alpha()
    surface.fill((*colour, opacity))
    return surface

"""Pictures: SVG through resvg at exactly the size shown, photographs scaled; kept in memory.

A missing or broken picture shows a friendly stand-in and is reported, never a crash.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pygame

from cop_challenge.ui.look import PLAIN, Look
from cop_challenge.ui.painter import Painter
from cop_challenge.ui.puppet import gestured
from cop_challenge.ui.raster import Drawing, Raster, draw
from cop_challenge.ui.scenery import Sheet, stacked
from cop_challenge.ui.shelf import NO_SHELF, Shelf
from cop_challenge.ui.sky import plain_sky
from cop_challenge.ui.slab import END, grown, widened
from cop_challenge.ui.theme import NIGHT

LARGE = 10_000
"""Pixels from which on a picture is drawn beside the game; smaller ones take a millisecond or two."""

KEPT_BYTES = 16 * 1024 * 1024
"""Pictures kept at the least, however small the window."""

KEPT_SCREENS = 2.5
"""Pictures kept, in window sizes: what one screen shows, and most of what the one before it did."""

STAND_IN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    '<rect x="6" y="6" width="88" height="88" rx="22" '
    'fill="#2C4A9E" stroke="#9FBCFF" stroke-width="4"/><circle cx="50" cy="50" r="20" fill="#FFD24A"/>'
    '<circle cx="50" cy="50" r="30" fill="#FFD24A" opacity=".3"/></svg>'
)
"""A small light, for a picture that can't be shown."""

INTERFACE = ("ui/badges/", "ui/icons/", "ui/chat", "ui/phone")
"""Drawings that carry meaning by contrast; pictures of things keep their colours."""

KEPT_PLANES = 9
"""Three scenes: the bay before and after a lantern was lit, and the lessons' own."""


class Plane(NamedTuple):
    """Part of a scene, without its empty borders."""

    surface: pygame.Surface
    x: int
    y: int
    """Pixels from the scene's corner."""


_Place = tuple[tuple[Sheet, ...], int, int]
"""What a plane is stacked of, and its size in pixels."""


class Art:
    """Finds, draws and keeps pictures. `find` gives a picture's file, or None.

    What was drawn once lies on the `shelf`. Scenes as large as the window are only ever drawn by the
    `painter`, beside the game; small pictures are drawn at once when it has not come to them yet.
    """

    def __init__(
        self,
        find: Callable[[str], Path | None],
        shelf: Shelf = NO_SHELF,
        painter: Painter | None = None,
        *,
        patient: bool = False,
    ) -> None:
        """`patient`: draw scenes at once, for pictures that nobody waits for."""
        self._search = find
        self._found: dict[str, Path | None] = {}
        self._patient = patient
        self._shelf = shelf
        self._painter = painter
        self._kept: OrderedDict[tuple[object, ...], pygame.Surface] = OrderedDict()
        self._bytes = 0
        self._most_bytes = 0
        self._planes: OrderedDict[_Place, Plane] = OrderedDict()
        self._coming: dict[str, _Place] = {}
        """Planes that are being drawn, by their drawing's key."""
        self._ready: set[tuple[str, int, int, str]] = set()
        """Figures whose gestures are known to lie on the shelf."""
        self._spent = False
        """A large picture has been drawn for this frame already."""
        self.unfinished = False
        """Pictures were left out of the frame: another one should be composed soon."""
        self._handed: dict[str, Raster] = {}
        """Pictures that have come from the painter and have not been asked for since."""
        self._undrawable: set[str] = set()
        """Pictures the painter could not draw: drawing them here says why."""
        self._hopeless: set[_Place] = set()
        """Planes that can't be drawn; nobody asks for them again."""
        self._stacked: dict[tuple[Sheet, ...], str] = {}
        self._sources: dict[str, str] = {}
        self._wishes: list[Drawing] | None = None
        """While set, pictures are noted here instead of being drawn."""
        self.problems: dict[str, str] = {}
        """What is wrong, by picture."""

    def _find(self, name: str) -> Path | None:
        if name not in self._found:
            self._found[name] = self._search(name)
        return self._found[name]

    def search_anew(self) -> None:
        """Pictures may be elsewhere now: lessons have been loaded."""
        self._found.clear()

    def wish_for(self, compose: Callable[[], object]) -> None:
        """Have everything that `compose` would show drawn ahead, beside the game."""
        if self._painter is None:
            return
        self._wishes = []
        try:
            compose()
            self._painter.wish(self._wishes)
        finally:
            self._wishes = None

    def arrived(self) -> bool:
        """Take in one picture that has been drawn meanwhile, if there is one; whether there was."""
        come = self._painter.fetched() if self._painter else None
        if come is None:
            return False
        key, raster = come
        place = self._coming.pop(key, None)
        if place and raster:
            self._keep_plane(place, raster)
        elif place:
            self._hopeless.add(place)
            self.problems[place[0][0].name] = "the scene can't be drawn"
        elif raster:
            self._handed[key] = raster
        else:
            self._undrawable.add(key)
        return True

    @property
    def waiting(self) -> bool:
        """Whether planes are still being drawn."""
        return bool(self._coming)

    def plane(self, sheets: tuple[Sheet, ...], width: int, height: int) -> Plane | None:
        """A plane of a scene at that size, or None as long as it is being drawn."""
        place = sheets, width, height
        if self._wishes is None and (known := self._planes.get(place)):
            self._planes.move_to_end(place)
            return known
        drawing = Drawing(self._stack(sheets), width, height)
        if self._wishes is not None:
            self._wishes.append(drawing)
        elif self._patient:
            return self._keep_plane(place, self._drawn(drawing))
        elif self._painter and place not in self._hopeless and drawing.key not in self._coming:
            self._coming[drawing.key] = place
            self._painter.wish([drawing], fetch=True)
        return None

    def flattened(
        self, stacks: Sequence[tuple[Sheet, ...]], width: int, height: int, size: tuple[int, int]
    ) -> pygame.Surface | None:
        """A scene at rest as one opaque picture of the window, or None if it has not been drawn.

        `width`, `height`: the window's; `size`: the scene's, which is a little larger.
        """
        drawn = [self.plane(sheets, *size) for sheets in stacks]
        if drawn[0] is None:
            return None

        def compose() -> pygame.Surface:
            surface = pygame.Surface((width, height)).convert()
            for plane in drawn:
                if plane:
                    left, top = round((width - size[0]) / 2), (height - size[1]) // 2
                    surface.blit(plane.surface, (left + plane.x, top + plane.y))
            return surface

        return self._keep(("flat", tuple(stacks), width, height), compose)

    def _keep_plane(self, place: _Place, raster: Raster) -> Plane:
        opaque = place[0][0].name.endswith("sky")
        surface = raster.part(opaque=opaque)
        if not opaque:
            # Mostly empty: run lengths take half the memory and a third of the time to draw.
            surface.set_alpha(255, pygame.RLEACCEL)
        plane = Plane(surface, raster.x, raster.y)
        self._planes[place] = plane
        while len(self._planes) > KEPT_PLANES:
            self._planes.popitem(last=False)
        return plane

    def _stack(self, sheets: tuple[Sheet, ...]) -> str:
        if sheets not in self._stacked:
            self._stacked[sheets] = stacked(sheets, self._named)
        return self._stacked[sheets]

    def _named(self, name: str) -> str:
        path = self._find(name)
        if path is None:
            self.problems[name] = "there is no such picture"
            return ""
        return self._source(name, path)

    def picture(
        self,
        name: str,
        width: int,
        height: int,
        style: str = "",
        mirrored: bool = False,
        gesture: str = "",
        look: Look = PLAIN,
    ) -> pygame.Surface:
        """The picture as large as fits the pixels, in its own proportions.

        `style` is CSS: parts hidden by id, the colour of an icon; `gesture` one of puppet.GESTURES.
        """
        high = look.high and name.startswith(INTERFACE)
        key = ("picture", name, width, height, style, mirrored, gesture, high)
        restyle = look.drawing if high else _as_it_is
        if width * height >= LARGE and key not in self._kept:
            path = self._find(name)
            if path and path.suffix.lower() == ".svg":
                source = restyle(self._source(name, path))
                source = gestured(source, gesture) if gesture else source
                if self._beside(Drawing(source, width, height, style)):
                    return _blank()
        return self._keep(key, lambda: self._picture(name, width, height, style, mirrored, gesture, restyle))

    def begin_frame(self) -> None:
        """A picture of the screen is going to be composed: one large drawing may be made for it here."""
        self._spent = False
        self.unfinished = False

    def _beside(self, drawing: Drawing) -> bool:
        """Whether the picture is left to the painter or to a later frame, so that no frame waits for many.

        One a frame is drawn here at once: two processes are quicker than one, and a busy machine may
        not let the other one draw at all.
        """
        painter = self._painter
        if painter is None or not painter.able or self._patient or self._wishes is not None:
            return False
        key = drawing.key
        if key in self._handed or key in self._undrawable or self._shelf.has(key):
            return False
        if not self._spent:
            self._spent = True
            return False
        self.unfinished = True
        painter.wish([drawing], fetch=True)
        return True

    def at_hand(self, name: str, width: int, height: int, gesture: str) -> bool:
        """Whether the figure can make the gesture without being drawn first; if not, it is drawn beside."""
        path = self._find(name)
        if path is None or self._painter is None:
            return False
        place = name, width, height, gesture
        if place not in self._ready:
            drawing = Drawing(gestured(self._source(name, path), gesture), width, height)
            if not self._shelf.has(drawing.key):
                self._painter.wish([drawing])
                return False
            self._ready.add(place)
        return True

    def slab(
        self, name: str, width: int, height: int, scale: float, drop: float = 0, look: Look = PLAIN
    ) -> pygame.Surface:
        """A card, button or panel of exactly that size: every `rect` of the drawing grows with it
        (class "wide": in width only).

        `drop`: how far what has the class "face" has sunk, in the drawing's units.
        """
        key = ("slab", name, width, height, scale, drop, look.high)
        return self._keep(key, lambda: self._slab(name, width, height, scale, drop, look))

    def stretched(self, surface: pygame.Surface, across: float, down: float) -> pygame.Surface:
        """The same surface wider or taller, for a moment of a movement."""
        size = max(1, round(surface.get_width() * across)), max(1, round(surface.get_height() * down))
        # Not smoothed: it is on its way, and costs a tenth so.
        return self._keep(("stretched", surface, *size), lambda: pygame.transform.scale(surface, size))

    def sky(self, width: int, height: int, light: float) -> pygame.Surface:
        """The bay's sky and water; `light` from 0, night, over dusk to 1, dawn."""
        if self._wishes is not None:
            return _blank()
        key = ("sky", width, height, round(light, 2))
        return self._keep(key, lambda: plain_sky(width, height, light))

    def start_afresh(self, width: int, height: int) -> None:
        """For a window of that size: drops what was made for another."""
        self._kept.clear()
        self._planes.clear()
        self._coming.clear()
        self._ready.clear()
        self._handed.clear()
        self._bytes = 0
        self._most_bytes = max(KEPT_BYTES, round(KEPT_SCREENS * width * height * 4))

    def _keep(self, key: tuple[object, ...], paint: Callable[[], pygame.Surface]) -> pygame.Surface:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        surface = paint()
        if self._wishes is not None:
            return surface
        self._kept[key] = surface
        self._bytes += surface.get_width() * surface.get_height() * 4
        while self._bytes > self._most_bytes and len(self._kept) > 1:
            gone = self._kept.popitem(last=False)[1]
            self._bytes -= gone.get_width() * gone.get_height() * 4
        return surface

    def _picture(
        self,
        name: str,
        width: int,
        height: int,
        style: str,
        mirrored: bool,
        gesture: str,
        restyle: Callable[[str], str],
    ) -> pygame.Surface:
        path = self._find(name)
        surface: pygame.Surface | None = None
        if path is None:
            self.problems[name] = "there is no such picture"
        elif path.suffix.lower() == ".svg":
            source = restyle(self._source(name, path))
            surface = self._svg(name, gestured(source, gesture) if gesture else source, width, height, style)
        else:
            surface = self._photograph(name, path, width, height)
        if surface is None:
            surface = self._svg("", STAND_IN, width, height, "")
            assert surface is not None
        return pygame.transform.flip(surface, True, False) if mirrored else surface

    def _svg(self, name: str, source: str, width: int, height: int, style: str) -> pygame.Surface | None:
        drawing = Drawing(source, width, height, style)
        if self._wishes is not None:
            self._wishes.append(drawing)
            return _blank()
        try:
            return self._drawn(drawing).surface()
        except ValueError as error:
            self.problems[name] = str(error)
            return None

    def _drawn(self, drawing: Drawing) -> Raster:
        """From the shelf, or drawn now; ValueError if it can't be."""
        raster = self._handed.pop(drawing.key, None) or self._shelf.get(drawing.key)
        if raster is None:
            raster = draw(drawing)
            self._shelf.put(drawing.key, raster)
        return raster

    def _photograph(self, name: str, path: Path, width: int, height: int) -> pygame.Surface | None:
        try:
            surface = pygame.image.load(path)
            scale = min(width / surface.get_width(), height / surface.get_height())
            size = max(1, round(surface.get_width() * scale)), max(1, round(surface.get_height() * scale))
            return _ready(pygame.transform.smoothscale(surface.convert_alpha(), size))
        except (OSError, pygame.error, ZeroDivisionError) as error:
            self.problems[name] = str(error)
            return None

    def _slab(
        self, name: str, width: int, height: int, scale: float, drop: float, look: Look
    ) -> pygame.Surface:
        path = self._find(f"ui/slabs/{name}.svg")
        if path is None:
            self.problems[name] = "there is no such slab"
        source = look.drawing(self._source(name, path)) if path else STAND_IN
        # Drawn at its full height but no wider than its two ends, whose middle column is then repeated:
        # drawing, packing and unpacking a wide picture costs ten times as much. Dashes and discs
        # (class "exact") can't be widened so.
        ends = 2 * round(END * scale) + 3
        narrow = width if 'class="exact"' in source else min(width, ends)
        drawn = self._svg(name, grown(source, narrow / scale, height / scale, drop), narrow, height, "")
        if drawn is None:
            drawn = pygame.Surface((width, height)).convert()
            drawn.fill(NIGHT[1])
            return drawn
        if narrow == width or self._wishes is not None:
            return drawn
        return widened(drawn, width)

    def _source(self, name: str, path: Path) -> str:
        if name not in self._sources:
            try:
                self._sources[name] = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                self.problems[name] = str(error)
                self._sources[name] = STAND_IN
        return self._sources[name]


def _as_it_is(source: str) -> str:
    return source


def _blank() -> pygame.Surface:
    """Stands for a picture that is only wished for."""
    return pygame.Surface((1, 1), pygame.SRCALPHA)


def _ready(surface: pygame.Surface) -> pygame.Surface:
    """In the display's own format, so that drawing it is only copying."""
    return surface.convert_alpha()

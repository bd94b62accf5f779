"""A picture as pixels: drawn from SVG once, kept packed, unpacked without holding up a frame."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zlib
from dataclasses import dataclass

import pygame

FORMAT = b"LBR1"
"""Changes when packed pictures of an older game must not be read."""

_HEAD = struct.Struct("<4s6H")
_VIEW_BOX = re.compile(r'viewBox="([-\d. ]+)"')


@dataclass(frozen=True, slots=True)
class Drawing:
    """What makes one picture: the same drawing always gives the same pixels."""

    source: str
    """SVG markup."""
    width: int
    height: int
    """Pixels it may fill; it keeps its own proportions."""
    style: str = ""
    """CSS: parts hidden by id, the colour of an icon."""

    @property
    def key(self) -> str:
        """Name by content and size."""
        words = "\x1f".join((FORMAT.decode(), self.source, str(self.width), str(self.height), self.style))
        return hashlib.sha256(words.encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class Raster:
    """Pixels of a picture: only the part that is not empty."""

    width: int
    height: int
    """Of the whole picture."""
    x: int
    y: int
    w: int
    h: int
    """The part that is kept."""
    pixels: bytes
    """RGBA, `w` × `h`."""

    def part(self, *, opaque: bool = False) -> pygame.Surface:
        """Only what is not empty, in the display's own format, so that drawing it is only copying."""
        part = pygame.image.frombuffer(self.pixels, (self.w, self.h), "RGBA")
        return part.convert() if opaque else part.convert_alpha()

    def surface(self) -> pygame.Surface:
        """The whole picture."""
        part = self.part()
        if (self.w, self.h) == (self.width, self.height):
            return part
        whole = pygame.Surface((self.width, self.height), pygame.SRCALPHA).convert_alpha()
        whole.blit(part, (self.x, self.y), special_flags=pygame.BLEND_RGBA_ADD)
        return whole

    def pack(self) -> bytes:
        """For the disk."""
        head = _HEAD.pack(FORMAT, self.width, self.height, self.x, self.y, self.w, self.h)
        return head + zlib.compress(self.pixels, 1)


def unpack(data: bytes) -> Raster:
    """What `pack` made; ValueError if it is anything else."""
    try:
        mark, *numbers = _HEAD.unpack_from(data)
        pixels = zlib.decompress(data[_HEAD.size :])
    except (struct.error, zlib.error) as error:
        raise ValueError(f"no packed picture: {error}") from None
    width, height, x, y, w, h = numbers
    raster = Raster(width, height, x, y, w, h, pixels)
    if mark != FORMAT or len(pixels) != raster.w * raster.h * 4:
        raise ValueError("no packed picture of this version")
    return raster


def draw(drawing: Drawing) -> Raster:
    """Rasterises the drawing; ValueError if it can't be drawn."""
    from resvg_py import svg_to_bytes

    found = _VIEW_BOX.search(drawing.source)
    if not found:
        raise ValueError("the drawing has no viewBox")
    try:
        _, _, width, height = map(float, found[1].split())
        scale = min(drawing.width / width, drawing.height / height)
        data = svg_to_bytes(
            svg_string=drawing.source,
            width=max(1, round(width * scale)),
            height=max(1, round(height * scale)),
            style_sheet=drawing.style or None,
            skip_system_fonts=True,
        )
        surface = pygame.image.load(io.BytesIO(data), "drawn.png")
    except (TypeError, ZeroDivisionError, OverflowError, pygame.error) as error:
        raise ValueError(str(error)) from None
    part = surface.get_bounding_rect()
    if not part.w:
        part = pygame.Rect(0, 0, 1, 1)
    pixels = pygame.image.tobytes(surface.subsurface(part), "RGBA")
    return Raster(*surface.get_size(), part.x, part.y, part.w, part.h, pixels)

"""How many pixels a PNG, JPEG or WebP has, from its head: nothing is decoded."""

from __future__ import annotations

import struct

MAX_PIXELS = 16_000_000
"""Width times height: 64 MB once it is decoded."""
MAX_SIDE = 8192
"""Pixels of width or height."""
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
"""Markers of JPEG that carry height and width (ITU-T T.81, table B.1)."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length."""


class NotARaster(ValueError):
    """The data is none of these, or breaks off."""


class TwoInOne(ValueError):
    """The picture has ended, and something follows."""


def pixels(data: bytes) -> tuple[int, int]:
    """Width and height in pixels. NotARaster, or TwoInOne."""
    try:
        if data.startswith(PNG):
            return _png(data)
        if data.startswith(JPEG):
            return _jpeg(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except (struct.error, IndexError):
        raise NotARaster("it breaks off") from None
    raise NotARaster("it is no picture")


def _png(data: bytes) -> tuple[int, int]:
    """https://www.w3.org/TR/png-3/#5Chunk-layout."""
    length, kind, width, height = struct.unpack_from(">I4sII", data, 8)
    if kind != b"IHDR" or length != 13:
        raise NotARaster("its head is missing")
    at = 8
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        at += length + 12
    if at > len(data):
        raise NotARaster("it breaks off")
    if at < len(data):
        raise TwoInOne
    return width, height


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # any number of these may stand before a marker
            at += 1
            continue
        if marker in _ALONE:
            at += 2
            continue
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        (length,) = struct.unpack_from(">H", data, at + 2)
        at += 2 + max(2, length)
    raise NotARaster("its size is missing")


def _webp(data: bytes) -> tuple[int, int]:
    """https://developers.google.com/speed/webp/docs/riff_container."""
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 > len(data):
        raise NotARaster("it breaks off")
    if length + 8 + length % 2 < len(data):
        raise TwoInOne
    match data[12:16]:
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", data, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            return (
                int.from_bytes(data[24:27], "little") + 1,
                int.from_bytes(data[27:30], "little") + 1,
            )
    raise NotARaster("its size is missing")

"""Whether every shipped font is there and whole."""

from __future__ import annotations

import json
import struct
import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

from cop_challenge.app.doctor.finding import Finding, good, mend

HEAD, RECORD = 12, 16
"""Bytes of a font's head, and of an entry in its table of tables (OpenType, “Table Directory”)."""
ADJUSTMENT = slice(8, 12)
"""Bytes of the table `head` that count as nought: they hold a sum of the whole file."""


def fonts(folder: Path) -> Iterator[Finding]:
    """Those that `fonts.json` names."""
    try:
        names = [entry["name"] for entry in json.loads((folder / "fonts.json").read_text(encoding="utf-8"))]
    except (OSError, ValueError, LookupError, TypeError) as error:
        yield mend("Fonts", f"{folder / 'fonts.json'}: can't be read ({error}).", "Install the game anew.")
        return
    wrong = [f"{name}.ttf {problem}" for name in names if (problem := damage(folder / f"{name}.ttf"))]
    if wrong:
        yield mend("Fonts", f"{', '.join(wrong)}.", "Install the game anew.")
    else:
        yield good("Fonts", f"all {len(names)} are there and whole.")


def damage(path: Path) -> str:
    """What is wrong with a font file, or nothing; its tables carry sums of their own."""
    try:
        data = path.read_bytes()
    except OSError:
        return "is missing"
    try:
        (count,) = struct.unpack_from(">H", data, 4)
        for number in range(count):
            tag, told, start, length = struct.unpack_from(">4sIII", data, HEAD + RECORD * number)
            table = bytearray(data[start : start + length])
            if tag == b"head":
                table[ADJUSTMENT] = b"\0\0\0\0"
            if len(table) < length or _sum(table) != told:
                return "is damaged"
    except (struct.error, ValueError):
        return "is damaged"
    return "" if count else "is damaged"


def _sum(table: bytearray) -> int:
    """Of its big-endian 32-bit words, filled up with noughts."""
    words = array("I", bytes(table) + b"\0" * (-len(table) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF

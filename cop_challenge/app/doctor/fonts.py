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
ADJUSTMENT = 8
"""Where in the table `head` the font keeps `WHOLE` less the sum of all its words, itself as nought."""
WHOLE = 0xB1B0AFBA


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
    """What is wrong with a font file, or nothing: every font carries a sum of itself."""
    try:
        data = bytearray(path.read_bytes())
    except OSError:
        return "is missing"
    try:
        (count,) = struct.unpack_from(">H", data, 4)
        tables = (struct.unpack_from(">4sIII", data, HEAD + RECORD * number) for number in range(count))
        at = next(start for tag, _, start, _ in tables if tag == b"head") + ADJUSTMENT
        (told,) = struct.unpack_from(">I", data, at)
    except (struct.error, StopIteration):
        return "is damaged"
    data[at : at + 4] = b"\0\0\0\0"
    return "" if (WHOLE - _sum(data)) & 0xFFFFFFFF == told else "is damaged"


def _sum(data: bytearray) -> int:
    """Of its big-endian 32-bit words, filled up with noughts."""
    words = array("I", bytes(data) + b"\0" * (-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words)

"""The shipped fonts: which covers a character, opened at a size only when it is needed."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pygame


@dataclass(frozen=True)
class Face:
    """One font file."""

    name: str
    script: str
    """ISO 15924 tag the shaper is told; without it Arabic letters do not join."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """Covered code points, as sorted inclusive ranges."""

    def covers(self, char: str) -> bool:
        """Whether the font has a picture for the character."""
        code = ord(char)
        index = bisect_right(self.starts, code) - 1
        return index >= 0 and code <= self.ends[index]


MOST_OPEN = 96
"""Fonts kept open: each holds a file and the pictures of its letters. A page needs about twenty sizes."""


class FontBook:
    """Fonts of a folder with its `fonts.json`, made by scripts/cut_fonts.py."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: OrderedDict[tuple[str, int, bool], pygame.font.Font] = OrderedDict()
        self._chosen: dict[tuple[tuple[str, ...], str], Face | None] = {}

    @cached_property
    def faces(self) -> dict[str, Face]:
        """All fonts by name."""
        table = json.loads((self._folder / "fonts.json").read_text(encoding="utf-8"))
        return {
            entry["name"]: Face(
                entry["name"],
                entry["script"],
                tuple(first for first, _ in entry["covers"]),
                tuple(last for _, last in entry["covers"]),
            )
            for entry in table
        }

    def face_for(self, char: str, family: tuple[str, ...]) -> Face | None:
        """The family's first font that covers the character; None if no font does."""
        key = family, char
        if key not in self._chosen:
            faces = (self.faces[name] for name in family)
            self._chosen[key] = next((face for face in faces if face.covers(char)), None)
        return self._chosen[key]

    def open(self, face: Face, pixels: int, right_to_left: bool) -> pygame.font.Font:
        """The font at a size in pixels, set up to shape its script in that direction."""
        key = face.name, pixels, right_to_left
        if key not in self._open:
            if not pygame.font.get_init():
                pygame.font.init()
            font = pygame.font.Font(self._folder / f"{face.name}.ttf", pixels)
            if face.script != "Latn" or right_to_left:
                font.set_script(face.script)
                font.set_direction(pygame.DIRECTION_RTL if right_to_left else pygame.DIRECTION_LTR)
            self._open[key] = font
            if len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
        self._open.move_to_end(key)
        return self._open[key]

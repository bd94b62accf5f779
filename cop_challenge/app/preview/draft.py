"""A lesson file that is being written: what can be shown of it now, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cop_challenge.activities import registry
from cop_challenge.activities.lesson import Lesson
from cop_challenge.app.wiring import Places, today
from cop_challenge.core.activity import Activity
from cop_challenge.core.track import Character, Track
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.library import Library
from cop_challenge.lessons.pack import Inherited, pack_of
from cop_challenge.lessons.pack_loader import load_pack

Stamp = tuple[int, int] | None
"""When a file was written, in nanoseconds, and its bytes; None: it is not there."""

_ID = re.compile(r"^( *)((?:- +)*)\{?id: *[\"']?([\w-]+)")
_NAME = re.compile(r"^( *)([\w-]+): *(?:#.*)?$")
_LINE = re.compile(r"^( *)((?:- +)*)")


@dataclass(frozen=True)
class Draft:
    """One look at the file."""

    lesson: Lesson | None = None
    """As far as it could be mended; None: not even that."""
    problems: tuple[Problem, ...] = ()
    """Errors first."""
    tracks: Mapping[str, Track] = field(default_factory=dict)
    characters: Mapping[str, Character] = field(default_factory=dict)
    language: str = ""
    """Code of what it is written in."""

    @property
    def in_order(self) -> bool:
        """Whether the station would play it."""
        return self.lesson is not None and not any(problem.is_error for problem in self.problems)

    def play(self, lesson: str, seed: int) -> Activity:
        """A new activity of the lesson."""
        assert self.lesson is not None
        return registry.play(self.lesson, seed, self.characters)


class DraftFile:
    """The file, in its pack, with the built-in content below it."""

    def __init__(self, path: Path, places: Places) -> None:
        """Reads the built-in content, once."""
        self.path = path.absolute()
        self.root = pack_of(path)
        self._content, self._assets = places.content, places.assets
        below = load_pack(places.content, Inherited(places.assets, today=today()))
        self._inherited = replace(Inherited.of(below, places.assets, today()), lessons={}, measures={})
        self._seen: Stamp = None

    def stamp(self) -> Stamp:
        """What tells one state of the file from another."""
        try:
            status = self.path.stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def changed(self) -> bool:
        """Whether it is another one than at the last look; a file being saved is empty for a moment."""
        now = self.stamp()
        return now is not None and now != self._seen and now[1] > 0

    def look(self) -> Draft:
        """What it says now."""
        self._seen = self.stamp()
        pack = load_pack(self.root, self._inherited, self.path, advice=True, mended=True)
        problems = sorted(pack.problems, key=lambda problem: (not problem.is_error, problem))
        lesson = next(iter(pack.lessons.values()), None)
        return Draft(lesson, tuple(problems), pack.tracks, pack.characters, pack.language)

    def library(self, draft: Draft) -> Library:
        """A library with this lesson alone, and its pack's pictures before the game's."""
        lessons = {draft.lesson.id: draft.lesson} if draft.lesson else {}
        roots = (self.root, self._content, self._assets)
        origins = {id: draft.language for id in lessons if draft.language != "en"}
        return Library(draft.tracks, draft.characters, lessons, {}, (), roots, origins=origins)

    def names_around(self, line: int) -> tuple[str, ...]:
        """Ids and names of the entries in which a line stands, the innermost first."""
        try:
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return ()
        return tuple(_names(lines[:line]))


def _names(lines: list[str]) -> Iterator[str]:
    """Upwards from the last line, by indentation."""
    level: int | None = None
    for line in reversed(lines):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.match(line)
        assert found
        hyphen, column = len(found[1]), len(found[0])
        if level is not None and column > level:
            continue
        if said := _ID.match(line):
            yield said[3]
        elif (name := _NAME.match(line)) and (level is None or column < level):
            yield name[2]
        level = hyphen - 1 if found[2] else column

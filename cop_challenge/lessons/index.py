"""What is known of packs that were read before, so that ten thousand lessons need not be read at every start.

Of each pack its lessons' cards and problems are kept, with a digest of everything they depend on: the
lesson files, which pictures there are, the tracks and characters, and the rules themselves. A file's
size and time of change stand for its content as long as they are the same and not younger than the look
at it; after that its content decides, so that a stick that comes back with other times is known again.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from cop_challenge.activities.fields import Surroundings
from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.track import Track
from cop_challenge.i18n.copies import keep
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.loader import load_lesson
from cop_challenge.lessons.pack import LESSONS
from cop_challenge.lessons.pictures import PICTURE_TYPES
from cop_challenge.lessons.shelf import KEPT, Edition, Kept, Shelf, Volume
from cop_challenge.lessons.source import inside

MOST_COPIES = 200
"""Packs that are remembered."""
LESSON_TYPES = (".yaml", ".yml")
_FIRST = f"{LESSONS}/"
_PICTURE_TYPES = tuple(PICTURE_TYPES)
RACE = 3 * 10**9
"""Nanoseconds. A file changed later than this before the look may be changed again without its time telling:
FAT counts in steps of two seconds."""


@dataclass(frozen=True)
class Context:
    """What a pack's lessons depend on besides their files."""

    root: Path
    tracks: Mapping[str, Track]
    around: Surroundings
    assets: Path

    def digest(self) -> str:
        """Of all of it, and of the rules that look at it."""
        characters = sorted(self.around.characters or ())
        said = (_rules(), self.around.language, characters, dict(self.tracks), _pictures(self.assets))
        return _digest(repr(said).encode())


@dataclass(frozen=True)
class Known:
    """What stands in a pack's lesson files."""

    lessons: Mapping[str, Lesson]
    homes: Mapping[str, Path]
    """The file of each."""
    problems: tuple[Problem, ...]
    files: int
    """How many there are."""


@dataclass(frozen=True)
class _Copy:
    context: str
    stamp: str
    """Of sizes and times; empty: not to be relied on."""
    content: str
    cards: tuple[LessonCard, ...]
    homes: tuple[str, ...]
    """Of each lesson, from the pack's folder."""
    problems: tuple[Problem, ...]
    """Their files as seen from the pack's folder."""
    files: int


_COPY = TypeAdapter(_Copy)


class Index:
    """Copies in a folder; what is wrong with one of them only means that its pack is read once more."""

    def __init__(self, folder: Path, kept: int = KEPT) -> None:
        """`kept`: how many lessons stay in memory once they are read."""
        self._folder = folder
        self._kept = Kept(kept)

    def find(self, context: Context) -> Known | None:
        """What is known of the pack as it is now."""
        path = self._path(context.root)
        try:
            copy = _COPY.validate_json(path.read_bytes())
            files = _Files.of(context.root)
        except (OSError, ValidationError):
            return None
        if copy.context != context.digest() or files.odd:
            return None
        if copy.stamp != files.stamp():
            if copy.content != files.content():
                return None
            self._write(path, replace(copy, stamp=files.trusted_stamp()))
        return _known(copy, context, self._kept)

    def keep(self, context: Context, known: Known) -> Known:
        """The same, from now on known; its lessons are read when they are asked for.

        A pack with links in it is not kept: what they lead to may change unseen.
        """
        try:
            files = _Files.of(context.root)
            content = files.content()
        except OSError:
            return known
        if files.odd:
            return known
        root = context.root
        copy = _Copy(
            context.digest(),
            files.trusted_stamp(),
            content,
            tuple(lesson.card() for lesson in known.lessons.values()),
            tuple(known.homes[id].relative_to(root).as_posix() for id in known.lessons),
            tuple(replace(problem, file=problem.file.relative_to(root)) for problem in known.problems),
            known.files,
        )
        self._write(self._path(root), copy)
        kept = _known(copy, context, self._kept)
        Shelf.of(kept.lessons).remember(known.lessons)
        return kept

    def _path(self, root: Path) -> Path:
        name = _digest(os.fsencode(root.absolute()))[:32]
        return self._folder / f"{name}.json"

    def _write(self, path: Path, copy: _Copy) -> None:
        keep(path, _COPY.dump_json(copy, exclude_defaults=True), MOST_COPIES)


@dataclass(frozen=True)
class _Files:
    """What can be told of a pack's files without reading them."""

    root: Path
    lessons: tuple[tuple[str, int, int], ...]
    """Path from the pack's folder, bytes, and nanoseconds of its last change, in order."""
    pictures: tuple[str, ...]
    odd: bool
    """There are links among them."""

    @classmethod
    def of(cls, root: Path) -> _Files:
        """Of the pack in this folder; OSError if it can't be looked at."""
        lessons, pictures, odd = [], [], root.is_symlink()
        for name, entry in _all_files(root):
            odd = odd or entry.is_symlink()
            ending = name[-5:].lower()
            if name.startswith(_FIRST) and ending.endswith(LESSON_TYPES):
                status = entry.stat()
                lessons.append((name, status.st_size, status.st_mtime_ns))
            elif ending.endswith(_PICTURE_TYPES):
                pictures.append(name)
        return cls(root, tuple(sorted(lessons)), tuple(sorted(pictures)), odd)

    def stamp(self) -> str:
        """Of names, sizes and times."""
        return _digest(repr((self.lessons, self.pictures)).encode())

    def trusted_stamp(self) -> str:
        """The same, or "" where a file may be changed again without its time telling."""
        newest = max((changed for _, _, changed in self.lessons), default=0)
        return "" if newest > time.time_ns() - RACE else self.stamp()

    def content(self) -> str:
        """Of the lesson files' content and the pictures' names; OSError if one can't be read."""
        found = ((name, _digest((self.root / name).read_bytes())) for name, _, _ in self.lessons)
        return _digest(repr((tuple(found), self.pictures)).encode())


def _all_files(folder: str | Path, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Files below the folder with their paths from it, links as they are: none is followed.

    Plain strings: of ten thousand files, making paths takes longer than asking for their times.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _all_files(entry.path, f"{above}{entry.name}/")
            else:
                yield f"{above}{entry.name}", entry


def _known(copy: _Copy, context: Context, kept: Kept) -> Known:
    edition = Edition(partial(_read, context), _digest(f"{copy.context} {copy.content}".encode()), kept)
    volumes = (Volume(card, None, edition, home) for card, home in zip(copy.cards, copy.homes, strict=True))
    root = context.root
    return Known(
        Shelf({volume.card.id: volume for volume in volumes}),
        {},
        tuple(replace(problem, file=root / problem.file) for problem in copy.problems),
        copy.files,
    )


def _read(context: Context, home: str) -> Lesson | None:
    path = context.root / home
    if not inside(context.root, path):
        return None
    lesson, _ = load_lesson(path, context.tracks, context.around)
    return lesson


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


@cache
def _pictures(assets: Path) -> str:
    return _digest(repr(_Files.of(assets).pictures).encode())


@cache
def _rules() -> str:
    """What tells one release of the rules from another, also while they are being written."""
    package = Path(__file__).parent.parent
    folders: Iterable[str] = ("activities", "core", "lessons")
    files = (entry for folder in folders for _, entry in _all_files(package / folder))
    stats = ((entry.path, entry.stat()) for entry in files if entry.name.endswith((".py", ".txt")))
    found = sorted((path, status.st_size, status.st_mtime_ns) for path, status in stats)
    return _digest(repr(found).encode())

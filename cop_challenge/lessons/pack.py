"""A pack: a folder of lessons, tracks, characters and pictures by one publisher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Annotated, TypeVar

from pydantic import Field

from cop_challenge.activities.fields import Id, Picture, Surroundings, Title
from cop_challenge.activities.lesson import Entry, Lesson, repeated_ids
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character, Reading, Track
from cop_challenge.lessons import language
from cop_challenge.lessons.diagnostics import Complaint, Problem
from cop_challenge.lessons.loader import Found, load_lesson, validated
from cop_challenge.lessons.source import Refused, inside, read

OWN_FILES = ("tracks.yaml", "characters.yaml")
"""What a pack may say of itself; read with every look at it."""
PICTURE_TYPES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
MAX_LESSONS = 2000
_M = TypeVar("_M", bound=Entry)


class _Reading(Entry):
    mean: Annotated[float, Field(ge=1, le=100)] | None = None
    longest: Annotated[int, Field(ge=1, le=100)] | None = None
    grade: Annotated[float, Field(ge=0, le=20)] | None = None


class _TrackEntry(Entry):
    id: Id
    name: Title
    ages: Title
    mood: str
    picture: Picture
    limits: Mapping[str, Annotated[int, Field(ge=1, le=500)]]
    pictured: bool = False
    spoken: bool = False
    reading: _Reading = _Reading()


class _Tracks(Entry):
    tracks: Annotated[tuple[_TrackEntry, ...], Field(min_length=1)]


class _CharacterEntry(Entry):
    id: Id
    name: Title
    picture: Picture


class _Characters(Entry):
    characters: tuple[_CharacterEntry, ...]


@dataclass(frozen=True)
class Pack:
    """What a folder holds, and what is wrong with it."""

    root: Path
    tracks: Mapping[str, Track]
    characters: Mapping[str, Character]
    lessons: Mapping[str, Lesson]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Inherited:
    """What a pack may use without bringing it: the built-in content's, and the game's assets."""

    assets: Path
    tracks: Mapping[str, Track] = field(default_factory=dict)
    characters: Mapping[str, Character] = field(default_factory=dict)


def is_pack(folder: Path) -> bool:
    """Whether the folder looks like a pack."""
    return (folder / "lessons").is_dir() or (folder / "characters.yaml").is_file()


def pack_of(file: Path) -> Path:
    """The pack a file belongs to: the nearest folder above that is one, else the file's own folder."""
    file = file.absolute()
    return next((folder for folder in file.parents if is_pack(folder)), file.parent)


def find_picture(name: str, roots: tuple[Path, ...]) -> Path | None:
    """The picture's file in the first root that has it."""
    for root in roots:
        path = root / name
        if _is_file(path) and inside(root, path):
            return path
    return None


def picture_problem(name: str, roots: tuple[Path, ...]) -> str:
    """The rule a picture's path breaks, or ""."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\x00" in name:
        return "outside-pack"
    if path.suffix.lower() not in PICTURE_TYPES:
        return "picture-type"
    if find_picture(name, roots):
        return ""
    leads_out = any(_is_file(root / name) for root in roots)
    return "outside-pack" if leads_out else "missing-picture"


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # before Python 3.14: a name too long for the system to look for
        return False


def load_pack(root: Path, inherited: Inherited, only: Path | None = None, *, advice: bool = False) -> Pack:
    """The pack in folder `root`. A broken file leaves its problems and everything else.

    `only`: look at this one file instead of all lessons. `advice`: say also what could be said better.
    """
    roots = (root, inherited.assets)
    around = Surroundings(picture_problem=lambda name: picture_problem(name, roots))
    problems: list[Problem] = []

    def shown(picture: str) -> str:
        """A refused picture is drawn as the stand-in, never from where it leads to."""
        return "" if picture_problem(picture, roots) else picture

    tracks = dict(inherited.tracks)
    tracks_file = _optional(root / "tracks.yaml", root, _Tracks, around, problems, "tracks")
    if tracks_file:
        tracks |= {entry.id: _track(entry, shown(entry.picture)) for entry in tracks_file.tracks}
    characters = dict(inherited.characters)
    characters_file = _optional(root / "characters.yaml", root, _Characters, around, problems, "characters")
    if characters_file:
        characters |= {
            entry.id: Character(
                entry.id, Text(entry.name.source, f"character.{entry.id}"), shown(entry.picture)
            )
            for entry in characters_file.characters
        }

    around = Surroundings(characters=frozenset(characters), picture_problem=around.picture_problem)
    lessons: dict[str, Lesson] = {}
    homes: dict[str, Path] = {}
    files = [only] if only else list(_lesson_files(root))
    if only in [root / name for name in OWN_FILES]:
        files = []  # read above
    for path in files:
        if not inside(root, path):
            problems.append(Complaint("outside-pack", {"found": path.name}).at(path))
            continue
        lesson, found = load_lesson(path, tracks, around, advice=advice)
        problems += found
        if lesson is None:
            continue
        if lesson.id in lessons:
            other = homes[lesson.id].relative_to(root).as_posix()
            problems.append(Complaint("repeated-lesson", {"found": lesson.id, "other": other}).at(path))
            continue
        lessons[lesson.id], homes[lesson.id] = lesson, path
    if not files and not only:
        problems.append(Complaint("no-lessons").at(root))
    return Pack(root, tracks, characters, lessons, tuple(problems))


def _lesson_files(root: Path) -> Iterator[Path]:
    """Lesson files in a fixed order, so that every machine plays the same."""
    folder = root / "lessons"
    found = sorted((*folder.rglob("*.yaml"), *folder.rglob("*.yml")))
    yield from found[:MAX_LESSONS]


def _optional(
    path: Path, root: Path, model: type[_M], around: Surroundings, problems: list[Problem], entries: str
) -> _M | None:
    if not path.is_file() and not path.is_symlink():
        return None
    if not inside(root, path):
        problems.append(Complaint("outside-pack", {"found": path.name}).at(path))
        return None
    try:
        node, repeated = read(path)
    except Refused as refused:
        problems += refused.problems
        return None
    found = Found(path, node)
    loaded, _ = validated(model, node.plain(), around, found)
    if loaded:
        for finding in repeated_ids(getattr(loaded, entries), (entries,)):
            found.add(finding.rule, finding.path, **finding.values)
        for finding in language.errors(loaded):
            found.add(finding.rule, finding.path, **finding.values)
    problems += repeated + found.problems
    return loaded


def _track(entry: _TrackEntry, picture: str) -> Track:
    key = f"track.{entry.id}"
    return Track(
        id=entry.id,
        name=Text(entry.name.source, f"{key}.name"),
        ages=Text(entry.ages.source, f"{key}.ages"),
        mood=entry.mood,
        picture=picture,
        limits=dict(entry.limits),
        pictured=entry.pictured,
        spoken=entry.spoken,
        reading=Reading(entry.reading.mean, entry.reading.longest, entry.reading.grade),
    )

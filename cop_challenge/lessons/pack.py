"""A pack: a folder of lessons, tracks, characters and pictures by one publisher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import Annotated, TypeVar

from pydantic import Field

from cop_challenge.activities.fields import Id, Picture, Surroundings, Title
from cop_challenge.activities.lesson import Entry, Finding, Lesson, repeated_ids
from cop_challenge.core.helpline import Helpline, Service
from cop_challenge.core.measure import Measure
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.spot import SpotMessages
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character, Length, Reading, Track
from cop_challenge.lessons import helplines, language, spot
from cop_challenge.lessons.about import FILE as ABOUT
from cop_challenge.lessons.about import NOTHING_SAID, About
from cop_challenge.lessons.diagnostics import RULES, Complaint, Problem
from cop_challenge.lessons.loader import load_lesson
from cop_challenge.lessons.measure import built, load_measure
from cop_challenge.lessons.overlay import Beneath, check_overlay
from cop_challenge.lessons.own_file import mended_own_file
from cop_challenge.lessons.source import inside
from cop_challenge.lessons.targets import Targets

TRACKS = "tracks.yaml"
OWN_FILES = (ABOUT, TRACKS, "characters.yaml", spot.FILE)
"""What a pack may say of itself; read with every look at it."""
OWN_FOLDERS = ("lessons", "measure", helplines.FOLDER)
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
    services: tuple[Service, ...] = (Service.HELPLINE,)
    targets: Targets | None = None
    reading: _Reading = _Reading()


class _Length(Entry):
    share: Annotated[float, Field(ge=0.2, le=5)]
    characters: bool = False


class _Tracks(Entry):
    tracks: Annotated[tuple[_TrackEntry, ...], Field(min_length=1)]
    lengths: Mapping[str, _Length] = {}
    """By code of a language other than English."""


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
    homes: Mapping[str, Path] = field(default_factory=dict)
    """The file of each lesson."""
    targets: Mapping[str, Targets] = field(default_factory=dict)
    """What this pack's own tracks are to hold, as far as they say so."""
    whole: bool = False
    """Every lesson file it has could be read, and there is one at least."""
    measures: Mapping[str, Measure] = field(default_factory=dict)
    """By track: what measures one sitting."""
    helplines: Mapping[str, Helpline] = field(default_factory=dict)
    """Of this pack only, by file name."""
    spot_messages: SpotMessages = field(default_factory=dict)
    """With those inherited."""
    about: About = NOTHING_SAID
    problems: tuple[Problem, ...] = ()

    @property
    def language(self) -> str:
        """Code of the language its texts are written in."""
        return self.about.language


@dataclass(frozen=True)
class Inherited:
    """What a pack may use without bringing it: the built-in content's, and the game's assets."""

    assets: Path
    tracks: Mapping[str, Track] = field(default_factory=dict)
    characters: Mapping[str, Character] = field(default_factory=dict)
    cards: tuple[LessonCard, ...] = ()
    spot_messages: SpotMessages = field(default_factory=dict)
    today: date | None = None
    """After which nothing can have been verified; None: not known here."""
    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    """What `pack.yaml` may hide, put in order and say differently."""
    measures: Mapping[str, Measure] = field(default_factory=dict)

    @classmethod
    def of(cls, pack: Pack, assets: Path, today: date | None = None) -> Inherited:
        """What lies in this pack, for one laid over it."""
        cards = tuple(lesson.card() for lesson in pack.lessons.values())
        return cls(
            assets,
            pack.tracks,
            pack.characters,
            cards,
            pack.spot_messages,
            today,
            pack.lessons,
            pack.measures,
        )


def is_pack(folder: Path) -> bool:
    """Whether the folder looks like a pack."""
    return any((folder / name).is_dir() for name in OWN_FOLDERS) or any(
        (folder / name).is_file() for name in (ABOUT, "characters.yaml", spot.FILE)
    )


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
    # Asked of the files once for each picture, however many lessons show it.
    around = Surroundings(picture_problem=cache(lambda name: picture_problem(name, roots)))
    problems: list[Problem] = []

    def shown(picture: str) -> str:
        """A refused picture is drawn as the stand-in, never from where it leads to."""
        return "" if picture_problem(picture, roots) else picture

    about, found = _optional(root / ABOUT, root, About, around, beneath=_beneath(root, inherited))
    problems += found
    about = about or NOTHING_SAID
    around = replace(around, language=about.language)
    tracks = dict(inherited.tracks)
    tracks_file, found = _optional(root / TRACKS, root, _Tracks, around, "tracks")
    problems += found
    tracks_known = not found
    if tracks_file:
        lengths = {code: Length(each.share, each.characters) for code, each in tracks_file.lengths.items()}
        tracks |= {entry.id: _track(entry, shown(entry.picture), lengths) for entry in tracks_file.tracks}
    # What was guessed to go on in a broken file is nobody's promise, and has no line to point at.
    promised = tracks_file.tracks if tracks_file and not problems else ()
    targets = {entry.id: entry.targets for entry in promised if entry.targets}
    characters = dict(inherited.characters)
    characters_file, found = _optional(root / "characters.yaml", root, _Characters, around, "characters")
    problems += found
    if characters_file:
        characters |= {
            entry.id: Character(
                entry.id, Text(entry.name.source, f"character.{entry.id}"), shown(entry.picture)
            )
            for entry in characters_file.characters
        }

    of_help = only is not None and only.parent == root / helplines.FOLDER
    known = helplines.Known(tracks, inherited.today)
    lines: dict[str, Helpline] = {}
    if of_help or not only:
        lines, found = helplines.load_helplines(root, known, only)
        problems += found
    messages, found = spot.load_spot_messages(root, spot.Below(tracks, inherited.spot_messages))
    problems += found

    around = replace(around, characters=frozenset(characters))
    lessons: dict[str, Lesson] = {}
    homes: dict[str, Path] = {}
    files = [only] if only else list(_lesson_files(root))
    if of_help or only in [root / name for name in OWN_FILES]:
        files = []  # read above
    if only and only.parent == root / "measure":
        files = []
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
    if not files and not only and not _helps(root):
        problems.append(Complaint("no-lessons").at(root))

    cards = {card.id: card for card in inherited.cards} | {
        lesson.id: lesson.card() for lesson in lessons.values()
    }
    measures: dict[str, Measure] = {}
    for path in sorted((root / "measure").glob("*.yaml")):
        if only and path != only:
            continue
        if not inside(root, path):
            problems.append(Complaint("outside-pack", {"found": path.name}).at(path))
            continue
        file, found = load_measure(path, tracks, around, cards.values())
        problems += found
        if file:
            measures[file.track] = built(file, characters)
    if not tracks_known:
        # Which tracks there are can't be told: that is said once, and not again in every file.
        problems = [problem for problem in problems if problem.code != RULES["unknown-track"].code]
    return Pack(
        root,
        tracks,
        characters,
        lessons,
        homes=homes,
        targets=targets,
        whole=not only and 0 < len(files) == len(lessons),
        measures=measures,
        helplines=lines,
        spot_messages=messages,
        about=about,
        problems=tuple(problems),
    )


def _helps(root: Path) -> bool:
    """A country's helplines, or a wall of messages, are a pack without a lesson, too."""
    return (root / helplines.FOLDER).is_dir() or (root / spot.FILE).is_file()


def _lesson_files(root: Path) -> Iterator[Path]:
    """Lesson files in a fixed order, so that every machine plays the same."""
    folder = root / "lessons"
    found = sorted((*folder.rglob("*.yaml"), *folder.rglob("*.yml")))
    yield from found[:MAX_LESSONS]


def _beneath(root: Path, inherited: Inherited) -> Beneath:
    """What the pack's overlay may name; a file of questions of its own takes its track's place."""
    return Beneath(
        own={path.stem for path in _lesson_files(root)},
        lessons=inherited.lessons,
        measures={
            track: measure
            for track, measure in inherited.measures.items()
            if not (root / "measure" / f"{track}.yaml").is_file()
        },
        tracks=inherited.tracks,
        others=(inherited.characters, inherited.spot_messages),
    )


def _optional(
    path: Path,
    root: Path,
    model: type[_M],
    around: Surroundings,
    entries: str = "",
    beneath: Beneath | None = None,
) -> tuple[_M | None, list[Problem]]:
    """A file that a pack need not have, mended as far as can be: lessons rest on it."""
    if not path.is_file() and not path.is_symlink():
        return None, []
    return mended_own_file(path, root, model, partial(_check, entries, beneath), around)


def _check(entries: str, beneath: Beneath | None, file: Entry) -> Iterator[Finding]:
    if isinstance(file, About) and beneath:
        yield from check_overlay(beneath, file)
    if entries:
        yield from repeated_ids(getattr(file, entries), (entries,))
    yield from language.errors(file)


def _track(entry: _TrackEntry, picture: str, lengths: Mapping[str, Length]) -> Track:
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
        services=entry.services,
        reading=Reading(entry.reading.mean, entry.reading.longest, entry.reading.grade),
        lengths=lengths,
    )

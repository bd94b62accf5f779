"""One folder → one pack, and every problem in it at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from cop_challenge.activities.fields import Surroundings
from cop_challenge.activities.lesson import Entry, Finding, Lesson, repeated_ids
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.measure import Measure
from cop_challenge.core.planner import LessonCard
from cop_challenge.lessons import helplines, language, spot
from cop_challenge.lessons.about import FILE as ABOUT
from cop_challenge.lessons.about import NOTHING_SAID, About
from cop_challenge.lessons.diagnostics import RULES, Complaint, Problem
from cop_challenge.lessons.index import Context, Index, Known
from cop_challenge.lessons.loader import load_lesson, mended_lesson
from cop_challenge.lessons.measure import built, load_measure
from cop_challenge.lessons.overlay import Beneath, check_overlay
from cop_challenge.lessons.own_file import mended_own_file
from cop_challenge.lessons.pack import LESSONS, MEASURE, OWN_FILES, Inherited, Pack
from cop_challenge.lessons.pictures import picture_problem
from cop_challenge.lessons.shelf import cards
from cop_challenge.lessons.source import inside
from cop_challenge.lessons.tables import CHARACTERS, TRACKS, CharactersFile, TracksFile

MAX_LESSONS = 2000
_M = TypeVar("_M", bound=Entry)


def load_pack(
    root: Path,
    inherited: Inherited,
    only: Path | None = None,
    *,
    advice: bool = False,
    mended: bool = False,
    index: Index | None = None,
) -> Pack:
    """The pack in folder `root`. A broken file leaves its problems and everything else.

    `only`: look at this one file instead of all lessons. `advice`: say also what could be said better.
    `mended`: take lessons with errors, too, as far as they could be mended: to be looked at, not played.
    `index`: what it knows is not read again; lessons are read when they are asked for.
    """
    return _Loading(root, inherited, only, advice, mended).pack(index)


@dataclass
class _Loading:
    root: Path
    inherited: Inherited
    only: Path | None
    advice: bool
    mended: bool
    problems: list[Problem] = field(default_factory=list)

    def pack(self, index: Index | None) -> Pack:
        """All of it. Own files come first: lessons rest on them."""
        root, inherited = self.root, self.inherited
        # Asked of the files once for each picture, however many lessons show it.
        around = Surroundings(picture_problem=cache(lambda name: picture_problem(name, self._roots)))
        about = self._own(ABOUT, About, around, beneath=lambda: _beneath(root, inherited)) or NOTHING_SAID
        around = replace(around, language=about.language)
        tracks_file = self._own(TRACKS, TracksFile, around, "tracks")
        tracks_known = not any(problem.file.name == TRACKS for problem in self.problems)
        # What was guessed to go on in a broken file is nobody's promise, and has no line to point at.
        promised = tracks_file.tracks if tracks_file and not self.problems else ()
        tracks = {**inherited.tracks, **(tracks_file.built(self._shown) if tracks_file else {})}
        characters_file = self._own(CHARACTERS, CharactersFile, around, "characters")
        own_characters = characters_file.built(self._shown) if characters_file else {}
        characters = {**inherited.characters, **own_characters}
        lines = self._helplines(helplines.Known(tracks, inherited.today))
        messages, found = spot.load_spot_messages(root, spot.Below(tracks, inherited.spot_messages))
        self.problems += found

        around = replace(around, characters=frozenset(characters))
        context = Context(root, tracks, around, inherited.assets)
        known = index.find(context) if index and not self.only else None
        if known is None:
            known = self._lessons(context)
            if index and not self.only:
                known = index.keep(context, known)
        self.problems += known.problems
        if not known.files and not self.only and not _helps(root):
            self.problems.append(Complaint("no-lessons").at(root))

        measures: dict[str, Measure] = {}
        for path in self._measure_files():
            file, found = load_measure(path, tracks, around, self._cards(known.lessons))
            self.problems += found
            if file:
                measures[file.track] = built(file, characters)
        if not tracks_known:
            # Which tracks there are can't be told: that is said once, and not again in every file.
            unknown = RULES["unknown-track"].code
            self.problems = [problem for problem in self.problems if problem.code != unknown]
        return Pack(
            root,
            tracks,
            characters,
            known.lessons,
            homes=known.homes,
            targets={entry.id: entry.targets for entry in promised if entry.targets},
            whole=not self.only and 0 < known.files == len(known.lessons),
            measures=measures,
            helplines=lines,
            spot_messages=messages,
            about=about,
            problems=tuple(self.problems),
        )

    @property
    def _roots(self) -> tuple[Path, ...]:
        return self.root, self.inherited.assets

    def _shown(self, picture: str) -> str:
        """A refused picture is drawn as the stand-in, never from where it leads to."""
        return "" if picture_problem(picture, self._roots) else picture

    def _own(
        self,
        name: str,
        model: type[_M],
        around: Surroundings,
        entries: str = "",
        beneath: Callable[[], Beneath] | None = None,
    ) -> _M | None:
        """A file that a pack need not have, mended as far as can be."""
        path = self.root / name
        if not path.is_file() and not path.is_symlink():
            return None
        check = partial(_check, entries, beneath)
        loaded, found = mended_own_file(path, self.root, model, check, around)
        self.problems += found
        return loaded

    @property
    def _of_help(self) -> bool:
        return self.only is not None and self.only.parent == self.root / helplines.FOLDER

    def _helplines(self, known: helplines.Known) -> dict[str, Helpline]:
        if self.only and not self._of_help:
            return {}
        lines, found = helplines.load_helplines(self.root, known, self.only)
        self.problems += found
        return lines

    def _lesson_files(self) -> list[Path]:
        if not self.only:
            return lesson_files(self.root)
        elsewhere = self._of_help or self.only.parent == self.root / MEASURE
        return [] if elsewhere or self.only in [self.root / name for name in OWN_FILES] else [self.only]

    def _lessons(self, context: Context) -> Known:
        load: Callable[..., tuple[Lesson | None, list[Problem]]] = (
            mended_lesson if self.mended else load_lesson
        )
        lessons: dict[str, Lesson] = {}
        homes: dict[str, Path] = {}
        problems: list[Problem] = []
        files = self._lesson_files()
        for path in files:
            if not inside(self.root, path):
                problems.append(Complaint("outside-pack", {"found": path.name}).at(path))
                continue
            lesson, found = load(path, context.tracks, context.around, advice=self.advice)
            problems += found
            if lesson is None:
                continue
            if lesson.id in lessons:
                other = homes[lesson.id].relative_to(self.root).as_posix()
                problems.append(Complaint("repeated-lesson", {"found": lesson.id, "other": other}).at(path))
                continue
            lessons[lesson.id], homes[lesson.id] = lesson, path
        return Known(lessons, homes, tuple(problems), len(files))

    def _cards(self, lessons: Mapping[str, Lesson]) -> Collection[LessonCard]:
        """Also of what lies below, unless a lesson of the pack takes its place."""
        return {card.id: card for card in (*cards(self.inherited.lessons), *cards(lessons))}.values()

    def _measure_files(self) -> Iterator[Path]:
        for path in sorted((self.root / MEASURE).glob("*.yaml")):
            if self.only and path != self.only:
                continue
            if inside(self.root, path):
                yield path
            else:
                self.problems.append(Complaint("outside-pack", {"found": path.name}).at(path))


def _helps(root: Path) -> bool:
    """A country's helplines, or a wall of messages, are a pack without a lesson, too."""
    return (root / helplines.FOLDER).is_dir() or (root / spot.FILE).is_file()


def lesson_files(root: Path) -> list[Path]:
    """A pack's lesson files in a fixed order, so that every machine plays the same."""
    folder = root / LESSONS
    return sorted((*folder.rglob("*.yaml"), *folder.rglob("*.yml")))[:MAX_LESSONS]


def _beneath(root: Path, inherited: Inherited) -> Beneath:
    """What the pack's overlay may name; a file of questions of its own takes its track's place."""
    return Beneath(
        own={path.stem for path in lesson_files(root)},
        lessons=inherited.lessons,
        measures={
            track: measure
            for track, measure in inherited.measures.items()
            if not (root / MEASURE / f"{track}.yaml").is_file()
        },
        tracks=inherited.tracks,
        others=(inherited.characters, inherited.spot_messages),
    )


def _check(entries: str, beneath: Callable[[], Beneath] | None, file: Entry) -> Iterator[Finding]:
    if isinstance(file, About) and beneath and (file.hide or file.order or file.texts):
        yield from check_overlay(beneath(), file)
    if entries:
        yield from repeated_ids(getattr(file, entries), (entries,))
    yield from language.errors(file)

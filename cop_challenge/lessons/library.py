"""All lessons of a station: the built-in content and the packs laid over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cop_challenge.activities import registry
from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.activity import Activity
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.measure import Measure
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.spot import SpotMessages
from cop_challenge.core.track import Character, Track
from cop_challenge.i18n.locale import SOURCE_LANGUAGE
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.pack import Inherited, find_picture, load_pack


@dataclass(frozen=True)
class Library:
    """Everything that can be played, and what could not be read."""

    tracks: Mapping[str, Track]
    characters: Mapping[str, Character]
    lessons: Mapping[str, Lesson]
    measures: Mapping[str, Measure]
    """By track: what measures one sitting; a later pack's replaces an earlier one's."""
    problems: tuple[Problem, ...]
    picture_roots: tuple[Path, ...]
    """Folders to look for a picture in, the latest pack first."""
    helplines: Mapping[str, Helpline] = field(default_factory=dict)
    """Of every country, old and new: `core.helpline.current` says which may be shown."""
    spot_messages: SpotMessages = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    """Languages of lessons that were not written in English, by lesson."""

    @property
    def cards(self) -> tuple[LessonCard, ...]:
        """A card for each lesson."""
        return tuple(lesson.card() for lesson in self.lessons.values())

    def find_picture(self, name: str) -> Path | None:
        """The picture's file; never one outside the packs and the game's assets."""
        return find_picture(name, self.picture_roots)

    def open_lesson(self, lesson: str, seed: int) -> Activity:
        """A new activity of the lesson."""
        return registry.play(self.lessons[lesson], seed, self.characters)


def load_library(
    content: Path, assets: Path, packs: Sequence[Path] = (), today: date | None = None
) -> Library:
    """The built-in content with `packs` over it: a later lesson of the same id replaces an earlier one.

    A broken lesson is left out and reported in `problems`; the rest plays on.
    """
    inherited = Inherited(assets, today=today)
    lessons: dict[str, Lesson] = {}
    measures: dict[str, Measure] = {}
    helplines: dict[str, Helpline] = {}
    problems: list[Problem] = []
    origins: dict[str, str] = {}
    for root in (content, *packs):
        pack = load_pack(root, inherited)
        lessons |= pack.lessons
        origins |= dict.fromkeys(pack.lessons, pack.language)
        measures |= pack.measures
        helplines |= pack.helplines
        cards = tuple(lesson.card() for lesson in lessons.values())
        inherited = Inherited(assets, pack.tracks, pack.characters, cards, pack.spot_messages, today)
        problems += pack.problems
    roots = (*reversed(packs), content, assets)
    return Library(
        inherited.tracks,
        inherited.characters,
        lessons,
        measures,
        tuple(problems),
        roots,
        helplines,
        inherited.spot_messages,
        {lesson: code for lesson, code in origins.items() if code != SOURCE_LANGUAGE},
    )

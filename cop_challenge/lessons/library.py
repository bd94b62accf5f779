"""All lessons of a station: the built-in content and the packs laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from cop_challenge.activities import registry
from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.activity import Activity
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.measure import Measure
from cop_challenge.core.partner import Partner
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.spot import SpotMessages
from cop_challenge.core.track import Character, Track
from cop_challenge.i18n.locale import SOURCE_LANGUAGE
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.overlay import lost_topics, reworded, told
from cop_challenge.lessons.pack import Inherited, Pack, find_picture, load_pack


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
    """Languages of what was not written in English, by lesson or by key of a single text."""
    first: tuple[str, ...] = ()
    """Lessons that packs put first, in their order."""
    partners: tuple[Partner, ...] = ()
    """Publishers of packs, each once, the latest first."""

    @property
    def cards(self) -> tuple[LessonCard, ...]:
        """A card for each lesson."""
        places = {lesson: place for place, lesson in enumerate(self.first)}
        cards = (lesson.card() for lesson in self.lessons.values())
        return tuple(replace(card, place=places.get(card.id)) for card in cards)

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

    A pack may also hide, put first and say differently what lies below it (`lessons.about`).
    A broken lesson is left out and reported in `problems`; the rest plays on.
    """
    inherited = Inherited(assets, today=today)
    lessons: dict[str, Lesson] = {}
    helplines: dict[str, Helpline] = {}
    problems: list[Problem] = []
    origins: dict[str, str] = {}
    order: list[str] = []
    partners: dict[str, Partner] = {}
    for root in (content, *packs):
        pack = load_pack(root, inherited)
        over = laid_over(pack, inherited)
        lessons = {**over.lessons, **pack.lessons}
        origins = {key: code for key, code in origins.items() if key.partition(".")[0] not in pack.lessons}
        origins |= dict.fromkeys((*pack.lessons, *_own_keys(pack, inherited)), pack.language)
        helplines |= pack.helplines
        order = [*pack.about.order, *(lesson for lesson in order if lesson not in pack.about.order)]
        whole = replace(over, lessons=lessons, measures={**over.measures, **pack.measures})
        inherited = Inherited.of(whole, assets, today)
        problems += pack.problems
        if name := pack.about.publisher:
            partners = {name: Partner(name, _logo(pack, packs)), **partners}
    lessons = {id: lessons[id] for id in (*order, *lessons) if id in lessons}
    first = tuple(lesson for lesson in order if lesson in lessons)
    roots = (*reversed(packs), content, assets)
    return Library(
        inherited.tracks,
        inherited.characters,
        lessons,
        inherited.measures,
        tuple(problems),
        roots,
        helplines,
        inherited.spot_messages,
        {key: code for key, code in origins.items() if code != _around(key, origins)},
        first,
        tuple(partners.values()),
    )


def _around(key: str, origins: Mapping[str, str]) -> str:
    """The language something is in while nothing else is said of it: a text's is its lesson's."""
    lesson, dot, _ = key.partition(".")
    return origins.get(lesson, SOURCE_LANGUAGE) if dot else SOURCE_LANGUAGE


def _own_keys(pack: Pack, inherited: Inherited) -> Iterator[str]:
    """Keys of what the pack says outside its lessons: rewords below it, names, writes on walls."""
    yield from pack.about.texts
    for own, below in (
        (pack.characters, inherited.characters),
        (pack.tracks, inherited.tracks),
        (pack.spot_messages, inherited.spot_messages),
    ):
        known = set(told(below))
        yield from (text.key for text in told(own) if text not in known)


def _logo(pack: Pack, packs: Sequence[Path]) -> str:
    """The pack's logo, unless a later pack has another picture of that name: it would be shown instead."""
    logo = pack.about.logo
    later = packs[packs.index(pack.root) + 1 :] if pack.root in packs else ()
    return "" if any(find_picture(logo, (root,)) for root in later) else logo


def laid_over(pack: Pack, inherited: Inherited) -> Pack:
    """The pack with what lies below it: as it hides and rewords that."""
    about = pack.about
    lost = {track for track, _ in lost_topics(about.hide, inherited.measures)}
    lessons = {id: lesson for id, lesson in inherited.lessons.items() if id not in about.hide}
    measures = {track: measure for track, measure in inherited.measures.items() if track not in lost}
    if about.texts:
        named = {key.partition(".")[0] for key in about.texts}
        lessons |= {id: reworded(lessons[id], about.texts) for id in named & lessons.keys()}
        measures = dict(reworded(measures, about.texts))
    return replace(
        pack,
        lessons=lessons,
        measures=measures,
        tracks=reworded(pack.tracks, about.texts),
        characters=reworded(pack.characters, about.texts),
        spot_messages=reworded(pack.spot_messages, about.texts),
    )

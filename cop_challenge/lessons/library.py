"""All lessons of a station: the built-in content and the packs laid over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from cop_challenge.activities import registry
from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.activity import Activity, LessonGone
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.measure import Measure
from cop_challenge.core.partner import Partner
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.spot import SpotMessages
from cop_challenge.core.track import Character, Track
from cop_challenge.i18n.locale import SOURCE_LANGUAGE
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.index import Index
from cop_challenge.lessons.overlay import lost_topics, reworded, told
from cop_challenge.lessons.pack import Inherited, Pack
from cop_challenge.lessons.pack_loader import load_pack
from cop_challenge.lessons.pictures import find_picture
from cop_challenge.lessons.shelf import Shelf, cards

GONE = (
    "{lesson}: its file was there at the start and can't be played any more. If it came from a stick, plug "
    "that in again; then start the game anew."
)


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
    gone: dict[str, str] = field(default_factory=dict)
    """For staff: lessons that were there at the start and could not be opened later."""

    @cached_property
    def cards(self) -> tuple[LessonCard, ...]:
        """A card for each lesson."""
        places = {lesson: place for place, lesson in enumerate(self.first)}
        every = cards(self.lessons)
        return tuple(replace(card, place=places[card.id]) if card.id in places else card for card in every)

    def find_picture(self, name: str) -> Path | None:
        """The picture's file; never one outside the packs and the game's assets."""
        return find_picture(name, self.picture_roots)

    def open_lesson(self, lesson: str, seed: int) -> Activity:
        """A new activity of the lesson. Raises LessonGone if its file can't be played any more."""
        try:
            told = self.lessons[lesson]
        except LessonGone:
            self.gone[lesson] = GONE.format(lesson=lesson)
            raise
        return registry.play(told, seed, self.characters)


def load_library(
    content: Path,
    assets: Path,
    packs: Sequence[Path] = (),
    today: date | None = None,
    index: Index | None = None,
) -> Library:
    """The built-in content with `packs` over it: a later lesson of the same id replaces an earlier one.

    A pack may also hide, put first and say differently what lies below it (`lessons.about`).
    A broken lesson is left out and reported in `problems`; the rest plays on. With an `index`, what it knows
    is not read before it is played.
    """
    inherited = Inherited(assets, today=today)
    helplines: dict[str, Helpline] = {}
    problems: list[Problem] = []
    origins: dict[str, str] = {}
    order: list[str] = []
    partners: dict[str, Partner] = {}
    for root in (content, *packs):
        pack = load_pack(root, inherited, index=index)
        over = laid_over(pack, inherited)
        if replaced := {lesson for lesson in pack.lessons if lesson in inherited.lessons}:
            origins = {key: code for key, code in origins.items() if key.partition(".")[0] not in replaced}
        origins |= dict.fromkeys((*pack.lessons, *_own_keys(pack, inherited)), pack.language)
        helplines |= pack.helplines
        order = [*pack.about.order, *(lesson for lesson in order if lesson not in pack.about.order)]
        inherited = Inherited.of(over, assets, today)
        problems += pack.problems
        if name := pack.about.publisher:
            partners = {name: Partner(name, _logo(pack, packs)), **partners}
    lessons = Shelf.of(inherited.lessons).sorted(order)
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
        if changed := {name: value for name, value in own.items() if below.get(name) is not value}:
            known = set(told(below))
            yield from (text.key for text in told(changed) if text not in known)


def _logo(pack: Pack, packs: Sequence[Path]) -> str:
    """The pack's logo, unless a later pack has another picture of that name: it would be shown instead."""
    logo = pack.about.logo
    later = packs[packs.index(pack.root) + 1 :] if pack.root in packs else ()
    return "" if any(find_picture(logo, (root,)) for root in later) else logo


def laid_over(pack: Pack, inherited: Inherited) -> Pack:
    """The pack with what lies below it, as it hides and rewords that."""
    about = pack.about
    lost = {track for track, _ in lost_topics(about.hide, inherited.measures)}
    measures = {track: measure for track, measure in inherited.measures.items() if track not in lost}
    below, own = Shelf.of(inherited.lessons), Shelf.of(pack.lessons)
    return replace(
        pack,
        lessons=below.without(about.hide).said(about.texts).under(own),
        measures={**reworded(measures, about.texts), **pack.measures},
        tracks=reworded(pack.tracks, about.texts),
        characters=reworded(pack.characters, about.texts),
        spot_messages=reworded(pack.spot_messages, about.texts),
    )

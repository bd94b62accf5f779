"""Lessons that are read when somebody plays them: a station knows ten thousand by their cards alone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from threading import Lock

from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.activity import LessonGone
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.text import Text
from cop_challenge.lessons.overlay import reworded

KEPT = 128
"""Lessons that stay read, those used last: all of the built-in content, for whoever looks through it."""


class Kept:
    """The lessons that were read last; asked from threads, too."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._lessons: OrderedDict[Volume, Lesson] = OrderedDict()
        self._lock = Lock()

    def get(self, volume: Volume) -> Lesson | None:
        """The lesson, if it is still there."""
        with self._lock:
            if volume in self._lessons:
                self._lessons.move_to_end(volume)
            return self._lessons.get(volume)

    def put(self, volume: Volume, lesson: Lesson) -> None:
        """Keep it, and let go of the one that was asked for longest ago."""
        with self._lock:
            self._lessons[volume] = lesson
            if len(self._lessons) > self._most:
                self._lessons.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """The lessons of one pack as they were when they were looked at."""

    read: Callable[[str], Lesson | None]
    """By file name; None: it can't be played any more."""
    digest: str = ""
    """Of everything that made them what they are; empty: not known."""
    kept: Kept = field(default_factory=Kept)
    """Where those read last stay."""


@dataclass(slots=True, eq=False)
class Volume:
    """One lesson: at hand, or known by its card and to be read. Never changed.

    Not frozen: ten thousand are made at a start, and a frozen one takes four times as long to make.
    """

    card: LessonCard
    lesson: Lesson | None = None
    edition: Edition | None = None
    home: str = ""
    """Its file, from the pack's folder."""
    words: Mapping[str, Text] | None = None
    """What packs above say in it instead."""

    def read(self) -> Lesson:
        """The lesson; raises LessonGone."""
        if self.lesson:
            return self.lesson
        if not self.edition:
            raise LessonGone(self.card.id)
        if found := self.edition.kept.get(self):
            return found
        found = self._found(self.edition)
        self.edition.kept.put(self, found)
        return found

    def _found(self, edition: Edition) -> Lesson:
        read = edition.read(self.home)
        # A file that tells another lesson now is not the one its card promised.
        if read is None or (read.id, read.track, read.kind) != (
            self.card.id,
            self.card.track,
            self.card.kind,
        ):
            raise LessonGone(self.card.id)
        return reworded(read, self.words) if self.words else read

    def said(self, words: Mapping[str, Text]) -> Volume:
        """The same with other words; its card needs the lesson."""
        told = reworded(self.read(), words)
        card = replace(told.card(), place=self.card.place)
        if self.lesson:
            return replace(self, card=card, lesson=told)
        return replace(self, card=card, words={**(self.words or {}), **words})


class Shelf(Mapping[str, Lesson]):
    """Lessons by id. Going through the values reads them one by one."""

    def __init__(self, volumes: Mapping[str, Volume]) -> None:
        self._volumes = volumes

    @classmethod
    def of(cls, lessons: Mapping[str, Lesson]) -> Shelf:
        """These lessons; a shelf as it is."""
        if isinstance(lessons, Shelf):
            return lessons
        return cls({id: Volume(lesson.card(), lesson) for id, lesson in lessons.items()})

    def __getitem__(self, id: str) -> Lesson:
        """Raises LessonGone, a KeyError, too, if its file can't be played any more."""
        return self._volumes[id].read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._volumes)

    def __len__(self) -> int:
        return len(self._volumes)

    def __contains__(self, id: object) -> bool:
        return id in self._volumes

    def remember(self, lessons: Mapping[str, Lesson]) -> None:
        """They have just been read: whoever asks next need not read them again."""
        for id, lesson in lessons.items():
            if edition := self._volumes[id].edition:
                edition.kept.put(self._volumes[id], lesson)

    @property
    def cards(self) -> tuple[LessonCard, ...]:
        """Of all lessons; none is read for it."""
        return tuple(volume.card for volume in self._volumes.values())

    def without(self, hidden: Collection[str]) -> Shelf:
        """All but those."""
        if not hidden:
            return self
        return Shelf({id: volume for id, volume in self._volumes.items() if id not in hidden})

    def under(self, above: Shelf) -> Shelf:
        """With the lessons of a pack laid over it."""
        return Shelf({**self._volumes, **above._volumes})

    def said(self, words: Mapping[str, Text]) -> Shelf:
        """With other words, by text key."""
        if not words:
            return self
        named = {key.partition(".")[0] for key in words} & self._volumes.keys()
        return Shelf({**self._volumes, **{id: self._volumes[id].said(words) for id in named}})

    def sorted(self, first: Iterable[str]) -> Shelf:
        """Those named first, in this order."""
        order = dict.fromkeys(id for id in (*first, *self._volumes) if id in self._volumes)
        return Shelf({id: self._volumes[id] for id in order})

    def by_digest(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by the digest of their edition; under an empty one, those of which nothing else tells what they
        say."""
        found: dict[str, list[str]] = {}
        for id, volume in self._volumes.items():
            known = volume.edition.digest if volume.edition and not volume.words else ""
            found.setdefault(known, []).append(id)
        return {digest: tuple(ids) for digest, ids in found.items()}


def cards(lessons: Mapping[str, Lesson]) -> tuple[LessonCard, ...]:
    """Cards of all; what stands on a shelf is not read for it."""
    return Shelf.of(lessons).cards

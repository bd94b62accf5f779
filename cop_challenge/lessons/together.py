"""What shows only when lessons are looked at together: holes in a track, and lessons that are much alike.

A station does not ask for this: `check` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from operator import lt
from pathlib import Path

from cop_challenge.activities.lesson import Lesson
from cop_challenge.lessons.alike import alike_lessons, alike_rounds
from cop_challenge.lessons.diagnostics import Complaint, Problem
from cop_challenge.lessons.pack import Pack
from cop_challenge.lessons.source import Key, Node, read
from cop_challenge.lessons.tables import TRACKS
from cop_challenge.lessons.targets import Hole, holes, percent
from cop_challenge.lessons.wording import Anatomy, anatomy

SHARED = {
    "form": "{share} of its sentences' form is the same",
    "matter": "{share} of what both name is the same",
}
"""How two lessons are alike, in words."""


class Together:
    """Packs, beside the content whose tracks they may add to."""

    def __init__(self, base: Pack | None = None) -> None:
        self._base = base
        self._anatomies: dict[Path, Anatomy] = {}
        self._nodes: dict[Path, Node] = {}
        """Files that were read once more for the places of their problems; few have any."""

    def problems(self, pack: Pack) -> list[Problem]:
        """All that shows in this pack, the base's lessons being there as well.

        Holes are looked for in a whole pack only: where a lesson could not be read, or a single one is looked
        at, what is missing may only not have been seen.
        """
        base = None if pack is self._base else self._base
        found = [*self._alike_lessons(pack, base), *self._alike_rounds(pack)]
        if pack.whole:
            found += (self._hole(*hole) for hole in _holes(pack, base))
        return sorted(found)

    def _anatomy(self, pack: Pack, lesson: Lesson) -> Anatomy:
        home = pack.homes[lesson.id]
        if home not in self._anatomies:
            self._anatomies[home] = anatomy(lesson)
        return self._anatomies[home]

    def _alike_lessons(self, pack: Pack, base: Pack | None) -> Iterator[Problem]:
        """Of two in this pack, the later is named; else the pack's own."""
        own = [(pack, lesson) for lesson in pack.lessons.values()]
        # What the pack hides may return in it, told anew. As a hole it does not count: hiding is meant.
        others = [each for each in _others(pack, base) if each[1].id not in pack.about.hide]
        for track in dict.fromkeys(lesson.track for _, lesson in own):
            there = [each for each in (*others, *own) if each[1].track == track]
            for pair in alike_lessons([self._anatomy(*each).whole for each in there]):
                (_, one), (home, other) = there[pair.one], there[pair.other]
                if home is pack:
                    shared = SHARED[pair.by].format(share=percent(pair.share))
                    values = {"other": one.id, "shared": shared}
                    yield self._at(pack.homes[other.id], ("id",), "alike-lessons", values)

    def _alike_rounds(self, pack: Pack) -> Iterator[Problem]:
        for lesson in pack.lessons.values():
            for name, pair in alike_rounds(self._anatomy(pack, lesson)):
                entries = getattr(lesson, name)
                one, other = (getattr(entries[number], "id", number + 1) for number in (pair.one, pair.other))
                values = {"one": one, "other": other, "share": percent(pair.share)}
                yield self._at(pack.homes[lesson.id], (name, pair.other), "alike-rounds", values)

    def _hole(self, pack: Pack, hole: Hole) -> Problem:
        """The problem, in the line that asks for what is missing."""
        file = pack.root / TRACKS
        tracks = self._node(file).plain()["tracks"]
        number = max(number for number, track in enumerate(tracks) if track["id"] == hole.track)
        return self._at(file, ("tracks", number, "targets", hole.key), hole.rule, hole.values)

    def _at(self, file: Path, path: tuple[Key, ...], rule: str, values: Mapping[str, object]) -> Problem:
        return Complaint(rule, values).at(file, *self._node(file).place(path, at_key=True))

    def _node(self, file: Path) -> Node:
        if file not in self._nodes:
            self._nodes[file], _ = read(file)
        return self._nodes[file]


def _others(pack: Pack, base: Pack | None) -> list[tuple[Pack, Lesson]]:
    """The base's lessons that this pack leaves as they are."""
    if base is None:
        return []
    return [(base, lesson) for lesson in base.lessons.values() if lesson.id not in pack.lessons]


def _holes(pack: Pack, base: Pack | None) -> Iterator[tuple[Pack, Hole]]:
    """What the tracks promise and do not hold, and the pack that says so.

    Of a track that is inherited, only holes that this pack tears: by replacing a lesson with another one.
    """
    lessons = [lesson for _, lesson in _others(pack, base)] + list(pack.lessons.values())
    for track, targets in pack.targets.items():
        for hole in holes(track, targets, _of(track, lessons)):
            yield pack, hole
    for track, targets in (base.targets if base else {}).items():
        assert base is not None
        if base.tracks[track] is not pack.tracks.get(track):
            continue  # a track of its own, with its own targets or none
        before = _by_place(holes(track, targets, _of(track, base.lessons.values())))
        for place, hole in _by_place(holes(track, targets, _of(track, lessons))).items():
            worse = place not in before or any(map(lt, hole.has, before[place].has))
            if worse:
                yield base, hole


def _of(track: str, lessons: Iterable[Lesson]) -> list[Lesson]:
    return [lesson for lesson in lessons if lesson.track == track]


def _by_place(found: Iterable[Hole]) -> Mapping[tuple[str, str], Hole]:
    return {(hole.rule, hole.about or hole.key): hole for hole in found}

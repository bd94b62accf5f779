"""The texts of a pack, found by the schemas' own mark: whatever a field types `Text` is translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cop_challenge.activities.fields import Surroundings
from cop_challenge.activities.lesson import Entry
from cop_challenge.activities.texts import texts
from cop_challenge.core.helpline import SAMPLE_COUNTRY
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character, Track
from cop_challenge.lessons import helplines, spot
from cop_challenge.lessons.about import FILE as ABOUT
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.measure import load_measure
from cop_challenge.lessons.own_file import load_own_file
from cop_challenge.lessons.pack import Inherited, Pack
from cop_challenge.lessons.pack_loader import load_pack
from cop_challenge.lessons.shelf import cards
from cop_challenge.lessons.source import Node, Refused, read
from cop_challenge.translate.comments import comments
from cop_challenge.translate.message import Message, Part

_NO_NODE = Node({}, 0, 0)
SPEAKER = "who"
"""The key by which entries of all kinds name who says a thing."""
_UNSEEN = frozenset({("source",)})
"""Texts of helpline files that only staff read, in the file itself."""


@dataclass(frozen=True)
class Found:
    """What a pack has to translate; with problems, what they keep from being read is missing."""

    messages: tuple[Message, ...]
    problems: tuple[Problem, ...]
    language: str
    """In which they are written."""


@dataclass(frozen=True)
class _File:
    """A file with its comments."""

    name: str
    node: Node
    comments: Mapping[int, tuple[str, ...]]

    def notes(self, *path: str | int) -> tuple[str, ...]:
        """What its author says at the text, and at the entry it stands in."""
        places = [self.node.place(path, at_key=True), self.node.place(path)]
        if len(path) > 1:  # what stands above a whole file is about how it is played
            places.insert(0, self.node.place(path[:-1]))
        lines = dict.fromkeys(line for line, _ in places)
        return tuple(note for line in lines for note in self.comments.get(line, ()))


def content(root: Path, inherited: Inherited) -> Found:
    """All texts of the pack at `root`, in the order in which players meet them."""
    pack = load_pack(root, inherited)
    walk = _Walk(root, pack)
    messages = (
        *walk.tracks(inherited.tracks),
        *walk.characters(inherited.characters),
        *walk.lessons(),
        *walk.reworded(),
        *walk.measures(inherited),
        *walk.spot_messages(),
        *walk.helplines(),
    )
    return Found(messages, pack.problems, pack.language)


class _Walk:
    def __init__(self, root: Path, pack: Pack) -> None:
        self._root, self._pack = root, pack

    def tracks(self, inherited: Mapping[str, Track]) -> Iterator[Message]:
        file = self._file(self._root / "tracks.yaml")
        for index, track in _numbered(file, "tracks", self._pack.tracks):
            if track is not inherited.get(track.id):
                for name, text in (("name", track.name), ("ages", track.ages)):
                    where = f"Choosing a track: {name} of “{track.id}”"
                    notes = file.notes("tracks", index, name)
                    yield _message(text, Part.TRACKS, where, file, track.id, track.limits.get("title"), notes)

    def characters(self, inherited: Mapping[str, Character]) -> Iterator[Message]:
        file = self._file(self._root / "characters.yaml")
        for index, character in _numbered(file, "characters", self._pack.characters):
            if character is not inherited.get(character.id):
                notes = file.notes("characters", index, "name")
                where = f"Name of somebody in the stories: {character.id}"
                yield _message(character.name, Part.CHARACTERS, where, file, notes=notes)

    def lessons(self) -> Iterator[Message]:
        order = {track: number for number, track in enumerate(self._pack.tracks)}
        lessons = self._pack.lessons.values()
        for lesson in sorted(lessons, key=lambda lesson: (order[lesson.track], lesson.id)):
            title = f"Game “{lesson.title.source}” ({lesson.kind}, {lesson.track})"
            file = self._file(self._pack.homes[lesson.id])
            yield from self._entry(lesson, Part.LESSONS, title, file, lesson.track)

    def reworded(self) -> Iterator[Message]:
        """Texts of what lies below that the pack says differently: they need translations of their own."""
        file = self._file(self._root / ABOUT)
        for key, text in self._pack.about.texts.items():
            notes = file.notes("texts", key)
            yield _message(replace(text, key=key), Part.LESSONS, f"Instead of “{key}”", file, notes=notes)

    def measures(self, inherited: Inherited) -> Iterator[Message]:
        known = (*cards(inherited.lessons), *cards(self._pack.lessons))
        for path in sorted((self._root / "measure").glob("*.yaml")):
            loaded, _ = load_measure(path, self._pack.tracks, Surroundings(), known)
            if loaded:
                title = f"Questions before and after the games ({loaded.track})"
                yield from self._entry(loaded, Part.MEASURE, title, self._file(path), loaded.track)

    def spot_messages(self) -> Iterator[Message]:
        path = self._root / spot.FILE
        if path.is_file():
            loaded, _ = load_own_file(path, self._root, spot.SpotFile, lambda _: ())
            if loaded:
                title = "Spot message, read from afar"
                yield from self._entry(loaded.keyed("spot"), Part.SPOT, title, self._file(path))

    def helplines(self) -> Iterator[Message]:
        for path in sorted((self._root / helplines.FOLDER).glob("*.yaml")):
            loaded, _ = load_own_file(path, self._root, helplines.HelplineFile, lambda _: ())
            if loaded and loaded.country != SAMPLE_COUNTRY:
                title = f"Helpline of {loaded.country}"
                keyed = loaded.keyed(f"helpline.{path.stem}")
                yield from self._entry(keyed, Part.HELP, title, self._file(path))

    def _entry(self, entry: Entry, part: Part, title: str, file: _File, track: str = "") -> Iterator[Message]:
        data = file.node.plain()
        for said in texts(entry):
            if part is Part.HELP and said.path in _UNSEEN:
                continue
            # Spot messages stand below their track's name.
            of = track or (str(said.path[1]) if part is Part.SPOT else "")
            limits = self._pack.tracks[of].limits if of in self._pack.tracks else {}
            where = " › ".join([title, *self._way(data, said.path)])
            notes = file.notes(*said.path)
            yield _message(said.text, part, where, file, of, limits.get(said.role), notes)

    def _way(self, data: Any, path: tuple[str | int, ...]) -> Iterator[str]:
        """The keys and ids on the way to a text, and who says it."""
        speaker = ""
        for name in path:
            if isinstance(data, dict):
                speaker = data.get(SPEAKER) or speaker
            data = data[name]
            yield str(name) if isinstance(name, str) else str(data.get("id", "…")) if data else "…"
        if isinstance(speaker, str) and speaker in self._pack.characters:
            yield f"beside {self._pack.characters[speaker].name.source}"

    def _file(self, path: Path) -> _File:
        name = path.relative_to(self._root).as_posix()
        try:
            node, _ = read(path)
            return _File(name, node, comments(path.read_text(encoding="utf-8-sig")))
        except Refused:
            return _File(name, _NO_NODE, {})


def _numbered(file: _File, entries: str, known: Mapping[str, Any]) -> Iterator[tuple[int, Any]]:
    """Position and value of each entry of a file that was taken."""
    data = file.node.plain()
    for index, entry in enumerate(data.get(entries, ()) if isinstance(data, dict) else ()):
        if isinstance(entry, dict) and (found := known.get(str(entry.get("id")))):
            yield index, found


def _message(
    text: Text,
    part: Part,
    where: str,
    file: _File,
    track: str = "",
    limit: int | None = None,
    notes: tuple[str, ...] = (),
) -> Message:
    return Message(text.key, text.source, part, where, file.name, "", track, limit, notes)

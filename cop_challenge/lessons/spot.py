"""Spot messages of a pack: `spot-messages.yaml`, by track."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import Field

from cop_challenge.activities.fields import Id, Words
from cop_challenge.activities.lesson import Entry, Finding, repeated_ids
from cop_challenge.core.spot import SpotMessage, SpotMessages
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.core.track import ENGLISH, Track
from cop_challenge.lessons import language
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.own_file import load_own_file

FILE = "spot-messages.yaml"
WANTED = 10
"""Messages of a track, with those of the packs below: enough for a wall of posters."""


class SpotEntry(Entry):
    """One sentence."""

    id: Id
    """Its own name, for translations; of the same id in another pack, it takes that one's place."""
    smart: Habit
    """The habit it says."""
    text: Annotated[Text, Words("spot")]
    """One sentence, to be read from afar."""


class SpotFile(Entry):
    """The messages by track."""

    spot: Annotated[Mapping[str, Annotated[tuple[SpotEntry, ...], Field(min_length=1)]], Field(min_length=1)]
    """By the track's id."""


@dataclass(frozen=True)
class Below:
    """What a pack's messages are laid over and measured by."""

    tracks: Mapping[str, Track] = field(default_factory=dict)
    messages: SpotMessages = field(default_factory=dict)


def load_spot_messages(root: Path, below: Below) -> tuple[SpotMessages, list[Problem]]:
    """All messages, the pack's among those below it; of a file with a mistake none is taken."""
    path = root / FILE
    if not path.is_file() and not path.is_symlink():
        return below.messages, []
    loaded, problems = load_own_file(path, root, SpotFile, partial(_check, below))
    if loaded is None:
        return below.messages, problems
    merged = dict(below.messages)
    for track, messages in loaded.keyed("spot").spot.items():
        merged[track] = _merged(merged.get(track, ()), messages)
    return merged, problems


def _merged(before: tuple[SpotMessage, ...], entries: tuple[SpotEntry, ...]) -> tuple[SpotMessage, ...]:
    """Replaced where the id is known, added where it is not."""
    by_id = {message.id: message for message in before}
    by_id |= {entry.id: SpotMessage(entry.id, entry.text, entry.smart) for entry in entries}
    return tuple(by_id.values())


def _check(below: Below, file: SpotFile) -> Iterator[Finding]:
    yield from language.errors(file)
    for track, entries in file.spot.items():
        path = ("spot", track)
        if track not in below.tracks:
            yield Finding("unknown-track", path, {"found": track, "known": list(below.tracks)})
            continue
        yield from repeated_ids(entries, path)
        limit = below.tracks[track].limits.get("spot")
        for index, entry in enumerate(entries):
            count = ENGLISH.count(entry.text.source)
            if limit is not None and count > limit:
                yield Finding("too-many-words", (*path, index, "text"), {"count": count, "limit": limit})
        whole = _merged(below.messages.get(track, ()), entries)
        if len(whole) < WANTED:
            yield Finding("wrong-count", path, {"found": len(whole), "expected": f"at least {WANTED}"})
        said = Counter(message.habit for message in whole)
        for habit in Habit:
            if not said[habit]:
                yield Finding("unsaid-habit", path, {"track": track, "habit": habit})

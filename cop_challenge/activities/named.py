"""A lesson's own words for what its results name by ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cop_challenge.activities.lesson import Entry, Lesson
from cop_challenge.activities.texts import texts
from cop_challenge.core.text import NOTHING, Text

SPEAKING = ("prompt", "text", "writes", "story", "name")
"""Fields that say what an entry is about, the plainest first."""


def asked_in(lesson: Lesson, step: str) -> Text:
    """What the step is about; nothing if the lesson has no such step.

    Kinds name the parts of a step by what follows its id: `letter-look`, `gift.photo`.
    """
    entry = _entry(lesson, step)
    return _words(entry) if entry is not None else NOTHING


def chosen_in(lesson: Lesson, step: str, choice: str) -> tuple[Text, Text]:
    """What was chosen there, and what the lesson says to it; nothing where it does not say."""
    around = _entry(lesson, step)
    for place in (around, lesson):
        if place is None:
            continue
        for name, entry in _named(place):
            if name == choice and entry is not around:
                because = getattr(entry, "because", NOTHING)
                return _words(entry), because if isinstance(because, Text) else NOTHING
    return NOTHING, NOTHING


def _entry(lesson: Lesson, step: str) -> Entry | None:
    found = [
        (len(name), entry)
        for name, entry in _named(lesson)
        if step == name or step.startswith((f"{name}-", f"{name}."))
    ]
    if not found:
        return None
    # The longest name is the nearest; of equal ones the outermost, which is met first.
    length, entry = max(found, key=lambda pair: pair[0])
    part = step[length + 1 :]
    return next((inner for name, inner in _named(entry) if part and name == part), entry)


def _words(entry: Entry) -> Text:
    for name in SPEAKING:
        value = getattr(entry, name, None)
        if isinstance(value, Text) and value:
            return value
    return next((said.text for said in texts(entry)), NOTHING)


def _named(value: Any) -> Iterator[tuple[str, Entry]]:
    """All entries below, by the id or the key they have, outer ones before inner ones."""
    if isinstance(value, Entry):
        for _, inner in value:
            yield from _inside(inner)


def _inside(value: Any) -> Iterator[tuple[str, Entry]]:
    if isinstance(value, Entry):
        if isinstance(name := getattr(value, "id", None), str):
            yield name, value
        yield from _named(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            if isinstance(item, Entry) and not isinstance(getattr(item, "id", None), str):
                yield str(name), item
            yield from _inside(item)

"""Every text of a lesson file with its place: the one walk for all who read lessons as prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from cop_challenge.activities.fields import Words
from cop_challenge.activities.lesson import Entry, Path
from cop_challenge.activities.source import STORY, Source
from cop_challenge.core.text import Text

Origin = Source | Literal["story"]
"""What an entry may name as its source."""


@dataclass(frozen=True, slots=True)
class Said:
    """One text."""

    path: Path
    """Keys and indexes from the top of the file to it."""
    role: str
    """What sort of text it is: `prompt`, `because`… names its limit in the track."""
    text: Text
    source: Origin | None = None
    """What the nearest entry around it names as its source."""


@cache
def _fields(cls: type[Entry]) -> tuple[tuple[str, str, str], ...]:
    """Attribute, key in the file, and role of a text, of all fields."""
    return tuple(
        (
            name,
            info.alias or name,
            next((mark.role for mark in info.metadata if isinstance(mark, Words)), ""),
        )
        for name, info in cls.model_fields.items()
    )


def texts(value: Any, path: Path = (), source: Origin | None = None) -> Iterator[Said]:
    """All texts of an entry, or of whatever may hold some, in the schema's order; empty ones are left out."""
    found: list[Said] = []
    _collect(value, path, source, found)
    return iter(found)


_BARE = frozenset((str, int, float, bool, type(None)))
"""Types of most values: nothing is in them."""


def _collect(value: Any, path: Path, source: Origin | None, found: list[Said], role: str = "") -> None:
    # A list, not one generator in another: `check` asks for the texts of every lesson more than once.
    cls = type(value)
    if cls in _BARE:
        return
    if cls is Text:
        if value.source:
            found.append(Said(path, role, value, source))
    elif issubclass(cls, Entry):
        own = value.source
        # A kind may use the word for a text of its own: what the factory's messages say they rest on.
        source = own if isinstance(own, Source) or own == STORY else source
        for name, key, role in _fields(cls):
            _collect(getattr(value, name), (*path, key), source, found, role)
    elif issubclass(cls, tuple):
        for index, item in enumerate(value):
            _collect(item, (*path, index), source, found)
    elif issubclass(cls, Mapping):
        for name, item in value.items():
            _collect(item, (*path, name), source, found)


def sources(entry: Entry) -> tuple[Source, ...]:
    """The publications a lesson names, in its order and each once: for printed plans."""
    found: dict[Source, None] = {}
    ahead: list[Any] = [entry]
    while ahead:
        value = ahead.pop(0)
        if isinstance(value, Source):
            found[value] = None
        elif isinstance(value, Entry):
            ahead = [getattr(value, name) for name, _, _ in _fields(type(value))] + ahead
        elif isinstance(value, (tuple, Mapping)):
            ahead = [*(value.values() if isinstance(value, Mapping) else value), *ahead]
    return tuple(found)

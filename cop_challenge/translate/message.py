"""One text as a translator meets it: what it says, where it stands, how long it may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.i18n.placeholders import names


class Part(StrEnum):
    """What a text belongs to: somebody may translate one after the other."""

    INTERFACE = "interface"
    TRACKS = "tracks"
    CHARACTERS = "characters"
    LESSONS = "lessons"
    MEASURE = "measure"
    SPOT = "spot messages"
    HELP = "helplines"
    PAPER = "print"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Message:
    """A text in the source language."""

    key: str
    """Built from ids: gettext's context."""
    source: str
    part: Part
    where: str
    """The screen, in words."""
    file: str
    """Where it is written, from the top of the game or of the pack."""
    plural: str = ""
    track: str = ""
    """Id, where it belongs to one."""
    limit: int | None = None
    """Most words its track allows in the source language."""
    notes: tuple[str, ...] = ()
    """What its author says about it."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The sentence, and its plural if it has one."""
        return (self.source, self.plural) if self.plural else (self.source,)

    @property
    def filled(self) -> bool:
        """It has placeholders."""
        return bool(names(self.source) | names(self.plural))

    @property
    def words(self) -> int:
        """Words to translate."""
        return len(self.source.split())

    def comments(self) -> Iterator[str]:
        """What a translator is told about it."""
        yield self.where
        if self.limit is not None:
            yield f"At most {self.limit} words in the original: keep it about as short."
        yield from self.notes


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a catalogue or a sheet: place, fact, remedy."""

    place: str
    fact: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.fact}\n    {self.remedy}"


def shared_keys(messages: Iterable[Message]) -> Iterator[Fault]:
    """Keys that two differing texts share: a translation could be of one of them only."""
    found: defaultdict[str, dict[tuple[str, ...], Message]] = defaultdict(dict)
    for message in messages:
        found[message.key].setdefault(message.sources, message)
    for key, several in found.items():
        if len(several) > 1:
            said = " and ".join(f"“{message.source}”" for message in several.values())
            place = next(iter(several.values())).file
            yield Fault(place, f"The key “{key}” stands for {said}.", "Give each text an id of its own.")

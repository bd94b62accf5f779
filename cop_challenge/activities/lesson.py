"""What every lesson says of itself, whatever its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import is_not
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from cop_challenge.activities.fields import Id, Picture, Takeaway, Title, around_of
from cop_challenge.activities.source import Backing
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.tags import Habit, Risk, Strand
from cop_challenge.core.text import Text

SCHEMA_VERSION = 1
"""Of lesson files; a file names the one it was written for."""

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """One thing a kind finds wrong with a lesson."""

    rule: str
    """Name of a rule in `lessons.diagnostics`."""
    path: Path
    """Keys and indexes from the top of the file to the place."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """Fillings of the rule's sentences."""


class Judged(NamedTuple):
    """What players have to judge in a lesson."""

    harmless: int
    """Judged in which nothing is wrong, and trusting is right."""
    total: int
    """All of them."""

    @classmethod
    def of(cls, harmless: Iterable[bool]) -> Self:
        """From a yes or no for each."""
        each = tuple(harmless)
        return cls(sum(each), len(each))


@dataclass(frozen=True)
class Option:
    """One sentence that may be chosen."""

    path: Path
    """To its text."""
    text: Text
    right: bool


@dataclass(frozen=True)
class Asked:
    """One place at which players choose between sentences."""

    path: Path
    """To the list."""
    options: tuple[Option, ...]
    """In the order of the file."""
    shuffled: bool = True
    """The game deals them anew each time; else they stand on screen as in the file."""


class Entry(BaseModel):
    """Part of a lesson file: keys it does not know are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    source: Backing | None = None
    """Where the facts in it, and in all that stands below it, come from; `story`: its figures are made up."""

    def keyed(self, prefix: str) -> Self:
        """This entry with a translation key in every text, built from ids: `lesson.round.prompt`."""
        changed = {
            name: new
            for name, value in self.__dict__.items()
            if (new := _keyed(value, f"{prefix}.{name}", prefix)) is not value
        }
        return self.model_copy(update=changed) if changed else self


class Pictured(Entry):
    """An entry to choose: where players do not read yet, it needs a picture."""

    picture: Picture = ""
    """What it looks like."""

    @model_validator(mode="after")
    def _has_picture(self, info: ValidationInfo) -> Self:
        if around_of(info).pictured and not self.picture:
            raise PydanticCustomError("no-picture", "no picture")
        return self


def _keyed(value: Any, key: str, prefix: str) -> Any:
    """`value` with keys; entries of a list are named by their id, those of a mapping by their key."""
    if isinstance(value, str):
        return value
    if isinstance(value, Text):
        return Text(value.source, key)
    if isinstance(value, tuple):
        items = tuple(_keyed(item, key, f"{prefix}.{getattr(item, 'id', '')}") for item in value)
        return items if any(map(is_not, items, value)) else value
    if isinstance(value, Mapping):
        return {name: _keyed(item, key, f"{prefix}.{name}") for name, item in value.items()}
    if isinstance(value, Entry):
        return value.keyed(prefix)
    return value


class Lesson(Entry):
    """One lesson file."""

    schema_version: Annotated[int, Field(alias="schema", ge=1, le=SCHEMA_VERSION)]
    """Of the file's form: 1."""
    id: Id
    """The lesson's name, and the file's."""
    kind: str
    """Which game it is."""
    track: str
    """Whom it is for."""
    title: Title
    """What it is called on the map."""
    smart: Habit
    """The habit whose lantern it lights."""
    risk: Risk
    """Which of the four sorts of risk it is about."""
    strand: Strand
    """The part of digital life it belongs to."""
    takeaway: Takeaway
    """The one sentence to take along."""
    minutes: Annotated[int, Field(ge=1, le=15)]
    """How long a play takes."""

    def card(self) -> LessonCard:
        """What plan and map need to know."""
        return LessonCard(
            id=self.id,
            track=self.track,
            kind=self.kind,
            habit=self.smart,
            risk=self.risk,
            strand=self.strand,
            title=self.title,
            takeaway=self.takeaway,
            minutes=self.minutes,
            endings=tuple(self.ways_to_end()),
        )

    def ways_to_end(self) -> Iterator[str]:
        """Ids of the endings, for kinds that have several; their views name the one reached."""
        yield from ()

    def judged(self) -> Judged:
        """What is to be judged in it, for kinds in which something is told from something harmless."""
        return Judged(0, 0)

    def asked(self) -> Iterator[Asked]:
        """Where players choose between sentences, some right and some not: marked by `right` or `fits`.

        Kinds that mark it otherwise say so themselves.
        """
        yield from _asked(self, ())


MARKS = (("right", "text"), ("fits", "writes"))
"""Fields by which an entry says that choosing it is right, and those of what is chosen."""


def _asked(value: Any, path: Path) -> Iterator[Asked]:
    if isinstance(value, Entry):
        for name, inner in value:
            yield from _asked(inner, (*path, name))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _asked(inner, (*path, name))
    elif isinstance(value, tuple) and value and isinstance(value[0], Entry):
        for mark, text in MARKS:
            if isinstance(getattr(value[0], mark, None), bool) and hasattr(value[0], text):
                yield asked(path, value, [getattr(entry, mark) for entry in value], text)
        for index, entry in enumerate(value):
            yield from _asked(entry, (*path, index))


def asked(
    path: Path, entries: Iterable[Entry], right: Iterable[bool], text: str = "text", *, shuffled: bool = True
) -> Asked:
    """The place at `path`, where these entries can be chosen."""
    options = (
        Option((*path, index, text), getattr(entry, text), is_right)
        for index, (entry, is_right) in enumerate(zip(entries, right, strict=True))
    )
    return Asked(path, tuple(options), shuffled)


def repeated_ids(entries: Iterable[Any], path: Path) -> Iterator[Finding]:
    """A finding for each id that stands twice in one list."""
    seen: Counter[str] = Counter()
    for index, entry in enumerate(entries):
        seen[entry.id] += 1
        if seen[entry.id] > 1:
            yield Finding("repeated-id", (*path, index, "id"), {"found": entry.id})

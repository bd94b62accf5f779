"""What every lesson says of itself, whatever its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from cop_challenge.activities.fields import Id, Picture, Takeaway, Title, around_of
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


class Entry(BaseModel):
    """Part of a lesson file: keys it does not know are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    def keyed(self, prefix: str) -> Self:
        """This entry with a translation key in every text, built from ids: `lesson.round.prompt`."""
        return self.model_copy(
            update={name: _keyed(value, f"{prefix}.{name}", prefix) for name, value in self}
        )


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
    if isinstance(value, Text):
        return Text(value.source, key)
    if isinstance(value, tuple):
        return tuple(_keyed(item, key, f"{prefix}.{getattr(item, 'id', '')}") for item in value)
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


def repeated_ids(entries: Iterable[Any], path: Path) -> Iterator[Finding]:
    """A finding for each id that stands twice in one list."""
    seen: Counter[str] = Counter()
    for index, entry in enumerate(entries):
        seen[entry.id] += 1
        if seen[entry.id] > 1:
            yield Finding("repeated-id", (*path, index, "id"), {"found": entry.id})

"""Schools and their groups, as the day's plan needs them: labels and numbers, never children."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, Field, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from cop_challenge.activities.lesson import Entry
from cop_challenge.day.hours import Clock

MAX_SCHOOLS, MAX_GROUPS, MAX_CHILDREN = 200, 300, 2000


def parsed_date(value: str) -> datetime.date:
    """The date; the rule `not-a-date` if it is none."""
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("not-a-date", "no date", {"found": value}) from None


@dataclass(frozen=True, slots=True)
class OneLine:
    """Marks a text of the organiser's own, shown as it is; `most` characters."""

    most: int

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self._validate, handler(source))

    def _validate(self, value: str) -> str:
        line = " ".join(value.split())
        if not line:
            raise PydanticCustomError("empty-text", "empty")
        if len(line) > self.most:
            raise PydanticCustomError("too-long", "long", {"count": len(line), "limit": self.most})
        return line


Date = Annotated[str, AfterValidator(lambda value: parsed_date(value).isoformat())]
"""Written as 2026-11-24."""
Label = Annotated[str, OneLine(60)]


class GroupEntry(Entry):
    """A group in a day file."""

    name: Label
    """What it is called, such as “Class 5B”; never a child's name."""
    children: Annotated[int, Field(ge=1, le=MAX_CHILDREN)]
    """How many come; parents and teachers count as well."""
    track: str
    """Whom the games are for: 5-7, 8-12, 13-17, parents or educators."""


class SchoolEntry(Entry):
    """A school in a day file."""

    name: Label
    """What it is called."""
    dates: tuple[Date, ...] = ()
    """On which of the day's dates it can come; without the line, on each."""
    arrives: Clock | None = None
    """When it can be there; without the line, when the day opens."""
    leaves: Clock | None = None
    """When it must go; without the line, when the day closes."""
    travel: Annotated[int, Field(ge=0, le=240)] = 0
    """Minutes between its arrival and the first visit, and again between the last visit and its leaving."""
    groups: Annotated[tuple[GroupEntry, ...], Field(min_length=1, max_length=MAX_GROUPS)]
    """Its classes, or whoever comes together."""


@dataclass(frozen=True, slots=True)
class Group:
    """Who comes together."""

    name: str
    children: int
    track: str


@dataclass(frozen=True, slots=True)
class School:
    """A school and its groups."""

    name: str
    groups: tuple[Group, ...]
    dates: tuple[datetime.date, ...] = ()
    """Empty: any."""
    arrives: int | None = None
    """Minutes after midnight; None: when the day opens."""
    leaves: int | None = None
    """None: when the day closes."""
    travel: int = 0
    """Minutes at either end."""


def school(entry: SchoolEntry) -> School:
    """What the file says, as a value."""
    return School(
        entry.name,
        tuple(Group(group.name, group.children, group.track) for group in entry.groups),
        tuple(sorted({parsed_date(each) for each in entry.dates})),
        entry.arrives,
        entry.leaves,
        entry.travel,
    )

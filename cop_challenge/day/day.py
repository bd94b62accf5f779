"""The one-day exercise, as its organiser writes it down: one YAML file."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from cop_challenge.activities.fields import Surroundings, for_editors
from cop_challenge.activities.lesson import SCHEMA_VERSION, Entry
from cop_challenge.core import words
from cop_challenge.core.options import Digits
from cop_challenge.core.study import LEAST_MINUTES
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.day import checks
from cop_challenge.day.groups import (
    MAX_SCHOOLS,
    Date,
    Label,
    OneLine,
    School,
    SchoolEntry,
    parsed_date,
    school,
)
from cop_challenge.day.hours import BreakEntry, Clock, Hours, Span
from cop_challenge.day.pin import is_stored
from cop_challenge.i18n.locale import LANGUAGE
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.loader import Found, validated
from cop_challenge.lessons.source import Refused, read

HELPLINE_DAYS = 180
"""A number that was verified longer ago is not shown, unless the day says otherwise: half a school year."""
OPENS, CLOSES = 9 * 60, 14 * 60
"""Where a day says nothing of its hours, in minutes after midnight."""
USUAL_HOURS = Hours(OPENS, CLOSES)
CHANGEOVER = 3
"""Minutes in which one child goes and the next sits down."""
MAX_DATES, MAX_STATIONS = 60, 1000


class Players(StrEnum):
    """Who sits at a station."""

    SOLO = "solo"
    PAIRS = "pairs"

    @property
    def seats(self) -> int:
        """How many play in one visit."""
        return 2 if self is Players.PAIRS else 1


def _country(value: str) -> str:
    if value and not (len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()):
        raise PydanticCustomError("not-a-country", "no country", {"found": value})
    return value


def _language(value: str) -> str:
    if not re.fullmatch(LANGUAGE, value):
        raise PydanticCustomError("not-a-language", "no language", {"found": value})
    return value


def _pin(value: str) -> str:
    if value and not is_stored(value):
        raise PydanticCustomError(
            "bad-pin", "no hash"
        )  # what stands there may be the PIN: it is not repeated
    return value


class LeadEntry(Entry):
    """The safeguarding lead in a day file."""

    role: Label
    """In which role, such as “The deputy head”."""
    where: Annotated[str, OneLine(120)] = ""
    """Where to find them on the day."""


class DayFile(Entry):
    """A day file."""

    schema_version: Annotated[int, Field(alias="schema", ge=1, le=SCHEMA_VERSION)]
    """Of the file's form: 1."""
    title: Annotated[str, OneLine(120)]
    """What the day is called."""
    date: Date = ""
    """The day itself: 2026-11-23."""
    dates: Annotated[tuple[Date, ...], Field(max_length=MAX_DATES)] = ()
    """Instead of `date`, if it is held on several."""
    country: Annotated[str, AfterValidator(_country), for_editors("^([A-Z]{2})?$")] = ""
    """Two capital letters, such as ET; only this country's helplines are shown."""
    languages: tuple[Annotated[str, AfterValidator(_language), for_editors(f"^({LANGUAGE})$")], ...] = ()
    """Codes of the languages offered, the usual one first; without the line, all that the game speaks."""
    tracks: tuple[str, ...] = ()
    """Ids of the tracks offered; without the line, all."""
    stations: Annotated[int, Field(ge=1, le=MAX_STATIONS)] = 1
    """How many laptops play."""
    minutes: Annotated[int, Field(ge=3, le=120)] = 15
    """How long a visit lasts."""
    changeover: Annotated[int, Field(ge=0, le=60)] = CHANGEOVER
    """Minutes between a visit and the next at the same station."""
    players: Players = Players.SOLO
    """`solo`, or `pairs` taking turns."""
    measure: bool = False
    """`yes`: ask a few questions before and after the games, to see what one sitting taught."""
    opens: Clock = OPENS
    """When the first visit may begin."""
    closes: Clock = CLOSES
    """When the last visit is over."""
    breaks: tuple[BreakEntry, ...] = ()
    """When nobody plays."""
    schools: Annotated[tuple[SchoolEntry, ...], Field(max_length=MAX_SCHOOLS)] = ()
    """Who comes."""
    lead: LeadEntry | None = None
    """The safeguarding lead: a role and a place, never a child's data."""
    helpline_days: Annotated[int, Field(alias="helpline-days", ge=1, le=3650)] = HELPLINE_DAYS
    """How many days after its verification a helpline's number may still be shown."""
    packs: tuple[str, ...] = ()
    """Folders of lessons, helplines or messages to add, as seen from this file."""
    spot: tuple[str, ...] = ()
    """Ids of the spot messages shown; without the line, all."""
    pin: Annotated[str, AfterValidator(_pin)] = ""
    """The staff's PIN as `day pin` writes it; empty: the staff page opens to anybody."""
    stamps: bool = False
    """`yes`: players may touch the stamps that their paper passport has already."""
    digits: Digits = Digits.DEFAULT
    """`default`: numbers are written as the language writes them in the day's country; `latn`: 0 to 9 in
    every language."""


@dataclass(frozen=True)
class Lead:
    """The safeguarding lead."""

    role: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.role}, {self.where}" if self.where else self.role


@dataclass(frozen=True)
class Day:
    """One day, or several in a row that are planned together."""

    title: str
    date: datetime.date
    """The first."""
    country: str = ""
    minutes: int = 15
    players: Players = Players.SOLO
    measure: bool = False
    """As its organiser wishes; see `measures`."""
    helpline_days: int = HELPLINE_DAYS
    digits: Digits = Digits.DEFAULT
    later_dates: tuple[datetime.date, ...] = ()
    languages: tuple[str, ...] = ()
    """Codes, the usual one first; empty: all."""
    tracks: tuple[str, ...] = ()
    """Ids; empty: all."""
    stations: int = 1
    changeover: int = CHANGEOVER
    """Minutes."""
    hours: Hours = USUAL_HOURS
    schools: tuple[School, ...] = ()
    lead: Lead | None = None
    packs: tuple[Path, ...] = ()
    spot: tuple[str, ...] = ()
    """Ids of spot messages; empty: all."""
    stamps: bool = False
    """Players are asked which stamps they bring."""
    pin: str = ""
    """Hashed, see `day.pin`; empty: none."""

    @property
    def dates(self) -> tuple[datetime.date, ...]:
        """All of them, in order."""
        return (self.date, *self.later_dates)

    @property
    def slots(self) -> tuple[Span, ...]:
        """When visits begin and end, on each of its dates."""
        return self.hours.slots(self.minutes, self.changeover)

    def there(self, school: School) -> Span:
        """When a school's groups can play: between its coming and its going, less the way."""
        arrives = self.hours.opens if school.arrives is None else school.arrives
        leaves = self.hours.closes if school.leaves is None else school.leaves
        return Span(arrives + school.travel, leaves - school.travel)

    @property
    def measures(self) -> bool:
        """Whether visits are measured: two children at one sheet, or too little time, would say nothing."""
        return self.measure and not self.unmeasured

    @property
    def unmeasured(self) -> Text:
        """Why a day that wishes to measure can't, or nothing."""
        if self.measure and self.players is Players.PAIRS:
            return words.UNMEASURED_PAIRS
        if self.measure and self.minutes < LEAST_MINUTES:
            return words.UNMEASURED_SHORT.fill(minutes=self.minutes, least=round(LEAST_MINUTES))
        return NOTHING


class DayRefused(Exception):
    """The file is no day that can be held; `problems` say where and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load_day(path: Path) -> Day:
    """The day in the file; DayRefused if anything in it is wrong."""
    loaded, problems = _read(path, checks.Known())
    if problems or loaded is None:
        raise DayRefused(problems)
    first, *later = sorted({parsed_date(each) for each in (loaded.date, *loaded.dates) if each})
    return Day(
        title=loaded.title,
        date=first,
        later_dates=tuple(later),
        country=loaded.country,
        languages=loaded.languages,
        tracks=loaded.tracks,
        stations=loaded.stations,
        minutes=loaded.minutes,
        changeover=loaded.changeover,
        players=loaded.players,
        measure=loaded.measure,
        hours=_hours(loaded),
        schools=tuple(map(school, loaded.schools)),
        lead=Lead(loaded.lead.role, loaded.lead.where) if loaded.lead else None,
        helpline_days=loaded.helpline_days,
        packs=tuple(path.parent / each for each in loaded.packs),
        spot=loaded.spot,
        pin=loaded.pin,
        stamps=loaded.stamps,
        digits=loaded.digits,
    )


def problems(path: Path, known: checks.Known | None = None) -> list[Problem]:
    """Everything wrong with a day file; `known`: also what it names and is not there."""
    return _read(path, known or checks.Known(folder=path.parent))[1]


def is_day(path: Path) -> bool:
    """Whether a file given to `check` is meant as a day: it has a date and is no lesson."""
    try:
        root, _ = read(path)
    except Refused:
        return False
    data = root.plain()
    return isinstance(data, dict) and bool({"date", "dates"} & data.keys()) and "kind" not in data


def _read(path: Path, known: checks.Known) -> tuple[DayFile | None, list[Problem]]:
    try:
        root, problems = read(path)
    except Refused as refused:
        return None, refused.problems
    found = Found(path, root)
    data: Any = root.plain()
    loaded, guessed = validated(DayFile, data, Surroundings(), found)
    for finding in checks.findings(loaded, _hours(loaded), known) if loaded else ():
        if not any(place[: len(finding.path)] == finding.path for place in guessed):
            found.add(finding.rule, finding.path, **finding.values)
    return loaded, sorted(problems + found.problems)


def _hours(file: DayFile) -> Hours:
    breaks = tuple(Span(each.start, each.end) for each in file.breaks)
    return Hours(file.opens, file.closes, breaks)

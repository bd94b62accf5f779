"""The one-day exercise, as its organiser writes it down: one YAML file."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from cop_challenge.activities.fields import Surroundings, for_editors
from cop_challenge.activities.lesson import SCHEMA_VERSION, Entry
from cop_challenge.core.options import Digits
from cop_challenge.core.study import LEAST_MINUTES
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.loader import Found, validated
from cop_challenge.lessons.source import Refused, read

HELPLINE_DAYS = 180
"""A number that was verified longer ago is not shown, unless the day says otherwise: half a school year."""


class Players(StrEnum):
    """Who sits at a station."""

    SOLO = "solo"
    PAIRS = "pairs"


def _date(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("not-a-date", "no date", {"found": value}) from None


def _country(value: str) -> str:
    if value and not (len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()):
        raise PydanticCustomError("not-a-country", "no country", {"found": value})
    return value


class DayFile(Entry):
    """A day file."""

    schema_version: Annotated[int, Field(alias="schema", ge=1, le=SCHEMA_VERSION)]
    """Of the file's form: 1."""
    title: Annotated[str, Field(min_length=1, max_length=120)]
    """What the day is called."""
    date: Annotated[
        str, AfterValidator(lambda value: _date(value).isoformat()), for_editors(r"^\d{4}-\d\d-\d\d$")
    ]
    """The day itself: 2026-11-23."""
    country: Annotated[str, AfterValidator(_country), for_editors("^([A-Z]{2})?$")] = ""
    """Two capital letters, such as ET; only this country's helplines are shown."""
    minutes: Annotated[int, Field(ge=3, le=120)] = 15
    """How long a visit lasts."""
    players: Players = Players.SOLO
    """`solo`, or `pairs` taking turns."""
    measure: bool = False
    """`yes`: ask a few questions before and after the games, to see what one sitting taught."""
    digits: Digits = Digits.DEFAULT
    """`default`: numbers are written as the language writes them in the day's country; `latn`: 0 to 9 in
    every language."""
    helpline_days: Annotated[int, Field(alias="helpline-days", ge=1, le=3650)] = HELPLINE_DAYS
    """How many days after its verification a helpline's number may still be shown."""


@dataclass(frozen=True)
class Day:
    """One day."""

    title: str
    date: datetime.date
    country: str = ""
    minutes: int = 15
    players: Players = Players.SOLO
    measure: bool = False
    """As its organiser wishes; see `measures`."""
    helpline_days: int = HELPLINE_DAYS
    digits: Digits = Digits.DEFAULT

    @property
    def measures(self) -> bool:
        """Whether visits are measured: two children at one sheet, or too little time, would say nothing."""
        return self.measure and not self.unmeasured

    @property
    def unmeasured(self) -> str:
        """Why a day that wishes to measure can't, or nothing."""
        if self.measure and self.players is Players.PAIRS:
            return "Nothing is measured on this day: its stations are played in pairs."
        if self.measure and self.minutes < LEAST_MINUTES:
            least = round(LEAST_MINUTES)
            return (
                f"Nothing is measured on this day: a visit of {self.minutes} minutes is shorter than {least}."
            )
        return ""


class DayRefused(Exception):
    """The file is no day that can be held; `problems` say where and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load_day(path: Path) -> Day:
    """The day in the file; DayRefused if anything in it is wrong."""
    try:
        root, problems = read(path)
    except Refused as refused:
        raise DayRefused(refused.problems) from None
    found = Found(path, root)
    data: Any = root.plain()
    loaded, _ = validated(DayFile, data, Surroundings(), found)
    problems = sorted(problems + found.problems)
    if problems or loaded is None:
        raise DayRefused(problems)
    return Day(
        title=loaded.title,
        date=_date(loaded.date),
        country=loaded.country,
        minutes=loaded.minutes,
        players=loaded.players,
        measure=loaded.measure,
        helpline_days=loaded.helpline_days,
        digits=loaded.digits,
    )


def problems(path: Path) -> list[Problem]:
    """Everything wrong with a day file."""
    try:
        load_day(path)
    except DayRefused as refused:
        return refused.problems
    return []


def is_day(path: Path) -> bool:
    """Whether a file given to `check` is meant as a day: it has a date and is no lesson."""
    try:
        root, _ = read(path)
    except Refused:
        return False
    data = root.plain()
    return isinstance(data, dict) and "date" in data and "kind" not in data

"""Helpline files: one service a file, in the folder `helplines` of a pack; docs/helplines.md tells how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache, partial
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from cop_challenge.activities.fields import for_editors
from cop_challenge.activities.lesson import Entry, Finding
from cop_challenge.core.helpline import SAMPLE_COUNTRY, Helpline, Service
from cop_challenge.core.text import Text
from cop_challenge.core.track import ENGLISH, Track
from cop_challenge.lessons.diagnostics import Complaint, Problem
from cop_challenge.lessons.language.addresses import RESERVED
from cop_challenge.lessons.own_file import load_own_file

FOLDER = "helplines"
MAX_FILES = 200
MAX_WORDS = 16
"""Of each text: a card is read at a glance."""
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
CALLABLE = re.compile(r"[+*#\d][\d\s()*#./-]{1,22}[\d#]", re.ASCII)
"""What a telephone takes: three to twenty-four signs."""
FILE_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", SAMPLE_COUNTRY})
"""Codes of two letters among Unicode's territories that no country has."""


class Verifier(StrEnum):
    """In which role somebody called and made sure; never who that was."""

    FACILITATOR = "facilitator"
    SAFEGUARDING_LEAD = "safeguarding-lead"
    TEACHER = "teacher"
    ORGANISER = "organiser"
    SERVICE = "service"
    """The service itself has confirmed it in writing."""


def _line(value: str) -> Text:
    source = " ".join(value.split())
    if not source:
        raise PydanticCustomError("empty-text", "empty")
    if (count := ENGLISH.count(source)) > MAX_WORDS:
        raise PydanticCustomError("too-many-words", "too long", {"count": count, "limit": MAX_WORDS})
    return Text(source)


def _day(value: str) -> date:
    try:
        if DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass  # the 31st of April
    raise PydanticCustomError(
        "not-a-number", "no date", {"expected": "a date such as 2026-03-31", "found": value}
    )


@cache
def countries() -> frozenset[str]:
    """Codes of two letters, ISO 3166."""
    from babel import Locale

    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2) - NO_COUNTRIES


def _country(value: str) -> str:
    if value != SAMPLE_COUNTRY and value not in countries():
        raise PydanticCustomError("unknown-country", "unknown", {"found": value})
    return value


def _language(value: str) -> str:
    from babel import Locale

    if value.replace("-", "_") not in Locale("en").languages:
        raise PydanticCustomError(
            "not-a-number", "no code", {"expected": "a language's code such as am or fr", "found": value}
        )
    return value


Line = Annotated[str, AfterValidator(_line), for_editors(r"\S")]
Day = Annotated[str, AfterValidator(_day), for_editors(f"^{DATE.pattern}$")]
Country = Annotated[str, AfterValidator(_country), for_editors("^[A-Z]{2}$")]
LanguageCode = Annotated[str, AfterValidator(_language), for_editors("^[a-z]{2,3}([_-][A-Za-z]+)*$")]


class HelplineFile(Entry):
    """One service of one country."""

    service: Service
    """Which of the three it is: to talk to, to report to, or to have a picture removed."""
    country: Country
    """Two letters (ISO 3166), such as ET for Ethiopia; ZZ only for samples, which no player sees."""
    name: Line
    """What the service calls itself."""
    number: str = ""
    """As it is dialled in the country."""
    address: str = ""
    """Of its site, without https://, where there is no number or both work."""
    hours: Line
    """When somebody answers."""
    cost: Line
    """What a call costs, and from which phones."""
    languages: Annotated[tuple[LanguageCode, ...], Field(min_length=1)]
    """Codes of the languages spoken there."""
    tracks: Annotated[tuple[str, ...], Field(min_length=1)]
    """For whom it is. A hotline is never for young children; see `services:` in tracks.yaml."""
    # Compulsory here, and a place to look at rather than a publication.
    source: Line  # type: ignore[assignment]
    """Where its number stands, so that somebody can look again."""
    verified_on: Day
    """The day somebody last called and made sure of everything here."""
    verified_by: Verifier
    """In which role; never a name."""


@dataclass(frozen=True)
class Known:
    """What helpline files are checked against."""

    tracks: Mapping[str, Track] = field(default_factory=dict)
    today: date | None = None
    """None: not known, so no day lies in the future."""


def load_helplines(
    root: Path, known: Known, only: Path | None = None
) -> tuple[dict[str, Helpline], list[Problem]]:
    """Services by their files' names, and every problem. A broken file leaves the others."""
    folder = root / FOLDER
    lines: dict[str, Helpline] = {}
    problems: list[Problem] = []
    for path in [only] if only else sorted(folder.glob("*.yaml"))[:MAX_FILES]:
        entry, found = load_own_file(path, root, HelplineFile, partial(_check, known))
        if entry and not FILE_NAME.fullmatch(path.stem):
            entry, found = None, [Complaint("bad-id", {"found": path.stem}).at(path)]
        problems += found
        if entry:
            lines[path.stem] = _helpline(path.stem, entry)
    return lines, problems


def _check(known: Known, entry: HelplineFile) -> Iterator[Finding]:
    if known.today and isinstance(entry.verified_on, date) and entry.verified_on > known.today:
        yield Finding("future-date", ("verified_on",), {"found": entry.verified_on.isoformat()})
    for index, track in enumerate(entry.tracks):
        if track not in known.tracks:
            yield Finding("unknown-track", ("tracks", index), {"found": track, "known": list(known.tracks)})
        elif entry.service not in known.tracks[track].services:
            fitting = [name for name, one in known.tracks.items() if entry.service in one.services]
            yield Finding(
                "not-for-them",
                ("tracks", index),
                {"found": track, "service": entry.service, "known": fitting},
            )
    if not entry.number and not entry.address:
        yield Finding("missing-key", (), {"key": "number"})
    real = bool(CALLABLE.fullmatch(entry.number)) and any(char in "123456789" for char in entry.number)
    nobodys = entry.address.lower().endswith(RESERVED)
    if entry.country == SAMPLE_COUNTRY:
        if real or (entry.address and not nobodys):
            yield Finding("unknown-country", ("country",), {"found": entry.country})
        return
    if entry.number and not real:
        yield Finding("nobody-answers", ("number",), {"found": entry.number})
    if entry.address and (nobodys or "." not in entry.address or " " in entry.address):
        yield Finding("nobody-answers", ("address",), {"found": entry.address})


def _helpline(name: str, entry: HelplineFile) -> Helpline:
    from cop_challenge.i18n.locale import own_name

    keyed = entry.keyed(f"helpline.{name}")
    return Helpline(
        id=name,
        service=keyed.service,
        country=keyed.country,
        name=keyed.name,  # type: ignore[arg-type]
        number=" ".join(keyed.number.split()),
        address=keyed.address,
        hours=keyed.hours,  # type: ignore[arg-type]
        cost=keyed.cost,  # type: ignore[arg-type]
        languages=keyed.languages,
        speaks=Text(", ".join(own_name(code) for code in keyed.languages)),
        tracks=keyed.tracks,
        verified_on=keyed.verified_on,  # type: ignore[arg-type]
    )

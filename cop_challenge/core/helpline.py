"""Services that help: a helpline to talk to, a hotline to report to, a way to have a picture removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from cop_challenge.core import words
from cop_challenge.core.text import NOTHING, Text

SAMPLE_COUNTRY = "ZZ"
"""Kept for private use by ISO 3166: the country of samples, which no player ever sees."""


class Service(StrEnum):
    """Three different things; what one does the others do not."""

    HELPLINE = "helpline"
    """Somebody to talk to."""
    HOTLINE = "hotline"
    """Where the public reports what is against the law, without a name. Never for young children."""
    IMAGE_REMOVAL = "image-removal"
    """Has a private picture taken down; the picture itself never leaves the device."""


@dataclass(frozen=True)
class Helpline:
    """One service of one country, as somebody there has verified it."""

    id: str
    service: Service
    country: str
    """ISO 3166-1 alpha-2."""
    name: Text
    verified_on: date
    tracks: tuple[str, ...]
    """Ids of the tracks it is for."""
    number: str = ""
    """As it is dialled in the country."""
    address: str = ""
    """Of its site, in a browser."""
    hours: Text = NOTHING
    cost: Text = NOTHING
    languages: tuple[str, ...] = ()
    """Codes of what is spoken there."""
    speaks: Text = NOTHING
    """The same by name, each in itself."""


def current(
    lines: Iterable[Helpline],
    today: date,
    oldest_days: int,
    *,
    country: str,
    track: str = "",
    language: str = "",
) -> tuple[Helpline, ...]:
    """What may be shown in a country today; of one track, if named. Nothing where nothing is sure.

    Verified longer ago than `oldest_days`, or on a day still to come, is not sure. Another country's
    service never stands in, and neither does a sample. Those that speak the language come first, and
    the others stay: a service that answers in another language is better than none.
    """
    if country == SAMPLE_COUNTRY:
        return ()
    found = [line for line in lines if line.country == country and _sure(line, today, oldest_days)]
    return for_track(found, track, language) if track else tuple(found)


def for_track(lines: Iterable[Helpline], track: str, language: str = "") -> tuple[Helpline, ...]:
    """Those for the track: helplines first, and of one sort those first that speak the language."""
    order = list(Service)
    return tuple(
        sorted(
            (line for line in lines if track in line.tracks),
            key=lambda line: (order.index(line.service), language not in line.languages),
        )
    )


def one_of_each(services: Iterable[Service], lines: Iterable[Helpline]) -> tuple[Helpline, ...]:
    """The first line of each of these services: more would have to be chosen from."""
    lines = tuple(lines)
    firsts = (next((line for line in lines if line.service is service), None) for service in services)
    return tuple(line for line in firsts if line)


def state(lines: Iterable[Helpline], today: date, oldest_days: int, *, country: str) -> Text:
    """One line for staff: none, verified on which day, or too old since when."""
    here = [line for line in lines if line.country == country != SAMPLE_COUNTRY]
    sure = [line for line in here if _sure(line, today, oldest_days)]
    if not here:
        return words.STAFF_HELP_NONE
    if not sure:
        if min(line.verified_on for line in here) > today:
            return words.STAFF_HELP_FUTURE.fill(day=min(line.verified_on for line in here))
        latest = max(line.verified_on for line in here if line.verified_on <= today)
        return words.STAFF_HELP_OLD.fill(day=latest + timedelta(days=oldest_days + 1))
    day = min(line.verified_on for line in sure)
    if len(sure) == len(here):
        return words.STAFF_HELP_GOOD.fill(day=day)
    return words.STAFF_HELP_SOME.fill(day=day, good=len(sure), total=len(here))


def _sure(line: Helpline, today: date, oldest_days: int) -> bool:
    return 0 <= (today - line.verified_on).days <= oldest_days


def spelled(number: str) -> str:
    """A number as it is said: sign by sign, since a voice would make thousands of it."""
    return " ".join(number.replace(" ", "")) if any(char.isdigit() for char in number) else number

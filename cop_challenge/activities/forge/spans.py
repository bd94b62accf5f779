"""Lengths of time a ten-year-old knows, in seconds, to measure a lock by."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

HOUR = 3600.0
DAY = 24 * HOUR
YEAR = 365.25 * DAY


class Span(StrEnum):
    """Names of the spans, as lessons write them."""

    BLINK = "blink"
    BREATH = "breath"
    SONG = "song"
    LESSON = "lesson"
    SCHOOL_DAY = "school-day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    SCHOOL_YEARS = "school-years"
    LIFE = "life"
    PYRAMIDS = "pyramids"
    ICE_AGE = "ice-age"
    PEOPLE = "people"
    DINOSAURS = "dinosaurs"
    EARTH = "earth"
    STARS = "stars"


SECONDS: Mapping[Span, float] = {
    Span.BLINK: 0.3,  # 0.1 to 0.4 s
    Span.BREATH: 4,  # a child breathes 12 to 20 times a minute
    Span.SONG: 3 * 60,
    Span.LESSON: 45 * 60,
    Span.SCHOOL_DAY: 6 * HOUR,
    Span.DAY: DAY,
    Span.WEEK: 7 * DAY,
    Span.MONTH: 30 * DAY,
    Span.YEAR: YEAR,
    Span.SCHOOL_YEARS: 12 * YEAR,
    Span.LIFE: 80 * YEAR,
    Span.PYRAMIDS: 4_500 * YEAR,  # Giza, about 2560 BCE
    Span.ICE_AGE: 11_700 * YEAR,  # end of the Pleistocene (ICS)
    Span.PEOPLE: 300_000 * YEAR,  # oldest known remains of Homo sapiens, Jebel Irhoud (Nature 2017)
    Span.DINOSAURS: 66e6 * YEAR,  # end of the Cretaceous (ICS)
    Span.EARTH: 4.54e9 * YEAR,
    Span.STARS: 13.8e9 * YEAR,  # age of the universe (Planck 2018)
}
"""In rising order; sources where a number has one."""


def longest(seconds: float) -> Span | None:
    """The longest span that is over by then; None if it is less than a blink."""
    over = [span for span, length in SECONDS.items() if length <= seconds]
    return over[-1] if over else None

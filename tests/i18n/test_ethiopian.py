"""The calendar and the clock of Ethiopia."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.i18n.dates import on_paper, span_on_paper
from cop_challenge.i18n.ethiopian import MONTHS, clock, ethiopian


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2026, 11, 29), (2019, 3, 20)),
        (date(2007, 9, 12), (2000, 1, 1)),  # the Ethiopian millennium
        (date(2015, 9, 11), (2007, 13, 6)),  # the sixth day of a leap year's short month
        (date(2015, 9, 12), (2008, 1, 1)),
        (date(2024, 1, 7), (2016, 4, 28)),  # Genna after a leap year's new year
        (date(2025, 1, 19), (2017, 5, 11)),  # Timket
        (date(1896, 3, 1), (1888, 6, 23)),  # Adwa
        (date(1974, 9, 12), (1967, 1, 2)),
        (date(8, 8, 27), (1, 1, 1)),
    ],
)
def test_known_days(day: date, there: tuple[int, int, int]) -> None:
    """New years, holidays and days of history."""
    assert ethiopian(day) == there


@given(st.dates(date(8, 8, 27), date(9999, 12, 30)))
def test_the_next_day_is_the_next_day(day: date) -> None:
    """Thirty days a month, then five, or six every fourth year; then a new year."""
    year, month, of_month = ethiopian(day)
    length = 30 if month < 13 else 6 if year % 4 == 3 else 5
    following = (year, month, of_month + 1)
    if of_month == length:
        following = (year, month + 1, 1) if month < len(MONTHS) else (year + 1, 1, 1)
    assert ethiopian(day + timedelta(days=1)) == following


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        (time(0, 0), "ከሌሊቱ 6:00"),
        (time(6, 0), "ከጠዋቱ 12:00"),
        (time(7, 5), "ከጠዋቱ 1:05"),
        (time(12, 0), "ከቀኑ 6:00"),
        (time(13, 30), "ከቀኑ 7:30"),
        (time(18, 59), "ከምሽቱ 12:59"),
        (time(20, 0), "ከምሽቱ 2:00"),
    ],
)
def test_hours_are_counted_from_sunrise(moment: time, there: str) -> None:
    """One o'clock is seven o'clock."""
    assert clock(moment) == there


def test_paper_says_both_where_there_are_two() -> None:
    """In Amharic; in every other language once."""
    assert on_paper(date(2026, 11, 29), "am") == "29 ኖቬምበር 2026 (20 ኅዳር 2019)"
    assert on_paper(time(9, 30), "am") == "09:30 (ከጠዋቱ 3:30)"
    assert on_paper(date(2026, 11, 29), "en") == "29 November 2026"
    assert on_paper(time(9, 30), "fr") == "09:30"


def test_hours_of_a_timetable_are_told_in_two_lines() -> None:
    """Where hours are counted otherwise; the quarter of the day is named again if it changes."""
    assert span_on_paper(time(9), time(9, 15), "am") == ["09:00–09:15", "ከጠዋቱ 3:00–3:15"]
    assert span_on_paper(time(11, 57), time(12, 12), "am") == ["11:57–12:12", "ከጠዋቱ 5:57–ከቀኑ 6:12"]
    assert span_on_paper(time(9), time(9, 15), "ar", "EG") == ["٠٩:٠٠–٠٩:١٥"]

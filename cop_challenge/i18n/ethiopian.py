"""The calendar and the clock of Ethiopia: twelve months of thirty days and five or six days more; hours
counted from sunrise.

Arithmetic: Reingold and Dershowitz, *Calendrical Calculations*, 4th edition, chapter 4.
Month names: CLDR, `am`.
"""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

EPOCH = date(8, 8, 27).toordinal()
"""The first day of the year 1."""
MONTHS = (
    "መስከረም",
    "ጥቅምት",
    "ኅዳር",
    "ታኅሣሥ",
    "ጥር",
    "የካቲት",
    "መጋቢት",
    "ሚያዝያ",
    "ግንቦት",
    "ሰኔ",
    "ሐምሌ",
    "ነሐሴ",
    "ጳጉሜን",
)
QUARTERS = ("ከሌሊቱ", "ከጠዋቱ", "ከቀኑ", "ከምሽቱ")
"""Of the day, six hours each, from midnight on: at night, in the morning, by day, in the evening."""


class EthiopianDate(NamedTuple):
    """A day as Ethiopia counts it."""

    year: int
    month: int
    """1 to 13."""
    day: int

    @property
    def words(self) -> str:
        """`20 ኅዳር 2019`."""
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"


def ethiopian(day: date) -> EthiopianDate:
    """The same day there."""
    since = day.toordinal() - EPOCH
    year = (4 * since + 1463) // 1461
    of_year = since - 365 * (year - 1) - year // 4
    return EthiopianDate(year, of_year // 30 + 1, of_year % 30 + 1)


def clock(moment: time) -> str:
    """The same moment there, to the minute: 09:30 is `ከጠዋቱ 3:30`."""
    return f"{QUARTERS[moment.hour // 6]} {(moment.hour - 7) % 12 + 1}:{moment.minute:02}"

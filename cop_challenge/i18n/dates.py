"""Dates and times in words, as the language writes them."""

from __future__ import annotations

from datetime import date, time

from cop_challenge.i18n.ethiopian import clock, ethiopian
from cop_challenge.i18n.numbers import Digits, locale_of, redigit

ETHIOPIAN = frozenset({"am"})
"""Languages whose readers count days and hours as Ethiopia does."""


def in_words(day: date, language: str, country: str = "", digits: Digits = "default") -> str:
    """`24 November 2026`, `٢٤ نوفمبر ٢٠٢٦`…; the ISO form where the language's own is not known."""
    locale = locale_of(language)
    if locale is None:
        return day.isoformat()
    from babel.dates import format_date

    return redigit(format_date(day, "long", locale), language, country, digits)


def on_paper(moment: date | time, language: str) -> str:
    """A day in words, or a time of day: `09:30`. What hangs on a wall for weeks says both ways of counting
    where there are two: `29 ኖቬምበር 2026 (20 ኅዳር 2019)`, `09:30 (ከጠዋቱ 3:30)`."""
    twice = language.partition("_")[0] in ETHIOPIAN
    if isinstance(moment, time):
        # 24 hours are understood everywhere, and half as long in a timetable.
        said, also = redigit(moment.strftime("%H:%M"), language), clock(moment)
    else:
        said, also = in_words(moment, language), ethiopian(moment).words
    return f"{said} ({also})" if twice else said

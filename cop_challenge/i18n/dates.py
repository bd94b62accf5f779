"""Dates and times in words, as the language writes them."""

from __future__ import annotations

from datetime import date, time

from cop_challenge.i18n.ethiopian import QUARTERS, clock, ethiopian
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


def on_paper(moment: date | time, language: str, country: str = "", digits: Digits = "default") -> str:
    """A day in words, or a time of day: `09:30`. What hangs on a wall for weeks says both ways of counting
    where there are two: `29 ኖቬምበር 2026 (20 ኅዳር 2019)`, `09:30 (ከጠዋቱ 3:30)`."""
    if isinstance(moment, time):
        # 24 hours are understood everywhere, and half as long in a timetable.
        said, also = redigit(moment.strftime("%H:%M"), language, country, digits), clock(moment)
    else:
        said, also = in_words(moment, language, country, digits), ethiopian(moment).words
    return f"{said} ({also})" if _twice(language) else said


def span_on_paper(
    start: time, end: time, language: str, country: str = "", digits: Digits = "default"
) -> list[str]:
    """From one time of day to another, in lines: `09:00–09:15`, and below it `ከጠዋቱ 3:00–3:15` where hours are
    counted so, too. The quarter of the day says which clock is meant; it is named again if it changes."""
    lines = [redigit(f"{start:%H:%M}–{end:%H:%M}", language, country, digits)]
    if _twice(language):
        first, last = clock(start), clock(end)
        same = QUARTERS[start.hour // 6] == QUARTERS[end.hour // 6]
        lines.append(f"{first}–{last.rpartition(' ')[2] if same else last}")
    return lines


def _twice(language: str) -> bool:
    return language.partition("_")[0] in ETHIOPIAN

"""Dates in words, as the language writes them."""

from __future__ import annotations

from datetime import date

from cop_challenge.i18n.numbers import Digits, locale_of, redigit


def in_words(day: date, language: str, country: str = "", digits: Digits = "default") -> str:
    """`24 November 2026`, `٢٤ نوفمبر ٢٠٢٦`…; the ISO form where the language's own is not known."""
    locale = locale_of(language)
    if locale is None:
        return day.isoformat()
    from babel.dates import format_date

    return redigit(format_date(day, "long", locale), language, country, digits)

"""Dates in words, as the language writes them."""

from __future__ import annotations

from datetime import date

from cop_challenge.i18n.locale import SOURCE_LANGUAGE


def in_words(day: date, language: str) -> str:
    """`24 November 2026`, `24 نوفمبر 2026`…; the ISO form where the language's own is not known."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    # English without a country is that of the United States to CLDR; the game's is the world's.
    code = "en_001" if language == SOURCE_LANGUAGE else language.replace("-", "_")
    try:
        return format_date(day, "long", Locale.parse(code))
    except (UnknownLocaleError, ValueError):
        return day.isoformat()

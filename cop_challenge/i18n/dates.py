"""Days as people of a language write them."""

from __future__ import annotations

from datetime import date


def written(day: date, language: str) -> str:
    """`November 24, 2026`, in the language's own words and order; ISO where the language is not known."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(day, format="long", locale=Locale.parse(language.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return day.isoformat()

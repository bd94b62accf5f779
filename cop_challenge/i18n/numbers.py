"""Numbers, shares and lists as a language writes them in a country.

English needs nothing of this: it is written here, so that the station's first picture waits for no Babel.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from cop_challenge.i18n.locale import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from babel import Locale

Digits = Literal["default", "latn"]

FEW = 10_000
"""Whole numbers below this are written without a sign between thousands: years, and counts of guesses."""


@lru_cache(maxsize=64)
def locale_of(language: str, country: str = "") -> Locale | None:
    """What Babel knows of the language, as it is written in the country if it knows that too."""
    from babel import Locale, UnknownLocaleError

    code = language.replace("-", "_")
    # English without a country is that of the United States to CLDR; the game's is the world's.
    codes = ["en_001"] if language == SOURCE_LANGUAGE else [code]
    if country and "_" not in code:
        codes.insert(0, f"{code}_{country}")
    for tried in codes:
        try:
            return Locale.parse(tried)
        except (UnknownLocaleError, ValueError):
            continue
    return None


@lru_cache(maxsize=4096)
def number(value: float, language: str, country: str = "", digits: Digits = "default") -> str:
    """`12,345.5`, `12 345,5`, `١٢٬٣٤٥٫٥`."""
    few = isinstance(value, int) and abs(value) < FEW
    if language == SOURCE_LANGUAGE:
        return str(value) if few else f"{value:,}"
    locale = locale_of(language, country)
    if locale is None:
        return str(value)
    from babel.numbers import format_decimal

    written = format_decimal(value, locale=locale, group_separator=not few, numbering_system=digits)
    return redigit(written, language, country, digits)


@lru_cache(maxsize=512)
def rounded(value: int, language: str, country: str = "", digits: Digits = "default") -> str:
    """`40 thousand`, `40 mille`, `٤٠ ألف`, `4万`."""
    locale = locale_of(language, country)
    # Babel (2.19) reads patterns of two halves, as Swahili has, as one.
    if locale is None or ";" in str(locale.compact_decimal_formats["long"]["other"]["1000"].pattern):
        return number(value, language, country, digits)
    from babel.numbers import format_compact_decimal

    written = format_compact_decimal(value, format_type="long", locale=locale, numbering_system=digits)
    return redigit(written, language, country, digits)


@lru_cache(maxsize=512)
def share(percent: int, language: str, country: str = "", digits: Digits = "default") -> str:
    """`40 %` in English, as the game's own books have it; elsewhere `40%`, `٤٠٪`, `%40`."""
    if language == SOURCE_LANGUAGE or (locale := locale_of(language, country)) is None:
        return f"{percent}\u00a0%"
    from babel.numbers import format_percent

    written = format_percent(percent / 100, locale=locale, numbering_system=digits)
    system = "latn" if digits == "latn" else locale.default_numbering_system
    # Babel leaves the sign as it is; its marks of direction are not needed beside ours.
    sign = locale.number_symbols.get(system, {}).get("percentSign", "%").strip("\u061c\u200e\u200f")
    return redigit(written.replace("%", sign), language, country, digits)


def listing(items: Sequence[str], language: str) -> str:
    """`a, b, c`, `a, b et c`, `a وb وc`, `a、b和c`."""
    if language == SOURCE_LANGUAGE or (locale := locale_of(language)) is None:
        return ", ".join(items)
    from babel.lists import format_list

    return format_list(list(items), locale=locale)


NOUGHTS = {
    "adlm": 0x1E950, "arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "cakm": 0x11136, "deva": 0x966,
    "gujr": 0xAE6, "hmnp": 0x1E140, "khmr": 0x17E0, "laoo": 0xED0, "mtei": 0xABF0, "mymr": 0x1040,
    "nkoo": 0x7C0, "olck": 0x1C50, "orya": 0xB66, "rohg": 0x10D30, "thai": 0xE50, "tibt": 0xF20,
}  # fmt: skip
"""Code point of nought in CLDR's systems of ten digits; 1 to 9 follow it (Unicode, chapter 22.3). Babel has
the systems' names and signs only."""


@lru_cache(maxsize=64)
def _table(language: str, country: str) -> dict[int, int]:
    locale = locale_of(language, country)
    nought = NOUGHTS.get(locale.default_numbering_system, ord("0")) if locale else ord("0")
    return {ord("0") + digit: nought + digit for digit in range(10)}


def redigit(text: str, language: str, country: str = "", digits: Digits = "default") -> str:
    """Words that are written already, such as a day, with the language's digits in them."""
    if language == SOURCE_LANGUAGE or digits == "latn":
        return text
    return text.translate(_table(language, country))

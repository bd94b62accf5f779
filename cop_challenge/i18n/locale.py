"""Languages a station can speak: their own names, and the direction they are written in."""

from __future__ import annotations

from pathlib import Path

SOURCE_LANGUAGE = "en"

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "sd", "ug", "yi"})
"""Babel knows this too, but a page's direction is needed before anything heavy is loaded."""

_OWN_NAMES = {"en": "English"}


def is_right_to_left(code: str) -> bool:
    """Whether pages of the language are mirrored."""
    return code.partition("_")[0].partition("-")[0] in RIGHT_TO_LEFT


def own_name(code: str) -> str:
    """The language's name in itself: العربية, français…"""
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code.replace("-", "_")).get_display_name() or code
    except (UnknownLocaleError, ValueError):
        return code
    return name[:1].upper() + name[1:]


def available(locales: Path) -> tuple[str, ...]:
    """Codes of the languages there are: the source, and every folder with a catalogue."""
    found = sorted(path.parent.name for path in locales.glob("*/messages.po"))
    return (SOURCE_LANGUAGE, *(code for code in found if code != SOURCE_LANGUAGE))

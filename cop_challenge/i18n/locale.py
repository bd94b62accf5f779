"""Languages a station can speak: their own names, and the direction they are written in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

SOURCE_LANGUAGE = "en"
LANGUAGE = r"^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*$"
"""What a language's code looks like."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "sd", "ug", "yi"})
"""Babel knows this too, but a page's direction is needed before anything heavy is loaded."""

PSEUDO_LANGUAGE = "en-XA"
"""No language (XA is for private use): longer, accented English in brackets, for looking at layouts."""

_OWN_NAMES = {"en": "English", PSEUDO_LANGUAGE: "[Éñglíšh]"}


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


def available(*folders: Path, also: Iterable[str] = ()) -> tuple[str, ...]:
    """Codes of the languages there are: the source, whatever a folder has a catalogue of, and `also`."""
    found = sorted(
        {path.parent.name for folder in folders for path in folder.glob("*/messages.po")} | set(also)
    )
    return (SOURCE_LANGUAGE, *(code for code in found if code != SOURCE_LANGUAGE))

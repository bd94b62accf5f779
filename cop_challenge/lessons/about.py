"""What a pack says of itself, and changes in what lies below it: `pack.yaml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from cop_challenge.activities.fields import Id, Picture, Words
from cop_challenge.activities.lesson import Entry
from cop_challenge.core.text import Text
from cop_challenge.i18n.locale import LANGUAGE, SOURCE_LANGUAGE

FILE = "pack.yaml"
MAX_WORDS = 8
"""Of a name: the publisher's has a small place on the screen that invites."""


def _language(value: str) -> str:
    if not re.fullmatch(LANGUAGE, value):
        raise PydanticCustomError("not-a-language", "no language", {"found": value})
    return value


def _line(value: str) -> str:
    words = value.split()
    if not words:
        raise PydanticCustomError("empty-text", "empty")
    if len(words) > MAX_WORDS:
        raise PydanticCustomError("too-many-words", "too long", {"count": len(words), "limit": MAX_WORDS})
    return " ".join(words)


Line = Annotated[str, AfterValidator(_line)]


class About(Entry):
    """A pack as a whole; a pack that has no such file is one of everything usual."""

    language: Annotated[str, AfterValidator(_language)] = SOURCE_LANGUAGE
    """Code of the language its texts are written in."""
    id: Id | None = None
    """Its name for computers, by which an update finds it; needed to share it."""
    title: Line = ""
    """What it is called."""
    version: Line = ""
    """Such as 2 or 2026-11; told to whoever installs it."""
    publisher: Line = ""
    """Who brings it."""
    licence: Line = ""
    """Under which others may use it, such as CC BY 4.0."""
    logo: Picture = ""
    """The publisher's sign."""
    hide: tuple[Id, ...] = ()
    """Lessons of the built-in content, or of packs below, that are not to be played."""
    order: tuple[Id, ...] = ()
    """Lessons that come first, in this order; all others follow as usual."""
    texts: Annotated[Mapping[str, Annotated[Text, Words("overlay")]], Field(max_length=2000)] = {}
    """Single texts of what lies below, by key, and what they are to say instead."""


NOTHING_SAID = About()

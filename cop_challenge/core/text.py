"""Words that are resolved to a language only when they are drawn or spoken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Percent:
    """A share, written as the language writes it: 40 %, 40%, ٤٠٪."""

    percent: int


@dataclass(frozen=True, slots=True)
class Rounded:
    """A large number in words: 4 thousand, 4 mille, 4 千; two or three leading digits of it are enough."""

    number: int


@dataclass(frozen=True, slots=True)
class Listing:
    """Things in a row, set apart as the language does: with commas, with ، or with 、."""

    items: tuple[str | Text, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in the source language with the key its translations are found by."""

    source: str
    """As the author wrote it."""

    key: str = ""
    """gettext context, built from ids (`red-light.photo-ask.prompt`), never from positions."""

    values: tuple[tuple[str, Filling], ...] = ()
    """Fillings of `{name}` placeholders, by name. Numbers, shares, lists and days are written as the
    language writes them; a string is as it is."""

    plural: str = ""
    """`source` for every `{count}` but one, where that matters. Languages with more forms bring their own."""

    def fill(self, **values: Filling) -> Text:
        """This text with its placeholders filled; nested texts resolve in the same language."""
        return replace(self, values=tuple(sorted(values.items(), key=lambda pair: pair[0])))

    def __bool__(self) -> bool:
        return bool(self.source)


Filling = int | float | str | date | Percent | Rounded | Listing | Text
NOTHING = Text("")

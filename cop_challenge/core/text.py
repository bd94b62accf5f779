"""Words that are resolved to a language only when they are drawn or spoken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in the source language with the key its translations are found by."""

    source: str
    """As the author wrote it."""

    key: str = ""
    """gettext context, built from ids (`red-light.photo-ask.prompt`), never from positions."""

    values: tuple[tuple[str, int | str | date | Text], ...] = ()
    """Fillings of `{name}` placeholders, by name; days are written as the language writes them."""

    plural: str = ""
    """`source` for every `{count}` but one, where that matters. Languages with more forms bring their own."""

    def fill(self, **values: int | str | date | Text) -> Text:
        """This text with its placeholders filled; nested texts resolve in the same language."""
        return replace(self, values=tuple(sorted(values.items(), key=lambda pair: pair[0])))

    def __bool__(self) -> bool:
        return bool(self.source)


NOTHING = Text("")

"""Texts in the language of the moment; what is not translated shows its source."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cop_challenge.core.text import Filling, Listing, Percent, Text
from cop_challenge.i18n import numbers
from cop_challenge.i18n.dates import in_words
from cop_challenge.i18n.locale import SOURCE_LANGUAGE, is_right_to_left
from cop_challenge.i18n.numbers import Digits


class Translator:
    """Resolves texts. Catalogues are gettext files, `locales/<code>/messages.po`, by text key."""

    def __init__(self, locales: Path, language: str = SOURCE_LANGUAGE) -> None:
        self._locales = locales
        self._catalogues: dict[str, dict[str, str]] = {SOURCE_LANGUAGE: {}}
        self.language = language
        self.country = ""
        """Where the day is held: numbers may be written differently from country to country."""
        self.digits: Digits = "default"

    @property
    def right_to_left(self) -> bool:
        """Whether the page is mirrored."""
        return is_right_to_left(self.language)

    def __call__(self, text: Text) -> str:
        """The text's words, placeholders filled."""
        words = self._catalogue().get(text.key, text.source) if text.key else text.source
        if not text.values:
            return words
        values = {name: self._filling(value) for name, value in text.values}
        try:
            return words.format_map(values)
        except (KeyError, ValueError, IndexError):
            return text.source.format_map(values)

    def _filling(self, value: Filling) -> str:
        match value:
            case str():
                return value
            case Text():
                return self(value)
            case Percent(percent):
                return numbers.share(percent, self.language, self.country, self.digits)
            case Listing(items):
                return numbers.listing([self._filling(item) for item in items], self.language)
            case date():
                return in_words(value, self.language, self.country, self.digits)
        return numbers.number(value, self.language, self.country, self.digits)

    def _catalogue(self) -> dict[str, str]:
        if self.language not in self._catalogues:
            self._catalogues[self.language] = _read(self._locales / self.language / "messages.po")
        return self._catalogues[self.language]


def _read(path: Path) -> dict[str, str]:
    """Translations by key; nothing if there is no readable catalogue."""
    from babel.messages.pofile import PoFileError, read_po

    try:
        with path.open("rb") as file:
            catalogue = read_po(file)
    except (OSError, PoFileError, ValueError):
        return {}
    return {
        str(message.context): str(message.string)
        for message in catalogue
        if message.context and message.string and not message.fuzzy
    }

"""Texts in the language of the moment; what is not translated shows its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from pathlib import Path
from unicodedata import bidirectional

from cop_challenge.core.text import Filling, Listing, Percent, Rounded, Text
from cop_challenge.i18n import numbers
from cop_challenge.i18n.catalogue import FILE, Catalogue, load, prepare
from cop_challenge.i18n.dates import in_words
from cop_challenge.i18n.locale import SOURCE_LANGUAGE, is_right_to_left
from cop_challenge.i18n.numbers import Digits
from cop_challenge.i18n.placeholders import COUNT, fill

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"


class Translator:
    """Resolves texts. Catalogues are gettext files, `locales/<code>/messages.po`, by text key."""

    def __init__(self, locales: Path, language: str = SOURCE_LANGUAGE, kept: Path | None = None) -> None:
        """`kept`: folder for quick copies of catalogues."""
        self._folders: tuple[Path, ...] = (locales,)
        self._kept = kept
        self._catalogues: dict[str, tuple[Catalogue, ...]] = {}
        self.language = language
        self.country = ""
        """Where the day is held: numbers may be written differently from country to country."""
        self.digits: Digits = "default"
        self._origins: Mapping[str, str] = {}

    def look_in(self, folders: Iterable[Path], origins: Mapping[str, str] | None = None) -> None:
        """Also in these folders of catalogues: packs' own, later ones before earlier ones.

        `origins`: languages in which lessons were written, by id, and single texts, by key, where that is
        not the game's own.
        """
        self._folders = (*reversed(tuple(folders)), self._folders[-1])
        self._catalogues = {}
        self._origins = origins or {}

    def origin(self, text: Text) -> str:
        """The language the text was written in."""
        lesson = self._origins.get(text.key.partition(".")[0], SOURCE_LANGUAGE)
        return self._origins.get(text.key, lesson)

    def has(self, text: Text) -> bool:
        """Whether its words are in the language of the moment: written in it, or translated."""
        return not text.key or self.language == self.origin(text) or self._words(text, 0) is not None

    def spoken_in(self, text: Text) -> str:
        """The language its words are in: that of the moment, unless nobody has translated it."""
        return self.language if self.has(text) else self.origin(text)

    def forget(self) -> None:
        """What was read of the language of the moment; it is read again when it is needed."""
        self._catalogues.pop(self.language, None)

    def prepare(self, languages: Iterable[str]) -> None:
        """Have their catalogues ready to be read in a frame; to be called beside the game."""
        if self._kept:
            for folder, language in product(self._folders, languages):
                prepare(folder / language / FILE, self._kept)

    @property
    def right_to_left(self) -> bool:
        """Whether the page is mirrored."""
        return is_right_to_left(self.language)

    def __call__(self, text: Text) -> str:
        """The text's words, placeholders filled."""
        if not text.values:
            return self._words(text, None) or text.source
        values = {name: self._filling(value) for name, value in text.values}
        count = next((value for name, value in text.values if name == COUNT), None)
        # The source speaks where a translation asks for what nobody fills.
        for words in (self._words(text, count), text.plural if text.plural and count != 1 else text.source):
            try:
                if words is not None:
                    return fill(words, values)
            except KeyError:
                continue
        return text.source

    def _words(self, text: Text, count: object) -> str | None:
        if not text.key or self.language == self.origin(text):
            return None
        found = (catalogue.find(text, count) for catalogue in self._catalogue())
        return next((words for words in found if words), None)

    def _filling(self, value: Filling) -> str:
        match value:
            case str():
                return self._closed(value)
            case Text():
                return self(value)
            case Percent(percent):
                return numbers.share(percent, self.language, self.country, self.digits)
            case Rounded(value):
                return numbers.rounded(value, self.language, self.country, self.digits)
            case Listing(items):
                written = (item if isinstance(item, str) else self._filling(item) for item in items)
                return numbers.listing([self._held(item) for item in written], self.language)
            case date():
                return in_words(value, self.language, self.country, self.digits)
        return numbers.number(value, self.language, self.country, self.digits)

    def _closed(self, value: str) -> str:
        """The value with marks after it that end its direction: a number that follows foreign words would
        else be read as theirs, “A day, 1” and the month on the other side."""
        held = self._held(value)
        return held if held == value else f"{held}{RIGHT_TO_LEFT_MARK}"

    def _held(self, item: str) -> str:
        """The item with a mark after it, where its last sign, such as a bracket, would go astray."""
        strong = {bidirectional(char) for char in item}
        foreign = self.right_to_left and "L" in strong and not strong & {"R", "AL"}
        return f"{item}{LEFT_TO_RIGHT_MARK}" if foreign else item

    def _catalogue(self) -> tuple[Catalogue, ...]:
        language = self.language
        if language not in self._catalogues:
            self._catalogues[language] = tuple(
                load(folder / language / FILE, self._kept) for folder in self._folders
            )
        return self._catalogues[language]

"""What is looked at: the game on this laptop, with the day, packs and languages asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cop_challenge.activities.texts import texts
from cop_challenge.app import wiring
from cop_challenge.app.languages import Languages
from cop_challenge.app.offered import offered
from cop_challenge.core.text import Text
from cop_challenge.core.words import GROWN_UP_TITLE
from cop_challenge.day.day import Day, DayRefused, load_day
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.translate.interface import interface


@dataclass(frozen=True)
class Told:
    """What is in a language."""

    share: float
    """Of all texts of screens and lessons, from 0 to 1."""
    lessons: int
    """How many of which every text is."""


@dataclass(frozen=True)
class Case:
    """One examination."""

    places: wiring.Places
    day_file: Path | None = None
    packs: tuple[Path, ...] = ()
    chosen: tuple[str, ...] = ()
    """Codes of languages; empty: all that are offered."""

    @cached_property
    def day(self) -> Day | DayRefused | None:
        """The day, why it can't be held, or None if none was named."""
        if self.day_file is None:
            return None
        try:
            return load_day(self.day_file)
        except DayRefused as refused:
            return refused

    @property
    def held(self) -> Day | None:
        """The day, if there is one that can be held."""
        return self.day if isinstance(self.day, Day) else None

    @property
    def all_packs(self) -> tuple[Path, ...]:
        """Those asked for, and the day's."""
        return (*self.packs, *(self.held.packs if self.held else ()))

    @cached_property
    def library(self) -> Library:
        """Every lesson in order."""
        return wiring.library(self.places, self.all_packs)

    @cached_property
    def spoken(self) -> Languages:
        """What can be spoken."""
        return Languages(self.places, self.all_packs, self.library)

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of those looked at."""
        known = {language.code: language.code for language in self.spoken.known}
        return self.chosen or offered(known, self.held.languages if self.held else ())

    @property
    def translator(self) -> Translator:
        """One that knows the packs' catalogues, too."""
        return self.spoken.look(Translator(self.places.locales, kept=self.places.catalogues))

    @cached_property
    def told(self) -> Mapping[str, Told]:
        """How much of everything is in each language."""
        translator = self.translator
        words = [Text(message.source, message.key) for message in interface()]
        lessons = [[one.text for one in texts(lesson)] for lesson in self.library.lessons.values()]
        found = {}
        for language in self.languages:
            translator.language = language
            own = sum(map(translator.has, words))
            has = [[translator.has(text) for text in said] for said in lessons]
            share = (own + sum(map(sum, has))) / (len(words) + sum(map(len, lessons)))
            found[language] = Told(share, sum(map(all, has)))
            translator.forget()
        return found

    def sentence(self, language: str) -> str:
        """Something to say in the language."""
        translator = self.translator
        translator.language = language
        return translator(GROWN_UP_TITLE)

"""What a station speaks: its languages, what is told in each of them, and what people have read out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.texts import texts
from cop_challenge.app.told import Told, ToldCopies
from cop_challenge.app.wiring import Places, pack_locales
from cop_challenge.core.options import Language
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.text import Text
from cop_challenge.i18n.catalogue import FILE, State, state
from cop_challenge.i18n.locale import available, own_name
from cop_challenge.i18n.narration import FOLDER, Narration
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.shelf import Shelf

if TYPE_CHECKING:
    from cop_challenge.activities.lesson import Lesson
    from cop_challenge.lessons.library import Library


@dataclass(frozen=True)
class Languages:
    """Of a station with these packs and lessons."""

    places: Places
    packs: Sequence[Path]
    loaded: Library

    @cached_property
    def known(self) -> tuple[Language, ...]:
        """What the game, its packs and their authors speak, each named in itself."""
        folders = (self.places.locales, *pack_locales(self.packs))
        # Single texts in another language are no reason to offer it.
        written = {code for key, code in self.loaded.origins.items() if "." not in key}
        codes = available(*folders, also=written)
        return tuple(Language(code, Text(own_name(code))) for code in codes)

    @property
    def narration_folders(self) -> tuple[Path, ...]:
        """Where lines that were read out are kept, the last pack first."""
        return (*reversed(self.packs), self.places.content)

    def look(self, translator: Translator) -> Translator:
        """The translator, looking into the packs, too."""
        translator.look_in(pack_locales(self.packs), self.loaded.origins)
        return translator

    def lessons_in(self) -> Mapping[str, Set[str]]:
        """By code of a language, ids of the lessons of which every text is in it; not named where all are."""
        lessons = Shelf.of(self.loaded.lessons)
        copies = ToldCopies(self.places.told, self._catalogue_files())
        told: dict[str, set[str]] = {language.code: set() for language in self.known}
        cards = {card.id: card for card in lessons.cards}
        for digest, ids in lessons.by_digest().items():
            found = copies.find(digest, ids) if digest else None
            if found is None:
                found = self._told([cards[id] for id in ids])
                if digest:
                    copies.keep(digest, ids, found)
            for code in told:
                told[code].update(set(ids).intersection(found.get(code, ())))
        return {code: every for code, every in told.items() if len(every) < len(lessons)}

    def _told(self, cards: Sequence[LessonCard]) -> Told:
        """Ids of these that are wholly in a language, by its code."""
        translator = self._translator()
        reworded = {key.partition(".")[0] for key in self.loaded.origins if "." in key}
        said: dict[str, list[Text]] = {}
        """Of the lessons that had to be read."""

        def told(card: LessonCard) -> bool:
            # Most say by their card that they are not translated, or that there is nothing to translate.
            if not translator.has(card.title) or not translator.has(card.takeaway):
                return False
            if card.id not in reworded and translator.origin(card.title) == translator.language:
                return True
            if card.id not in said:
                said[card.id] = [one.text for one in texts(self.loaded.lessons[card.id])]
            return all(map(translator.has, said[card.id]))

        found = {}
        for language in self.known:
            translator.language = language.code
            found[language.code] = [card.id for card in cards if told(card)]
            translator.forget()
        return found

    def _catalogue_files(self) -> tuple[Path, ...]:
        folders = (self.places.locales, *pack_locales(self.packs))
        return tuple(folder / language.code / FILE for folder in folders for language in self.known)

    def narrated(self) -> Iterator[str]:
        """Codes of languages in which people have read out every lesson of the players who are read to."""
        translator, narration = self._translator(), Narration()
        narration.look_in(self.narration_folders)
        spoken = {track.id for track in self.loaded.tracks.values() if track.spoken}
        ids = [card.id for card in self.loaded.cards if card.track in spoken]
        for language in self.known:
            translator.language = code = language.code
            if not any((folder / FOLDER / code).is_dir() for folder in self.narration_folders):
                continue
            # Nothing more is read once a line is missing.
            said = (one.text for id in ids for one in texts(self.loaded.lessons[id]))
            if ids and all(narration.find(code, text, translator(text)) for text in said):
                yield code

    def drafts(self) -> Iterator[Language]:
        """Those with a catalogue that no native reader has approved."""
        folders = (self.places.locales, *pack_locales(self.packs))
        for language in self.known:
            files = [path for folder in folders if (path := folder / language.code / FILE).is_file()]
            if any(state(path) is State.DRAFT for path in files):
                yield language

    def _translator(self) -> Translator:
        return self.look(Translator(self.places.locales, kept=self.places.catalogues))


def offered_in(loaded: Library, translator: Translator) -> Library:
    """The lessons and spot messages that are in the translator's language; of a track without any, all."""
    lessons = {id: lesson for id, lesson in loaded.lessons.items() if _told(lesson, translator)}
    tracks = {lesson.track for lesson in lessons.values()}
    lessons |= {id: lesson for id, lesson in loaded.lessons.items() if lesson.track not in tracks}
    messages = {
        track: tuple(one for one in every if translator.has(one.text)) or every
        for track, every in loaded.spot_messages.items()
    }
    return replace(loaded, lessons=lessons, spot_messages=messages)


def _told(lesson: Lesson, translator: Translator) -> bool:
    return all(translator.has(one.text) for one in texts(lesson))

"""What a station speaks: its languages, what is told in each of them, and what people have read out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.texts import texts
from cop_challenge.app.told import Told, ToldCopies
from cop_challenge.app.wiring import Places, pack_locales
from cop_challenge.core.options import Language
from cop_challenge.core.text import Text
from cop_challenge.i18n.catalogue import FILE, State, state
from cop_challenge.i18n.locale import available, own_name
from cop_challenge.i18n.narration import FOLDER, Narration
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.shelf import Shelf

if TYPE_CHECKING:
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
        codes = available(*folders, also=self.loaded.origins.values())
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
        for digest, ids in lessons.by_digest().items():
            found = copies.find(digest, ids) if digest else None
            if found is None:
                found = self._told({id: lessons[id] for id in ids})
                if digest:
                    copies.keep(digest, ids, found)
            for code in told:
                told[code].update(set(ids).intersection(found.get(code, ())))
        return {code: every for code, every in told.items() if len(every) < len(lessons)}

    def _told(self, lessons: Mapping[str, Lesson]) -> Told:
        """Ids of these that are wholly in a language, by its code."""
        translator = self._translator()
        said = {id: [one.text for one in texts(lesson)] for id, lesson in lessons.items()}
        found = {}
        for language in self.known:
            translator.language = language.code
            found[language.code] = [id for id, every in said.items() if all(map(translator.has, every))]
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

"""Makes pictures of views: fonts, art and translator together, for the station and for screenshots."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cop_challenge.app.scenes.registry import compose
from cop_challenge.app.wiring import Places
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView
from cop_challenge.i18n.narration import Narration
from cop_challenge.i18n.translator import Translator
from cop_challenge.ui.art import Art
from cop_challenge.ui.fonts import FontBook
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.look import Look
from cop_challenge.ui.moods import mood_of
from cop_challenge.ui.painter import Painter
from cop_challenge.ui.shelf import NO_SHELF, Shelf
from cop_challenge.ui.typesetter import Typesetter


def _asset(assets: Path, name: str) -> Path | None:
    path = assets / name
    return path if path.is_file() else None


class Studio:
    """Everything a frame is made with."""

    def __init__(
        self,
        places: Places,
        painter: Painter | None = None,
        *,
        patient: bool = False,
        shelf: Shelf | None = None,
    ) -> None:
        """`painter` draws scenes beside the game; `patient` draws them at once; else skies stay plain.

        `shelf`: where drawn pictures lie, if not in the user's cache folder.
        """
        self._find_picture: Callable[[str], Path | None] = lambda name: _asset(places.assets, name)
        self.translator = Translator(places.locales, kept=places.catalogues)
        self.narration = Narration()
        self.typesetter = Typesetter(FontBook(places.assets / "fonts"))
        shelf = shelf or (Shelf(places.cache) if painter or patient else NO_SHELF)
        self.art = Art(lambda name: self._find_picture(name), shelf, painter, patient=patient)

    def find_pictures(self, search: Callable[[str], Path | None]) -> None:
        """Where pictures are: the library's own search, once it is loaded."""
        self._find_picture = search
        self.art.search_anew()

    def write_numbers(self, options: VisitOptions) -> None:
        """As the day wants them written."""
        self.translator.digits, self.translator.country = options.digits.value, options.country

    def frame(self, situation: Situation, mood: str = "") -> Frame:
        """An empty frame in the hand of a track's mood."""
        self.art.begin_frame()
        return Frame(situation, self.typesetter, self.art, self.translator, mood=mood_of(mood))

    def compose(self, view: VisitView, situation: Situation) -> Frame:
        """The view as a frame, in the language the translator is set to and as its comfort says."""
        look = Look.of(view.comfort)
        frame = self.frame(replace(situation, look=look), view.track.mood if view.track else "")
        compose(frame, view)
        return frame

    def start_afresh(self, width: int, height: int) -> None:
        """For a window of that size, in pixels: drops pictures made for another."""
        self.typesetter.start_afresh(width, height)
        self.art.start_afresh(width, height)

"""Makes pictures of views: fonts, art and translator together, for the station and for screenshots."""

from __future__ import annotations

from pathlib import Path

from cop_challenge.app.scenes.registry import compose
from cop_challenge.app.wiring import Places
from cop_challenge.core.visit import VisitView
from cop_challenge.i18n.translator import Translator
from cop_challenge.ui.art import Art
from cop_challenge.ui.fonts import FontBook
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.typesetter import Typesetter


class Studio:
    """Everything a frame is made with."""

    def __init__(self, places: Places) -> None:
        self.picture_roots: tuple[Path, ...] = (places.content, places.assets)
        self.translator = Translator(places.locales)
        self.typesetter = Typesetter(FontBook(places.assets / "fonts"))
        self.art = Art(self._find)

    def _find(self, name: str) -> Path | None:
        for root in self.picture_roots:
            path = root / name
            if path.is_file():
                return path
        return None

    def frame(self, situation: Situation) -> Frame:
        """An empty frame."""
        return Frame(situation, self.typesetter, self.art, self.translator)

    def compose(self, view: VisitView, situation: Situation) -> Frame:
        """The view as a frame, in the language the translator is set to."""
        frame = self.frame(situation)
        compose(frame, view)
        return frame

    def start_afresh(self, width: int, height: int) -> None:
        """For a window of that size, in pixels: drops pictures made for another."""
        self.typesetter.start_afresh(width, height)
        self.art.start_afresh(width, height)

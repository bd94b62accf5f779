from __future__ import annotations

from collections.abc import Iterable

from cop_challenge.app.ahead import LookAhead
from cop_challenge.app.studio import Studio
from cop_challenge.app.wiring import Places
from cop_challenge.ui.painter import Painter
from cop_challenge.ui.raster import Drawing

from .conftest import MakePlay


class Wishes(Painter):
    """A painter that only notes."""

    def __init__(self) -> None:
        super().__init__(None)
        self.wished: list[Drawing] = []

    def wish(self, drawings: Iterable[Drawing], *, fetch: bool = False) -> None:
        self.wished += drawings


def test_pictures_of_the_next_screens_are_wished_for(make_play: MakePlay, places: Places) -> None:
    """While a screen rests, what its offers lead to is drawn ahead: the windows of the track screen, here."""
    play = make_play()
    painter = Wishes()
    studio = Studio(places, painter)
    studio.start_afresh(640, 360)
    play.station._ahead = LookAhead(studio)
    play.pass_time(3)
    window = (places.assets / "ui/tracks/track-13-17-idle.svg").read_text(encoding="utf-8")
    assert any(drawing.source == window for drawing in painter.wished)
    assert play.station.view.screen == "attract"

"""How staff ask for their page from any screen: something is held down that nobody holds down by chance."""

from __future__ import annotations

from enum import StrEnum

from cop_challenge.app.presenter import Presenter
from cop_challenge.ui import input as pads

HOLD_SECONDS = 3.0
CORNER = 160.0
"""Side of the touch corner, in units: the upper one where lines end."""


class Way(StrEnum):
    """What is held."""

    ESCAPE = "escape"
    CORNER = "corner"
    CHORD = "chord"
    """Both shoulder buttons and Start of a gamepad."""


class Knock:
    """Measures how long each way is held."""

    def __init__(self) -> None:
        self._since: dict[Way, float] = {}

    def hold(self, way: Way, down: bool, now: float) -> None:
        """It goes down, or up; a key that repeats is still down."""
        if down:
            self._since.setdefault(way, now)
        else:
            self._since.pop(way, None)

    def obey(self, intent: pads.Intent, show: Presenter) -> None:
        """Watch for the three ways among what is wanted."""
        match intent:
            case pads.Hold(what, down):
                self.hold(Way(what), down, show.now)
            case pads.Down(x, y):
                self.hold(Way.CORNER, _in_corner(x, y, show), show.now)
            case pads.Point(x, y) if not _in_corner(x, y, show):
                self.hold(Way.CORNER, False, show.now)
            case pads.Up():
                self.hold(Way.CORNER, False, show.now)

    def heard(self, now: float) -> bool:
        """Whether something was held for long enough; once."""
        if not any(now - since >= HOLD_SECONDS for since in self._since.values()):
            return False
        self._since.clear()
        return True


def _in_corner(x: int, y: int, show: Presenter) -> bool:
    """Of a pixel: the upper corner where lines end."""
    across, down = show.viewport.point(x, y)
    if not show.frame.situation.right_to_left:
        across = show.frame.box.w - across
    return across <= CORNER and down <= CORNER

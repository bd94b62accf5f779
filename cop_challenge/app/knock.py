"""How staff ask for their page from any screen: something is held down that nobody holds down by chance."""

from __future__ import annotations

from enum import StrEnum

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

    def heard(self, now: float) -> bool:
        """Whether something was held for long enough; once."""
        if not any(now - since >= HOLD_SECONDS for since in self._since.values()):
            return False
        self._since.clear()
        return True

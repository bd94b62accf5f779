"""The lock before the page of staff: a PIN, tried beside the game and slower after each wrong try."""

from __future__ import annotations

import math
from collections.abc import Callable

from cop_challenge.app.beside import Beside

MOST_SECONDS = 60
"""The longest wait after a wrong try; the first one is a second, each further one twice as long."""


def _matches(pin: str, stored: str) -> bool:
    from cop_challenge.day import pin as kept

    return kept.matches(pin, stored)


class Lock:
    """Counts wrong tries as long as the game runs, and keeps no PIN."""

    def __init__(self, matches: Callable[[str, str], bool] = _matches) -> None:
        self._matches = matches
        self._try: Beside[bool] | None = None
        self._wrong = 0
        self._until = 0.0
        self.refused = False
        """The last try was wrong."""

    @property
    def busy(self) -> bool:
        """A try is being looked at."""
        return self._try is not None

    def wait_seconds(self, now: float) -> int:
        """Whole seconds until the next try; 0: at once."""
        return max(0, math.ceil(self._until - now))

    def put(self, pin: str, stored: str, now: float) -> None:
        """Try it; nothing while another try is being looked at or waited for."""
        if self.busy or self.wait_seconds(now):
            return
        self._try = Beside(lambda: self._matches(pin, stored), "pin")
        self._try.start()

    def open(self, now: float) -> bool:
        """Whether the try was right; once, when that is known."""
        right = self._try.ready() if self._try else None
        if right is None:
            return False
        self._try, self.refused = None, not right
        if right:
            self._wrong = 0
        else:
            self._until = now + min(MOST_SECONDS, 2**self._wrong)
            self._wrong += 1
        return right

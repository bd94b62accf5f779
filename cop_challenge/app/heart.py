"""The game's side of being watched: it says that it goes round, and why it will not."""

from __future__ import annotations

import faulthandler
import sys
from collections.abc import Callable
from typing import TextIO

BEAT, PICTURE, REFUSED, NO_SCREEN = "beat", "picture", "refused", "no-screen"
"""Words to the watchdog: all is well; the first picture is shown; the game will not start as it is asked to,
and has said why; there is no screen."""

BEAT_SECONDS = 1.0
"""Between two beats."""

HANG_SECONDS = 6.0
"""Silence after which the game hangs. The longest that it was seen to be busy is a second: a full-screen
switch."""


class Heart:
    """Beats while the loop goes round. When it stops, what every thread is doing goes to `errors`."""

    def __init__(self, out: TextIO, now: Callable[[], float], errors: TextIO = sys.stderr) -> None:
        self._out = out
        self._now = now
        self._errors = errors
        self._at = -BEAT_SECONDS
        self._heard = True
        faulthandler.enable(errors)

    def beat(self) -> bool:
        """Call it each round; False if nobody listens any more."""
        if self._now() - self._at >= BEAT_SECONDS:
            self._at = self._now()
            faulthandler.dump_traceback_later(HANG_SECONDS - BEAT_SECONDS, file=self._errors)
            self.say(BEAT)
        return self._heard

    def say(self, word: str) -> None:
        """A word to the watchdog."""
        try:
            self._out.write(word + "\n")
            self._out.flush()
        except (OSError, ValueError):
            self._heard = False

    def stop(self) -> None:
        """The loop has ended; what comes now may take its time."""
        faulthandler.cancel_dump_traceback_later()

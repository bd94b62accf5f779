"""Keeps a station up: runs the game in a process of its own and starts it again when it dies or hangs.

Only clocks that never jump are used, and a silence counts only as far as this process was awake.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import IO

from cop_challenge.app.heart import HANG_SECONDS, NO_SCREEN, PICTURE, REFUSED

LOOK_SECONDS = 0.25
"""Between two looks at a silent game."""
LAST_WORDS = 400
"""Lines of what the game said on its way down that are kept."""
GRACE_SECONDS = 10.0
"""For a game that is closing: it may have results to write."""


class Mode(StrEnum):
    """How the game is to begin."""

    FIRST = "first"
    AGAIN = "again"
    """With the visit that was running."""
    AFRESH = "afresh"
    """Without it: its player has gone away by now."""


class Rested(Enum):
    """How a rest ended."""

    OVER = 0
    """It is time to try again, or somebody wants to."""
    CLOSED = 3
    """Somebody has closed the station."""
    NO_SCREEN = 4
    """Nothing could be shown."""


@dataclass(frozen=True)
class Patience:
    """Seconds, and how many crashes are too many."""

    hang_seconds: float = HANG_SECONDS
    start_seconds: float = 60.0
    """Until the game first beats: a slow laptop, a virus scanner."""
    fresh_seconds: float = 60.0
    """As long ago its last beat may be for the visit to be taken up."""
    short_seconds: float = 20.0
    """A game that played no longer than this has crashed “in a row” with the one before."""
    most_in_a_row: int = 4
    rest_seconds: float = 15.0
    """After too many crashes; twice as long each time."""
    longest_rest_seconds: float = 600.0
    no_screen_seconds: float = 3.0
    """Between two looks for a screen."""


USUAL = Patience()


@dataclass(frozen=True)
class Ending:
    """How a game ended."""

    code: int
    """Its exit code; negative: the signal that ended it."""
    hung: bool
    at: float
    """When, on the monotonic clock."""
    played_seconds: float
    """Since its first picture; 0 if there was none."""
    refused: bool
    """It will not start as it is asked to, and has said why."""
    screen: bool
    """There was a screen to play on."""
    said: str
    """The end of what it wrote to stderr."""

    @property
    def what(self) -> str:
        """In a sentence."""
        if self.hung:
            return "The game stood still and was ended."
        if self.code < 0:
            with contextlib.suppress(ValueError):
                return f"The game was ended by {signal.Signals(-self.code).name}."
        return f"The game ended with exit code {self.code}."


class Watchdog:
    """Watches one command, to which `--watched MODE` is added."""

    def __init__(
        self,
        command: Callable[[], Sequence[str]],
        crashed: Callable[[Ending], None],
        rest: Callable[[float, int, Ending], Rested],
        say: Callable[[str], None],
        patience: Patience = USUAL,
    ) -> None:
        """`command` is asked before each start; `crashed` keeps what is known of a crash; `rest` shows for so
        many seconds that there were so many crashes in a row, or why the game does not start."""
        self._command = command
        self._crashed = crashed
        self._rest = rest
        self._say = say
        self._patience = patience
        self._lost_at: float | None = None
        """When the last game that played was heard for the last time."""

    def run(self) -> int:
        """Until the game is closed in order, or will not start at all; the exit code for the whole."""
        patience, in_a_row, rest_seconds = self._patience, 0, self._patience.rest_seconds
        while True:
            ending = self._one(self._mode())
            if ending.code == 0 and not ending.hung:
                return 0
            if ending.refused and self._lost_at is None:
                return ending.code
            if not ending.refused:
                if ending.played_seconds:
                    self._lost_at = ending.at
                self._say(ending.what)
                self._crashed(ending)
                if ending.played_seconds >= patience.short_seconds:
                    in_a_row, rest_seconds = 0, patience.rest_seconds
                in_a_row += 1
                if in_a_row < patience.most_in_a_row:
                    continue
                in_a_row = patience.most_in_a_row - 1  # one more try between two rests
            rested = self._rest(rest_seconds, patience.most_in_a_row, ending) if ending.screen else None
            if rested is Rested.CLOSED:
                return 0
            if rested is Rested.OVER:
                rest_seconds = min(2 * rest_seconds, patience.longest_rest_seconds)
            else:
                time.sleep(patience.no_screen_seconds)

    def _mode(self) -> Mode:
        if self._lost_at is None:
            return Mode.FIRST
        young = time.monotonic() - self._lost_at < self._patience.fresh_seconds
        return Mode.AGAIN if young else Mode.AFRESH

    def _one(self, mode: Mode) -> Ending:
        process = subprocess.Popen(
            [*self._command(), "--watched", mode],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONIOENCODING": "utf-8:replace"},
        )
        assert process.stdout is not None
        assert process.stderr is not None
        heard: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        said: deque[str] = deque(maxlen=LAST_WORDS)
        listeners = [
            threading.Thread(target=_listen, args=(process.stdout, heard.put), daemon=True),
            threading.Thread(target=_listen, args=(process.stderr, _teller(said)), daemon=True),
        ]
        for listener in listeners:
            listener.start()
        try:
            return self._attend(process, heard, said, listeners[1])
        finally:
            _end(process)

    def _attend(
        self,
        process: subprocess.Popen[str],
        heard: queue.SimpleQueue[str | None],
        said: deque[str],
        last_words: threading.Thread,
    ) -> Ending:
        """Listens until the game has ended or is silent for too long."""
        begun = at = time.monotonic()
        first: float | None = None
        words: set[str] = set()
        silent, hung = 0.0, False
        while True:
            try:
                word = heard.get(timeout=LOOK_SECONDS)
            except queue.Empty:
                word = ""
            before, at = at, time.monotonic()
            if word is None:
                break
            if word:
                words.add(word)
                silent = 0.0
                if word == PICTURE:
                    first = at
                    took = f"{at - begun:.1f} s to start"
                    if self._lost_at is None:
                        self._say(f"The game plays: {took}.")
                    else:
                        self._say(f"The game is back after {at - self._lost_at:.1f} s, {took}.")
            else:
                # While the machine sleeps, so does the game: then nothing was missed.
                silent += min(at - before, 2 * LOOK_SECONDS)
            limit = self._patience.start_seconds if first is None else self._patience.hang_seconds
            if silent > limit:
                hung = True
                process.kill()
                break
        _end(process)
        # Processes that the game has started may hold the pipe a little longer.
        last_words.join(1.0)
        return Ending(
            code=process.returncode,
            hung=hung,
            at=at,
            played_seconds=at - first if first is not None else 0.0,
            refused=bool(words & {REFUSED, NO_SCREEN}),
            screen=NO_SCREEN not in words,
            said="".join(f"{line}\n" for line in said),
        )


def _listen(pipe: IO[str], heard: Callable[[str | None], None]) -> None:
    with contextlib.suppress(ValueError, OSError), pipe:
        for line in pipe:
            heard(line.rstrip("\n"))
    heard(None)


def _teller(said: deque[str]) -> Callable[[str | None], None]:
    """Keeps lines, and passes them on as they come."""

    def tell(line: str | None) -> None:
        if line is not None:
            said.append(line)
            with contextlib.suppress(OSError, ValueError):
                print(line, file=sys.stderr, flush=True)

    return tell


def _end(process: subprocess.Popen[str]) -> None:
    """Waits until it is gone, and sees to it."""
    try:
        process.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()

"""The running visit on disk: its seed and its actions, so that a game that stopped can take it up again.

One line is written before each action is done and left to the system's cache: that survives a process
that dies, costs some microseconds, and never waits for the disk. Only the running visit is there.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Set
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import IO, Any, Protocol, get_args

from cop_challenge import __version__
from cop_challenge.core import actions as do
from cop_challenge.core.comfort import Comfort

MOST_TRIES = 2
"""How often a visit is taken up without its player doing anything before the game stops again."""

_AGAIN = "again"
_ACTIONS: dict[str, Any] = {action.__name__: action for action in get_args(do.Action)}
_OF_TIME = do.Tick, do.Stir


@dataclass(frozen=True)
class Start:
    """What a visit begins with, besides what the command line and the day say."""

    seed: int
    comfort: Comfort
    voice: bool
    unvoiced: Set[str]
    """Codes of languages, as in `VisitOptions`."""
    language: str = ""
    """The only one that staff offer here; empty: as the station was started."""
    track: str = ""
    """The same for tracks."""


@dataclass(frozen=True)
class Left:
    """A visit as the game left it when it stopped."""

    start: Start
    actions: tuple[do.Action, ...]
    tries: int
    """How often it was taken up since its player last did something."""

    @property
    def running(self) -> bool:
        """Whether there is something to take up, and it is not what stops the game."""
        return bool(self.actions) and self.tries < MOST_TRIES


class Journal(Protocol):
    """Where the running visit is written; nothing here raises."""

    problem: str
    """Why nothing is written, or nothing."""

    def begin(self, start: Start) -> None:
        """A new visit; the one before is forgotten."""

    def go_on(self) -> None:
        """The visit that is there is being taken up."""

    def note(self, action: do.Action) -> None:
        """This is about to be done."""

    def end(self) -> None:
        """The game ends in order: there will be nothing to take up."""

    def close(self) -> None:
        """Let go of the file; the visit stays there."""


class NoJournal:
    """Writes nothing."""

    problem = ""

    def begin(self, start: Start) -> None:
        """Nothing is written."""

    def go_on(self) -> None:
        """Nothing is written."""

    def note(self, action: do.Action) -> None:
        """Nothing is written."""

    def end(self) -> None:
        """Nothing is there."""

    def close(self) -> None:
        """Nothing is open."""


class JournalFile:
    """A journal in a file. What can't be written whole is not left there: half a visit is none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self._stirred = False
        self.problem = ""

    def begin(self, start: Start) -> None:
        """A new visit; the one before is forgotten."""
        head = {"game": __version__, **asdict(start), "unvoiced": sorted(start.unvoiced)}
        self._open("w")
        self._write(head)

    def go_on(self) -> None:
        """The visit that is there is being taken up."""
        self._open("a")
        self._write(_AGAIN)

    def note(self, action: do.Action) -> None:
        """This is about to be done; of several stirs in a row one is enough, for they change nothing more."""
        if isinstance(action, do.Stir) and self._stirred:
            return
        self._stirred = isinstance(action, do.Stir)
        self._write([type(action).__name__, *astuple(action)])

    def end(self) -> None:
        """The game ends in order: there will be nothing to take up."""
        self.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file; the visit stays there."""
        if self._file is not None:
            # What is still to be written may fail once more, and then leaves the file open.
            with contextlib.suppress(OSError):
                self._file.close()
        self._file = None

    def _open(self, mode: str) -> None:
        self.close()
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open(mode, encoding="utf-8", buffering=1)
            self.problem = ""
        except OSError as error:
            self._failed(error)

    def _write(self, line: object) -> None:
        if self._file is None:
            return
        try:
            self._file.write(json.dumps(line) + "\n")
        except OSError as error:
            self._failed(error)

    def _failed(self, error: OSError) -> None:
        self.end()
        self.problem = f"{self._path}: {error.strerror or error}"


def read_journal(path: Path) -> Left | None:
    """The visit that was running when the game stopped; None if there is none, or it can't be understood."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        # The last line is empty, or was cut short when the game stopped: that action was not done.
        head, *rest = [json.loads(line) for line in lines[:-1]]
        if head["game"] != __version__:
            return None
        start = Start(
            int(head["seed"]),
            Comfort(**head["comfort"]),
            bool(head["voice"]),
            frozenset(head["unvoiced"]),
            str(head["language"]),
            str(head["track"]),
        )
        actions, tries = [], 0
        for entry in rest:
            if entry == _AGAIN:
                tries += 1
                continue
            name, *values = entry
            actions.append(_ACTIONS[name](*values))
            if not isinstance(actions[-1], _OF_TIME):
                tries = 0
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Left(start, tuple(actions), tries)

"""One station on one data folder at a time."""

from __future__ import annotations

import sqlite3
from pathlib import Path


class AlreadyRunning(Exception):
    """Another game has claimed the folder; the message is for a person."""


class Claim:
    """Held as long as the process lives, however it ends: the system lets go of SQLite's lock on a file.

    (filelock does the same, but takes 40 ms to import, a tenth of the way to the first picture.)
    """

    def __init__(self, path: Path) -> None:
        """Claims with a file at `path`; AlreadyRunning if somebody else has. Where no file can be made
        nothing is claimed: that folder is nobody's to write to."""
        self._connection: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(path, timeout=0, isolation_level=None)
            self._connection.execute("BEGIN EXCLUSIVE")
        except (OSError, sqlite3.Error) as error:
            self.release()
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_BUSY:
                raise AlreadyRunning(
                    f"The game already runs on this laptop, with its results in {path.parent}. Go to its "
                    "window, or close it there first."
                ) from None

    def release(self) -> None:
        """Let go of it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

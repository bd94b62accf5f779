"""Files that say why the game stopped, the latest few of them."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path

MOST = 20
"""Files that are kept."""
MOST_CHARACTERS = 40_000
"""Of one file; the middle is left out of what is longer."""

_NAME = re.compile(r"crash-(\d+)-(\d{4}-\d{2}-\d{2})\.txt")


class Crashes:
    """A folder of them. They are numbered, for a clock may go back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, text: str, day: date) -> Path:
        """Writes a file and drops the oldest ones; OSError if that can't be done."""
        there = self._files()
        number = there[-1][0] + 1 if there else 1
        half = MOST_CHARACTERS // 2
        if len(text) > MOST_CHARACTERS:
            text = f"{text[:half]}\n[…]\n{text[-half:]}"
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"crash-{number:04}-{day.isoformat()}.txt"
        path.write_text(text, encoding="utf-8")
        for _, old in there[: max(0, len(there) + 1 - MOST)]:
            with contextlib.suppress(OSError):
                old.unlink()
        return path

    def latest(self, day: date) -> Path | None:
        """The last file, if it is of that day."""
        there = self._files()
        return there[-1][1] if there and f"-{day.isoformat()}." in there[-1][1].name else None

    def _files(self) -> list[tuple[int, Path]]:
        """All of them with their numbers, the oldest first."""
        try:
            named = [(_NAME.fullmatch(path.name), path) for path in self._folder.iterdir()]
        except OSError:
            return []
        return sorted((int(match[1]), path) for match, path in named if match)

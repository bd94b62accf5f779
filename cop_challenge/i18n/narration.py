"""Recorded lines: `narration/<language>/<key>.ogg` in the game's content or in a pack.

Beside them `lines.json` keeps what each recording says. One whose text has changed since is not heard any
more; one that nobody wrote down there was put in by hand, and is trusted.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cop_challenge.core.text import Text

FOLDER = "narration"
LINES = "lines.json"
SUFFIX = ".ogg"


@dataclass(frozen=True, slots=True)
class Recordings:
    """Those of one language in one folder."""

    folder: Path
    said: Mapping[str, str] = field(default_factory=dict)
    """What was read out, by key."""
    keys: frozenset[str] = frozenset()
    """Of the files there are."""

    def path(self, key: str) -> Path:
        """Where the recording of a text is kept."""
        return self.folder / f"{key}{SUFFIX}"

    def has(self, key: str, words: str) -> bool:
        """There is a recording, and it says these words."""
        return key in self.keys and self.said.get(key, words) == words


def read(folder: Path, language: str) -> Recordings:
    """The language's recordings in `folder/narration`; none if there are none."""
    here = folder / FOLDER / language
    try:
        keys = frozenset(path.name.removesuffix(SUFFIX) for path in here.glob(f"*{SUFFIX}"))
        said = json.loads((here / LINES).read_bytes()) if (here / LINES).is_file() else {}
    except (OSError, ValueError):
        return Recordings(here)
    return Recordings(here, said if isinstance(said, dict) else {}, keys)


class Narration:
    """Finds recordings; what was found of a language is kept."""

    def __init__(self) -> None:
        self._folders: tuple[Path, ...] = ()
        self._known: dict[str, tuple[Recordings, ...]] = {}

    def look_in(self, folders: Iterable[Path]) -> None:
        """In these: packs, the one that goes before the others first."""
        self._folders, self._known = tuple(folders), {}

    def find(self, language: str, text: Text, words: str) -> Path | None:
        """The recording of `text` that says `words`; None if there is none."""
        if not text.key or text.values:
            return None
        if language not in self._known:
            self._known[language] = tuple(read(folder, language) for folder in self._folders)
        return next(
            (found.path(text.key) for found in self._known[language] if found.has(text.key, words)), None
        )

"""Quick copies of which lessons are in which language: else every start looks up each of their texts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cop_challenge.i18n.copies import keep

MOST_COPIES = 400
"""A pack has another with every change of a catalogue."""
Told = Mapping[str, Sequence[str]]
"""Ids of lessons by code of a language that all their texts are in."""


class ToldCopies:
    """In a folder, each under a digest of all that it depends on."""

    def __init__(self, folder: Path, catalogues: Iterable[Path]) -> None:
        self._folder = folder
        self._catalogues = repr(tuple(map(_stamp, catalogues)))

    def find(self, edition: str, ids: Sequence[str]) -> Told | None:
        """What is known of these lessons of an edition."""
        try:
            told = json.loads(self._path(edition, ids).read_bytes())
            return {str(code): list(map(str, every)) for code, every in told.items()}
        except (OSError, ValueError, AttributeError, TypeError):
            return None

    def keep(self, edition: str, ids: Sequence[str], told: Told) -> None:
        """From now on known."""
        keep(self._path(edition, ids), json.dumps(told).encode(), MOST_COPIES)

    def _path(self, edition: str, ids: Sequence[str]) -> Path:
        name = hashlib.sha256("\n".join((edition, *ids, self._catalogues)).encode()).hexdigest()[:32]
        return self._folder / f"{name}.json"


def _stamp(path: Path) -> tuple[str, int, int]:
    """A catalogue's size and time stand for what it says."""
    try:
        status = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), status.st_size, status.st_mtime_ns

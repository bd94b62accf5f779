"""Packed pictures on disk, by content and size: what was drawn once is never drawn again."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from cop_challenge.ui.raster import Raster, unpack

MOST_BYTES = 200 * 1024 * 1024
"""Pictures unused for longest are thrown away beyond this."""


class Shelf:
    """A folder of packed pictures. Everything that goes wrong with it only costs drawing again."""

    def __init__(self, folder: Path | None) -> None:
        """None: nothing is kept."""
        self._folder = folder

    def _path(self, key: str) -> Path | None:
        return self._folder / key[:2] / key if self._folder else None

    def has(self, key: str) -> bool:
        """Whether the picture is there."""
        path = self._path(key)
        return bool(path) and path.is_file()  # type: ignore[union-attr]

    def get(self, key: str) -> Raster | None:
        """The picture, if it is there and whole."""
        path = self._path(key)
        if path is None:
            return None
        try:
            return unpack(path.read_bytes())
        except OSError:
            return None
        except ValueError:
            with contextlib.suppress(OSError):
                path.unlink()
            return None

    def put(self, key: str, raster: Raster) -> None:
        """Keep the picture; half-written files never get its name."""
        path = self._path(key)
        if path is None:
            return
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(raster.pack())
            Path(name).replace(path)

    def tidy(self, most_bytes: int = MOST_BYTES) -> None:
        """Throw away the longest unused pictures beyond `most_bytes`."""
        if self._folder is None:
            return
        with contextlib.suppress(OSError):
            files = [(path.stat(), path) for path in self._folder.glob("??/*")]
            total = sum(status.st_size for status, _ in files)
            for status, path in sorted(files, key=lambda entry: entry[0].st_mtime):
                if total <= most_bytes:
                    break
                path.unlink()
                total -= status.st_size


NO_SHELF = Shelf(None)
"""Keeps nothing."""

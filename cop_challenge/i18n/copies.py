"""Quick copies: what was made from files and can be made again at any time, kept for the next start."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def keep(path: Path, data: bytes, most: int) -> None:
    """Write the copy, and throw the oldest of its folder away beyond `most`.

    Half-written files never get its name. Nothing if it can't be written: the game goes on without.
    """
    part = path.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
        copies = sorted(path.parent.glob("*.json"), key=lambda copy: copy.stat().st_mtime)
        for copy in copies[:-most]:
            copy.unlink()

"""USB sticks and other places to copy results to, and how much room there is."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Partition(Protocol):
    """As psutil tells it."""

    @property
    def mountpoint(self) -> str:
        """The folder where it is."""

    @property
    def opts(self) -> str:
        """How it is mounted, with commas."""


@dataclass(frozen=True)
class Room:
    """What can be written to."""

    free_bytes: int | None = None
    """Where results are kept; None: not known."""
    sticks: tuple[Path, ...] = ()
    """Folders of removable drives, and before them what the station was told."""


def removable(partitions: Iterable[Partition], system: str = sys.platform) -> tuple[Path, ...]:
    """Drives that can be pulled out, by where each system mounts them; `system` as in `sys.platform`."""
    found = []
    for each in partitions:
        options, at = each.opts.split(","), each.mountpoint
        if system == "win32":
            fits = "removable" in options
        elif system == "darwin":
            fits = at.startswith("/Volumes/") and "dontbrowse" not in options
        else:
            fits = at.startswith(("/media/", "/run/media/", "/mnt/"))
        if fits and "ro" not in options:
            found.append(Path(at))
    return tuple(found)


def room(data: Path, told: Path | None = None) -> Room:
    """Free bytes of the disk with the folder `data`, and the sticks; may take a while on a lost drive.

    `told`: one more folder for results, if it is there.
    """
    import psutil

    there = next((each for each in (data, *data.parents) if each.exists()), data)
    try:
        free: int | None = shutil.disk_usage(there).free
    except OSError:
        free = None
    try:
        sticks = removable(psutil.disk_partitions(all=False))
    except OSError:
        sticks = ()
    return Room(free, (told, *sticks) if told and told.is_dir() else sticks)

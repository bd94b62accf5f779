"""Draws pictures in a process of its own, because drawing holds the interpreter for tenths of a second.

python -m cop_challenge.ui.painter FOLDER      # the worker: wishes in, keys of finished pictures out
"""

from __future__ import annotations

import contextlib
import json
import queue
import sys
import threading
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import IO

from cop_challenge.ui.companion import Companion
from cop_challenge.ui.raster import Drawing, Raster, draw
from cop_challenge.ui.shelf import Shelf

IDLE_SECONDS = 4.0
"""Rest after which the process ends."""

FIRST, SOON, LATER = range(3)
"""Turns: the end, what is waited for, what is drawn ahead."""


class Painter:
    """Takes wishes and has them drawn on the shelf, first wish first.

    `fetched` hands over pictures as they come, already unpacked. Without a shelf, or if no process can
    be started, nothing ever comes: whoever wishes shows something simpler meanwhile.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._shelf = Shelf(folder)
        self._wished: set[str] = set()
        self._wanted: set[str] = set()
        """Keys to be fetched, not only drawn."""
        self._ready: queue.SimpleQueue[str] = queue.SimpleQueue()
        """Keys of pictures on the shelf that are to be fetched."""
        self._finished: queue.Queue[tuple[str, Raster | None]] = queue.Queue(maxsize=1)
        """One at a time: unpacked scenes are as large as the window."""
        self._companion = Companion(__name__, str(folder), name="painter", heard=self._heard)
        self._outbox: queue.PriorityQueue[tuple[int, int, Drawing | None]] = queue.PriorityQueue()
        """Wishes on their way: starting a process and filling its pipe take too long for a frame."""
        self._count = count()
        self._answered = threading.Semaphore(0)
        self.able = folder is not None
        """Whether anything can still come."""
        self._writer: threading.Thread | None = None
        self._fetcher: threading.Thread | None = None

    def wish(self, drawings: Iterable[Drawing], *, fetch: bool = False) -> None:
        """Have the drawings ready on the shelf; with `fetch`, hand them over too."""
        for drawing in drawings:
            key = drawing.key
            if fetch:
                self._wanted.add(key)
            if self._shelf.has(key):
                if fetch:
                    self._fetch(key)
                continue
            if key in self._wished:
                continue
            self._wished.add(key)
            self._outbox.put((SOON if fetch else LATER, next(self._count), drawing))
            if self._writer is None and self._folder is not None:
                self._writer = threading.Thread(target=self._write, name="painter-wishes", daemon=True)
                self._writer.start()

    def fetched(self) -> tuple[str, Raster | None] | None:
        """The next picture that has come, with its key; without pixels if it can't be drawn."""
        if self._finished.empty():  # asked in every round of the loop: no exception for "nothing"
            return None
        key, raster = self._finished.get_nowait()
        self._wished.discard(key)
        self._wanted.discard(key)
        return key, raster

    def _fetch(self, key: str) -> None:
        self._ready.put(key)
        if self._fetcher is None:
            self._fetcher = threading.Thread(target=self._fetch_all, name="painter-fetch", daemon=True)
            self._fetcher.start()

    def _fetch_all(self) -> None:
        while True:
            key = self._ready.get()
            self._finished.put((key, self._shelf.get(key)))

    def _write(self) -> None:
        try:
            while True:
                try:
                    *_, drawing = self._outbox.get(timeout=IDLE_SECONDS)
                except queue.Empty:
                    # All is drawn: its memory is worth more than the moment a new process takes.
                    self._companion.end()
                    *_, drawing = self._outbox.get()
                if drawing is None:
                    return
                self._companion.write(
                    json.dumps([drawing.source, drawing.width, drawing.height, drawing.style])
                )
                # One at a time, so that a scene that is waited for is behind one drawing at the most.
                self._answered.acquire()
        except (OSError, ValueError):
            self.able = False  # no process to be had, or it has been closed: nothing comes any more

    def _heard(self, key: str) -> None:
        if key in self._wanted:
            self._fetch(key)
        self._answered.release()

    @property
    def pid(self) -> int:
        """The process's number, 0 if none was needed."""
        return self._companion.pid

    def close(self) -> None:
        """Let the process end; what it is drawing is given up."""
        self._outbox.put((FIRST, 0, None))
        self._companion.end()


def work(folder: Path, wishes: Iterable[str], done: IO[str]) -> None:
    """The worker: draws each wish onto the shelf and says its key, drawable or not."""
    shelf = Shelf(folder)
    for line in wishes:
        source, width, height, style = json.loads(line)
        drawing = Drawing(source, width, height, style)
        if not shelf.has(drawing.key):
            with contextlib.suppress(ValueError):
                shelf.put(drawing.key, draw(drawing))
        done.write(drawing.key + "\n")
        done.flush()
    shelf.tidy()


if __name__ == "__main__":
    import os

    if hasattr(os, "nice"):
        os.nice(5)  # the game comes first
    work(Path(sys.argv[1]), sys.stdin, sys.stdout)

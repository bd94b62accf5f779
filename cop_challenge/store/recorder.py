"""Writes results beside the game, so that no disk ever holds up a frame."""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from cop_challenge.store.database import Row, Store, StoreError

AGAIN_SECONDS = 5.0
"""Between two looks at a disk that has refused."""


class Recorder:
    """A thread with its own connection. Rows given to `record` are written in order.

    A disk that refuses keeps its rows in memory and is asked again with the next ones, and every few
    seconds: the station plays on, and `problem` says what staff should know.
    """

    def __init__(
        self, path: Path, opened: Callable[[Path], Store] = Store, again_seconds: float = AGAIN_SECONDS
    ) -> None:
        self._path = path
        self._open = opened
        self._again_seconds = again_seconds
        self._queue: queue.SimpleQueue[Sequence[Row] | threading.Event | None] = queue.SimpleQueue()
        self._problem = ""
        self._waiting: tuple[Row, ...] = ()
        self.kept = 0
        """Rows taken so far."""
        self._thread = threading.Thread(target=self._run, name="results", daemon=True)
        self._thread.start()

    @property
    def problem(self) -> str:
        """Why rows are waiting, or nothing."""
        return self._problem

    @property
    def waiting(self) -> tuple[Row, ...]:
        """Rows that the disk has refused so far: they are in memory only."""
        return self._waiting

    def record(self, rows: Sequence[Row]) -> None:
        """Hand over rows; returns at once."""
        if rows:
            self.kept += len(rows)
            self._queue.put(rows)

    def flush(self, timeout_seconds: float = 10) -> bool:
        """Wait until everything handed over so far is on disk; False if it is not."""
        done = threading.Event()
        self._queue.put(done)
        return done.wait(timeout_seconds) and not self._problem

    def close(self, timeout_seconds: float = 10) -> bool:
        """Write what is left and stop; False if something could not be written."""
        self._queue.put(None)
        self._thread.join(timeout_seconds)
        return not self._thread.is_alive() and not self._problem

    def _run(self) -> None:
        store: Store | None = None
        while True:
            item: Sequence[Row] | threading.Event | None = ()
            with contextlib.suppress(queue.Empty):
                item = self._queue.get(timeout=self._again_seconds if self._waiting else None)
            if item is not None and not isinstance(item, threading.Event):
                self._waiting += tuple(item)
            if self._waiting:
                try:
                    if store and not store.in_place:
                        store.close()
                        store = None
                    store = store or self._open(self._path)
                    store.append(self._waiting)
                    self._waiting, self._problem = (), ""
                except StoreError as error:
                    self._problem = str(error)
            if isinstance(item, threading.Event):
                item.set()
            if item is None:
                break
        if store:
            store.close()

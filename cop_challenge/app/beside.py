"""Work done in a thread, so that no frame waits for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Done = TypeVar("Done")


@dataclass
class Beside(Generic[Done]):
    """One piece of work, done once."""

    work: Callable[[], Done]
    name: str = "lessons"
    """Of its thread."""
    _done: Done | None = None
    _error: BaseException | None = None
    _thread: threading.Thread | None = field(default=None, repr=False)

    def start(self) -> None:
        """Begin, if not begun."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        try:
            self._done = self.work()
        except BaseException as error:
            self._error = error

    def ready(self) -> Done | None:
        """The result, or None as long as it is being made; raises what the work raised."""
        if self._error:
            raise self._error
        return self._done

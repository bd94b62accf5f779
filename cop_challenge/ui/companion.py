"""A process beside the game that takes lines and answers with lines, for work that would hold it up."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO


class Companion:
    """Starts when it is first written to. Everything that goes wrong with it is an OSError or ValueError.

    Starting takes a tenth of a second and a full pipe waits: write from a thread, never in a frame.
    """

    def __init__(self, module: str, *arguments: str, name: str, heard: Callable[[str], None]) -> None:
        """`heard` takes each line that comes back, in a thread of its own, and "" once none can come."""
        self._command = [sys.executable, "-m", module, *arguments]
        self._name = name
        self._heard = heard
        self._process: subprocess.Popen[str] | None = None

    @property
    def pid(self) -> int:
        """The process's number, 0 while there is none."""
        return self._process.pid if self._process else 0

    def write(self, line: str) -> None:
        """Send a line, to a new process if there is none."""
        process = self._process or self._start()
        assert process.stdin is not None
        process.stdin.write(line + "\n")
        process.stdin.flush()

    def _start(self) -> subprocess.Popen[str]:
        # On Windows a console program would flash a window of its own.
        hidden: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            creationflags=hidden,
        )
        self._process = process
        assert process.stdout is not None
        threading.Thread(target=self._listen, args=(process.stdout,), name=self._name, daemon=True).start()
        return process

    def _listen(self, lines: IO[str]) -> None:
        with contextlib.suppress(ValueError):  # closed while being read
            for line in lines:
                self._heard(line.strip())
        self._heard("")  # nobody waits for a process that is gone

    def end(self) -> None:
        """Stop the process; what it is doing is given up."""
        if self._process is None:
            return
        process, self._process = self._process, None
        with contextlib.suppress(OSError):
            process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()

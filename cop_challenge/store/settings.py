"""The station's own settings, kept from day to day in a small file."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict
from pathlib import Path

from cop_challenge.core.comfort import CHOICES, USUAL, Comfort


def read_settings(path: Path) -> tuple[Comfort, str]:
    """What the file says, and what is wrong with it; whatever is wrong stays as usual."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return USUAL, ""
    except (OSError, UnicodeDecodeError, ValueError) as error:
        return USUAL, f"{path}: {error}"
    comfort, wrong = USUAL, []
    for name, value in found.items() if isinstance(found, dict) else ():
        try:
            comfort = comfort.with_(name, str(value))
        except ValueError:
            wrong.append(name)
    if wrong or not isinstance(found, dict):
        names = ", ".join(wrong) or "everything"
        return comfort, f"{path}: {names}; it may have: {', '.join(CHOICES)}"
    return comfort, ""


class SettingsFile:
    """Writes settings beside the game: a slow disk must not hold up a frame."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._wanted = USUAL
        self.problem = ""
        """Why the last writing failed; empty while all is well."""

    def keep(self, comfort: Comfort) -> threading.Thread:
        """From now on the station starts with these; the thread ends when they are on disk."""
        self._wanted = comfort
        thread = threading.Thread(target=self._write, name="settings")
        thread.start()
        return thread

    def _write(self) -> None:
        with self._lock:  # the last one wins, whichever thread comes last
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                draft = self._path.with_suffix(".new")
                draft.write_text(json.dumps(asdict(self._wanted), indent=2) + "\n", encoding="utf-8")
                draft.replace(self._path)
                self.problem = ""
            except OSError as error:
                self.problem = f"{self._path}: {error.strerror or error}"

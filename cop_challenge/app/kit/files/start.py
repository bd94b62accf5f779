"""Starts the station, or the doctor, with this folder's day and packs. Run by the installed Python.

It is copied into kits as it is.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
COMMANDS = {"play": ("play", "--kiosk"), "doctor": ("doctor",)}


def arguments(verb: str) -> list[str]:
    """What the game is called with."""
    day = HERE / "day.yaml"
    packs = sorted(path for path in (HERE / "packs").glob("*") if path.is_dir())
    named = [part for pack in packs for part in ("--pack", str(pack))]
    return [*COMMANDS[verb], *(("--day", str(day)) if day.is_file() else ()), *named]


def main() -> int:
    """The game's own exit code."""
    alone = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    command = [sys.executable, "-m", "cop_challenge", *arguments(sys.argv[1])]
    try:
        return subprocess.call(command, env=alone)
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())

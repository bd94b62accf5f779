"""Installs the game from this folder, with no network. Run by install.bat, install.command or install.sh.

It is copied into kits as it is, so it uses nothing but Python itself, and can be read by old ones (3.7),
too: they have to be told that they are old.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
GAME = HERE / "game"
"""The environment that is made."""
FIXED = ("wheels/", "scripts/")
"""Folders in which nothing may be changed; the day and the packs may."""
ROOM_BYTES = 700_000_000
"""The game with all it needs takes half of that."""
PLATFORMS = {"win32": "win_amd64", "darwin": "macos", "linux": "linux"}
BITS_64 = {"win_amd64": ("win-amd64",), "linux": ("linux-x86_64",)}
"""How Python names the machines whose wheels are here; on a Mac all are."""


class Refused(Exception):
    """What is wrong and what helps."""


def fits(kit: dict[str, Any]) -> None:
    """Refused unless this Python on this machine is one the kit was made for."""
    running = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if running not in kit["pythons"]:
        wanted = " or ".join(kit["pythons"])
        raise Refused(f"This is Python {running}; the kit needs Python {wanted}. See READ-ME-FIRST.txt.")
    platform = PLATFORMS.get(sys.platform, sys.platform)
    if platform != kit["platform"]:
        raise Refused("This kit is for {}, this computer is not. Take the other kit.".format(kit["name"]))
    machine = sysconfig.get_platform()
    if machine not in BITS_64.get(platform, (machine,)):
        raise Refused(f"This Python is of the sort {machine}; the kit needs {BITS_64[platform][0]}.")


def digests() -> Iterator[tuple[str, str]]:
    """What sha256sums.txt lists: names and digests."""
    for line in (HERE / "sha256sums.txt").read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        yield name, digest


def whole() -> list[str]:
    """Refused if a file that must be as it was is not; the names of others that were changed."""
    changed = []
    for name, digest in digests():
        path = HERE / name
        same = path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest
        if not same and name.startswith(FIXED):
            raise Refused(f"{path}: damaged or missing. Copy the kit from the stick again, or make it anew.")
        if not same:
            changed.append(name)
    return changed


def python() -> Path:
    """The environment's Python."""
    return GAME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def room() -> None:
    """Refused if the disk is too full."""
    free = shutil.disk_usage(str(HERE)).free
    if free < ROOM_BYTES:
        there, needed = free // 1_000_000, ROOM_BYTES // 1_000_000
        raise Refused(f"{HERE}: {there} MB are free, {needed} are needed. Make room on this disk.")


def install() -> None:
    """Makes the environment and puts the game into it; Refused if that fails."""
    # pip comes from the kit: not every system's Python has one, and Debian's makes no environment with it.
    (pip,) = (HERE / "wheels").glob("pip-*.whl")
    steps = (
        [sys.executable, "-m", "venv", "--clear", "--without-pip", str(GAME)],
        [
            *(str(python()), str(pip / "pip"), "--isolated", "--disable-pip-version-check", "install"),
            *("--quiet", "--no-index", "--no-cache-dir", "--no-warn-script-location"),
            *("--find-links", str(HERE / "wheels"), "cop-challenge"),
        ],
    )
    # Whatever pip or Python are told on this computer, only the kit counts.
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    alone["PIP_CONFIG_FILE"] = os.devnull
    for step in steps:
        if subprocess.call(step, env=alone) != 0:
            raise Refused(
                f"The game could not be installed in {GAME}; the reason stands above. If the kit lies on a "
                "stick, copy the whole folder to this computer's own disk and install it there."
            )


def main() -> int:
    """The exit code: that of the game's own look at this computer, or 1."""
    try:
        kit = json.loads((HERE / "scripts" / "kit.json").read_text(encoding="utf-8"))
        fits(kit)
        print("Looking at the files ...", flush=True)
        for name in whole():
            print(f"  {name} was changed after the kit was made; it is used as it is now.")
        room()
        print("Installing, this takes a minute or two ...", flush=True)
        install()
    except Refused as refused:
        print("\n" + str(refused), file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\n{error.filename or HERE}: {error.strerror}.", file=sys.stderr)
        return 1
    except ValueError:
        print(f"\n{HERE / 'scripts'}: damaged. Copy the kit from the stick again.", file=sys.stderr)
        return 1
    print("Installed. Is this computer fit?\n", flush=True)
    return subprocess.call([str(python()), str(HERE / "scripts" / "start.py"), "doctor"])


if __name__ == "__main__":
    sys.exit(main())

"""pip, as a program beside the game."""

from __future__ import annotations

import re
import subprocess
import sys

from cop_challenge.app.kit.trouble import NoKit

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")
PATIENCE_SECONDS = 1800
"""For one call of pip: slow lines exist, hanging ones too."""
_UNREACHABLE = re.compile(
    r"Retrying|connection|timed out|SSLError|ProxyError|Could not fetch URL|name resolution", re.IGNORECASE
)
"""What pip says when there is nobody to ask."""


def run_pip(*arguments: str) -> None:
    """One call of pip; NoKit with what it said if it failed."""
    try:
        done = subprocess.run(
            [*PIP, *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoKit(
            f"pip has not answered for {PATIENCE_SECONDS // 60} minutes. Try again on another line."
        ) from None
    if done.returncode:
        raise NoKit(_told(done.stderr))


def _told(said: str) -> str:
    lines = [line.strip() for line in said.splitlines()]
    errors = [line.removeprefix("ERROR: ") for line in lines if line.startswith("ERROR: ")] or lines[-1:]
    last = errors[-1].rstrip(".") if errors else "it gave no reason"
    if "No module named pip" in said:
        return f"pip is missing beside {sys.executable}. Run: {sys.executable} -m ensurepip"
    if _UNREACHABLE.search(said):
        return (
            f"No package index could be reached ({last}). Making a kit needs the Internet once; installing "
            "it does not. Connect this machine, or name an index to pip, and try again."
        )
    return f"pip: {last}."

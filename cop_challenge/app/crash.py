"""What is written about a crash: enough to find its cause, and nothing about whoever played."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cop_challenge.app import wiring
from cop_challenge.store.crashes import Crashes

LAST_ACTIONS = 40
"""Of the visit that was running."""


def keep(places: wiring.Places, started_with: Sequence[str], what: str, trace: str) -> Path | str:
    """Writes the file; its path, or why it can't be written."""
    try:
        return Crashes(places.crashes).keep(report(places, started_with, what, trace), wiring.today())
    except OSError as error:
        return f"{places.crashes}: nothing can be written there ({error.strerror or error})."


def report(places: wiring.Places, started_with: Sequence[str], what: str, trace: str) -> str:
    """The text: what happened, versions, how the game was started, its settings, the last actions, the trace.

    Actions are ids out of lessons; the time is an hour; the user's own folder, which may be named as a
    person, is `~`.
    """
    versions = [f"{name}: {value}" for name, value in wiring.machine().items()]
    parts = (
        ("What happened", [f"{what} ({wiring.hour_now()})"]),
        (
            "What to do",
            [
                "Nothing, if the station plays again. If it happens again, send this file to whoever looks",
                "after the game: it has no name in it and nothing about a child.",
            ],
        ),
        ("Versions", versions),
        ("Started with", [" ".join(started_with) or "nothing"]),
        ("Settings", _lines(places.settings) or ["as at first"]),
        ("The visit that was running", _visit(places.journal)),
        ("Where in the program", trace.strip().splitlines() or ["not known"]),
    )
    text = "\n".join(f"{title}\n{''.join(f'    {line}' + chr(10) for line in body)}" for title, body in parts)
    home = wiring.home()
    return text.replace(str(home), "~") if home and home != Path(home.anchor) else text


def _visit(journal: Path) -> list[str]:
    """Its head and the last things that were done, without the ticks of its clock."""
    head, *rest = _lines(journal) or ["none"]
    done = [line for line in rest if not line.startswith(('["Tick"', '["Stir"'))]
    return [head, *done[-LAST_ACTIONS:]]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []

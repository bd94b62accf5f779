"""`cop-challenge doctor`: the evening before."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cop_challenge.app.wiring import places, today
from cop_challenge.cli.options import GOOD, PROBLEMS, known_language, pack

if TYPE_CHECKING:
    from cop_challenge.app.doctor.finding import Level

SIGNS = {"good": ("✓", "+"), "look": ("!", "!"), "mend": ("✗", "x")}
"""Of each level, and what stands for it where the terminal's code page has no such sign."""
COLOURS = {"good": "green", "look": "yellow", "mend": "red"}


@click.command(short_help="Is this laptop fit for the day? One line each, and what to do.")
@click.option("--day", type=click.Path(dir_okay=False, path_type=Path), help="The day's file.")
@click.option("--lang", "languages", multiple=True, help="Language offered; may be given again. Else all.")
@pack
def doctor(day: Path | None, languages: tuple[str, ...], packs: tuple[Path, ...]) -> int:
    """Is this laptop fit for the day? One line each: well (✓), playable but (!), or to be mended (✗).

    Run it on the laptop's own desktop: the game's first picture flashes up. Exit 0 when nothing must be
    mended.
    """
    for language in languages:
        known_language(language, packs)
    from cop_challenge.app.doctor.case import Case
    from cop_challenge.app.doctor.examine import checks, examine

    levels = []
    for finding in examine(checks(Case(places(), day, packs, languages), today())):
        levels.append(finding.level)
        click.secho(f"{_sign(finding.level)} {finding}", fg=COLOURS[finding.level])
    click.echo(_sum(levels))
    return PROBLEMS if "mend" in levels else GOOD


def _sign(level: Level) -> str:
    best, plain = SIGNS[level]
    try:
        best.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return plain
    return best


def _sum(levels: Sequence[Level]) -> str:
    bad, fair = (sum(level == name for level in levels) for name in ("mend", "look"))
    if bad:
        return f"Not fit yet: {bad} to mend, {fair} to look at."
    return f"Fit, with {fair} to look at." if fair else "Fit for the day."

"""What commands share: exit codes, options, and what is known here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from cop_challenge.app.wiring import pack_locales, places

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2

pack = click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of lessons to add; may be given again.",
)


def known_language(code: str, packs: Sequence[Path] = ()) -> None:
    """UsageError if neither the station nor a pack speaks it; no code is fine."""
    from cop_challenge.i18n.locale import available

    known = available(places().locales, *pack_locales(packs))
    if code and code not in known:
        raise click.UsageError(f"There is no language “{code}” here; there are: {', '.join(known)}.")

"""What commands share: exit codes, options, and what is known here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from cop_challenge.app.wiring import pack_locales, places

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2


class Size(click.ParamType[tuple[int, int]]):
    """`1920x1080`."""

    name = "WxH"

    def convert(
        self, value: object, param: click.Parameter | None, context: click.Context | None
    ) -> tuple[int, int]:
        """Width and height in pixels."""
        width, _, height = str(value).lower().partition("x")
        if not (
            width.isdigit() and height.isdigit() and 320 <= int(width) <= 8192 and 320 <= int(height) <= 8192
        ):
            self.fail(f"{value} is no window size; write width x height, such as 1366x768.", param, context)
        return int(width), int(height)


pack = click.option(
    "--pack",
    "packs",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of lessons to add; may be given again.",
)


LONG = 200
"""Files or the like, below which nobody waits for a bar."""


@contextmanager
def progress(length: int, label: str) -> Iterator[Callable[[int], None]]:
    """A bar on the error stream that is told how far things are, where somebody sits before it."""
    if length < LONG or not sys.stderr.isatty():
        yield lambda steps: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update


def known_language(code: str, packs: Sequence[Path] = ()) -> None:
    """UsageError if neither the station nor a pack speaks it; no code is fine."""
    from cop_challenge.i18n.locale import available

    known = available(places().locales, *pack_locales(packs))
    if code and code not in known:
        raise click.UsageError(f"There is no language “{code}” here; there are: {', '.join(known)}.")

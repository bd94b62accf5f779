"""`cop-challenge print …`: documents as PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from cop_challenge.app.wiring import find_packs, places, today
from cop_challenge.cli.options import GOOD, PROBLEMS, known_language, pack


def _ordered(command: Callable[..., str]) -> Callable[..., int]:
    """The options every document has; `command` gets them as one order and says what it printed."""

    @click.option(
        "--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The PDF file to write."
    )
    @click.option("--lang", "language", default="en", show_default=True, help="Language, such as en.")
    @click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
    @click.option(
        "--ink",
        type=click.Choice(["colour", "saving"]),
        default="colour",
        show_default=True,
        help="Saving: lines on white instead of coloured papers.",
    )
    @click.option("--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day on the page; else today.")
    @pack
    @wraps(command)
    def ordered(
        out: Path,
        language: str,
        paper: Any,
        ink: Any,
        day: datetime | None,
        packs: tuple[Path, ...],
        **own: Any,
    ) -> int:
        known_language(language, find_packs(places(), packs).packs)
        from cop_challenge.app.printer import Order
        from cop_challenge.printing.sheet import CannotPrint

        chosen: date = day.date() if day else today()
        try:
            click.echo(command(Order(out, chosen, language, paper, ink, packs), **own))
        except CannotPrint as error:
            click.echo(str(error), err=True)
            return PROBLEMS
        return GOOD

    return ordered


def _sourced(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say which visit a document comes from."""
    for option in (
        click.option("--lesson", default="", help="Only of this lesson, by its id."),
        click.option(
            "--from",
            "results",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="The latest of another results file.",
        ),
        click.option("--visit", default="", help="What was made in this visit; “results export” lists them."),
        click.option("--latest", is_flag=True, help="What was made last on this station."),
    ):
        command = option(command)
    return command


@click.group("print")
def paper() -> None:
    """Documents as PDF: protection programme, family deal card, certificates."""


@paper.command(short_help="The school's protection programme.")
@_sourced
@_ordered
def programme(order: Any, **source: Any) -> str:
    """The school's protection programme; without --latest, --visit or --from a form to fill in by hand."""
    from cop_challenge.app.printer import Source, print_deal

    return print_deal(places(), order, Source(**source), card=False)


@paper.command("deal-card", short_help="A family's deal card.")
@_sourced
@_ordered
def deal_card(order: Any, **source: Any) -> str:
    """A family's deal card; without --latest, --visit or --from a form to fill in by hand."""
    from cop_challenge.app.printer import Source, print_deal

    return print_deal(places(), order, Source(**source), card=True)


@paper.command()
@click.option("--track", "tracks", multiple=True, help="For this track; may be given again. Else for each.")
@_ordered
def certificate(order: Any, tracks: tuple[str, ...]) -> str:
    """Certificates, one page a track; the name is written by hand."""
    from cop_challenge.app.printer import print_certificate

    return print_certificate(places(), order, tracks)

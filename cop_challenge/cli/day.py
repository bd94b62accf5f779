"""`cop-challenge day …`: the one-day exercise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cop_challenge.app.wiring import places, today
from cop_challenge.cli.options import GOOD, PROBLEMS, known_language, pack


@click.group()
def day() -> None:
    """The one-day exercise."""


@day.command("report")
@click.argument(
    "file", metavar="[DAY]", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--results",
    "files",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A station's results, a merged or exported file, or a folder of them; may be given again. "
    "Else this station's own.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the report as PDF, web page and CSV; without it, it is shown here.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", "language", default="en", show_default=True, help="Language of the report.")
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option(
    "--ink",
    type=click.Choice(["colour", "saving"]),
    default="colour",
    show_default=True,
    help="Of the PDF; saving: black on white.",
)
@pack
def day_report(
    file: Path | None,
    files: tuple[Path, ...],
    out: Path | None,
    form: str,
    language: str,
    paper: Any,
    ink: Any,
    packs: tuple[Path, ...],
) -> int:
    """What was played on a day, what was hard, and what was learned: small figures are left out.

    DAY is the day's file; without it, all results are counted. With --out a report to hand in: a PDF, a web
    page and a CSV file with the same figures.
    """
    import json

    from cop_challenge.day.day import DayRefused, load_day
    from cop_challenge.day.handout import lines
    from cop_challenge.day.learning import NoStatistics
    from cop_challenge.day.report import report
    from cop_challenge.store.database import StoreError
    from cop_challenge.store.merging import elsewhere, gather

    known_language(language, packs)
    here = places()
    try:
        held = load_day(file) if file else None
        gathered = gather(files or (here.results,))
        found = report(gathered.rows, held)
    except (DayRefused, StoreError, NoStatistics) as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    for sentence in (*gathered.problems, *(elsewhere(gathered.rows, [held.date]) if held else ())):
        click.echo(sentence, err=True)
    if form == "json" and not out:
        click.echo(json.dumps(found.as_dict(), indent=2, ensure_ascii=False))
        return GOOD
    from cop_challenge.app import reporter
    from cop_challenge.printing.sheet import CannotPrint

    this = reporter.told(here, found, language, packs)
    if not out:
        for indent, text in lines(this.handout):
            click.echo("  " * indent + this.say(text))
        return GOOD
    try:
        for said in reporter.write(here, this, out, reporter.setting(found, today(), paper, ink)):
            click.echo(said)
    except CannotPrint as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    return GOOD

"""`cop-challenge day …`: the one-day exercise."""

from __future__ import annotations

from pathlib import Path

import click

from cop_challenge.app.wiring import places
from cop_challenge.cli.options import GOOD, PROBLEMS, known_language


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
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A station's results file; may be given again. Else this station's own.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", "language", default="en", show_default=True, help="Language of the report.")
def day_report(file: Path | None, files: tuple[Path, ...], form: str, language: str) -> int:
    """What was played on a day, and what was learned: small figures are left out.

    DAY is the day's file; without it, all results are counted.
    """
    import json

    from cop_challenge.app.wiring import library
    from cop_challenge.day.day import DayRefused, load_day
    from cop_challenge.day.handout import handout, lines
    from cop_challenge.day.learning import NoStatistics
    from cop_challenge.day.report import report
    from cop_challenge.i18n.translator import Translator
    from cop_challenge.store.database import StoreError
    from cop_challenge.store.merging import gather

    known_language(language)
    here = places()
    try:
        held = load_day(file) if file else None
        found = report(gather(files or (here.results,)).rows, held)
    except (DayRefused, StoreError, NoStatistics) as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    if form == "json":
        click.echo(json.dumps(found.as_dict(), indent=2, ensure_ascii=False))
        return GOOD
    say = Translator(here.locales, language, here.catalogues)
    loaded = library(here)
    tracks = {track.id: track.name for track in loaded.tracks.values()}
    for indent, text in lines(handout(found, tracks, loaded.lessons)):
        click.echo("  " * indent + say(text))
    return GOOD

"""`cop-challenge day …`: the one-day exercise."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from cop_challenge.app.process import prepare_sdl
from cop_challenge.app.wiring import places, today
from cop_challenge.cli.options import GOOD, PROBLEMS, Size, known_language, pack

HAS_PIN = "Its PIN is stored as a hash; nobody can read it there, so do not forget it."
HAS_NO_PIN = "It has no PIN: the staff page opens to anybody. “cop-challenge day pin” makes one."


def asked_pin(pin: str | None) -> str:
    """The PIN given, or typed in twice, as a day file keeps it; none where nobody is there to be asked.

    UsageError if it is no PIN.
    """
    from cop_challenge.day.pin import LEAST, MOST, NotAPin, hashed

    if pin is None and sys.stdin.isatty():
        question = f"PIN for the staff page ({LEAST} to {MOST} digits; Enter for none)"
        pin = click.prompt(
            question, default="", show_default=False, hide_input=True, confirmation_prompt="Once more"
        )
    if not pin:
        return ""
    try:
        return hashed(pin)
    except NotAPin as error:
        raise click.UsageError(str(error)) from None


_results = click.option(
    "--results",
    "files",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A station's results, a merged or exported file, or a folder of them; may be given again. "
    "Else this station's own.",
)


@click.group()
def day() -> None:
    """The one-day exercise."""


@day.command("report")
@click.argument(
    "file", metavar="[DAY]", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@_results
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
    for sentence in (*gathered.problems, *(elsewhere(gathered.rows, held.dates) if held else ())):
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


@day.command("harbour")
@click.argument(
    "file", metavar="[DAY]", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@_results
@click.option("--lang", "language", default="", help="Language; else the day's first, else en.")
@click.option("--size", type=Size(), help="In a window of this size instead of the whole screen.")
def day_harbour(
    file: Path | None, files: tuple[Path, ...], language: str, size: tuple[int, int] | None
) -> int:
    """The whole school's harbour on the screen, to end the day with: every lantern that was lit.

    DAY is the day's file; without it, all results are counted. Any key puts it away; F11 changes between
    window and whole screen. Small figures are left out, as in the report.
    """
    from cop_challenge.day.day import DayRefused
    from cop_challenge.store.database import StoreError

    known_language(language)
    prepare_sdl()
    from cop_challenge.app.closing import NothingLit, lit, run
    from cop_challenge.app.window import NoDisplay

    try:
        found = lit(places(), files, file)
        for sentence in found.problems:
            click.echo(sentence, err=True)
        usual = next(iter(found.day.languages), "en") if found.day else "en"
        run(found, language or usual, size)
    except (DayRefused, StoreError, NothingLit) as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    except NoDisplay as error:
        click.echo(
            f"There is no screen to show it on ({error}); “print harbour” makes a poster of it.", err=True
        )
        return PROBLEMS
    return GOOD


@day.command("pin")
@click.option("--pin", help="Four to twelve digits; else it is asked for.")
def day_pin(pin: str | None) -> int:
    """A PIN for the staff page as a line for the day's file: hashed, so that the file does not tell it."""
    stored = asked_pin(pin)
    if not stored:
        raise click.UsageError("No PIN was given: type it in, or name it with “--pin”.")
    click.echo(f'pin: "{stored}"')
    return GOOD


@day.command("plan")
@click.argument("file", metavar="DAY", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Also a PDF file, for the wall.")
@click.option(
    "--lang", "languages", multiple=True, help="Language of the PDF; may be given again. Else the day's."
)
@click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
@click.option("--ink", type=click.Choice(["colour", "saving"]), default="colour", show_default=True)
def day_plan(
    file: Path, form: str, out: Path | None, languages: tuple[str, ...], paper: Any, ink: Any
) -> int:
    """Who plays when: a timetable by group and station, or what is missing if not everybody can play.

    DAY is the day's file.
    """
    import json

    from cop_challenge.day.day import DayRefused, load_day
    from cop_challenge.day.plan import Plan, plan
    from cop_challenge.day.shortage import shortage
    from cop_challenge.day.spread import Undecided
    from cop_challenge.day.timetable import lines

    try:
        held = load_day(file)
        for language in languages:
            known_language(language, held.packs)
        if not held.schools:
            click.echo(f"{file}: nobody comes yet. Write “schools:” with their groups.", err=True)
            return PROBLEMS
        found = plan(held) or shortage(held)
    except (DayRefused, Undecided) as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    if form == "json":
        click.echo(json.dumps(found.as_dict(), indent=2, ensure_ascii=False))
    else:
        for line in lines(found) if isinstance(found, Plan) else found.lines():
            click.echo(line)
    if not isinstance(found, Plan):
        return PROBLEMS
    return _printed(found, out, languages or held.languages or ("en",), paper, ink) if out else GOOD


def _printed(made: Any, out: Path, languages: tuple[str, ...], paper: Any, ink: Any) -> int:
    """One PDF a language: of several, each has its code in its name."""
    from cop_challenge.app.printer import Order, print_timetable
    from cop_challenge.printing.sheet import CannotPrint

    for language in languages:
        path = out if len(languages) == 1 else out.with_stem(f"{out.stem}-{language}")
        try:
            order = Order(path, made.day.date, language, paper, ink, packs=made.day.packs)
            click.echo(print_timetable(places(), order, made), err=True)
        except CannotPrint as error:
            click.echo(str(error), err=True)
            return PROBLEMS
    return GOOD

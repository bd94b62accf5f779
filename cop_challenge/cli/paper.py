"""`cop-challenge print …`: documents as PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
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
    @click.option("--lang", "language", default="", help="Language, such as am; else the day's first, or en.")
    @click.option("--paper", type=click.Choice(["a4", "letter"]), default="a4", show_default=True)
    @click.option(
        "--ink",
        type=click.Choice(["colour", "saving"]),
        default="colour",
        show_default=True,
        help="Saving: lines on white instead of coloured papers.",
    )
    @click.option(
        "--day",
        "file",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The day's file: its date, language, tracks and packs.",
    )
    @click.option(
        "--date", type=click.DateTime(["%Y-%m-%d"]), help="On the page; else the date of --day, or today."
    )
    @click.option(
        "--copies",
        type=click.IntRange(1, 500),
        default=1,
        show_default=True,
        help="For a class, in one file.",
    )
    @click.option("--preview", is_flag=True, help="Show it with the system's own viewer.")
    @pack
    @wraps(command)
    def ordered(
        out: Path,
        language: str,
        paper: Any,
        ink: Any,
        file: Path | None,
        date: datetime | None,
        copies: int,
        preview: bool,
        packs: tuple[Path, ...],
        **own: Any,
    ) -> int:
        from cop_challenge.app.printer import Order
        from cop_challenge.day.day import DayRefused, load_day
        from cop_challenge.printing.sheet import CannotPrint

        try:
            held = load_day(file) if file else None
        except DayRefused as error:
            click.echo(str(error), err=True)
            return PROBLEMS
        order = Order(out, date.date() if date else today(), language or "en", paper, ink, copies, packs)
        if held:
            order = replace(
                order,
                today=order.today if date else held.date,
                language=language or next(iter(held.languages), "en"),
                packs=(*packs, *held.packs),
                country=held.country,
                digits=held.digits,
            )
            if own.get("tracks") == () and command.__name__ != "posters":
                own["tracks"] = held.tracks
        known_language(order.language, find_packs(places(), order.packs).packs)
        try:
            click.echo(command(order, **own))
        except CannotPrint as error:
            click.echo(str(error), err=True)
            return PROBLEMS
        if preview and click.launch(str(out.resolve())):
            click.echo(f"Nothing here shows PDF files by itself; open {out} yourself.", err=True)
            return PROBLEMS
        return GOOD

    return ordered


_lesson = click.option("--lesson", default="", help="Only of this lesson, by its id.")
_tracks = click.option(
    "--track", "tracks", multiple=True, help="For this track; may be given again. Else for each."
)


def _sourced(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say which visit a document comes from."""
    for option in (
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
    """Documents as PDF: for players, for the walls, for teachers, for the school."""


@paper.command(short_help="The school's protection programme.")
@_lesson
@_sourced
@_ordered
def programme(order: Any, **source: Any) -> str:
    """The school's protection programme; without --latest, --visit or --from a form to fill in by hand."""
    from cop_challenge.app.printer import Source, print_deal

    return print_deal(places(), order, Source(**source), card=False)


@paper.command("deal-card", short_help="A family's deal card.")
@_lesson
@_sourced
@_ordered
def deal_card(order: Any, **source: Any) -> str:
    """A family's deal card; without --latest, --visit or --from a form to fill in by hand."""
    from cop_challenge.app.printer import Source, print_deal

    return print_deal(places(), order, Source(**source), card=True)


@paper.command(short_help="Passports, to be folded from one sheet.")
@_tracks
@click.option(
    "--avatar", default="", help="The figure on the cover, such as lion; else a frame to draw it in."
)
@_sourced
@_ordered
def passport(order: Any, tracks: tuple[str, ...], avatar: str, **source: Any) -> str:
    """Passports, to be folded from one sheet, one a track, to be stamped by hand.

    With --latest, --visit or --from those of visits, with the stamps that were earned.
    """
    from cop_challenge.app.printer import Source, print_passport
    from cop_challenge.core.words import AVATARS

    if avatar and avatar not in AVATARS:
        raise click.UsageError(f"There is no figure “{avatar}”; there are: {', '.join(AVATARS)}.")
    return print_passport(places(), order, Source(**source), tracks, avatar)


@paper.command(short_help="Certificates.")
@_tracks
@_ordered
def certificate(order: Any, tracks: tuple[str, ...]) -> str:
    """Certificates, one page a track; the name is written by hand."""
    from cop_challenge.app.printer import print_certificate

    return print_certificate(places(), order, tracks)


@paper.command(short_help="Posters.")
@click.option("--track", "tracks", multiple=True, help="Also this track's messages; may be given again.")
@_ordered
def posters(order: Any, tracks: tuple[str, ...]) -> str:
    """Posters of the five habits, and of a track's spot messages; A3 prints as sharply as A4."""
    from cop_challenge.app.printer import print_posters

    return print_posters(places(), order, tracks)


@paper.command("lesson-plan", short_help="A teacher's lesson plan, with cards to cut out.")
@_tracks
@_ordered
def lesson_plan(order: Any, tracks: tuple[str, ...]) -> str:
    """A teacher's lesson plan: aims, one lesson, the games with their take-aways, cards to talk about."""
    from cop_challenge.app.printer import print_plan

    return print_plan(places(), order, tracks)


@paper.command("follow-up", short_help="Four questions to a class after four weeks.")
@_tracks
@_ordered
def follow_up(order: Any, tracks: tuple[str, ...]) -> str:
    """Four questions to a class after four weeks, counted by hands: sums only, no names."""
    from cop_challenge.app.printer import print_follow_up

    return print_follow_up(places(), order, tracks)


@paper.command(short_help="The whole school's harbour: a poster for the day after.")
@click.option(
    "--from",
    "results",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="A merged file, a station's results, or a folder of them; may be given again. Else this station's.",
)
@_ordered
def harbour(order: Any, results: tuple[Path, ...]) -> str:
    """The whole school's harbour: every lantern that was lit, and a line for the school's name.

    With --day only what was played on its dates. Small figures are left out, as in the report.
    """
    from cop_challenge.app.closing import NothingLit, lit
    from cop_challenge.app.printer import print_harbour
    from cop_challenge.day.day import DayRefused
    from cop_challenge.printing.sheet import CannotPrint
    from cop_challenge.store.database import StoreError

    try:
        found = lit(places(), results, click.get_current_context().params["file"])
    except (StoreError, DayRefused, NothingLit) as error:
        raise CannotPrint(str(error)) from None
    for sentence in found.problems:
        click.echo(sentence, err=True)
    return print_harbour(places(), order, found.harbour, found.day.title if found.day else "")

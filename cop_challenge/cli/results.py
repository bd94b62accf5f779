"""`cop-challenge results …`: what was played, as files."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from datetime import timedelta, timezone, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from cop_challenge.app.wiring import places
from cop_challenge.cli.options import GOOD, PROBLEMS

if TYPE_CHECKING:
    from cop_challenge.store.database import Row


class UtcOffset(click.ParamType[tzinfo]):
    """`+03:00`."""

    name = "±HH:MM"

    def convert(self, value: object, param: click.Parameter | None, context: click.Context | None) -> tzinfo:
        """The zone with this offset all year."""
        found = re.fullmatch(r"([+-])(0\d|1[0-4]):([0-5]\d)", str(value))
        if not found:
            self.fail(f"{value} is no offset from UTC; write it like +03:00.", param, context)
        minutes = int(found[2]) * 60 + int(found[3])
        return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))


@click.group()
def results() -> None:
    """What was played on this station, and on others."""


@results.command()
@click.option(
    "--format", "form", type=click.Choice(["csv", "jsonl", "xapi"]), default="csv", show_default=True
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else the screen."
)
@click.option(
    "--from",
    "source",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Another results file.",
)
@click.option(
    "--utc-offset",
    "offset",
    type=UtcOffset(),
    help="For xapi: how far the stations' clocks were from UTC, such as +03:00; else as on this computer.",
)
def export(form: str, out: Path | None, source: Path | None, offset: tzinfo | None) -> int:
    """All facts as a table: no names, no times finer than the hour.

    CSV and JSON lines can be merged again. “xapi” writes one JSON array of xAPI 1.0.3 statements, for a
    learning record store.
    """
    from cop_challenge.store.database import Store, StoreError
    from cop_challenge.store.export import FORMATS

    path = source or places().results
    if not path.is_file():
        click.echo(f"Nothing has been played here yet: there is no {path}.", err=True)
        return PROBLEMS
    write = FORMATS.get(form) or _xapi(offset)
    try:
        with Store(path) as store:
            if out is None:
                write(store.rows(), sys.stdout)
            else:
                with out.open("w", encoding="utf-8", newline="") as file:
                    count = write(store.rows(), file)
                click.echo(f"{count} facts in {out}.")
    except (StoreError, OSError) as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    return GOOD


def _xapi(offset: tzinfo | None) -> Callable[[Iterable[Row], TextIO], int]:
    from cop_challenge.app.wiring import library
    from cop_challenge.store.xapi import writer

    titles = {card.id: {"en": card.title.source} for card in library(places()).cards}
    return writer(titles, offset)


@results.command()
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def merge(out: Path, files: tuple[Path, ...]) -> int:
    """Stations' results in one file: OUT is made, or gets what it does not hold yet.

    FILES are results files (.sqlite), exported ones (.csv, .jsonl), or folders of them. They are only read;
    the same file twice is harmless. Of a damaged file all that can be read is taken. Exit 1 says that
    something could not be, or that clocks disagree; OUT is written all the same.
    """
    from cop_challenge.store.database import StoreError
    from cop_challenge.store.merging import merge as merge_files

    try:
        merged = merge_files(out, files)
    except (StoreError, OSError) as error:
        click.echo(str(error), err=True)
        return PROBLEMS
    for taken in merged.gathered.files:
        click.echo(f"{taken.path}: {_facts(len(taken.rows))}")
    for one in merged.stations:
        click.echo(f"Station {one.station}: {_visits(one.visits)}, {_facts(one.facts)}, {_hours(one.hours)}.")
    click.echo(f"{out}: {merged.added} new, {_facts(merged.facts)} in all.")
    wrong = (*merged.gathered.problems, *merged.clocks)
    for sentence in wrong:
        click.echo(sentence, err=True)
    return PROBLEMS if wrong else GOOD


def _facts(count: int) -> str:
    return f"{count} fact{'' if count == 1 else 's'}"


def _visits(count: int) -> str:
    return f"{count} visit{'' if count == 1 else 's'}"


def _hours(hours: tuple[str, ...]) -> str:
    """`2026-11-23 09, 10, 11 h`, day by day."""
    days: dict[str, list[str]] = {}
    for hour in hours:
        day, _, clock = hour.partition("T")
        days.setdefault(day, []).append(clock)
    return "; ".join(f"{day} {', '.join(clocks)} h" for day, clocks in days.items())

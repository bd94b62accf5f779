"""What authors of lessons need beside `check` and `new`: schemas for their editor, the lesson on screen."""

from __future__ import annotations

from pathlib import Path

import click

from cop_challenge.app.wiring import places
from cop_challenge.cli.options import GOOD, PROBLEMS


@click.command()
@click.option(
    "--out",
    default=Path("schemas"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write them to.",
)
def schema(out: Path) -> int:
    """JSON Schemas of all files, for editors that complete and explain what may be written."""
    from shutil import copyfile

    from cop_challenge.lessons.modeline import FOLDER

    try:
        out.mkdir(parents=True, exist_ok=True)
        files = sorted((places().content / FOLDER).glob("*.json"))
        for file in files:
            copyfile(file, out / file.name)
    except OSError as error:
        click.echo(f"{error.filename or out}: can't be written ({error.strerror}).", err=True)
        return PROBLEMS
    click.echo(f"{len(files)} schemas in {out}.")
    return GOOD

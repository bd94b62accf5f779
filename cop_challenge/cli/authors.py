"""What authors of lessons need beside `check` and `new`: schemas for their editor, the lesson on screen."""

from __future__ import annotations

from pathlib import Path

import click

from cop_challenge.app.process import prepare_sdl
from cop_challenge.app.wiring import places
from cop_challenge.cli.options import GOOD, PROBLEMS, Size, known_language


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


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--lang", "language", default="", help="Show it in this language first, such as en.")
@click.option("--size", type=Size(), help="Size of the window.")
def preview(file: Path, language: str, size: tuple[int, int] | None) -> int:
    """The lesson on screen, and again at each save; what is wrong with it lies over the picture."""
    from cop_challenge.lessons.pack import pack_of

    known_language(language, (pack_of(file),))
    prepare_sdl()
    from cop_challenge.app.preview.run import run
    from cop_challenge.app.window import NoDisplay

    try:
        run(file, size, language)
    except NoDisplay as error:
        click.echo(f"There is no screen to show it on ({error}); “check” works without one.", err=True)
        return PROBLEMS
    return GOOD

"""`cop-challenge kit`: the folder for laptops that never see the Internet."""

from __future__ import annotations

import re
from pathlib import Path

import click

from cop_challenge.app.wiring import places, today
from cop_challenge.cli.options import GOOD, PROBLEMS, pack

LEAST_PYTHON = (3, 11)


class PythonVersion(click.ParamType[tuple[int, int]]):
    """`3.12`."""

    name = "VERSION"

    def convert(
        self, value: object, param: click.Parameter | None, context: click.Context | None
    ) -> tuple[int, int]:
        """Major and minor number."""
        if isinstance(value, tuple):
            return value
        found = re.fullmatch(r"(3)\.(\d{1,2})", str(value))
        version = (int(found[1]), int(found[2])) if found else (0, 0)
        if version < LEAST_PYTHON:
            self.fail(f"{value} is no Python the game runs on; name one such as 3.12.", param, context)
        return version


@click.command(short_help="A folder for a stick that installs and plays with no Internet.")
@click.option(
    "--platform",
    required=True,
    type=click.Choice(["win_amd64", "macos", "linux"]),
    help="What the laptops run; both sorts of Mac are served by one folder.",
)
@click.option(
    "--python",
    "pythons",
    multiple=True,
    default=["3.12"],
    show_default=True,
    type=PythonVersion(),
    help="Python on the laptops; may be given again.",
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to make.")
@click.option("--day", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The day's file.")
@pack
def kit(
    platform: str,
    pythons: tuple[tuple[int, int], ...],
    out: Path,
    day: Path | None,
    packs: tuple[Path, ...],
) -> int:
    """A folder for a stick: the game, all it needs, the day and packs, and scripts to install and start.

    Making it needs the Internet once, installing and playing never. docs/kit.md tells the way.
    """
    from cop_challenge.app.kit.folder import Order, make, size_mb
    from cop_challenge.app.kit.trouble import NoKit

    order = Order(platform, tuple(dict.fromkeys(pythons)), out, day, packs)
    try:
        wheels = make(order, places(), today(), click.echo)
    except NoKit as problem:
        click.echo(str(problem), err=True)
        return PROBLEMS
    click.echo(f"{out} is whole: {len(wheels)} wheels, {size_mb(out)} MB. Next: its READ-ME-FIRST.txt.")
    return GOOD

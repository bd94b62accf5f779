"""`bench`: how quick the game is here."""

from __future__ import annotations

import json

import click

from cop_challenge.cli.options import GOOD, Size


class LibrarySize(click.ParamType[tuple[int, int]]):
    """`50x200`."""

    name = "PACKSxLESSONS"

    def convert(
        self, value: object, param: click.Parameter | None, context: click.Context | None
    ) -> tuple[int, int]:
        """Packs, and lessons of each."""
        packs, _, lessons = str(value).lower().partition("x")
        if not (
            packs.isdigit() and lessons.isdigit() and 1 <= int(packs) <= 50 and 1 <= int(lessons) <= 2000
        ):
            self.fail(f"{value}: write packs x lessons of each, such as 50x200.", param, context)
        return int(packs), int(lessons)


@click.command()
@click.option("--size", type=Size(), default="1920x1080", show_default=True)
@click.option(
    "--seconds",
    type=click.FloatRange(0.5, 60),
    default=4,
    show_default=True,
    help="Length of each measurement.",
)
@click.option(
    "--library",
    type=LibrarySize(),
    help="Instead: the start with so many packs of so many lessons each, and their check.",
)
def bench(size: tuple[int, int], seconds: float, library: tuple[int, int] | None) -> int:
    """Start time, frame times, input latency, CPU on a still screen and memory, as JSON."""
    from cop_challenge.app import bench as frames
    from cop_challenge.app import bench_library

    figures = bench_library.measure(*library) if library else frames.measure(size, seconds)
    click.echo(json.dumps(figures, indent=2))
    return GOOD

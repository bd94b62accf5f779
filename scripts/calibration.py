"""Writes the table in docs/measure.md: how often a day's interval holds the truth.

    python scripts/calibration.py [--days 1000] [--visits 120]

Takes some minutes: days × visits × four scenarios for each track.
"""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from cop_challenge.app import wiring
from cop_challenge.day.calibration import Calibration, calibrate, scenarios

PAGE = Path(__file__).parent.parent / "docs/measure.md"
BEGIN, END = "<!-- calibration: scripts/calibration.py -->", "<!-- end of calibration -->"
HEAD = """\
| Track | Children | True difference | Mean estimate | Half-width | Truth inside | Nothing claimed | Compared a day |
|---|---|---:|---:|---:|---:|---:|---:|
"""


def found(track: str, days: int, visits: int) -> list[tuple[str, Calibration]]:
    """One track's scenarios."""
    measure = wiring.library(wiring.places()).measures[track]
    return [
        (name, calibrate(measure, children, days, visits, seed=1)) for name, children in scenarios(measure)
    ]


def row(track: str, name: str, one: Calibration) -> str:
    """A line of the table; differences in points of a hundred."""
    cells = (
        track,
        name,
        f"{100 * one.truth:.1f}",
        f"{100 * one.mean:.1f}",
        f"{100 * one.width:.1f}",
        f"{100 * one.covered:.1f} %",
        f"{100 * one.silent:.1f} %",
        f"{one.compared:.0f}",
    )
    return f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Work out and write."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--days", type=int, default=1000)
    ask.add_argument("--visits", type=int, default=120)
    wanted = ask.parse_args()
    tracks = list(wiring.library(wiring.places()).measures)
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(partial(found, days=wanted.days, visits=wanted.visits), tracks))
    table = HEAD + "".join(
        row(track, name, one) for track, rows in zip(tracks, results, strict=True) for name, one in rows
    )
    note = (
        f"{wanted.days} simulated days of {wanted.visits} visits in each line, seeds 1 to {wanted.days}.\n\n"
    )
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    PAGE.write_text(f"{before}{BEGIN}\n{note}{table}{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()

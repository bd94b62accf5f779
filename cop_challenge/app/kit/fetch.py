"""Brings the wheels a target needs, from whatever index pip is set to use.

pip reads dependency markers for the Python it runs in, whatever `--platform` says: on Linux it would leave
out what only Windows needs. So pip is asked for named packages without their dependencies, these are read
from the wheels it brought, and it is asked again until nothing is missing. No other resolver is needed:
pip is wherever the game was installed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from packaging.requirements import Requirement

from cop_challenge.app.kit.own_wheel import NAME
from cop_challenge.app.kit.pip import run_pip
from cop_challenge.app.kit.target import Target
from cop_challenge.app.kit.trouble import NoKit
from cop_challenge.app.kit.wheels import Wheel, closure, wheels_in


def download(wishes: Sequence[str], target: Target, into: Path) -> None:
    """These packages for the target, without what they depend on."""
    platforms = [part for name in target.machine.platforms for part in ("--platform", name)]
    try:
        run_pip(
            "download",
            *("--quiet", "--no-deps", "--only-binary=:all:", "--retries=2", "--dest", str(into)),
            *("--implementation", "cp", "--python-version", target.version),
            *platforms,
            *wishes,
        )
    except NoKit as problem:
        if "No matching distribution" in str(problem):
            raise NoKit(
                f"{target}: {problem} There may be no wheel for it; choose another version with --python."
            ) from None
        raise


def fetch(first: Iterable[Requirement], target: Target, folder: Path) -> tuple[Wheel, ...]:
    """The wheels that `first` and all it depends on need on the target; the folder holds the game's own.

    NoKit if one can't be had.
    """
    first = tuple(first)
    asked: tuple[str, ...] = ()
    while True:
        found = closure(first, wheels_in(folder), target)
        if not found.missing:
            return found.wheels
        if found.wishes == asked:
            raise NoKit(f"{target}: pip brought no wheel for {', '.join(found.missing)}.")
        asked = found.wishes
        # The game itself is in the folder already; no index need know it.
        download([wish for wish in asked if Requirement(wish).name != NAME], target, folder)

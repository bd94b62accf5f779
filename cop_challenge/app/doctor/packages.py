"""Python and the packages the game needs, in the versions it needs them."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from cop_challenge.app.doctor.finding import Finding, good, look, mend

GAME = "cop-challenge"
LEAST_PYTHON = (3, 11)


def python() -> Iterator[Finding]:
    """The interpreter."""
    running = platform.python_version()
    if sys.version_info[:2] < LEAST_PYTHON:
        yield mend("Python", f"this is {running}.", "The game needs 3.11 or newer; install it anew with one.")
    else:
        bits = 64 if sys.maxsize > 2**32 else 32
        yield good("Python", f"{running}, {bits} bits.")


def packages(wanted: Iterable[str] | None = None) -> Iterator[Finding]:
    """What is installed against what the game's own metadata, or `wanted`, asks for."""
    if wanted is None:
        try:
            wanted = requires(GAME) or ()
        except PackageNotFoundError:
            yield look(
                "Packages",
                "the game runs from a folder and is not installed.",
                "Run in that folder: python -m pip install -e .",
            )
            return
    needed = [one for one in map(Requirement, wanted) if not one.marker or one.marker.evaluate({"extra": ""})]
    wrong = [problem for requirement in needed if (problem := _wrong(requirement))]
    if wrong:
        yield mend("Packages", f"{'; '.join(wrong)}.", "Install the game anew.")
    else:
        yield good("Packages", f"all {len(needed)} are there, in versions that fit.")


def _wrong(requirement: Requirement) -> str:
    try:
        there = version(requirement.name)
    except PackageNotFoundError:
        return f"{requirement.name} is missing"
    if _fits(requirement.specifier, there):
        return ""
    return f"{requirement.name} is {there}, but {requirement.specifier} is needed"


def _fits(versions: SpecifierSet, there: str) -> bool:
    return versions.contains(there, prereleases=True)

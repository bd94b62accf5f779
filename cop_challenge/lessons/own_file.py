"""Files a pack has beside its lessons: read, validated and cross-checked, with every problem at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from cop_challenge.activities.fields import Surroundings
from cop_challenge.activities.lesson import Entry, Finding
from cop_challenge.lessons.diagnostics import Complaint, Problem
from cop_challenge.lessons.loader import Found, validated
from cop_challenge.lessons.source import Refused, inside, read

E = TypeVar("E", bound=Entry)
NOTHING_AROUND = Surroundings()


def load_own_file(
    path: Path, root: Path, model: type[E], check: Callable[[E], Iterable[Finding]]
) -> tuple[E | None, list[Problem]]:
    """The file as `model`, or None if anything is wrong with it, and all that is."""
    loaded, problems = mended_own_file(path, root, model, check)
    return (None if problems else loaded), problems


def mended_own_file(
    path: Path,
    root: Path,
    model: type[E],
    check: Callable[[E], Iterable[Finding]],
    around: Surroundings = NOTHING_AROUND,
) -> tuple[E | None, list[Problem]]:
    """The file as far as it could be mended, for whatever rests on it, and all that is wrong with it.

    `check` finds what no field can see alone; what it says of guessed values is left out.
    """
    if not inside(root, path):
        return None, [Complaint("outside-pack", {"found": path.name}).at(path)]
    try:
        node, problems = read(path)
    except Refused as refused:
        return None, refused.problems
    found = Found(path, node)
    loaded, guessed = validated(model, node.plain(), around, found)
    for finding in check(loaded) if loaded else ():
        if not any(place[: len(finding.path)] == finding.path for place in guessed):
            found.add(finding.rule, finding.path, **finding.values)
    return loaded, sorted(problems + found.problems)

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


def load_own_file(
    path: Path, root: Path, model: type[E], check: Callable[[E], Iterable[Finding]]
) -> tuple[E | None, list[Problem]]:
    """The file as `model`, or None if anything is wrong with it, and all that is.

    `check` finds what no field can see alone; what it says of guessed values is left out.
    """
    if not inside(root, path):
        return None, [Complaint("outside-pack", {"found": path.name}).at(path)]
    try:
        node, problems = read(path)
    except Refused as refused:
        return None, refused.problems
    found = Found(path, node)
    loaded, guessed = validated(model, node.plain(), Surroundings(), found)
    for finding in check(loaded) if loaded else ():
        if not any(path_[: len(finding.path)] == finding.path for path_ in guessed):
            found.add(finding.rule, finding.path, **finding.values)
    problems += found.problems
    return (None if problems else loaded), sorted(problems)

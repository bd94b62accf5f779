"""The explicit list of kinds, and where each keeps its parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from cop_challenge.core.activity import Activity
from cop_challenge.core.track import Character

if TYPE_CHECKING:
    from cop_challenge.activities.lesson import Finding, Lesson

ACTIVITIES = (
    "quiz",
    "scenario",
    "stop",
    "patrol",
    "bystander",
    "ripple",
    "helpers",
    "inspect",
    "sort",
    "forge",
    "maze",
    "chat",
    "factory",
    "deal",
)
"""Each name is a folder here with `schema.py` (`Model`, `check`), `rules.py` (`play`) and, if it has
pictures of its own, `scene.py` (`compose`)."""


def schema(kind: str) -> type[Lesson]:
    """The pydantic model of a kind's lessons."""
    return cast("type[Lesson]", _part(kind, "schema").Model)


def check(lesson: Lesson) -> Iterable[Finding]:
    """What the kind itself finds wrong with a well-formed lesson: dead ends, no right answer…"""
    return cast("Iterable[Finding]", _part(lesson.kind, "schema").check(lesson))


def play(lesson: Lesson, seed: int, cast_: Mapping[str, Character]) -> Activity:
    """A new activity of the lesson."""
    return cast(Activity, _part(lesson.kind, "rules").play(lesson, seed, cast_))


def scene(kind: str) -> Any:
    """The kind's own `compose`, or None: then the plain scene draws its view."""
    try:
        return _part(kind, "scene").compose
    except ModuleNotFoundError as missing:
        if missing.name != f"{__package__}.{kind}.scene":
            raise
        return None


def _part(kind: str, part: str) -> ModuleType:
    if kind not in ACTIVITIES:
        raise KeyError(kind)
    return import_module(f"{__package__}.{kind}.{part}")

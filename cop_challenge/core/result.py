"""Facts of a visit: immutable, small, and without anything that names a child."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SCHEMA_VERSION = 1
"""Raised when a field changes its meaning; old rows keep the number they were written with."""


class Fact(StrEnum):
    """What happened."""

    BEGAN = "began"
    """A visit left the attract screen and chose its track."""
    ANSWERED = "answered"
    FINISHED = "finished"
    """A lesson reached its end."""
    LEFT = "left"
    """A lesson was left before its end; it can be taken up again."""
    ENDED = "ended"
    """The visit is over."""


class Outcome(StrEnum):
    """How an answer turned out, or how a visit ended."""

    GOOD = "good"
    TRY_AGAIN = "try-again"
    PASSPORT = "passport"
    IDLE = "idle"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One fact. A field that does not apply is empty or 0."""

    fact: Fact
    track: str = ""
    language: str = ""
    lesson: str = ""
    kind: str = ""
    habit: str = ""
    step: str = ""
    """Round or state, by id."""
    choice: str = ""
    """Option taken, by id."""
    outcome: Outcome = Outcome.NONE
    attempt: int = 0
    """1 for a first try."""
    light: int = 0
    """Light gathered by this fact."""
    schema: int = SCHEMA_VERSION

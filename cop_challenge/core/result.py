"""Facts of a visit: immutable, small, and without anything that names a child."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SCHEMA_VERSION = 2
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
    DEALT = "dealt"
    """The visit is measured: which topic it is taught, which form comes first."""
    MEASURED = "measured"
    """An item of a sheet was answered."""
    RATED = "rated"
    """A question about one's own feeling was answered."""
    SKIPPED = "skipped"
    """A sheet was not wanted, from that step on."""


class Outcome(StrEnum):
    """How an answer turned out, or how a visit ended."""

    GOOD = "good"
    TRY_AGAIN = "try-again"
    PASSPORT = "passport"
    IDLE = "idle"
    STOPPED = "stopped"
    """By staff."""
    NONE = ""


class Signal(StrEnum):
    """An answer in the terms of signal detection; danger is the signal."""

    HIT = "hit"
    MISS = "miss"
    FALSE_ALARM = "false-alarm"
    ALL_CLEAR = "all-clear"
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
    phase: str = ""
    """Of a sheet: `before` or `after` the games."""
    form: str = ""
    """Which of two parallel forms."""
    topic: str = ""
    """What the item is about; of a dealt visit, what it is taught."""
    standing: str = ""
    """`taught` or `untaught`, as the visit was dealt."""
    signal: Signal = Signal.NONE
    first: str = ""
    """Where it was asked what to do first: `tell` or `other`."""
    surface: str = ""
    """`new`: an item unlike anything the lessons show."""
    schema: int = SCHEMA_VERSION

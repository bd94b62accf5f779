"""What stands in the factory: the words rules and scene share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.activities.factory.moves import Bin, Line, Move, Zone
from cop_challenge.core.text import NOTHING, Text


class Stage(StrEnum):
    """What is being done."""

    BUILD = "build"
    MOUNTED = "mounted"
    """A part was just stamped onto the poster, and its move is named."""
    RUN = "run"
    """The poster is whole; the dial says how far it would travel."""
    SHREDDED = "shredded"
    SORT = "sort"
    EXPLAIN = "explain"
    SOLVED = "solved"


@dataclass(frozen=True, slots=True)
class Piece:
    """A place on the poster, and the part that stands there."""

    zone: Zone
    text: Text = NOTHING
    picture: str = ""
    move: Move | None = None
    """None while the place is empty."""


@dataclass(frozen=True, slots=True)
class Slip:
    """The message at the gate."""

    lines: tuple[tuple[Line, Text], ...]
    """From the top to the bottom."""
    glint: Line | None = None
    """The line that catches the light: a free hint."""
    into: Bin | None = None
    """Where it belongs, once that is known."""


@dataclass(frozen=True, slots=True)
class Board:
    """What stands in the hall."""

    stage: Stage
    pieces: tuple[Piece, ...] = ()
    newest: int = -1
    """Index of the piece at hand."""
    people: int = 0
    """The estimated reach."""
    plate: Text = NOTHING
    """The machine's plate: why this rumour hurts nobody."""
    move: Move | None = None
    """The move that is named now."""
    slip: Slip | None = None
    filed: tuple[tuple[Bin, int], ...] = ()
    """Messages that lie in each chute."""
    reason: Text = NOTHING
    """What explains the message, once it is found or shown."""

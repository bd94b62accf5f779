"""What the scene of a sorting lesson draws besides the offers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.core.text import Text


class Stage(StrEnum):
    """What the backpack is doing."""

    CLOSED = "closed"
    """Before it is opened."""
    OPEN = "open"
    PACKED = "packed"
    """Everything is sorted, and it has closed again."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that is sorted."""

    id: str
    text: Text
    picture: str


@dataclass(frozen=True, slots=True)
class Pile:
    """A bin and what lies in it, the newest last."""

    id: str
    text: Text
    picture: str
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The backpack, the bins, and what is at hand."""

    stage: Stage
    piles: tuple[Pile, ...]
    laid: tuple[Thing, ...]
    """What lies out of the backpack."""
    held: str
    """Which of these a press on a bin puts there."""
    fresh: bool = False
    """They have just come out of the backpack."""
    landed: str = ""
    """The bin in which `held` lies now, being explained."""
    missed: str = ""
    """The bin from which `held` came back."""
    misses: int = 0
    """How often it came back so far."""
    left: int = 0
    """How many things are still in the backpack."""

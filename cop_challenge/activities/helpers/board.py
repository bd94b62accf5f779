"""What only the scene of this kind draws: the bay with its people, and the net so far."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.core.text import Text


class Stand(StrEnum):
    """How a person around the bay stands to the hero just now."""

    HERE = "here"
    """Can be asked about this worry."""
    BUSY = "busy"
    """Was asked and has something else in hand; can be asked again."""
    TRIED = "tried"
    """Was asked and cannot help with this."""
    BESIDE = "beside"
    """Came along: a friend."""
    KNOT = "knot"
    """Holds a thread of the net."""
    AWAY = "away"
    """Not asked about this worry."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One person around the bay."""

    id: str
    name: Text
    picture: str
    stand: Stand
    sign: str = ""
    """What keeps them, as a picture; only while they are busy."""


@dataclass(frozen=True, slots=True)
class Board:
    """The bay: all people around it, and the net so far."""

    seats: tuple[Seat, ...]
    worry: str
    """Picture of the worry; empty once it is settled."""
    knots: tuple[str, ...]
    """Ids of those who hold a thread, in the order they were won."""
    needed: int
    waiting: str = ""
    """Who was just found busy, and what to do is asked."""

"""What only this kind's scene draws."""

from __future__ import annotations

from dataclasses import dataclass

from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character


@dataclass(frozen=True, slots=True)
class Remark:
    """One line under the post."""

    id: str
    who: Character | None
    """Nobody for the squad's own."""
    text: Text
    squad: bool = False
    hero: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What the last action did."""

    lights: int
    """Lights that came or went."""
    crowd: int
    """Heads that followed or turned away."""


@dataclass(frozen=True, slots=True)
class Board:
    """The feed, the lights, the crowd, and whose sign is whose."""

    post: Text
    thread: tuple[Remark, ...]
    """Everything under the post, the newest last."""
    fresh: int
    """Index from which on it is new in this wave."""
    lights: int
    crowd: int
    exposed: bool
    """The storm turns to the player."""
    change: Change | None
    hands: tuple[tuple[str, str], ...]
    """Whose each sign is (`left`, `right`), where two play."""
    turn: str
    """Whose turn it is."""
    together: bool
    """Two actions have just worked together."""
    joke: Text = NOTHING
    """The last word, once it has ended well."""

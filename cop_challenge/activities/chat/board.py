"""What only this kind's scene draws."""

from __future__ import annotations

from dataclasses import dataclass

from cop_challenge.core.activity import By
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character


@dataclass(frozen=True, slots=True)
class Pin:
    """One move on the shelf."""

    id: str
    name: Text
    picture: str
    found: bool
    """Spotted; else it is an empty place."""
    seen: bool = False
    """It was made in the lines read so far."""


@dataclass(frozen=True, slots=True)
class Said:
    """One bubble."""

    offer: str
    """Id of the offer to look at it closely; nothing for what cannot be tapped."""
    by: By
    who: Character | None
    text: Text
    pin: Pin | None = None
    """The move it made, once that is spotted."""
    tapped: bool = False
    glow: bool = False
    """Something is here."""


@dataclass(frozen=True, slots=True)
class Board:
    """The conversation, the shelf and the flower."""

    other: Character | None
    said: tuple[Said, ...]
    """From the start to here, the newest last."""
    fresh: int
    """Index of the first bubble of this beat."""
    shelf: tuple[Pin, ...]
    trust: int | None
    """How far the flower is open; None: a phone."""
    focus: str
    """Offer of the line just looked at."""
    ended: bool
    just: str
    """Id of the move that has just been spotted."""

"""What only this kind's scene draws: the boats of the bay, and the post with its people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.activities.ripple.schema import Ring
from cop_challenge.core.tags import Feeling
from cop_challenge.core.text import NOTHING, Text


class Phase(StrEnum):
    """Where in a post's way we are."""

    ASK = "ask"
    ANSWERS = "answers"
    CIRCLE = "circle"
    SPREAD = "spread"
    EFFECT = "effect"
    MEND = "mend"


class Light(StrEnum):
    """How a boat stands."""

    DARK = "dark"
    SEEN = "seen"
    GONE = "gone"
    """Seen and deleted again."""
    COPY = "copy"
    """Seen, and perhaps kept."""


@dataclass(frozen=True, slots=True)
class Afloat:
    """One boat."""

    id: str
    name: Text
    picture: str
    ring: Ring
    light: Light = Light.DARK
    wave: int = 0
    """Which ripple brings it, also one that is run back; 0 for none."""
    by: str = ""
    """Id of the boat that passed it on; empty for whoever shared it."""


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody on the post."""

    name: Text
    picture: str
    answer: str = ""
    """`yes`, `without`, `no`; empty as long as nobody asked."""
    says: Text = NOTHING
    feeling: Feeling | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """The bay now."""

    phase: Phase
    sharer: str
    """Picture of who shares."""
    boats: tuple[Afloat, ...]
    faces: tuple[Face, ...]
    ring: Ring | None = None
    """The circle it was shared with, or from which the ripple was run back."""
    wave: int = 0
    """How many ripples have gone out; 0 once they are run back."""
    changed: bool = False
    """It is another picture now, one that everybody agreed to."""
    seen: Text = NOTHING
    """How many have seen it, in words."""
    before: tuple[tuple[Ring, int], ...] = ()
    """How many boats each circle tried earlier has reached."""
    good: bool = False
    """Shared with a yes, with a circle that fits."""
    mended: bool = False
    """It is taken down, and said sorry for."""

    @property
    def aloud(self) -> tuple[Text, ...]:
        """What the faces say, how many have seen it, and who."""
        reached = (boat.name for boat in self.boats if boat.light in (Light.SEEN, Light.COPY))
        return (*(face.says for face in self.faces), self.seen, *reached)

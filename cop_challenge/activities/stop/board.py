"""What only the toy theatre draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    """What is being done in a story."""

    HELLO = "hello"
    """The curtain is closed; the button is tried once."""
    READ = "read"
    STOPPED = "stopped"
    """The button was pressed in time, or together with Nuru."""
    TELL = "tell"
    SAY = "say"
    END = "end"


@dataclass(frozen=True, slots=True)
class Stage:
    """How the theatre looks."""

    phase: Phase
    lamps: int
    """Footlights: one for each page of the story."""
    lit: int
    """Pages seen so far; all of them at the end."""
    opening: bool
    """The curtain opens on this page."""
    wobble: int
    """How strongly the picture wobbles: 0 while all is well, 2 where help is needed."""
    glow: bool
    """The button glows."""
    together: bool
    """Nuru presses it with the child."""
    resting: bool
    """All was well to the end: the button sleeps."""
    pops: int
    """How often it was pressed in this story; a change is a pop."""

"""Where a chat is."""

from __future__ import annotations

from dataclasses import dataclass

HELPLESS_AFTER = 2
"""Moves spotted in a row after which nothing glows any more; one miss brings the glow back."""


@dataclass(frozen=True)
class State:
    """Where the chat is. Rewinding shortens the trail; what was learnt stays."""

    trail: tuple[str, ...]
    """Beats from the start to here; an ending comes last."""
    ways: tuple[str, ...]
    """Replies and exits that led along the trail, one less than its beats."""
    trusts: tuple[int, ...]
    """How far the flower was open in each of them."""
    tapped: tuple[str, ...] = ()
    """Lines looked at, as `beat/line`."""
    read: tuple[str, ...] = ()
    """Lines that were on screen, the same way."""
    focus: str = ""
    """Line just looked at."""
    streak: int = 0
    """Moves spotted since the last miss."""
    tried: tuple[str, ...] = ()
    """Replies that led into a setback, as `beat/reply`."""
    chosen: tuple[str, ...] = ()
    """Beats in which something was chosen, rewound ones too."""
    endings: tuple[str, ...] = ()
    back: bool = False
    """Just rewound."""
    begun: bool = False
    """Something went well in this visit."""
    finished: bool = False

    @property
    def place(self) -> str:
        """The beat or ending where we are."""
        return self.trail[-1]

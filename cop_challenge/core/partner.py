"""Who brings what is played here besides the game's own makers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Partner:
    """The publisher of a pack."""

    name: str
    logo: str = ""
    """A picture's path; empty: none."""

"""Where a shift in the factory is."""

from __future__ import annotations

from dataclasses import dataclass

from cop_challenge.activities.factory.board import Stage

HELPS = 2
"""Messages whose telling line catches the light at the beginning; one less after each that was sorted at
once, one more after another: help follows the player."""


@dataclass(frozen=True)
class State:
    """Where the game is."""

    stage: Stage = Stage.BUILD
    parts: tuple[str, ...] = ()
    """Ids of the parts that are mounted, one a slot."""
    swaps: int = 0
    """How often the part of this slot was taken off again."""
    message: int = 0
    """Index into the order of this play."""
    tried: tuple[str, ...] = ()
    """Chutes or reasons of this step that were not the right ones."""
    shown: bool = False
    """What is right now was not found but shown."""
    reason: str = ""
    """Id of the reason that explains the message, once it is found or shown."""
    hits: int = 0
    """Messages sorted at once."""
    misses: int = 0
    """Messages sorted later."""
    filed: tuple[str, ...] = ()
    """Ids of the messages that lie in their chutes."""
    helps: int = HELPS
    begun: bool = False
    """Something was done in this visit."""
    finished: bool = False

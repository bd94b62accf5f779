"""In which order things come: replayed exactly by the seed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cop_challenge.activities.factory.schema import Message, Model
from cop_challenge.core.chance import chance

Thing = TypeVar("Thing")


def ordered(lesson: Model, seed: int) -> tuple[Message, ...]:
    """The first as the author put it; then the others, dealt anew each time; the hard ones last."""
    first, *others = sorted(lesson.messages, key=lambda message: message.hard)
    # Dealt, so that nobody learns where the tricks are.
    chance(seed, lesson.id, "messages").shuffle(others)
    return (first, *sorted(others, key=lambda message: message.hard))


def shuffled(things: Sequence[Thing], seed: int, *names: str) -> tuple[Thing, ...]:
    """The things in an order of this play."""
    dealt = list(things)
    chance(seed, *names).shuffle(dealt)
    return tuple(dealt)

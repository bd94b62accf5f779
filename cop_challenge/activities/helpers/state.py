"""Where a play of knitting a net stands, one frozen value; and how it is dealt."""

from __future__ import annotations

from dataclasses import dataclass

from cop_challenge.core.chance import chance


@dataclass(frozen=True)
class State:
    """Where the play is."""

    trail: tuple[str, ...]
    """Worries so far, the present one last."""
    asked: tuple[str, ...] = ()
    """Others and friends asked about this worry, in order; each once."""
    busy: tuple[str, ...] = ()
    """Helpers found busy over this worry; asked again, they have time."""
    waiting: str = ""
    """The busy helper at whose house the hero stands."""
    ways: tuple[str, ...] = ()
    """Ways tried there that led nowhere."""
    way: str = ""
    """The last way that led on."""
    solved: str = ""
    """Who helped with this worry, or was shown."""
    shown: bool = False
    knots: tuple[str, ...] = ()
    misses: int = 0
    """In this worry, wherever."""
    last: str = ""
    """What the note explains: a person's or a way's id."""
    right: bool = False
    """Light for asking somebody right was given for this worry."""
    ever_right: bool = False
    ever_busy: bool = False
    whole: bool = False
    finished: bool = False


def dealt(names: tuple[str, ...], seed: int, lesson: str, what: str) -> tuple[str, ...]:
    """The names in an order of the seed."""
    order = list(names)
    chance(seed, lesson, what).shuffle(order)
    return tuple(order)

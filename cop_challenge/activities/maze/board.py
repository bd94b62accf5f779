"""What the house of crooked doors is made of: the words that schema, rules and scene share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.core.text import Text

OUT = "out"
"""Where a button leads that leaves the house."""


class Shape(StrEnum):
    """What a part of a screen is."""

    BUTTON = "button"
    SWITCH = "switch"
    BOX = "box"
    """A box to tick."""
    TEXT = "text"
    SMALL = "small"
    """Small print."""
    TIMER = "timer"
    """A painted countdown: it never counts for the game."""
    CARD = "card"
    """An offer."""
    PICTURE = "picture"


SETTINGS = frozenset({Shape.SWITCH, Shape.BOX})
"""Shapes that are on or off."""


class Look(StrEnum):
    """How much a part asks to be looked at."""

    LOUD = "loud"
    PLAIN = "plain"
    QUIET = "quiet"


class Pattern(StrEnum):
    """A trick of design."""

    HIDDEN_NO = "hidden-no"
    """The No is small, pale or far away."""
    TICKED = "ticked"
    """Somebody ticked it before you came."""
    HURRY = "hurry"
    """A countdown, a last chance."""
    SHAME = "shame"
    """Whoever says no is made to feel bad."""
    CHANCE = "chance"
    """It costs, and nobody knows what comes."""
    BURIED = "buried"
    """What matters stands in the small print."""
    AGREE_ALL = "agree-all"
    """One big yes to everything."""
    DETOUR = "detour"
    """The way out is long."""
    TWISTED = "twisted"
    """Words turned so that no means yes."""
    NOT_FREE = "not-free"
    """Free at first, then it costs."""
    NAG = "nag"
    """It asks again and again."""


class Stage(StrEnum):
    """Where the game is."""

    START = "start"
    """Before the house."""
    ROOM = "room"
    OUT = "out"
    """Outside again, with everything that was found."""


class Known(StrEnum):
    """What is known of a part."""

    NOTHING = ""
    TRICK = "trick"
    """It was named, or it snapped."""
    HONEST = "honest"


class Door(StrEnum):
    """A room on the small map."""

    SHUT = "shut"
    OPEN = "open"
    """It has been walked through."""
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part as it stands on the screen now."""

    id: str
    """Of its offer."""
    shape: Shape
    look: Look
    text: Text
    picture: str
    on: bool
    known: Known
    pattern: Pattern | None
    """Its trick, once that is known."""
    last: bool
    """What was just said is about it."""
    glow: bool
    """It leads on, and may be seen: help after two slips."""


@dataclass(frozen=True, slots=True)
class WishLamp:
    """A wish, and whether it still burns."""

    text: Text
    kept: bool


@dataclass(frozen=True, slots=True)
class Advice:
    """What helps outside the game."""

    text: Text
    picture: str


@dataclass(frozen=True, slots=True)
class Board:
    """What the scene draws."""

    stage: Stage
    title: Text
    """Of the screen."""
    pieces: tuple[Piece, ...]
    wishes: tuple[WishLamp, ...]
    found: tuple[Pattern, ...]
    """The tricks met, in order."""
    doors: tuple[Door, ...]
    lens: bool
    """The magnifier is in hand: a tap names instead of pressing."""
    advice: tuple[Advice, ...]

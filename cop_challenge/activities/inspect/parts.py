"""What a document is made of, and what lies on the table: the words rules and scene share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.core.text import Text


class Look(StrEnum):
    """What kind of document it is."""

    MAIL = "mail"
    PAGE = "page"
    PROFILE = "profile"
    CHAT = "chat"


class Part(StrEnum):
    """What a region is; the scene draws each in its own way."""

    SENDER = "sender"
    ADDRESS = "address"
    NAME = "name"
    GREETING = "greeting"
    TEXT = "text"
    REQUEST = "request"
    PICTURE = "picture"
    LINK = "link"
    ATTACHMENT = "attachment"
    DATE = "date"
    COUNT = "count"
    SMALL_PRINT = "small-print"


class Points(StrEnum):
    """Where a clue points."""

    FISH = "fish"
    FRIEND = "friend"
    NOTHING = "nothing"


class Stage(StrEnum):
    """What is being done with the case."""

    LOOK = "look"
    KNOWN = "known"
    """It is decided, and explained on the document."""
    DEED = "deed"
    """Now something is done about it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A region as it lies there now."""

    id: str
    """Of its offer."""
    part: Part
    text: Text
    picture: str
    found: Points | None
    """What the magnifier showed; None before it was looked at."""
    glint: bool
    """It catches the light: a free hint."""
    missed: bool
    """A clue that was overlooked when the other decision was made."""


@dataclass(frozen=True, slots=True)
class Board:
    """What lies on the table."""

    look: Look
    stage: Stage
    answer: Points | None
    """What it is, once that is known."""
    spots: tuple[Spot, ...]
    focus: str
    """Id of the spot under the magnifier."""
    caught: tuple[tuple[Part, Points], ...]
    """The clues on the line, in the order they were found."""
    needed: int
    """Clues to look for."""

    @property
    def enough(self) -> bool:
        """Whether as many clues were found as are needed."""
        return len(self.caught) >= self.needed

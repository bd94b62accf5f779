"""What only this kind's scene draws."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.activities.deal.document import Document
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character


class Stage(StrEnum):
    """What is done at the table now."""

    STANDS = "stands"
    """Where does the school stand?"""
    CHOOSE = "choose"
    """A wording, or the next step."""
    AGREE = "agree"
    """The other hand shakes on it, or does not."""
    WHO = "who"
    WHEN = "when"
    READ = "read"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Board:
    """The document as it is now, and whose turn it is."""

    stage: Stage
    document: Document
    line: str = ""
    """Id of the line at hand."""
    agreed: int = 0
    """Lines that stand there for good."""
    turn: str = ""
    """`parent` or `child` on a card, while that hand is to do something."""
    child: Character | None = None
    parent: Character | None = None
    child_says: Text = NOTHING
    parent_says: Text = NOTHING
    shown: bool = False
    """What holds has been explained after two misses: the cards that are left all do."""

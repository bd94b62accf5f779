"""What the doctor says of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How it is."""

    GOOD = "good"
    LOOK = "look"
    """The station plays, but somebody should know."""
    MEND = "mend"
    """The day would suffer."""


@dataclass(frozen=True)
class Finding:
    """One line."""

    name: str
    """The thing: `Display`."""
    level: Level
    fact: str
    remedy: str = ""
    """What to do; empty where all is well."""

    def __str__(self) -> str:
        return f"{self.name}: {self.fact}" + (f" {self.remedy}" if self.remedy else "")


def good(name: str, fact: str) -> Finding:
    """All is well."""
    return Finding(name, Level.GOOD, fact)


def look(name: str, fact: str, remedy: str) -> Finding:
    """Playable, but."""
    return Finding(name, Level.LOOK, fact, remedy)


def mend(name: str, fact: str, remedy: str) -> Finding:
    """Not fit for the day."""
    return Finding(name, Level.MEND, fact, remedy)

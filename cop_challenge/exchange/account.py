"""What became of each question of a file: nothing is lost without a line here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How much of a question was carried over."""

    TAKEN = "taken"
    IN_PART = "taken in part"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one question."""

    place: str
    """File and line, or a lesson and its round."""
    name: str
    """Its title, or how it begins."""
    outcome: Outcome
    reasons: tuple[str, ...] = ()
    """What was left, and why; sentences."""

    def __str__(self) -> str:
        head = f"{self.place}: {self.outcome}: “{self.name}”"
        return "\n".join((head, *(f"    {reason}" for reason in self.reasons)))


@dataclass(frozen=True, slots=True)
class Account:
    """All questions of a file, in its order."""

    entries: tuple[Entry, ...]

    @property
    def whole(self) -> bool:
        """Something is there, and nothing of it was left out entirely."""
        return bool(self.entries) and all(entry.outcome is not Outcome.LEFT for entry in self.entries)

    def told(self) -> Iterable[Entry]:
        """Those of which something was left."""
        return (entry for entry in self.entries if entry.outcome is not Outcome.TAKEN)

    def __str__(self) -> str:
        counts = Counter(entry.outcome for entry in self.entries)
        total = len(self.entries)
        parts = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
        return f"{total} question{'' if total == 1 else 's'}: {parts}."


def outcome(reasons: Iterable[str]) -> Outcome:
    """Of something that was carried over, apart from these."""
    return Outcome.IN_PART if any(True for _ in reasons) else Outcome.TAKEN


NAME_LENGTH = 60
"""Most characters of a question's beginning that stand for it."""


def named(title: str, text: str) -> str:
    """The title, or the beginning of the text."""
    name = " ".join((title or text).split())
    return name if len(name) <= NAME_LENGTH else f"{name[: NAME_LENGTH - 1].rstrip()}…"

"""A question on its way between this game and others': what all of them can say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    text: str
    right: bool
    feedback: str = ""
    """What is said to those who choose it."""
    note: str = ""
    """What its author should know about it, such as a weight it had."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Answers to choose from."""

    line: int
    """Of the file it comes from, from 1; 0 where there is none."""
    title: str
    text: str
    """The question; where a story comes before it, it is the last line."""
    options: tuple[Option, ...]
    feedback: str = ""
    """What is said whatever was chosen."""
    category: str = ""
    """Which questions belong together, in the words of the file."""
    who: str = ""
    """Id of the character beside it, where the file says so."""
    harmless: bool | None = None
    """Nothing is wrong in it, and trusting is right; None: the file does not say."""
    notes: tuple[str, ...] = ()
    """What could not be carried along."""


@dataclass(frozen=True, slots=True)
class Matching:
    """Things, each of which belongs to one of several places."""

    line: int
    title: str
    text: str
    pairs: tuple[tuple[str, str], ...]
    """A thing and its place."""
    spare: tuple[str, ...] = ()
    """Places to which nothing belongs."""
    feedback: str = ""
    category: str = ""
    notes: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """All places, each once, those with things first."""
        return tuple(dict.fromkeys((*(place for _, place in self.pairs), *self.spare)))


Question = Choice | Matching


@dataclass(frozen=True, slots=True)
class Read:
    """What stands at one place of a file: a question, or why it can't be one here."""

    line: int
    question: Question | None
    name: str
    """Its title, or how it begins."""
    reasons: tuple[str, ...] = ()

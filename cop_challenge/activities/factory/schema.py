"""The Trick Factory: an absurd rumour is built from tricks; then honest news is told from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from cop_challenge.activities import fields
from cop_challenge.activities.factory.moves import Bin, Line, Move, Zone
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Pictured, repeated_ids
from cop_challenge.core.text import NOTHING


class Part(Pictured):
    """One part that fits a slot of the poster."""

    id: fields.Id
    text: fields.Message
    """What then stands on the poster."""
    move: Move
    """The trick it uses, or `plain`."""
    because: fields.Because
    """Why the move works, and how far that goes."""


class Slot(Entry):
    """A place on the poster."""

    id: fields.Id
    zone: Zone
    """What stands there, and so how it is set: headline, picture, source, proof or call."""
    prompt: fields.Prompt
    """What is asked."""
    parts: Annotated[tuple[Part, ...], Field(min_length=2, max_length=4), fields.AtMost("options")]
    """What to choose from; not all with the same move."""


class Reason(Entry):
    """One explanation to choose from."""

    id: fields.Id
    move: Move | None = None
    """For a message built by tricks: the move it may be."""
    text: fields.Answer
    """For a trick, where in the message it shows; else what makes it solid, or would settle it."""
    right: bool
    """Whether it is right; at least one is, and one is not."""
    because: fields.Because
    """Why it is, or is not."""


class Message(Entry):
    """One message at the sorting gate."""

    id: fields.Id
    # The kind's own word, older than the sources of facts: here it is what the children see.
    source: fields.Message  # type: ignore[assignment]
    """Who says it."""
    text: fields.Message
    """What it says."""
    proof: fields.Message = NOTHING
    """What it rests on: a number, a picture, a link; may be left out."""
    into: Bin
    """The chute it belongs into; at least a third of all messages are honest."""
    hard: bool = False
    """`yes`: comes last, and only to those who have hit more than they have missed."""
    look: Line = Line.TEXT
    """The line that gives it away: it catches the light while help is needed."""
    miss: fields.Because
    """For another chute: why that is understandable, and what to look at."""
    reasons: Annotated[tuple[Reason, ...], Field(min_length=2, max_length=3)]
    """The explanations to choose from."""


class Model(Lesson):
    """A shift in the factory."""

    kind: Literal["factory"]
    claim: fields.Prompt
    """The rumour: absurd, and about nobody real."""
    harmless: fields.Because
    """Why it would hurt nobody even if somebody believed it."""
    scraps: fields.Because
    """Said when the machine has shredded it."""
    slots: Annotated[tuple[Slot, ...], Field(min_length=3, max_length=4)]
    """The places on the poster."""
    messages: Annotated[tuple[Message, ...], Field(min_length=6, max_length=9)]
    """What comes to the sorting gate; the first that is not hard comes first, the others are shuffled."""

    @property
    def bins(self) -> tuple[Bin, ...]:
        """The chutes of the gate; the third only where something belongs into it."""
        third = any(message.into is Bin.CHECK for message in self.messages)
        return (Bin.TRICKS, Bin.HONEST, Bin.CHECK) if third else (Bin.TRICKS, Bin.HONEST)

    def judged(self) -> Judged:
        """Its messages at the gate: an honest one is harmless."""
        return Judged.of(message.into is Bin.HONEST for message in self.messages)


HONEST_SHARE = 1 / 3
"""Least share of honest messages: without them the game trains suspicion of everything (Leder 2024)."""


def check(lesson: Model) -> Iterator[Finding]:
    """Repeated ids, no choice of moves, an empty chute, too few honest messages, nothing to explain."""
    yield from repeated_ids(lesson.slots, ("slots",))
    yield from repeated_ids(lesson.messages, ("messages",))
    for index, slot in enumerate(lesson.slots):
        yield from repeated_ids(slot.parts, ("slots", index, "parts"))
    for index, message in enumerate(lesson.messages):
        here = ("messages", index, "reasons")
        yield from repeated_ids(message.reasons, here)
        if not any(reason.right for reason in message.reasons):
            yield Finding("no-right-answer", here, {"round": message.id})
        elif all(reason.right for reason in message.reasons):
            yield Finding("no-wrong-answer", here, {"round": message.id})
        if message.into is Bin.TRICKS:
            for number, reason in enumerate(message.reasons):
                if reason.move is None:
                    yield Finding("missing-key", (*here, number), {"key": "move"})
    if not any(message.into is Bin.TRICKS for message in lesson.messages):
        yield Finding("empty-bin", ("messages",), {"bin": Bin.TRICKS})
    honest, total = lesson.judged()
    if honest < total * HONEST_SHARE:
        yield Finding("few-harmless", ("messages",), {"count": honest, "total": total})

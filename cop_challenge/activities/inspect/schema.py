"""Fish or Friend: messages, pages and profiles under a magnifier; some are tricks, others are genuine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from cop_challenge.activities import fields
from cop_challenge.activities.inspect.parts import Look, Part, Points
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Pictured, repeated_ids


class Region(Entry):
    """One part of the document that can be looked at."""

    id: fields.Id
    part: Part
    """What it is, and so how it is drawn: the sender, a link, a date…"""
    text: fields.Message
    """What stands there; addresses end in `.example`."""
    picture: fields.Picture = ""
    """Of the sender, or what a picture shows."""
    points: Points
    """Where the clue points: to a fish, to a friend, or nowhere."""
    because: fields.Because
    """What the magnifier shows: why it is a clue, or why it tells nothing."""


class Deed(Pictured):
    """One thing to do once it is known what it is."""

    id: fields.Id
    text: fields.Answer
    """What is done."""
    right: bool
    """Whether it helps."""
    because: fields.Because
    """Why: shown when it is chosen, right or not."""


class Case(Entry):
    """One document, and what it is."""

    id: fields.Id
    look: Look
    """What kind of document it is."""
    who: fields.CharacterId
    """Who got it."""
    story: fields.Story
    """What one has to know to judge it; it stays on screen."""
    harmless: bool
    """`yes`: a friend, it is what it says; `no`: a fish, a trick. At least a third of all cases."""
    hard: bool = False
    """`yes`: comes after the others."""
    clues_needed: Annotated[int, Field(ge=1, le=4)] = 2
    """Clues to look for, so many must point to the answer; deciding is possible from the first one on."""
    regions: Annotated[tuple[Region, ...], Field(min_length=4, max_length=8)]
    """What can be looked at, from the top to the bottom."""
    because: fields.Because
    """What gives it away, all clues together."""
    miss: fields.Because
    """For the other decision: why it is understandable, and what to look at again."""
    deeds: Annotated[tuple[Deed, ...], Field(max_length=3), fields.AtMost("options")] = ()
    """What to do about it: at least one right and one not; a fish needs some, a friend may have some."""

    @property
    def answer(self) -> Points:
        """What it is."""
        return Points.FRIEND if self.harmless else Points.FISH


class Model(Lesson):
    """A lesson with the magnifier."""

    kind: Literal["inspect"]
    cases: Annotated[tuple[Case, ...], Field(min_length=3, max_length=6)]
    """The documents."""

    def judged(self) -> Judged:
        """Its documents."""
        return Judged.of(case.harmless for case in self.cases)


HARMLESS_SHARE = 1 / 3
"""Least share of harmless cases: a game of dangers only trains suspicion (Leder 2024)."""


def check(lesson: Model) -> Iterator[Finding]:
    """Repeated ids, too few clues, no right or no wrong deed, too few harmless cases."""
    yield from repeated_ids(lesson.cases, ("cases",))
    for index, case in enumerate(lesson.cases):
        here = ("cases", index)
        yield from repeated_ids(case.regions, (*here, "regions"))
        yield from repeated_ids(case.deeds, (*here, "deeds"))
        count = sum(region.points is case.answer for region in case.regions)
        if count < case.clues_needed:
            values = {"case": case.id, "count": count, "least": case.clues_needed, "kind": case.answer}
            yield Finding("few-clues", (*here, "regions"), values)
        if (case.deeds or not case.harmless) and not any(deed.right for deed in case.deeds):
            place = (*here, "deeds") if case.deeds else here
            yield Finding("no-right-answer", place, {"round": case.id})
        elif case.deeds and all(deed.right for deed in case.deeds):
            yield Finding("no-wrong-answer", (*here, "deeds"), {"round": case.id})
    harmless, total = lesson.judged()
    if harmless < total * HARMLESS_SHARE:
        yield Finding("few-harmless", ("cases",), {"count": harmless, "total": total})

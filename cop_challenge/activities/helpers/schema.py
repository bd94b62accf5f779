"""A net of helpers: small worries, people around the bay to ask, and some of them busy at first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Asked, Entry, Finding, Lesson, Pictured, asked, repeated_ids
from cop_challenge.core.text import NOTHING

BUSY_SIGN = "ui/helpers/busy-hourglass.svg"
"""Hangs at the house of a busy helper who has no sign of their own."""


class Person(Pictured):
    """Somebody who stands around the bay."""

    id: fields.Id
    """Their name in `asks`; nobody sees it on screen."""
    # A name hangs under a window: as short as an ending's name.
    name: fields.Ending
    """What stands under their window."""
    busy: fields.Story = NOTHING
    """What keeps them just now; without it they always have time."""
    busy_picture: fields.Picture = BUSY_SIGN
    """The sign at their house while they are busy: `busy-` and `asleep`, `bath`, `cooking`, `eggs`, `garden`,
    `hourglass`, `phone`, `whistle` or `work`."""


class Ask(Entry):
    """What comes of asking somebody about this worry."""

    id: fields.Id
    """The person's id."""
    role: Literal["helper", "friend", "other"]
    """`helper`: can help here and makes a knot. `friend`: comes along, and a helper is still needed.
    `other`: cannot help here."""
    because: fields.Because
    """What happens and why: shown when they are asked."""


class Worry(Entry):
    """One small worry."""

    id: fields.Id
    story: fields.Story
    """What happened."""
    prompt: fields.Prompt
    """The question."""
    picture: fields.Picture = ""
    """In the thought bubble, if you like."""
    hard: bool = False
    """`yes`: two helpers are busy here, one after the other; comes only after a success."""
    asks: Annotated[tuple[Ask, ...], Field(min_length=2, max_length=6), fields.AtMost("options")]
    """Whom one may ask: at least one who helps, and one who does not."""


class Way(Pictured):
    """What can be done when a helper is busy."""

    id: fields.Id
    text: fields.Answer
    """What is done."""
    leads: Literal["again", "next", "nowhere"]
    """`again`: the same helper has time now. `next`: back to the others. `nowhere`: another try is needed."""
    because: fields.Because
    """Why: shown when it is chosen."""


class Model(Lesson):
    """A lesson of knitting a net of helpers."""

    kind: Literal["helpers"]
    hero: fields.CharacterId
    """Whose net it is."""
    needed: Annotated[int, Field(ge=3, le=5)]
    """Helpers that make the net whole: as many worries are played."""
    people: Annotated[tuple[Person, ...], Field(min_length=5, max_length=8)]
    """Who lives around the bay."""
    ways: Annotated[tuple[Way, ...], Field(min_length=2, max_length=4), fields.AtMost("options")]
    """What can be done when somebody is busy."""
    worries: Annotated[tuple[Worry, ...], Field(min_length=3, max_length=10)]
    """At least as many as `needed`; dealt anew in each play."""
    ending: fields.Ending
    """The name of the whole net."""
    why: fields.Why
    """What it is good for, with a small joke."""

    def asked(self) -> Iterator[Asked]:
        """What can be done about a busy helper; whom to ask is no choice between sentences."""
        yield asked(("ways",), self.ways, [way.leads != "nowhere" for way in self.ways])


def check(lesson: Model) -> Iterator[Finding]:
    """Repeated ids, people nobody knows, worries no one can help with, too few worries, nobody ever busy."""
    yield from repeated_ids(lesson.people, ("people",))
    yield from repeated_ids(lesson.ways, ("ways",))
    yield from repeated_ids(lesson.worries, ("worries",))
    known = [person.id for person in lesson.people]
    for index, worry in enumerate(lesson.worries):
        here = ("worries", index, "asks")
        yield from repeated_ids(worry.asks, here)
        for number, ask in enumerate(worry.asks):
            if ask.id not in known:
                yield Finding("unknown-person", (*here, number, "id"), {"found": ask.id, "known": known})
        helpers = sum(ask.role == "helper" for ask in worry.asks)
        if not helpers:
            yield Finding("no-right-answer", here, {"round": worry.id})
        elif helpers == len(worry.asks):
            yield Finding("no-wrong-answer", here, {"round": worry.id})
    if all(way.leads == "nowhere" for way in lesson.ways):
        yield Finding("no-right-answer", ("ways",), {"round": "ways"})
    if len(lesson.worries) < lesson.needed:
        values = {"count": len(lesson.worries), "needed": lesson.needed}
        yield Finding("few-worries", ("worries",), values)
    helping = {ask.id for worry in lesson.worries for ask in worry.asks if ask.role == "helper"}
    if not any(person.busy for person in lesson.people if person.id in helping):
        yield Finding("never-busy", ("people",))

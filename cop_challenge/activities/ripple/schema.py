"""A ripple: something is to be shared; ask who is on it, choose a circle, watch it spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Path, Pictured, repeated_ids
from cop_challenge.core.text import NOTHING, Text


class Ring(StrEnum):
    """Whom a post is for: each ring holds all those before it."""

    FRIEND = "friend"
    GROUP = "group"
    CLASS = "class"
    EVERYBODY = "everybody"


RINGS = tuple(Ring)


class Boat(Entry):
    """Somebody in the bay whom a post may reach: a character, or anybody with a name and a picture."""

    id: fields.Id
    who: fields.CharacterId = ""
    """Who it is; or else give the boat a name and a picture."""
    name: Annotated[Text, fields.Words("title")] = NOTHING
    """Who it is, if no character: a shop, an office, a stranger's screen."""
    picture: fields.Picture = ""
    """Of whoever is no character."""
    ring: Ring
    """The narrowest ring they are in; every ring needs somebody."""
    circles: Annotated[tuple[fields.Id, ...], Field(max_length=6)] = ()
    """Families, teams, chats in your own words: who shares one may get a post passed on."""


class Person(Entry):
    """Somebody on the post, with their answer when asked."""

    id: fields.CharacterId
    """Whose picture it is."""
    answer: Literal["yes", "without", "no"]
    """What they say when asked; `without`: yes, but without something."""
    says: fields.Message
    """Their answer in words."""


class Way(Pictured):
    """One way to go on after a no, or to mend what went too far."""

    id: fields.Id
    text: fields.Answer
    """What is done."""
    right: bool
    """Whether it is a good way."""
    because: fields.Because
    """Why: shown when it is chosen, right or not."""


class Audience(Entry):
    """One ring the post may be shared with, and what comes of it."""

    id: Ring
    """The ring: each holds all those before it."""
    fine: bool
    """`no`: it went too far, and is mended afterwards. At least one ring is fine."""
    passes_on: Annotated[int, Field(ge=0, le=100)]
    """Of a hundred people who see it, how many pass it on in their circles."""
    because: fields.Because
    """What came of it, told when the ripple has ended."""


class Post(Entry):
    """One picture or message to share."""

    id: fields.Id
    story: fields.Story
    """What it shows and who is on it."""
    picture: fields.Picture
    """The post itself."""
    hard: bool = False
    """`yes`: comes after the others."""
    people: Annotated[tuple[Person, ...], Field(max_length=3)] = ()
    """Who is on it; at least a third of the posts show only people who agree, and are fine in every ring."""
    unasked: fields.Because = NOTHING
    """How they feel when nobody asked them; needed as soon as there are people."""
    ways: Annotated[tuple[Way, ...], Field(max_length=4), fields.AtMost("options")] = ()
    """What to do when somebody said no, or yes without something; needed there."""
    audiences: Annotated[tuple[Audience, ...], Field(min_length=2, max_length=4)]
    """The rings to choose from, the smallest first."""
    mends: Annotated[tuple[Way, ...], Field(max_length=4), fields.AtMost("options")] = ()
    """What to do when it went further than it should; needed where a ring is not fine or somebody does not
    simply say yes."""

    @property
    def objected(self) -> bool:
        """Whether somebody on it does not simply say yes."""
        return any(person.answer != "yes" for person in self.people)

    @property
    def harmless(self) -> bool:
        """Everybody on it agrees, and it may go as far as it likes."""
        return not self.objected and all(audience.fine for audience in self.audiences)


class Model(Lesson):
    """A ripple lesson."""

    kind: Literal["ripple"]
    hero: fields.CharacterId
    """Who shares, in the middle of the bay."""
    bay: Annotated[tuple[Boat, ...], Field(min_length=9, max_length=15)]
    """Everybody a post may reach."""
    posts: Annotated[tuple[Post, ...], Field(min_length=3, max_length=5)]
    """What is to be shared."""

    def judged(self) -> Judged:
        """Its posts."""
        return Judged.of(post.harmless for post in self.posts)


HARMLESS_SHARE = 1 / 3
"""Least share of harmless posts: a game of dangers only trains suspicion (Leder 2024)."""


def check(lesson: Model) -> Iterator[Finding]:
    """Nameless boats, empty rings, nos without a good way on, too few harmless posts."""
    yield from repeated_ids(lesson.bay, ("bay",))
    yield from repeated_ids(lesson.posts, ("posts",))
    for index, boat in enumerate(lesson.bay):
        if not boat.who and not (boat.name and boat.picture):
            yield Finding("missing-key", ("bay", index), {"key": "who"})
    rings = Counter(boat.ring for boat in lesson.bay)
    for ring in RINGS:
        if not rings[ring]:
            values = {"key": f"ring: {ring}", "found": 0, "expected": "at least one boat"}
            yield Finding("wrong-count", ("bay",), values)
    for index, post in enumerate(lesson.posts):
        yield from _check_post(post, ("posts", index))
    harmless, total = lesson.judged()
    if harmless < total * HARMLESS_SHARE:
        yield Finding("few-harmless", ("posts",), {"count": harmless, "total": total})


def _check_post(post: Post, here: Path) -> Iterator[Finding]:
    yield from repeated_ids(post.people, (*here, "people"))
    yield from repeated_ids(post.ways, (*here, "ways"))
    yield from repeated_ids(post.audiences, (*here, "audiences"))
    yield from repeated_ids(post.mends, (*here, "mends"))
    taken = {way.id for way in post.ways} | set(RINGS)
    for index, mend in enumerate(post.mends):
        if mend.id in taken:  # their texts would share one translation key
            yield Finding("repeated-id", (*here, "mends", index, "id"), {"found": mend.id})
    for index, way in enumerate(post.ways):
        if way.id in RINGS:
            yield Finding("repeated-id", (*here, "ways", index, "id"), {"found": way.id})
    if post.people and not post.unasked:
        yield Finding("missing-key", here, {"key": "unasked"})
    if not any(audience.fine for audience in post.audiences):
        yield Finding("no-right-answer", (*here, "audiences"), {"round": post.id})
    if post.objected:
        yield from _sound(post, post.ways, here, "ways")
    if not post.harmless:
        yield from _sound(post, post.mends, here, "mends")


def _sound(post: Post, ways: tuple[Way, ...], here: Path, name: str) -> Iterator[Finding]:
    place = (*here, name) if ways else here
    if not any(way.right for way in ways):
        yield Finding("no-right-answer", place, {"round": post.id})
    elif all(way.right for way in ways):
        yield Finding("no-wrong-answer", place, {"round": post.id})

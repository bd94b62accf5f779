"""The house of crooked doors: screens of an invented app, wishes to keep, and tricks to name on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Path, repeated_ids
from cop_challenge.activities.maze.board import OUT, SETTINGS, Look, Pattern, Shape


class Wish(Entry):
    """One thing to come out with."""

    id: fields.Id
    """Its name in `breaks`, `mends` and `wish`; nobody sees it on screen."""
    text: fields.Answer
    """What to come out with."""


class Part(Entry):
    """One part of a screen, from the top to the bottom."""

    id: fields.Id
    shape: Shape
    """What it is."""
    text: fields.Message
    """What stands there."""
    look: Look = Look.PLAIN
    """Of a button: how much it asks to be looked at."""
    picture: fields.Picture = ""
    """Of a picture or a card."""
    trick: Pattern | None = None
    """The trick it is; left out: it is honest."""
    because: fields.Because
    """Why it is a trick and what helps, or why it is none."""
    to: str = ""
    """Of a button: the screen it leads to, or `out`. A trick without it snaps, and one stays."""
    breaks: str = ""
    """Of a trick button that leads on: the wish it breaks; a button further on must mend it."""
    mends: str = ""
    """Of an honest button: the wish it mends."""
    set: bool = False
    """Of a switch or box: on at first."""
    want: bool = False
    """Of a switch or box with a wish: how it must stand."""
    wish: str = ""
    """Of a switch or box: the wish that depends on it; left out: either way is fine."""

    @property
    def wrong_at_first(self) -> bool:
        """Whether a wish needs it otherwise than it stands at first."""
        return bool(self.wish) and self.set != self.want


class Room(Entry):
    """One screen of the app."""

    model_config = ConfigDict(title="screen")

    id: fields.Id
    """Its name in `to` and `instead`; nobody sees it on screen."""
    title: fields.Title
    """What stands on top."""
    hard: bool = False
    """`yes`: left out for those who have slipped a lot; they go to `instead`."""
    instead: str = ""
    """Of a hard screen: the one that takes its place."""
    parts: Annotated[tuple[Part, ...], Field(min_length=2, max_length=6)]
    """From the top to the bottom; the order is part of the trick."""


class Tip(Entry):
    """What helps outside the game."""

    id: fields.Id
    text: fields.Answer
    """The advice."""
    picture: fields.Picture = "ui/icons/check.svg"
    """A sign for it."""


class Model(Lesson):
    """A house of crooked doors."""

    kind: Literal["maze"]
    who: fields.CharacterId
    """Whose app it is."""
    story: fields.Story
    """What happens."""
    goal: fields.Prompt
    """What is to be done."""
    wishes: Annotated[tuple[Wish, ...], Field(min_length=2, max_length=4)]
    """What to come out with: each is a burning candle."""
    screens: Annotated[tuple[Room, ...], Field(min_length=3, max_length=8)]
    """The first is entered first."""
    ending: fields.Ending
    """The heading outside."""
    because: fields.Because
    """What is said outside."""
    tips: Annotated[tuple[Tip, ...], Field(min_length=2, max_length=3)]
    """What helps outside the game."""

    def judged(self) -> Judged:
        """The parts of its screens: what is no trick is harmless."""
        return Judged.of(part.trick is None for room in self.screens for part in room.parts)


HONEST_SHARE = 1 / 3
"""Least share of honest parts: a house of nothing but tricks only trains suspicion (Leder 2024)."""


def check(lesson: Model) -> Iterator[Finding]:
    """Names that lead nowhere, parts that lack something, too few honest parts, and ways with no end."""
    yield from repeated_ids(lesson.screens, ("screens",))
    yield from repeated_ids(lesson.wishes, ("wishes",))
    # Tips and wishes share the names of their translations.
    yield from (
        Finding("repeated-id", ("tips", index - len(lesson.wishes), "id"), finding.values)
        for finding in repeated_ids((*lesson.wishes, *lesson.tips), ())
        if isinstance(index := finding.path[0], int) and index >= len(lesson.wishes)
    )
    found = [finding for index, _ in enumerate(lesson.screens) for finding in _room(lesson, index)]
    yield from found
    honest, total = lesson.judged()
    if honest < total * HONEST_SHARE:
        yield Finding("few-harmless", ("screens",), {"count": honest, "total": total})
    if honest == total:
        yield Finding("missing-key", ("screens", 0, "parts", 0), {"key": "trick"})
    if not found:
        yield from _ways(lesson)


def _room(lesson: Model, index: int) -> Iterator[Finding]:
    """What is wrong with one screen, looked at alone."""
    room, here = lesson.screens[index], ("screens", index)
    yield from repeated_ids(room.parts, (*here, "parts"))
    rooms = [other.id for other in lesson.screens]
    if room.hard:
        easy = [other.id for other in lesson.screens if not other.hard]
        if not room.instead:
            yield Finding("missing-key", here, {"key": "instead"})
        elif room.instead not in easy:
            yield Finding("unknown-state", (*here, "instead"), {"found": room.instead, "known": easy})
    if room.hard and index == 0:
        yield Finding("unreachable-state", (*here, "hard"), {"state": room.id})
    for number, part in enumerate(room.parts):
        yield from _part(lesson, rooms, part, (*here, "parts", number))


def _part(lesson: Model, rooms: list[str], part: Part, here: Path) -> Iterator[Finding]:
    wishes = [wish.id for wish in lesson.wishes]
    # Nobody leaves by a trick: it would be a bad end.
    known = rooms if part.trick else [*rooms, OUT]
    if part.to and part.to not in known:
        yield Finding("unknown-state", (*here, "to"), {"found": part.to, "known": known})
    for key in ("breaks", "mends", "wish"):
        name = getattr(part, key)
        if name and name not in wishes:
            yield Finding("unknown-name", (*here, key), {"found": name, "known": wishes})
    if part.shape is Shape.BUTTON and not part.trick and not part.to:
        yield Finding("missing-key", here, {"key": "to"})
    if part.breaks and not part.trick:
        yield Finding("missing-key", here, {"key": "trick"})
    if part.breaks and not part.to:
        yield Finding("missing-key", here, {"key": "to"})
    if part.shape is Shape.PICTURE and not part.picture:
        yield Finding("missing-key", here, {"key": "picture"})
    if part.wish and part.shape not in SETTINGS:
        values = {"key": "shape", "found": part.shape, "hint": "", "known": sorted(SETTINGS)}
        yield Finding("not-a-choice", (*here, "shape"), values)


def _ways(lesson: Model) -> Iterator[Finding]:
    """From wherever one can get, the way out with every wish kept must be open without a single trick."""
    from cop_challenge.activities.maze.net import Net

    reached, stuck = set(), set()
    for easy in (False, True):
        net = Net(lesson, easy=easy)
        for where in net.reachable():
            reached.add(where.room)
            if net.distance(where) is None:
                stuck.add(where.room)
    for index, room in enumerate(lesson.screens):
        if room.id in stuck:
            yield Finding("dead-end", ("screens", index), {"state": room.id})
        if room.id not in reached:
            yield Finding("unreachable-state", ("screens", index), {"state": room.id})

"""A chat, or a talk at a table: what the other side says, what can be answered, and the ways out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import (
    Asked,
    Entry,
    Finding,
    Judged,
    Lesson,
    Path,
    Pictured,
    asked,
    repeated_ids,
)
from cop_challenge.core.text import NOTHING

OPEN = 4
"""Steps in which the flower opens."""

HARMLESS_SHARE = 1 / 3
"""Least share of harmless lines: a game of dangers only trains suspicion (Leder 2024)."""

LEAST_ENDINGS = 2
"""More than one way is good."""


class Move(Entry):
    """One kind of pressure, or, at a table, one thing that lies behind a sentence."""

    name: fields.Ending
    """What it is called on its shell."""
    because: fields.Because
    """What it wants, or what it means: one sentence."""
    picture: fields.Picture
    """Its shell, such as `ui/chat/pin-hurry.svg`."""


class Line(Entry):
    """One thing the other side writes or says."""

    id: fields.Id
    text: fields.Message
    """What is written or said."""
    move: str = ""
    """The name of the move it makes; left out: it is harmless. At least a third of all lines."""
    because: fields.Because = NOTHING
    """Why it is fine, or how it makes its move; a harmless line needs it."""
    trust: Annotated[int, Field(ge=0, le=OPEN)] = 0
    """Said only when the flower is open this far; the first line of a beat is always said."""


class Reply(Pictured):
    """One answer, and where it leads."""

    id: fields.Id
    text: fields.Answer
    """What is answered."""
    to: fields.Id
    """The name of the beat or ending it leads to."""
    deed: bool = False
    """`yes`: something done, not written or said."""
    trust: Annotated[int, Field(ge=-2, le=2)] = 0
    """How far it opens or shuts the flower."""
    because: fields.Because
    """Why it helps, or why it goes wrong."""


class Exit(Entry):
    """A way out that is there in every beat."""

    model_config = ConfigDict(title="way out")

    id: fields.Id
    text: fields.Answer
    """What stands on its button."""
    picture: fields.Picture
    """The sign on its button."""
    to: fields.Id
    """The name of the ending it leads to."""


class Beat(Entry):
    """The other side's turn, and what can be answered."""

    story: fields.Story = NOTHING
    """What happens around it."""
    setback: bool = False
    """`yes`: something went wrong; its replies mend it, and it can be rewound."""
    lines: Annotated[tuple[Line, ...], Field(min_length=1, max_length=3)]
    """What the other side says; the first line is always said."""
    replies: Annotated[tuple[Reply, ...], Field(min_length=1, max_length=4), fields.AtMost("options")]
    """What can be answered; at least one leads into no setback."""


class Close(Entry):
    """One good ending."""

    model_config = ConfigDict(title="ending")

    heading: fields.Ending
    """The name of the ending."""
    text: fields.Scene
    """What happens."""
    because: fields.Why
    """What helped."""


class Model(Lesson):
    """A chat or a talk."""

    kind: Literal["chat"]
    hero: fields.CharacterId
    """Who answers."""
    other: fields.CharacterId
    """Who writes; at a table: who confides."""
    trust: Annotated[int, Field(ge=1, le=OPEN - 1)] | None = None
    """How far the flower is open at first. With it, this is a talk at a table; without it, a phone."""
    start: fields.Id
    """The name of the first beat."""
    moves: Annotated[Mapping[fields.Id, Move], Field(min_length=2, max_length=6)]
    """The kinds of pressure, or what lies behind a sentence; each is made by some line."""
    exits: Annotated[tuple[Exit, ...], Field(min_length=2, max_length=3)]
    """The ways out that are there in every beat."""
    beats: Annotated[Mapping[fields.Id, Beat], Field(min_length=2, max_length=14)]
    """The turns of the talk."""
    endings: Annotated[Mapping[fields.Id, Close], Field(max_length=6)]
    """How it may end; at least two, all of them good."""

    def ways_to_end(self) -> Iterator[str]:
        """Ids of the endings."""
        return iter(self.endings)

    def lines(self) -> Iterator[Line]:
        """All the other side may say."""
        return (line for beat in self.beats.values() for line in beat.lines)

    def judged(self) -> Judged:
        """What the other side says: a line without a move is harmless."""
        return Judged.of(not line.move for line in self.lines())

    def asked(self) -> Iterator[Asked]:
        """The replies of each beat; wrong are those that lead into a setback."""
        for name, beat in self.beats.items():
            right = [not is_miss(self, reply) for reply in beat.replies]
            yield asked(("beats", name, "replies"), beat.replies, right)


def is_miss(lesson: Model, reply: Reply) -> bool:
    """Whether the reply leads into a setback."""
    return reply.to in lesson.beats and lesson.beats[reply.to].setback


def steps_to_ending(lesson: Model) -> dict[str, int]:
    """Replies from each beat to its nearest ending; a beat from which none is reached is missing."""
    steps = dict.fromkeys(lesson.endings, 0)
    while True:
        more = {
            name: 1 + min(steps[reply.to] for reply in beat.replies if reply.to in steps)
            for name, beat in lesson.beats.items()
            if name not in steps and any(reply.to in steps for reply in beat.replies)
        }
        if not more:
            return steps
        steps |= more


def check(lesson: Model) -> Iterator[Finding]:
    """Links that lead nowhere, circles, dead ends, unused moves, too few harmless lines…"""
    yield from _links(lesson)
    yield from repeated_ids(lesson.exits, ("exits",))
    for name, beat in lesson.beats.items():
        here: Path = ("beats", name)
        yield from repeated_ids(beat.lines, (*here, "lines"))
        yield from repeated_ids(beat.replies, (*here, "replies"))
        if name in lesson.endings:
            yield Finding("repeated-id", here, {"found": name})
        if all(is_miss(lesson, reply) for reply in beat.replies):
            yield Finding("no-right-answer", (*here, "replies"), {"round": name})
        for index, line in enumerate(beat.lines):
            place = (*here, "lines", index)
            if line.move and line.move not in lesson.moves:
                yield Finding(
                    "unknown-name", (*place, "move"), {"found": line.move, "known": list(lesson.moves)}
                )
            if not line.move and not line.because:
                yield Finding("missing-key", place, {"key": "because"})
    yield from _lines(lesson)
    if len(lesson.endings) < LEAST_ENDINGS:
        values = {"count": len(lesson.endings), "least": LEAST_ENDINGS}
        yield Finding("few-endings", ("endings",), values)


def _lines(lesson: Model) -> Iterator[Finding]:
    """Too much danger, or a move that nobody makes."""
    harmless, total = lesson.judged()
    if harmless < total * HARMLESS_SHARE:
        yield Finding("few-harmless", ("beats",), {"count": harmless, "total": total})
    made = {line.move for line in lesson.lines()}
    for name in lesson.moves:
        if name not in made:
            yield Finding("unused-move", ("moves", name), {"move": name})


def _links(lesson: Model) -> Iterator[Finding]:
    """Where replies and exits lead."""
    known = [*lesson.beats, *lesson.endings]
    if lesson.start not in lesson.beats:
        yield Finding("unknown-state", ("start",), {"found": lesson.start, "known": list(lesson.beats)})
    for index, way in enumerate(lesson.exits):
        if way.to not in lesson.endings:
            values = {"found": way.to, "known": list(lesson.endings)}
            yield Finding("unknown-state", ("exits", index, "to"), values)
    broken = False
    for name, beat in lesson.beats.items():
        for index, reply in enumerate(beat.replies):
            if reply.to not in known:
                broken = True
                place: Path = ("beats", name, "replies", index, "to")
                yield Finding("unknown-state", place, {"found": reply.to, "known": known})
    if broken or lesson.start not in lesson.beats:
        return
    if circle := _circle(lesson, (lesson.start,)):
        yield circle
        return
    reached = _after(lesson, lesson.start) | {lesson.start} | {way.to for way in lesson.exits}
    for key, names in (("beats", lesson.beats), ("endings", lesson.endings)):
        for name in names:
            if name not in reached:
                yield Finding("unreachable-state", (key, name), {"state": name})


def _after(lesson: Model, name: str) -> set[str]:
    """Everything that replies lead to from a beat."""
    reached: set[str] = set()
    ahead = [name]
    while ahead:
        beat = lesson.beats.get(ahead.pop())
        new = {reply.to for reply in beat.replies} - reached if beat else set()
        reached |= new
        ahead += new
    return reached


def _circle(lesson: Model, trail: tuple[str, ...]) -> Finding | None:
    """The first reply that leads back into the trail behind it."""
    for index, reply in enumerate(lesson.beats[trail[-1]].replies):
        if reply.to in trail:
            place: Path = ("beats", trail[-1], "replies", index, "to")
            return Finding("goes-round", place, {"beats": ", ".join(trail[trail.index(reply.to) :])})
        if reply.to in lesson.beats and (found := _circle(lesson, (*trail, reply.to))):
            return found
    return None

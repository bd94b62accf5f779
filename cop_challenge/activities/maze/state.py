"""Where a walk through the house is, and what stands on the screen then."""

from __future__ import annotations

from dataclasses import dataclass

from cop_challenge.activities.maze.board import (
    SETTINGS,
    Advice,
    Board,
    Door,
    Known,
    Pattern,
    Piece,
    Shape,
    Stage,
    WishLamp,
)
from cop_challenge.activities.maze.net import Net, Where, key_of
from cop_challenge.activities.maze.schema import Model, Part, Room
from cop_challenge.core.activity import Note
from cop_challenge.core.text import NOTHING

AT = "at-"
"""What the ids of parts begin with in offers."""
GLOW_AFTER = 2
"""Slips in a room after which what leads on glows."""
EASY_AFTER = 3
"""Slips in the house after which hard rooms are gone round."""


@dataclass(frozen=True)
class State:
    """Where the walk is."""

    where: Where
    stage: Stage = Stage.START
    lens: bool = False
    known: frozenset[str] = frozenset()
    """Keys of parts that were named, tricks that snapped, and honest ones that were looked at."""
    found: tuple[Pattern, ...] = ()
    pressed: frozenset[str] = frozenset()
    """Keys of parts that were used."""
    flipped: frozenset[str] = frozenset()
    """Switches without a wish that stand otherwise than at first."""
    paid: frozenset[str] = frozenset()
    """What has given its light."""
    held: frozenset[str] = frozenset()
    """Keys of switches and boxes that held somebody up."""
    slips: int = 0
    """Tricks fallen for, each once, and rooms left with something wrong in them."""
    slips_here: int = 0
    """Slips since the room was entered."""
    misnamed: int = 0
    """Honest parts that were called tricks in this room."""
    visited: tuple[str, ...] = ()
    note: Note | None = None
    last: str = ""
    """Key of the part the note is about."""
    begun: bool = False
    """Something good was done in this visit."""
    finished: bool = False


def is_on(state: State, room: Room, part: Part) -> bool:
    """How a switch or box stands."""
    key = key_of(room.id, part.id)
    if part.wish:
        return part.want != (key in state.where.wrong)
    return part.set != (key in state.flipped)


def leads_on(net: Net, where: Where, part: Part) -> bool:
    """Whether using the part now comes nearer to the way out."""
    if part.trick and part.shape is Shape.BUTTON:
        return False
    now, then = net.distance(where), net.distance(net.after(where, part))
    return now is not None and then is not None and then < now


def board(lesson: Model, net: Net, state: State) -> Board:
    """What the scene draws."""
    room = next((room for room in lesson.screens if room.id == state.where.room), None)
    in_room = state.stage is Stage.ROOM and room is not None
    return Board(
        stage=state.stage,
        title=room.title if in_room and room else NOTHING,
        pieces=tuple(_piece(net, state, room, part) for part in room.parts) if in_room and room else (),
        wishes=tuple(WishLamp(wish.text, wish.id not in state.where.broken) for wish in lesson.wishes),
        found=state.found,
        doors=tuple(_door(state, room) for room in lesson.screens),
        lens=state.lens,
        advice=tuple(Advice(tip.text, tip.picture) for tip in lesson.tips)
        if state.stage is Stage.OUT
        else (),
    )


def _door(state: State, room: Room) -> Door:
    if state.stage is Stage.ROOM and state.where.room == room.id:
        return Door.HERE
    return Door.OPEN if room.id in state.visited else Door.SHUT


def _piece(net: Net, state: State, room: Room, part: Part) -> Piece:
    key = key_of(room.id, part.id)
    known = Known.NOTHING
    if key in state.known:
        known = Known.TRICK if part.trick else Known.HONEST
    return Piece(
        id=f"{AT}{part.id}",
        shape=part.shape,
        look=part.look,
        text=part.text,
        picture=part.picture,
        on=part.shape in SETTINGS and is_on(state, room, part),
        known=known,
        pattern=part.trick if known is Known.TRICK else None,
        last=key == state.last,
        glow=state.slips_here >= GLOW_AFTER and leads_on(net, state.where, part),
    )

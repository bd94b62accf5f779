"""The net of rooms: where a press leads, and how far it is to the way out. Pure searching, no play."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

from cop_challenge.activities.maze.board import OUT, SETTINGS, Shape
from cop_challenge.activities.maze.schema import Model, Part, Room


def key_of(room: str, part: str) -> str:
    """The name of a part in the whole house."""
    return f"{room}.{part}"


@dataclass(frozen=True, slots=True)
class Where:
    """What the way out depends on."""

    room: str
    """Id of the screen, or OUT."""
    wrong: frozenset[str]
    """Keys of switches and boxes that stand otherwise than a wish needs."""
    broken: frozenset[str]
    """Wishes that a button broke."""


class Net:
    """The rooms of a lesson; `easy`: hard ones are gone round."""

    def __init__(self, lesson: Model, *, easy: bool) -> None:
        self._rooms = {room.id: room for room in lesson.screens}
        self._first = lesson.screens[0].id
        self._easy = easy
        self._distances: dict[Where, int | None] = {}
        self._menders = {
            part.mends: room.id
            for room in reversed(lesson.screens)
            if not room.hard
            for part in room.parts
            if part.mends
        }
        """The first room in which each wish can be mended."""

    def start(self) -> Where:
        """Just inside the first door."""
        rooms = self._rooms.values()
        wrong = [key_of(room.id, part.id) for room in rooms for part in room.parts if part.wrong_at_first]
        return Where(self._first, frozenset(wrong), frozenset())

    def wrong_here(self, where: Where) -> list[Part]:
        """Switches and boxes of this room that a wish needs otherwise."""
        return [p for p in self._rooms[where.room].parts if key_of(where.room, p.id) in where.wrong]

    def flip(self, where: Where, part: Part) -> Where:
        """The switch or box stands the other way; nothing depends on one without a wish."""
        if not part.wish:
            return where
        return replace(where, wrong=where.wrong ^ {key_of(where.room, part.id)})

    def press(self, where: Where, part: Part) -> Where:
        """Where a button leads; nobody leaves a room that has something wrong in it."""
        if not part.to or self.wrong_here(where):
            return where
        broken = where.broken | {part.breaks} if part.breaks else where.broken - {part.mends}
        to = self._opened(part.to)
        if to == OUT and broken:
            to = next((self._menders[wish] for wish in sorted(broken) if wish in self._menders), where.room)
        return Where(to, where.wrong, broken)

    def _opened(self, to: str) -> str:
        room = self._rooms.get(to)
        return room.instead if room and room.hard and self._easy else to

    def after(self, where: Where, part: Part) -> Where:
        """Where using the part leads."""
        if part.shape in SETTINGS:
            return self.flip(where, part)
        return self.press(where, part) if part.shape is Shape.BUTTON else where

    def _next(self, where: Where, *, honest: bool) -> Iterator[Where]:
        room: Room | None = self._rooms.get(where.room)
        for part in room.parts if room else ():
            # A switch that was turned on beforehand is a trick, turning it off is not.
            if not (honest and part.trick and part.shape is Shape.BUTTON):
                yield self.after(where, part)

    def reachable(self) -> set[Where]:
        """Everything that can come about, tricks included."""
        seen, ahead = set(), [self.start()]
        while ahead:
            where = ahead.pop()
            if where not in seen and where.room != OUT:
                seen.add(where)
                ahead += self._next(where, honest=False)
        return seen

    def distance(self, where: Where) -> int | None:
        """Least number of honest presses to the way out with every wish kept; None: there is none."""
        if where not in self._distances:
            self._distances[where] = self._search(where)
        return self._distances[where]

    def _search(self, start: Where) -> int | None:
        seen, ahead = {start}, deque([(start, 0)])
        while ahead:
            where, steps = ahead.popleft()
            if where.room == OUT:
                return steps
            for other in self._next(where, honest=True):
                if other not in seen:
                    seen.add(other)
                    ahead.append((other, steps + 1))
        return None

"""What is said at each point of a chat, and what its scene draws of it."""

from __future__ import annotations

from collections.abc import Mapping

from cop_challenge.activities.chat import words
from cop_challenge.activities.chat.board import Board, Pin, Said
from cop_challenge.activities.chat.schema import Line, Model
from cop_challenge.activities.chat.state import HELPLESS_AFTER, State
from cop_challenge.core.activity import By
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character

LOOK, EXIT = "look:", "exit:"
"""What the ids of lines and exits begin with in offers, so that none is called like a reply."""


def lines_of(lesson: Model, beat: str, trust: int) -> tuple[Line, ...]:
    """What is said in a beat: the first line always, the others when there is trust enough."""
    first, *others = lesson.beats[beat].lines
    return (first, *(line for line in others if line.trust <= trust))


def names_of(lesson: Model, beat: str, trust: int) -> tuple[str, ...]:
    """The same lines as `beat/line`."""
    return tuple(f"{beat}/{line.id}" for line in lines_of(lesson, beat, trust))


def line_of(lesson: Model, name: str) -> Line:
    """The line of that `beat/line`."""
    beat, _, own = name.partition("/")
    return next(line for line in lesson.beats[beat].lines if line.id == own)


def board(lesson: Model, state: State, cast: Mapping[str, Character]) -> Board:
    """The conversation, the shelf and the flower."""
    said: list[Said] = []
    fresh = 0
    for name, trust, way in zip(state.trail, state.trusts, (*state.ways, ""), strict=True):
        if name in lesson.endings:
            continue
        fresh = len(said)
        said += [_said(lesson, state, line, name, cast) for line in lines_of(lesson, name, trust)]
        if way:
            said.append(_way(lesson, name, way, cast))
    spotted = {line_of(lesson, name).move for name in state.tapped}
    seen = {line_of(lesson, name).move for name in state.read}
    focus = line_of(lesson, state.focus) if state.focus else None
    return Board(
        other=cast.get(lesson.other),
        said=tuple(said),
        fresh=fresh,
        shelf=tuple(
            Pin(name, move.name, move.picture, name in spotted, name in seen)
            for name, move in lesson.moves.items()
        ),
        trust=None if lesson.trust is None else state.trusts[-1],
        focus=f"{LOOK}{focus.id}" if focus else "",
        ended=state.place in lesson.endings,
        just=focus.move if focus else "",
    )


def _said(lesson: Model, state: State, line: Line, beat: str, cast: Mapping[str, Character]) -> Said:
    name, here = f"{beat}/{line.id}", beat == state.place
    tapped = name in state.tapped
    move = lesson.moves[line.move] if line.move and tapped else None
    return Said(
        offer=f"{LOOK}{line.id}" if here else "",
        by=By.OTHER,
        who=cast.get(lesson.other),
        text=line.text,
        pin=Pin(line.move, move.name, move.picture, found=True) if move else None,
        tapped=tapped,
        glow=here and bool(line.move) and not tapped and state.streak < HELPLESS_AFTER,
    )


def _way(lesson: Model, beat: str, way: str, cast: Mapping[str, Character]) -> Said:
    """What was answered or done there."""
    if way.startswith(EXIT):
        return Said("", By.DEED, None, next(out.text for out in lesson.exits if f"{EXIT}{out.id}" == way))
    reply = next(reply for reply in lesson.beats[beat].replies if reply.id == way)
    if reply.deed:
        return Said("", By.DEED, None, reply.text)
    return Said("", By.ME, cast.get(lesson.hero), reply.text)


def aloud(board: Board) -> tuple[Text, ...]:
    """How open the flower is; at the end, what was spotted and what else was in there."""
    if board.ended:
        found = [pin.name for pin in board.shelf if pin.found]
        missed = [pin.name for pin in board.shelf if pin.seen and not pin.found]
        title = words.CAUGHT if board.trust is None else words.HEARD
        return (*((title, *found) if found else ()), *((words.ALSO, *missed) if missed else ()))
    flower = () if board.trust is None else (words.OPENNESS[board.trust],)
    return (*flower, *(said.pin.name for said in board.said[board.fresh :] if said.pin))

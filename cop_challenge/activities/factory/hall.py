"""What stands in the hall at a moment of a shift, and which of it is read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.activities.factory import words
from cop_challenge.activities.factory.board import Board, Piece, Slip, Stage
from cop_challenge.activities.factory.moves import Line, Move
from cop_challenge.activities.factory.reach import people
from cop_challenge.activities.factory.schema import Message, Model, Part
from cop_challenge.activities.factory.state import State
from cop_challenge.core.text import NOTHING, Text

AT_GATE = frozenset({Stage.SORT, Stage.EXPLAIN, Stage.SOLVED})
"""The second half of a shift."""


def mounted(lesson: Model, state: State) -> list[Part]:
    """The parts on the poster, in the order of their slots."""
    return [
        next(part for part in slot.parts if part.id == name)
        for slot, name in zip(lesson.slots, state.parts, strict=False)
    ]


def moves(lesson: Model, state: State) -> list[Move]:
    """What drives the rumour so far."""
    return [part.move for part in mounted(lesson, state)]


def board(lesson: Model, messages: Sequence[Message], state: State) -> Board:
    """What the scene draws."""
    if state.stage in AT_GATE:
        return _gate(lesson, messages, state)
    if state.stage is Stage.SHREDDED:
        return Board(state.stage)
    parts = mounted(lesson, state)
    pieces = [
        Piece(slot.zone, part.text, part.picture, part.move)
        for slot, part in zip(lesson.slots, parts, strict=False)
    ]
    pieces += [Piece(slot.zone) for slot in lesson.slots[len(parts) :]]
    named = state.stage is Stage.MOUNTED
    return Board(
        state.stage,
        tuple(pieces),
        newest=-1 if state.stage is Stage.RUN else len(parts) - named,
        people=people(moves(lesson, state)),
        plate=lesson.harmless if state.stage is Stage.BUILD and not parts else NOTHING,
        move=parts[-1].move if named else None,
    )


def _gate(lesson: Model, messages: Sequence[Message], state: State) -> Board:
    message = messages[state.message]
    lines = ((Line.SOURCE, message.source), (Line.TEXT, message.text), (Line.PROOF, message.proof))
    into = {other.id: other.into for other in messages}
    solved = state.stage is Stage.SOLVED
    reason = next((reason for reason in message.reasons if solved and reason.id == state.reason), None)
    return Board(
        state.stage,
        move=reason.move if reason else None,
        slip=Slip(
            tuple((line, text) for line, text in lines if text),
            glint=message.look if state.helps > 0 or state.tried or solved else None,
            into=None if state.stage is Stage.SORT else message.into,
        ),
        filed=tuple((bin_, sum(into[name] is bin_ for name in state.filed)) for bin_ in lesson.bins),
        reason=reason.text if reason else NOTHING,
    )


def aloud(board: Board) -> tuple[Text, ...]:
    """The board's words that are on screen now, in reading order."""
    said = [piece.text for piece in board.pieces if piece.text]
    if board.slip:
        said += [text for _, text in board.slip.lines]
        if board.slip.into:
            said.append(words.BINS[board.slip.into])
    if board.move:
        said.append(words.MOVES[board.move])
    if board.reason:
        said.append(board.reason)
    if board.plate:
        said += [words.PLATE, board.plate]
    if board.stage is Stage.RUN:
        said.append(words.TOY)
    return tuple(said)

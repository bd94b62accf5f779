"""Playing the Trick Factory: build a rumour, see how far it would go, shred it; then sort and explain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cop_challenge.activities.factory import hall, words
from cop_challenge.activities.factory.board import Stage
from cop_challenge.activities.factory.deal import ordered, shuffled
from cop_challenge.activities.factory.moves import Bin
from cop_challenge.activities.factory.reach import band, people
from cop_challenge.activities.factory.schema import Message, Model, Part, Reason, Slot
from cop_challenge.activities.factory.state import HELPS, State
from cop_challenge.core.actions import Action, Choose, Continue, Undo
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

TRIES = 2
"""Misses after which the right one is shown; nobody is left guessing."""

PART_LIGHT = 1
"""For a part that was mounted."""

PART, WHY = "part-", "why-"
"""What the ids of parts and reasons begin with in offers, so that none is called like a chute."""


class Shift:
    """A lesson in the factory being played."""

    def __init__(self, lesson: Model, seed: int) -> None:
        self._lesson = lesson
        self._messages = ordered(lesson, seed)
        self._parts = {slot.id: shuffled(slot.parts, seed, lesson.id, slot.id) for slot in lesson.slots}
        self._reasons = {
            message.id: shuffled(message.reasons, seed, lesson.id, message.id) for message in lesson.messages
        }
        self._state = State()

    @property
    def _slot(self) -> Slot:
        """The slot at hand: the first empty one, or the one that was just filled."""
        mounted = len(self._state.parts)
        return self._lesson.slots[mounted if self._state.stage is Stage.BUILD else mounted - 1]

    @property
    def _part(self) -> Part:
        """The part that was mounted last."""
        return next(part for part in self._slot.parts if part.id == self._state.parts[-1])

    @property
    def _message(self) -> Message:
        return self._messages[self._state.message]

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """The hall, what is being done, and what can be done."""
        state = self._state
        board = hall.board(self._lesson, self._messages, state)
        gate = state.stage in hall.AT_GATE
        slots = len(self._lesson.slots)
        behind = slots + 1 + state.message + (state.stage is Stage.SOLVED) if gate else len(state.parts)
        offers = self._offers()
        return View(
            place=self._place(),
            done=behind + (state.stage is Stage.SHREDDED),
            total=slots + 1 + len(self._messages),
            offers=offers,
            story=self._story(),
            prompt=self._prompt(),
            aloud=hall.aloud(board),
            board=board,
            note=self._note(),
            hint=next(iter(offers)).id if not state.begun else "",
            finished=state.finished,
        )

    def _place(self) -> str:
        stage = self._state.stage
        if stage in (Stage.BUILD, Stage.MOUNTED):
            return f"build-{self._slot.id}"
        if stage in hall.AT_GATE:
            return self._message.id if stage is Stage.SORT else f"{self._message.id}-why"
        return stage

    def _story(self) -> Text:
        stage = self._state.stage
        if stage is Stage.BUILD:
            return self._lesson.claim
        if stage is Stage.RUN:
            return words.OUT.fill(count=self._reach())
        return words.GATE if stage is Stage.SHREDDED else NOTHING

    def _prompt(self) -> Text:
        stage = self._state.stage
        if stage is Stage.BUILD:
            return self._slot.prompt
        if stage is Stage.RUN:
            return words.REACH.fill(place=words.PLACES[band(self._reach())])
        if stage is Stage.SORT:
            return words.WHERE
        return words.WHY[self._message.into] if stage is Stage.EXPLAIN else NOTHING

    def _note(self) -> Note | None:
        state = self._state
        if state.stage is Stage.MOUNTED:
            # Neither a cheer nor a sigh: the machine names what was built in.
            return Note(Tone.SHOWN, self._part.because)
        if state.stage is Stage.SHREDDED:
            return Note(Tone.GOOD, self._lesson.scraps)
        if state.stage is Stage.SOLVED:
            return Note(Tone.SHOWN if state.shown else Tone.GOOD, self._reason(state.reason).because)
        if state.stage is Stage.SORT and state.tried:
            return Note(Tone.TRY_AGAIN, self._message.miss)
        if state.stage is Stage.EXPLAIN and state.tried:
            return Note(Tone.TRY_AGAIN, self._reason(state.tried[-1]).because)
        if state.stage is Stage.EXPLAIN and state.shown:
            return Note(Tone.SHOWN, self._message.miss)
        return None

    def _reason(self, name: str) -> Reason:
        return next(reason for reason in self._message.reasons if reason.id == name)

    def _reach(self) -> int:
        return people(hall.moves(self._lesson, self._state))

    # ---------------------------------------------------------------- offers

    def _offers(self) -> tuple[Offer, ...]:
        stage = self._state.stage
        if stage is Stage.BUILD:
            return tuple(self._part_offer(part) for part in self._parts[self._slot.id])
        if stage is Stage.SORT:
            return tuple(self._chute(bin_) for bin_ in self._lesson.bins)
        if stage is Stage.EXPLAIN:
            return tuple(self._reason_offer(reason) for reason in self._reasons[self._message.id])
        onward = Offer("continue", Continue(), self._onward(), Role.ADVANCE)
        if stage is Stage.MOUNTED:
            return (onward, Offer("swap", Undo(), words.SWAP, Role.UNDO, "ui/icons/retry.svg"))
        return (onward,)

    def _part_offer(self, part: Part) -> Offer:
        picture = part.picture or f"ui/icons/move-{part.move}.svg"
        return Offer(f"{PART}{part.id}", Choose(f"{PART}{part.id}"), part.text, picture=picture)

    def _chute(self, bin_: Bin) -> Offer:
        tried = bin_ in self._state.tried
        mark = Mark.TRY_AGAIN if tried else Mark.PLAIN
        return Offer(bin_, Choose(bin_), words.BINS[bin_], mark=mark, enabled=not tried)

    def _reason_offer(self, reason: Reason) -> Offer:
        tried = reason.id in self._state.tried
        name = f"{WHY}{reason.id}"
        return Offer(
            name,
            Choose(name),
            reason.text,
            picture=f"ui/icons/move-{reason.move}.svg" if reason.move else "",
            detail=words.MOVES[reason.move] if reason.move else NOTHING,
            mark=Mark.TRY_AGAIN if tried else Mark.PLAIN,
            enabled=not tried,
        )

    def _onward(self) -> Text:
        stage = self._state.stage
        if stage is Stage.RUN:
            return words.SHRED
        if stage is Stage.SHREDDED:
            return words.TO_GATE
        return LIGHT_LANTERN if stage is Stage.SOLVED and self._next() is None else NEXT

    def _next(self) -> int | None:
        """The message after this one; hard ones only for those who have hit more than they have missed."""
        state = self._state
        after = state.message + 1
        if after == len(self._messages) or (self._messages[after].hard and state.hits <= state.misses):
            return None
        return after

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Mount a part or take it off, shred, sort, explain, or go on."""
        taken(self.view().offers, action)
        state = self._state
        if isinstance(action, Undo):
            self._state = replace(
                state, stage=Stage.BUILD, parts=state.parts[:-1], swaps=min(9, state.swaps + 1)
            )
            return ()
        if isinstance(action, Continue):
            self._go_on()
            return ()
        assert isinstance(action, Choose)
        if state.stage is Stage.BUILD:
            return (self._mount(action.option.removeprefix(PART)),)
        if state.stage is Stage.SORT:
            return (self._sort(Bin(action.option)),)
        return (self._explain(action.option.removeprefix(WHY)),)

    def _go_on(self) -> None:
        state = self._state
        if state.stage is Stage.MOUNTED:
            whole = len(state.parts) == len(self._lesson.slots)
            self._state = replace(state, stage=Stage.RUN if whole else Stage.BUILD, swaps=0)
        elif state.stage is Stage.RUN:
            self._state = replace(state, stage=Stage.SHREDDED)
        elif state.stage is Stage.SHREDDED:
            self._state = replace(state, stage=Stage.SORT)
        elif (after := self._next()) is None:
            self._state = replace(state, finished=True)
        else:
            self._state = replace(state, stage=Stage.SORT, message=after, tried=(), shown=False, reason="")

    def _mount(self, name: str) -> Result:
        state, slot = self._state, self._slot
        light = PART_LIGHT if not state.swaps else 0
        self._state = replace(state, stage=Stage.MOUNTED, parts=(*state.parts, name), begun=True)
        return _answer(f"build-{slot.id}", name, attempt=state.swaps + 1, good=True, light=light)

    def _sort(self, bin_: Bin) -> Result:
        state, message = self._state, self._message
        good, attempt = bin_ is message.into, len(state.tried) + 1
        if good or attempt >= TRIES:
            hit = good and attempt == 1
            self._state = replace(
                state,
                stage=Stage.EXPLAIN,
                tried=(),
                shown=not good,
                hits=state.hits + hit,
                misses=state.misses + (not hit),
                helps=min(HELPS, max(0, state.helps + (-1 if hit else 1))),
                filed=(*state.filed, message.id),
            )
        else:
            self._state = replace(state, tried=(*state.tried, bin_))
        return _answer(message.id, bin_, attempt=attempt, good=good)

    def _explain(self, name: str) -> Result:
        state, message = self._state, self._message
        reason = self._reason(name)
        attempt = len(state.tried) + 1
        if reason.right:
            self._state = replace(state, stage=Stage.SOLVED, reason=name, shown=False)
        elif attempt >= TRIES:
            right = next(other.id for other in message.reasons if other.right)
            self._state = replace(state, stage=Stage.SOLVED, reason=right, shown=True)
        else:
            self._state = replace(state, tried=(*state.tried, name), shown=False)
        return _answer(f"{message.id}-why", name, attempt=attempt, good=reason.right)


def _answer(step: str, choice: str, *, attempt: int, good: bool, light: int | None = None) -> Result:
    """The fact of one choice; light by its attempt if it is not given."""
    if light is None:
        light = answer_light(attempt) if good else 0
    outcome = Outcome.GOOD if good else Outcome.TRY_AGAIN
    return Result(Fact.ANSWERED, step=step, choice=choice, outcome=outcome, attempt=attempt, light=light)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Shift:
    """A new shift in the factory."""
    return Shift(lesson, seed)

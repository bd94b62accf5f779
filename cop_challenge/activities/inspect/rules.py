"""Playing Fish or Friend: look for clues, decide, do something about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cop_challenge.activities.inspect import words
from cop_challenge.activities.inspect.parts import Points, Stage
from cop_challenge.activities.inspect.schema import Case, Deed, Model, Region
from cop_challenge.activities.inspect.state import DO, GLINTS, LOOK, State, board, clues, overlooked
from cop_challenge.core.actions import Action, Choose, Continue
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

TRIES = 2
"""Misses after which the right one is shown; nobody is left guessing."""

CLUE_LIGHT = 1
"""For a clue that was found."""

FISH_PICTURE, FRIEND_PICTURE = "ui/inspect/fish.svg", "ui/inspect/friend.svg"


class Inspection:
    """A lesson with the magnifier being played."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._cast = cast
        self._id = lesson.id
        self._cases = _ordered(lesson, seed)
        self._deeds = {case.id: _shuffled(case, lesson.id, seed) for case in lesson.cases}
        self._state = State()

    @property
    def _case(self) -> Case:
        return self._cases[self._state.case]

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """The document, what is known of it, and what can be done."""
        state, case = self._state, self._case
        lying = board(state, case)
        ended = state.stage is Stage.DEED and bool(state.done)
        ended |= state.stage is Stage.KNOWN and not case.deeds
        return View(
            place=f"{case.id}-deed" if state.stage is Stage.DEED else case.id,
            done=state.case + ended,
            total=len(self._cases),
            offers=self._offers(),
            speaker=self._cast.get(case.who),
            story=case.story,
            prompt=self._prompt(),
            aloud=tuple(spot.text for spot in lying.spots),
            board=lying,
            note=self._note(),
            hint=self._hint(),
            finished=state.finished,
        )

    def _offers(self) -> tuple[Offer, ...]:
        state = self._state
        if state.stage is Stage.LOOK:
            return self._looks()
        onward = Offer("continue", Continue(), self._onward(), Role.ADVANCE)
        if state.stage is Stage.KNOWN:
            return (onward,)
        deeds = tuple(self._deed(deed) for deed in self._deeds[self._case.id])
        return (*deeds, onward) if state.done else deeds

    def _looks(self) -> tuple[Offer, ...]:
        """Every region, and the two decisions.

        Looking back counts as a way back, so that those who only go forward are never led round.
        """
        state = self._state
        open_ = bool(clues(self._case, state.looked)) and not state.wrong
        decisions = [
            Offer(
                answer,
                Choose(answer),
                label,
                picture=picture,
                mark=Mark.TRY_AGAIN if state.misses and answer is not self._case.answer else Mark.PLAIN,
                enabled=open_,
            )
            for answer, label, picture in (
                (Points.FISH, words.FISH, FISH_PICTURE),
                (Points.FRIEND, words.FRIEND, FRIEND_PICTURE),
            )
        ]
        return (*(self._look(region, open_=open_) for region in self._case.regions), *decisions)

    def _look(self, region: Region, *, open_: bool) -> Offer:
        state, name = self._state, f"{LOOK}{region.id}"
        # After a miss only what was overlooked leads on.
        fresh = region.id in state.missed if state.misses else region.id not in state.looked
        back = open_ and region.id in state.looked and region.id != state.focus
        role = Role.ANSWER if fresh else Role.REWIND
        label = words.PARTS[region.part]
        return Offer(name, Choose(name), label, role, detail=region.text, enabled=fresh or back)

    def _deed(self, deed: Deed) -> Offer:
        state, name = self._state, f"{DO}{deed.id}"
        mark = Mark.PLAIN
        if deed.id == state.done:
            mark = Mark.GOOD
        elif deed.id in state.tried:
            mark = Mark.TRY_AGAIN
        enabled = mark is Mark.PLAIN and not state.done
        return Offer(name, Choose(name), deed.text, picture=deed.picture, mark=mark, enabled=enabled)

    def _onward(self) -> Text:
        state = self._state
        more = state.stage is Stage.KNOWN and self._case.deeds
        last = state.case == len(self._cases) - 1 and not more
        return LIGHT_LANTERN if last else NEXT

    def _prompt(self) -> Text:
        state, case = self._state, self._case
        if state.stage is Stage.DEED:
            return words.WHAT_NOW_FRIEND if case.harmless else words.WHAT_NOW
        if state.stage is Stage.KNOWN:
            return words.IT_IS_FRIEND if case.harmless else words.IT_IS_FISH
        if state.wrong:
            return words.LOOK_AGAIN
        found = len(clues(self._case, state.looked))
        if found >= case.clues_needed:
            return words.DECIDE
        return words.CLUES.fill(found=found, needed=case.clues_needed) if state.looked else words.BEGIN

    def _note(self) -> Note | None:
        state, case = self._state, self._case
        if state.stage is Stage.DEED:
            because = {deed.id: deed.because for deed in case.deeds}
            if state.done:
                tone = Tone.SHOWN if len(state.tried) >= TRIES else Tone.GOOD
                return Note(tone, because[state.done])
            return Note(Tone.TRY_AGAIN, because[state.tried[-1]]) if state.tried else None
        if state.stage is Stage.KNOWN:
            return Note(Tone.SHOWN if state.shown else Tone.GOOD, case.because)
        if state.wrong:
            return Note(Tone.TRY_AGAIN, case.miss)
        region = next((region for region in case.regions if region.id == state.focus), None)
        if region is None:
            return None
        # Neither a cheer nor a sigh: what the magnifier shows.
        return Note(Tone.SHOWN if region.points is Points.NOTHING else Tone.GOOD, region.because)

    def _hint(self) -> str:
        """The first clue there is, until one was found."""
        if self._state.begun:
            return ""
        return f"{LOOK}{next(r.id for r in self._case.regions if r.points is not Points.NOTHING)}"

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Look, decide, do, or go on."""
        taken(self.view().offers, action)
        if isinstance(action, Continue):
            self._go_on()
            return ()
        assert isinstance(action, Choose)
        if action.option.startswith(LOOK):
            return self._see(action.option.removeprefix(LOOK))
        if action.option.startswith(DO):
            return (self._try(action.option.removeprefix(DO)),)
        return (self._decide(Points(action.option)),)

    def _go_on(self) -> None:
        state = self._state
        if state.stage is Stage.KNOWN and self._case.deeds:
            self._state = replace(state, stage=Stage.DEED)
        elif state.case == len(self._cases) - 1:
            self._state = replace(state, finished=True)
        else:
            glints = state.glints + (1 if state.misses else -1)
            self._state = State(case=state.case + 1, glints=min(GLINTS, max(0, glints)), begun=state.begun)

    def _see(self, name: str) -> Sequence[Result]:
        state = self._state
        clue = bool(clues(self._case, [name]))
        new = name not in state.looked
        self._state = replace(
            state,
            looked=(*state.looked, name) if new else state.looked,
            focus=name,
            wrong=False,
            missed=tuple(other for other in state.missed if other != name),
            begun=state.begun or clue,
        )
        if not (clue and new):
            return ()
        step = f"{self._case.id}-look"
        return (
            Result(Fact.ANSWERED, step=step, choice=name, outcome=Outcome.GOOD, attempt=1, light=CLUE_LIGHT),
        )

    def _decide(self, answer: Points) -> Result:
        state, case = self._state, self._case
        good, attempt = answer is case.answer, state.misses + 1
        if good:
            self._state = replace(state, stage=Stage.KNOWN, missed=())
        elif attempt >= TRIES:
            self._state = replace(state, stage=Stage.KNOWN, misses=attempt, missed=(), shown=True)
        else:
            self._state = replace(state, wrong=True, misses=attempt, missed=overlooked(state, case), focus="")
        return Result(
            Fact.ANSWERED,
            step=case.id,
            choice=answer,
            outcome=Outcome.GOOD if good else Outcome.TRY_AGAIN,
            attempt=attempt,
            light=answer_light(attempt) if good else 0,
        )

    def _try(self, choice: str) -> Result:
        state, case = self._state, self._case
        deed = next(deed for deed in case.deeds if deed.id == choice)
        attempt = len(state.tried) + 1
        if deed.right:
            self._state = replace(state, done=choice)
        else:
            tried = (*state.tried, choice)
            shown = next(deed.id for deed in case.deeds if deed.right) if len(tried) >= TRIES else ""
            self._state = replace(state, tried=tried, done=shown)
        return Result(
            Fact.ANSWERED,
            step=f"{case.id}-deed",
            choice=choice,
            outcome=Outcome.GOOD if deed.right else Outcome.TRY_AGAIN,
            attempt=attempt,
            light=answer_light(attempt) if deed.right else 0,
        )


def _ordered(lesson: Model, seed: int) -> tuple[Case, ...]:
    """The first as the author put it, for Nuru shows one; then the others; the hard ones last."""
    first, *others = sorted(lesson.cases, key=lambda case: case.hard)
    # Dealt, so that nobody learns where the fish are.
    chance(seed, lesson.id, "cases").shuffle(others)
    return (first, *sorted(others, key=lambda case: case.hard))


def _shuffled(case: Case, lesson: str, seed: int) -> tuple[Deed, ...]:
    deeds = list(case.deeds)
    chance(seed, lesson, case.id).shuffle(deeds)
    return tuple(deeds)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Inspection:
    """A new game with the magnifier."""
    return Inspection(lesson, seed, cast)

"""Playing a quiz: choose, read why, try again, go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cop_challenge.activities.quiz.schema import Answer, Model, Round
from cop_challenge.core.actions import Action, Choose, Continue
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

TRIES = 2
"""Wrong answers after which the right one is shown; nobody is left guessing."""


@dataclass(frozen=True)
class _State:
    """Where the quiz is."""

    round: int = 0
    """Counted through the rounds for all and then the hard ones."""
    hits: int = 0
    """Rounds in which the first answer was right."""
    begun: bool = False
    """Something has been answered rightly; nothing is shown by hand any more."""
    tried: tuple[str, ...] = ()
    """Wrong answers chosen in this round, in order."""
    solved: str = ""
    """The right answer, once it is found or shown."""
    finished: bool = False


class Quiz:
    """A quiz being played."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        # Hard ones come last; a stable sort leaves the author's order otherwise.
        self._rounds = sorted(lesson.rounds, key=lambda round_: round_.hard)
        self._order = {round_.id: _shuffled(round_, lesson.id, seed) for round_ in lesson.rounds}
        self._state = _State()

    def view(self) -> View:
        """The round's scene and question, its answers, and why the last one was or was not it."""
        state = self._state
        round_ = self._rounds[state.round]
        last = state.round == self._total() - 1
        offers = [self._offer(answer) for answer in self._order[round_.id]]
        if state.solved:
            label = LIGHT_LANTERN if last else NEXT
            offers.append(Offer("continue", Continue(), label, Role.ADVANCE))
        return View(
            place=round_.id,
            done=state.round + bool(state.solved),
            total=self._total(),
            offers=tuple(offers),
            speaker=self._cast.get(round_.who),
            story=round_.story,
            prompt=round_.prompt,
            picture=round_.picture,
            note=self._note(round_),
            hint=self._hint(round_),
            finished=state.finished,
        )

    def _total(self) -> int:
        """Rounds as far as can be told: hard ones only for those who find most of the others."""
        state = self._state
        for_all = sum(not round_.hard for round_ in self._rounds) or len(self._rounds)
        still_to_come = max(0, for_all - state.round - bool(state.solved))
        return len(self._rounds) if 2 * (state.hits + still_to_come) > for_all else for_all

    def _hint(self, round_: Round) -> str:
        """Where all answers are pictures, Nuru's hand finds the first one together with the child."""
        state = self._state
        if state.begun or state.tried or not all(answer.picture for answer in round_.answers):
            return ""
        return next(answer.id for answer in round_.answers if answer.right)

    def _offer(self, answer: Answer) -> Offer:
        state = self._state
        mark = Mark.PLAIN
        if answer.id == state.solved:
            mark = Mark.GOOD
        elif answer.id in state.tried:
            mark = Mark.TRY_AGAIN
        enabled = mark is Mark.PLAIN and not state.solved
        return Offer(
            answer.id, Choose(answer.id), answer.text, picture=answer.picture, mark=mark, enabled=enabled
        )

    def _note(self, round_: Round) -> Note | None:
        state = self._state
        because = {answer.id: answer.because for answer in round_.answers}
        if state.solved:
            tone = Tone.SHOWN if len(state.tried) >= TRIES else Tone.GOOD
            return Note(tone, because[state.solved])
        if state.tried:
            return Note(Tone.TRY_AGAIN, because[state.tried[-1]])
        return None

    def act(self, action: Action) -> Sequence[Result]:
        """Answer, or go on."""
        taken(self.view().offers, action)
        state = self._state
        round_ = self._rounds[state.round]
        if isinstance(action, Choose):
            return (self._answer(round_, action.option),)
        if state.round == self._total() - 1:
            self._state = replace(state, finished=True)
        else:
            self._state = replace(state, round=state.round + 1, tried=(), solved="")
        return ()

    def _answer(self, round_: Round, choice: str) -> Result:
        state = self._state
        answer = next(answer for answer in round_.answers if answer.id == choice)
        attempt = len(state.tried) + 1
        if answer.right:
            self._state = replace(state, solved=choice, hits=state.hits + (attempt == 1), begun=True)
        else:
            tried = (*state.tried, choice)
            # When every try is used, the right answer stands there, explained.
            shown = next(a.id for a in round_.answers if a.right) if len(tried) >= TRIES else ""
            self._state = replace(state, tried=tried, solved=shown)
        return Result(
            Fact.ANSWERED,
            step=round_.id,
            choice=choice,
            outcome=Outcome.GOOD if answer.right else Outcome.TRY_AGAIN,
            attempt=attempt,
            light=answer_light(attempt) if answer.right else 0,
        )


def _shuffled(round_: Round, lesson: str, seed: int) -> tuple[Answer, ...]:
    answers = list(round_.answers)
    chance(seed, lesson, round_.id).shuffle(answers)
    return tuple(answers)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Quiz:
    """A new quiz."""
    return Quiz(lesson, seed, cast)

"""A sheet of questions without right or wrong shown: choose, change your mind, go on, or skip it all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cop_challenge.core import words
from cop_challenge.core.actions import Action, Choose, Continue, Skip
from cop_challenge.core.activity import Mark, Offer, Role, View, taken
from cop_challenge.core.measure import Case, Deal, Item, Measure, Phase
from cop_challenge.core.result import Fact, Result, Signal
from cop_challenge.core.text import Text


@dataclass(frozen=True, slots=True)
class Rating:
    """A question about the player's own feeling; no answer is better than another."""

    id: str
    prompt: Text
    steps: tuple[tuple[str, Text, str], ...]
    """Id, words and picture of each answer, in their natural order."""


SURE = Rating(
    "sure",
    words.SURE,
    (
        ("very", words.SURE_VERY, "ui/badges/feeling-happy.svg"),
        ("a-bit", words.SURE_A_BIT, "ui/badges/feeling-calm.svg"),
        ("not-yet", words.SURE_NOT_YET, "ui/badges/feeling-unsure.svg"),
    ),
)
AGAIN = Rating(
    "again",
    words.AGAIN,
    (
        ("yes", words.AGAIN_YES, "ui/badges/feeling-happy.svg"),
        ("maybe", words.AGAIN_MAYBE, "ui/badges/feeling-calm.svg"),
        ("no", words.AGAIN_NO, "ui/badges/feeling-unsure.svg"),
    ),
)


def ratings(measure: Measure, phase: Phase) -> tuple[Rating, ...]:
    """What a sheet asks after its items."""
    sure = (SURE,) if measure.ask_sure else ()
    return (*sure, AGAIN) if phase is Phase.AFTER else sure


@dataclass(frozen=True)
class _State:
    """Where the sheet is."""

    step: int = 0
    chosen: str = ""
    over: bool = False


class Sheet:
    """One sheet being filled in: the visit's items, then how sure the player is, and at the end whether
    they would play again."""

    def __init__(self, deal: Deal, phase: Phase) -> None:
        self._deal = deal
        self.phase = phase
        self._steps: tuple[Item | Rating, ...] = (*deal.items(phase), *ratings(deal.measure, phase))
        self._state = _State()

    def view(self) -> View:
        """The question, its answers, the way on once one is chosen, and the way out at any time."""
        state = self._state
        step = self._steps[state.step]
        offers = [
            Offer(
                name,
                Choose(name),
                text,
                picture=picture,
                mark=Mark.CHOSEN if name == state.chosen else Mark.PLAIN,
                enabled=name != state.chosen,
            )
            for name, text, picture in self._answers(step)
        ]
        if state.chosen:
            offers.insert(0, Offer("continue", Continue(), words.NEXT, Role.ADVANCE, "ui/icons/next.svg"))
        offers.append(Offer("skip", Skip(), words.SKIP, Role.LEAVE, "ui/icons/leads-away.svg"))
        told = (
            {"speaker": step.who, "story": step.story, "picture": step.picture}
            if isinstance(step, Item)
            else {}
        )
        return View(
            place=f"{self.phase}-{step.id}",
            done=state.step,
            total=len(self._steps),
            offers=tuple(offers),
            prompt=step.prompt,
            finished=state.over,
            **told,  # type: ignore[arg-type]
        )

    def _answers(self, step: Item | Rating) -> list[tuple[str, Text, str]]:
        if isinstance(step, Rating):
            return list(step.steps)
        return [(reply.id, reply.text, reply.picture) for reply in self._deal.replies(step)]

    def act(self, action: Action) -> Sequence[Result]:
        """Choose, go on, or skip the rest."""
        taken(self.view().offers, action)
        state = self._state
        step = self._steps[state.step]
        if isinstance(action, Choose):
            self._state = replace(state, chosen=action.option)
            return ()
        if isinstance(action, Skip):
            self._state = replace(state, over=True)
            return (Result(Fact.SKIPPED, step=step.id, phase=self.phase),)
        last = state.step == len(self._steps) - 1
        self._state = replace(state, over=True) if last else _State(state.step + 1)
        return (self._answered(step, state.chosen),)

    def _answered(self, step: Item | Rating, choice: str) -> Result:
        if isinstance(step, Rating):
            return rated(step, choice, self.phase)
        return answered(self._deal, self.phase, step, choice)


def rated(rating: Rating, choice: str, phase: Phase) -> Result:
    """The fact that a feeling was told."""
    return Result(Fact.RATED, step=rating.id, choice=choice, phase=phase)


def answered(deal: Deal, phase: Phase, item: Item, choice: str) -> Result:
    """The fact that an item was answered, with everything a report needs to know of it."""
    reply = next(reply for reply in item.replies if reply.id == choice)
    return Result(
        Fact.MEASURED,
        step=item.id,
        choice=choice,
        phase=phase,
        form=item.form,
        topic=item.topic,
        standing=deal.standing(item),
        signal=signal(item.case, reply.right),
        first=("tell" if reply.tell else "other") if item.first else "",
        surface="new" if item.new else "",
    )


def signal(case: Case, right: bool) -> Signal:
    """What an answer is in the terms of signal detection: danger is the signal."""
    if case is Case.RISKY:
        return Signal.HIT if right else Signal.MISS
    return Signal.ALL_CLEAR if right else Signal.FALSE_ALARM

"""Where a document stands while it is being made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cop_challenge.activities.deal.board import Stage
from cop_challenge.activities.deal.document import STANDS, WHEN, WHO
from cop_challenge.activities.deal.schema import Model, Option, Rule, Stands, offered
from cop_challenge.core.chance import chance

HANDS = ("parent", "child")
"""Who chooses and who shakes, by turns."""
MISSES = 2
"""After so many, what holds is shown."""
ENDINGS = {Stage.STANDS: STANDS, Stage.CHOOSE: "", Stage.WHO: WHO, Stage.WHEN: WHEN}
"""What the steps of results are called at each stage, after the line's id."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything that changes."""

    stage: Stage
    line: int = 0
    chosen: tuple[tuple[str, str], ...] = ()
    """Option ids by step."""
    tried: tuple[str, ...] = ()
    """What did not hold, at this stage of this line, the newest last."""
    missed: bool = False
    """Something on this line did not hold."""
    stumbled: bool = False
    """Something on the line before did not."""
    warm: bool = False
    """Something did hold already: the hand is not needed any more."""
    paid: tuple[str, ...] = ()
    """Lines that have given their light."""
    changed: tuple[str, ...] = ()
    """Lines that were opened again."""
    rewriting: bool = False
    signed: tuple[str, ...] = ()
    finished: bool = False

    def with_choice(self, step: str, option: str) -> State:
        """With this for the step, instead of what was there."""
        return replace(self, chosen=(*(pair for pair in self.chosen if pair[0] != step), (step, option)))

    def without(self, *steps: str) -> State:
        """With nothing for the steps."""
        return replace(self, chosen=tuple(pair for pair in self.chosen if pair[0] not in steps))


def begin(lesson: Model) -> State:
    """Before the first line."""
    return State(_opening(lesson))


def _opening(lesson: Model) -> Stage:
    return Stage.CHOOSE if lesson.paired else Stage.STANDS


def onward(lesson: Model, state: State) -> State:
    """The line is done: the next one, or the reading."""
    done = replace(state, tried=(), stumbled=state.missed, missed=False)
    if state.rewriting or state.line == len(lesson.lines) - 1:
        return replace(done, stage=Stage.READ, rewriting=False)
    return replace(done, stage=_opening(lesson), line=state.line + 1)


def opened(lesson: Model, state: State, line: str) -> State:
    """One line is written anew; what stood there is gone, where the school stands is not."""
    number = next(number for number, known in enumerate(lesson.lines) if known.id == line)
    return replace(
        state.without(line, line + WHO, line + WHEN),
        stage=Stage.CHOOSE,
        line=number,
        stumbled=False,
        rewriting=True,
        changed=(*state.changed, line),
    )


def taken_back(lesson: Model, state: State) -> State:
    """The choice before is open again."""
    line = lesson.lines[state.line].id
    if state.stage is Stage.CHOOSE:
        return replace(state.without(line + STANDS), stage=Stage.STANDS, tried=())
    if state.stage is Stage.WHEN:
        return replace(state.without(line + WHO), stage=Stage.WHO, tried=())
    return replace(state.without(line), stage=Stage.CHOOSE, tried=())


def turn(lesson: Model, state: State) -> str:
    """Whose hand is to do something, on a card."""
    if not lesson.paired or state.stage is Stage.SIGNED:
        return ""
    if state.stage is Stage.READ:
        return HANDS[len(state.signed)]
    return HANDS[(state.line + (state.stage is Stage.AGREE)) % 2]


def suggestions(lesson: Model, state: State, seed: int) -> Sequence[Option]:
    """The wordings or steps to choose from, in an order of the seed."""
    line = lesson.lines[state.line]
    found: list[Option]
    if isinstance(line, Rule):
        found = [choice for choice in line.choices if not (choice.hard and state.stumbled)]
    else:
        found = list(offered(line, Stands(dict(state.chosen)[line.id + STANDS])))
    chance(seed, lesson.id, line.id).shuffle(found)
    return found


def saving(state: State, options: Sequence[Option]) -> Option | None:
    """What is shown after two misses."""
    if state.stage is not Stage.CHOOSE or len(state.tried) < MISSES:
        return None
    return next(option for option in options if option.fits)

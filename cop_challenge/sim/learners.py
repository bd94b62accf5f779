"""Simulated children who know something, learn something, and guess: to prove that what a report says of
learning is true of them.

Each answers by the three-parameter logistic model of item response theory (Birnbaum 1968): who does not
know guesses, so nobody is below chance.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from cop_challenge.core.chance import chance
from cop_challenge.core.measure import Deal, Item, Measure, Phase, deal
from cop_challenge.core.result import Fact, Result
from cop_challenge.core.sheet import AGAIN, SURE, answered, rated
from cop_challenge.core.study import dealt


@dataclass(frozen=True)
class Children:
    """How a group of children answers, in logits."""

    ability: float = 0.2
    """Mean; each child differs from it with a standard deviation of `spread`."""
    spread: float = 1.0
    learnt: float = 1.0
    """Mean gain on what was played; children differ with a standard deviation of `learnt_spread`."""
    learnt_spread: float = 0.5
    practice: float = 0.3
    """Gain on everything, from having been asked before."""
    hardness: float = 0.6
    """Items differ in difficulty with this standard deviation: no two forms are quite alike."""
    lost: float = 0.12
    """Share of visits that skip or leave a sheet."""

    def difficulty(self, item: Item) -> float:
        """The item's own, the same on every day."""
        return chance(0, "difficulty", item.id).gauss(0, self.hardness)

    def right(self, item: Item, ability: float) -> float:
        """Probability of a right answer."""
        guess = sum(reply.right for reply in item.replies) / len(item.replies)
        return guess + (1 - guess) / (1 + math.exp(self.difficulty(item) - ability))


def school_day(measure: Measure, children: Children, visits: int, seed: int) -> Iterator[tuple[Result, ...]]:
    """The facts of each of `visits` visits of a day."""
    difficulty = {item.id: children.difficulty(item) for item in measure.items}
    for number in range(visits):
        luck = chance(seed, "child", number)
        hand = deal(measure, luck.randrange(2**62))
        yield tuple(_visit(hand, children, difficulty, luck))


def _visit(hand: Deal, children: Children, difficulty: dict[str, float], luck: Random) -> Iterator[Result]:
    ability = luck.gauss(children.ability, children.spread)
    learnt = luck.gauss(children.learnt, children.learnt_spread)
    lost = luck.random() < children.lost
    yield dealt(hand)
    for phase in Phase:
        for item in hand.items(phase):
            if lost and luck.random() < 0.1:
                yield Result(Fact.SKIPPED, step=item.id, phase=phase)
                return
            able = ability
            if phase is Phase.AFTER:
                able += children.practice + (learnt if hand.standing(item) == "taught" else 0.0)
            knows = luck.random() < 1 / (1 + math.exp(difficulty[item.id] - able))
            replies = [reply for reply in item.replies if reply.right] if knows else item.replies
            yield answered(hand, phase, item, luck.choice(replies).id)
        if hand.measure.ask_sure:
            yield rated(SURE, "a-bit", phase)
    yield rated(AGAIN, "yes", Phase.AFTER)

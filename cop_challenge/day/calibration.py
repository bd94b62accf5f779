"""Is what a report says of learning true? Simulated days whose true effect is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from statistics import NormalDist, fmean

from cop_challenge.core.measure import Deal, Design, Form, Measure, Phase
from cop_challenge.core.result import Result
from cop_challenge.day.learning import gain
from cop_challenge.day.sittings import sittings
from cop_challenge.sim.learners import Children, school_day
from cop_challenge.store.database import Row

STEPS = 40
"""Points of the normal distribution that the truth is averaged over; 80 change the fifth decimal."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """How often a day's interval was right."""

    days: int
    truth: float
    """The true difference, worked out and not simulated."""
    mean: float
    """Of the estimates."""
    width: float
    """Mean half-width of the intervals."""
    covered: float
    """Share of days whose interval holds the truth."""
    silent: float
    """Share of days on which nothing was claimed."""
    compared: float
    """Visits compared on a day, in the mean."""


def rows_of(visits: Iterable[tuple[Result, ...]]) -> Iterator[Row]:
    """The facts as a station would keep them."""
    for number, results in enumerate(visits):
        for step, result in enumerate(results, start=1):
            yield Row("sim", f"{number:016x}", step, "2026-11-23T10", result)


def calibrate(measure: Measure, children: Children, days: int, visits: int, seed: int) -> Calibration:
    """Plays `days` days of `visits` visits and asks the report's own estimator about each."""
    truth = true_difference(measure, children)
    estimates = []
    for day in range(days):
        held = sittings(rows_of(school_day(measure, children, visits, seed + day)))
        if estimate := gain([one for one in held if one.complete]):
            estimates.append(estimate)
    return Calibration(
        days=len(estimates),
        truth=truth,
        mean=fmean(one.difference for one in estimates),
        width=fmean((one.high - one.low) / 2 for one in estimates),
        covered=fmean(one.low <= truth <= one.high for one in estimates),
        silent=fmean(one.claim == "nothing" for one in estimates),
        compared=fmean(one.visits for one in estimates),
    )


def true_difference(measure: Measure, children: Children) -> float:
    """The expected gain on the topic played less that on the other, over children and deals."""
    standard = NormalDist()
    points = [standard.inv_cdf((step + 0.5) / STEPS) for step in range(STEPS)]
    learnts = [children.learnt + children.learnt_spread * z for z in points]
    total = []
    for taught, form in product((0, 1), Form):
        topics = measure.topics
        hand = Deal(measure, topics[taught], topics[1 - taught], form, None, 0)
        for z in points:
            ability = children.ability + children.spread * z
            gains = {}
            for standing in ("taught", "untaught"):
                before = _share(hand, children, Phase.BEFORE, standing, ability)
                able = ability + children.practice
                after = (
                    fmean(_share(hand, children, Phase.AFTER, standing, able + learnt) for learnt in learnts)
                    if standing == "taught"
                    else _share(hand, children, Phase.AFTER, standing, able)
                )
                gains[standing] = after - before
            total.append(gains["taught"] - gains["untaught"])
    return fmean(total)


def _share(hand: Deal, children: Children, phase: Phase, standing: str, ability: float) -> float:
    """Expected share of right answers on the items that look like the lessons."""
    items = [item for item in hand.measure.sheet(hand.form(phase), phase) if not item.new]
    return fmean(children.right(item, ability) for item in items if hand.standing(item) == standing)


def scenarios(measure: Measure) -> Iterator[tuple[str, Children]]:
    """Children who learn nothing, something, much; and items that are anything but parallel."""
    usual = Children()
    if measure.design is Design.ONE:
        usual = replace(usual, ability=0.5)
    yield "nothing is learnt", replace(usual, learnt=0.0, learnt_spread=0.0)
    yield "a little is learnt", replace(usual, learnt=0.5)
    yield "much is learnt", replace(usual, learnt=1.5)
    yield "much is learnt, forms very unlike", replace(usual, learnt=1.5, hardness=1.5)

"""What one sitting taught: the gain on what was played, less the gain on what was not yet.

Randomised untaught-topic control: each visit is dealt one of two topics by chance. Whatever would raise
answers anyway (having seen such questions before, the mood of the hall) raises both topics alike; what is
left is the games' doing. The interval is Student's for the mean of one difference a visit; where a visit
is asked about one topic only, Welch's for the difference of two groups of visits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from cop_challenge.core.measure import Phase
from cop_challenge.day.sittings import Sitting
from cop_challenge.day.suppression import LEAST_VISITS

CONFIDENCE = 0.95


class NoStatistics(Exception):
    """The library that works out intervals is not installed; the message says how to get it."""

    def __init__(self) -> None:
        super().__init__("Intervals need the organiser's extra: pip install “cop-challenge[organiser]”.")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A difference in shares of right answers, taught less untaught; 0.1 is ten points of a hundred."""

    visits: int
    taught: float
    """Mean on the topic played; a gain, or for new surfaces a share."""
    untaught: float
    difference: float
    low: float
    high: float
    """95 % confidence interval."""
    effect: float
    """The difference in standard deviations of the shares before (of the shares themselves, for new
    surfaces); 0 where nothing varies."""

    @property
    def claim(self) -> str:
        """`more`, `less`, or `nothing`: what the interval allows to say."""
        if self.low > 0:
            return "more"
        return "less" if self.high < 0 else "nothing"


def gain(complete: Sequence[Sitting]) -> Estimate | None:
    """The effect of playing; None with fewer than ten visits to compare."""
    pairs = [(one.gain("taught"), one.gain("untaught")) for one in complete]
    scores = [
        score
        for one in complete
        for standing in ("taught", "untaught")
        if (score := one.score(Phase.BEFORE, standing)) is not None
    ]
    return _estimate(pairs, scores)


def transfer(complete: Sequence[Sitting]) -> Estimate | None:
    """The same on items that look unlike the lessons; they are asked only afterwards."""
    pairs = [
        (one.score(Phase.AFTER, "taught", new=True), one.score(Phase.AFTER, "untaught", new=True))
        for one in complete
    ]
    return _estimate(pairs, [score for pair in pairs for score in pair if score is not None])


def _estimate(pairs: Sequence[tuple[float | None, float | None]], scores: list[float]) -> Estimate | None:
    both = [(a, b) for a, b in pairs if a is not None and b is not None]
    taught = [a for a, _ in pairs if a is not None]
    untaught = [b for _, b in pairs if b is not None]
    within = len(both) == max(len(taught), len(untaught))
    if within:
        if len(both) < LEAST_VISITS:
            return None
        differences = [a - b for a, b in both]
        difference = fmean(differences)
        low, high = _student(differences)
    else:
        if min(len(taught), len(untaught)) < LEAST_VISITS:
            return None
        difference = fmean(taught) - fmean(untaught)
        low, high = _welch(taught, untaught)
    spread = pstdev(scores)
    return Estimate(
        visits=len(both) if within else len(taught) + len(untaught),
        taught=fmean(taught),
        untaught=fmean(untaught),
        difference=difference,
        low=low,
        high=high,
        effect=difference / spread if spread else 0.0,
    )


def _student(values: list[float]) -> tuple[float, float]:
    if len(set(values)) == 1:
        return values[0], values[0]
    try:
        from scipy import stats
    except ImportError:
        raise NoStatistics from None
    interval = stats.ttest_1samp(values, 0.0).confidence_interval(CONFIDENCE)
    return float(interval.low), float(interval.high)


def _welch(first: list[float], second: list[float]) -> tuple[float, float]:
    if len(set(first)) == len(set(second)) == 1:
        return first[0] - second[0], first[0] - second[0]
    try:
        from scipy import stats
    except ImportError:
        raise NoStatistics from None
    interval = stats.ttest_ind(first, second, equal_var=False).confidence_interval(CONFIDENCE)
    return float(interval.low), float(interval.high)

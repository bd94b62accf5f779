"""Measured visits, put together from their facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cop_challenge.core.measure import Phase
from cop_challenge.core.result import Fact, Result, Signal
from cop_challenge.core.sheet import AGAIN, SURE
from cop_challenge.store.database import Row

RIGHT = frozenset({Signal.HIT, Signal.ALL_CLEAR})


@dataclass(frozen=True, slots=True)
class Answer:
    """One item answered."""

    phase: str
    standing: str
    """`taught`, `untaught`, or nothing."""
    signal: Signal
    first: str
    new: bool

    @property
    def right(self) -> bool:
        """Danger found, or safety recognised."""
        return self.signal in RIGHT


@dataclass(slots=True)
class Sitting:
    """One measured visit."""

    track: str = ""
    language: str = ""
    topic: str = ""
    """What it was taught."""
    answers: list[Answer] = field(default_factory=list)
    ratings: dict[tuple[str, str], str] = field(default_factory=dict)
    """Choice by phase and question."""
    skipped: str = ""
    """The phase of a sheet that was not wanted."""

    @property
    def complete(self) -> bool:
        """Both sheets were answered to their last question; all others are left out of comparisons."""
        return (Phase.AFTER, AGAIN.id) in self.ratings and not self.skipped

    @property
    def again(self) -> str:
        """Whether they would play again: yes, maybe, no, or nothing."""
        return self.ratings.get((Phase.AFTER, AGAIN.id), "")

    def sure(self, phase: Phase) -> str:
        """How sure they were: very, a-bit, not-yet, or nothing."""
        return self.ratings.get((phase, SURE.id), "")

    def score(self, phase: Phase, standing: str, *, new: bool = False) -> float | None:
        """Share of right answers, or None where nothing of the sort was asked."""
        marks = [
            one.right
            for one in self.answers
            if one.phase == phase and one.standing == standing and one.new == new
        ]
        return sum(marks) / len(marks) if marks else None

    def gain(self, standing: str) -> float | None:
        """How much the share of right answers grew, of items that look like the lessons."""
        before, after = self.score(Phase.BEFORE, standing), self.score(Phase.AFTER, standing)
        return None if before is None or after is None else after - before


def sittings(rows: Iterable[Row]) -> list[Sitting]:
    """Every visit that was dealt a topic, in the order of its first fact."""
    return list(_sittings((row.station, row.visit, row.result) for row in rows))


def _sittings(facts: Iterable[tuple[str, str, Result]]) -> Iterator[Sitting]:
    found: dict[tuple[str, str], Sitting] = {}
    for station, visit, result in facts:
        key = station, visit
        if result.fact is Fact.DEALT:
            found[key] = Sitting(result.track, result.language, result.topic)
        sitting = found.get(key)
        if sitting is None:
            continue
        match result.fact:
            case Fact.MEASURED:
                sitting.answers.append(
                    Answer(
                        result.phase, result.standing, result.signal, result.first, result.surface == "new"
                    )
                )
            case Fact.RATED:
                sitting.ratings[result.phase, result.step] = result.choice
            case Fact.SKIPPED:
                sitting.skipped = result.phase
    yield from found.values()

"""The measuring of one visit: when which sheet is due, and which lessons may be offered meanwhile."""

from __future__ import annotations

import copy
from collections.abc import Collection, Sequence

from cop_challenge.core.actions import Action
from cop_challenge.core.activity import View
from cop_challenge.core.measure import Deal, Measure, Phase, deal
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.result import Fact, Result
from cop_challenge.core.sheet import Sheet

LESSONS = 2
"""Of the dealt topic, after which the second sheet comes: two of four minutes leave a quarter of an hour
room for both sheets and a lesson of the other topic."""

AFTER_MINUTES = 2.5
"""Kept for the second sheet."""

LEAST_MINUTES = 15.0
"""Shorter visits are not measured."""


def dealt(deal: Deal) -> Result:
    """The fact that a visit is measured, and what it was dealt."""
    return Result(Fact.DEALT, topic=deal.taught.id, form=deal.first_form)


class Study:
    """One visit's sheets."""

    def __init__(self, measure: Measure, seed: int) -> None:
        self._deal = deal(measure, seed)
        self._sheet: Sheet | None = Sheet(self._deal, Phase.BEFORE)
        self._waiting = True
        """The second sheet is still to come."""
        self._compared = True
        """Nothing has been skipped so far."""

    def begin(self) -> Result:
        """The fact that this visit is measured, and what it was dealt."""
        return dealt(self._deal)

    @property
    def asking(self) -> bool:
        """Whether a sheet lies on the table."""
        return self._sheet is not None

    def view(self) -> View:
        """The sheet's question."""
        assert self._sheet is not None
        return self._sheet.view()

    def act(self, action: Action) -> tuple[Result, ...]:
        """Answer the sheet; a finished or skipped one is put away.

        Who skips the first sheet is not asked a second time: nothing could be compared.
        """
        assert self._sheet is not None
        results = tuple(self._sheet.act(action))
        if self._sheet.view().finished:
            self._sheet = None
            if any(result.fact is Fact.SKIPPED for result in results):
                self.give_up()
        return results

    def cards(self, cards: Sequence[LessonCard]) -> tuple[LessonCard, ...]:
        """Lessons that may be offered now: the dealt topic's until the second sheet is through, then the
        other topic's wherever it has one."""
        if not self._compared:
            return tuple(cards)
        if self._waiting:
            return tuple(card for card in cards if card.id in self._deal.taught.lessons)
        others = [card for card in cards if card.id in self._deal.other.lessons]
        habits = {card.habit for card in others}
        return (*others, *(card for card in cards if card.habit not in habits))

    def kept_minutes(self) -> float:
        """Time of the visit that lessons must leave."""
        return AFTER_MINUTES if self._waiting else 0.0

    def due(self, finished: Collection[str], more: bool) -> bool:
        """Whether the second sheet comes now; `more`: another lesson of the topic could be played.

        True also lays it on the table.
        """
        taught = sum(lesson in self._deal.taught.lessons for lesson in finished)
        if not self._waiting or self._sheet or not taught or (more and taught < LESSONS):
            return False
        self._waiting = False
        self._sheet = Sheet(self._deal, Phase.AFTER)
        return True

    def give_up(self) -> None:
        """No more sheets: they were not wanted, or somebody has asked for a grown-up and wants to go."""
        self._waiting = self._compared = False
        self._sheet = None

    def abandoned(self) -> tuple[Result, ...]:
        """The fact that a sheet was left lying, if one was."""
        if self._sheet is None:
            return ()
        place = self._sheet.view().place.removeprefix(f"{self._sheet.phase}-")
        return (Result(Fact.LEFT, step=place, phase=self._sheet.phase),)

    def __copy__(self) -> Study:
        twin = object.__new__(Study)
        twin.__dict__.update(self.__dict__)
        twin._sheet = copy.copy(self._sheet)
        return twin

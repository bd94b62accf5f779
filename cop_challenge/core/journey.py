"""The lessons of one visit: offered, begun, finished; lanterns lit and light gathered."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from cop_challenge.core.actions import Action
from cop_challenge.core.activity import Activity, LessonGone, View
from cop_challenge.core.planner import LessonCard, plan
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.tags import Habit


def _room_for_two(
    offered: Sequence[LessonCard], cards: Sequence[LessonCard], played: Collection[str], minutes: float
) -> bool:
    """Whether another lesson fits in after the shortest that is offered."""
    shortest = min(offered, key=lambda card: card.minutes, default=None)
    if shortest is None:
        return False
    others = (card for card in cards if card is not shortest and card.id not in played)
    return any(shortest.minutes + card.minutes <= minutes for card in others)


class Journey:
    """Which lantern next, and what has been done so far."""

    def __init__(self, open_lesson: Callable[[str, int], Activity], seed: int) -> None:
        self._open_lesson = open_lesson
        self._seed = seed
        self.lit: tuple[Habit, ...] = ()
        self.light = 0
        self.played: tuple[str, ...] = ()
        """Lessons finished, in order."""
        self.offered: tuple[LessonCard, ...] = ()
        self.card: LessonCard | None = None
        """The lesson being played, or finished last."""
        self.last = False
        """After one more of what is offered there is no time for another."""
        self._last_kind = ""
        self._gone: tuple[str, ...] = ()
        """Lessons that could not be opened: never offered again."""
        self._open: dict[str, Activity] = {}
        """Lessons begun and not finished, waiting where they were left."""

    @property
    def begun(self) -> bool:
        """Whether any lesson has been opened."""
        return bool(self.played or self._open)

    @property
    def activity(self) -> Activity:
        """The lesson being played."""
        assert self.card is not None
        return self._open[self.card.id]

    def view(self) -> View:
        """What the lesson being played shows."""
        return self.activity.view()

    def offer(self, cards: Sequence[LessonCard], minutes: float | None) -> None:
        """Choose among `cards` what stands on the map now; `minutes` are left (None: no limit)."""
        self.card = None
        cards = [card for card in cards if card.id not in self._gone]
        offered = plan(
            cards,
            seed=self._seed,
            minutes=minutes,
            lit=self.lit,
            played=self.played,
            last_kind=self._last_kind,
        )
        waiting = tuple(card for card in cards if card.id in self._open)
        begun = {card.habit for card in waiting}
        self.last = minutes is not None and not _room_for_two(offered, cards, self.played, minutes)
        self.offered = waiting + tuple(card for card in offered if card.habit not in begun)

    def bring(self, habit: Habit) -> None:
        """A lantern lit elsewhere, by its stamp; once more takes it back. Only before anything is played."""
        self.lit = tuple(each for each in Habit if (each in self.lit) is not (each is habit))

    def enter(self, lesson: str) -> bool:
        """Open an offered lesson, or take it up where it was left; whether it could be."""
        if lesson not in self._open:
            try:
                self._open[lesson] = self._open_lesson(lesson, self._seed)
            except LessonGone:
                self._gone += (lesson,)
                return False
        self.card = next(card for card in self.offered if card.id == lesson)
        return True

    def act(self, action: Action) -> tuple[Result, ...]:
        """Play on. The last fact is FINISHED if that was the end: the lantern is lit then."""
        assert self.card is not None
        card, activity = self.card, self.activity
        results = [self._of_lesson(result) for result in activity.act(action)]
        self.light += sum(result.light for result in results)
        if activity.view().finished:
            results.append(self._of_lesson(Result(Fact.FINISHED, outcome=Outcome.GOOD)))
            del self._open[card.id]
            self.played += (card.id,)
            self._last_kind = card.kind
            if card.habit not in self.lit:
                self.lit += (card.habit,)
        return tuple(results)

    def left(self) -> tuple[Result, ...]:
        """The fact that the lesson was left."""
        return (self._of_lesson(Result(Fact.LEFT, step=self.view().place)),)

    def _of_lesson(self, result: Result) -> Result:
        assert self.card is not None
        return replace(result, lesson=self.card.id, kind=self.card.kind, habit=self.card.habit)

    def __copy__(self) -> Journey:
        twin = object.__new__(Journey)
        twin.__dict__.update(self.__dict__)
        twin._open = {lesson: copy.copy(activity) for lesson, activity in self._open.items()}
        return twin

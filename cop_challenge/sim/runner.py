"""Whole visits by simulated players, and every lesson by each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cop_challenge.core.actions import Action, Tick
from cop_challenge.core.activity import legal
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.result import Fact, Result
from cop_challenge.core.visit import Visit
from cop_challenge.sim.players import PLAYERS, Explorer, Stuck

MOST_STEPS = 4000
"""More steps than any visit needs, with every detour an impatient player takes."""

MOST_EXPLORERS = 40
"""Visits in which an ending must be found."""

EXPLORER_STEPS = 1500
"""Of one such visit."""

ONLY = "the end"

SECONDS_A_STEP = 4.0
"""Reading and choosing, so that the visit's clock moves as in a hall."""


@dataclass(frozen=True)
class Played:
    """One simulated visit."""

    player: str
    seed: int
    actions: tuple[Action, ...]
    results: tuple[Result, ...]
    stuck: Stuck | None = None


@dataclass
class Summary:
    """What many visits came to."""

    visits: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    finished: Counter[str] = field(default_factory=Counter)
    """Lessons played to their end, by id."""
    stuck: list[Stuck] = field(default_factory=list)

    def add(self, played: Played) -> None:
        """Count one visit."""
        self.visits += 1
        if played.stuck:
            self.stuck.append(played.stuck)
        for result in played.results:
            if result.fact is Fact.ENDED:
                self.outcomes[result.outcome] += 1
            elif result.fact is Fact.FINISHED:
                self.finished[result.lesson] += 1


def play_visit(options: VisitOptions, player: str, seed: int) -> Played:
    """One visit to its end, or to where the player is stuck."""
    visit = Visit(options, seed)
    decide, luck = PLAYERS[player], chance(seed, "player", player)
    actions: list[Action] = []
    results: list[Result] = []
    while not (view := visit.view()).over:
        if not legal(view.offers) or len(actions) >= MOST_STEPS:
            offers = [offer.id for offer in legal(view.offers)]
            stuck = Stuck(player, seed, view.place, offers, len(actions))
            return Played(player, seed, tuple(actions), tuple(results), stuck)
        for action in (Tick(SECONDS_A_STEP), decide(visit, luck)):
            if visit.view().over:
                break
            actions.append(action)
            results += visit.act(action)
    return Played(player, seed, tuple(actions), tuple(results))


def replay(options: VisitOptions, seed: int, actions: Sequence[Action]) -> tuple[Result, ...]:
    """The results of doing the same again."""
    visit = Visit(options, seed)
    return tuple(result for action in actions for result in visit.act(action))


def _alone(options: VisitOptions, card: LessonCard) -> VisitOptions:
    """Nothing but the lesson: explorers would spend their steps on the choice of a language."""
    return replace(
        options, languages=options.languages[:1], cards=(card,), track=card.track, minutes=None, lessons_in={}
    )


def every_lesson(options: VisitOptions, seed: int) -> Iterator[Played]:
    """Each lesson alone, by every player: nothing hides behind another lesson."""
    for card in options.cards:
        alone = _alone(options, card)
        for player in PLAYERS:
            yield play_visit(alone, player, seed)


def endings(options: VisitOptions, card: LessonCard, seed: int) -> tuple[int, tuple[str, ...]]:
    """How many ways to end the lesson declares, and those that explorers never came to.

    A lesson that declares none has one: to be finished.
    """
    wanted = set(card.endings) or {ONLY}
    alone = _alone(options, card)
    explorer = Explorer()
    for number in range(MOST_EXPLORERS):
        if explorer.endings >= wanted:
            break
        visit, luck = Visit(alone, seed + number), chance(seed + number, "explorer", card.id)
        for _ in range(EXPLORER_STEPS):
            if visit.view().over or explorer.endings >= wanted:
                break
            results = visit.act(explorer(visit, luck))
            if any(result.fact is Fact.FINISHED for result in results):
                explorer.endings.add(ONLY)
    return len(wanted), tuple(sorted(wanted - explorer.endings))


def many_visits(options: VisitOptions, visits: int, seed: int) -> Iterator[Played]:
    """`visits` visits, players in turn, each with a seed of its own."""
    names = list(PLAYERS)
    for number in range(visits):
        yield play_visit(options, names[number % len(names)], seed + number)

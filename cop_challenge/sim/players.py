"""Simulated players: each chooses among the legal offers of a visit."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from cop_challenge.core.actions import Action, Stir, Tick
from cop_challenge.core.activity import Offer, Role, legal
from cop_challenge.core.result import Outcome
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.visit import Visit

SIDE = frozenset(
    {
        *(Role.BACK, Role.LEAVE, Role.HELP, Role.LISTEN, Role.REWIND, Role.UNDO, Role.PAUSE, Role.SETTING),
        *(Role.LANGUAGE, Role.TURN),
    }
)
"""Roles that lead away from the way ahead."""

WITHIN = frozenset({Role.REWIND, Role.UNDO})
"""Those that stay in the lesson."""


def _forward(view: VisitView) -> tuple[Offer, ...]:
    """Offers that lead on; all legal ones where there is no other."""
    offers = legal(view.offers)
    return tuple(offer for offer in offers if offer.role not in SIDE) or offers


def perfect(visit: Visit, chance: Random) -> Action:
    """Looks one step ahead, on a copy, and never takes an answer that asks for another try."""
    offers = _forward(visit.view())
    for offer in offers:
        ahead = copy.copy(visit)
        results = ahead.act(offer.action)
        if not any(result.outcome is Outcome.TRY_AGAIN for result in results):
            return offer.action
    return offers[0].action


def at_random(visit: Visit, chance: Random) -> Action:
    """Anything legal, now and then only a movement."""
    if chance.random() < 0.05:
        return Stir()
    return chance.choice(legal(visit.view().offers)).action


def first_option(visit: Visit, chance: Random) -> Action:
    """Always the first way on: a child who presses what is nearest."""
    return _forward(visit.view())[0].action


def impatient(visit: Visit, chance: Random) -> Action:
    """Leaves, goes back and rewinds whenever that is possible, for a while; then the last way on."""
    view = visit.view()
    away = [offer for offer in legal(view.offers) if offer.role in SIDE]
    if away and chance.random() < 0.3:
        return chance.choice(away).action
    return _forward(view)[-1].action


def idle(visit: Visit, chance: Random) -> Action:
    """Begins, chooses a few things, and walks away."""
    view = visit.view()
    if view.screen is Screen.ATTRACT or chance.random() < 0.5:
        return chance.choice(_forward(view)).action
    return Tick(30.0)


class Explorer:
    """Goes where it has been least, from visit to visit, and remembers the endings it has seen."""

    def __init__(self) -> None:
        self._been: Counter[tuple[str, str]] = Counter()
        self.endings: set[str] = set()

    def __call__(self, visit: Visit, chance: Random) -> Action:
        """The way on, or back within a story, that was taken least often from here."""
        view = visit.view()
        offers = [offer for offer in legal(view.offers) if offer.role not in SIDE - WITHIN]
        least = min(self._been[view.place, offer.id] for offer in offers)
        offer = chance.choice([offer for offer in offers if self._been[view.place, offer.id] == least])
        self._been[view.place, offer.id] += 1
        if view.activity and view.activity.ending:
            self.endings.add(view.activity.ending)
        return offer.action


Player = Callable[[Visit, Random], Action]

PLAYERS: dict[str, Player] = {
    "perfect": perfect,
    "random": at_random,
    "first-option": first_option,
    "impatient": impatient,
    "idle": idle,
}


@dataclass(frozen=True)
class Stuck:
    """A visit that did not come to its end: always a fault of the game."""

    player: str
    seed: int
    place: str
    offers: Sequence[str]
    steps: int

    def __str__(self) -> str:
        offers = ", ".join(self.offers) or "nothing"
        where = f"{self.player}, seed {self.seed}: stuck at {self.place}"
        return f"{where} after {self.steps} steps, offered {offers}"

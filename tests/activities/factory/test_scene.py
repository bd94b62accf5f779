from __future__ import annotations

from dataclasses import replace
from random import Random

import pygame
import pytest

from cop_challenge.app import process, wiring
from cop_challenge.app.studio import Studio
from cop_challenge.core.actions import Continue, Open
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.core.visit import Visit
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.motion import Motions


@pytest.fixture(scope="session")
def factory_studio() -> Studio:
    process.headless()
    pygame.display.init()
    pygame.display.set_mode((1366, 768))
    return Studio(wiring.places())


def opened(options: VisitOptions, luck: Random) -> Visit:
    card = luck.choice([card for card in options.cards if card.kind == "factory"])
    visit = Visit(replace(options, cards=(card,), track=card.track, minutes=None), luck.randrange(1000))
    visit.act(Continue())
    while visit.view().screen is not Screen.MAP:
        offers = [offer for offer in legal(visit.view().offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
        visit.act(offers[0].action)
    visit.act(Open(card.id))
    return visit


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("size", [(1366, 768), (800, 1280)], ids=["landscape", "upright"])
@pytest.mark.parametrize("seed", range(4))
def test_any_moment_can_be_drawn(
    factory_studio: Studio, options: VisitOptions, seed: int, size: tuple[int, int], text: int
) -> None:
    """After any history: no overlap, no overflow, and each legal offer is one target."""
    luck = Random(seed)
    visit = opened(options, luck)
    for _ in range(45):
        view = replace(visit.view(), comfort=Comfort(text=text))
        if view.screen is not Screen.LESSON or view.activity is None:
            break
        frame = factory_studio.compose(view, Situation(Viewport(*size), still=True))
        assert frame.problems == []
        wanted = [offer.id for offer in legal(view.offers)]
        assert sorted(target.id for target in frame.targets) == sorted(wanted)
        visit.act(luck.choice(legal(view.activity.offers)).action)


@pytest.mark.slow
def test_it_moves_and_comes_to_rest(factory_studio: Studio, options: VisitOptions) -> None:
    """Every change moves something for a moment; three seconds later a picture costs nothing."""
    luck, motions, now = Random(5), Motions(), 10.0
    visit = opened(options, luck)
    visit.act(legal(visit.view().offers)[0].action)  # the hint has gone
    moved = False
    for _ in range(30):
        view = visit.view()
        if view.screen is not Screen.LESSON or view.activity is None:
            break
        for age in (0.0, 0.1, 0.4, 0.9, 1.6, 3.0):
            situation = Situation(Viewport(1366, 768), now=now + age, age=age, motions=motions)
            frame = factory_studio.compose(view, situation)
            assert frame.problems == []
            moved |= frame.moving
        assert not frame.moving
        now += 5
        visit.act(luck.choice(legal(view.activity.offers)).action)
    assert moved

from __future__ import annotations

from dataclasses import replace
from random import Random

import pygame
import pytest

from cop_challenge.app import process, wiring
from cop_challenge.app.studio import Studio
from cop_challenge.core.actions import Continue, Open
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.core.visit import Visit
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport


@pytest.fixture(scope="session")
def forge_studio() -> Studio:
    process.headless()
    pygame.display.init()
    pygame.display.set_mode((1366, 768))
    return Studio(wiring.places())


def opened(options: VisitOptions, luck: Random) -> Visit:
    card = luck.choice([card for card in options.cards if card.kind == "forge"])
    visit = Visit(replace(options, cards=(card,), track=card.track, minutes=None), luck.randrange(1000))
    visit.act(Continue())
    while visit.view().screen is not Screen.MAP:
        offers = [offer for offer in legal(visit.view().offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
        visit.act(offers[0].action)
    visit.act(Open(card.id))
    return visit


@pytest.mark.parametrize("size", [(1366, 768), (800, 1280)], ids=["landscape", "upright"])
@pytest.mark.parametrize("seed", range(6))
def test_any_moment_can_be_drawn(
    forge_studio: Studio, options: VisitOptions, seed: int, size: tuple[int, int]
) -> None:
    """After any history: no overlap, no overflow, and each legal offer but dragging is one target."""
    luck = Random(seed)
    visit = opened(options, luck)
    for _ in range(30):
        view = visit.view()
        if view.screen is not Screen.LESSON or view.activity is None:
            break
        frame = forge_studio.compose(view, Situation(Viewport(*size), still=True))
        assert frame.problems == []
        wanted = [offer.id for offer in legal(view.offers) if offer.role is not Role.DRAG]
        assert sorted(target.id for target in frame.targets) == sorted(wanted)
        visit.act(luck.choice(legal(view.activity.offers)).action)


def test_a_still_bench_costs_nothing(forge_studio: Studio, options: VisitOptions) -> None:
    """Once something lies in the mould and has arrived, no new picture is asked for."""
    visit = opened(options, Random(3))
    activity = visit.view().activity
    assert activity is not None
    visit.act(next(o.action for o in legal(activity.offers) if o.id == activity.hint))
    frame = forge_studio.compose(visit.view(), Situation(Viewport(1366, 768), now=50.0, age=50.0))
    assert not frame.moving

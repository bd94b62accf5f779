"""The scene at every moment, still and moving."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons
from cop_challenge.app.wiring import Places
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView
from cop_challenge.ui.focus import way
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.motion import Motions


@pytest.fixture(scope="module")
def studio(places: Places) -> Studio:
    return Studio(places)


@pytest.fixture(scope="module")
def moments(options: VisitOptions) -> list[tuple[str, VisitView]]:
    cards = tuple(card for card in options.cards if card.kind == "chat")
    return list(lessons(replace(options, cards=cards)))


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("size", [(1366, 768), (800, 1280)])
@pytest.mark.parametrize("text", [100, 150])
def test_moments_fit_and_can_be_reached(
    studio: Studio,
    moments: list[tuple[str, VisitView]],
    size: tuple[int, int],
    text: int,
    right_to_left: bool,
) -> None:
    """Words fit, every legal offer is one target, and arrows lead to each."""
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    for name, view in chance(5).sample(moments, 24):
        view = replace(view, comfort=Comfort(text=text))
        frame = studio.compose(view, Situation(Viewport(*size), right_to_left, still=True))
        assert frame.problems == [], name
        wanted = {offer.id for offer in legal(view.offers) if offer.role is not Role.DRAG}
        assert {target.id for target in frame.targets} == wanted, name
        for target in frame.targets:
            assert way(frame.targets, frame.first, target.id) is not None, f"{name}: {target.id}"


def test_movement_comes_to_rest(studio: Studio, moments: list[tuple[str, VisitView]]) -> None:
    """Bubbles, pins and the flower move after a change, and then cost nothing more."""
    pygame.display.init()
    pygame.display.set_mode((640, 360))
    studio.start_afresh(640, 360)
    motions, now = Motions(), 0.0
    shown = chance(6).sample(moments, 20)
    for name, view in shown:
        assert view.activity is not None
        if view.activity.hint:
            continue  # Nuru's hand never rests
        moved = False
        for step in range(40):
            at = Situation(Viewport(640, 360), now=now, age=step * 0.1, motions=motions)
            frame = studio.compose(view, at)
            assert frame.problems == [], name
            moved |= frame.moving
            now += 0.1
        assert moved
        assert not frame.moving, name

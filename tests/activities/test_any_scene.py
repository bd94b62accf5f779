"""The scene of every kind alike: at any moment everything fits and can be reached, and movement comes to rest."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.activities.registry import ACTIVITIES
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

SAMPLE = 6
"""Moments of each kind, in each size; `screenshots` and the slow set draw all of them."""
REST_SECONDS = 9.0
"""After a change everything stands still again by then."""


@pytest.fixture(scope="module")
def studio(places: Places) -> Studio:
    return Studio(places)


@pytest.fixture(scope="module")
def moments(options: VisitOptions) -> dict[str, list[tuple[str, VisitView]]]:
    """By kind."""
    found: dict[str, list[tuple[str, VisitView]]] = {kind: [] for kind in ACTIVITIES}
    for name, view in lessons(options):
        assert view.card is not None
        found[view.card.kind].append((name, view))
    return found


def begin(studio: Studio, size: tuple[int, int]) -> None:
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("size", [(1366, 768), (800, 1280)])
@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("kind", ACTIVITIES)
def test_moments_fit_and_can_be_reached(
    studio: Studio,
    moments: dict[str, list[tuple[str, VisitView]]],
    kind: str,
    size: tuple[int, int],
    text: int,
    right_to_left: bool,
) -> None:
    """Words fit, every legal offer is one target, and arrows lead to each."""
    begin(studio, size)
    for name, view in chance(5, kind, text).sample(moments[kind], SAMPLE):
        view = replace(view, comfort=Comfort(text=text))
        frame = studio.compose(view, Situation(Viewport(*size), right_to_left, still=True))
        assert frame.problems == [], name
        wanted = {offer.id for offer in legal(view.offers) if offer.role is not Role.DRAG}
        assert {target.id for target in frame.targets} == wanted, name
        for target in frame.targets:
            assert way(frame.targets, frame.first, target.id) is not None, f"{name}: {target.id}"


@pytest.mark.parametrize("kind", ACTIVITIES)
def test_movement_comes_to_rest(
    studio: Studio, moments: dict[str, list[tuple[str, VisitView]]], kind: str
) -> None:
    """What moves after a change costs nothing once it is over."""
    begin(studio, (640, 360))
    motions, now, moved = Motions(), 0.0, 0
    for name, view in chance(6, kind).sample(moments[kind], SAMPLE):
        assert view.activity is not None
        if view.activity.hint or view.activity.clocked:
            continue  # Nuru's hand never rests, nor does a clock
        for step in range(round(REST_SECONDS / 0.1)):
            at = Situation(Viewport(640, 360), now=now, age=step * 0.1, motions=motions)
            frame = studio.compose(view, at)
            assert frame.problems == [], name
            moved += frame.moving
            now += 0.1
        assert not frame.moving, name
    assert moved

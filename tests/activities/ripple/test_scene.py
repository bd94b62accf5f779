from __future__ import annotations

import copy
from dataclasses import replace

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.activities.ripple.scene import layout
from cop_challenge.activities.ripple.schema import Model, Ring
from cop_challenge.app import wiring
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import _forward
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.core.visit import Visit
from cop_challenge.lessons.library import Library
from cop_challenge.ui.focus import way
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.look import Look
from cop_challenge.ui.motion import Motions

SIZE = (1366, 768)


@pytest.fixture(scope="module")
def studio() -> Studio:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    studio = Studio(wiring.places())
    studio.start_afresh(*SIZE)
    return studio


@pytest.fixture(scope="module")
def opened(options: VisitOptions) -> list[Visit]:
    """A visit in each lesson of this kind, at its beginning."""
    found = []
    for card in options.cards:
        if card.kind == "ripple":
            alone = replace(options, cards=(card,), track=card.track, minutes=None)
            *_, visit = _forward(Visit(alone, 7), Screen.MAP)
            visit.act(do.Open(card.id))
            found.append(visit)
    return found


@given(data=st.data())
@settings(max_examples=25)
def test_a_view_after_any_history_can_be_drawn(
    studio: Studio, opened: list[Visit], data: st.DataObject
) -> None:
    """Whatever was done before: no words overflow, all is pressable and reached by arrows."""
    visit = copy.copy(data.draw(st.sampled_from(opened)))
    for _ in range(data.draw(st.integers(0, 40))):
        activity = visit.view().activity
        if activity is None:
            return
        visit.act(data.draw(st.sampled_from(legal(activity.offers))).action)
    view = visit.view()
    if view.activity is None:
        return
    size = data.draw(st.sampled_from([SIZE, (1024, 600), (800, 1280)]))
    text = data.draw(st.sampled_from([100, 125, 150]))
    look = Look.of(Comfort(text=text))
    right_to_left = data.draw(st.booleans())
    frame = studio.compose(
        replace(view, comfort=Comfort(text=text)),
        Situation(Viewport(*size), right_to_left, still=True, look=look),
    )
    assert frame.problems == []
    assert {t.id for t in frame.targets} == {o.id for o in legal(view.offers) if o.role is not Role.DRAG}
    for target in frame.targets:
        assert way(frame.targets, frame.first, target.id) is not None


def test_a_ripple_runs_and_comes_to_rest(studio: Studio, opened: list[Visit]) -> None:
    """It moves while it runs, also backwards; then a still screen asks for no more pictures. Calm: none."""
    visit = copy.copy(opened[0])
    motions = Motions()

    def moving(now: float, still: bool = False) -> bool:
        situation = Situation(Viewport(*SIZE), now=now, age=60.0, motions=motions, still=still)
        return studio.compose(replace(visit.view(), activity=at_rest(visit)), situation).moving

    def at_rest(visit: Visit):  # type: ignore[no-untyped-def]
        activity = visit.view().activity
        assert activity is not None
        return replace(activity, hint="")

    assert not moving(0.0)
    ring = next(o for o in legal(visit.view().offers) if o.role is Role.ANSWER)
    visit.act(ring.action)
    assert moving(10.0)
    assert not moving(10.1, still=True)
    assert not moving(15.0)
    visit.act(do.Rewind())
    assert moving(20.0)
    assert not moving(25.0)


def test_boats_have_room(library: Library) -> None:
    """In every bay no boat lies on another, nor on whoever shares, and none leaves the water."""
    bays = [tuple(b.ring for b in one.bay) for one in library.lessons.values() if isinstance(one, Model)]
    for number in range(9, 16):
        outer = [Ring.CLASS if n % 2 else Ring.EVERYBODY for n in range(number - 3)]
        bays.append((Ring.FRIEND, Ring.GROUP, Ring.GROUP, *outer))
    for rings in bays:
        places = [*layout.places(rings), (0.5, 0.5)]
        assert places[:-1] == list(layout.places(rings))
        for n, (x, y) in enumerate(places):
            assert 0.04 <= x <= 0.96
            assert 0.06 <= y <= 0.94
            for ox, oy in places[:n]:
                assert ((x - ox) / 0.095) ** 2 + ((y - oy) / 0.15) ** 2 > 1

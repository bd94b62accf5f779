"""The bay can be drawn after any history, at any size of letters, and everything in it can be pressed."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.activities.helpers.scene.ring import RINGS, placed
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons
from cop_challenge.app.wiring import Places
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.visit import Visit
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Box, Viewport
from cop_challenge.ui.motion import Motions

OURS = ("pip-knits-a-net", "knock-knock-lucho", "who-else-besides-me", "when-i-am-busy")


@pytest.fixture(scope="module")
def studio(places: Places) -> Studio:
    pygame.display.init()
    pygame.display.set_mode((1366, 768))
    return Studio(places)


def opened(options: VisitOptions, lesson: str, seed: int) -> Visit:
    card = next(card for card in options.cards if card.id == lesson)
    visit = Visit(replace(options, cards=(card,), track=card.track, minutes=None), seed)
    while visit.view().screen is not Screen.MAP:
        visit.act(next(o for o in legal(visit.view().offers) if o.role in (Role.ANSWER, Role.ADVANCE)).action)
    visit.act(do.Open(lesson))
    return visit


def sound(frame: Frame, view: VisitView) -> None:
    """No complaint, and every legal offer is one target."""
    assert frame.problems == []
    assert sorted(target.id for target in frame.targets) == sorted(
        offer.id for offer in legal(view.offers) if offer.role is not Role.DRAG
    )


@settings(max_examples=25)
@given(
    lesson=st.sampled_from(OURS),
    seed=st.integers(0, 999),
    luck=st.lists(st.integers(0, 99), max_size=14),
    size=st.sampled_from([(1366, 768), (1024, 600), (800, 1280)]),
    text=st.sampled_from([100, 125, 150]),
)
def test_any_history_can_be_drawn(
    studio: Studio,
    options: VisitOptions,
    lesson: str,
    seed: int,
    luck: list[int],
    size: tuple[int, int],
    text: int,
) -> None:
    """Whatever was chosen before."""
    visit = opened(options, lesson, seed)
    for number in luck:
        offers = legal(visit.view().activity.offers)  # type: ignore[union-attr]
        visit.act(offers[number % len(offers)].action)
        if visit.view().screen is not Screen.LESSON:
            return
    view = replace(visit.view(), comfort=Comfort(text=text))
    sound(studio.compose(view, Situation(Viewport(*size), still=True)), view)


def test_a_mirrored_page_has_the_same_targets(studio: Studio, options: VisitOptions) -> None:
    """Right-to-left pages are whole, too."""
    view = opened(options, OURS[0], 7).view()
    sound(studio.compose(view, Situation(Viewport(1366, 768), still=True, right_to_left=True)), view)


def test_a_thread_grows_and_then_the_screen_is_still(studio: Studio, options: VisitOptions) -> None:
    """A new knot moves for a moment; afterwards nothing asks for another picture."""
    visit = opened(options, OURS[2], 7)
    motions = Motions()

    def shown(now: float) -> Frame:
        return studio.compose(
            visit.view(), Situation(Viewport(1366, 768), now=now, age=60.0, motions=motions)
        )

    while True:
        shown(0.0)
        activity = visit.view().activity
        assert activity is not None
        if legal(activity.offers)[0].id == "continue":
            break
        visit.act(legal(activity.offers)[0].action)
    at_once, later = shown(0.1), shown(30.0)
    assert at_once.moving
    assert not later.moving
    assert len(later.items) > len(at_once.items) - 20


def test_moments_are_few(options: VisitOptions) -> None:
    """Each lesson can be looked through in pictures."""
    for lesson in OURS:
        cards = tuple(card for card in options.cards if card.id == lesson)
        assert 15 < len(list(lessons(replace(options, cards=cards)))) <= 60


@pytest.mark.parametrize("count", RINGS)
@pytest.mark.parametrize("box", [Box(0, 0, 1100, 830), Box(0, 0, 820, 830), Box(0, 0, 950, 560)])
def test_nobody_stands_on_anybody(count: int, box: Box) -> None:
    """Houses are apart, inside the bay, and large enough to press."""
    ring = placed(box, count, 8 - count, lambda width: 60.0)
    boxes = [*(ring.seat(number) for number in range(count)), *ring.far]
    assert not any(a.meets(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    for number in range(count):
        seat = ring.seat(number)
        assert min(seat.w, seat.h) >= 96
        assert box.grown(1).holds(seat.x, seat.y)
        assert box.grown(1).holds(seat.right, seat.bottom)

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.activities.bystander.schema import Model
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView
from cop_challenge.ui.focus import way
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport

SIZES = [(1366, 768), (1024, 600), (800, 1280), (1920, 1080), (1280, 1024)]
MOST_MOMENTS = 60


@pytest.fixture
def moments(lesson: Model, options: VisitOptions) -> list[tuple[str, VisitView]]:
    """Everything the lesson can show."""
    card = next(card for card in options.cards if card.id == lesson.id)
    return list(lessons(replace(options, cards=(card,))))


def compose(studio: Studio, view: VisitView, size: tuple[int, int], **changes: object) -> Frame:
    pygame.display.init()
    pygame.display.set_mode(size)
    situation = Situation(Viewport(*size), still=True)
    return studio.compose(view, replace(situation, **changes))  # type: ignore[arg-type]


def test_a_lesson_is_few_pictures(moments: list[tuple[str, VisitView]]) -> None:
    """Not more moments than can be looked at, and each ending among them."""
    assert 20 < len(moments) <= MOST_MOMENTS
    assert sum(bool(view.activity and view.activity.heading) for _, view in moments) >= 2


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_every_moment_fits(
    studio: Studio,
    moments: list[tuple[str, VisitView]],
    size: tuple[int, int],
    right_to_left: bool,
    text: int,
) -> None:
    """No text overflows, nothing to press overlaps or leaves the screen; a dealt share at each size."""
    studio.start_afresh(*size)
    for name, view in chance(4, *size, text, str(right_to_left)).sample(moments, 8):
        larger = replace(view, comfort=Comfort(text=text))
        frame = compose(studio, larger, size, right_to_left=right_to_left)
        assert frame.problems == [], name


def test_everything_legal_can_be_pressed_and_reached(
    studio: Studio, moments: list[tuple[str, VisitView]]
) -> None:
    """Each legal offer is one target, and the arrow keys lead to all of them."""
    size = (640, 360)
    studio.start_afresh(*size)
    for name, view in moments:
        frame = compose(studio, view, size)
        pressable = sorted(o.id for o in legal(view.offers) if o.role is not Role.DRAG)
        assert sorted(target.id for target in frame.targets) == pressable, name
        assert frame.first in pressable, name
        for target in frame.targets:
            assert way(frame.targets, frame.first, target.id) is not None, f"{name}: {target.id}"


def test_a_still_screen_costs_nothing(studio: Studio, moments: list[tuple[str, VisitView]]) -> None:
    """Once comments have come in and the hint is gone, nothing asks for another picture."""
    for name, view in moments:
        if view.activity and not view.activity.hint:
            # A picture and the same again, long after.
            for now in (100.0, 200.0):
                frame = compose(studio, view, (640, 360), still=False, now=now, age=now)
            assert not frame.moving, name


def test_comments_come_one_after_the_other(studio: Studio, moments: list[tuple[str, VisitView]]) -> None:
    """As a wave begins, the picture moves and has fewer things on it than when all have come."""
    _, view = moments[0]
    early = compose(studio, view, (640, 360), still=False, now=0.05, age=0.05)
    late = compose(studio, view, (640, 360), still=False, now=50.0, age=50.0)
    assert early.moving
    assert len(early.items) < len(late.items)

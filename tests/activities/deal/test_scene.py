from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.activities.deal.board import Board
from cop_challenge.activities.deal.schema import Model
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
from cop_challenge.ui.motion import Motions

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
    """Not more moments than can be looked at, and the signed document among them."""
    assert 20 < len(moments) <= MOST_MOMENTS
    assert sum(bool(view.activity and view.activity.heading) for _, view in moments) == 1


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


def test_what_is_drawn_is_read_aloud(studio: Studio, moments: list[tuple[str, VisitView]]) -> None:
    """Every word of the lesson on screen is found in the view."""
    studio.start_afresh(1024, 600)
    for name, view in moments:
        activity = view.activity
        assert activity is not None
        board = activity.board
        assert isinstance(board, Board)
        known = {text.source for text in (*activity.aloud, activity.prompt, activity.heading)}
        known |= {offer.label.source for offer in view.offers}
        known |= {activity.note.text.source} if activity.note else set()
        drawn = {lettering.words for lettering in compose(studio, view, (1024, 600)).lettering}
        numbers = {str(number) for number in range(1, 7)}
        assert drawn - numbers <= known, name


def test_a_still_screen_costs_nothing(studio: Studio, moments: list[tuple[str, VisitView]]) -> None:
    """Once a line is written and the hint is gone, nothing asks for another picture."""
    for name, view in moments:
        if view.activity and not view.activity.hint:
            for now in (100.0, 200.0):
                frame = compose(studio, view, (640, 360), still=False, now=now, age=now)
            assert not frame.moving, name


def test_a_line_is_written_by_a_pen(studio: Studio, moments: list[tuple[str, VisitView]]) -> None:
    """Just after a choice the picture moves; calm players see the words at once."""
    before = next(view for _, view in moments if view.activity)
    after = next(
        view
        for _, view in moments
        if isinstance(board := view.activity and view.activity.board, Board) and board.document.lines[0].text
    )
    motions = Motions()
    compose(studio, before, (640, 360), still=False, now=10.0, age=10.0, motions=motions)
    early = compose(studio, after, (640, 360), still=False, now=10.1, age=0.1, motions=motions)
    assert early.moving
    assert not compose(studio, after, (640, 360), still=True).moving

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons
from cop_challenge.app.wiring import Places
from cop_challenge.core.actions import Choose
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport

SIZES = [(1024, 600), (1366, 768), (800, 1280), (1280, 1024)]
DEALT = [SIZES[0], *(pytest.param(size, marks=pytest.mark.slow) for size in SIZES[1:])]


@pytest.fixture(scope="module")
def studio(places: Places) -> Studio:
    return Studio(places)


@pytest.fixture(scope="module")
def views(options: VisitOptions) -> list[tuple[str, VisitView]]:
    cards = tuple(card for card in options.cards if card.kind == "stop")
    return list(lessons(replace(options, cards=cards)))


def compose(studio: Studio, view: VisitView, size: tuple[int, int], **how: object) -> Frame:
    return studio.compose(view, Situation(Viewport(*size), still=True, **how))  # type: ignore[arg-type]


@pytest.fixture(params=DEALT, ids=str)
def size(request: pytest.FixtureRequest, studio: Studio) -> tuple[int, int]:
    pygame.display.init()
    pygame.display.set_mode(request.param)
    studio.start_afresh(*request.param)
    return request.param  # type: ignore[no-any-return]


@pytest.mark.parametrize("text", [100, 150])
def test_a_share_of_all_moments_fits(
    studio: Studio, views: list[tuple[str, VisitView]], size: tuple[int, int], text: int
) -> None:
    """Nothing overflows, overlaps or leaves the screen, with larger letters too."""
    for name, view in views[:: len(SIZES)]:
        frame = compose(studio, replace(view, comfort=Comfort(text=text)), size)
        assert (name, frame.problems) == (name, [])


def test_every_offer_is_one_target(
    studio: Studio, views: list[tuple[str, VisitView]], size: tuple[int, int]
) -> None:
    """What can be done can be pressed, and nothing else of the game."""
    for name, view in views[:: len(SIZES)]:
        assert view.activity is not None
        ids = [target.id for target in compose(studio, view, size).targets]
        wanted = [offer.id for offer in legal(view.activity.offers) if offer.role is not Role.DRAG]
        assert (name, sorted(set(ids) & set(wanted))) == (name, sorted(wanted))
        assert len(ids) == len(set(ids))


def test_the_button_stays_in_its_corner(
    studio: Studio, views: list[tuple[str, VisitView]], size: tuple[int, int]
) -> None:
    """On every page of every story it is in one place."""
    spots = set()
    for _, view in views[:: len(SIZES)]:
        for target in compose(studio, view, size).targets:
            if target.action == Choose("uh-oh"):
                spots.add((round(target.box.x), round(target.box.y), round(target.box.w)))
    assert len(spots) == 1


def test_mirrored_pages_hold_together(studio: Studio, views: list[tuple[str, VisitView]]) -> None:
    """The same pages for readers from right to left."""
    pygame.display.init()
    pygame.display.set_mode((1366, 768))
    studio.start_afresh(1366, 768)
    for name, view in views[::6]:
        assert (name, compose(studio, view, (1366, 768), right_to_left=True).problems) == (name, [])


def turned(views: list[tuple[str, VisitView]], wobble: int) -> VisitView:
    return next(
        view
        for _, view in views
        if view.activity and getattr(view.activity.board, "wobble", 0) == wobble
        and view.activity.board.phase == "read"  # type: ignore[union-attr]
    )  # fmt: skip


def test_a_calm_page_comes_to_rest(studio: Studio, views: list[tuple[str, VisitView]]) -> None:
    """When the page has dropped in, nothing moves on it until Nuru blinks; a turned one wobbles."""
    pygame.display.init()
    pygame.display.set_mode((1366, 768))
    view = next(view for name, view in views if name.startswith("shh-says-the-bear.cake.hide"))
    calm = studio.compose(view, Situation(Viewport(1366, 768), now=40.0, age=20.0))
    assert not calm.moving
    moving = studio.compose(turned(views, 2), Situation(Viewport(1366, 768), now=40.3, age=0.3))
    assert moving.moving


def test_calm_motion_moves_nothing(studio: Studio, views: list[tuple[str, VisitView]]) -> None:
    """Whoever wants no movement gets a turned page that stands still."""
    view = replace(turned(views, 2), comfort=Comfort(motion="calm"))
    frame = studio.compose(view, Situation(Viewport(1366, 768), now=40.3, age=0.3))
    assert not frame.moving

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons, sheets
from cop_challenge.app.wiring import Places
from cop_challenge.core.chance import chance
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Box, Viewport

PORTRAITS = [(800, 1280), (600, 1024)]
SAMPLE = 10
Views = list[tuple[str, VisitView]]


@pytest.fixture(scope="module")
def studio(places: Places) -> Studio:
    return Studio(places)


@pytest.fixture(scope="module")
def asked(measured: VisitOptions) -> Views:
    """Every moment of quizzes and sheets of those who do not read yet."""
    pictured = [track.id for track in measured.tracks if track.pictured]
    quizzes = tuple(card for card in measured.cards if card.kind == "quiz")
    return [*lessons(replace(measured, cards=quizzes), pictured), *sheets(measured, pictured)]


def compose(studio: Studio, view: VisitView, size: tuple[int, int], text: int = 100) -> Frame:
    return studio.compose(replace(view, comfort=Comfort(text=text)), Situation(Viewport(*size), still=True))


def begin(studio: Studio, size: tuple[int, int]) -> None:
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)


@pytest.mark.parametrize("size", [(640, 360), *PORTRAITS])
def test_what_it_is_about_is_shown(studio: Studio, asked: Views, size: tuple[int, int]) -> None:
    """The story's picture is on the page, upright too."""
    begin(studio, size)
    for name, view in chance(1).sample(asked, SAMPLE):
        if view.activity and view.activity.picture:
            without = replace(view, activity=replace(view.activity, picture=""))
            assert len(compose(studio, view, size).items) > len(compose(studio, without, size).items), name


@pytest.mark.parametrize("text", [100, 125, 150])
@pytest.mark.parametrize("size", PORTRAITS)
@pytest.mark.parametrize("count", [SAMPLE, pytest.param(10_000, marks=pytest.mark.slow)])
def test_upright_pages_fit(
    studio: Studio, asked: Views, size: tuple[int, int], text: int, count: int
) -> None:
    """With letters of every size."""
    begin(studio, size)
    for name, view in chance(2, *size, text).sample(asked, min(count, len(asked))):
        assert compose(studio, view, size, text).problems == [], name


@pytest.mark.parametrize("size", PORTRAITS)
def test_answers_stay_where_they_are(studio: Studio, asked: Views, size: tuple[int, int]) -> None:
    """What is said after an answer moves none of the pictures."""
    begin(studio, size)
    stood: dict[tuple[str, str], Box] = {}
    for name, view in asked:
        if view.activity and name.startswith("pop-what-now"):
            at = {target.id: target.box for target in compose(studio, view, size).targets}
            for offer in view.activity.offers:
                if offer.picture and offer.id in at:
                    key = view.activity.place, offer.id
                    assert stood.setdefault(key, at[offer.id]) == at[offer.id], name
    assert stood

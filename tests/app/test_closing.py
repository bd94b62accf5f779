"""The harbour a day closes with, on screen."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.app.audit import contrast_problems
from cop_challenge.app.closing import Closing
from cop_challenge.app.presenter import Presenter
from cop_challenge.app.scenes import harbour as scene
from cop_challenge.app.studio import Studio
from cop_challenge.app.window import Loop
from cop_challenge.app.wiring import Places, places
from cop_challenge.core.comfort import USUAL
from cop_challenge.core.harbour import Harbour, lights
from cop_challenge.core.tags import Habit
from cop_challenge.i18n.locale import available
from cop_challenge.ui.canvas import Canvas
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.look import PLAIN, Look
from cop_challenge.ui.shelf import Shelf

FULL = Harbour(dict(zip(Habit, (12_864, 10_741, 9_912, 13_660, 14_033), strict=True)))
SOME = Harbour(dict(zip(Habit, (86, None, 91, 66, 0), strict=True)))
SIZES = [(1024, 600), (1280, 720), (1920, 1080), (1280, 1024), (600, 1024)]
LARGE = Look.of(replace(USUAL, text=150, contrast="high", letters="easy"))


def composed(studio: Studio, found: Harbour, size: tuple[int, int], look: Look = PLAIN) -> Frame:
    situation = Situation(Viewport(*size), studio.translator.right_to_left, still=True, look=look)
    frame = studio.frame(situation)
    scene.compose(frame, found, lights(found))
    return frame


def begin(studio: Studio, size: tuple[int, int]) -> pygame.Surface:
    pygame.display.init()
    surface = pygame.display.set_mode(size)
    studio.start_afresh(*size)
    return surface


@pytest.mark.parametrize("code", available(places().locales))
@pytest.mark.parametrize("size", SIZES)
def test_it_fits_in_every_language(studio: Studio, code: str, size: tuple[int, int]) -> None:
    """With the numbers of a whole city, in usual letters and in the largest."""
    begin(studio, size)
    studio.translator.language = code
    assert [
        problem for look in (PLAIN, LARGE) for problem in composed(studio, FULL, size, look).problems
    ] == []
    assert studio.art.problems == {}


def test_words_stand_out_from_the_painted_bay(
    places: Places, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """As every screen's do."""
    studio = Studio(places, patient=True, shelf=Shelf(tmp_path_factory.mktemp("shelf")))
    surface = begin(studio, (1280, 720))
    frame = composed(studio, FULL, (1280, 720))
    Canvas(surface).show(frame.items)
    assert list(contrast_problems(frame, surface)) == []


def test_what_must_not_be_told_is_not_there(studio: Studio) -> None:
    """Neither the hidden figure nor a total it could be worked out from."""
    begin(studio, (1280, 720))
    said = [lettering.words for lettering in composed(studio, SOME, (1280, 720)).lettering]
    assert said == ["The bay is glowing!", "86", "91", "66", "0"]


def test_all_that_may_be_told_is(studio: Studio) -> None:
    begin(studio, (1280, 720))
    found = Harbour(dict(zip(Habit, (86, 74, 91, 66, 103), strict=True)))
    said = [lettering.words for lettering in composed(studio, found, (1280, 720)).lettering]
    assert said[1:] == ["420 lanterns, lit by all of us together", "86", "74", "91", "66", "103"]


def closing(studio: Studio, look: Look = PLAIN, size: tuple[int, int] = (640, 360)) -> Closing:
    return Closing(begin(studio, size), studio, SOME, look)


def after(show: Closing, seconds: float) -> list[pygame.Rect]:
    show.tick(seconds)
    return show.draw()


def test_the_lights_come_one_after_the_other(studio: Studio) -> None:
    """Few at first, all after six seconds."""
    show = closing(studio)
    counts = []
    for seconds in (1.0, 2.0, 2.0, 2.0):
        after(show, seconds)
        counts.append(len(show.items))
    assert counts == sorted(counts)
    assert counts[-1] - counts[0] > 100


def test_calm_is_calm(studio: Studio) -> None:
    """All lights at once; afterwards nothing is drawn again."""
    show = closing(studio, Look(calm=True))
    after(show, 0)
    first = len(show.items)
    after(show, 1)
    assert len(show.items) == first
    assert not any(after(show, 1.0) for _ in range(10))
    assert not show.moving


def test_a_glimmer_is_a_small_change(studio: Studio) -> None:
    """Once all lights are there, only places that glimmer are painted anew."""
    show = closing(studio)
    for _ in range(8):
        after(show, 1)
    painted = after(show, 0.3)
    assert painted
    assert sum(rect.w * rect.h for rect in painted) < 640 * 360 / 2


@pytest.mark.parametrize(
    "event",
    [
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE),
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(5, 5)),
        pygame.event.Event(pygame.QUIT),
    ],
)
def test_anything_pressed_puts_it_away(studio: Studio, event: pygame.event.Event) -> None:
    show = closing(studio)
    loop = Loop(show, lambda: 0.0)
    loop.step()
    pygame.event.clear()
    pygame.event.post(event)
    loop.step()
    assert not show.running


def test_f11_leaves_it_there(studio: Studio) -> None:
    show = closing(studio)
    show.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11))
    assert show.running
    assert show.full_screen_wanted


def test_lights_wait_for_the_harbour(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it is painted there is the bay's plain sky alone; then they come, from the first on."""
    show = closing(studio)
    monkeypatch.setattr(Presenter, "painted", False)
    after(show, 10)
    assert len(show.items) == 1
    monkeypatch.setattr(Presenter, "painted", True)
    after(show, 1)
    begun = len(show.items)
    after(show, 5)
    assert 1 < begun < len(show.items)

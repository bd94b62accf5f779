from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import every_view, lessons, screens, sheets
from cop_challenge.app.wiring import Places
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui.canvas import Canvas
from cop_challenge.ui.focus import way
from cop_challenge.ui.frame import MIRRORED, Frame, Situation
from cop_challenge.ui.geometry import Viewport

from .arabic import Arabic
from .shares import some_moments

SIZES = [(1024, 600), (1366, 768), (1280, 1024), (1920, 1080), (3840, 2160), (800, 1280), (600, 1024)]
QUICK = {(1024, 600), (1366, 768), (800, 1280)}
DEALT = [size if size in QUICK else pytest.param(size, marks=pytest.mark.slow) for size in SIZES]
"""Sizes of which a plain run looks at three."""
GOLDEN = Path(__file__).parent.parent / "golden"
GOLDEN_SIZE = (320, 180)


def compose(studio: Studio, view: VisitView, size: tuple[int, int], right_to_left: bool = False) -> Frame:
    pygame.display.init()
    return studio.compose(view, Situation(Viewport(*size), right_to_left, still=True))


def faults(
    studio: Studio, views: list[tuple[str, VisitView]], size: tuple[int, int], rtl: bool = False
) -> list[str]:
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    return [
        f"{name}: {problem}" for name, view in views for problem in compose(studio, view, size, rtl).problems
    ]


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("size", DEALT)
def test_every_screen_fits(
    studio: Studio, measured: VisitOptions, size: tuple[int, int], right_to_left: bool
) -> None:
    """No text overflows, no controls overlap or leave the screen, at any size, in both directions."""
    pygame.display.init()
    views = [*screens(measured), *chance(5, *size).sample(list(sheets(measured)), 20)]
    assert faults(studio, views, size, right_to_left) == []


@pytest.mark.parametrize("size", [(1366, 768), (800, 1280)])
def test_screens_fit_in_arabic_letters(studio: Studio, options: VisitOptions, size: tuple[int, int]) -> None:
    """Mirrored, in letters that reach further up and down, with digits of their own."""
    pygame.display.init()
    english, studio.translator = studio.translator, Arabic()
    try:
        assert faults(studio, list(screens(options)), size, rtl=True) == []
        assert studio.typesetter.missing == set()
    finally:
        studio.translator = english


@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("size", [(1024, 600), (800, 1280)])
def test_choosing_and_settings_fit_in_large_letters(
    studio: Studio, options: VisitOptions, size: tuple[int, int], text: int
) -> None:
    """The languages, however many, and the pause with all its tiles."""
    views = [
        (name, replace(view, comfort=replace(view.comfort, text=text)))
        for name, view in screens(options)
        if name.startswith(("language", "pause", "track", "map-of"))
    ]
    assert len(views) > 7
    assert faults(studio, views, size) == []


@pytest.mark.parametrize("name", ["play", "magnifier", "check", "hourglass", "thumb-up", "passport", "help"])
def test_signs_known_from_the_street_are_not_mirrored(name: str) -> None:
    assert name not in MIRRORED


@pytest.mark.parametrize("name", ["back", "next", "retry", "speaker", "send", "leads-away"])
def test_what_points_along_the_line_is_mirrored(name: str) -> None:
    assert name in MIRRORED


@pytest.mark.parametrize("size", DEALT)
def test_lessons_fit(studio: Studio, options: VisitOptions, size: tuple[int, int]) -> None:
    """The same for a dealt share of all moments of all lessons."""
    pygame.display.init()
    assert faults(studio, some_moments(options, chance(2, *size), 30), size) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_every_moment_of_every_lesson_fits(
    studio: Studio, measured: VisitOptions, size: tuple[int, int]
) -> None:
    """All of them, and every sheet."""
    pygame.display.init()
    assert faults(studio, [*sheets(measured), *lessons(measured)], size) == []


def test_everything_legal_can_be_pressed(studio: Studio, measured: VisitOptions) -> None:
    """Each legal offer of a view is a target on its picture, and nothing else is."""
    pygame.display.init()
    pygame.display.set_mode((640, 360))
    studio.start_afresh(640, 360)
    views = [*screens(measured), *sheets(measured), *some_moments(measured, chance(3), 40)]
    for name, view in views:
        frame = compose(studio, view, (640, 360))
        pressable = {o.id for o in legal(view.offers) if o.role is not Role.DRAG}
        assert {t.id for t in frame.targets} == pressable, name
        if any(offer.role in (Role.ANSWER, Role.ADVANCE) for offer in legal(view.offers)):
            assert frame.first in {t.id for t in frame.targets}, name


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 1024), (800, 1280)])
def test_arrows_reach_everything(
    studio: Studio, measured: VisitOptions, size: tuple[int, int], right_to_left: bool
) -> None:
    """From where the focus starts, arrow presses alone lead to every control: a gamepad has no Tab."""
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    luck = chance(4, *size)
    views = [*screens(measured), *some_moments(measured, luck, 40), *luck.sample(list(sheets(measured)), 10)]
    for name, view in views:
        frame = compose(studio, view, size, right_to_left)
        for target in frame.targets:
            assert way(frame.targets, frame.first, target.id) is not None, f"{name}: {target.id}"


def test_a_mirrored_page_is_the_mirror(studio: Studio, options: VisitOptions) -> None:
    """On a right-to-left page every target stands where its mirror image would."""
    pygame.display.init()
    pygame.display.set_mode((1024, 600))
    for name, view in screens(options):
        plain, mirrored = (compose(studio, view, (1024, 600), rtl) for rtl in (False, True))
        width = plain.box.w
        for a, b in zip(plain.targets, mirrored.targets, strict=True):
            assert abs((width - a.box.right) - b.box.x) < 0.01, f"{name}: {a.id}"


def test_the_survey_sees_every_screen(measured: VisitOptions) -> None:
    """All screens of a visit and all lessons are among the pictures."""
    two = replace(measured, languages=(*measured.languages, Language("ar", Text("العربية"))))
    views = list(every_view(two))
    assert {view.screen for _, view in views} == set(Screen)
    assert {view.card.id for _, view in views if view.card} >= {card.id for card in measured.cards}
    names = [name for name, _ in views]
    assert len(set(names)) == len(names)


def golden_views(options: VisitOptions) -> dict[str, VisitView]:
    wanted = {
        "attract",
        "track",
        "avatar",
        "map",
        "map-2-lit",
        "lantern-1",
        "passport-5",
        "grown-up",
        "still-here",
        "language",
        "pause-in-lesson",
    }
    found = {name: view for name, view in screens(options) if name in wanted}
    for kind, track in (
        ("quiz", "8-12"),
        ("scenario", "8-12"),
        ("quiz", "5-7"),
        ("scenario", "13-17"),
        ("quiz", "parents"),
    ):
        first = sorted(card.id for card in options.cards if (card.kind, card.track) == (kind, track))[0]
        moments = [
            (n, v)
            for n, v in lessons(replace(options, cards=tuple(c for c in options.cards if c.id == first)))
        ]
        found[f"{kind}-{track}-begins"] = moments[0][1]
        found[f"{kind}-{track}-explains"] = next(v for _, v in moments if v.activity and v.activity.note)
    return found


def test_pictures_look_as_they_did(
    places: Places, options: VisitOptions, request: pytest.FixtureRequest
) -> None:
    """Small reference pictures, with room for another machine's smoothing.

    After a wanted change: pytest tests/app/test_pictures.py --renew-golden, and look at what changed.
    """
    pygame.display.init()
    surface = pygame.display.set_mode((1280, 720))
    studio = Studio(places, patient=True)
    studio.start_afresh(1280, 720)
    changed = []
    for name, view in golden_views(options).items():
        Canvas(surface).show(compose(studio, view, (1280, 720)).items)
        small = pygame.transform.smoothscale(surface, GOLDEN_SIZE)
        path = GOLDEN / f"{name}.png"
        if request.config.getoption("--renew-golden"):
            GOLDEN.mkdir(exist_ok=True)
            pygame.image.save(small, path)
        assert path.is_file(), f"no reference picture {path.name}"
        before = pygame.image.load(path)
        a, b = (pygame.image.tobytes(picture, "RGB") for picture in (before, small))
        difference = sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)
        if difference > 1.5:
            changed.append(f"{name}: mean difference {difference:.2f}")
    assert changed == []

"""Every screen in every language that is shipped: it fits, has letters, and looks as it did."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from cop_challenge.app import staff
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons, screens, sheets
from cop_challenge.app.wiring import Places
from cop_challenge.core import words
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.lessons.library import Library
from cop_challenge.store.copy import Copied
from cop_challenge.ui.canvas import Canvas
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.shelf import Shelf
from cop_challenge.ui.sound import Silence
from cop_challenge.ui.voice.speaker import Mute

LANGUAGES = ("en", "ar", "am", "fr", "es", "ru", "zh_Hans")
WHOLE = ("ar", "am", "fr")
SIZES = ((1024, 600), (1920, 1080), (800, 1280))
GOLDEN = Path(__file__).parent.parent / "golden" / "languages"
SMALL = 200
"""Pixels of a reference picture's longer side."""
ROOM = 3.0
"""Mean difference of a colour, of 255, that another machine's smoothing and JPEG may bring."""
SHARE = 8
"""Pictures that are looked at in a plain run."""


@pytest.fixture(scope="module")
def measured(in_all_languages: VisitOptions, library: Library) -> VisitOptions:
    return replace(in_all_languages, measures=library.measures)


def pages(options: VisitOptions, code: str) -> Iterator[tuple[str, VisitView]]:
    """Every screen, one question of each track's sheet, in the language."""
    first = [(name, view) for name, view in sheets(options) if name.endswith(".first")]
    for name, view in (*screens(options), *first):
        yield name, replace(view, language=code) if view.screen is not Screen.LANGUAGE else view


def composed(studio: Studio, view: VisitView, code: str, size: tuple[int, int]) -> Frame:
    studio.translator.language = code
    return studio.compose(view, Situation(Viewport(*size), studio.translator.right_to_left, still=True))


@pytest.fixture
def studio_of(places: Places, tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """One of its own: others count on English."""
    return Studio(places, shelf=Shelf(tmp_path_factory.getbasetemp() / "languages"), patient=True)


def faults(
    studio: Studio, views: Iterator[tuple[str, VisitView]], code: str, size: tuple[int, int]
) -> list[str]:
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    found = [
        f"{name}: {problem}"
        for name, view in views
        for problem in composed(studio, view, code, size).problems
    ]
    return [*found, *(f"no font has “{char}”" for char in sorted(studio.typesetter.missing))]


@pytest.mark.parametrize(
    "size", [SIZES[0], *(pytest.param(size, marks=pytest.mark.slow) for size in SIZES[1:])]
)
@pytest.mark.parametrize("code", LANGUAGES)
def test_every_screen_fits_in_every_language(
    places: Places, measured: VisitOptions, code: str, size: tuple[int, int]
) -> None:
    """No text overflows, nothing overlaps or leaves the screen, and every sign has a letter."""
    assert faults(Studio(places), pages(measured, code), code, size) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_of_staff_tells_all_that_is_wrong_in_every_language(
    studio_of: Studio, code: str, size: tuple[int, int]
) -> None:
    """Sound, voice, disk, PIN and a lesson left out: each reason fits, in letters that are there."""
    pygame.display.init()
    pygame.display.set_mode(size)
    studio_of.start_afresh(*size)
    refused = "results.sqlite: database or disk is full"
    said = (words.STAFF_NOT_KEPT, words.STAFF_NO_JOURNAL, words.STAFF_SETTINGS_LOST, words.STAFF_LEFT_OUT)
    problems = (*(staff.because(each, refused) for each in said), staff.NO_PIN, words.UNMEASURED_PAIRS)
    shown = staff.Shown(
        facts=staff.Facts(84, 5, ("English",), problems=problems), copied=Copied(problem=refused)
    )
    studio_of.translator.language = code
    frame = studio_of.frame(Situation(Viewport(*size), studio_of.translator.right_to_left, still=True))
    staff.draw(frame, shown, Silence(reason="ALSA: no device."), Mute())
    assert frame.problems == []
    assert studio_of.typesetter.missing == set()
    others = words.STAFF_BROKEN, words.STAFF_NOT_COPIED, words.STAFF_NOTHING_PLAYED
    assert {studio_of.translator.spoken_in(text) for text in (*problems, *others)} == {code}


def translated(options: VisitOptions, code: str) -> VisitOptions:
    """Only the lessons that are in the language."""
    return replace(options, cards=tuple(card for card in options.cards if options.tells(card, code)))


def moments(options: VisitOptions, code: str) -> list[tuple[str, VisitView]]:
    told = translated(options, code)
    found = [*sheets(told), *lessons(told)]
    return [(name, replace(view, language=code)) for name, view in found]


@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_lessons_fit_in_every_language(places: Places, measured: VisitOptions, code: str) -> None:
    """A dealt share of all moments of the lessons that are translated, on the smallest screen."""
    told = translated(measured, code)
    dealt = replace(told, cards=tuple(chance(6, code).sample(told.cards, 4)))
    assert faults(Studio(places), iter(moments(dealt, code)), code, (1024, 600)) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", LANGUAGES[1:])
def test_every_lesson_fits_in_every_language(
    places: Places, measured: VisitOptions, code: str, size: tuple[int, int]
) -> None:
    assert faults(Studio(places), iter(moments(measured, code)), code, size) == []


# ------------------------------------------------------------ reference pictures


def small(surface: pygame.Surface) -> pygame.Surface:
    scale = SMALL / max(surface.get_size())
    return pygame.transform.smoothscale(
        surface, (round(surface.get_width() * scale), round(surface.get_height() * scale))
    )


def difference(before: Path, picture: pygame.Surface) -> float:
    """Mean over all colours, of 255."""
    stream = io.BytesIO()
    pygame.image.save(picture, stream, "a.jpg")
    stream.seek(0)
    one, other = (
        pygame.image.tobytes(each, "RGB") for each in (pygame.image.load(before), pygame.image.load(stream))
    )
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def looked_at(
    studio: Studio, options: VisitOptions, size: tuple[int, int], chosen: set[tuple[str, str]], renew: bool
) -> list[str]:
    """What has changed among the chosen names and languages."""
    pygame.display.init()
    surface = pygame.display.set_mode(size)
    studio.start_afresh(*size)
    changed = []
    for code in LANGUAGES:
        for name, view in pages(options, code):
            if (name, code) not in chosen:
                continue
            Canvas(surface).show(composed(studio, view, code, size).items)
            path = GOLDEN / code / f"{name}-{size[0]}x{size[1]}.jpg"
            if renew:
                path.parent.mkdir(parents=True, exist_ok=True)
                pygame.image.save(small(surface), path)
            if (far := difference(path, small(surface))) > ROOM:
                changed.append(f"{path.name} ({code}): mean difference {far:.1f}")
    return changed


def all_pictures(options: VisitOptions) -> list[tuple[str, str]]:
    return [(name, code) for code in LANGUAGES for name, _ in pages(options, code)]


@pytest.mark.parametrize("size", SIZES[:1])
def test_a_share_of_the_pictures_look_as_they_did(
    studio_of: Studio, measured: VisitOptions, size: tuple[int, int]
) -> None:
    chosen = set(chance(8, *size).sample(all_pictures(measured), SHARE))
    assert looked_at(studio_of, measured, size, chosen, renew=False) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
def test_every_picture_looks_as_it_did(
    studio_of: Studio, measured: VisitOptions, size: tuple[int, int], request: pytest.FixtureRequest
) -> None:
    """After a wanted change: pytest -n0 -m slow tests/app/test_seven_languages.py -k looks_as
    --renew-golden, and look at what changed."""
    renew = request.config.getoption("--renew-golden")
    assert looked_at(studio_of, measured, size, set(all_pictures(measured)), renew) == []


def test_there_is_a_reference_for_every_screen_language_and_size(measured: VisitOptions) -> None:
    pygame.display.init()
    wanted = {
        f"{code}/{name}-{width}x{height}.jpg"
        for name, code in all_pictures(measured)
        for width, height in SIZES
    }
    there = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.jpg")}
    assert there == wanted

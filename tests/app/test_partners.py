"""Who brings a pack stands on the screen that invites."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from cop_challenge.app.studio import Studio
from cop_challenge.core import words
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.partner import Partner
from cop_challenge.core.speech import spoken
from cop_challenge.core.visit import Visit
from cop_challenge.ui.canvas import Canvas
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport

SIZES = [(1024, 600), (1366, 768), (1280, 1024), (1920, 1080), (800, 1280), (600, 1024)]
LONG = Partner("The Regional Directorate of Education of Upper Bay", "nuru/hello.svg")


def invite(
    studio: Studio, options: VisitOptions, size: tuple[int, int], rtl: bool = False, now: float = 0
) -> Frame:
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    view = Visit(options, 1).view()
    return studio.compose(view, Situation(Viewport(*size), rtl, still=True, now=now))


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_a_partner_fits(
    studio: Studio, in_all_languages: VisitOptions, size: tuple[int, int], right_to_left: bool
) -> None:
    """With a long name and a logo, beside the languages, at any size, in both directions."""
    options = replace(in_all_languages, partners=(LONG, Partner("A School")))
    assert invite(studio, options, size, right_to_left).problems == []


def test_partners_take_turns(studio: Studio, options: VisitOptions) -> None:
    """Each for as long as a spot message stands."""
    options = replace(options, partners=(Partner("A School"), Partner("A Ministry")))
    first, second, again = (invite(studio, options, (640, 360), now=now) for now in (0, 8, 15))
    assert first.changes_at == 7
    assert corner(first) == corner(again) != corner(second)


def corner(frame: Frame) -> bytes:
    """The lower end of the picture, where partners stand."""
    surface = pygame.display.set_mode((640, 360))
    Canvas(surface).show(frame.items)
    return pygame.image.tobytes(surface.subsurface(470, 290, 160, 60), "RGB")


def test_a_partner_is_read_out(options: VisitOptions) -> None:
    """What stands on the screen is read like all of it."""
    view = Visit(replace(options, partners=(Partner("A School"),)), 1).view()
    assert words.BROUGHT.fill(name="A School") in [utterance.text for utterance in spoken(view)]


def test_without_a_pack_nobody_is_named(studio: Studio, options: VisitOptions) -> None:
    """The game itself names nobody."""
    assert Visit(options, 1).view().partners == ()

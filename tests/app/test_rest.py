from __future__ import annotations

import pygame
import pytest

from cop_challenge.app import wiring
from cop_challenge.app.rest import Rest, paint, rest, write_plainly
from cop_challenge.app.watchdog import Rested
from cop_challenge.i18n.locale import available

WISH = Rest(0.1, size=(640, 360), crashes=4, facts=("/home/station/data/crashes/crash-0001-2026-11-23.txt",))


@pytest.mark.parametrize("size", [(1366, 768), (600, 1024)])
@pytest.mark.parametrize("wish", [WISH, Rest(1, facts=("day.yaml:1:1: CC001 It is not there.",) * 3)])
def test_it_fits_in_every_language(size: tuple[int, int], wish: Rest) -> None:
    pygame.display.init()
    surface = pygame.display.set_mode(size)
    for code in available(wiring.places().locales):
        assert not paint(surface, Rest(wish.seconds, code, size, wish.crashes, wish.facts)), code


def test_it_is_over_when_its_time_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own shows it."""
    assert rest(WISH) is Rested.OVER


def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert rest(WISH) is Rested.NO_SCREEN


def test_plain_letters_will_do() -> None:
    """Where neither pictures nor fonts of the game are left, the words still stand there."""
    surface = pygame.Surface((640, 360))
    write_plainly(surface, WISH.lines)
    assert len({tuple(surface.get_at((x, y))) for x in range(0, 640, 2) for y in range(0, 360, 2)}) > 2

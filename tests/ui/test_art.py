from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.ui.art import Art


@pytest.fixture
def art(places: Places) -> Art:
    pygame.display.init()
    pygame.display.set_mode((400, 300))
    made = Art(lambda name: path if (path := places.assets / name).is_file() else None)
    made.start_afresh(400, 300)
    return made


def test_a_missing_picture_has_a_stand_in(art: Art) -> None:
    """The screen still shows something, and the fault is known."""
    surface = art.picture("nowhere.svg", 50, 50)
    assert surface.get_size() == (50, 50)
    assert "nowhere.svg" in art.problems


def test_a_broken_picture_has_a_stand_in(art: Art, tmp_path: Path) -> None:
    """A file that is no picture is no crash."""
    (tmp_path / "broken.svg").write_text("<svg", encoding="utf-8")
    (tmp_path / "broken.png").write_bytes(b"no picture")
    broken = Art(lambda name: tmp_path / name)
    for name in ("broken.svg", "broken.png"):
        assert broken.picture(name, 40, 40).get_size() == (40, 40)
        assert name in broken.problems


@pytest.mark.parametrize("size", [(300, 90), (120, 200), (70, 60)])
def test_a_slab_is_exactly_as_large_as_asked(art: Art, size: tuple[int, int]) -> None:
    """Whatever the size, no pixel more or less."""
    for name in ("card-idle", "card-try", "button-primary", "panel-paper", "ring"):
        assert art.slab(name, *size, 0.5).get_size() == size


def test_the_same_picture_is_the_same_object(art: Art) -> None:
    """The canvas recognises what has not changed."""
    assert art.picture("nuru/hello.svg", 60, 60) is art.picture("nuru/hello.svg", 60, 60)


def test_every_drawing_can_be_drawn(art: Art, places: Places) -> None:
    """No SVG in assets is beyond the renderer, and none holds text or outside links."""
    drawings = sorted(places.assets.rglob("*.svg"))
    assert len(drawings) > 100
    for path in drawings:
        art.picture(path.relative_to(places.assets).as_posix(), 32, 32)
        source = path.read_text(encoding="utf-8")
        assert "<text" not in source
        assert 'href="http' not in source
    assert art.problems == {}

from __future__ import annotations

import io
import json
import time
from pathlib import Path

import pygame
import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.ui.art import Art
from cop_challenge.ui.painter import Painter, work
from cop_challenge.ui.raster import Drawing, draw, unpack
from cop_challenge.ui.scenery import HARBOUR, cover, planes, stacked
from cop_challenge.ui.shelf import Shelf

DISC = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="5" fill="#f80"/></svg>'


def test_a_packed_picture_is_the_same_again() -> None:
    """Packing loses nothing, and keeps only what is not empty."""
    raster = draw(Drawing(DISC, 40, 40))
    assert unpack(raster.pack()) == raster
    assert (raster.width, raster.height) == (40, 40)
    assert raster.w <= 22


def test_another_files_bytes_are_no_picture() -> None:
    """Anything else is refused."""
    for data in (b"", b"LBR1", b"x" * 400):
        with pytest.raises(ValueError, match="packed picture"):
            unpack(data)


def test_the_shelf_keeps_by_content_and_size(tmp_path: Path) -> None:
    """What was put is there; another size or a changed drawing is another picture."""
    shelf, drawing = Shelf(tmp_path), Drawing(DISC, 40, 40)
    shelf.put(drawing.key, draw(drawing))
    assert shelf.get(drawing.key) == draw(drawing)
    assert shelf.get(Drawing(DISC, 41, 41).key) is None
    assert shelf.get(Drawing(DISC.replace("f80", "08f"), 40, 40).key) is None


def test_a_damaged_picture_is_drawn_again(tmp_path: Path) -> None:
    """A torn file costs a drawing, not the game."""
    shelf, drawing = Shelf(tmp_path), Drawing(DISC, 40, 40)
    shelf.put(drawing.key, draw(drawing))
    (file,) = tmp_path.glob("*/*")
    file.write_bytes(file.read_bytes()[:-5])
    assert shelf.get(drawing.key) is None
    assert not shelf.has(drawing.key)


def test_the_shelf_does_not_grow_for_ever(tmp_path: Path) -> None:
    """Beyond its limit the longest unused pictures go."""
    shelf = Shelf(tmp_path)
    for size in range(20, 60):
        shelf.put(Drawing(DISC, size, size).key, draw(Drawing(DISC, size, size)))
    shelf.tidy(most_bytes=5000)
    assert 0 < sum(file.stat().st_size for file in tmp_path.glob("*/*")) <= 5000


def test_a_shelf_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    """A file where the folder should be: nothing is kept and nothing is raised."""
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    shelf = Shelf(tmp_path / "taken")
    shelf.put("00aa", draw(Drawing(DISC, 20, 20)))
    assert shelf.get("00aa") is None


def test_the_worker_draws_what_is_wished(tmp_path: Path) -> None:
    """Every wish is answered with its key, drawable or not."""
    wishes = [json.dumps([DISC, 30, 30, ""]), json.dumps(["<svg", 30, 30, ""])]
    said = io.StringIO()
    work(tmp_path, wishes, said)
    assert said.getvalue().split() == [Drawing(DISC, 30, 30).key, Drawing("<svg", 30, 30).key]
    assert Shelf(tmp_path).has(Drawing(DISC, 30, 30).key)


def fetch(painter: Painter, key: str) -> bool:
    """Wait for a picture; a minute is a machine in trouble, not a measurement."""
    for _ in range(1200):
        if (come := painter.fetched()) and come[0] == key:
            return come[1] is not None
        time.sleep(0.05)
    return False


def test_the_painter_hands_over_what_it_has_drawn(tmp_path: Path) -> None:
    """From another process, onto the shelf, and back; what lies there already comes without drawing."""
    drawing = Drawing(DISC, 64, 64)
    painter = Painter(tmp_path)
    try:
        painter.wish([drawing], fetch=True)
        assert fetch(painter, drawing.key)
        painter.wish([drawing], fetch=True)
        assert fetch(painter, drawing.key)
        # Wished for ahead first, and wanted only later: it must come all the same.
        later = Drawing(DISC, 65, 65)
        painter.wish([later])
        painter.wish([later], fetch=True)
        assert fetch(painter, later.key)
    finally:
        painter.close()


@pytest.mark.parametrize("scene", [HARBOUR, "playful", "adventure", "city", "study"])
@pytest.mark.parametrize("light", [0.0, 0.4, 1.0])
def test_every_scene_covers_the_window(places: Places, scene: str, light: float) -> None:
    """Each plane can be drawn, and the lowest leaves no hole."""
    for name, sheets in planes(scene, light).items():
        source = stacked(sheets, lambda sheet: (places.assets / sheet).read_text(encoding="utf-8"))
        raster = draw(Drawing(source, *cover(160, 90)))
        assert raster.width >= 160
        assert raster.height >= 90
        if name == "base":
            assert min(raster.pixels[3::4]) == 255


def test_a_scene_is_its_plain_sky_until_it_is_painted(places: Places) -> None:
    """Without a painter nothing is drawn in a frame's time."""
    pygame.display.init()
    pygame.display.set_mode((160, 90))
    art = Art(lambda name: places.assets / name)
    assert art.plane(planes(HARBOUR, 0)["base"], 164, 92) is None


def test_a_frame_draws_one_large_picture_at_the_most(places: Places, tmp_path: Path) -> None:
    """The second is nothing at first, and stands there in a later frame, drawn here or beside."""
    pygame.display.init()
    pygame.display.set_mode((640, 360))
    painter = Painter(tmp_path)
    art = Art(lambda name: places.assets / name, Shelf(tmp_path), painter)
    art.start_afresh(640, 360)
    try:
        art.begin_frame()
        assert art.picture("nuru/hello.svg", 300, 300).get_size() == (300, 300)
        assert art.picture("nuru/happy.svg", 300, 300).get_size() == (1, 1)
        assert art.unfinished
        art.begin_frame()
        assert art.picture("nuru/hello.svg", 300, 300).get_size() == (300, 300)
        assert art.picture("nuru/happy.svg", 300, 300).get_size() == (300, 300)
        assert not art.unfinished
    finally:
        painter.close()


def test_without_a_process_pictures_are_drawn_here(places: Places, tmp_path: Path) -> None:
    """A painter that can't work leaves the drawing to the game: late is better than never."""
    pygame.display.init()
    pygame.display.set_mode((640, 360))
    painter = Painter(tmp_path)
    painter.able = False
    art = Art(lambda name: places.assets / name, Shelf(tmp_path), painter)
    art.start_afresh(640, 360)
    assert art.picture("nuru/hello.svg", 300, 300).get_size() == (300, 300)

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cop_challenge.app import wiring
from cop_challenge.app.doctor.finding import Level
from cop_challenge.app.doctor.fonts import damage, fonts


@pytest.fixture
def folder(places: wiring.Places, tmp_path: Path) -> Path:
    return Path(shutil.copytree(places.assets / "fonts", tmp_path / "fonts"))


def test_every_shipped_font_is_whole(places: wiring.Places) -> None:
    """By the sum that each font carries."""
    (found,) = fonts(places.assets / "fonts")
    assert found.level is Level.GOOD


@pytest.mark.parametrize("at", [3, 5, 20, 300, -1000])
def test_a_changed_byte_is_found(folder: Path, at: int) -> None:
    """Wherever a stick lost it: in the head, in the table of tables, in a table."""
    path = folder / "Nunito-700.ttf"
    data = bytearray(path.read_bytes())
    data[at] ^= 0x55
    path.write_bytes(data)
    assert damage(path) == "is damaged"


@pytest.mark.parametrize("length", [0, 3, 100, 50_000])
def test_a_font_cut_short_is_found(folder: Path, length: int) -> None:
    """At any length."""
    path = folder / "Nunito-700.ttf"
    path.write_bytes(path.read_bytes()[:length])
    assert damage(path) == "is damaged"


def test_missing_and_damaged_fonts_are_named(folder: Path) -> None:
    """Each with what is wrong."""
    (folder / "Nunito-800.ttf").unlink()
    (folder / "Lexend-500.ttf").write_bytes(b"")
    (found,) = fonts(folder)
    assert found.level is Level.MEND
    assert "Nunito-800.ttf is missing" in found.fact
    assert "Lexend-500.ttf is damaged" in found.fact
    (folder / "fonts.json").write_text("{", encoding="utf-8")
    (found,) = fonts(folder)
    assert (found.level, "fonts.json" in found.fact) == (Level.MEND, True)

"""docs/pictures.md shows every picture and friend there is to choose from."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from cop_challenge.lessons.library import Library

REMEDY = "run: python scripts/picture_page.py"


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("picture_page", root / "scripts" / "picture_page.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_as_it_would_be_made(script: ModuleType, root: Path) -> None:
    assert (root / "docs" / "pictures.md").read_text("utf-8") == script.text(), REMEDY


def test_what_built_in_lessons_use_is_on_it(library: Library, root: Path) -> None:
    """So that whoever has seen a picture in a lesson finds it."""
    page = (root / "docs" / "pictures.md").read_text("utf-8")
    used = {
        line.partition("picture:")[2].strip(" \"'}").split(",")[0].split("}")[0].strip()
        for path in (root / "content" / "lessons").rglob("*.yaml")
        for line in path.read_text("utf-8").splitlines()
        if "picture:" in line
    }
    assert {name for name in used if name.startswith("ui/") and f"`{name}`" not in page} == set()
    assert all(f"`{friend}`" in page for friend in library.characters)

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.lessons.example import write_example
from cop_challenge.lessons.pack import Inherited
from cop_challenge.translate.content import Found, content
from cop_challenge.translate.message import Message, Part


@pytest.fixture
def small(places: Places, tmp_path: Path) -> Path:
    """A content folder with the built-in tracks and people, and one lesson."""
    folder = tmp_path / "content"
    folder.mkdir()
    for name in ("tracks.yaml", "characters.yaml"):
        shutil.copy(places.content / name, folder)
    write_example("quiz", "", folder / "lessons" / "8-12")
    return folder


@pytest.fixture(scope="session")
def built_in(places: Places) -> Found:
    """All texts of the built-in content."""
    return content(places.content, Inherited(places.assets))


def message(key: str, source: str, plural: str = "") -> Message:
    return Message(key, source, Part.INTERFACE, "A screen", "words.py", plural)

"""A small pack to share, and a factory of packs with something wrong in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.lessons.pack import Inherited, Pack
from cop_challenge.lessons.pack_loader import load_pack
from cop_challenge.lessons.sharing.build import build

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect id="r" width="9" height="9"/></svg>\n'
)
ABOUT = (
    'id: my-school\ntitle: "My School"\nversion: "1"\npublisher: "A School by the Bay"\nlicence: CC BY 4.0\n'
)


@pytest.fixture(scope="session")
def lesson(root: Path) -> str:
    """A lesson without a mistake; its id is `two-second-stop`."""
    return (root / "tests/lessons/examples/CC009/good/lessons/two-second-stop.yaml").read_text("utf-8")


@pytest.fixture(scope="session")
def below(places: Places) -> Inherited:
    """What every pack is laid over."""
    built_in = load_pack(places.content, Inherited(places.assets))
    return Inherited.of(built_in, places.assets)


@pytest.fixture
def folder(tmp_path: Path, lesson: str) -> Path:
    """The folder of a small pack in order."""
    folder = tmp_path / "my-school"
    (folder / "lessons").mkdir(parents=True)
    (folder / "pictures").mkdir()
    (folder / "pack.yaml").write_text(ABOUT, "utf-8")
    (folder / "lessons/two-second-stop.yaml").write_text(lesson, "utf-8", newline="\n")
    (folder / "pictures/gate.svg").write_bytes(DRAWING)
    return folder


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """The station's packs folder, not there yet."""
    return tmp_path / "data/packs"


@pytest.fixture
def loaded(folder: Path, below: Inherited) -> Pack:
    return load_pack(folder, below)


@pytest.fixture
def make(folder: Path, below: Inherited, tmp_path: Path) -> Callable[..., Path]:
    """Builds the folder after changing these files; None takes one away."""

    def make(files: Mapping[str, str | bytes | None] | None = None, name: str = "a.coppack") -> Path:
        for where, data in (files or {}).items():
            path = folder / where
            if data is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data.encode() if isinstance(data, str) else data)
        return build(load_pack(folder, below), tmp_path / name).path

    return make

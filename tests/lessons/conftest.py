"""Two short lessons to break, a pack to put them into, and `check`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cop_challenge.app.wiring import Places
from cop_challenge.core.track import Track
from cop_challenge.day.day import problems as day_problems
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.pack import Inherited, Pack
from cop_challenge.lessons.pack_loader import load_pack
from cop_challenge.lessons.together import Together

TODAY = date(2026, 11, 24)
"""Of everything that is checked here."""

EXAMPLES = Path(__file__).parent / "examples"

Check = Callable[..., tuple[Problem, ...]]
"""Called with a pack's folder, perhaps one of its files, and whether advice is wanted."""
Write = Callable[..., Path]
"""Called with a file's content, and perhaps its name in the pack."""


@pytest.fixture(scope="session")
def examples() -> Path:
    return EXAMPLES


@pytest.fixture(scope="session")
def quiz() -> str:
    """A lesson without a mistake; its id is `two-second-stop`."""
    return (EXAMPLES / "CC009/good/lessons/two-second-stop.yaml").read_text("utf-8")


@pytest.fixture(scope="session")
def story() -> str:
    """A scenario without a mistake; its id is `dumpling-kite`."""
    return (EXAMPLES / "CC032/good/lessons/dumpling-kite.yaml").read_text("utf-8")


@pytest.fixture(scope="session")
def built_in(places: Places) -> Pack:
    """The game's own lessons."""
    return load_pack(places.content, Inherited(places.assets))


@pytest.fixture(scope="session")
def inherited(places: Places, built_in: Pack) -> Inherited:
    """Tracks, characters and assets of the game itself."""
    return replace(Inherited.of(built_in, places.assets, TODAY), spot_messages={})


@pytest.fixture(scope="session")
def tracks(inherited: Inherited) -> dict[str, Track]:
    return dict(inherited.tracks)


@pytest.fixture(scope="session")
def check(inherited: Inherited, built_in: Pack) -> Check:
    """Every problem of a pack, or of one of its files; with `advice=True` what could be better, too.

    An example's `day.yaml` is looked at as well.
    """
    together = Together(built_in)

    def check(root: Path, only: Path | None = None, advice: bool = False) -> tuple[Problem, ...]:
        pack, day = load_pack(root, inherited, only, advice=advice), root / "day.yaml"
        of_the_day = day_problems(day) if day.is_file() else ()
        return (*pack.problems, *together.problems(pack), *of_the_day)

    return check


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """An empty pack."""
    (tmp_path / "pack/lessons").mkdir(parents=True)
    return tmp_path / "pack"


@pytest.fixture
def write(pack: Path) -> Write:
    """Writes a file of the pack; without a name, the lesson `two-second-stop`."""

    def write(data: str | bytes, name: str = "lessons/two-second-stop.yaml") -> Path:
        path = pack / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return write

"""What all tests share: the dummy drivers, and the built-in content loaded once."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

from cop_challenge.app import wiring
from cop_challenge.core.options import VisitOptions
from cop_challenge.lessons.library import Library

# The same examples everywhere and every time; how long one takes is for the benchmark to say.
settings.register_profile("seeded", deadline=None, derandomize=True)
settings.load_profile("seeded")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the reference pictures anew")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def places() -> wiring.Places:
    return wiring.places()


@pytest.fixture(autouse=True)
def _own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes where a player's results are."""
    monkeypatch.setenv("COP_CHALLENGE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COP_CHALLENGE_CACHE", str(tmp_path / "cache"))


@pytest.fixture(scope="session")
def library(places: wiring.Places) -> Library:
    return wiring.library(places)


@pytest.fixture(scope="session")
def in_all_languages(places: wiring.Places, library: Library) -> VisitOptions:
    """With every language that is shipped."""
    return wiring.visit_options(places, wiring.Choices(), library)


@pytest.fixture(scope="session")
def options(in_all_languages: VisitOptions) -> VisitOptions:
    """In English alone: which languages there are besides changes nothing for most of the game."""
    return replace(in_all_languages, languages=in_all_languages.languages[:1], lessons_in={})


@pytest.fixture(scope="session")
def measured(options: VisitOptions, library: Library) -> VisitOptions:
    """As on a day that measures what is learned."""
    return replace(options, measures=library.measures)

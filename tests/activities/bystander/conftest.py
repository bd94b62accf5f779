"""The lessons of this kind, and their players' names."""

from __future__ import annotations

import pytest

from cop_challenge.activities.bystander.schema import Model
from cop_challenge.app.studio import Studio
from cop_challenge.app.wiring import Places
from cop_challenge.lessons.library import Library

LESSONS = ("dumpling-on-the-board", "two-hands-for-bia", "tower-four-months", "stairwell-song")


@pytest.fixture(params=LESSONS)
def lesson(request: pytest.FixtureRequest, library: Library) -> Model:
    """Each lesson that comes with the game."""
    found = library.lessons[request.param]
    assert isinstance(found, Model)
    return found


@pytest.fixture
def solo(library: Library) -> Model:
    """A lesson for one."""
    found = library.lessons["dumpling-on-the-board"]
    assert isinstance(found, Model)
    return found


@pytest.fixture
def pair(library: Library) -> Model:
    """A lesson for two."""
    found = library.lessons["two-hands-for-bia"]
    assert isinstance(found, Model)
    return found


@pytest.fixture(scope="session")
def studio(places: Places) -> Studio:
    """Shared, so that pictures are drawn once."""
    return Studio(places)

"""The lessons of this kind."""

from __future__ import annotations

from typing import Any

import pytest

from cop_challenge.activities.deal.schema import Model
from cop_challenge.app.studio import Studio
from cop_challenge.app.wiring import Places
from cop_challenge.lessons.library import Library

CARDS = ("the-tablet-sleeps-in-the-kitchen", "no-goat-without-asking")
PROGRAMMES = ("a-plan-on-one-page", "the-day-after")


def _lesson(library: Library, name: str) -> Model:
    found = library.lessons[name]
    assert isinstance(found, Model)
    return found


@pytest.fixture(params=CARDS + PROGRAMMES)
def lesson(request: pytest.FixtureRequest, library: Library) -> Model:
    """Each lesson that comes with the game."""
    return _lesson(library, request.param)


@pytest.fixture
def card(library: Library) -> Model:
    """A Deal Card."""
    return _lesson(library, CARDS[0])


@pytest.fixture
def programme(library: Library) -> Model:
    """A Protection Programme."""
    return _lesson(library, PROGRAMMES[0])


@pytest.fixture(scope="session")
def studio(places: Places) -> Studio:
    """Shared, so that pictures are drawn once."""
    return Studio(places)


def wording(name: str, fits: bool, **more: Any) -> dict[str, Any]:
    """One wording, or one step."""
    return {"id": name, "writes": f"We {name}.", "fits": fits, "because": f"So it is: {name}."} | more


def rule(name: str, **more: Any) -> dict[str, Any]:
    """A line of a card."""
    choices = [wording("hold", True), wording("shout", False)]
    says = {"child_says": "Hm?", "parent_says": "Hm!"}
    return {"id": name, "picture": "p.svg", "prompt": "And then?", "choices": choices} | says | more


def pillar(name: str, **more: Any) -> dict[str, Any]:
    """A line of a programme."""
    choices = [wording("hold", True), wording("shout", False)]
    return {"id": name, "pillar": "policy", "prompt": "And then?", "choices": choices} | more


def make(**lines: Any) -> Model:
    """A lesson with these lines."""
    return Model.model_validate(
        {
            "schema": 1,
            "id": "deal",
            "kind": "deal",
            "track": "parents",
            "title": "Deal",
            "smart": "tell",
            "risk": "contact",
            "strand": "online-bullying",
            "takeaway": "Both.",
            "minutes": 2,
            "heading": "Our deal",
            "closing": "Done!",
            "child": "pip",
            "parent": "tula",
            **lines,
        }
    )

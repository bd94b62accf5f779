"""A patrol of six pop-ups, two of them hard, to play and to break."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_challenge.activities.patrol.schema import Model
from cop_challenge.app.studio import Studio
from cop_challenge.app.wiring import Places

Make = Callable[..., Model]


@pytest.fixture
def popup() -> Callable[..., dict[str, object]]:
    """One pop-up; harmless ones have no right move but using."""

    def popup(name: str, harmless: bool = False, **rest: object) -> dict[str, object]:
        because = {move: f"{move} at {name}" for move in ("close", "ask", "use")}
        return {
            "id": name, "says": f"I am {name}", "button": "Go", "picture": "ui/pictures/ball.svg",
            "harmless": harmless, "right": () if harmless else ("close", "ask"),
            "signs": ("known",) if harmless else ("hurry", "prize"), "because": because, **rest,
        }  # fmt: skip

    return popup


@pytest.fixture
def make(popup: Callable[..., dict[str, object]]) -> Make:
    """Makes the lesson; keywords change it."""

    def make(**changes: object) -> Model:
        popups = (
            popup("wheel"), popup("alarm"), popup("mean", right=("ask",), hard=True),
            popup("grandma", True), popup("battery", True), popup("cousin", True, hard=True),
        )  # fmt: skip
        return Model.model_validate(
            {
                "schema": 1, "id": "p", "kind": "patrol", "track": "8-12", "title": "T", "smart": "react",
                "risk": "contract", "strand": "privacy-and-security", "takeaway": "Look", "minutes": 3,
                "app": "drawing", "story": "A story", "prompt": "What now?", "reveal": "An octopus!",
                "show": 4, "arcade": True, "popups": popups, **changes,
            }
        )  # fmt: skip

    return make


@pytest.fixture
def lesson(make: Make) -> Model:
    return make()


@pytest.fixture(scope="session")
def studio(places: Places) -> Studio:
    """Shared, so that pictures are drawn once."""
    return Studio(places)

"""One small evening at the theatre, as data and as a lesson."""

from __future__ import annotations

from typing import Any

import pytest

from cop_challenge.activities.stop.schema import Model


def panel(name: str, **rest: object) -> dict[str, object]:
    return {"id": name, "text": name, "picture": "p.svg", **rest}


def entry(name: str, right: bool, **rest: object) -> dict[str, object]:
    return {
        "id": name,
        "text": name,
        "picture": "p.svg",
        "right": right,
        "because": f"because {name}",
        **rest,
    }


END = {"text": "The end", "picture": "p.svg"}
CAKE = {
    "id": "cake", "who": "pip", "calm": "all is well",
    "panels": [panel("a"), panel("b"), panel("c")], "end": END,
}  # fmt: skip
BEAR = {
    "id": "bear", "who": "pip", "calm": "pip plays", "stop": "it is tricky", "end": END,
    "panels": [panel("a"), panel("b", uh_oh=True), panel("c"), panel("d")],
    "tell": [entry("mum", True, busy=True), entry("dad", True), entry("fish", False)],
    "say": [entry("secret", True), entry("banana", False), entry("moo", False)],
}  # fmt: skip
KEY = BEAR | {"id": "key"}


def lesson_of(*stories: dict[str, Any]) -> Model:
    return Model.model_validate(
        {
            "schema": 1, "id": "t", "kind": "stop", "track": "5-7", "title": "T", "smart": "tell", "risk": "contact",
            "strand": "privacy-and-security", "takeaway": "Tell", "minutes": 3, "stories": stories,
        }
    )  # fmt: skip


@pytest.fixture
def lesson() -> Model:
    return lesson_of(BEAR, CAKE)

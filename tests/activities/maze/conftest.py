"""A small house: a ticked box, a paid chance with a till behind it, a hard room, and the way out."""

from __future__ import annotations

from typing import Any

import pytest

from cop_challenge.activities.maze.schema import Model


def part(name: str, shape: str = "text", **rest: object) -> dict[str, Any]:
    return {"id": name, "shape": shape, "text": name, "because": f"because of {name}", **rest}


def room(name: str, *parts: dict[str, Any], **rest: object) -> dict[str, Any]:
    return {"id": name, "title": name, "parts": list(parts), **rest}


def tick(name: str = "letters", **rest: object) -> dict[str, Any]:
    return part(name, "box", set=True, want=False, wish="quiet", trick="ticked", **rest)


def rooms() -> list[dict[str, Any]]:
    return [
        room("hall", part("hello"), tick(), part("on", "button", to="shop")),
        room(
            "shop",
            part("buy", "button", look="loud", trick="chance", to="till", breaks="free"),
            part("sad", "button", trick="shame"),
            part("no", "button", look="quiet", to="begging"),
        ),
        room("till", part("price", "small"), part("undo", "button", to="begging", mends="free")),
        room(
            "begging",
            part("plead", "card", trick="shame"),
            part("bye", "button", to="end"),
            hard=True,
            instead="end",
        ),
        room("end", part("sound", "switch", set=True), part("leave", "button", to="out")),
    ]


def make(screens: list[dict[str, Any]] | None = None) -> Model:
    return Model.model_validate(
        {
            "schema": 1, "id": "m", "kind": "maze", "track": "8-12", "title": "T", "smart": "react", "risk": "contract",
            "strand": "privacy-and-security", "takeaway": "Look", "minutes": 3, "who": "mei", "story": "Once", "goal": "Get out",
            "wishes": [{"id": "quiet", "text": "No letters"}, {"id": "free", "text": "No shells"}],
            "screens": rooms() if screens is None else screens,
            "ending": "Out!", "because": "You read first.",
            "tips": [{"id": "ask", "text": "Ask"}, {"id": "close", "text": "Close it"}],
        }
    )  # fmt: skip


@pytest.fixture
def lesson() -> Model:
    return make()

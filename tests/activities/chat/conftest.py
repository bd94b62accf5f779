"""A small chat: a move, a harmless line, a setback, two endings."""

from __future__ import annotations

from copy import deepcopy

import pytest

from cop_challenge.activities.chat.schema import Model


def line(name: str, move: str = "", **rest: object) -> dict[str, object]:
    return {"id": name, "text": name, "move": move, "because": f"because of {name}", **rest}


def reply(name: str, to: str, **rest: object) -> dict[str, object]:
    return {"id": name, "text": name, "to": to, "because": f"because of {name}", **rest}


SOUND: dict[str, object] = {
    "schema": 1, "id": "c", "kind": "chat", "track": "8-12", "title": "T", "smart": "react", "risk": "contact",
    "strand": "online-relationships", "takeaway": "Look", "minutes": 3, "hero": "mei", "other": "hana", "start": "hello",
    "moves": {name: {"name": name, "because": f"it is {name}", "picture": ""} for name in ("hurry", "secret")},
    "exits": [
        {"id": "leave", "text": "leave", "picture": "", "to": "gone"},
        {"id": "tell", "text": "tell", "picture": "", "to": "told"},
    ],
    "beats": {
        "hello": {
            "lines": [line("nice"), line("quick", "hurry"), line("psst", "secret")],
            "replies": [
                reply("no", "later", trust=1), reply("yes", "oh", trust=-2), reply("please", "oh", trust=-1),
            ],
        },
        "oh": {"setback": True, "lines": [line("ha", "secret")], "replies": [reply("mend", "later", trust=1)]},
        "later": {"lines": [line("well"), line("deep", trust=3)], "replies": [reply("bye", "told")]},
    },
    "endings": {
        name: {"heading": name, "text": name, "because": f"{name} is good"} for name in ("gone", "told")
    },
}  # fmt: skip


def make(**changes: object) -> Model:
    return Model.model_validate({**deepcopy(SOUND), **changes})


@pytest.fixture
def lesson() -> Model:
    return make()


@pytest.fixture
def talk() -> Model:
    return make(trust=2)

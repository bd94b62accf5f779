"""A small lesson with the magnifier: a fish, a friend, and a hard one."""

from __future__ import annotations

import pytest

from cop_challenge.activities.inspect.schema import Model


def region(name: str, points: str = "nothing") -> dict[str, object]:
    return {"id": name, "part": "text", "text": name, "points": points, "because": f"because of {name}"}


def deed(name: str, right: bool) -> dict[str, object]:
    return {"id": name, "text": name, "right": right, "because": f"because of {name}"}


def case(name: str, harmless: bool, **rest: object) -> dict[str, object]:
    right, other = ("friend", "fish") if harmless else ("fish", "friend")
    return {
        "id": name,
        "look": "mail",
        "who": "mei",
        "story": "A story",
        "harmless": harmless,
        "regions": [region("dull"), region("one", right), region("two", right), region("odd", other)],
        "because": "all together",
        "miss": "look again",
        **rest,
    }


DEEDS = [deed("tell", True), deed("reply", False), deed("pay", False)]


def make(*cases: dict[str, object]) -> Model:
    return Model.model_validate(
        {
            "schema": 1, "id": "i", "kind": "inspect", "track": "8-12", "title": "T", "smart": "react", "risk": "contact",
            "strand": "privacy-and-security", "takeaway": "Look", "minutes": 3, "cases": cases,
        }
    )  # fmt: skip


SOUND = (
    case("bait", harmless=False, deeds=DEEDS),
    case("mail", harmless=True),
    case("wolf", harmless=False, deeds=DEEDS, hard=True),
)


@pytest.fixture
def lesson() -> Model:
    return make(*SOUND)

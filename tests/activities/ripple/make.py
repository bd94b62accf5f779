"""A small ripple to test with."""

from __future__ import annotations

from cop_challenge.activities.ripple.schema import Model

Data = dict[str, object]


def audience(ring: str, fine: bool = True, passes_on: int = 50) -> Data:
    return {"id": ring, "fine": fine, "passes_on": passes_on, "because": f"because of {ring}"}


def way(name: str, right: bool) -> Data:
    return {"id": name, "text": name, "right": right, "because": f"because of {name}"}


def post(name: str, **rest: object) -> Data:
    audiences = [audience("friend"), audience("everybody")]
    return {"id": name, "story": "A picture", "picture": "p.svg", "audiences": audiences, **rest}


MENDS = [way("sorry", True), way("wait", False), way("hide", False)]


def refused(**rest: object) -> Data:
    """A post on which somebody says no, and that only one friend should see."""
    whole = {
        "people": [{"id": "mei", "answer": "no", "says": "Not my face"}],
        "unasked": "Mei is sad",
        "ways": [way("crop", True), way("anyway", False), way("blur", False)],
        "audiences": [audience("friend"), audience("class", False), audience("everybody", False, 100)],
        "mends": MENDS,
    }
    return post("refused", **(whole | rest))


def agreed() -> Data:
    people = [{"id": "mei", "answer": "yes", "says": "Yes!"}]
    return post("agreed", people=people, unasked="Mei would have said yes")


RINGS = ["friend", "group", "group", "class", "class", "class", "everybody", "everybody", "everybody"]


def boats() -> list[Data]:
    return [
        {"id": f"b{n}", "name": f"Boat {n}", "picture": "p.svg", "ring": ring, "circles": [f"c{n % 3}"]}
        for n, ring in enumerate(RINGS)
    ]


def lesson(*posts: Data, **rest: object) -> Model:
    whole = {
        "schema": 1,
        "id": "r",
        "kind": "ripple",
        "track": "8-12",
        "title": "T",
        "smart": "react",
        "risk": "conduct",
        "strand": "online-reputation",
        "takeaway": "Ask",
        "minutes": 3,
        "hero": "lucho",
        "bay": boats(),
        "posts": posts or [post("plain"), agreed(), refused()],
    }
    return Model.model_validate(whole | rest)

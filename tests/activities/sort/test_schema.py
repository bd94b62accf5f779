from __future__ import annotations

from typing import Any

from cop_challenge.activities.sort.schema import Model, check

BINS: list[dict[str, Any]] = [
    {"id": "keep", "text": "Keep"},
    {"id": "share", "text": "Share", "harmless": True},
]


def item(name: str, *bins: str, **more: object) -> dict[str, Any]:
    return {"id": name, "text": name, "bins": bins, "because": f"because of {name}", **more}


def lesson(items: list[dict[str, Any]], bins: list[dict[str, Any]] | None = None, **more: object) -> Model:
    head = {
        "schema": 1, "id": "s", "kind": "sort", "track": "8-12", "title": "T", "smart": "tell", "risk": "contact",
        "strand": "privacy-and-security", "takeaway": "Keep", "minutes": 3, "who": "hana", "story": "A story",
        "prompt": "Where to?", "ending": "Packed!", "joke": "It hums.",
    }  # fmt: skip
    return Model.model_validate({**head, "bins": bins or BINS, "items": items, **more})


KEPT = [item(f"kept-{number}", "keep") for number in range(4)]
SHARED = [item(f"shared-{number}", "share") for number in range(2)]


def found(model: Model) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.rule, finding.path) for finding in check(model)]


def test_a_whole_lesson_is_in_order() -> None:
    """A third of harmless things is enough."""
    assert found(lesson([*KEPT, *SHARED])) == []


def test_bins_have_to_exist() -> None:
    """A thing names bins that stand there, its sentences bins where it does not belong."""
    odd = item("odd", "kept", "share", wrong=[{"id": "share", "because": "b"}])
    assert found(lesson([*KEPT, *SHARED, odd])) == [
        ("unknown-bin", ("items", 6, "bins", 0)),
        ("unknown-bin", ("items", 6, "wrong", 0, "id")),
    ]


def test_every_bin_is_for_something() -> None:
    """An empty bin could only ever be wrong."""
    more: list[dict[str, Any]] = [*BINS, {"id": "ask", "text": "Ask"}]
    assert found(lesson([*KEPT, *SHARED], more)) == [("empty-bin", ("bins", 2))]


def test_no_thing_fits_everywhere() -> None:
    """Something has to be found out."""
    both = item("both", "keep", "share")
    assert found(lesson([*KEPT, *SHARED, both])) == [("fits-everywhere", ("items", 6, "bins"))]


def test_danger_is_not_everything() -> None:
    """Less than a third of harmless things is refused."""
    assert found(lesson([*KEPT, item("more", "keep"), *SHARED])) == [("few-harmless", ("items",))]


def test_names_are_used_once() -> None:
    """Bins and things share one room of names, because results and offers name both."""
    again = [*KEPT, *SHARED, item("keep", "share"), item("shared-0", "share")]
    assert found(lesson(again)) == [
        ("repeated-id", ("items", 6, "id")),
        ("repeated-id", ("items", 7, "id")),
    ]

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from cop_challenge.activities.bystander.schema import Model, check

Raw = dict[str, Any]


@pytest.fixture
def raw(root: Path) -> Raw:
    """The kind's own example."""
    example = root / "cop_challenge/activities/bystander/example.yaml"
    return yaml.safe_load(example.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def broken(raw: Raw) -> list[tuple[str, tuple[str | int, ...]]]:
    return [(finding.rule, finding.path) for finding in check(Model.model_validate(raw))]


def test_the_example_is_fine(raw: Raw) -> None:
    """Nothing is found in it."""
    assert broken(raw) == []


def all_right(raw: Raw) -> None:
    for action in raw["waves"][0]["actions"]:
        action["right"] = True


def none_right(raw: Raw) -> None:
    for action in raw["waves"][0]["actions"]:
        action["right"] = False


def all_danger(raw: Raw) -> None:
    raw["waves"][0]["harmless"] = False


def harmless_is_hard(raw: Raw) -> None:
    raw["waves"][0]["hard"] = True


def shared_id(raw: Raw) -> None:
    raw["waves"][0]["actions"][1]["id"] = raw["waves"][0]["comments"][0]["id"]


def unknown_pair(raw: Raw) -> None:
    raw["waves"][1]["together"] = [
        {"id": "t", "both": ["kind-line", "nobody"], "because": "Together."},
    ]
    raw["waves"][1]["actions"][1]["right"] = True
    raw["waves"][1]["actions"].append({**raw["waves"][1]["actions"][1], "id": "third", "right": False})


def unknown_ending(raw: Raw) -> None:
    raw["waves"][2]["actions"][0]["ending"] = "ada-helped"


def no_ending(raw: Raw) -> None:
    del raw["waves"][2]["actions"][0]["ending"]


def one_ending(raw: Raw) -> None:
    raw["waves"][2]["actions"][0]["ending"] = "hana-is-sorry"
    del raw["endings"][0]


def nobodys_hand(raw: Raw) -> None:
    raw["pair"] = True


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (all_right, {"no-wrong-answer"}),
        (none_right, {"no-right-answer"}),
        (all_danger, {"few-harmless"}),
        (harmless_is_hard, {"few-harmless"}),
        (shared_id, {"repeated-id"}),
        (unknown_pair, {"unknown-name"}),
        (unknown_ending, {"unknown-name"}),
        (no_ending, {"dead-end", "unreachable-state"}),
        (one_ending, {"few-endings"}),
        (nobodys_hand, {"empty-hand"}),
    ],
)
def test_what_is_wrong_is_found(raw: Raw, change: Callable[[Raw], None], rules: set[str]) -> None:
    """Each mistake an author can make is found, and nothing else is."""
    change(raw)
    assert {rule for rule, _ in broken(raw)} == rules

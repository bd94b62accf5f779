from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from cop_challenge.activities.factory.schema import Model, check


@pytest.fixture
def source(root: Path) -> Any:
    example = root / "cop_challenge" / "activities" / "factory" / "example.yaml"
    return yaml.safe_load(example.read_text(encoding="utf-8"))


def rules(source: Any) -> list[str]:
    return [finding.rule for finding in check(Model.model_validate(source))]


def test_the_example_is_clean(source: Any) -> None:
    """Nothing is found wrong with it."""
    assert rules(source) == []


def test_a_third_must_be_honest(source: Any) -> None:
    """A gate that only knows tricks trains suspicion."""
    for message in source["messages"][2:]:
        message["into"] = "check"
    assert "few-harmless" in rules(source)


def test_something_must_be_built_by_tricks(source: Any) -> None:
    """Else the first chute stays empty."""
    for message in source["messages"]:
        message["into"] = "honest"
    assert "empty-bin" in rules(source)


def test_tricks_name_their_moves(source: Any) -> None:
    """Each reason of a message built by tricks is a move."""
    del source["messages"][0]["reasons"][0]["move"]
    assert rules(source) == ["missing-key"]


@pytest.mark.parametrize(("right", "rule"), [(True, "no-wrong-answer"), (False, "no-right-answer")])
def test_reasons_need_both(source: Any, right: bool, rule: str) -> None:
    """One that explains it and one that does not."""
    for reason in source["messages"][1]["reasons"]:
        reason["right"] = right
    assert rules(source) == [rule]


def test_ids_are_unique(source: Any) -> None:
    """In each list."""
    source["slots"][1]["id"] = source["slots"][0]["id"]
    source["messages"][1]["reasons"][1]["id"] = source["messages"][1]["reasons"][0]["id"]
    assert rules(source) == ["repeated-id"] * 2


def test_a_rumour_says_why_it_is_harmless(source: Any) -> None:
    """The author has to think about it."""
    del source["harmless"]
    with pytest.raises(ValueError, match="harmless"):
        Model.model_validate(source)


def test_the_third_chute_is_there_when_it_is_needed(source: Any) -> None:
    """Two chutes; three where something can't be told yet."""
    assert len(Model.model_validate(source).bins) == 2
    source["messages"][3]["into"] = "check"
    assert len(Model.model_validate(source).bins) == 3

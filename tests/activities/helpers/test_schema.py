"""What is found wrong with a well-formed lesson of this kind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from cop_challenge.activities.helpers.schema import BUSY_SIGN, Model, check


@pytest.fixture
def data(root: Path) -> dict[str, Any]:
    """The example, as plain data."""
    text = (root / "cop_challenge/activities/helpers/example.yaml").read_text("utf-8")
    loaded = yaml.load(text, yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded


def found(data: dict[str, Any]) -> list[str]:
    return [finding.rule for finding in check(Model.model_validate(data))]


def test_the_example_is_in_order(data: dict[str, Any]) -> None:
    """Nothing is found, and a busy helper without a sign gets the hourglass."""
    assert found(data) == []
    assert Model.model_validate(data).people[2].busy_picture == BUSY_SIGN


def test_asking_nobody_known(data: dict[str, Any]) -> None:
    """An ask names one of the people."""
    data["worries"][0]["asks"][0]["id"] = "mom"
    assert found(data) == ["unknown-person"]


def test_a_worry_nobody_helps_with(data: dict[str, Any]) -> None:
    """Each worry has a helper, and somebody who is none."""
    data["worries"][1]["asks"][0]["role"] = "friend"
    assert found(data) == ["no-right-answer"]
    data["worries"][1]["asks"] = [dict(ask, role="helper") for ask in data["worries"][1]["asks"]]
    assert found(data) == ["no-wrong-answer"]


def test_ways_that_all_lead_nowhere(data: dict[str, Any]) -> None:
    """From a shut door something leads on."""
    for way in data["ways"]:
        way["leads"] = "nowhere"
    assert found(data) == ["no-right-answer"]


def test_more_helpers_needed_than_worries(data: dict[str, Any]) -> None:
    """Each worry wins one."""
    data["needed"] = "4"
    assert found(data) == ["few-worries"]


def test_nobody_busy(data: dict[str, Any]) -> None:
    """Without a shut door nothing is trained."""
    for person in data["people"]:
        person.pop("busy", None)
    assert found(data) == ["never-busy"]


def test_ids_stand_once(data: dict[str, Any]) -> None:
    """In people, ways, worries and asks."""
    data["people"].append(dict(data["people"][0]))
    data["ways"].append(dict(data["ways"][0]))
    assert found(data) == ["repeated-id", "repeated-id"]

from __future__ import annotations

from typing import Any

import pytest
import yaml

from cop_challenge.activities.forge.schema import Model, check
from cop_challenge.lessons.library import Library


@pytest.fixture
def data(root: Any) -> dict[str, Any]:
    words = (root / "cop_challenge/activities/forge/example.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(words)
    return found


def rules(data: dict[str, Any]) -> set[str]:
    return {finding.rule for finding in check(Model.model_validate(data))}


def test_the_example_is_fine(data: dict[str, Any]) -> None:
    """Nothing is found in it."""
    assert rules(data) == set()


def test_a_lock_must_be_possible(data: dict[str, Any]) -> None:
    """Too long a time, too few good tiles, or a last bot without a fixed number of slots."""
    data["bots"][0]["must_hold"] = "stars"
    assert rules(data) == {"no-good-lock"}
    data["bots"][0]["must_hold"] = "month"
    data["tiles"][0]["pool"] = data["tiles"][1]["pool"] = data["tiles"][3]["pool"] = "pets"
    assert rules(data) == {"no-good-lock"}


def test_parts_must_be_there(data: dict[str, Any]) -> None:
    """A list nobody declared, a copy of no tile, an id that the game uses itself."""
    data["tiles"][0]["pool"] = "spells"
    data["tiles"][5]["same_as"] = "violin"
    data["tiles"][1]["id"] = "hammer"
    assert {"unknown-part", "repeated-id"} <= rules(data)


def test_a_story_names_every_tile(data: dict[str, Any]) -> None:
    """No fewer and no others."""
    data["sentences"][0]["text"] = "{one} marries {two} and {four}"
    assert rules(data) == {"wrong-placeholders"}


def test_questions_keep_what_all_questions_keep(data: dict[str, Any]) -> None:
    """A right and a wrong answer each, and a third of the scenes harmless."""
    for scene in data["keeping"]:
        scene["harmless"] = False
    data["keeping"][0]["answers"][0]["right"] = False
    data["sentences"][1]["right"] = True
    assert rules(data) == {"few-harmless", "no-right-answer", "no-wrong-answer"}


def test_lessons_teach_both_tracks(library: Library) -> None:
    """Two for each."""
    tracks = [lesson.track for lesson in library.lessons.values() if lesson.kind == "forge"]
    assert sorted(tracks) == ["13-17", "13-17", "8-12", "8-12"]

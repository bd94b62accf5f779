from __future__ import annotations

import pytest
from pydantic import ValidationError

from cop_challenge.activities.stop.schema import Model, check

from .conftest import BEAR, CAKE, KEY, entry, lesson_of, panel


def rules_broken(*stories: dict[str, object]) -> set[str]:
    return {finding.rule for finding in check(lesson_of(*stories))}


def test_a_sound_lesson_has_no_finding() -> None:
    """The example these tests start from is in order."""
    assert rules_broken(BEAR, CAKE) == set()


def test_calm_stories_alone_are_a_lesson() -> None:
    """Nothing needs to turn: reading to the end is a skill, too."""
    assert rules_broken(CAKE) == set()


def test_a_third_of_the_stories_is_harmless() -> None:
    """Two that turn need one that does not."""
    assert rules_broken(BEAR, KEY) == {"few-harmless"}
    assert rules_broken(BEAR, KEY, CAKE) == set()


@pytest.mark.parametrize("key", ["stop", "tell", "say"])
def test_a_turn_needs_help(key: str) -> None:
    """A story that turns says why, whom to tell and what to say."""
    assert rules_broken({name: BEAR[name] for name in BEAR if name != key}, CAKE) == {"turn-without-help"}


@pytest.mark.parametrize("key", ["stop", "tell", "say"])
def test_help_needs_a_turn(key: str) -> None:
    """In a calm story nobody would get to see it."""
    assert rules_broken(CAKE | {key: BEAR[key]}) == {"help-without-turn"}


def test_it_begins_well() -> None:
    """A turn at the first picture is no change that could be noticed."""
    panels = [panel("a", uh_oh=True), panel("b"), panel("c")]
    assert rules_broken(BEAR | {"panels": panels}, CAKE) == {"turns-at-once"}


def test_somebody_has_time_and_something_is_nonsense() -> None:
    """A busy helper alone does not help; choosing needs a choice."""
    busy = [entry("mum", True, busy=True), entry("fish", False)]
    assert rules_broken(BEAR | {"tell": busy}, CAKE) == {"no-right-answer"}
    assert rules_broken(BEAR | {"say": [entry("secret", True)]}, CAKE) == {"no-wrong-answer"}


def test_ids_are_used_once() -> None:
    """In each list."""
    assert rules_broken(CAKE, CAKE) == {"repeated-id"}
    assert rules_broken(CAKE | {"panels": [panel("a"), panel("a"), panel("b")]}) == {"repeated-id"}
    assert rules_broken(BEAR | {"say": [entry("a", True), entry("a", False)]}, CAKE) == {"repeated-id"}


def test_a_story_has_three_to_eight_pictures() -> None:
    """Shorter ones have no room for a turn; longer ones lose the youngest."""
    with pytest.raises(ValidationError):
        lesson_of(CAKE | {"panels": [panel("a"), panel("b")]})
    with pytest.raises(ValidationError):
        lesson_of(CAKE | {"panels": [panel(letter) for letter in "abcdefghi"]})


def test_the_turn_is_the_first_marked_picture(lesson: Model) -> None:
    """Counted from 0; none in a calm story."""
    assert [story.turn for story in lesson.stories] == [1, None]

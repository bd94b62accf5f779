from __future__ import annotations

from cop_challenge.activities.scenario.rules import play
from cop_challenge.activities.scenario.schema import Model, check, steps_to_ending
from cop_challenge.core.actions import Choose, Continue, Rewind
from cop_challenge.core.activity import Role, Tone
from cop_challenge.core.result import Outcome
from cop_challenge.core.scoring import ENDING_LIGHT, NEW_ENDING_LIGHT
from cop_challenge.core.tags import Feeling


def state(feeling: str = "calm", **rest: object) -> dict[str, object]:
    choices = rest.pop("choices", {})
    assert isinstance(choices, dict)
    ways = [{"id": name, "text": name, "to": to} for name, to in choices.items()]
    return {"who": "mei", "feeling": feeling, "text": "Something happens", "choices": ways, **rest}


STATES = {
    "start": state(choices={"wait": "trouble", "tell": "told"}),
    "trouble": state("worried", setback=True, why="It grows", choices={"mend": "mended"}),
    "mended": state("relieved", ending="Mended", why="It helps"),
    "told": state("proud", ending="Told", why="It helps at once"),
}


def make(states: dict[str, dict[str, object]]) -> Model:
    return Model.model_validate(
        {
            "schema": 1, "id": "s", "kind": "scenario", "track": "8-12", "title": "T", "smart": "tell", "risk": "contact",
            "strand": "privacy-and-security", "takeaway": "Tell", "minutes": 3, "hero": "mei", "start": "start",
            "states": states,
        }
    )  # fmt: skip


def rules_broken(states: dict[str, dict[str, object]]) -> set[str]:
    return {finding.rule for finding in check(make(states))}


def test_a_consequence_can_be_seen() -> None:
    """After a poor choice the hero feels otherwise and the reason is told."""
    story = play(make(STATES), 1, {})
    (result,) = story.act(Choose("wait"))
    view = story.view()
    assert result.outcome is Outcome.TRY_AGAIN
    assert view.feeling is Feeling.WORRIED
    assert view.note is not None
    assert view.note.tone is Tone.WORRIED


def test_a_setback_can_be_rewound_or_mended() -> None:
    """Both ways are offered."""
    story = play(make(STATES), 1, {})
    story.act(Choose("wait"))
    assert {offer.role for offer in story.view().offers} == {Role.ANSWER, Role.REWIND}
    story.act(Rewind())
    assert story.view().place == "start"


def test_another_ending_can_be_looked_for() -> None:
    """From an ending one may rewind; a new ending brings more light, the same one none."""
    story = play(make(STATES), 1, {})
    lights = [story.act(Choose("tell"))[0].light]
    story.act(Rewind())
    lights.append(story.act(Choose("tell"))[0].light)
    story.act(Rewind())
    story.act(Choose("wait"))
    lights.append(story.act(Choose("mend"))[0].light)
    assert lights == [ENDING_LIGHT, 0, NEW_ENDING_LIGHT]


def test_trying_again_is_counted() -> None:
    """A choice made a second time at the same place is a second attempt."""
    story = play(make(STATES), 1, {})
    story.act(Choose("wait"))
    story.act(Rewind())
    assert story.act(Choose("tell"))[0].attempt == 2


def test_an_ending_lights_the_lantern() -> None:
    """Continue at an ending finishes."""
    story = play(make(STATES), 1, {})
    story.act(Choose("tell"))
    story.act(Continue())
    assert story.view().finished


def test_rewind_skips_moments_without_a_choice() -> None:
    """Out of a chain of single ways the rewind goes to where another choice can be made."""
    states = STATES | {"trouble": state("worried", setback=True, why="w", choices={"on": "worse"}),
                       "worse": state("sad", setback=True, why="w", choices={"mend": "mended"})}  # fmt: skip
    story = play(make(states), 1, {})
    story.act(Choose("wait"))
    story.act(Choose("on"))
    story.act(Rewind())
    assert story.view().place == "start"


def test_distances_count_choices() -> None:
    """Each state knows how far its nearest ending is."""
    assert steps_to_ending(make(STATES).states) == {"start": 1, "trouble": 1, "mended": 0, "told": 0}


def test_a_sound_story_has_no_finding() -> None:
    """The example these tests start from is in order."""
    assert rules_broken(STATES) == set()


def test_a_loop_without_a_way_out_is_a_dead_end() -> None:
    """Choices that only lead to each other reach no ending."""
    loop = STATES | {
        "trouble": state("worried", choices={"again": "round"}),
        "round": state("sad", choices={"back": "trouble"}),
    }
    assert rules_broken(loop) >= {"dead-end"}


def test_no_story_ends_badly() -> None:
    """A setback cannot be an ending."""
    assert "setback-ending" in rules_broken(STATES | {"told": state(ending="Bad", why="w", setback=True)})

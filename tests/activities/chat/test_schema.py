from __future__ import annotations

from copy import deepcopy
from typing import Any

from cop_challenge.activities.chat.schema import check, steps_to_ending

from .conftest import SOUND, make, reply


def broken(**changes: Any) -> set[str]:
    return {finding.rule for finding in check(make(**changes))}


def beats() -> dict[str, Any]:
    return deepcopy(SOUND["beats"])  # type: ignore[return-value]


def test_a_sound_chat_has_no_finding() -> None:
    """The lesson these tests start from is in order."""
    assert broken() == set()


def test_a_reply_leads_somewhere() -> None:
    """An unknown beat is found."""
    changed = beats()
    changed["later"]["replies"] = [reply("bye", "nowhere")]
    assert "unknown-state" in broken(beats=changed)


def test_exits_lead_to_endings() -> None:
    """A way out never leads back into the chat."""
    exits = [{"id": name, "text": name, "picture": "", "to": "later"} for name in ("a", "b")]
    assert "unknown-state" in broken(exits=exits)


def test_no_chat_goes_round() -> None:
    """A reply that leads back is found; rewinding is for that."""
    changed = beats()
    changed["later"]["replies"].append(reply("again", "hello"))
    assert "goes-round" in broken(beats=changed)


def test_every_beat_has_a_good_reply() -> None:
    """A beat from which all replies are setbacks is found."""
    changed = beats()
    changed["hello"]["replies"] = [reply("yes", "oh"), reply("please", "oh")]
    assert "no-right-answer" in broken(beats=changed)


def test_a_third_of_the_lines_is_harmless() -> None:
    """All danger only trains suspicion."""
    changed = beats()
    for beat in changed.values():
        for line in beat["lines"]:
            line["move"] = "hurry"
    assert "few-harmless" in broken(beats=changed)


def test_every_move_is_made() -> None:
    """A move that no line makes would be an empty place for ever."""
    moves = {**SOUND["moves"], "dare": {"name": "d", "because": "d", "picture": ""}}  # type: ignore[dict-item]
    assert broken(moves=moves) == {"unused-move"}


def test_unknown_moves_and_missing_reasons_are_found() -> None:
    """A harmless line says why it is fine."""
    changed = beats()
    changed["later"]["lines"][0] = {"id": "well", "text": "well"}
    changed["oh"]["lines"][0]["move"] = "shove"
    assert broken(beats=changed) == {"missing-key", "unknown-name"}


def test_distances_count_replies() -> None:
    """Each beat knows how far its nearest ending is."""
    assert steps_to_ending(make()) == {"hello": 2, "oh": 2, "later": 1, "gone": 0, "told": 0}

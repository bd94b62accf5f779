from __future__ import annotations

import base64
import json
from array import array

import pytest

from cop_challenge.app.doctor.finding import Level
from cop_challenge.app.doctor.voices import heard, voices
from cop_challenge.ui.voice.wave import wave_of


def test_a_language_with_a_voice_is_heard() -> None:
    """The sentence comes back as sound that is no silence."""
    (found,) = voices([("en", "A grown-up here can help.")], ())
    assert found.level is Level.GOOD
    assert found.fact.endswith(" speaks.")


def test_a_language_without_one_says_who_can_t_play() -> None:
    """And what else can be done; the next language is asked all the same."""
    first, second = voices([("qqq", "hm"), ("fr", "Bonjour")], ())
    assert first.level is Level.LOOK
    assert "ages 5 to 7 can't be offered in it unless a grown-up reads" in first.fact
    assert second.level is Level.GOOD


def test_recordings_need_no_voice() -> None:
    """What people have read out is heard, whatever voices there are."""
    (found,) = voices([("qqq", "hm")], ["qqq"])
    assert (found.level, "people have read" in found.fact) == (Level.GOOD, True)


@pytest.mark.parametrize(
    ("samples", "level"), [([0] * 500, Level.LOOK), ([0, 9000, -9000] * 50, Level.GOOD), ([], Level.LOOK)]
)
def test_silence_is_no_voice(samples: list[int], level: Level) -> None:
    """A voice may answer and say nothing."""
    sound = wave_of(array("h", samples).tobytes(), 22050)
    answer = json.dumps(["espeak-ng", base64.b64encode(sound).decode("ascii")])
    assert heard("en", answer).level is level


def test_a_voice_that_ends_is_told() -> None:
    """An empty line is what its process leaves."""
    found = heard("en", "")
    assert (found.level, "process ended" in found.fact) == (Level.LOOK, True)

from __future__ import annotations

import sys
import time
from typing import Any

import pytest

from cop_challenge.app.doctor.devices import Answer, asked, of_screen, of_sound
from cop_challenge.app.doctor.finding import Level

SEEN = {"size": [1366, 768], "bits": 32, "driver": "x11", "shown": True}


def test_the_first_picture_is_timed_in_a_process_of_its_own() -> None:
    """Here on the dummy driver, which nobody sees: that is said, and the picture is there."""
    display, picture = of_screen(asked("screen", 30))
    assert display.level is Level.LOOK
    assert "SDL_VIDEODRIVER" in display.remedy
    assert picture.name == "First picture"
    assert picture.fact.startswith("after ")


def test_the_sound_device_is_opened() -> None:
    """Here the dummy driver, which nobody hears."""
    (found,) = of_sound(asked("sound", 30))
    assert (found.level, "SDL_AUDIODRIVER" in found.remedy) == (Level.LOOK, True)


def test_a_driver_that_hangs_is_given_up() -> None:
    """What was told before is kept."""
    program = "import time; print('{\"bits\": 24}', flush=True); time.sleep(60)"
    begun = time.monotonic()
    answer = asked("screen", 1.5, (sys.executable, "-c", program))
    assert time.monotonic() - begun < 10
    assert (answer.facts, answer.problem) == ({"bits": 24}, "no answer in 2 seconds")


def test_a_driver_that_crashes_takes_nothing_with_it() -> None:
    """The finding names the exit code."""
    answer = asked("sound", 20, (sys.executable, "-c", "import os; os._exit(11)"))
    (found,) = of_sound(answer)
    assert (found.level, "code 11" in found.fact) == (Level.LOOK, True)


@pytest.mark.parametrize(
    ("change", "seconds", "levels"),
    [
        ({}, 0.4, [Level.GOOD, Level.GOOD]),
        ({}, 9.0, [Level.GOOD, Level.LOOK]),
        ({"size": [800, 480]}, 0.4, [Level.LOOK, Level.GOOD]),
        ({"bits": 16}, 0.4, [Level.LOOK, Level.GOOD]),
        ({"shown": False}, 0.4, [Level.GOOD, Level.MEND]),
    ],
)
def test_displays_are_judged_by_size_depth_and_time(
    change: dict[str, Any], seconds: float, levels: list[Level]
) -> None:
    """Small ones play but are hard to read; without a picture there is no station."""
    assert [found.level for found in of_screen(Answer(SEEN | change, seconds))] == levels


def test_no_display_is_to_be_mended() -> None:
    """And nothing more is said of it."""
    (found,) = of_screen(Answer({"none": "no display was found"}))
    assert found.level is Level.MEND
    assert "no display was found" in found.fact


def test_no_sound_is_told_with_its_reason() -> None:
    """The station plays, but not for those who are read to."""
    (found,) = of_sound(Answer({"reason": "No sound device could be opened: none.", "driver": ""}))
    assert (found.level, "Ages 5 to 7" in found.remedy) == (Level.LOOK, True)


def test_a_heard_device_is_well() -> None:
    """By its driver's name."""
    (found,) = of_sound(Answer({"reason": "", "driver": "pulseaudio"}))
    assert (found.level, "pulseaudio" in found.fact) == (Level.GOOD, True)

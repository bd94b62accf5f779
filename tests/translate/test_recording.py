from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.i18n.narration import read
from cop_challenge.translate.recording import (
    AFTER,
    BEFORE,
    LOUDNESS,
    PEAK,
    RATE,
    Line,
    NothingHeard,
    finished,
    keep,
)

if TYPE_CHECKING:
    from cop_challenge.translate.recording import Samples

LINE = Line("kite-day.story", "A kite!", "Game “Kite Day” › story")


def room(seconds: float, level: float = 0.0004) -> Samples:
    """Hiss."""
    return np.random.default_rng(1).normal(0, level, round(seconds * RATE)).astype(np.float32)


def spoken(seconds: float, level: float) -> Samples:
    """A vowel that swells and fades, as a word does."""
    time = np.arange(round(seconds * RATE)) / RATE
    wave = sum(np.sin(2 * np.pi * 140 * n * time) / n for n in (1, 2, 3, 5))
    return (level * wave * np.sin(np.pi * time / seconds) ** 0.5).astype(np.float32)


def take(before: float, word: float, after: float, level: float = 0.1) -> Samples:
    silent = room(before + word + after)
    start = round(before * RATE)
    silent[start : start + round(word * RATE)] += spoken(word, level)[: len(silent) - start]
    return silent


def decibels(level: float) -> float:
    return float(20 * np.log10(level))


@given(st.floats(0.3, 2), st.floats(0.25, 3), st.floats(0.3, 2))
@settings(max_examples=25, deadline=None)
def test_only_the_speech_is_left_and_a_breath_of_the_room(before: float, word: float, after: float) -> None:
    assert len(finished(take(before, word, after))) / RATE == pytest.approx(word + BEFORE + AFTER, abs=0.09)


@given(st.floats(0.02, 0.25))
@settings(max_examples=25, deadline=None)
def test_a_shy_voice_and_a_loud_one_come_out_equally_loud(level: float) -> None:
    made = finished(take(0.5, 1.0, 0.5, level))
    inner = made[round(0.2 * RATE) : -round(0.3 * RATE)]
    assert decibels(float(np.sqrt(np.mean(inner**2)))) == pytest.approx(LOUDNESS, abs=1.5)


def test_nothing_is_louder_than_the_file_can_hold() -> None:
    sound = take(0.5, 1.0, 0.5, 0.05)
    sound[RATE] = 0.9  # a click in a soft voice
    assert decibels(float(np.abs(finished(sound)).max())) <= PEAK + 0.01


@pytest.mark.parametrize("sound", [np.zeros(0, np.float32), np.zeros(RATE, np.float32), room(2)])
def test_a_room_alone_is_no_speech(sound: Samples) -> None:
    with pytest.raises(NothingHeard):
        finished(sound)


def test_a_line_that_is_kept_is_found_and_can_be_heard(tmp_path: Path) -> None:
    known = keep(tmp_path, "sw", LINE, finished(take(0.5, 1.0, 0.5)))
    assert known.has(LINE.key, LINE.words)
    samples, rate = soundfile.read(known.path(LINE.key))
    assert rate == RATE
    assert decibels(float(np.abs(samples).max())) > -20


def test_once_the_text_changes_the_recording_counts_no_more(tmp_path: Path) -> None:
    keep(tmp_path, "sw", LINE, finished(take(0.5, 1.0, 0.5)))
    assert not read(tmp_path, "sw").has(LINE.key, "Two kites!")


def test_earlier_lines_stay(tmp_path: Path) -> None:
    keep(tmp_path, "sw", LINE, finished(take(0.5, 1.0, 0.5)))
    other = Line("kite-day.title", "Kite Day", "")
    known = keep(tmp_path, "sw", other, finished(take(0.5, 1.0, 0.5)))
    assert known.has(LINE.key, LINE.words)
    assert known.has(other.key, other.words)

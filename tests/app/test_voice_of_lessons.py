"""A lesson for those who cannot read, as the shipped voice says it: every line can be heard."""

from __future__ import annotations

import array
import io
import wave
from collections.abc import Iterator

import pytest

from cop_challenge.activities.texts import texts
from cop_challenge.app.languages import Languages
from cop_challenge.app.wiring import Places
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.ui.voice.espeak import Espeak

SILENCE = 200
"""Of 32767: noise of a quiet room."""


def heard(sound: bytes) -> float:
    """Seconds that are louder than a quiet room."""
    with wave.open(io.BytesIO(sound)) as reader:
        rate = reader.getframerate()
        samples = array.array("h", reader.readframes(reader.getnframes()))
    step = rate // 50
    loud = (max(map(abs, samples[at : at + step])) > SILENCE for at in range(0, len(samples), step))
    return sum(loud) / 50


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


def lines(places: Places, library: Library, code: str, lesson: str) -> Iterator[str]:
    translator = Languages(places, (), library).look(Translator(places.locales, code))
    for said in texts(library.lessons[lesson]):
        assert translator.has(said.text)
        yield translator(said.text)


@pytest.mark.parametrize("lesson", ["kite-day", "the-wobbly-film"])
@pytest.mark.parametrize("code", ["ar", "am", "fr", "en"])
def test_every_line_of_a_lesson_can_be_heard(
    espeak: Espeak, places: Places, library: Library, code: str, lesson: str
) -> None:
    """Some 60 ms a letter, of an alphabet at least, are no silence and no spelling out either."""
    assert espeak.speaks(code)
    for words in lines(places, library, code, lesson):
        seconds = heard(espeak.say(words))
        assert 0.025 * len(words) < seconds < 2 + 0.4 * len(words), words

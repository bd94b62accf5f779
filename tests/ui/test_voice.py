from __future__ import annotations

import base64
import io
import json
import sys
import time
import wave
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cop_challenge.ui.sound import Silence
from cop_challenge.ui.voice import sapi, say, speaker, worker
from cop_challenge.ui.voice.espeak import Espeak
from cop_challenge.ui.voice.speaker import Phrase, Reader


def seconds(sound: bytes) -> float:
    with wave.open(io.BytesIO(sound)) as reader:
        assert (reader.getnchannels(), reader.getsampwidth()) == (1, 2)
        return reader.getnframes() / reader.getframerate()


# ------------------------------------------------------------------- voices


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Hello, light the lantern"),
        ("ar", "مرحبا يا صديقي"),
        ("am", "ሰላም ጓደኛዬ"),
        ("fr", "Bonjour, mon ami"),
        ("es", "Hola, mi amiga"),
        ("ru", "Привет, мой друг"),
        ("zh", "你好我的朋友"),
    ],
)
def test_the_shipped_voice_speaks_every_language_of_the_bay(
    espeak: Espeak, language: str, words: str
) -> None:
    assert espeak.speaks(language)
    assert 0.5 < seconds(espeak.say(words)) < 6


def test_the_shipped_voice_knows_what_it_cannot_speak(espeak: Espeak) -> None:
    assert not espeak.speaks("xx")


def test_more_words_take_longer(espeak: Espeak) -> None:
    assert espeak.speaks("en")
    assert seconds(espeak.say("One lantern and then another lantern")) > 2 * seconds(espeak.say("One"))


def test_a_slow_voice_takes_longer_and_a_fast_one_less(espeak: Espeak) -> None:
    assert espeak.speaks("en")
    slow, normal, fast = (
        seconds(espeak.say("One lantern and then another lantern", speed))
        for speed in ("slow", "normal", "fast")
    )
    assert slow > 1.1 * normal > 1.2 * fast


def test_a_language_is_spoken_by_whoever_speaks_its_kind() -> None:
    assert worker.codes("zh_Hans") == ("zh-hans", "zh")
    assert worker.codes("fr") == ("fr",)


class Broken:
    name = "broken"

    def speaks(self, language: str) -> bool:
        return True

    def say(self, words: str, speed: str = "normal") -> bytes:
        raise OSError("no breath")


class Fine(Broken):
    name = "fine"

    def say(self, words: str, speed: str = "normal") -> bytes:
        return words.encode()


def test_where_one_voice_fails_the_next_one_speaks() -> None:
    name, sound = worker.answer([Broken(), Fine()], "en", "hello")
    assert (name, base64.b64decode(sound)) == ("fine", b"hello")


def test_where_all_voices_fail_the_reason_comes_back() -> None:
    assert worker.answer([Broken()], "en", "hello") == ("", "broken: no breath")
    assert worker.answer([], "xx", "hello") == ("", "no voice speaks “xx”")


@pytest.mark.parametrize("system", ["win32", "darwin", "linux"])
def test_every_system_has_at_least_the_shipped_voice(system: str) -> None:
    """Where a system's own voices can't be opened, as on another system, that is no error."""
    assert [voice.name for voice in worker.voices(system)][-1] == "espeak-ng"


def test_each_wish_is_answered_in_a_line() -> None:
    out = io.StringIO()
    worker.work(['["en", "hello", "normal"]', '["xx", "hello", "normal"]'], out)
    (name, sound), (none, reason) = map(json.loads, out.getvalue().splitlines())
    assert name
    assert seconds(base64.b64decode(sound)) > 0.2
    assert (none, reason) == ("", "no voice speaks “xx”")


def test_windows_names_languages_by_numbers() -> None:
    codes = sapi.language_codes("en")
    assert {"409", "809"} <= set(codes)
    assert "40c" not in codes
    assert sapi.language_codes("am") == ["45e"]


def test_the_voices_of_macos_are_found_by_language() -> None:
    listing = (
        "Bad News            en_US    # Hello! My name is Bad News.\n"
        "Majed               ar_001   # مرحبًا اسمي ماجد\n"
        "Tingting            zh_CN    # 你好\n"
        "Eddy (French (France)) fr_FR # Bonjour\n"
        "no line of theirs\n"
    )
    found = say.voices(listing)
    assert found == {"en": "Bad News", "ar": "Majed", "zh": "Tingting", "fr": "Eddy (French (France))"}


# ------------------------------------------------------------------- reading


class Ears(Silence):
    """A sound that remembers what was said and is over when told."""

    def __init__(self) -> None:
        super().__init__(reason="")
        self.heard: list[bytes] = []
        self.speaking = False
        self.ducked = False

    def say(self, wave: bytes) -> None:
        self.heard.append(wave)
        self.speaking = True

    def hush(self) -> None:
        self.speaking = False

    def duck(self, on: bool) -> None:
        self.ducked = on


class Reading:
    """A reader whose process does not matter: time goes by until something has happened."""

    def __init__(self) -> None:
        self.ears = Ears()
        self.reader = Reader(self.ears)
        self.now = 0.0

    def until_said(self, offer: str) -> None:
        end = time.perf_counter() + 10
        while self.reader.at != offer or not self.ears.speaking:
            self.now += 0.01
            self.reader.step(self.now)
            assert time.perf_counter() < end, f"never came to “{offer}”"
            time.sleep(0.001)

    def over(self) -> None:
        self.ears.speaking = False
        self.now += 0.01
        self.reader.step(self.now)


@pytest.fixture
def reading() -> Iterator[Reading]:
    made = Reading()
    yield made
    made.reader.close()


ASK, KEEP, SHARE = (
    Phrase("Who may see it?", "en", "ask"),
    Phrase("Keep", "en", "keep"),
    Phrase("Share", "en", "s"),
)


def test_phrases_are_read_in_their_order_with_a_pause_between(reading: Reading) -> None:
    reading.reader.read([ASK, KEEP])
    assert reading.ears.ducked
    reading.until_said("ask")
    reading.over()
    assert (reading.reader.at, reading.reader.busy) == ("", True)
    ended = reading.now
    reading.until_said("keep")
    assert reading.now - ended >= speaker.PAUSE_SECONDS - 0.011
    reading.over()
    reading.over()
    assert (reading.reader.busy, reading.ears.ducked) == (False, False)
    assert len(reading.ears.heard) == 2


def test_a_recording_is_heard_instead_of_a_voice(reading: Reading, tmp_path: Path) -> None:
    path = tmp_path / "keep.ogg"
    path.write_bytes(b"OggS and so on")
    reading.reader.read([replace(KEEP, recorded=path)])
    reading.until_said("keep")
    assert reading.ears.heard == [b"OggS and so on"]
    assert reading.reader.name == speaker.RECORDED


@pytest.mark.parametrize("made", [True, False])
def test_a_voice_says_what_was_recorded_badly_or_is_gone(
    reading: Reading, tmp_path: Path, made: bool
) -> None:
    path = tmp_path / "keep.ogg"
    if made:
        path.write_text("no sound", encoding="utf-8")
    reading.reader.read([replace(KEEP, recorded=path)])
    reading.until_said("keep")
    assert seconds(reading.ears.heard[0]) > 0.2
    assert reading.reader.problem.startswith("keep.ogg: ")


def test_new_phrases_interrupt_at_once(reading: Reading) -> None:
    reading.reader.read([ASK, KEEP])
    reading.until_said("ask")
    reading.reader.read([SHARE])
    assert not reading.ears.speaking
    reading.until_said("s")
    reading.over()
    reading.over()
    assert not reading.reader.busy


def test_nothing_to_read_is_silence(reading: Reading) -> None:
    reading.reader.read([ASK])
    reading.until_said("ask")
    reading.reader.read([])
    assert (reading.ears.speaking, reading.reader.busy, reading.ears.ducked) == (False, False, False)


def test_what_no_voice_can_say_is_left_out(reading: Reading) -> None:
    reading.reader.read([Phrase("hm", "xx", "lost"), KEEP])
    reading.until_said("keep")
    assert len(reading.ears.heard) == 1
    assert reading.reader.problem == "no voice speaks “xx”"


def test_languages_without_a_voice_are_found_out(reading: Reading) -> None:
    """Asked without a word, and not forgotten when something is to be read meanwhile."""
    reading.reader.ask(["en", "xx"])
    reading.reader.read([KEEP])
    reading.over()
    late = time.monotonic() + 10
    while not reading.reader.unvoiced and time.monotonic() < late:
        reading.reader.step(0.0)
        time.sleep(0.01)
    assert reading.reader.unvoiced == {"xx"}
    assert reading.reader.problem == ""


def test_a_killed_process_is_started_again(reading: Reading) -> None:
    reading.reader.read([ASK])
    reading.until_said("ask")
    reading.reader._companion._process.kill()  # type: ignore[union-attr]
    reading.reader._companion._process.wait()  # type: ignore[union-attr]
    reading.reader.read([KEEP])
    reading.until_said("keep")
    assert reading.reader.reason == ""


def test_a_voice_that_always_fails_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its reason is for the staff page, and the screen goes on without it."""
    made = Reading()
    made.reader._companion._command = [sys.executable, "-c", "raise SystemExit(3)"]
    made.reader.read([ASK])
    end = time.perf_counter() + 20
    while made.reader.busy:
        made.now += 0.05
        made.reader.step(made.now)
        assert time.perf_counter() < end
        time.sleep(0.005)
    assert made.ears.heard == []
    made.reader.close()


def test_without_a_sound_device_nothing_is_read() -> None:
    reader = Reader(Silence("no device"))
    assert reader.reason == "no device"
    reader.read([ASK])
    reader.step(1.0)
    assert not reader.busy
    reader.close()

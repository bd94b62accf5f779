"""Who reads aloud, language by language: ages 5 to 7 depend on it."""

from __future__ import annotations

import base64
import json
import queue
import wave
from array import array
from collections.abc import Iterable, Iterator
from io import BytesIO

from cop_challenge.app.doctor.finding import Finding, good, look
from cop_challenge.i18n.locale import own_name
from cop_challenge.ui.companion import Companion

PATIENCE_SECONDS = 10.0
"""For the first word: the process has to start. Far more than a slow laptop needs."""
LOUD = 300
"""Of 32767: what a voice's loudest moment at least reaches; silence is nought."""


class _Voice:
    """The voice's process, asked one thing at a time."""

    def __init__(self) -> None:
        self._answers: queue.Queue[str] = queue.Queue()
        self._process = Companion("cop_challenge.ui.voice.worker", name="doctor", heard=self._answers.put)

    def ask(self, language: str, sentence: str) -> str:
        """The line that comes back, or nothing if the process ended. TimeoutError, OSError."""
        self._process.write(json.dumps([language, sentence, "normal"]))
        try:
            return self._answers.get(timeout=PATIENCE_SECONDS)
        except queue.Empty:
            raise TimeoutError(f"no answer in {PATIENCE_SECONDS:.0f} seconds") from None

    def end(self) -> None:
        """Stop the process."""
        self._process.end()


def voices(sentences: Iterable[tuple[str, str]], narrated: Iterable[str]) -> Iterator[Finding]:
    """A line for each (language, sentence in it); `narrated`: languages people have read all of."""
    read_out = frozenset(narrated)
    voice = _Voice()
    try:
        for language, sentence in sentences:
            if language in read_out:
                yield good(_name(language), "people have read out every lesson for ages 5 to 7.")
                continue
            try:
                line = voice.ask(language, sentence)
            except OSError as error:  # TimeoutError is one
                line = ""
                yield _none(language, f"the voice can't be asked ({error})")
            else:
                yield heard(language, line)
            if not line:  # a new process, so that no late answer is taken for the next language's
                voice.end()
                voice = _Voice()
    finally:
        voice.end()


def heard(language: str, line: str) -> Finding:
    """What a line of the voice's process says of a language."""
    if not line:
        return _none(language, "the voice's process ended")
    voice, said = json.loads(line)
    if not voice:
        return _none(language, said)
    if loudest(base64.b64decode(said)) < LOUD:
        return _none(language, f"the voice {voice} is silent")
    return good(_name(language), f"{voice} speaks.")


def loudest(sound: bytes) -> int:
    """The greatest sample of a 16-bit WAV file, from 0 to 32768; 0 if it is none."""
    try:
        with wave.open(BytesIO(sound)) as file:
            samples = array("h", file.readframes(file.getnframes()))
    except (wave.Error, EOFError, ValueError):
        return 0
    return max(map(abs, samples), default=0)


def _name(language: str) -> str:
    return f"Voice, {own_name(language)}"


def _none(language: str, why: str) -> Finding:
    return look(
        _name(language),
        f"{why}; ages 5 to 7 can't be offered in it unless a grown-up reads.",
        "Plan for a reader, record it (“translate record”), or install a system voice of this language.",
    )

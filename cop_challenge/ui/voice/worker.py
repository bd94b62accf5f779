"""The process that speaks: wishes in, sound out.

python -m cop_challenge.ui.voice.worker

Each line in is `[language, words]` as JSON; each line out `[voice, WAV file in base64]`, or `["", reason]`.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import IO, Protocol

SYSTEM = {"win32": "sapi.Sapi", "darwin": "say.Say"}
"""The system's own voices sound best. On Linux there are none that hand over what they say."""


class Voice(Protocol):
    """One way to speak. Everything that goes wrong with it is an exception; another voice is tried then."""

    name: str

    def speaks(self, language: str) -> bool:
        """Whether there is a voice of that language, and if so, it is taken."""

    def say(self, words: str) -> bytes:
        """The words as a WAV file, in the language last asked for."""


def voices(system: str = sys.platform) -> Iterator[Voice]:
    """Those that work here, the best first."""
    for place in (SYSTEM.get(system, ""), "espeak.Espeak"):
        module, _, name = place.partition(".")
        if place:
            try:
                yield getattr(import_module(f"{__package__}.{module}"), name)()
            except Exception as problem:  # a system without its voices still has the next ones
                print(f"{place}: {problem}", file=sys.stderr)


def answer(voices: Iterable[Voice], language: str, words: str) -> tuple[str, str]:
    """The name of the voice and what it said; no name and the reason if none can."""
    reason = f"no voice speaks “{language}”"
    for voice in voices:
        try:
            if voice.speaks(language):
                return voice.name, base64.b64encode(voice.say(words)).decode("ascii")
        except Exception as problem:
            reason = f"{voice.name}: {problem}"
    return "", reason


def work(wishes: Iterable[str], done: IO[str]) -> None:
    """Answers every wish."""
    known = list(voices())
    for line in wishes:
        language, words = json.loads(line)
        done.write(json.dumps(answer(known, language, words)) + "\n")
        done.flush()


if __name__ == "__main__":
    # Windows opens pipes in its own code page.
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    work(sys.stdin, sys.stdout)

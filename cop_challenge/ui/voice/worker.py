"""The process that speaks: wishes in, sound out.

python -m cop_challenge.ui.voice.worker

Each line in is `[language, words, speed]` as JSON; each line out `[voice, WAV file in base64]`, or
`["", reason]`. Without words it is a question, whether the language can be spoken at all.
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

    def say(self, words: str, speed: str = "normal") -> bytes:
        """The words as a WAV file, in the language last asked for; slow, normal or fast."""


def voices(system: str = sys.platform) -> Iterator[Voice]:
    """Those that work here, the best first."""
    for place in (SYSTEM.get(system, ""), "espeak.Espeak"):
        module, _, name = place.partition(".")
        if place:
            try:
                yield getattr(import_module(f"{__package__}.{module}"), name)()
            except Exception as problem:  # a system without its voices still has the next ones
                print(f"{place}: {problem}", file=sys.stderr)


def codes(language: str) -> tuple[str, ...]:
    """A language's own code, and that of all its kinds: `zh_Hans` is spoken by whoever speaks `zh`."""
    own = language.replace("_", "-").lower()
    return tuple(dict.fromkeys((own, own.partition("-")[0])))


def answer(voices: Iterable[Voice], language: str, words: str, speed: str = "normal") -> tuple[str, str]:
    """The name of the voice and what it said; no name and the reason if none can."""
    reason = f"no voice speaks “{language}”"
    for voice in voices:
        try:
            if any(voice.speaks(code) for code in codes(language)):
                sound = voice.say(words, speed) if words else b""
                return voice.name, base64.b64encode(sound).decode("ascii")
        except Exception as problem:
            reason = f"{voice.name}: {problem}"
    return "", reason


def work(wishes: Iterable[str], done: IO[str]) -> None:
    """Answers every wish."""
    known = list(voices())
    for line in wishes:
        language, words, speed = json.loads(line)
        done.write(json.dumps(answer(known, language, words, speed)) + "\n")
        done.flush()


if __name__ == "__main__":
    # Windows opens pipes in its own code page.
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    work(sys.stdin, sys.stdout)

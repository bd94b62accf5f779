"""The voices of Windows, through its Speech API 5.4 (learn.microsoft.com: SpVoice, SpMemoryStream)."""

from __future__ import annotations

import locale
from typing import Any

from cop_challenge.ui.voice.wave import wave_of

FORMAT_22KHZ_16BIT_MONO, RATE = 22, 22050
"""SAFT22kHz16BitMono, and its samples a second."""
RATES = {"slow": -5, "normal": -2, "fast": 0}
"""On its scale from -10 to 10, on which three steps are a quarter: its usual is too fast for children."""


def language_codes(language: str) -> list[str]:
    """Windows' codes of a language in all its countries, in hexadecimal without 0x, as voices name theirs."""
    known = locale.windows_locale.items()
    return [f"{code:x}" for code, name in known if name.partition("_")[0] == language]


class Sapi:
    """OSError where there is no such thing."""

    name = "Windows"

    def __init__(self) -> None:
        import comtypes.client

        self._create = comtypes.client.CreateObject
        self._voice: Any = self._create("SAPI.SpVoice")

    def speaks(self, language: str) -> bool:
        """Whether there is a voice of that language, and if so, it is taken."""
        for code in language_codes(language):
            found = self._voice.GetVoices(f"Language={code}")
            if found.Count:
                self._voice.Voice = found.Item(0)
                return True
        return False

    def say(self, words: str, speed: str = "normal") -> bytes:
        """The words as a WAV file, in the language last asked for."""
        stream: Any = self._create("SAPI.SpMemoryStream")
        stream.Format.Type = FORMAT_22KHZ_16BIT_MONO
        self._voice.AllowAudioOutputFormatChangesOnNextSet = False
        self._voice.AudioOutputStream = stream
        self._voice.Rate = RATES[speed]
        self._voice.Speak(words)
        return wave_of(bytes(stream.GetData()), RATE)

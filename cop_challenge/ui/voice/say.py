"""The voices of macOS, through its command `say` (its manual page: `man say`)."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

WORDS_A_MINUTE = {"slow": 115, "normal": 150, "fast": 185}
FORMAT = ("--file-format=WAVE", "--data-format=LEI16@22050")


def voices(listing: str) -> dict[str, str]:
    """The first voice of each language, from `say --voice=?`: `Samantha   en_US    # Hello…`."""
    found: dict[str, str] = {}
    for line in listing.splitlines():
        before, sign, _ = line.partition("#")
        name, _, region = before.rstrip().rpartition(" ")
        if sign and name.strip():
            found.setdefault(region.replace("-", "_").partition("_")[0], name.strip())
    return found


class Say:
    """OSError where there is no such command."""

    name = "macOS"

    def __init__(self) -> None:
        listing = subprocess.run(["say", "--voice=?"], capture_output=True, check=True, encoding="utf-8")
        self._voices = voices(listing.stdout)
        self._voice = ""

    def speaks(self, language: str) -> bool:
        """Whether there is a voice of that language, and if so, it is taken."""
        self._voice = self._voices.get(language, "")
        return bool(self._voice)

    def say(self, words: str, speed: str = "normal") -> bytes:
        """The words as a WAV file, in the language last asked for."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "words.wav"
            rate = WORDS_A_MINUTE[speed]
            command = ["say", f"--voice={self._voice}", f"--rate={rate}", f"--output-file={path}"]
            subprocess.run([*command, *FORMAT], input=words, check=True, encoding="utf-8")
            return path.read_bytes()

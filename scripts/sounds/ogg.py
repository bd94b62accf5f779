"""Ogg Vorbis files that are the same bytes each time."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import soundfile

from sounds.synth import RATE, Wave

WRITTEN_AT_ONCE = RATE
"""Frames; libvorbis keeps what it is given on the stack, so it gets no more than a second."""

SERIAL = b"LBay"
"""The stream's number, which libsndfile would draw by chance."""


def write(path: Path, wave: Wave, quality: float) -> None:
    """Vorbis at `quality` from 0 to 1, through 16 bits so that the last digit of a sine is no matter."""
    steps = np.round(wave * 32767).astype(np.int16)
    channels = 1 if steps.ndim == 1 else steps.shape[1]
    with soundfile.SoundFile(
        path, "w", RATE, channels, format="OGG", subtype="VORBIS", compression_level=1 - quality
    ) as file:
        for start in range(0, len(steps), WRITTEN_AT_ONCE):
            file.write(steps[start : start + WRITTEN_AT_ONCE])
    path.write_bytes(_numbered(path.read_bytes()))


def read(path: Path) -> Wave:
    """What a player will hear."""
    wave, rate = soundfile.read(path, dtype="float64")
    assert rate == RATE
    return np.asarray(wave)


def _numbered(data: bytes) -> bytes:
    """Every page with our serial number and its checksum anew (RFC 3533, section 6)."""
    made = bytearray(data)
    at = 0
    while at < len(made):
        assert made[at : at + 4] == b"OggS"
        segments = made[at + 26]
        end = at + 27 + segments + sum(made[at + 27 : at + 27 + segments])
        made[at + 14 : at + 18] = SERIAL
        made[at + 22 : at + 26] = bytes(4)
        made[at + 22 : at + 26] = _checksum(made[at:end]).to_bytes(4, "little")
        at = end
    return bytes(made)


@cache
def _crc_steps() -> tuple[int, ...]:
    """What each byte does to the checksum: polynomial 0x04C11DB7, highest bit first."""
    steps = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x104C11DB7 if value & 0x80000000 else 0)
        steps.append(value)
    return tuple(steps)


def _checksum(page: bytes | bytearray) -> int:
    steps, value = _crc_steps(), 0
    for byte in page:
        value = ((value << 8) & 0xFFFFFFFF) ^ steps[(value >> 24) ^ byte]
    return value

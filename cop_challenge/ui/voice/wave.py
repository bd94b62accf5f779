"""Samples as a sound file in memory."""

from __future__ import annotations

import io
import wave


def wave_of(samples: bytes, rate: int) -> bytes:
    """One channel of 16-bit samples as a WAV file."""
    with io.BytesIO() as file:
        with wave.open(file, "wb") as writer:
            writer.setnchannels(1)
            writer.setsampwidth(2)
            writer.setframerate(rate)
            writer.writeframes(samples)
        return file.getvalue()

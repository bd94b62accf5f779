"""The microphone, for `translate record` alone: no station ever opens it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cop_challenge.translate.recording import RATE

if TYPE_CHECKING:
    from cop_challenge.translate.recording import Samples


class NoMicrophone(Exception):
    """Nothing can be recorded here; the message says why and what to do."""


class Microphone:
    """The system's own, through PortAudio. NoMicrophone if there is none."""

    def __init__(self) -> None:
        try:
            import sounddevice
            import soundfile  # noqa: F401  (what is recorded is written with it)
        except ImportError as error:
            raise NoMicrophone(
                f"Recording needs “{error.name}”. Install it: "
                "python -m pip install 'cop-challenge[recording]'"
            ) from error
        except OSError as error:
            raise NoMicrophone(
                f"The system's sound library is missing ({error}). On Debian and Ubuntu: "
                "sudo apt install libportaudio2"
            ) from error
        self._device = sounddevice
        try:
            sounddevice.check_input_settings(channels=1, samplerate=RATE, dtype="float32")
        except (sounddevice.PortAudioError, ValueError) as error:
            raise NoMicrophone(
                f"No microphone can be used: {error}. Plug one in, allow programs to use it in the system's "
                "privacy settings, and start again."
            ) from error

    def record(self, until: Callable[[], object]) -> Samples:
        """What is heard until `until` returns."""
        import numpy as np

        heard: list[Samples] = []

        def take(block: Samples, frames: int, time: object, status: object) -> None:
            heard.append(block[:, 0].copy())

        try:
            with self._device.InputStream(samplerate=RATE, channels=1, dtype="float32", callback=take):
                until()
        except self._device.PortAudioError as error:
            raise NoMicrophone(f"The microphone has stopped: {error}. Plug it in and start again.") from error
        return np.concatenate(heard) if heard else np.zeros(0, np.float32)

    def play(self, samples: Samples) -> None:
        """Through the loudspeakers; comes back when it is over."""
        try:
            self._device.play(samples, RATE)
            self._device.wait()
        except self._device.PortAudioError:
            pass  # without loudspeakers one records unheard

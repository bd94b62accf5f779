"""Instruments and rooms: sums of decaying sines and shaped noise, nothing recorded.

A sound is an array of floats, mono `(n,)` or stereo `(n, 2)`, at RATE samples a second. What repeats
is built on a circle: tails and echoes that pass its end go on at its beginning, so no loop has a seam.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float64]

RATE = 44100
"""Samples a second."""

_STEPS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def pitch(name: str) -> int:
    """A note's MIDI number: C4 is 60; `#` and `b` raise and lower."""
    letter, octave = name[:-1], int(name[-1])
    return 12 * (octave + 1) + _STEPS[letter[0]] + letter.count("#") - letter.count("b")


def hertz(note: int | str) -> float:
    """Its frequency, A4 at 440."""
    number = pitch(note) if isinstance(note, str) else note
    return 440.0 * 2.0 ** ((number - 69) / 12)


def times(seconds: float) -> Wave:
    """The moments of that many seconds."""
    return np.arange(round(seconds * RATE)) / RATE


def ramp(count: int) -> Wave:
    """From 0 to 1 along half a cosine."""
    return 0.5 - 0.5 * np.cos(np.linspace(0.0, math.pi, count))


def fast(count: int) -> int:
    """A length no shorter whose Fourier transform is quick: a power of two, or three quarters of one."""
    power = 1 << (count - 1).bit_length()
    return power * 3 // 4 if power * 3 // 4 >= count else power


def shaped(wave: Wave, attack: float, release: float) -> Wave:
    """Rounded at both ends, in seconds, so that nothing clicks."""
    rise, fall = (min(len(wave), max(1, round(seconds * RATE))) for seconds in (attack, release))
    made = wave.copy()
    made[:rise] *= ramp(rise)
    made[-fall:] *= ramp(fall)[::-1]
    return made


@dataclass(frozen=True)
class Partial:
    """One sine of a struck body."""

    ratio: float
    """To the fundamental."""
    level: float
    ring: float
    """Seconds at A4 until it is down to 37 %."""


@dataclass(frozen=True)
class Struck:
    """Wood, tines, glass or strings: partials that start together and die away, high ones first."""

    partials: tuple[Partial, ...]
    attack: float
    """Seconds; a felt mallet is slower than a thumb."""
    shared: float = 0.5
    """How much longer low notes ring: the power of 440 Hz to the note's frequency."""

    def note(self, note: int | str, seconds: float, force: float = 1.0) -> Wave:
        """Let ring for that long; a softer touch is duller too."""
        base, at = hertz(note), times(seconds)
        longer = (440.0 / base) ** self.shared
        made = np.zeros(len(at))
        for number, partial in enumerate(self.partials):
            frequency = base * partial.ratio
            if frequency < 14000:
                level = partial.level * force ** (1 + 0.35 * number)
                phase = 2 * math.pi * frequency * at
                made += level * np.exp(-at / (partial.ring * longer)) * np.sin(phase)
        return shaped(made, self.attack, min(0.06, seconds / 3))


def strings(brightness: float, ring: float, plucked_at: float = 0.23) -> tuple[Partial, ...]:
    """Harmonics of a string plucked at that share of its length; slightly stiff, so slightly sharp."""
    return tuple(
        Partial(
            ratio=n * math.sqrt(1 + 0.00012 * n * n),
            level=abs(math.sin(math.pi * n * plucked_at)) / n**brightness,
            ring=ring / (1 + 0.45 * (n - 1)),
        )
        for n in range(1, 11)
    )


KALIMBA = Struck(
    (
        Partial(1, 1, 0.46),
        Partial(2, 0.24, 0.28),
        Partial(3.01, 0.11, 0.20),
        Partial(5.42, 0.12, 0.065),
        Partial(6.27, 0.05, 0.04),
    ),
    attack=0.003,
)
MARIMBA = Struck((Partial(1, 1, 0.34), Partial(3.93, 0.24, 0.09), Partial(9.2, 0.05, 0.02)), attack=0.004)
VIBES = Struck(
    (Partial(1, 1, 0.7), Partial(2, 0.08, 0.4), Partial(3.98, 0.24, 0.3), Partial(9.9, 0.03, 0.06)),
    attack=0.005,
)
GLASS = Struck(
    (
        Partial(1, 1, 0.85),
        Partial(1.003, 0.5, 0.8),
        Partial(2.01, 0.30, 0.5),
        Partial(3.02, 0.12, 0.3),
        Partial(4.16, 0.06, 0.2),
        Partial(5.43, 0.03, 0.12),
    ),
    attack=0.006,
)
PLUCK = Struck(strings(1.15, 0.5), attack=0.004)
HARP = Struck(strings(1.4, 0.85, 0.31), attack=0.006)
BASS = Struck(
    (Partial(1, 1, 0.55), Partial(2, 0.42, 0.4), Partial(3, 0.14, 0.22), Partial(4, 0.05, 0.12)),
    attack=0.012,
    shared=0.25,
)
WOOD = Struck((Partial(1, 1, 0.017), Partial(2.71, 0.32, 0.009), Partial(5.1, 0.1, 0.004)), attack=0.0015)
DRUM = Struck((Partial(1, 1, 0.06), Partial(1.59, 0.35, 0.04), Partial(2.4, 0.1, 0.02)), 0.004, shared=0.2)


def pad(note: int, seconds: float, swell: float = 0.5) -> Wave:
    """A soft choir of detuned voices that swells and sinks; it outlasts its time by the swell."""
    at = times(seconds + swell)
    made = np.zeros(len(at))
    for voice, (cents, share) in enumerate(((-5.0, 0.35), (0.0, 1.0), (6.0, 0.35))):
        base = hertz(note) * 2 ** (cents / 1200)
        for n, level in ((1, 1.0), (2, 0.5), (3, 0.3), (4, 0.16), (5, 0.1), (6, 0.06)):
            made += share * level * np.sin(2 * math.pi * n * base * at + 1.7 * voice + n)
    return shaped(made, swell, swell)


def hum(start: float, end: float, seconds: float) -> Wave:
    """A closed-lips voice gliding between two frequencies."""
    at = times(seconds)
    frequency = start * (end / start) ** ramp(len(at))
    phase = 2 * math.pi * np.cumsum(frequency) / RATE
    made = sum(level * np.sin(n * phase) for n, level in ((1, 1.0), (2, 0.38), (3, 0.14), (4, 0.05)))
    return shaped(np.asarray(made), 0.035, 0.09)


def noise(chance: np.random.Generator, count: int, low: float, high: float, slope: float = 0.0) -> Wave:
    """Noise between two frequencies that repeats after `count` samples; `slope` in dB an octave.

    Every frequency gets a random phase, so it is as even as noise can be and has no seam.
    """
    frequencies = np.fft.rfftfreq(count, 1 / RATE)
    safe = np.maximum(frequencies, 1.0)
    level = 1 / np.sqrt((1 + (low / safe) ** 8) * (1 + (safe / high) ** 8))
    level *= (safe / math.sqrt(low * high)) ** (slope / 6.02)
    turns = np.exp(2j * math.pi * chance.random(len(frequencies)))
    made = np.fft.irfft(level * turns, count)
    return made / np.sqrt(np.mean(made**2))


def shake(chance: np.random.Generator, seconds: float = 0.09) -> Wave:
    """One stroke of a shaker: seeds, not metal."""
    made = noise(chance, round(seconds * RATE), 2600, 6500)
    return shaped(made * np.exp(-times(seconds) / 0.022), 0.012, 0.02)


class Circle:
    """A stereo loop to put sounds on; whatever passes its end goes on at its beginning."""

    def __init__(self, seconds: float) -> None:
        self.wave: Wave = np.zeros((round(seconds * RATE), 2))

    def put(self, sound: Wave, at: float, level: float = 1.0, side: float = 0.0) -> None:
        """At that second, from -1, left, to 1, right, at equal power."""
        angle = (side + 1) * math.pi / 4
        stereo = sound[:, None] * (level * np.array([math.cos(angle), math.sin(angle)]))
        start = round(at * RATE) % len(self.wave)
        while len(stereo):
            piece = stereo[: len(self.wave) - start]
            self.wave[start : start + len(piece)] += piece
            stereo, start = stereo[len(piece) :], 0


def room(chance: np.random.Generator, seconds: float, channels: int = 2) -> Wave:
    """The echoes of a soft room: noise that dies away by 60 dB in that time, duller as it goes."""
    count = round(seconds * RATE)
    at = times(seconds)[:, None]
    bright = np.stack([noise(chance, count, 250, 4500, -3) for _ in range(channels)], axis=1)
    dull = np.stack([noise(chance, count, 200, 1400, -3) for _ in range(channels)], axis=1)
    tail = bright * 10 ** (-3 * at / (seconds * 0.6)) + 0.6 * dull * 10 ** (-3 * at / seconds)
    tail[: round(0.012 * RATE)] *= ramp(round(0.012 * RATE))[:, None]
    return tail / np.sqrt(np.sum(tail**2, axis=0))


def echoed(wave: Wave, tail: Wave, share: float) -> Wave:
    """A loop in that room: echoes that pass its end go on at its beginning."""
    count = fast(len(wave) + len(tail))
    spectrum = np.fft.rfft(wave, count, axis=0) * np.fft.rfft(tail, count, axis=0)
    heard = np.fft.irfft(spectrum, count, axis=0)[: len(wave) + len(tail)]
    heard[: len(tail)] += heard[len(wave) :]
    return wave + share * heard[: len(wave)]


def mixed(seconds: float, sounds: Iterable[tuple[float, Wave]]) -> Wave:
    """Mono: each sound at its second, cut to `seconds`, its end rounded."""
    made = np.zeros(round(seconds * RATE))
    for at, sound in sounds:
        start = round(at * RATE)
        piece = sound[: len(made) - start]
        made[start : start + len(piece)] += piece
    return shaped(made, 0.0, min(0.15, seconds / 4))

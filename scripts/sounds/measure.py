"""Loudness, peaks and seams, measured on what the files really hold.

Loudness is that of ITU-R BS.1770-5: K-weighting, blocks of 400 ms overlapping by 75 %, an absolute gate at
-70 LUFS and a relative one 10 LU below. Effects are too short for blocks; theirs is the loudest 400 ms
with silence around it ("momentary maximum"), which is also how an ear adds up a short sound. A mono file is
measured as it is heard, from two loudspeakers.
"""

from __future__ import annotations

import math

import numpy as np

from sounds.synth import RATE, Wave, fast

BLOCK = 0.4
"""Seconds of a loudness block."""


def _biquad(frequencies: Wave, b: tuple[float, float, float], a: tuple[float, float, float]) -> Wave:
    """The gain, as power, of a biquad at those frequencies."""
    z = np.exp(-2j * math.pi * frequencies / RATE)
    return np.abs((b[0] + b[1] * z + b[2] * z * z) / (a[0] + a[1] * z + a[2] * z * z)) ** 2


def k_weights(frequencies: Wave) -> Wave:
    """Gain of the K filter: a head's high shelf and a high-pass, by their analogue prototypes."""
    k = math.tan(math.pi * 1681.974450955533 / RATE)
    high, q = 10 ** (3.999843853973347 / 20), 0.7071752369554196
    middle = high**0.4996667741545416
    shelf = _biquad(
        frequencies,
        (high + middle * k / q + k * k, 2 * (k * k - high), high - middle * k / q + k * k),
        (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k),
    )
    k, q = math.tan(math.pi * 38.13547087602444 / RATE), 0.5003270373238773
    cut = _biquad(frequencies, (1, -2, 1), (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k))
    return np.sqrt(shelf * cut)


def _block_powers(wave: Wave, step: float) -> Wave:
    """K-weighted power of each block, channels added; a block begins every `step` seconds."""
    stereo = wave if wave.ndim == 2 else np.stack([wave, wave], axis=1)
    count = fast(len(stereo) + RATE)
    weights = k_weights(np.fft.rfftfreq(count, 1 / RATE))[:, None]
    heard = np.fft.irfft(np.fft.rfft(stereo, count, axis=0) * weights, count, axis=0)[: len(stereo)]
    total = np.concatenate([[0.0], np.cumsum(np.sum(heard**2, axis=1))])
    length = round(BLOCK * RATE)
    starts = np.arange(0, len(stereo) - length + 1, round(step * RATE))
    return (total[starts + length] - total[starts]) / length


def lufs(power: float) -> float:
    """K-weighted power as loudness."""
    return -0.691 + 10 * math.log10(max(power, 1e-12))


def integrated(wave: Wave) -> float:
    """Gated loudness of the whole, in LUFS."""
    powers = _block_powers(wave, BLOCK / 4)
    powers = powers[powers > 10 ** ((-70 + 0.691) / 10)]
    if not len(powers):
        return -math.inf
    return lufs(float(np.mean(powers[powers > np.mean(powers) / 10])))


def momentary(wave: Wave) -> float:
    """The loudest 400 ms, in LUFS, with silence before and after."""
    rest = np.zeros((round(BLOCK * RATE), *wave.shape[1:]))
    return lufs(float(np.max(_block_powers(np.concatenate([rest, wave, rest]), 0.01))))


def decibels(level: float) -> float:
    """Of full scale."""
    return 20 * math.log10(max(level, 1e-9))


def true_peak(wave: Wave) -> float:
    """The highest point between the samples, at four times the rate, in dBFS."""
    count = fast(len(wave) + RATE)
    spectrum = np.fft.rfft(wave, count, axis=0)
    return decibels(4 * float(np.max(np.abs(np.fft.irfft(spectrum, 4 * count, axis=0)))))


def seam(wave: Wave) -> tuple[float, float]:
    """The step from a loop's last sample to its first, and the step only one in a thousand exceeds inside."""
    stereo = wave.reshape(len(wave), -1)
    inside = np.max(np.abs(np.diff(stereo, axis=0)), axis=1)
    return float(np.max(np.abs(stereo[0] - stereo[-1]))), float(np.quantile(inside, 0.999))

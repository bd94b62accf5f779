"""Makes every sound of the game, and measures it.

    python -m pip install -e '.[sound]' && python scripts/make_sounds.py

All of it is computed: no recording, no sample of anybody's. The same libraries make the same bytes.
`--notes` prints the melodies instead.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sounds import effects, measure, music, ogg, scores
from sounds.synth import RATE, Wave

OUT = Path(__file__).resolve().parent.parent / "assets" / "sound"

PEAK = -3.0
"""dBFS no file may pass, between its samples either; Vorbis adds a little, so making stays HEADROOM below."""
HEADROOM = 0.6


@dataclass(frozen=True)
class Sound:
    """One file."""

    name: str
    make: Callable[[], Wave]
    loudness: float
    """LUFS: of a loop as a whole, of an effect its loudest 400 ms."""
    loop: bool = False
    quality: float = 0.4
    """Of Vorbis, 0 to 1."""


SOUNDS = (
    Sound("tap", effects.tap, -26),
    Sound("page", effects.page, -26),
    Sound("focus", effects.focus, -34),
    Sound("good", effects.good, -17),
    Sound("try-again", effects.try_again, -18),
    Sound("light", effects.light, -17),
    Sound("fanfare", effects.fanfare, -16),
    Sound("waves", effects.waves, -29, loop=True, quality=0.2),
    Sound("crickets", effects.crickets, -32, loop=True, quality=0.2),
    Sound("attract", music.attract, -20, loop=True, quality=0.3),
    Sound("play", music.play, -20, loop=True, quality=0.3),
    Sound("calm", music.calm, -20, loop=True, quality=0.3),
)


def loudness(sound: Sound, wave: Wave) -> float:
    """As `Sound.loudness` means it."""
    return measure.integrated(wave) if sound.loop else measure.momentary(wave)


def rounded(wave: Wave, most: float) -> Wave:
    """Peaks above 70 % of `most` bent so that none passes it; below that nothing changes."""
    knee = 0.7 * most
    over = np.maximum(np.abs(wave) - knee, 0.0)
    return np.sign(wave) * (np.minimum(np.abs(wave), knee) + (most - knee) * np.tanh(over / (most - knee)))


def mastered(sound: Sound) -> Wave:
    """At its loudness, its peaks under PEAK; bending peaks costs loudness, so this is done a few times."""
    wave = sound.make()
    wave = wave - np.mean(wave, axis=0) if sound.loop else wave
    most = 10 ** ((PEAK - HEADROOM) / 20)
    for _ in range(4):
        missing = sound.loudness - loudness(sound, wave)
        wave = rounded(wave * 10 ** (missing / 20), most)
        if abs(missing) < 0.02:
            break
    return wave


def line(sound: Sound, path: Path) -> str:
    """What the finished file measures."""
    wave = ogg.read(path)
    seam = "{:.4f} (inside {:.4f})".format(*measure.seam(wave)) if sound.loop else ""
    return (
        f"{sound.name:<10}{len(wave) / RATE:8.3f}{path.stat().st_size / 1024:7.0f}"
        f"{measure.decibels(float(np.max(np.abs(wave)))):8.1f}{measure.true_peak(wave):8.1f}"
        f"{loudness(sound, wave):8.1f}  {seam}"
    )


def main() -> None:
    """Writes the files named on the command line, or all, and prints the table."""
    if "--notes" in sys.argv:
        for piece in (scores.attract(), scores.play(), scores.calm()):
            print(scores.printed(piece))
        return
    OUT.mkdir(parents=True, exist_ok=True)
    print(f"{'':<10}{'seconds':>8}{'KiB':>7}{'peak':>8}{'true':>8}{'LUFS':>8}  seam")
    for sound in SOUNDS:
        if len(sys.argv) == 1 or sound.name in sys.argv:
            path = OUT / f"{sound.name}.ogg"
            ogg.write(path, mastered(sound), sound.quality)
            print(line(sound, path), flush=True)
    print(f"{sum(path.stat().st_size for path in OUT.glob('*.ogg')) / 2**20:.2f} MiB in all")


if __name__ == "__main__":
    main()

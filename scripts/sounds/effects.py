"""Short sounds of wood, glass and bells, and the bay's two ambient loops.

Notes are those of C's five-note scale (C D E G A), which every piece of music here also has, so an effect
never quarrels with what is playing.
"""

from __future__ import annotations

import math

import numpy as np

from sounds.synth import (
    GLASS,
    HARP,
    KALIMBA,
    MARIMBA,
    PLUCK,
    RATE,
    VIBES,
    WOOD,
    Circle,
    Wave,
    echoed,
    hertz,
    hum,
    mixed,
    noise,
    pad,
    ramp,
    room,
    shaped,
    times,
)


def tap() -> Wave:
    """A fingertip on wood."""
    return mixed(0.075, [(0, WOOD.note("E5", 0.075)), (0, 0.5 * MARIMBA.note("E4", 0.075, 0.6))])


def focus() -> Wave:
    """A smaller, higher touch: something now stands in the light."""
    return mixed(0.055, [(0, WOOD.note("A5", 0.055, 0.5))])


def page() -> Wave:
    """A sail filling: air whose colour rises and then sinks a little."""
    chance, seconds, bands = np.random.default_rng(11), 0.29, 12
    at = times(seconds)
    made = np.zeros(len(at))
    for band in range(bands):
        centre = 320 * 2 ** (band / 3.4)
        air = noise(chance, len(at), centre / 1.2, centre * 1.2)
        passing = 0.07 + 0.09 * band / bands
        made += air * np.exp(-(((at - passing) / 0.055) ** 2)) / (1 + band / 4)
    return shaped(made, 0.05, 0.12)


def good() -> Wave:
    """Yes: three notes up to the keynote, thumbed and glassy."""
    notes = [(0.0, "E5", 1.0), (0.105, "G5", 0.85), (0.21, "C6", 0.8)]
    dry = mixed(
        0.69,
        [(at, KALIMBA.note(note, 0.3 if at < 0.2 else 0.45, force)) for at, note, force in notes]
        + [(0, 0.3 * MARIMBA.note("C5", 0.5)), (0.21, 0.3 * GLASS.note("C6", 0.46))],
    )
    return _in_a_room(dry, 0.5, 0.22)


def try_again() -> Wave:
    """Hm? A closed-lips voice and felt on wood, low, rising as a question does."""
    low, high = hertz("E4"), hertz("G4")
    return mixed(
        0.48,
        [
            (0.0, 0.35 * hum(low, low * 0.985, 0.17)),
            (0.0, 0.9 * MARIMBA.note("E4", 0.17, 0.8)),
            (0.17, 0.5 * hum(high, high * 1.03, 0.3)),
            (0.17, 0.9 * MARIMBA.note("G4", 0.15, 0.8)),  # gone before the voice has risen: no beating
        ],
    )


def light() -> Wave:
    """A lantern: a spark catches, sparkles climb, glass begins to sing."""
    chance = np.random.default_rng(5)
    spark = noise(chance, round(0.09 * RATE), 1800, 5200) * np.exp(-times(0.09) / 0.016)
    sparkles = [
        (0.06 + 0.045 * number, 0.30 * VIBES.note(note, 0.4, 0.7))
        for number, note in enumerate(("G5", "C6", "D6", "E6", "G6"))
    ]
    singing = [
        (0.22 + delay, level * _sung(note, 1.38 - 0.22 - delay))
        for note, level, delay in (("C5", 0.5, 0), ("G5", 0.6, 0.02), ("C6", 0.5, 0.05), ("E6", 0.4, 0.08))
    ]
    return _in_a_room(mixed(1.39, [(0, 0.22 * shaped(spark, 0.004, 0.03)), *sparkles, *singing]), 0.6, 0.2)


def _sung(note: str, seconds: float) -> Wave:
    """A glass rubbed at its rim: swells, trembles gently, fades."""
    at, base = times(seconds), hertz(note)
    tone = sum(
        level * np.sin(2 * math.pi * base * ratio * at)
        for ratio, level in ((1, 1), (1.003, 0.35), (2.01, 0.16), (3.02, 0.05))
    )
    swell = np.minimum(1, at / 0.33) ** 1.5 * np.exp(-np.maximum(0, at - 0.33) / 0.38)
    return shaped(np.asarray(tone) * swell * (1 + 0.12 * np.sin(2 * math.pi * 5.2 * at)), 0.05, 0.3)


def fanfare() -> Wave:
    """The passport: the bay's call, answered IV, V, I, with sparkles over the last chord."""
    beat = 0.145
    call = [
        (0, "G4", 0.55),
        (1, "C5", 0.6),
        (2, "E5", 0.65),
        (3, "G5", 0.85),
        (5, "E5", 0.7),
        (6, "A5", 0.8),
        (7, "B5", 0.85),
        (8, "C6", 1.1),
    ]
    chords = [
        (0, ("C3", "C4", "E4"), 0.45),
        (3, ("C3", "E4", "G4", "C5"), 0.5),
        (6, ("F3", "A4", "C5"), 0.2),
        (7, ("G3", "B4", "D5"), 0.2),
        (8, ("C3", "G3", "E4", "G4", "C5", "E5"), 1.7),
    ]
    sounds = []
    for step, note, level in call:
        ring = 1.6 if step == 8 else 0.5 if step == 3 else 0.26
        sounds.append((step * beat, level * KALIMBA.note(note, ring)))
        sounds.append((step * beat, 0.45 * level * MARIMBA.note(note, ring)))
        sounds.append((step * beat, 0.16 * level * GLASS.note(note, ring)))
    for step, notes, ring in chords:
        for number, note in enumerate(notes):
            sounds.append((step * beat + 0.012 * number, (0.2 + 0.02 * step) * PLUCK.note(note, ring)))
    for note in ("C4", "E4", "G4"):
        sounds.append((8 * beat - 0.1, 0.07 * pad(round(12 * math.log2(hertz(note) / 440)) + 69, 1.2, 0.4)))
    for number, note in enumerate(("E6", "G6", "C6", "E6", "G6", "D6", "C7")):
        level = 0.20 - 0.02 * number
        sounds.append(((8.8 + 0.75 * number) * beat, level * GLASS.note(note, 0.9)))
    sounds.append((8 * beat, 0.25 * HARP.note("C2", 1.7)))
    return _in_a_room(mixed(2.9, sounds), 0.9, 0.2)


def _in_a_room(dry: Wave, seconds: float, share: float) -> Wave:
    """With echoes, no longer than it was."""
    tail = room(np.random.default_rng(2), seconds, channels=1)
    padded = np.concatenate([dry, np.zeros(len(tail))])[:, None]
    return shaped(echoed(padded, tail, share)[: len(dry), 0], 0.0, min(0.2, len(dry) / RATE / 4))


def waves() -> Wave:
    """The bay: three swells, none like another, that come up the sand and run back; a loop."""
    chance, seconds = np.random.default_rng(7), 20.0
    count = round(seconds * RATE)
    at = times(seconds)
    body, wash, foam = (
        noise(chance, count, low, high, slope)
        for low, high, slope in ((70, 380, -4), (260, 1300, -4), (1100, 4200, -5))
    )
    near, far = np.zeros(count), np.zeros(count)
    for crest, rise, fall, height in ((3.6, 2.3, 2.6, 1.0), (10.2, 2.9, 2.9, 0.78), (16.4, 2.1, 2.5, 0.92)):
        near += height * _swell(at, crest, rise, fall, seconds)
        far += height * _swell(at, crest + 0.45, rise * 0.7, fall * 1.1, seconds)
    return body * (0.30 + 0.35 * near) + wash * (0.10 + 0.60 * near) + foam * (0.035 + 0.34 * far**1.5)


def _swell(at: Wave, crest: float, rise: float, fall: float, around: float) -> Wave:
    """One wave's height over time, on a loop of `around` seconds."""
    away = (at - crest + around / 2) % around - around / 2
    return np.exp(-((away / np.where(away < 0, rise, fall)) ** 2) * 2)


def crickets() -> Wave:
    """A warm night: three crickets at three distances, who rest now and then; a loop."""
    chance, seconds = np.random.default_rng(3), 12.0
    circle = Circle(seconds)
    for hz, chirps, level, rests in (
        (3150, 17, 1.0, {5, 6, 12}),
        (3520, 14, 0.5, {2, 9, 10}),
        (2870, 11, 0.32, {0, 4, 8}),
    ):
        for number in set(range(chirps)) - rests:
            start = (number + 0.10 * chance.random()) * seconds / chirps
            circle.put(_chirp(hz * (1 + 0.004 * chance.standard_normal())), start, level)
    tail = room(np.random.default_rng(4), 1.1)
    night = noise(chance, len(circle.wave), 120, 700, -4)
    return echoed(circle.wave, tail, 0.5).mean(axis=1) + 0.05 * night


def _chirp(hz: float) -> Wave:
    """Four soft strokes of a wing."""
    stroke = times(0.021)
    bell = np.sin(math.pi * np.linspace(0, 1, len(stroke))) ** 2
    made = np.zeros(round(0.16 * RATE))
    for number, level in enumerate((0.45, 0.8, 1.0, 0.85)):
        start = round(number * 0.034 * RATE)
        made[start : start + len(stroke)] += level * bell * np.sin(2 * math.pi * hz * stroke)
    return made * np.concatenate([np.ones(len(made) - 200), ramp(200)[::-1]])

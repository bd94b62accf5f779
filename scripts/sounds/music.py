"""The band: who plays what of each score, how loud against the others, in which room.

Each voice is a stem of its own, brought to a stated loudness below the melody's, so the balance is
measured, not guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from sounds import scores
from sounds.measure import integrated
from sounds.scores import Chord, Piece, Section
from sounds.synth import (
    BASS,
    DRUM,
    GLASS,
    HARP,
    KALIMBA,
    MARIMBA,
    PLUCK,
    VIBES,
    Circle,
    Struck,
    Wave,
    echoed,
    pad,
    pitch,
    room,
    shake,
)

HUMAN_SECONDS = 0.004
"""How far a note strays from the beat, as a standard deviation."""


@dataclass
class Band:
    """Plays one piece; every voice on a circle of the loop's length."""

    piece: Piece
    swing: float = 0.0
    """Beats by which every second half-beat comes late."""
    chance: np.random.Generator = field(default_factory=lambda: np.random.default_rng(1))
    stems: dict[str, Circle] = field(default_factory=dict)

    def put(self, voice: str, sound: Wave, beat: float, level: float = 1.0, side: float = 0.0) -> None:
        """That sound at that beat of the loop, as exactly as hands are."""
        late = self.swing if round(beat * 2) % 2 and (beat * 2) % 1 == 0 else 0.0
        at = (beat + late) * 60 / self.piece.beats_a_minute + HUMAN_SECONDS * self.chance.standard_normal()
        stem = self.stems.setdefault(voice, Circle(self.piece.seconds))
        stem.put(sound, at, level * (1 + 0.05 * self.chance.standard_normal()), side)

    def seconds(self, beats: float) -> float:
        """That many beats."""
        return beats * 60 / self.piece.beats_a_minute

    def sections(self, names: Sequence[str] = ()) -> Iterator[tuple[float, Section]]:
        """Where each section begins, in beats, and what stands in it; only those of these names."""
        beat = 0.0
        for name in self.piece.form:
            if not names or name in names:
                yield beat, self.piece.sections[name]
            beat += self.piece.sections[name].beats

    def chords(self, names: Sequence[str] = ()) -> Iterator[tuple[float, Chord]]:
        """Every chord and the beat of the loop it begins on."""
        for beat, section in self.sections(names):
            for chord in section.chords:
                yield beat + chord.at, chord

    # ---------------------------------------------------------------- voices

    def melody(
        self,
        voice: str,
        struck: Struck,
        names: Sequence[str] = (),
        *,
        up: int = 0,
        least_beats: float = 0.0,
        ring: float = 1.2,
        side: float = 0.0,
    ) -> None:
        """The tune; notes on a bar's first beat lean a little, and each rings beyond its time."""
        for beat, section in self.sections(names):
            for note in section.melody:
                if note.beats >= least_beats:
                    leaning = 1.0 if note.at % self.piece.beats_a_bar == 0 else 0.86
                    sound = struck.note(pitch(note.name) + up, self.seconds(note.beats) + ring, leaning)
                    self.put(voice, sound, beat + note.at, 1.0, side)

    def broken(
        self,
        voice: str,
        struck: Struck,
        pattern: Sequence[int | None],
        *,
        floor: str,
        names: Sequence[str] = (),
        step: float = 0.5,
        ring: float = 1.2,
        side: float = 0.0,
    ) -> None:
        """Chords a note at a time: `pattern` counts up the chord from its lowest note, None rests."""
        for beat, chord in self.chords(names):
            notes = voiced(chord, pitch(floor))
            for index in range(round(chord.beats / step)):
                wanted = pattern[index % len(pattern)]
                if wanted is not None:
                    note = notes[wanted % len(notes)] + 12 * (wanted // len(notes))
                    force = 0.95 if index == 0 else 0.72
                    self.put(voice, struck.note(note, ring, force), beat + index * step, 1.0, side)

    def held(self, voice: str, *, floor: str, names: Sequence[str] = (), swell: float = 0.5) -> None:
        """Chords as one long breath, spread from left to right."""
        for beat, chord in self.chords(names):
            notes = voiced(chord, pitch(floor))
            for index, note in enumerate(notes):
                side = 0.7 * (2 * index / max(1, len(notes) - 1) - 1)
                sound = pad(note, self.seconds(chord.beats), swell)
                self.put(voice, sound, beat - swell / 2 / self.seconds(1), 1 / len(notes), side)

    def bass(self, voice: str, steps: Sequence[tuple[float, int, float]], names: Sequence[str] = ()) -> None:
        """`steps`: beat in the chord; 1 for its lowest note, 5 its fifth, 8 the octave; beats held."""
        for beat, chord in self.chords(names):
            low = pitch("E2")
            root = low + (chord.bass - low) % 12
            above = {1: 0, 5: chord.fifth, 8: 12}
            for at, degree, beats in steps:
                if at < chord.beats:
                    held = self.seconds(min(beats, chord.beats - at)) + 0.15
                    self.put(voice, BASS.note(root + above[degree], held), beat + at)

    def beat(
        self, voice: str, sound: Callable[[], Wave], hits: Sequence[tuple[float, float]], names: Sequence[str]
    ) -> None:
        """`hits`, beat and level, in every bar."""
        for start, section in self.sections(names):
            for bar in range(round(section.beats / self.piece.beats_a_bar)):
                for at, level in hits:
                    self.put(voice, sound(), start + bar * self.piece.beats_a_bar + at, level, 0.25)

    # ------------------------------------------------------------------- mix

    def mixed(self, below: dict[str, float], echo_seconds: float, echo: float) -> Wave:
        """Every voice at its loudness, in LU below the melody's, in one room."""
        assert set(below) == set(self.stems), set(below) ^ set(self.stems)
        dry = np.zeros_like(next(iter(self.stems.values())).wave)
        for voice, stem in self.stems.items():
            dry += stem.wave * 10 ** ((-20 - below[voice] - integrated(stem.wave)) / 20)
        return echoed(dry, room(np.random.default_rng(6), echo_seconds), echo)


def voiced(chord: Chord, floor: int) -> list[int]:
    """The chord's notes in the octave from `floor` up, so the next chord lies close by; where two would rub,
    a half tone apart, the lower one goes up an octave.
    """
    notes = sorted(floor + (tone - floor) % 12 for tone in chord.classes)
    return sorted(note + 12 if note + 1 in notes else note for note in notes)


def attract() -> Wave:
    """Kalimba over plucked strings, bass and seeds."""
    band = Band(scores.attract(), swing=0.07)
    around = ("asking", "answering", "arriving")
    band.melody("melody", KALIMBA, around, ring=0.9, side=-0.1)
    band.melody("melody", VIBES, ("looking",), side=-0.1)
    band.melody("sparkle", GLASS, ("answering", "arriving"), up=12, least_beats=1, side=0.45)
    band.broken("strings", PLUCK, (0, 2, 1, 3, 2, 1, 3, 1), floor="G3", names=around, side=0.35)
    band.broken("strings", PLUCK, (0, None, 2, 1, None, 2, 3, 2), floor="G3", names=("looking",), side=0.35)
    band.broken(
        "marimba",
        MARIMBA,
        (None, 1, None, 2),
        floor="C4",
        names=("looking", "arriving"),
        ring=0.5,
        side=-0.45,
    )
    band.held("pad", floor="E3", names=("looking", "arriving"), swell=0.45)
    band.bass("bass", ((0, 1, 1.4), (1.5, 8, 0.4), (2, 5, 0.9), (3.5, 1, 0.45)), around)
    band.bass("bass", ((0, 1, 1.9), (2, 5, 1.9)), ("looking",))
    seeds = tuple((step / 2, 1.0 if step in (2, 6) else 0.5 if step % 2 else 0.35) for step in range(8))
    band.beat("seeds", lambda: shake(band.chance), seeds, ("answering", "looking", "arriving"))
    band.beat("drum", lambda: DRUM.note("G2", 0.3), ((0, 1.0), (1.5, 0.45), (2, 0.7)), around)
    below = {
        "melody": 0.0,
        "strings": 6.5,
        "bass": 6.5,
        "marimba": 11.0,
        "pad": 13.0,
        "sparkle": 10.5,
        "drum": 13.0,
        "seeds": 17.0,
    }
    return band.mixed(below, 1.1, 0.16)


def play() -> Wave:
    """Soft mallets over a harp: room for thoughts."""
    band = Band(scores.play())
    band.melody("melody", VIBES, ring=1.8, side=-0.1)
    band.broken(
        "harp", HARP, (0, None, 1, None, 2, None, 3, None), floor="A3", names=("asking",), ring=2.2, side=0.3
    )
    band.broken(
        "harp",
        HARP,
        (0, 1, 2, None, 3, 2, 1, None),
        floor="A3",
        names=("answering", "arriving"),
        ring=2.0,
        side=0.3,
    )
    band.broken("harp", HARP, (0, 2, 1, 3, 2, 4, 3, 1), floor="A3", names=("looking",), ring=1.8, side=0.3)
    band.held("pad", floor="F3", swell=0.9)
    band.bass("bass", ((0, 1, 2.4), (2.5, 5, 1.4)))
    band.beat("seeds", lambda: shake(band.chance), ((1, 0.8), (2.5, 0.4), (3, 1.0)), ("answering", "looking"))
    below = {"melody": 0.0, "harp": 4.5, "bass": 6.5, "pad": 10.5, "seeds": 19.0}
    return band.mixed(below, 1.6, 0.2)


def calm() -> Wave:
    """Glass over a rocking harp and a long breath."""
    band = Band(scores.calm())
    band.melody("melody", GLASS, ring=2.4, side=-0.1)
    band.melody("melody", VIBES, ring=2.0, side=0.1)
    band.broken("harp", HARP, (0, 1, 2, 3, 4, 3, 2, 1), floor="G3", ring=2.6, side=0.3)
    band.held("pad", floor="F#3", swell=1.2)
    band.bass("bass", ((0, 1, 2.0), (2, 5, 2.0)))
    below = {"melody": 0.0, "harp": 4.0, "bass": 8.0, "pad": 9.0}
    return band.mixed(below, 2.2, 0.25)

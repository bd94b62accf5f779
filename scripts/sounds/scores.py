"""The three pieces, as notes.

Melodies are `note:beats`, `-` rests, `|` ends a bar; chords stand one to a bar, or several that share it.
Each piece is AABA: the first A asks (half cadence), the others answer (V-I). Attract begins with the bay's
call, G C E, which the fanfare takes up. C, F and G major share the five notes of the effects.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sounds.synth import pitch

_QUALITIES = {
    "": (0, 4, 7),
    "6": (0, 4, 7, 9),
    "7": (0, 4, 7, 10),
    "maj7": (0, 4, 7, 11),
    "sus": (0, 5, 7),
    "m": (0, 3, 7),
    "m7": (0, 3, 7, 10),
}
_CHORD = re.compile(r"([A-G][#b]?)(maj7|m7|m|sus|6|7|)(?:/([A-G][#b]?))?")


@dataclass(frozen=True)
class Note:
    """One note of a melody."""

    name: str
    at: float
    """Beats from the beginning of the section."""
    beats: float


@dataclass(frozen=True)
class Chord:
    """Which notes go together, for how long."""

    name: str
    at: float
    """Beats from the beginning of the section."""
    beats: float

    @property
    def classes(self) -> tuple[int, ...]:
        """Its notes, C is 0, root first."""
        root, quality, _ = self._parts()
        return tuple((pitch(root + "4") + step) % 12 for step in _QUALITIES[quality])

    @property
    def fifth(self) -> int:
        """Half tones from the lowest note up to the chord's fifth."""
        return (self.classes[2] - self.bass) % 12

    @property
    def bass(self) -> int:
        """The note below all, C is 0."""
        root, _, under = self._parts()
        return pitch((under or root) + "4") % 12

    def _parts(self) -> tuple[str, str, str | None]:
        found = _CHORD.fullmatch(self.name)
        if not found:
            raise ValueError(f"“{self.name}” is no chord; one looks like Am7 or C/E")
        return found[1], found[2], found[3]


@dataclass(frozen=True)
class Section:
    """Eight bars or so."""

    chords: tuple[Chord, ...]
    melody: tuple[Note, ...]
    beats: float


@dataclass(frozen=True)
class Piece:
    """A loop's music, without its band."""

    name: str
    beats_a_minute: float
    beats_a_bar: int
    form: tuple[str, ...]
    sections: dict[str, Section]

    @property
    def seconds(self) -> float:
        """Of the whole loop."""
        return sum(self.sections[name].beats for name in self.form) * 60 / self.beats_a_minute


def section(beats_a_bar: int, chords: str, melody: str) -> Section:
    """Reads the notation; ValueError names the bar whose beats don't add up."""
    bars = [bar.split() for bar in chords.split("|")]
    lines = [bar.split() for bar in melody.split("|")]
    if len(bars) != len(lines):
        raise ValueError(f"{len(bars)} bars of chords but {len(lines)} of melody")
    found_chords, found_notes = [], []
    for number, (names, notes) in enumerate(zip(bars, lines, strict=True)):
        at = float(number * beats_a_bar)
        share = beats_a_bar / len(names)
        found_chords += [Chord(name, at + share * index, share) for index, name in enumerate(names)]
        for note in notes:
            name, _, beats = note.partition(":")
            if name != "-":
                found_notes.append(Note(name, at, float(beats)))
            at += float(beats)
        if at != (number + 1) * beats_a_bar:
            raise ValueError(f"bar {number + 1} lasts {at - number * beats_a_bar} beats: {' '.join(notes)}")
    return Section(tuple(found_chords), tuple(found_notes), float(len(bars) * beats_a_bar))


def printed(piece: Piece) -> str:
    """The piece for reading, a bar a line; `!` marks what is long, on a beat, and not of its chord."""
    lines = [f"{piece.name}: {piece.beats_a_minute} bpm, {piece.seconds:.1f} s"]
    for name in piece.form:
        lines.append(f"  {name}")
        part = piece.sections[name]
        for bar in range(round(part.beats / piece.beats_a_bar)):
            start, end = bar * piece.beats_a_bar, (bar + 1) * piece.beats_a_bar
            chords = [chord for chord in part.chords if start <= chord.at < end]
            notes = []
            for note in part.melody:
                if start <= note.at < end:
                    under = [chord for chord in chords if chord.at <= note.at][-1]
                    strange = pitch(note.name) % 12 not in under.classes
                    loud = note.beats >= 1 and note.at % 1 == 0
                    notes.append(f"{note.name}:{note.beats:g}{'!' if strange and loud else ''}")
            lines.append(f"    {' '.join(chord.name for chord in chords):<12}{' '.join(notes)}")
    return "\n".join(lines)


def attract() -> Piece:
    """Come and see: C major, 104 beats a minute."""
    asking = """
        G4:.5 C5:.5 E5:1 G5:1 E5:1 | G5:1.5 E5:.5 D5:1 B4:1 | A4:.5 C5:.5 F5:1 A5:1 F5:1 | G5:1.5 E5:.5 D5:2 |
        E5:.5 A5:.5 C6:1 B5:.5 A5:.5 E5:1 | G5:1.5 A5:.5 B5:1 G5:1 |
        A5:1 C6:.5 A5:.5 F5:1 A5:1 | G5:1.5 E5:.5 D5:1 -:1
    """
    answering = """
        G4:.5 C5:.5 E5:1 G5:1 E5:1 | G5:1.5 E5:.5 D5:1 B4:1 | A4:.5 C5:.5 F5:1 A5:1 F5:1 | G5:1.5 E5:.5 D5:2 |
        E5:.5 A5:.5 C6:1 B5:.5 A5:.5 E5:1 | A5:1 C6:.5 A5:.5 F5:2 |
        A5:.5 G5:.5 F5:1 G5:.5 F5:.5 D5:.5 B4:.5 | C5:2 -:2
    """
    looking = """
        C6:2 B5:1 A5:1 | B5:1.5 G5:.5 E5:2 | A5:2 G5:1 F5:1 | G5:1.5 E5:.5 C5:2 |
        A5:1 B5:1 C6:1 E6:1 | D6:1.5 B5:.5 G5:2 | F5:1 A5:1 D6:1 C6:1 | B5:1.5 A5:.5 G5:1 D5:1
    """
    arriving = """
        G4:.5 C5:.5 E5:1 G5:1 E5:.5 G5:.5 | B5:1.5 G5:.5 E5:1 D5:1 |
        A4:.5 C5:.5 F5:1 A5:1 F5:.5 A5:.5 | B5:1.5 G5:.5 D5:2 |
        E5:.5 A5:.5 C6:1 E6:1 C6:1 | A5:.5 C6:.5 F6:1 C6:1 A5:1 |
        A5:.5 G5:.5 F5:1 D5:.5 G5:.5 B5:1 | C6:1.5 G5:.5 E5:.5 G5:.5 C5:1
    """
    return Piece(
        "attract",
        104,
        4,
        ("asking", "answering", "looking", "arriving"),
        {
            "asking": section(4, "C | Em7 | F | G | Am | Em7 | F | Gsus G", asking),
            "answering": section(4, "C | Em7 | F | G | Am | F | F G7 | C", answering),
            "looking": section(4, "Am | Em | Fmaj7 | C/E | Am | Em7 | Dm7 | G", looking),
            "arriving": section(4, "C | Em7 | F | G | Am | F | F G7 | C", arriving),
        },
    )


def play() -> Piece:
    """Under reading: F major, 84 beats a minute, few notes and those where nobody is in a hurry."""
    asking = """
        -:1 C5:1 F5:1 A5:1 | A5:2 F5:1 D5:1 | -:1 D5:1 F5:1 A5:1 | G5:3 -:1 |
        -:1 C5:1 A5:1 G5:1 | E5:2 G5:1 E5:1 | F5:1 D5:1 Bb4:2 | C5:1 D5:1 E5:2
    """
    answering = """
        -:1 C5:1 F5:1 A5:1 | A5:2 F5:1 D5:1 | -:1 D5:1 F5:1 A5:1 | G5:3 -:1 |
        -:1 A5:1 C6:1 A5:1 | F5:2 A5:1 F5:1 | D5:1 F5:1 E5:2 | F5:3 -:1
    """
    looking = """
        -:1 F5:1 Bb5:1 D6:1 | C6:2 G5:1 E5:1 | -:1 E5:1 A5:1 C6:1 | A5:3 -:1 |
        -:1 D5:1 F5:1 Bb5:1 | A5:2 F5:1 C5:1 | D5:1 F5:1 G5:1 Bb5:1 | G5:2 E5:1 -:1
    """
    arriving = """
        -:1 C5:1 F5:1 A5:1 | C6:2 A5:1 F5:1 | -:1 D5:1 F5:1 A5:1 | G5:3 -:1 |
        -:1 C5:1 F5:1 A5:1 | F5:2 D5:2 | Bb4:1 D5:1 G5:1 E5:1 | F5:3 -:1
    """
    return Piece(
        "play",
        84,
        4,
        ("asking", "answering", "looking", "arriving"),
        {
            "asking": section(4, "Fmaj7 | Dm7 | Bbmaj7 | C6 | Fmaj7 | Am7 | Gm7 | Csus C", asking),
            "answering": section(4, "Fmaj7 | Dm7 | Bbmaj7 | C6 | Fmaj7 | Dm7 | Gm7 C7 | F", answering),
            "looking": section(4, "Bbmaj7 | C | Am7 | Dm7 | Bbmaj7 | F/A | Gm7 | Csus C", looking),
            "arriving": section(4, "Fmaj7 | Dm7 | Bbmaj7 | C6 | Fmaj7 | Dm7 | Gm7 C7 | F", arriving),
        },
    )


def calm() -> Piece:
    """Still here? G major, 60 beats a minute, as one rocks a boat."""
    return Piece(
        "calm",
        60,
        4,
        ("asking", "answering", "looking", "arriving"),
        {
            "asking": section(
                4,
                "Gmaj7 | Em7 | Cmaj7 | Dsus D",
                "D5:2 B4:1 D5:1 | G5:3 E5:1 | E5:2 G5:1 B5:1 | A5:3 -:1",
            ),
            "answering": section(
                4,
                "Gmaj7 | Em7 | Am7 D7 | G",
                "D5:2 B4:1 D5:1 | G5:2 B5:2 | C6:1.5 A5:.5 F#5:1 A5:1 | G5:3 -:1",
            ),
            "looking": section(
                4,
                "Cmaj7 | Bm7 | Am7 | Dsus D",
                "E5:1 G5:1 B5:2 | A5:1 F#5:1 D5:2 | E5:1 A5:1 C6:1 B5:1 | A5:3 -:1",
            ),
            "arriving": section(
                4,
                "Gmaj7 | Em7 | Cmaj7 D7 | G",
                "D5:2 B4:1 D5:1 | G5:2 E5:1 B4:1 | C5:1 E5:1 F#5:1 A5:1 | G5:4",
            ),
        },
    )

"""Lines read out by people: trimmed, all equally loud, kept as `narration/<language>/<key>.ogg`.

numpy and soundfile (extra `recording`) are imported when the first line is kept.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cop_challenge.i18n.narration import LINES, Recordings, read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]
    """One channel, from -1 to 1."""

RATE = 44100
"""Samples a second, as the game plays them."""
FRAME = RATE // 50
"""Samples whose loudness is looked at as one: 20 ms."""
SPEECH_OVER_NOISE = 12.0
"""dB by which speech is louder than the room."""
SPEECH_UNDER_PEAK = 40.0
"""dB below its loudest moment where speech ends."""
QUIETEST = -55.0
"""dBFS no speech is below."""
BEFORE, AFTER = 0.08, 0.16
"""Seconds of the room that are left around speech."""
FADE = 0.01
"""Seconds, at both ends."""
LOUDNESS = -20.0
"""dBFS (root mean square) of the speech itself, as loud as the effects of the game."""
PEAK = -1.5
"""dBFS nothing goes above."""
QUALITY = 0.4
"""Of Vorbis, 0 to 1: speech takes some 8 kB a second."""


class NothingHeard(ValueError):
    """No speech stands out from the room."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text to be read out."""

    key: str
    words: str
    where: str


def finished(samples: Samples) -> Samples:
    """The speech alone, as loud as every other line. NothingHeard if there is none."""
    import numpy as np

    whole = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME)
    if not len(whole):
        raise NothingHeard
    levels = _decibels(np.sqrt(np.mean(np.square(whole, dtype=np.float64), axis=1)))
    # The quietest tenth is the room, unless somebody speaks all the time.
    room = min(float(np.percentile(levels, 10)), float(levels.max()) - SPEECH_UNDER_PEAK / 2)
    line = max(room + SPEECH_OVER_NOISE, float(levels.max()) - SPEECH_UNDER_PEAK, QUIETEST)
    speech = np.flatnonzero(levels > line)
    if not len(speech):
        raise NothingHeard
    start = max(0, int(speech[0]) * FRAME - round(BEFORE * RATE))
    end = min(len(samples), (int(speech[-1]) + 1) * FRAME + round(AFTER * RATE))
    cut = samples[start:end].astype(np.float64)
    loud = float(_decibels(np.sqrt(np.mean(np.square(whole[speech], dtype=np.float64)))))
    gain = min(LOUDNESS - loud, PEAK - float(_decibels(np.abs(cut).max())))
    cut *= 10 ** (gain / 20)
    ramp = np.linspace(0, 1, min(round(FADE * RATE), len(cut) // 2))
    cut[: len(ramp)] *= ramp
    cut[len(cut) - len(ramp) :] *= ramp[::-1]
    return cut.astype(np.float32)


def _decibels(level: float | NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    return np.asarray(20 * np.log10(np.maximum(level, 1e-6)))


def keep(folder: Path, language: str, line: Line, samples: Samples) -> Recordings:
    """Writes the recording and what it says; the language's recordings as they are then.

    OSError if it can't be written.
    """
    import soundfile

    known = read(folder, language)
    known.folder.mkdir(parents=True, exist_ok=True)
    path = known.path(line.key)
    # A file half written would be heard by a station that plays from this folder.
    part = path.with_name(f"{path.name}.{os.getpid()}")
    with soundfile.SoundFile(
        part, "w", RATE, 1, format="OGG", subtype="VORBIS", compression_level=1 - QUALITY
    ) as file:
        for start in range(0, len(samples), RATE):  # libvorbis keeps what it is given on the stack
            file.write(samples[start : start + RATE])
    part.replace(path)
    said = dict(sorted((dict(known.said) | {line.key: line.words}).items()))
    lines = known.folder / LINES
    part = lines.with_name(f"{LINES}.{os.getpid()}")
    part.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    part.replace(lines)
    return read(folder, language)

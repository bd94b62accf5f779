"""Certificates: a page to be written on by hand, for children and for grown-ups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cop_challenge.core.track import Track
from cop_challenge.core.words import HABITS
from cop_challenge.printing import art, words
from cop_challenge.printing.sheet import Sheet, Value


def certificates(tracks: Sequence[Track]) -> Sheet:
    """One page for each track; no name is printed, so one file serves a whole school."""
    values: Mapping[str, Value] = {
        "challenge": words.CHALLENGE,
        "for": words.IS_FOR,
        "name": words.NAME,
        "date": words.DATE,
        "signature": words.SIGNATURE,
        "stamp": words.STAMP,
        "pages": tuple(_page(track) for track in tracks),
    }
    return Sheet("certificate", words.CERTIFICATE, values)


def _page(track: Track) -> dict[str, Value]:
    grown = art.grown(track)
    return {
        "grown": grown,
        "title": words.AMBASSADOR if grown else words.KEEPER,
        "track": track.name,
        "deed": words.DEEDS.get(track.mood, words.DEEDS["study"]),
        "scene": art.scene(track.mood),
        "nuru": art.nuru(track),
        "nuru_plain": art.nuru(track, plain=True),
        "habits": tuple(
            {"name": name, "lantern": art.lantern(habit), "stamp": art.stamp(habit)}
            for habit, name in HABITS.items()
        ),
    }

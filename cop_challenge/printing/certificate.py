"""Certificates: a page to be written on by hand, for children and for grown-ups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cop_challenge.core.tags import Habit
from cop_challenge.core.track import Track
from cop_challenge.core.words import HABITS
from cop_challenge.printing import words
from cop_challenge.printing.sheet import Picture, Sheet, Value

ART = {
    Habit.SET_LIMITS: "s-set-limits",
    Habit.MEETING: "m-meet-offline",
    Habit.ACCEPTING: "a-accept",
    Habit.REACT: "r-react",
    Habit.TELL: "t-tell",
}
"""How the files of lanterns and stamps are called."""
SCENES = {"study": "harbour-dawn"}
"""Behind the page stands the track's own scene; grown-ups get the bay at dawn, all lanterns lit."""
HALO = ("glow-ring-1", "glow-ring-2")
"""Parts of Nuru that are for dark scenes."""
PLANES = ("sky", "far", "mid", "near")
AMBASSADORS = ("city", "study")
"""Moods whose certificate says COP Ambassador."""


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
    mood = track.mood if track.mood in words.DEEDS else "study"
    scene = SCENES.get(mood, mood)
    grown = mood in AMBASSADORS
    figure, disc = ("nuru/emblem.svg", ("ring",)) if grown else ("nuru/happy.svg", HALO)
    return {
        "grown": grown,
        "title": words.AMBASSADOR if grown else words.KEEPER,
        "track": track.name,
        "deed": words.DEEDS[mood],
        "scene": tuple(Picture(f"backgrounds/{scene}/{plane}.svg") for plane in PLANES),
        "nuru": Picture(figure, hidden=() if grown else HALO),
        "nuru_plain": Picture(figure, hidden=disc),
        "habits": tuple(
            {
                "name": HABITS[habit],
                "lantern": Picture(f"lanterns/{art}-lit.svg"),
                "stamp": Picture(f"passport/stamp-{art}.svg"),
            }
            for habit, art in ART.items()
        ),
    }

"""The game's drawings as paper uses them."""

from __future__ import annotations

from cop_challenge.core.tags import Habit
from cop_challenge.core.track import Track
from cop_challenge.printing.sheet import Picture

_NAMES = {
    Habit.SET_LIMITS: "s-set-limits",
    Habit.MEETING: "m-meet-offline",
    Habit.ACCEPTING: "a-accept",
    Habit.REACT: "r-react",
    Habit.TELL: "t-tell",
}
"""How the files of lanterns and stamps are called."""
_SCENES = ("playful", "adventure", "city", "harbour-dusk")
"""Moods, and hours of the bay, with a scene; all others get the bay at dawn, all lanterns lit."""
_PLANES = ("sky", "far", "mid", "near")
HALO = ("glow-ring-1", "glow-ring-2")
"""Parts of Nuru that are for dark scenes."""


def lantern(habit: Habit) -> Picture:
    """Lit."""
    return Picture(f"lanterns/{_NAMES[habit]}-lit.svg")


def stamp(habit: Habit) -> Picture:
    """What a finished lesson stamps into a passport."""
    return Picture(f"passport/stamp-{_NAMES[habit]}.svg")


def slot(habit: Habit) -> Picture:
    """The place for the stamp."""
    return Picture(f"passport/slot-{_NAMES[habit][0]}.svg")


def scene(mood: str) -> tuple[Picture, ...]:
    """The planes of a mood's scene, the farthest first, 1920 × 1080 each."""
    name = mood if mood in _SCENES else "harbour-dawn"
    return tuple(Picture(f"backgrounds/{name}/{plane}.svg") for plane in _PLANES)


def harbour() -> tuple[Picture, ...]:
    """The planes of the bay with the posts its lanterns hang on, at dusk; the nearest comes last."""
    return tuple(
        Picture(f"backgrounds/harbour-dusk/{plane}.svg") for plane in (*_PLANES[:3], "posts", "near")
    )


def unlit(habit: Habit) -> Picture:
    """A lantern nobody has lit."""
    return Picture(f"lanterns/{_NAMES[habit]}-unlit.svg")


def light(habit: Habit, place: str) -> Picture:
    """A small lantern on the `water` or in the `sky`; as a `line` on white paper."""
    return Picture(f"harbour/{_NAMES[habit][0]}-{place}.svg")


def nuru(track: Track, *, plain: bool = False) -> Picture:
    """The firefly; an emblem of it where players have grown. `plain`: for white paper."""
    if grown(track):
        return Picture("nuru/emblem.svg", hidden=("ring",) if plain else ())
    return Picture("nuru/happy.svg", hidden=HALO)


def grown(track: Track) -> bool:
    """Whether players are past picture books and adventure maps."""
    return track.mood not in ("playful", "adventure")

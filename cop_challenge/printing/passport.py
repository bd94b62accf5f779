"""Passports: one sheet, printed on one side, folded twice to a small book of four pages."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from cop_challenge.core.tags import Habit
from cop_challenge.core.track import Track
from cop_challenge.core.words import HABITS, TITLE
from cop_challenge.printing import art, words
from cop_challenge.printing.sheet import Picture, Sheet, Value

FRIENDS = 3
"""Places for the stamps of those who teach others."""


@dataclass(frozen=True)
class Passport:
    """Of one player, without a name."""

    track: Track
    stamps: AbstractSet[Habit] = frozenset()
    """Printed; the other places are left to be stamped by hand."""


def passports(made: Sequence[Passport], avatar: str = "") -> Sheet:
    """A sheet each. `avatar`: the figure on the cover; without one a frame to draw it in."""
    values: dict[str, Value] = {
        "challenge": words.CHALLENGE,
        "bay": TITLE,
        "title": words.PASSPORT,
        "name": words.NAME,
        "date": words.DATE,
        "friend": words.FRIEND,
        "avatar": Picture(f"avatars/{avatar}.svg") if avatar else None,
        "teach": words.TEACH,
        "teach_how": words.TEACH_HOW,
        "teaches": Picture("ui/icons/people.svg", "#A85A10"),
        "friends": FRIENDS,
        "fold": words.FOLD,
        "pages": tuple(_page(one) for one in made),
    }
    return Sheet("passport", words.PASSPORT, values)


def _page(one: Passport) -> dict[str, Value]:
    return {
        "track": one.track.name,
        "rank": words.AMBASSADOR if art.grown(one.track) else words.KEEPER,
        "scene": art.scene(one.track.mood),
        "nuru": art.nuru(one.track),
        "nuru_plain": art.nuru(one.track, plain=True),
        "habits": tuple(
            {
                "name": name,
                "rule": words.RULES[habit],
                "slot": art.slot(habit),
                "stamp": art.stamp(habit) if habit in one.stamps else None,
            }
            for habit, name in HABITS.items()
        ),
    }

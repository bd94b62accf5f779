"""The whole school's harbour: as many lights as lanterns were lit, and where each of them shines.

What a screen and a poster share. Places are in units of the painted bay, 1920 × 1080.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from cop_challenge.core.chance import chance
from cop_challenge.core.tags import Habit

MOST = 420
"""Lights the bay has room for; where more were lit, each stands for several."""
FEW = 5
"""Lights for a count that is not shown: always as many, so that nobody learns it by counting."""

AFLOAT = 4
"""Of so many lights in a row one swims on the water, the others rise into the sky."""
Zone = tuple[float, float, float, float]
WIDTH = 1920.0
SKY: Zone = (50.0, 1870.0, 96.0, 600.0)
FAR_WATER: Zone = (420.0, 1560.0, 662.0, 728.0)
NEAR_WATER: Zone = (300.0, 1620.0, 880.0, 1034.0)
"""Left, right, top and bottom of where lights are, by the middle of each; the bay is WIDTH wide."""
FAR_SHARE = 0.35
"""Of the lights on the water, beyond the bridge."""

HOOKS: Mapping[Habit, tuple[float, float]] = {
    Habit.SET_LIMITS: (300, 458),
    Habit.MEETING: (630, 508),
    Habit.ACCEPTING: (960, 528),
    Habit.REACT: (1290, 508),
    Habit.TELL: (1620, 458),
}
"""Where the five lanterns hang (assets/backgrounds/anchors.json): no other light hides behind them."""
WORDS = 330.0, 1590.0, 262.0
"""Left, right and bottom of the part of the sky that is left to words."""
BANKS = 300.0, 1.4
"""Of the land on both sides: its width where the near water begins, and how much it grows a unit down."""
LANTERN = (-96.0, 96.0, -24.0, 236.0)
"""Of a hanging lantern: left, right, top and bottom, as seen from its hook."""

CANDIDATES = 6
"""Places looked at for each light; the farthest from all others is taken (Mitchell's best candidate)."""


@dataclass(frozen=True)
class Harbour:
    """How often each lantern was lit, by everybody together."""

    lit: Mapping[Habit, int | None]
    """None where the figure must not be shown."""

    @property
    def total(self) -> int | None:
        """All lanterns; None if one figure is not shown, for it could be worked out from the others."""
        counts = [count for count in self.lit.values() if count is not None]
        return sum(counts) if len(counts) == len(self.lit) else None

    @property
    def dark(self) -> bool:
        """Whether nothing was lit at all."""
        return self.total == 0

    def shining(self, habit: Habit) -> bool:
        """Whether anybody lit this lantern; a figure that is hidden is no nought."""
        return self.lit.get(habit) != 0


@dataclass(frozen=True, slots=True)
class Light:
    """One small light: a lantern somebody lit."""

    habit: Habit
    x: float
    y: float
    """Its middle."""
    size: float
    """Side of the square around its glow."""
    afloat: bool
    """On the water, else in the sky."""


def numbers(harbour: Harbour) -> dict[Habit, int]:
    """Lights of each habit: one a lantern as long as there is room, else in the same proportions."""
    known = {habit: harbour.lit.get(habit) or 0 for habit in Habit if harbour.lit.get(habit) is not None}
    total, room = sum(known.values()), MOST - FEW * (len(Habit) - len(known))
    share = min(1.0, room / total) if total else 1.0
    # At least one where anything was lit: nobody's lantern is missing.
    return {
        habit: max(min(1, known[habit]), math.floor(known[habit] * share)) if habit in known else FEW
        for habit in Habit
    }


def lights(harbour: Harbour) -> tuple[Light, ...]:
    """All lights, the farthest first; the same counts give the same picture."""
    wanted = numbers(harbour)
    total = sum(wanted.values())
    # Few lights are larger: the bay looks full from thirty on, and hundreds still have room.
    scale = min(1.5, max(0.62, math.sqrt(150 / total))) if total else 1.0
    luck = chance(1, "harbour")
    sky, far, near = (_spread(zone, luck) for zone in (SKY, FAR_WATER, NEAR_WATER))
    found = []
    for number, habit in enumerate(_mixed(wanted)):
        afloat = number % AFLOAT == AFLOAT - 1
        deep = luck.random()
        if not afloat:
            x, y = next(sky)
            size = scale * (58 + 50 * deep) * (1.0 - 0.35 * (y - SKY[2]) / (SKY[3] - SKY[2]))
        elif deep < FAR_SHARE:
            x, y = next(far)
            size = scale * 44 * (0.7 + 0.5 * (y - FAR_WATER[2]) / (FAR_WATER[3] - FAR_WATER[2]))
        else:
            x, y = next(near)
            size = scale * 96 * (0.8 + 0.4 * (y - NEAR_WATER[2]) / (NEAR_WATER[3] - NEAR_WATER[2]))
        found.append(Light(habit, round(x, 1), round(y, 1), float(round(size / 6) * 6), afloat))
    return tuple(sorted(found, key=lambda one: (one.afloat, one.y if one.afloat else one.size)))


def _mixed(wanted: Mapping[Habit, int]) -> Iterator[Habit]:
    """Every habit as often as is wanted, each spread evenly over the whole row."""
    places = [
        ((number + 0.5) / count, order, habit)
        for order, (habit, count) in enumerate(wanted.items())
        for number in range(count)
    ]
    return (habit for _, _, habit in sorted(places))


def _spread(zone: Zone, luck: Random) -> Iterator[tuple[float, float]]:
    """Places in the zone, clear of land, words and hanging lanterns: far apart however many are taken."""
    left, right, top, bottom = zone
    taken: list[tuple[float, float]] = []

    def free() -> tuple[float, float]:
        while True:
            x, y = luck.uniform(left, right), luck.uniform(top, bottom)
            if not (_on_land(x, y) or _on_words(x, y) or any(_behind(hook, x, y) for hook in HOOKS.values())):
                return x, y

    def room(place: tuple[float, float]) -> float:
        return min((math.dist(place, other) for other in taken), default=0.0)

    while True:
        taken.append(max((free() for _ in range(CANDIDATES)), key=room))
        yield taken[-1]


def _on_land(x: float, y: float) -> bool:
    return y >= NEAR_WATER[2] and min(x, WIDTH - x) < BANKS[0] + BANKS[1] * (y - NEAR_WATER[2])


def _on_words(x: float, y: float) -> bool:
    left, right, bottom = WORDS
    return left < x < right and y < bottom


def _behind(hook: tuple[float, float], x: float, y: float) -> bool:
    left, right, top, bottom = LANTERN
    return left < x - hook[0] < right and top < y - hook[1] < bottom

"""Which pop-up comes next: dealt by the seed, and a little harder for whoever finds them."""

from __future__ import annotations

import math
from collections.abc import Collection

from cop_challenge.activities.patrol.schema import HARMLESS_SHARE, Model, Popup
from cop_challenge.core.chance import chance

HARD_AFTER = 2
"""Found at once in a row, after which a hard one comes."""
LONGEST_RUN = 2
"""Of one sort, tricky or harmless: else a child only has to press the same again."""
DEALS = 200
"""Shuffles to try for an order without long runs."""


class Deal:
    """The order of one play."""

    def __init__(self, lesson: Model, seed: int) -> None:
        luck = chance(seed, lesson.id, "popups")
        self._order = luck.sample(lesson.popups, len(lesson.popups))
        self._harmless = harmless_of(lesson)
        self._pattern = [True] * self._harmless + [False] * (lesson.show - self._harmless)
        for _ in range(DEALS):
            luck.shuffle(self._pattern)
            # A tricky one first: the hand shows how it is done.
            if not self._pattern[0] and longest_run(self._pattern) <= LONGEST_RUN:
                break

    def next(self, seen: Collection[str], streak: int) -> Popup:
        """The one that comes after those seen: of the sort whose turn it is, hard if that is due."""
        left = [popup for popup in self._order if popup.id not in seen]
        hard, harmless = streak >= HARD_AFTER, self._pattern[len(seen)]
        return min(left, key=lambda popup: (popup.harmless != harmless, popup.hard != hard))


def harmless_of(lesson: Model) -> int:
    """How many of a play are harmless: their share in the lesson, a third to a half."""
    harmless = sum(popup.harmless for popup in lesson.popups)
    tricky = len(lesson.popups) - harmless
    show = lesson.show
    wished = round(show * harmless / len(lesson.popups))
    wished = min(max(wished, math.ceil(show * HARMLESS_SHARE)), show // 2)
    return min(max(wished, show - tricky), harmless)


def longest_run(pattern: list[bool]) -> int:
    """How often the same comes in a row."""
    longest = run = 0
    before: bool | None = None
    for value in pattern:
        run = run + 1 if value == before else 1
        longest, before = max(longest, run), value
    return longest

"""The whole school's harbour: as many lights as lanterns."""

from __future__ import annotations

from collections import Counter

import pytest

from cop_challenge.core.harbour import FEW, MOST, WIDTH, WORDS, Harbour, lights
from cop_challenge.core.tags import Habit


def harbour(*counts: int | None) -> Harbour:
    return Harbour(dict(zip(Habit, counts, strict=True)))


def test_a_light_for_each_lantern() -> None:
    """Habit by habit."""
    found = harbour(12, 14, 0, 10, 33)
    assert Counter(light.habit for light in lights(found)) == {
        habit: count for habit, count in found.lit.items() if count
    }


def test_the_total_is_all_of_them() -> None:
    assert harbour(12, 14, 0, 10, 33).total == 69


def test_a_total_would_tell_a_hidden_figure() -> None:
    """So there is none."""
    assert harbour(12, None, 20, 10, 33).total is None


def test_nobody_learns_a_hidden_figure_by_counting() -> None:
    """It is drawn as the same few lights, whatever it is."""
    found = harbour(None, 14, 0, None, 33)
    shown = Counter(light.habit for light in lights(found))
    assert shown[Habit.SET_LIMITS] == shown[Habit.REACT] == FEW


def test_a_large_day_has_room() -> None:
    """Fifteen thousand children: in the same proportions, and nobody's light is missing."""
    shown = Counter(light.habit for light in lights(harbour(15_000, 7_500, 3, None, 15_000)))
    assert sum(shown.values()) <= MOST
    assert shown[Habit.MEETING] == shown[Habit.SET_LIMITS] // 2
    assert shown[Habit.ACCEPTING] == 1


def test_the_same_counts_give_the_same_picture() -> None:
    assert lights(harbour(12, 14, 9, 10, 33)) == lights(harbour(12, 14, 9, 10, 33))


@pytest.mark.parametrize("count", [1, 30, 400])
def test_words_stay_free(count: int) -> None:
    """No light has its middle where the title stands, or outside the bay."""
    for light in lights(harbour(*[count] * len(Habit))):
        assert 0 < light.x < WIDTH
        assert not (WORDS[0] < light.x < WORDS[1] and light.y < WORDS[2])


def test_a_dark_harbour_knows_it() -> None:
    """Nothing lit; a hidden figure is no nought."""
    assert harbour(0, 0, 0, 0, 0).dark
    assert not harbour(0, 0, None, 0, 0).dark
    assert harbour(0, 0, None, 0, 0).shining(Habit.ACCEPTING)

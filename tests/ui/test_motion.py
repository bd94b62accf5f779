from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.ui.motion import SETTLED, Motions, Tween, bump, ease, glide, linear, springy

CURVES = [linear, ease, glide, springy]


@pytest.mark.parametrize("curve", CURVES)
def test_a_curve_begins_and_ends_where_it_should(curve) -> None:
    """0 at the start and before it, 1 at the end and after it."""
    assert [curve(share) for share in (-1, 0)] == pytest.approx([0, 0])
    assert [curve(share) for share in (1, 2)] == pytest.approx([1, 1])


def test_a_bump_comes_back() -> None:
    """Nothing at both ends, all of it in the middle."""
    assert [bump(0), bump(0.5), bump(1)] == [0, 1, 0]


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(-50, 50), st.floats(0, 1))
def test_an_interrupted_movement_does_not_jump(start: float, end: float, other: float, at: float) -> None:
    """Turned to another end on its way, it goes on from exactly where it is."""
    tween = Tween(start, end, 10.0, 1.0)
    turned = tween.towards(other, 10.0 + at)
    assert turned.at(10.0 + at) == pytest.approx(tween.at(10.0 + at))
    assert turned.at(12.5) == pytest.approx(other)


def test_no_time_is_no_movement() -> None:
    """What takes no seconds is there at once."""
    assert Tween(0, 5, 3.0, 0.0).at(3.0) == 5


def test_the_first_goal_is_there_already() -> None:
    """Nothing flies in when a screen is new; from the second goal on it moves."""
    motions = Motions()
    assert motions.follow("bar", 0.4, 1.0, 0.5).at(1.0) == 0.4
    moving = motions.follow("bar", 0.8, 2.0, 0.5)
    assert moving.at(2.0) == 0.4
    assert moving.at(2.5) == 0.8


def test_asking_again_changes_nothing() -> None:
    """The same moment gives the same answer, however often a picture is composed."""
    motions = Motions()
    motions.follow("bar", 0.0, 0.0, 0.5)
    answers = {motions.follow("bar", 1.0, 1.0, 0.5).at(1.25) for _ in range(5)}
    assert len(answers) == 1
    assert len({motions.since("note", "a", now) for now in (1.0, 1.0)}) == 1


def test_since_counts_from_the_change() -> None:
    """The first value counts as old; another one starts the clock."""
    motions = Motions()
    assert motions.since("mark", "plain", 5.0) == SETTLED
    assert motions.since("mark", "good", 6.0) == 0.0
    assert motions.since("mark", "good", 6.5) == 0.5
    motions.forget()
    assert motions.since("mark", "plain", 7.0) == SETTLED

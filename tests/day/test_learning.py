from __future__ import annotations

import random
from itertools import product
from statistics import fmean, stdev

import pytest

from cop_challenge.core.measure import Phase
from cop_challenge.core.result import Signal
from cop_challenge.day.calibration import calibrate, rows_of, scenarios, true_difference
from cop_challenge.day.learning import gain, transfer
from cop_challenge.day.sittings import Answer, Sitting, sittings
from cop_challenge.lessons.library import Library
from cop_challenge.sim.learners import Children, school_day

T_11 = 2.201
"""Student's t, 97.5 %, 11 degrees of freedom (any printed table)."""


def sitting(before: tuple[int, int], after: tuple[int, int], of: int = 3) -> Sitting:
    """Right answers to taught and untaught items, of three each."""
    answers = [
        Answer(phase, standing, Signal.HIT if number < right else Signal.MISS, "", False)
        for phase, counts in ((Phase.BEFORE, before), (Phase.AFTER, after))
        for standing, right in zip(("taught", "untaught"), counts, strict=True)
        for number in range(of)
    ]
    return Sitting("8-12", "en", "x", answers, {(Phase.AFTER, "again"): "yes"})


def test_the_difference_is_taught_less_untaught() -> None:
    """Twelve visits worked out by hand."""
    visits = [sitting((1, 1), (3, 1))] * 6 + [sitting((1, 1), (2, 2))] * 6
    found = gain(visits)
    assert found is not None
    assert found.taught == pytest.approx(0.5)
    assert found.untaught == pytest.approx(1 / 6)
    assert found.difference == pytest.approx(1 / 3)
    differences = [2 / 3] * 6 + [0.0] * 6
    half = T_11 * stdev(differences) / 12**0.5
    assert (found.low, found.high) == (
        pytest.approx(fmean(differences) - half, abs=1e-3),
        pytest.approx(fmean(differences) + half, abs=1e-3),
    )


def test_fewer_than_ten_visits_say_nothing() -> None:
    """Nine are not ten."""
    assert gain([sitting((1, 1), (3, 1))] * 9) is None
    assert gain([sitting((1, 1), (3, 1))] * 10) is not None


def test_without_new_surfaces_there_is_no_transfer() -> None:
    """What was not asked is not wrong."""
    assert transfer([sitting((1, 1), (3, 1))] * 20) is None


def test_all_alike_is_no_error() -> None:
    """Nothing varies: the interval is a point, and the effect size is not infinite."""
    found = gain([sitting((1, 1), (1, 1))] * 12)
    assert found is not None
    assert (found.low, found.high, found.claim) == (0.0, 0.0, "nothing")


def test_visits_without_their_last_question_are_not_compared(library: Library) -> None:
    """A skipped or left sheet takes its visit out; the rule does not look at the answers."""
    visits = list(school_day(library.measures["8-12"], Children(lost=1.0), 60, 3))
    held = sittings(rows_of(visits))
    assert len(held) == 60
    skipped = [one for one in held if one.skipped]
    assert 20 < len(skipped) < 60
    assert not any(one.complete for one in skipped)
    assert all(one.complete for one in held if not one.skipped)


def test_the_truth_is_what_a_very_long_day_comes_to(library: Library) -> None:
    """The worked-out expectation agrees with forty thousand simulated visits, to a point of a hundred."""
    measure, children = library.measures["8-12"], Children(learnt=1.5, lost=0.0)
    held = sittings(rows_of(school_day(measure, children, 20_000, 11)))
    found = gain(held)
    assert found is not None
    assert found.difference == pytest.approx(true_difference(measure, children), abs=0.01)


def test_whoever_learns_nothing_has_no_true_difference(library: Library) -> None:
    """Practice and hard forms raise or lower both topics alike."""
    for measure, practice in product(library.measures.values(), (0.0, 1.0)):
        nothing = Children(learnt=0.0, learnt_spread=0.0, practice=practice, hardness=1.5)
        assert true_difference(measure, nothing) == pytest.approx(0.0, abs=1e-9)


TRACKS = ("5-7", "8-12", "13-17", "parents", "educators")


@pytest.mark.parametrize("track", TRACKS)
def test_a_share_of_days_is_covered(library: Library, track: str) -> None:
    """Twenty-five days: the interval holds the truth on most. The full proof is the slow one below."""
    for _, children in scenarios(library.measures[track]):
        found = calibrate(
            library.measures[track], children, days=25, visits=120, seed=random.Random(4).randrange(99)
        )
        assert found.covered >= 0.8


@pytest.mark.slow
@pytest.mark.parametrize("track", TRACKS)
def test_the_interval_holds_the_truth_on_95_of_100_days(library: Library, track: str) -> None:
    """A thousand days of 120 visits in each scenario: between 93 and 97 %; where nothing is learnt, nothing
    is claimed on as many."""
    for name, children in scenarios(library.measures[track]):
        found = calibrate(library.measures[track], children, days=1000, visits=120, seed=1)
        assert 0.93 <= found.covered <= 0.97, name
        if children.learnt == 0:
            assert 0.93 <= found.silent <= 0.97

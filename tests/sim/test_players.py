from __future__ import annotations

from dataclasses import replace

import pytest

from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Outcome
from cop_challenge.sim.players import PLAYERS
from cop_challenge.sim.runner import endings, every_lesson, many_visits, play_visit


@pytest.mark.slow  # `simulate` does the same, in the tests of the command line
def test_nobody_is_stuck_in_any_lesson(options: VisitOptions) -> None:
    """Every player comes through every lesson, or leaves it, but never stands still."""
    played = list(every_lesson(options, 1))
    assert len(played) == len(options.cards) * len(PLAYERS)
    assert [one.stuck for one in played if one.stuck] == []


@pytest.mark.parametrize("minutes", [5, 10, 15, None])
def test_visits_of_every_length_end(options: VisitOptions, minutes: float | None) -> None:
    """Whatever the clock allows, visits end; those not abandoned end with the passport."""
    for played in many_visits(replace(options, minutes=minutes), 25, 100):
        assert played.stuck is None
        idle = any(result.outcome is Outcome.IDLE for result in played.results)
        passport = any(result.outcome is Outcome.PASSPORT for result in played.results)
        assert passport or idle or played.player == "idle"


def test_measured_visits_end_too(measured: VisitOptions) -> None:
    """With sheets before and after, whoever fills them in, skips them or walks away."""
    for track in measured.measures:
        for played in many_visits(replace(measured, track=track, minutes=15), 2 * len(PLAYERS), 300):
            assert played.stuck is None, (track, played.player)


@pytest.mark.slow
def test_a_thousand_visits_end(options: VisitOptions) -> None:
    """The same over many seeds."""
    assert [one.stuck for one in many_visits(replace(options, minutes=10), 1000, 5000) if one.stuck] == []


def test_a_perfect_player_never_needs_a_second_try(options: VisitOptions) -> None:
    """Looking ahead finds the right answer and the story's good way each time."""
    for seed in range(5):
        played = play_visit(options, "perfect", seed)
        assert all(result.outcome is not Outcome.TRY_AGAIN for result in played.results)
        assert sum(result.fact is Fact.FINISHED for result in played.results) >= 5


def test_pressing_the_first_is_not_rewarded(options: VisitOptions) -> None:
    """Taking whatever comes first is right less often than not: answers are dealt, not placed."""
    answered = [
        result
        for seed in range(20)
        for result in play_visit(options, "first-option", seed).results
        if result.fact is Fact.ANSWERED and result.kind == "quiz" and result.attempt == 1
    ]
    right = sum(result.outcome is Outcome.GOOD for result in answered)
    assert 0.1 < right / len(answered) < 0.5


def test_a_lesson_that_cannot_be_left_would_be_found(options: VisitOptions) -> None:
    """The detector itself works: a visit with too many steps is called stuck."""
    from cop_challenge.sim import runner

    before = runner.MOST_STEPS
    try:
        runner.MOST_STEPS = 5
        assert play_visit(options, "perfect", 1).stuck is not None
    finally:
        runner.MOST_STEPS = before


def test_every_ending_of_every_lesson_is_reached(options: VisitOptions) -> None:
    """As far as its author has declared them; a lesson with one is played to it."""
    missed = {card.id: names for card in options.cards if (names := endings(options, card, 1)[1])}
    assert missed == {}


def test_an_ending_that_is_never_reached_is_named(options: VisitOptions) -> None:
    card = next(card for card in options.cards if card.endings)
    more = replace(card, endings=(*card.endings, "beyond-the-sea"))
    assert endings(options, more, 1) == (len(card.endings) + 1, ("beyond-the-sea",))

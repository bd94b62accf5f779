from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.factory.moves import Move
from cop_challenge.activities.factory.reach import BANDS, CIRCLE, CITY, band, needle, people, sharers

MOVES = st.lists(st.sampled_from(Move), max_size=6)


@given(MOVES)
def test_reach_stays_in_its_city(moves: list[Move]) -> None:
    """Never less than one circle, never more than all; dial and needle keep to their scale."""
    count = people(moves)
    assert CIRCLE <= count <= CITY
    assert 0 <= band(count) <= len(BANDS)
    assert 0 <= needle(count) <= 1


@given(MOVES, st.sampled_from([move for move in Move if move is not Move.PLAIN]))
def test_a_trick_more_never_travels_less(moves: list[Move], more: Move) -> None:
    """And a plain part changes nothing."""
    assert people([*moves, more]) >= people(moves)
    assert people([*moves, Move.PLAIN]) == people(moves)


def test_a_repeated_move_adds_half() -> None:
    """The second shout is heard less."""
    assert sharers([Move.EMOTION, Move.EMOTION]) - sharers([Move.EMOTION]) == 2


def test_plain_posters_stay_in_the_stairwell_and_full_ones_fill_the_city() -> None:
    """The dial's two ends can be reached with four parts."""
    assert band(people([Move.PLAIN] * 4)) == 0
    full = [Move.EMOTION, Move.US_AGAINST_THEM, Move.HURRY, Move.EVERYBODY_KNOWS]
    assert band(people(full)) == len(BANDS)

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.forge import estimate, words
from cop_challenge.activities.forge.estimate import Piece
from cop_challenge.activities.forge.spans import SECONDS, Span, longest
from cop_challenge.core.text import Rounded

pieces = st.builds(
    Piece, st.sampled_from("abcdefgh"), st.sampled_from(("dice", "pets", "signs")), st.integers(1, 10_000)
)
rows = st.lists(pieces, min_size=1, max_size=6)


def test_known_figures() -> None:
    """Three and four words of a dice list: half of 7776³ and 7776⁴."""
    three = [Piece(word, "dice", 7776) for word in "abc"]
    assert estimate.guesses(three) == 7776**3 // 2
    assert estimate.guesses([*three, Piece("d", "dice", 7776)]) == 7776**4 // 2
    assert estimate.gauge(7776) == estimate.STEPS


def test_mixed_lists_stand_in_any_order() -> None:
    """Two words and a name: the name may be first, second or third."""
    row = [Piece("a", "dice", 100), Piece("b", "dice", 100), Piece("c", "pets", 10)]
    assert estimate.orders(row) == 3
    assert estimate.guesses(row) == 100 * 100 * 10 * 3 // 2


@given(rows, pieces)
def test_more_never_makes_it_weaker(row: list[Piece], more: Piece) -> None:
    """Whatever is added, repeats too, the guesses do not go down."""
    assert estimate.guesses([*row, more]) >= estimate.guesses(row)


@given(rows, st.integers(0, 5))
def test_a_repeat_at_most_doubles(row: list[Piece], index: int) -> None:
    """The same tile again multiplies the guesses by REPEAT at the most."""
    again = row[index % len(row)]
    assert estimate.guesses([*row, again]) <= estimate.guesses(row) * estimate.REPEAT


@given(rows, st.integers(0, 5), st.integers(1, 10_000))
def test_a_longer_list_never_makes_it_weaker(row: list[Piece], index: int, more: int) -> None:
    """Of two tiles, the one from the longer list is never the worse."""
    at, single = index % len(row), [Piece(str(n), p.pool, p.size) for n, p in enumerate(row)]
    longer = [Piece(p.word, p.pool, p.size + more * (n == at)) for n, p in enumerate(single)]
    assert estimate.guesses(longer) >= estimate.guesses(single)


@given(st.lists(pieces, min_size=1, max_size=6, unique_by=lambda piece: piece.word))
def test_order_of_lists_multiplies_by_their_arrangements_only(row: list[Piece]) -> None:
    """Between 1 and n!, and 1 if all come from one list."""
    assert 1 <= estimate.orders(row) <= 720
    assert estimate.orders([Piece(p.word, "one", p.size) for p in row]) == 1


@given(rows)
def test_the_weakest_adds_least(row: list[Piece]) -> None:
    """No piece multiplies by less than the one called weakest."""
    assert estimate.factors(row)[estimate.weakest(row)] == min(estimate.factors(row))


@given(st.integers(1, 10**40), st.integers(1, 10**13), st.booleans())
def test_every_time_has_words(count: int, rate: int, held: bool) -> None:
    """From less than a blink to the stars, with a number of two leading digits or its length."""
    told = words.duration(estimate.seconds(count, rate), held)
    assert told.source
    (value,) = dict(words.number(count).values).values()
    if isinstance(value, Rounded):
        assert len(str(value.number).rstrip("0")) <= 2
    else:
        assert isinstance(value, int)
        assert value < 1_000


def test_spans_rise() -> None:
    """Each span is longer than the one before, and each has its words."""
    lengths = list(SECONDS.values())
    assert lengths == sorted(lengths)
    assert set(SECONDS) == set(Span) == set(words.SPANS)
    assert longest(0.1) is None
    assert longest(SECONDS[Span.WEEK]) is Span.WEEK

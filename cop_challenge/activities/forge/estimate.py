"""How many guesses a passphrase of picture tiles takes: a pure estimate, with its sources.

A tile is worth the length of the list it was drawn from, because whoever guesses has the list too
(Kerckhoffs: only the choice is secret). Lists multiply, and on average half of all has to be tried: k words
drawn from a list of n make n^k passphrases and n^k / 2 guesses (Bonneau 2016). What repeats a tile adds
almost nothing. Where tiles of several lists are mixed, the guesser does not know which stands where, and
every order has to be tried.

Sources:

- J. Bonneau, “Deep Dive: EFF's New Wordlists for Random Passphrases”, 2016,
  https://www.eff.org/deeplinks/2016/07/new-wordlists-random-passphrases: five dice choose one of 7776
  (6^5) words, log2 7776 = 12.9 bits a word.
- D. L. Wheeler, “zxcvbn: Low-Budget Password Strength Estimation”, USENIX Security 2016, pages 157-173,
  https://www.usenix.org/conference/usenixsecurity16/technical-sessions/presentation/wheeler; its code,
  https://github.com/dropbox/zxcvbn (`src/scoring.coffee`): repeats, sequences, walks over the keyboard; and
  four speeds, of which lessons use three: 10 guesses a second at a login page without a limit, 10^4 on a
  stolen list that was hashed slowly, 10^10 on one that was hashed fast (one of a range from 10^9 to 10^12).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

REPEAT = 2
"""What a repeated tile multiplies guesses by: with it and without it. The estimator zxcvbn, too, multiplies
by the number of copies (`repeat_guesses`)."""

STEPS = 4
"""Marks of a tile's gauge: one a power of ten, rounded; a word of a dice list (7776) has all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One tile of a passphrase, as a guesser sees it."""

    word: str
    """Tiles with the same word are the same."""
    pool: str
    """The list it was drawn from."""
    size: int
    """Entries of that list that this guesser has to try; at least 1."""


def factors(pieces: Sequence[Piece]) -> tuple[int, ...]:
    """What each piece multiplies the guesses by, in order; a repeat counts as REPEAT, or less."""
    seen: set[str] = set()
    found = []
    for piece in pieces:
        found.append(min(REPEAT, piece.size) if piece.word in seen else piece.size)
        seen.add(piece.word)
    return tuple(found)


def orders(pieces: Sequence[Piece]) -> int:
    """Ways in which the lists can stand in a row: n! / (k₁! k₂! …) for kᵢ pieces of each list.

    Pieces of one list are no mixture: its order is counted by drawing from it again and again. Repeats
    are left out.
    """
    # Backwards, so that of a repeated word the first counts.
    pools = Counter({piece.word: piece.pool for piece in reversed(pieces)}.values())
    ways = math.factorial(sum(pools.values()))
    for count in pools.values():
        ways //= math.factorial(count)
    return ways


def guesses(pieces: Sequence[Piece]) -> int:
    """Guesses until it is found, on average: half of all that would have to be tried, at least 1."""
    return max(1, (math.prod(factors(pieces)) * orders(pieces) + 1) // 2)


def seconds(count: int, per_second: int) -> float:
    """How long that many guesses take, in seconds."""
    return count / per_second


def gauge(factor: int) -> int:
    """Marks a tile's gauge shows, 0 to STEPS: powers of ten, rounded."""
    return min(STEPS, max(0, round(math.log10(max(1, factor)))))


def weakest(pieces: Sequence[Piece]) -> int:
    """Index of the piece that adds least; of several the last, so that the first of two twins stays."""
    found = factors(pieces)
    return max(range(len(found)), key=lambda index: (-found[index], index))

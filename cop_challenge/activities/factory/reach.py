"""How far a rumour would travel: a toy estimate, declared as one on the screen.

Everybody who passes it on shows it to CIRCLE people. Of a hundred who see it, PLAIN pass a plain message
on, and each move of the poster adds its own share; a move that was there before adds half. After ROUNDS
rounds, or when all of the CITY have seen it, it is over.

That feeling and “us against them” add most is borrowed from what was measured, the numbers are not:

- W. J. Brady et al., “Emotion shapes the diffusion of moralized content in social networks”, PNAS 114
  (28), 2017, doi 10.1073/pnas.1618923114: each moral-emotional word went with 20 % more sharing (563,312
  messages).
- S. Rathje et al., “Out-group animosity drives engagement on social media”, PNAS 118 (26), 2021, doi
  10.1073/pnas.2024292118: each word about the opposing group raised the odds of sharing by 67 %, the
  strongest of all predictors compared (2,730,215 posts). Here the two weigh the same.

For the other moves no measured size is claimed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from cop_challenge.activities.factory.moves import Move

CIRCLE = 25
"""People one person shows it to."""
PLAIN = 3
"""Of a hundred who see a plain message, those who pass it on."""
ROUNDS = 5
"""Times it is passed on."""
CITY = 60_000
"""People there are to be reached."""

ADDS: Mapping[Move, int] = {
    Move.EMOTION: 4,
    Move.US_AGAINST_THEM: 4,
    Move.HURRY: 3,
    Move.EVERYBODY_KNOWS: 3,
    Move.FAKE_EXPERT: 3,
    Move.HIDDEN_TRUTH: 3,
    Move.HALF_PICTURE: 2,
    Move.FALSE_NUMBERS: 2,
    Move.PLAIN: 0,
}
"""How many more of a hundred pass it on."""

BANDS = (100, 600, 4_000, 20_000)
"""From so many people on, the dial reaches its next mark."""


def sharers(moves: Sequence[Move]) -> int:
    """Of a hundred who see it, those who pass it on."""
    seen: set[Move] = set()
    total = PLAIN
    for move in moves:
        total += ADDS[move] // 2 if move in seen else ADDS[move]
        seen.add(move)
    return total


def people(moves: Sequence[Move]) -> int:
    """How many see it in the end, at least CIRCLE and at most CITY; two digits of it mean something."""
    grows = CIRCLE * sharers(moves) / 100
    exact = min(float(CITY), sum(CIRCLE * grows**step for step in range(ROUNDS + 1)))
    digits: int = 10 ** max(0, len(str(int(exact))) - 2)
    return round(exact / digits) * digits


def band(count: int) -> int:
    """The dial's mark, 0 to len(BANDS)."""
    return sum(count >= least for least in BANDS)


def needle(count: int) -> float:
    """How far the dial's needle turns, 0 to 1: powers of ten, as the reach grows by multiplying."""
    low, high = math.log(CIRCLE), math.log(CITY)
    return min(1.0, max(0.0, (math.log(max(CIRCLE, count)) - low) / (high - low)))

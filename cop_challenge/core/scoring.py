"""Light gathered: only ever added, never compared between children."""

from __future__ import annotations

ENDING_LIGHT = 12
"""For bringing a story to a good end, whichever way it went."""

NEW_ENDING_LIGHT = 2
"""For finding one more of its good ends."""


def answer_light(attempt: int) -> int:
    """Light for a right answer: 3 at once, 2 at the second try, 1 after that.

    Trying again always gives light: a second try after an explanation is the learning itself.
    """
    if attempt < 1:
        raise ValueError("attempts count from 1")
    return max(1, 4 - attempt)

"""Mixed writing directions: embedding levels by the Unicode algorithm, and the order on the line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, TypeVar

T = TypeVar("T")

FIRST_RIGHT_TO_LEFT = "\u0590"
"""No character before this one is written right to left."""


@lru_cache(maxsize=1024)
def levels(text: str, base: int) -> tuple[int, ...]:
    """Embedding level of every character; odd is right to left. `base` is the paragraph's level.

    python-bidi's `get_display` reorders whole paragraphs; lines must be broken first, so only its
    resolution steps are used (UAX #9, W1 to I2).
    """
    if base == 0 and all(char < FIRST_RIGHT_TO_LEFT for char in text):
        return (0,) * len(text)
    from bidi import algorithm

    storage: Any = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, storage)
    # Explicit marks are dropped by the algorithm's own storage; they keep the level before them.
    before = [dict(char) for char in storage["chars"]]
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    resolved = iter(storage["chars"])
    removed = algorithm.X9_REMOVED
    found: list[int] = []
    for char in before:
        if char["type"] in removed:
            found.append(found[-1] if found else base)
        else:
            found.append(next(resolved)["level"])
    return tuple(found)


def base_level(text: str, default: int) -> int:
    """The paragraph's own direction by its first strong character (UAX #9, P2), or `default`."""
    import unicodedata

    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return 0
        if direction in ("R", "AL"):
            return 1
    return default


def visual_order(levels: Sequence[int], runs: Sequence[T]) -> list[T]:
    """Runs of one line from left to right (UAX #9, L2); `levels` are the runs' levels."""
    order = list(range(len(runs)))
    highest, lowest_odd = max(levels, default=0), min((level for level in levels if level % 2), default=0)
    for level in range(highest, lowest_odd - 1 if lowest_odd else highest, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return [runs[index] for index in order]

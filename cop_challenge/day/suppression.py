"""Figures that cannot be traced to a few people: small cells are left out, and so is whatever would give
them away by subtraction."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

LEAST_VISITS = 10
"""A figure that rests on fewer visits is not published."""

FEW, NEARLY_ALL = "few", "nearly-all"

K = TypeVar("K", bound=Hashable)


def published(cells: Mapping[K, int], least: int = LEAST_VISITS) -> dict[K, int | None]:
    """The counts of a table whose total is known; None where a cell must stay hidden.

    Cells below `least` are hidden. What is hidden can be worked out from the total as a sum, so that sum
    must be at least `least` too and come from two cells or more: else the smallest shown cells are hidden
    with it. Empty cells are facts about nobody and stay.
    """
    hidden = {cell for cell, count in cells.items() if 0 < count < least}
    shown = sorted((count, str(cell), cell) for cell, count in cells.items() if count >= least)
    for _, _, cell in shown:
        if not hidden or (len(hidden) > 1 and sum(cells[one] for one in hidden) >= least):
            break
        hidden.add(cell)
    return {cell: None if cell in hidden else count for cell, count in cells.items()}


@dataclass(frozen=True, slots=True)
class Part:
    """How many of a known total, where that may be said."""

    count: int | None
    hidden: str = ""
    """`few`: fewer than ten, or `nearly-all`: all but fewer than ten."""


def part(count: int, total: int, least: int = LEAST_VISITS) -> Part:
    """The count, unless it or what is missing to the total is a small cell."""
    if 0 < count < least:
        return Part(None, FEW)
    if 0 < total - count < least:
        return Part(None, NEARLY_ALL)
    return Part(count)

"""Figures that cannot be traced to a few people: small cells are left out, and so is whatever would give
them away by subtraction.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

LEAST_VISITS = 10
"""A figure that rests on fewer visits is not published."""

K = TypeVar("K", bound=Hashable)
Sum = tuple[K, tuple[K, ...]]
"""A cell that is the sum of others: whoever knows all but one of them knows that one."""


def published(cells: Mapping[K, int], least: int = LEAST_VISITS) -> dict[K, int | None]:
    """The counts of one table whose total is known, too; None where a cell must stay hidden."""
    total = "total", object()
    counts: dict[Hashable, int] = {
        total: sum(cells.values()),
        **{("cell", cell): cells[cell] for cell in cells},
    }
    found = protected(counts, [(total, tuple(("cell", cell) for cell in cells))], least)
    return {cell: found["cell", cell] for cell in cells}


def protected(
    cells: Mapping[K, int], sums: Iterable[Sum[K]], least: int = LEAST_VISITS
) -> dict[K, int | None]:
    """The counts of all tables together; None where a cell must stay hidden.

    Cells below `least` are hidden. Then the smallest of the shown cells is hidden with them wherever the sums
    would tell what a hidden small cell holds, or what fewer than `least` visits hold together, be it by one
    subtraction or by many. Empty cells are facts about nobody and stay.
    """
    known = list(sums)
    hidden = {cell for cell, count in cells.items() if 0 < count < least}
    while told := _told(cells, known, hidden, least):
        # The smallest cell that makes it better; where it takes two, the smallest of all.
        near = {cell for whole, parts in known for cell in (whole, *parts) if hidden & {whole, *parts}}
        rest = sorted(
            (cell for cell in near - hidden if cells[cell]), key=lambda cell: (cells[cell], str(cell))
        )
        if not rest:
            break
        better = (cell for cell in rest if _told(cells, known, hidden | {cell}, least) < told)
        hidden.add(next(better, rest[0]))
    return {cell: None if cell in hidden else count for cell, count in cells.items()}


def _told(cells: Mapping[K, int], sums: Sequence[Sum[K]], hidden: set[K], least: int) -> int:
    """How many times too much is told: by one subtraction, or by solving all sums together."""
    single = sum(_gives_away(one, cells, hidden, least) for one in sums)
    solved = sum(
        # All of one sign: the cells in it hold so many visits together.
        len({factor > 0 for factor in row.factors.values()}) == 1 and 0 < abs(row.value) < least
        for row in _solved(sums, cells, hidden)
    )
    return single + solved


def _gives_away(one: Sum[K], cells: Mapping[K, int], hidden: set[K], least: int) -> bool:
    whole, parts = one
    unknown = [cell for cell in parts if cell in hidden]
    return whole not in hidden and bool(unknown) and 0 < sum(cells[cell] for cell in unknown) < least


@dataclass
class _Row(Generic[K]):
    """Cells with factors, and what they come to."""

    factors: dict[K, Fraction]
    value: Fraction

    def clear(self, lead: K, by: _Row[K]) -> None:
        """Takes `by`, in which `lead` has the factor 1, off as often as `lead` stands here."""
        times = self.factors.get(lead)
        if not times:
            return
        self.value -= times * by.value
        for cell, factor in by.factors.items():
            left = self.factors.get(cell, Fraction(0)) - times * factor
            if left:
                self.factors[cell] = left
            else:
                self.factors.pop(cell, None)


def _solved(sums: Iterable[Sum[K]], cells: Mapping[K, int], hidden: set[K]) -> list[_Row[K]]:
    """What follows from all sums for the hidden cells: equations in reduced row echelon form."""
    rows: dict[K, _Row[K]] = {}
    for whole, parts in sums:
        signed = [(whole, -1), *((part, 1) for part in parts)]
        row: _Row[K] = _Row({}, Fraction(0))
        for cell, sign in signed:
            if cell in hidden:
                row.factors[cell] = row.factors.get(cell, Fraction(0)) + sign
            else:
                row.value -= sign * cells[cell]
        for lead, other in rows.items():
            row.clear(lead, other)
        if not row.factors:
            continue
        lead, factor = next(iter(row.factors.items()))
        row = _Row({cell: each / factor for cell, each in row.factors.items()}, row.value / factor)
        for other in rows.values():
            other.clear(lead, row)
        rows[lead] = row
    return list(rows.values())

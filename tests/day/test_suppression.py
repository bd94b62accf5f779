from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.day.suppression import LEAST_VISITS, Sum, protected, published

CELLS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 200), max_size=8)
SMALL = st.one_of(st.integers(0, 12), st.integers(0, 60))
GRID = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(SMALL, min_size=width, max_size=width), min_size=2, max_size=5)
)


@given(CELLS)
def test_no_small_cell_is_shown(cells: dict[str, int]) -> None:
    """What is shown is true, and rests on ten visits or on none."""
    for cell, count in published(cells).items():
        assert count is None or (count == cells[cell] and (count == 0 or count >= LEAST_VISITS))


@given(CELLS)
def test_nothing_small_can_be_worked_out_from_the_total(cells: dict[str, int]) -> None:
    """What is hidden is at least two cells and ten visits together, or everything is hidden."""
    found = published(cells)
    hidden = [cells[cell] for cell, count in found.items() if count is None]
    shown = [count for count in found.values() if count]
    assert not hidden or not shown or (len(hidden) > 1 and sum(hidden) >= LEAST_VISITS)


@given(CELLS)
def test_nothing_is_hidden_without_need(cells: dict[str, int]) -> None:
    """A table without small cells is shown as it is."""
    if not any(0 < count < LEAST_VISITS for count in cells.values()):
        assert published(cells) == cells


def crossed(grid: list[list[int]]) -> tuple[dict[str, int], list[Sum[str]]]:
    """A table with its margins, as of tracks and endings."""
    width = range(len(grid[0]))
    cells = {f"{row}{column}": grid[row][column] for row in range(len(grid)) for column in width}
    cells |= {f"row{row}": sum(line) for row, line in enumerate(grid)}
    cells |= {f"column{column}": sum(line[column] for line in grid) for column in width}
    cells["all"] = sum(map(sum, grid))
    sums: list[Sum[str]] = [(f"row{row}", tuple(f"{row}{c}" for c in width)) for row in range(len(grid))]
    sums += [(f"column{c}", tuple(f"{row}{c}" for row in range(len(grid)))) for c in width]
    sums.append(("all", tuple(f"row{row}" for row in range(len(grid)))))
    sums.append(("all", tuple(f"column{c}" for c in width)))
    return cells, sums


def determined(cells: dict[str, int], sums: list[Sum[str]], found: dict[str, int | None]) -> set[str]:
    """Hidden cells that every solution of the sums agrees on: those the null space does not touch (by SVD)."""
    hidden = sorted(cell for cell, count in found.items() if count is None)
    if not hidden:
        return set()
    matrix = np.array(
        [[(cell in parts) - (cell == whole) for cell in hidden] for whole, parts in sums], dtype=float
    )
    _, sizes, ways = np.linalg.svd(matrix)
    free = ways[int((sizes > 1e-9).sum()) :]
    return {cell for index, cell in enumerate(hidden) if not len(free) or abs(free[:, index]).max() < 1e-9}


@given(GRID)
def test_no_small_cell_of_a_crossed_table_can_be_worked_out(grid: list[list[int]]) -> None:
    """Whatever is hidden and small: all sums together leave it open, worked out here in another way."""
    cells, sums = crossed(grid)
    found = protected(cells, sums)
    assert all(count in (None, cells[cell]) for cell, count in found.items())
    assert not any(count and count < LEAST_VISITS for count in found.values())
    assert not [cell for cell in determined(cells, sums, found) if 0 < cells[cell] < LEAST_VISITS]


@given(GRID)
def test_no_line_of_a_crossed_table_tells_of_a_few(grid: list[list[int]]) -> None:
    """What is hidden of a line whose total is shown is ten visits or more together."""
    cells, sums = crossed(grid)
    found = protected(cells, sums)
    for whole, parts in sums:
        hidden = [cells[part] for part in parts if found[part] is None]
        if hidden and found[whole] is not None:
            assert sum(hidden) >= LEAST_VISITS


def test_what_takes_two_subtractions_is_found_too() -> None:
    """A cell that each table hides well, and both together give away."""
    cells = {"all": 40, "a": 20, "b": 20, "a1": 16, "a2": 4, "b1": 10, "b2": 10, "one": 26, "two": 14}
    sums: list[Sum[str]] = [
        *(("all", ("a", "b")), ("a", ("a1", "a2")), ("b", ("b1", "b2"))),
        *(("one", ("a1", "b1")), ("two", ("a2", "b2"))),
    ]
    found = protected(cells, sums)
    assert found["a2"] is None
    assert not {"a2"} & determined(cells, sums, found)


def test_an_open_question_is_noticed() -> None:
    """The check itself: with everything else shown, the hidden cell is determined."""
    assert determined(
        {"all": 14, "a": 10, "b": 4}, [("all", ("a", "b"))], {"all": 14, "a": 10, "b": None}
    ) == {"b"}

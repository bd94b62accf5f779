from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.day.suppression import FEW, LEAST_VISITS, NEARLY_ALL, part, published

CELLS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.integers(0, 200), max_size=8)


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


@given(st.integers(0, 300), st.integers(0, 300))
def test_a_part_hides_itself_and_what_is_missing_to_the_total(count: int, missing: int) -> None:
    """115 of 120 would tell of the five."""
    found = part(count, count + missing)
    if 0 < count < LEAST_VISITS:
        assert (found.count, found.hidden) == (None, FEW)
    elif 0 < missing < LEAST_VISITS:
        assert (found.count, found.hidden) == (None, NEARLY_ALL)
    else:
        assert found.count == count

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.core.actions import Continue
from cop_challenge.ui.focus import Direction, at, following, towards
from cop_challenge.ui.frame import Target
from cop_challenge.ui.geometry import LANDSCAPE, PORTRAIT, Box, Viewport

SIZES = st.tuples(st.integers(480, 7680), st.integers(480, 4320))


@given(SIZES)
def test_no_window_has_less_room_than_the_least(size: tuple[int, int]) -> None:
    """Whatever the window, a scene has at least the logical units it was made for."""
    view = Viewport(*size)
    least = PORTRAIT if view.portrait else LANDSCAPE
    assert view.box.w >= least[0] - 0.01
    assert view.box.h >= least[1] - 0.01


def test_full_hd_has_one_pixel_a_unit() -> None:
    """1920×1080 is drawn as it is designed."""
    assert Viewport(1920, 1080).scale == 1


@given(SIZES, st.integers(1, 9), st.floats(0, 40))
def test_neighbours_stay_neighbours(size: tuple[int, int], count: int, gap: float) -> None:
    """Boxes cut from a row never overlap in pixels."""
    view = Viewport(*size)
    cells = [view.pixels(box) for box in view.box.columns(count, gap)]
    assert all(a[0] + a[2] <= b[0] for a, b in pairwise(cells))


@given(st.floats(0, 500), st.floats(0, 60))
def test_cutting_gives_the_whole_back(height: float, gap: float) -> None:
    """The piece, the gap and the rest are as high as the box, as long as there is room."""
    box = Box(10, 20, 300, 400)
    top, rest = box.cut_top(height, gap)
    assert top.h <= 400
    assert rest.bottom == box.bottom
    assert top.h + rest.h <= 400


def grid() -> list[Target]:
    return [
        Target(f"{x}{y}", Box(x * 200, y * 150, 160, 110), Continue()) for y in range(3) for x in range(3)
    ]


def test_arrows_go_to_the_neighbour() -> None:
    """Each direction has its own neighbour, and the edge of the screen is an edge."""
    targets = grid()
    ways = {d: towards(targets, "11", d) for d in Direction}
    assert ways == {Direction.LEFT: "01", Direction.RIGHT: "21", Direction.UP: "10", Direction.DOWN: "12"}
    assert towards(targets, "00", Direction.LEFT) == "00"


def test_arrows_go_from_end_to_end_of_a_row() -> None:
    """Whatever lies lower between two things beside each other does not come between them."""
    pause, grown_up = (
        Target(name, Box(x, 28, 116, 116), Continue()) for name, x in (("pause", 40), ("up", 1764))
    )
    card = Target("card", Box(717, 394, 485, 527), Continue())
    targets = [pause, grown_up, card]
    assert towards(targets, "up", Direction.LEFT) == "pause"
    assert towards(targets, "pause", Direction.RIGHT) == "up"
    assert towards(targets, "up", Direction.DOWN) == "card"


@given(
    st.lists(
        st.builds(
            Box, st.integers(0, 1800), st.integers(0, 1000), st.integers(96, 400), st.integers(96, 300)
        ),
        min_size=1,
        max_size=8,
    )
)
def test_tab_reaches_everything(boxes: list[Box]) -> None:
    """Stepping on comes by every target and back to the first."""
    targets = [Target(str(i), box, Continue()) for i, box in enumerate(boxes)]
    seen, here = [], targets[0].id
    for _ in targets:
        seen.append(here)
        here = following(targets, here, 1)
    assert (sorted(seen), here) == (sorted(t.id for t in targets), targets[0].id)


def test_a_point_finds_its_target() -> None:
    """Inside, and not beside."""
    assert at(grid(), 410, 160) == "21"
    assert at(grid(), 190, 160) == ""

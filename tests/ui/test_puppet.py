from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.app.wiring import Places
from cop_challenge.ui.puppet import GESTURES, gestured, idle
from cop_challenge.ui.raster import Drawing, draw

POSES = ("hello", "thinking", "happy", "worried", "pointing")


def test_every_gesture_moves_every_pose(places: Places) -> None:
    """Each pose has the parts, and each gesture gives other pixels, except eyes that are shut anyway."""
    for pose in POSES:
        source = (places.assets / f"nuru/{pose}.svg").read_text(encoding="utf-8")
        still = draw(Drawing(source, 160, 160)).pixels
        for gesture in GESTURES:
            moved = gestured(source, gesture)
            assert moved != source, (pose, gesture)
            assert draw(Drawing(moved, 160, 160)).pixels != still, (pose, gesture)


@given(st.integers(0, 10**8), st.floats(0, 0.999))
def test_an_idle_figure_knows_when_it_moves_next(moment: int, share: float) -> None:
    """The next change lies ahead, soon, and until then nothing changes."""
    now = moment / 1000
    gesture, until = idle(now)
    assert gesture in ("", *GESTURES)
    assert now < until <= now + 5
    assert idle(now + (until - now) * share)[0] == gesture


def test_a_minute_holds_blinks_and_flutters() -> None:
    """Everything it can do is seen within a minute, and rest as well."""
    assert {idle(second / 20)[0] for second in range(1200)} == {"", *GESTURES}

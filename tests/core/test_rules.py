from __future__ import annotations

import pytest

from cop_challenge.core.chance import chance
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import Text


def test_chance_is_the_same_everywhere() -> None:
    """A published first value: a changed generator would change every recorded visit."""
    assert chance(1, "plan").randrange(10**9) == chance(1, "plan").randrange(10**9)
    assert chance(1, "plan").random() != chance(2, "plan").random()
    assert chance(1, "a", "b").random() != chance(1, "ab").random()


def test_every_right_answer_brings_light() -> None:
    """Three at once, two at the second try, never less than one."""
    assert [answer_light(attempt) for attempt in (1, 2, 3, 9)] == [3, 2, 1, 1]


def test_attempts_count_from_one() -> None:
    """A zeroth attempt is a programmer's mistake."""
    with pytest.raises(ValueError, match="from 1"):
        answer_light(0)


def test_a_filled_text_keeps_its_key() -> None:
    """Placeholders are filled when drawn; the translation is found by the same key."""
    text = Text("{n} of {total}", "ui.counter").fill(n=1, total=5)
    assert (text.key, dict(text.values)) == ("ui.counter", {"n": 1, "total": 5})

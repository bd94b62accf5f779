"""How long a sheet takes follows from its words, its choices and the pace of its readers."""

from __future__ import annotations

import pytest

from cop_challenge.core.measure import Case, Form, Item, Reply
from cop_challenge.core.reading import CHOICE_SECONDS, sheet_seconds
from cop_challenge.core.sheet import AGAIN, SURE
from cop_challenge.core.text import Text

SPOON = Item(
    id="spoon",
    form=Form.A,
    topic="",
    case=Case.SAFE,
    story=Text("A spoon sings."),
    prompt=Text("What now?"),
    replies=(Reply("sing", Text("Sing along, loudly"), True), Reply("hide", Text("Hide quickly"), False)),
)
"""Ten words, one choice."""


def test_an_item_takes_its_words_and_a_choice() -> None:
    """Ten words at sixty a minute are ten seconds."""
    assert sheet_seconds([SPOON], 60) == pytest.approx(10 + CHOICE_SECONDS)


def test_twice_the_pace_halves_the_reading_only() -> None:
    """Making up one's mind does not go faster."""
    assert sheet_seconds([SPOON], 120) == pytest.approx(5 + CHOICE_SECONDS)


def test_questions_about_feelings_count() -> None:
    """Each of them has words and a choice as well."""
    bare, asked = sheet_seconds([SPOON], 60), sheet_seconds([SPOON], 60, [SURE, AGAIN])
    assert asked - bare == pytest.approx(15 + 8 + 2 * CHOICE_SECONDS)


def test_an_empty_sheet_takes_no_time() -> None:
    """Nothing to read, nothing to choose."""
    assert sheet_seconds([], 120) == 0

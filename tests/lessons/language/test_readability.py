from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.core.track import Reading
from cop_challenge.lessons.language.readability import advice, reading_level, syllables

from .conftest import Make

SHORT = "The cat sat on the mat. " * 6
LONG = "Considerable administrative responsibilities necessitate organisational preparation. " * 6


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *[("cat", 1), ("tablet", 2), ("made", 1), ("maker", 2), ("little", 2), ("wanted", 2), ("asked", 1)],
        *[("somebody", 3), ("people", 2), ("quiet", 2), ("seeing", 2), ("isn’t", 2), ("question", 2)],
        *[("two-second", 3), ("password", 2), ("information", 4), ("47", 2), ("shh", 1)],
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@given(st.text(min_size=1, max_size=30))
def test_every_word_has_a_syllable(word: str) -> None:
    assert syllables(word) >= 1


def test_the_grade_is_that_of_the_formula(lesson: Make) -> None:
    """Six words and six syllables a sentence: 0.39 × 6 + 11.8 × 1 − 15.59."""
    assert reading_level(lesson(SHORT)) == pytest.approx(-1.45)


def test_long_words_are_harder(lesson: Make) -> None:
    easy, hard = reading_level(lesson(SHORT)), reading_level(lesson(LONG))
    assert easy is not None
    assert hard is not None
    assert hard > easy + 10


def test_too_little_text_has_no_grade(lesson: Make) -> None:
    assert reading_level(lesson("Ask Mum.")) is None


def test_labels_are_no_sentences(lesson: Make) -> None:
    """A title without a full stop makes a lesson neither easier nor harder."""
    assert reading_level(lesson(SHORT, title="Spoon")) == reading_level(
        lesson(SHORT, title="Incomprehensibility")
    )


def test_each_limit_is_watched(lesson: Make) -> None:
    """And none where there is none."""
    rules = {finding.rule for finding in advice(lesson(LONG), Reading(mean=4, longest=5, grade=3))}
    assert rules == {"long-sentence", "long-sentences", "hard-to-read"}
    assert list(advice(lesson(LONG), Reading())) == []
    assert list(advice(lesson(SHORT), Reading(mean=6, longest=6, grade=3))) == []

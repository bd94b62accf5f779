"""How long a sheet takes: its words at the pace of those who read it, and a moment for each choice."""

from __future__ import annotations

from collections.abc import Iterable

from cop_challenge.core.measure import Item, Measure, Phase
from cop_challenge.core.sheet import Rating, ratings
from cop_challenge.core.text import Text

CHOICE_SECONDS = 3.0
"""To make up one's mind, touch the answer and go on. Assumed, not measured."""


def sheet_seconds(items: Iterable[Item], words_a_minute: float, feelings: Iterable[Rating] = ()) -> float:
    """Seconds that a sheet of these items, and the questions about `feelings` after them, takes in the
    source language. Whatever can be chosen is read to the end, which few do: the sheet is not longer."""
    questions = [*map(_words_of_item, items), *map(_words_of_rating, feelings)]
    return 60 * sum(questions) / words_a_minute + CHOICE_SECONDS * len(questions)


def longest_seconds(measure: Measure, phase: Phase) -> float:
    """Seconds that the longest sheet takes which a visit can be dealt in that phase."""
    return max(
        sheet_seconds(sheet, measure.words_a_minute, ratings(measure, phase))
        for sheet in measure.sheets(phase)
    )


def _words_of_item(item: Item) -> int:
    return _words((item.story, item.prompt, *(reply.text for reply in item.replies)))


def _words_of_rating(rating: Rating) -> int:
    return _words((rating.prompt, *(text for _, text, _ in rating.steps)))


def _words(texts: Iterable[Text]) -> int:
    return sum(len(text.source.split()) for text in texts)

"""What was hard, in the lessons' own words: for whoever talks about it tomorrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.named import asked_in, chosen_in
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.day import wording
from cop_challenge.day.played import Hard


@dataclass(frozen=True, slots=True)
class Spoken:
    """One hard question."""

    figures: Text
    """Which lesson it is in, and how hard it was."""
    asked: Text
    """The question."""
    often: Text = NOTHING
    """What many chose instead."""
    because: Text = NOTHING
    """What the lesson says to that."""
    takeaway: Text = NOTHING


def in_words(hard: Hard, lessons: Mapping[str, Lesson]) -> Spoken:
    """The question as its lesson asks it; by ids where the lesson is not here."""
    lesson = lessons.get(hard.lesson)
    if lesson is None:
        return Spoken(_figures(hard, Text(hard.lesson)), Text(hard.step))
    choice, because = chosen_in(lesson, hard.step, hard.often) if hard.often else (NOTHING, NOTHING)
    return Spoken(
        figures=_figures(hard, lesson.title),
        asked=asked_in(lesson, hard.step) or lesson.title,
        # What a visit itself puts into a sentence, such as the tiles it chose, results do not keep.
        often=wording.OFTEN.fill(choice=choice) if choice and "{" not in choice.source else NOTHING,
        because=because if because != choice else NOTHING,
        takeaway=lesson.takeaway,
    )


def _figures(hard: Hard, lesson: Text) -> Text:
    if hard.visits is None or hard.right is None:
        return wording.HARD_FOR_MOST.fill(lesson=lesson)
    share = wording.percent(hard.right / hard.visits)
    return wording.HARD.fill(lesson=lesson, percent=share, count=hard.visits)

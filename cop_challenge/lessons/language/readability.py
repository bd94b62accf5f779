"""How hard a lesson is to read."""

from __future__ import annotations

from cop_challenge.activities.lesson import Lesson


def reading_level(lesson: Lesson) -> float | None:
    """The school grade a lesson's texts are for, or None where it can't be said."""
    return None

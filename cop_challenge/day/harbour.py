"""The day's harbour: the lanterns everybody lit together, as far as the report would tell."""

from __future__ import annotations

from collections.abc import Iterable

from cop_challenge.core.harbour import Harbour
from cop_challenge.core.tags import Habit
from cop_challenge.day.day import Day
from cop_challenge.day.report import counted
from cop_challenge.store.database import Row


def harbour(rows: Iterable[Row], day: Day | None = None) -> Harbour:
    """Of the day's facts; without a day, of all. What a report leaves out of the same facts is not here."""
    shown = counted(rows, day).shown
    return Harbour({habit: shown["lit", habit] for habit in Habit})

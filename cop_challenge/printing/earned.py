"""Which stamps visits have earned, as the results tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cop_challenge.core.result import Fact
from cop_challenge.core.tags import Habit
from cop_challenge.printing.kept import Kept
from cop_challenge.printing.sheet import CannotPrint


@dataclass(frozen=True)
class Earned:
    """Of one visit: a lesson brought to its end stamps its habit's place."""

    track: str
    stamps: frozenset[Habit]


def earned(rows: Iterable[Kept], visit: str = "") -> tuple[Earned, ...]:
    """Those of this visit; else of all visits of the latest hour: nothing tells which came last.

    CannotPrint, with what to do, if none of them finished a lesson.
    """
    finished: dict[tuple[str, str], list[Kept]] = {}
    met = False
    for row in rows:
        met = met or row.visit == visit
        if row.result.fact is Fact.FINISHED and (not visit or row.visit == visit):
            finished.setdefault((row.station, row.visit), []).append(row)
    if not finished:
        raise CannotPrint(_why_not(visit, met))
    latest = max(played[-1].hour for played in finished.values())
    return tuple(
        Earned(played[-1].result.track, frozenset(Habit(row.result.habit) for row in played))
        for played in finished.values()
        if visit or played[-1].hour == latest
    )


def _why_not(visit: str, met: bool) -> str:
    if visit and not met:
        return f"There is no visit “{visit}” here; “cop-challenge results export” lists them."
    where = f"in the visit “{visit}”" if visit else "here"
    blank = "Print empty passports, to be stamped by hand: leave out “--latest”, “--visit” and “--from”."
    return f"No lesson was finished {where}, so no stamp was earned. {blank}"

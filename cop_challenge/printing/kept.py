"""Which programmes and cards were finished, as the results tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from cop_challenge.activities.deal.document import Document, from_results
from cop_challenge.activities.deal.schema import Model
from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.result import Fact, Result
from cop_challenge.printing.sheet import CannotPrint

KIND = "deal"


class Kept(Protocol):
    """A fact with the visit it belongs to, as the store gives it."""

    @property
    def station(self) -> str:
        """Of which laptop."""

    @property
    def visit(self) -> str:
        """Of which visit."""

    @property
    def hour(self) -> str:
        """`2026-11-23T14`; results know no finer time."""

    @property
    def result(self) -> Result:
        """The fact."""


@dataclass(frozen=True)
class Finished:
    """A document, and the lesson it was made in."""

    lesson: Model
    document: Document


@dataclass(frozen=True)
class Wanted:
    """Which of all that were finished; what is empty does not matter."""

    card: bool
    """Family deal cards; else protection programmes."""
    visit: str = ""
    """The number results give a visit. Else those of the latest hour: nothing tells which came last."""
    lesson: str = ""


def deal_lessons(lessons: Mapping[str, Lesson], wanted: Wanted) -> dict[str, Model]:
    """The lessons that make such a document. CannotPrint if there is none, or not the wanted one."""
    found = {
        name: lesson
        for name, lesson in lessons.items()
        if isinstance(lesson, Model) and lesson.paired == wanted.card
    }
    if wanted.lesson and wanted.lesson not in found:
        names = ", ".join(found) or "none"
        raise CannotPrint(f"No lesson “{wanted.lesson}” makes such a document; there are: {names}.")
    if not found:
        raise CannotPrint("No lesson here makes such a document; “--pack” adds a folder of lessons.")
    return found


def usual(found: Mapping[str, Model], lesson: str) -> Model:
    """The lesson of a blank form: the one named, else the one with the most lines, else the first."""
    if lesson:
        return found[lesson]
    return max(found.values(), key=lambda model: len(model.lines))


def finished(rows: Iterable[Kept], lessons: Mapping[str, Lesson], wanted: Wanted) -> tuple[Finished, ...]:
    """Those wanted, at least one. CannotPrint, with what to do, if there is none."""
    known = deal_lessons(lessons, wanted)
    played: dict[tuple[str, str, str], list[Kept]] = {}
    ended: list[tuple[str, str, str]] = []
    met = False
    for row in rows:
        met = met or row.visit == wanted.visit
        result = row.result
        ours = result.kind == KIND and (not wanted.lesson or result.lesson == wanted.lesson)
        if not ours or (wanted.visit and row.visit != wanted.visit):
            continue
        place = row.station, row.visit, result.lesson
        played.setdefault(place, []).append(row)
        if result.fact is Fact.FINISHED and place not in ended:
            ended.append(place)
    of_kind = [place for place in ended if place[2] in known]
    if not of_kind:
        gone = sorted({place[2] for place in ended if place[2] not in lessons})
        raise CannotPrint(_why_not(wanted, met, gone))
    latest = max(played[place][-1].hour for place in of_kind)
    chosen = [place for place in of_kind if wanted.visit or played[place][-1].hour == latest]
    return tuple(
        Finished(known[place[2]], from_results(known[place[2]], [row.result for row in played[place]]))
        for place in chosen
    )


def _why_not(wanted: Wanted, met: bool, gone: list[str]) -> str:
    what = "deal card" if wanted.card else "protection programme"
    of = f" of “{wanted.lesson}”" if wanted.lesson else ""
    if gone:
        return (
            f"The lesson “{gone[0]}” that was played is not here; name its folder with “--pack”, "
            f"or print a blank form without “--latest” and “--visit”."
        )
    if wanted.visit and not met:
        return (
            f"There is no visit “{wanted.visit}” in these results; "
            "“cop-challenge results export” lists them in the column “visit”."
        )
    where = f"in the visit “{wanted.visit}”" if wanted.visit else "here"
    return (
        f"No {what}{of} was finished {where}. Play one to its end, or print a blank form: "
        "leave out “--latest”, “--visit” and “--from”."
    )

"""Finding in the results what was finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.lessons.library import Library
from cop_challenge.printing.kept import Wanted, deal_lessons, finished, usual
from cop_challenge.printing.sheet import CannotPrint
from cop_challenge.store.database import Row

from .conftest import CARD, PLAN

VisitOf = Callable[[str], tuple[Result, ...]]
PROGRAMME, FAMILY = Wanted(card=False), Wanted(card=True)


def rows(results: tuple[Result, ...], visit: str = "01", hour: str = "2026-11-24T10") -> list[Row]:
    return [Row("st", visit, number, hour, result) for number, result in enumerate(results, 1)]


def test_a_real_visit_becomes_a_whole_document(library: Library, visit_of: VisitOf) -> None:
    """Every line has its words, and the stamp is on it."""
    (made,) = finished(rows(visit_of(PLAN)), library.lessons, PROGRAMME)
    assert made.lesson.id == PLAN
    assert all(line.whole for line in made.document.lines)
    assert made.document.signed == ("school",)


def test_a_programme_is_no_card(library: Library, visit_of: VisitOf) -> None:
    """Each command finds its own."""
    both = rows(visit_of(PLAN)) + rows(visit_of(CARD), "02", "2026-11-24T09")
    assert [made.lesson.id for made in finished(both, library.lessons, FAMILY)] == [CARD]


def test_the_latest_hour_counts(library: Library, visit_of: VisitOf) -> None:
    """An earlier one is left alone; two of the same hour are both given."""
    played = visit_of(PLAN)
    early, late, also = rows(played, "01", "2026-11-24T09"), rows(played, "02"), rows(played, "03")
    assert len(finished(early + late, library.lessons, PROGRAMME)) == 1
    assert len(finished(early + late + also, library.lessons, PROGRAMME)) == 2


def test_a_visit_can_be_named(library: Library, visit_of: VisitOf) -> None:
    """Also an earlier one."""
    early = rows(visit_of("the-day-after"), "0a", "2026-11-24T09")
    wanted = replace(PROGRAMME, visit="0a")
    (made,) = finished(early + rows(visit_of(PLAN)), library.lessons, wanted)
    assert made.lesson.id == "the-day-after"


def test_a_wording_that_did_not_hold_is_not_printed(library: Library, visit_of: VisitOf) -> None:
    """Tries are in the results, too."""
    line = library.lessons[PLAN].pillars[0]  # type: ignore[attr-defined]
    bad = next(choice.id for choice in line.choices if not choice.fits)
    tried = Result(
        Fact.ANSWERED, lesson=PLAN, kind="deal", step=line.id, choice=bad, outcome=Outcome.TRY_AGAIN
    )
    played = visit_of(PLAN)
    (made,) = finished(rows((*played[:-2], tried, *played[-2:])), library.lessons, PROGRAMME)
    assert made.document.lines[0].whole


def test_what_was_left_halfway_is_not_finished(library: Library, visit_of: VisitOf) -> None:
    """A sentence that says what to do."""
    halfway = tuple(result for result in visit_of(PLAN) if result.fact is not Fact.FINISHED)
    with pytest.raises(CannotPrint, match=r"was finished here\. Play one to its end, or print a blank"):
        finished(rows(halfway), library.lessons, PROGRAMME)


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        (Wanted(card=False, visit="ff"), "no visit “ff”.*results export"),
        (Wanted(card=True, visit="01"), "No deal card was finished in the visit “01”"),
        (Wanted(card=False, lesson="dance"), "No lesson “dance” makes such a document; there are: .*" + PLAN),
    ],
)
def test_what_is_not_there_is_said(library: Library, visit_of: VisitOf, wanted: Wanted, says: str) -> None:
    """Fact and remedy."""
    with pytest.raises(CannotPrint, match=says):
        finished(rows(visit_of(PLAN)), library.lessons, wanted)


def test_a_lesson_of_a_missing_pack_is_named(library: Library, visit_of: VisitOf) -> None:
    """With the option that brings it."""
    gone = tuple(replace(result, lesson="ours") for result in visit_of(PLAN))
    with pytest.raises(CannotPrint, match=r"“ours” that was played is not here.*--pack"):
        finished(rows(gone), library.lessons, PROGRAMME)


def test_the_usual_form_is_the_one_with_all_pillars(library: Library) -> None:
    """Five lines rather than four; or the one that was named."""
    found = deal_lessons(library.lessons, PROGRAMME)
    assert usual(found, "").id == PLAN
    assert usual(found, "the-day-after").id == "the-day-after"

from __future__ import annotations

from dataclasses import replace

import pytest

from cop_challenge.core.actions import Tick
from cop_challenge.core.activity import legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.pair import Friends
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.screen import Screen
from cop_challenge.core.visit import Visit

from .test_visit import finish_lesson, take

TWO = Friends(("lion", "oryx"))
GOOD = Result(Fact.ANSWERED, outcome=Outcome.GOOD)
AGAIN = Result(Fact.ANSWERED, outcome=Outcome.TRY_AGAIN)


def test_the_turn_passes_with_every_answer() -> None:
    """And comes back; several facts of one action are one turn."""
    assert [TWO.turn, TWO.after([GOOD]).turn, TWO.after([GOOD, GOOD]).after([GOOD]).turn] == [0, 1, 0]


@pytest.mark.parametrize("result", [AGAIN, Result(Fact.FINISHED), Result(Fact.BEGAN)])
def test_whoever_may_try_again_stays_on_turn(result: Result) -> None:
    """What is no answer passes nothing on either."""
    assert TWO.after([result]) == TWO


def test_one_alone_is_always_on_turn() -> None:
    """Nothing changes for a single player."""
    alone = Friends(("lion",))
    assert alone.after([GOOD]) is alone


def test_a_pair_chooses_two_friends(options: VisitOptions) -> None:
    """Two different ones; back leads to the first choice."""
    visit = Visit(replace(options, seats=2), 1)
    take(visit, "begin", "8-12", "lion")
    assert visit.view().screen is Screen.AVATAR
    assert "lion" not in {offer.id for offer in visit.view().offers}
    take(visit, "back")
    assert visit.view().friends.avatars == ()
    take(visit, "oryx", "lion")
    assert visit.view().screen is Screen.MAP
    assert visit.view().friends == Friends(("oryx", "lion"))


def test_a_pair_takes_turns_in_a_lesson(options: VisitOptions) -> None:
    """Both have been on turn by the time its lantern is lit."""
    visit = Visit(replace(options, seats=2, track="8-12"), 1)
    take(visit, "begin", "lion", "oryx")
    take(visit, legal(visit.view().offers)[0].id)
    turns = set()
    while visit.view().screen is Screen.LESSON:
        turns.add(visit.view().friends.turn)
        visit.act(next(o for o in legal(visit.view().offers) if o.role in ("answer", "advance")).action)
    assert turns == {0, 1}


def test_stamps_brought_along_light_the_sky_and_come_last(options: VisitOptions) -> None:
    """What they stand for is lit from the start, is offered only when nothing else is, and is no fact."""
    visit = Visit(replace(options, stamps=True, track="8-12"), 1)
    take(visit, "begin", "lion")
    assert visit.view().screen is Screen.STAMPS
    results = take(visit, "tell", "react", "react", "next")
    assert [result.fact for result in results] == [Fact.BEGAN]
    view = visit.view()
    assert view.lit == ("tell",)
    offered = {offer.id for offer in legal(view.offers)}
    assert "tell" not in offered
    assert "passport" not in offered


def test_without_the_days_word_nobody_is_asked_for_stamps(options: VisitOptions) -> None:
    """The map follows the friend at once."""
    visit = Visit(replace(options, track="8-12"), 1)
    take(visit, "begin", "lion")
    assert visit.view().screen is Screen.MAP


def test_the_map_says_when_there_is_time_for_one_more(options: VisitOptions) -> None:
    """Not in the first minutes, nor without a limit."""
    visit = Visit(replace(options, track="8-12", minutes=9, idle_seconds=1e9), 1)
    take(visit, "begin", "lion")
    assert not visit.view().last
    take(visit, legal(visit.view().offers)[0].id)
    finish_lesson(visit)
    visit.act(Tick(4 * 60))
    take(visit, "next")
    assert visit.view().screen is Screen.MAP
    assert visit.view().last

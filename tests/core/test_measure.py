from __future__ import annotations

import copy
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.core import actions as do
from cop_challenge.core.activity import IllegalAction, Mark, Role, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.measure import Case, Design, Form, Item, Measure, Phase, Reply, Topic, deal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Result, Signal
from cop_challenge.core.screen import Screen
from cop_challenge.core.sheet import Sheet, signal
from cop_challenge.core.text import Text
from cop_challenge.core.visit import Visit
from cop_challenge.lessons.library import Library

SEEDS = st.integers(0, 2**62)


def item(name: str, form: Form, topic: str, case: Case = Case.RISKY, **more: bool) -> Item:
    replies = (Reply("yes", Text("Yes"), right=True, tell=True), Reply("no", Text("No"), right=False))
    return Item(name, form, topic, case, replies, **more)


MEASURE = Measure(
    "8-12",
    Design.BOTH,
    (Topic("x", ("x1", "x2")), Topic("y", ("y1", "y2"))),
    tuple(
        one
        for form in Form
        for one in (
            item(f"{form}-x", form, "x"),
            item(f"{form}-y", form, "y"),
            item(f"{form}-first", form, "x", first=True),
            item(f"{form}-safe", form, "", Case.SAFE),
            item(f"{form}-new", form, "x", new=True),
        )
    ),
    words_a_minute=120,
)


@given(SEEDS)
def test_nobody_sees_an_item_twice(seed: int) -> None:
    """The sheet after has the other form; new surfaces come only there."""
    hand = deal(MEASURE, seed)
    before, after = hand.items(Phase.BEFORE), hand.items(Phase.AFTER)
    assert not {one.id for one in before} & {one.id for one in after}
    assert not any(one.new for one in before)
    assert any(one.new for one in after)


def test_topic_and_form_are_dealt_by_independent_coins() -> None:
    """Each of the four combinations falls to about a quarter of the visits."""
    dealt = Counter(
        (hand.taught.id, hand.first_form) for hand in (deal(MEASURE, seed) for seed in range(2000))
    )
    assert len(dealt) == 4
    assert all(420 < count < 580 for count in dealt.values())


def test_a_sheet_of_one_topic_asks_about_the_same_before_and_after() -> None:
    """Where there is room for one scene, the other sheet's is of the same topic."""
    one = replace(MEASURE, design=Design.ONE)
    for seed in range(20):
        hand = deal(one, seed)
        topics = {phase: {item.topic for item in hand.items(phase)} - {""} for phase in Phase}
        assert topics[Phase.BEFORE] == topics[Phase.AFTER] == {hand.asked}


@given(SEEDS, st.lists(st.integers(0, 9), max_size=60))
def test_any_way_through_a_sheet_is_whole(seed: int, picks: list[int]) -> None:
    """Counts stay in range, what is not offered is refused, an answer is kept once it is passed."""
    sheet = Sheet(deal(MEASURE, seed), Phase.AFTER)
    results: list[Result] = []
    for pick in picks:
        view = sheet.view()
        if view.finished:
            break
        assert 0 <= view.done < view.total
        with pytest.raises(IllegalAction):
            sheet.act(do.Choose("not-there"))
        offers = legal(view.offers)
        results += sheet.act(offers[pick % len(offers)].action)
    steps = [result.step for result in results if result.fact is Fact.MEASURED]
    assert len(steps) == len(set(steps))


def test_a_mind_can_be_changed_before_going_on() -> None:
    """The last choice counts, and nothing says which is right."""
    sheet = Sheet(deal(MEASURE, 3), Phase.BEFORE)
    first, second = (offer.action for offer in sheet.view().offers if offer.role is Role.ANSWER)
    assert sheet.act(first) == ()
    assert [offer.mark for offer in sheet.view().offers].count(Mark.CHOSEN) == 1
    sheet.act(second)
    (result,) = sheet.act(do.Continue())
    assert do.Choose(result.choice) == second
    assert sheet.view().note is None


@pytest.mark.parametrize(
    ("case", "right", "found"),
    [
        (Case.RISKY, True, Signal.HIT),
        (Case.RISKY, False, Signal.MISS),
        (Case.SAFE, True, Signal.ALL_CLEAR),
        (Case.SAFE, False, Signal.FALSE_ALARM),
    ],
)
def test_danger_is_the_signal(case: Case, right: bool, found: Signal) -> None:
    """Signal detection: hits and false alarms are told apart."""
    assert signal(case, right) is found


# ------------------------------------------------------------------ in a visit


@pytest.fixture(scope="module")
def measured(options: VisitOptions, library: Library) -> VisitOptions:
    return replace(options, measures=library.measures, track="8-12", minutes=15)


def to_sheet(options: VisitOptions, seed: int = 5) -> tuple[Visit, list[Result]]:
    """A visit whose first sheet lies on the table, and the facts so far."""
    visit = Visit(options, seed)
    results: list[Result] = []
    while visit.view().screen is not Screen.SHEET:
        ways = [offer for offer in legal(visit.view().offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
        results += visit.act(ways[0].action)
    return visit, results


def play_on(visit: Visit, until: Screen, seconds: float = 0) -> list[Result]:
    """First way on until the screen is reached."""
    results: list[Result] = []
    for _ in range(2000):
        if visit.view().screen is until or visit.view().over:
            return results
        ways = [offer for offer in legal(visit.view().offers) if offer.role in (Role.ANSWER, Role.ADVANCE)]
        if seconds:
            results += visit.act(do.Tick(seconds))
        results += visit.act(ways[0].action)
    raise AssertionError(f"{until} is not reached")


def test_a_measured_visit_begins_with_a_sheet_and_says_what_it_was_dealt(measured: VisitOptions) -> None:
    """Before the map; one fact names topic and form."""
    _, results = to_sheet(measured)
    assert [result.fact for result in results] == [Fact.BEGAN, Fact.DEALT]
    assert results[1].topic in {"people", "apps"}
    assert results[1].track == "8-12"


@pytest.mark.parametrize("seed", range(6))
def test_until_the_second_sheet_only_the_dealt_topic_is_offered(measured: VisitOptions, seed: int) -> None:
    """And afterwards the other topic's lessons come first."""
    visit, results = to_sheet(measured, seed)
    topics = {topic.id: topic.lessons for topic in measured.measures["8-12"].topics}
    taught = results[-1].topic
    other = next(name for name in topics if name != taught)

    def offered() -> set[str]:
        return {offer.action.lesson for offer in visit.view().offers if isinstance(offer.action, do.Open)}

    play_on(visit, Screen.MAP)
    assert offered()
    assert offered() <= set(topics[taught])
    while visit.view().screen is not Screen.SHEET:
        play_on(visit, Screen.LANTERN)
        visit.act(do.Continue())
        if visit.view().screen is Screen.MAP:
            assert offered() <= set(topics[taught])
    play_on(visit, Screen.MAP)
    assert offered() & set(topics[other])


def test_before_and_after_have_six_and_eight_items(measured: VisitOptions) -> None:
    """And how sure, and again; nothing is asked twice."""
    visit, results = to_sheet(measured)
    results += play_on(visit, Screen.PASSPORT, seconds=2)
    asked = Counter((result.fact, result.phase) for result in results if result.phase)
    assert asked == {
        (Fact.MEASURED, "before"): 6,
        (Fact.MEASURED, "after"): 8,
        (Fact.RATED, "before"): 1,
        (Fact.RATED, "after"): 2,
    }
    steps = [result.step for result in results if result.fact is Fact.MEASURED]
    assert len(set(steps)) == len(steps)
    standings = Counter((result.phase, result.standing) for result in results if result.fact is Fact.MEASURED)
    assert standings == {
        ("before", "taught"): 3,
        ("before", "untaught"): 3,
        ("after", "taught"): 4,
        ("after", "untaught"): 4,
    }


def test_whoever_skips_is_left_in_peace(measured: VisitOptions) -> None:
    """No second sheet, and every lesson is offered."""
    visit, _ = to_sheet(measured)
    (result,) = visit.act(do.Skip())
    assert (result.fact, result.phase) == (Fact.SKIPPED, "before")
    assert visit.view().screen is Screen.MAP
    after = play_on(visit, Screen.PASSPORT, seconds=2)
    assert not [result for result in after if result.fact in (Fact.MEASURED, Fact.SKIPPED)]


def test_whoever_asks_for_a_grown_up_is_asked_nothing_more(measured: VisitOptions) -> None:
    """From the calm screen the way to the passport is free."""
    visit, _ = to_sheet(measured)
    play_on(visit, Screen.LANTERN)
    visit.act(do.CallGrownUp())
    results = visit.act(do.Finish())
    assert visit.view().screen is Screen.PASSPORT
    assert [result.fact for result in results] == [Fact.ENDED]


def test_the_passport_asks_for_the_second_sheet_first(measured: VisitOptions) -> None:
    """Who is done after one lesson is asked then, and gets the passport next."""
    visit, _ = to_sheet(measured)
    play_on(visit, Screen.LANTERN)
    visit.act(do.Continue())
    assert visit.view().screen is Screen.MAP
    visit.act(do.Finish())
    assert visit.view().screen is Screen.SHEET
    results = play_on(visit, Screen.PASSPORT)
    assert results[-1].fact is Fact.ENDED


def test_an_abandoned_sheet_is_a_fact(measured: VisitOptions) -> None:
    """Not reached is not wrong: the sheet is left at its step, nothing else."""
    visit, _ = to_sheet(measured)
    step = visit.view().activity.place.removeprefix("before-")
    results = [
        *visit.act(do.Tick(measured.idle_seconds)),
        *visit.act(do.Tick(measured.countdown_seconds)),
    ]
    assert [(result.fact, result.step) for result in results] == [(Fact.LEFT, step), (Fact.ENDED, "")]


def test_a_track_without_items_is_played_as_ever(options: VisitOptions) -> None:
    """Measuring is a matter of the track."""
    visit = Visit(replace(options, track="8-12", measures={}), 1)
    results = play_on(visit, Screen.MAP)
    assert [result.fact for result in results] == [Fact.BEGAN]


@given(SEEDS, st.lists(st.integers(0, 99), max_size=80))
def test_any_measured_visit_replays_and_can_be_copied(
    measured: VisitOptions, seed: int, picks: list[int]
) -> None:
    """Same seed, same actions, same facts; a copy played on leaves the visit alone."""
    visit, twin = Visit(measured, seed), Visit(measured, seed)
    for pick in picks:
        offers = legal(visit.view().offers)
        if not offers:
            break
        action = offers[pick % len(offers)].action
        before = visit.view()
        copy.copy(visit).act(action)
        assert visit.view() == before
        assert visit.act(action) == twin.act(action)


def test_the_dealt_order_is_the_seeds(measured: VisitOptions) -> None:
    """Visits are asked in different orders."""
    first = {
        to_sheet(measured, seed)[0].view().activity.place
        for seed in (chance(9, n).randrange(99) for n in range(8))
    }
    assert len(first) > 2

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.core import actions as do
from cop_challenge.core.activity import Activity, IllegalAction, LessonGone, Role, legal
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.screen import Screen
from cop_challenge.core.text import Text
from cop_challenge.core.visit import Visit
from cop_challenge.sim.players import PLAYERS
from cop_challenge.sim.runner import play_visit, replay

ENGLISH, ARABIC = Language("en", Text("English")), Language("ar", Text("العربية"))


def take(visit: Visit, *ids: str) -> list[Result]:
    """Act by option id."""
    results: list[Result] = []
    for name in ids:
        offer = next(offer for offer in legal(visit.view().offers) if offer.id == name)
        results += visit.act(offer.action)
    return results


def at_map(options: VisitOptions, seed: int = 1) -> Visit:
    visit = Visit(options, seed)
    take(visit, "begin", "8-12", "lion")
    return visit


def in_lesson(options: VisitOptions, seed: int = 1) -> Visit:
    visit = at_map(options, seed)
    take(visit, legal(visit.view().offers)[0].id)
    return visit


def finish_lesson(visit: Visit) -> None:
    """First way on until the lantern is lit."""
    while visit.view().screen is Screen.LESSON:
        ahead = [o for o in legal(visit.view().offers) if o.role in (Role.ANSWER, Role.ADVANCE)]
        visit.act(ahead[0].action)


def test_one_language_is_no_choice(options: VisitOptions) -> None:
    """With a single language the first screen after hello is the track."""
    visit = Visit(replace(options, languages=(ENGLISH,)), 1)
    take(visit, "begin")
    assert visit.view().screen is Screen.TRACK


def test_two_languages_are_offered(options: VisitOptions) -> None:
    """With several languages the player chooses one, and the facts carry it."""
    visit = Visit(replace(options, languages=(ENGLISH, ARABIC)), 1)
    take(visit, "begin")
    assert visit.view().screen is Screen.LANGUAGE
    results = take(visit, "ar", "8-12", "lion")
    assert [(r.fact, r.language, r.track) for r in results] == [(Fact.BEGAN, "ar", "8-12")]


def test_a_given_track_is_not_asked(options: VisitOptions) -> None:
    """A track chosen by the teacher leads straight to the avatar."""
    visit = Visit(replace(options, track="8-12"), 1)
    take(visit, "begin")
    assert visit.view().screen is Screen.AVATAR


def test_tracks_without_lessons_are_shown_but_closed(options: VisitOptions) -> None:
    """A window nobody can enter is not offered as an action."""
    visit = Visit(options, 1)
    take(visit, "begin")
    offers = {offer.id: offer.enabled for offer in visit.view().offers if offer.role is Role.ANSWER}
    filled = {card.track for card in options.cards}
    assert offers == {track.id: track.id in filled for track in options.tracks}


def test_back_leads_to_the_screen_before(options: VisitOptions) -> None:
    """From the avatar one can go back and choose another track."""
    visit = Visit(options, 1)
    take(visit, "begin", "8-12", "back")
    assert visit.view().screen is Screen.TRACK


def test_every_screen_offers_a_grown_up(options: VisitOptions) -> None:
    """The same control stands on every screen that is not itself an answer to it."""
    visit = Visit(options, 1)
    seen = set()
    for _ in range(200):
        view = visit.view()
        seen.add(view.screen)
        assert any(offer.role is Role.HELP for offer in view.offers), view.place
        ahead = [o for o in legal(view.offers) if o.role in (Role.ANSWER, Role.ADVANCE)]
        visit.act(ahead[-1].action)
        if visit.view().over:
            break
    assert {
        Screen.ATTRACT,
        Screen.TRACK,
        Screen.AVATAR,
        Screen.MAP,
        Screen.LESSON,
        Screen.LANTERN,
        Screen.PASSPORT,
    } <= seen


def test_the_calm_screen_returns_to_the_same_moment(options: VisitOptions) -> None:
    """Calling a grown-up and coming back changes nothing and records nothing."""
    visit = in_lesson(options)
    before = visit.view()
    assert take(visit, "grown-up") == []
    assert visit.view().screen is Screen.GROWN_UP
    assert take(visit, "return") == []
    assert visit.view() == before


def test_the_calm_screen_can_lead_to_the_map(options: VisitOptions) -> None:
    """A child need not go back to what upset it."""
    visit = in_lesson(options)
    take(visit, "grown-up", "leave")
    assert visit.view().screen is Screen.MAP


def test_leaving_a_lesson_loses_nothing(options: VisitOptions) -> None:
    """A lesson taken up again stands where it was left."""
    visit = in_lesson(options)
    first = next(o for o in legal(visit.view().offers) if o.role is Role.ANSWER)
    visit.act(first.action)
    before = visit.view()
    assert before.card is not None
    results = take(visit, "pause", "leave")
    assert [r.fact for r in results] == [Fact.LEFT]
    take(visit, before.card.habit)
    assert visit.view() == before


def test_a_lesson_lights_its_lantern(options: VisitOptions) -> None:
    """Finishing a lesson lights its habit's lantern and brings light."""
    visit = in_lesson(options)
    card = visit.view().card
    assert card is not None
    finish_lesson(visit)
    view = visit.view()
    assert (view.screen, view.lit) == (Screen.LANTERN, (card.habit,))
    assert view.light > 0


def test_five_minutes_still_end_in_a_stamp(options: VisitOptions) -> None:
    """A visit of five minutes by a slow child comes to the passport with at least one lantern."""
    visit = at_map(replace(options, minutes=5))
    while visit.view().screen is not Screen.PASSPORT:
        visit.act(do.Tick(12.0))
        ahead = [o for o in legal(visit.view().offers) if o.role in (Role.ANSWER, Role.ADVANCE)]
        visit.act(ahead[0].action)
    assert len(visit.view().lit) >= 1


def test_time_being_up_leads_to_the_passport(options: VisitOptions) -> None:
    """When no lesson fits any more, the passport comes by itself."""
    visit = in_lesson(replace(options, minutes=10, idle_seconds=1e9))
    visit.act(do.Tick(9.5 * 60))
    finish_lesson(visit)
    take(visit, "next")
    assert visit.view().screen is Screen.PASSPORT


def test_stillness_asks_and_then_starts_afresh(options: VisitOptions) -> None:
    """After the idle time a countdown is visible; at its end the visit is over and says why."""
    visit = in_lesson(options)
    assert visit.act(do.Tick(options.idle_seconds)) == ()
    assert visit.view().screen is Screen.STILL_HERE
    assert visit.view().countdown == options.countdown_seconds
    visit.act(do.Tick(5))
    assert visit.view().countdown == options.countdown_seconds - 5
    results = visit.act(do.Tick(options.countdown_seconds))
    assert [(r.fact, r.outcome) for r in results] == [(Fact.LEFT, Outcome.NONE), (Fact.ENDED, Outcome.IDLE)]
    assert visit.view().over


def test_being_there_stops_the_countdown(options: VisitOptions) -> None:
    """One press returns to the moment before."""
    visit = in_lesson(options)
    before = visit.view()
    visit.act(do.Tick(options.idle_seconds))
    take(visit, "here")
    assert visit.view() == before


def test_movement_keeps_the_visit_awake(options: VisitOptions) -> None:
    """A mouse that moves is a child that reads."""
    visit = in_lesson(options)
    for _ in range(10):
        visit.act(do.Tick(options.idle_seconds * 0.9))
        visit.act(do.Stir())
    assert visit.view().screen is Screen.LESSON


def test_waiting_for_help_is_not_idleness(options: VisitOptions) -> None:
    """The calm screen waits far longer, and "still here?" returns to it."""
    visit = in_lesson(options)
    take(visit, "grown-up")
    visit.act(do.Tick(options.idle_seconds * 2))
    assert visit.view().screen is Screen.GROWN_UP
    visit.act(do.Tick(options.grown_up_seconds))
    take(visit, "here")
    assert visit.view().screen is Screen.GROWN_UP


def test_attract_waits_for_ever(options: VisitOptions) -> None:
    """Nobody there is no reason to ask."""
    visit = Visit(options, 1)
    visit.act(do.Tick(1e6))
    assert visit.view().screen is Screen.ATTRACT


def test_what_is_not_offered_is_refused(options: VisitOptions) -> None:
    """An illegal action raises and changes nothing."""
    visit = at_map(options)
    before = visit.view()
    with pytest.raises(IllegalAction):
        visit.act(do.Choose("tell"))
    assert visit.view() == before


@pytest.mark.parametrize("player", PLAYERS)
@given(seed=st.integers(0, 2**63))
@settings(max_examples=10)
def test_seed_and_actions_replay_a_visit(options: VisitOptions, player: str, seed: int) -> None:
    """Doing the same again gives the same facts, whoever played."""
    played = play_visit(options, player, seed)
    assert replay(options, seed, played.actions) == played.results


@given(seed=st.integers(0, 2**32), picks=st.lists(st.integers(0, 50), max_size=120))
@settings(max_examples=60)
def test_any_legal_path_keeps_the_visit_whole(options: VisitOptions, seed: int, picks: list[int]) -> None:
    """Whatever is pressed: something is always offered, ids are unique, light never falls."""
    visit = Visit(options, seed)
    light = 0
    for pick in picks:
        view = visit.view()
        if view.over:
            break
        offers = legal(view.offers)
        assert offers
        assert len({offer.id for offer in view.offers}) == len(view.offers)
        assert view.light >= light
        light = view.light
        visit.act(offers[pick % len(offers)].action)


def test_a_lesson_that_has_gone_is_offered_no_more(options: VisitOptions) -> None:
    """A stick was pulled: the map offers others."""
    offer = at_map(options).view().offers[0]
    assert isinstance(offer.action, do.Open)
    gone = offer.action.lesson

    def open_lesson(lesson: str, seed: int) -> Activity:
        if lesson == gone:
            raise LessonGone(lesson)
        return options.open_lesson(lesson, seed)

    visit = at_map(replace(options, open_lesson=open_lesson))
    assert take(visit, offer.id) == []
    assert visit.view().screen is Screen.MAP
    assert offer.action not in {other.action for other in visit.view().offers}


def test_where_all_lessons_have_gone_the_passport_comes(options: VisitOptions) -> None:
    """Nobody is left on an empty map."""

    def open_lesson(lesson: str, seed: int) -> Activity:
        raise LessonGone(lesson)

    visit = at_map(replace(options, open_lesson=open_lesson))
    for _ in options.cards:
        if visit.view().screen is Screen.MAP:
            take(visit, visit.view().offers[0].id)
    assert visit.view().screen is Screen.PASSPORT

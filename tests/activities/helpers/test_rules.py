"""Asking, finding somebody busy, asking again or elsewhere, and the net that comes of it."""

from __future__ import annotations

import copy
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.helpers.board import Board, Stand
from cop_challenge.activities.helpers.rules import NET, TRIES, Helpers, play
from cop_challenge.activities.helpers.schema import Model
from cop_challenge.core.actions import Choose, Continue, Place, Rewind, Tick, Undo
from cop_challenge.core.activity import IllegalAction, Mark, Role, Tone, View, legal
from cop_challenge.core.result import Outcome, Result
from cop_challenge.lessons.library import Library

SEEDS = range(60)


def person(name: str, busy: str = "") -> dict[str, object]:
    return {"id": name, "name": name, "picture": "p.svg"} | ({"busy": busy} if busy else {})


def way(name: str, leads: str) -> dict[str, object]:
    return {"id": name, "text": name, "leads": leads, "because": f"because {name}"}


def worry(name: str, hard: bool = False, **asks: str) -> dict[str, object]:
    entries = [{"id": who, "role": role, "because": f"{who} on {name}"} for who, role in asks.items()]
    return {"id": name, "story": f"story {name}", "prompt": "Who?", "hard": hard, "asks": entries}


def lesson_of(*worries: dict[str, object], needed: int = 3, busy: bool = True) -> Model:
    kept = "busy just now" if busy else ""
    return Model.model_validate(
        {
            "schema": 1, "id": "n", "kind": "helpers", "track": "8-12", "title": "T", "smart": "tell",
            "risk": "contact", "strand": "online-relationships", "takeaway": "Ask", "minutes": 3,
            "hero": "pip", "needed": needed,
            "people": [person("mum", kept), person("gran", kept), person("ada", kept), person("mei"), person("cat"), person("cow")],
            "ways": [way("again", "again"), way("next", "next"), way("hide", "nowhere"), way("sulk", "nowhere")],
            "worries": worries or BASIC, "ending": "Whole", "why": "It holds.",
        }
    )  # fmt: skip


BASIC = (
    worry("one", mum="helper", gran="helper", mei="friend", cat="other"),
    worry("two", gran="helper", ada="helper", cat="other", cow="other"),
    worry("three", mum="helper", ada="helper", cat="other"),
    worry("four", hard=True, mum="helper", gran="helper", ada="helper", cow="other"),
)


def board(game: Helpers) -> Board:
    shown = game.view().board
    assert isinstance(shown, Board)
    return shown


def stands(game: Helpers) -> dict[str, Stand]:
    return {seat.id: seat.stand for seat in board(game).seats}


def at(place: str, *, busy: bool, lesson: Model | None = None) -> Helpers:
    """A play whose first worry is that one, and whose helpers are busy or not."""
    chosen = lesson or lesson_of(busy=busy)
    for seed in range(500):
        game = play(chosen, seed, {})
        if game.view().place == place:
            helper = next(name for name in ("mum", "gran", "ada") if name in ids(game.view()))
            ahead = copy.copy(game)
            ahead.act(Choose(helper))
            if bool(board(ahead).waiting) is busy:
                return game
    raise AssertionError(place)


def ids(view: View) -> list[str]:
    return [offer.id for offer in legal(view.offers)]


def test_a_helper_who_has_time_ties_a_knot() -> None:
    """Asked rightly at once: light, an explanation, and the way on is all there is to do."""
    game = at("one", busy=False)
    (result,) = game.act(Choose("mum"))
    view = game.view()
    assert (result.step, result.choice, result.outcome, result.light) == ("one", "mum", Outcome.GOOD, 3)
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.GOOD, "mum on one")
    assert ids(view) == ["continue"]
    assert board(game).knots == ("mum",)
    assert stands(game)["mum"] is Stand.KNOT


def test_a_busy_helper_has_time_when_asked_again() -> None:
    """Persistence is rewarded: light for asking, and light for asking again."""
    game = at("one", busy=True)
    (asked,) = game.act(Choose("mum"))
    assert (asked.outcome, asked.light) == (Outcome.GOOD, 3)
    assert board(game).waiting == "mum"
    assert stands(game)["mum"] is Stand.BUSY
    assert game.view().place == "one-mum"
    (again,) = game.act(Choose("again"))
    assert (again.step, again.choice, again.outcome, again.light) == ("one-busy", "again", Outcome.GOOD, 3)
    assert board(game).knots == ("mum",)
    assert game.view().story.source == "because again"


def test_the_next_house_is_as_good_and_the_busy_one_can_be_asked_again() -> None:
    """After going on, all are open: the one who was busy has time now, light for asking is given once."""
    game = at("one", busy=True)
    game.act(Choose("mum"))
    game.act(Choose("next"))
    assert {"mum", "gran"} <= set(ids(game.view()))
    other = copy.copy(game)
    (result,) = game.act(Choose("mum"))
    assert (result.light, board(game).knots) == (0, ("mum",))
    other.act(Choose("gran"))
    assert board(other).knots == ("gran",)


def test_giving_up_is_explained_and_after_two_misses_the_helper_comes() -> None:
    """Nobody is left at a shut door."""
    game = at("one", busy=True)
    game.act(Choose("mum"))
    (result,) = game.act(Choose("hide"))
    view = game.view()
    assert (result.outcome, result.attempt) == (Outcome.TRY_AGAIN, 1)
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.TRY_AGAIN, "because hide")
    assert {offer.id: offer.enabled for offer in view.offers}["hide"] is False
    second = copy.copy(game)
    (good,) = second.act(Choose("again"))
    assert (good.attempt, good.light) == (2, 2)
    game.act(Choose("sulk"))
    note = game.view().note
    assert note is not None
    assert (note.tone, board(game).knots) == (Tone.SHOWN, ("mum",))


def test_a_friend_comes_along_and_a_grown_up_is_still_asked() -> None:
    """No miss and no knot: company."""
    game = at("one", busy=False)
    (result,) = game.act(Choose("mei"))
    assert (result.outcome, result.light) == (Outcome.GOOD, 0)
    assert stands(game)["mei"] is Stand.BESIDE
    assert board(game).knots == ()
    (result,) = game.act(Choose("mum"))
    assert result.light == 3


def test_after_two_misses_the_helper_is_shown() -> None:
    """With the reason, kindly, and without light."""
    game = at("two", busy=True)
    results = [result for name in ("cat", "cow")[:TRIES] for result in game.act(Choose(name))]
    assert [(result.outcome, result.attempt) for result in results] == [
        (Outcome.TRY_AGAIN, n) for n in (1, 2)
    ]
    view = game.view()
    assert view.note is not None
    assert view.note.tone is Tone.SHOWN
    assert ids(view) == ["continue"]
    assert len(board(game).knots) == 1


def test_a_hard_worry_comes_after_a_success_only_and_has_two_shut_doors() -> None:
    """Difficulty follows the player."""
    for seed in SEEDS:
        game = play(lesson_of(), seed, {})
        assert game.view().place != "four"
        clean = copy.copy(game)
        won(clean)
        clean.act(Continue())
        assert clean.view().place == "four"
        first, second, third = (name for name in ("mum", "gran", "ada"))
        open_ = [name for name in (first, second, third) if name in ids(clean.view())]
        clean.act(Choose(open_[0]))
        assert board(clean).waiting == open_[0]
        clean.act(Choose("next"))
        clean.act(Choose(open_[1]))
        assert board(clean).waiting == open_[1]
        clean.act(Choose("next"))
        clean.act(Choose(open_[0]))
        assert not board(clean).waiting
        missed = copy.copy(game)
        missed.act(Choose("cat"))
        won(missed)
        missed.act(Continue())
        assert missed.view().place != "four"


def won(game: Helpers) -> int:
    """Win this worry's knot by the shortest way; how many doors were shut at first."""
    shut = 0
    while ids(game.view()) != ["continue"]:
        if board(game).waiting:
            shut += 1
            game.act(Choose("again"))
        else:
            game.act(Choose(next(name for name in ("mum", "gran", "ada") if name in ids(game.view()))))
    return shut


def test_everybody_finds_somebody_busy() -> None:
    """In every play at least one door is shut at first; in most it is the very first."""
    first = []
    for seed in SEEDS:
        game, doors = play(lesson_of(), seed, {}), []
        while game.view().place != NET:
            doors.append(won(game))
            game.act(Continue())
        assert sum(doors) >= 1
        first.append(doors[0])
    assert 0.4 < sum(first) / len(first) < 0.9


def test_a_hand_shows_a_helper_until_somebody_right_was_asked() -> None:
    """Only the first time, and never again."""
    game = at("one", busy=True)
    assert game.view().hint in ("mum", "gran")
    game.act(Choose("cat"))
    assert game.view().hint
    game.act(Choose("mum"))
    game.act(Choose("next"))
    assert not game.view().hint


def test_the_whole_net_is_shown_and_then_it_ends() -> None:
    """Three worries, three helpers, one net."""
    game = play(lesson_of(), 3, {})
    for _ in range(3):
        won(game)
        game.act(Continue())
    view = game.view()
    assert (view.place, view.heading.source, view.done, view.total) == (NET, "Whole", 3, 3)
    assert len(set(board(game).knots)) == 3
    assert not view.finished
    game.act(Continue())
    assert game.view().finished


def test_the_bay_is_dealt_by_the_seed() -> None:
    """Who stands first differs from play to play; the same seed deals the same."""
    firsts = {play(lesson_of(), seed, {}).view().offers[0].id for seed in SEEDS}
    assert len(firsts) > 3
    assert play(lesson_of(), 5, {}).view() == play(lesson_of(), 5, {}).view()


ILLEGAL = (Undo(), Rewind(), Tick(1.0), Place("mum", "gran"), Choose("nobody"))


@given(seed=st.integers(0, 10**6), luck=st.lists(st.integers(0, 99), max_size=60))
def test_whatever_is_done_it_stays_sound(seed: int, luck: list[int]) -> None:
    """Illegal actions change nothing, light stays in range, seeds replay, and first offers lead to the end."""
    game, done = play(lesson_of(), seed, {}), []
    for number in luck:
        view = game.view()
        if view.finished:
            break
        for action in (*ILLEGAL, *(offer.action for offer in view.offers if not offer.enabled)):
            with pytest.raises(IllegalAction):
                game.act(action)
        assert game.view() == view
        offers = legal(view.offers)
        assert offers
        assert 0 <= view.done <= view.total
        assert len({offer.id for offer in view.offers}) == len(view.offers)
        action = offers[number % len(offers)].action
        done.append(action)
        for result in game.act(action):
            assert 0 <= result.light <= 3
            assert result.outcome in (Outcome.GOOD, Outcome.TRY_AGAIN)
    again = play(lesson_of(), seed, {})
    for action in done:
        again.act(action)
    assert again.view() == game.view()
    for _ in range(80):
        if game.view().finished:
            break
        game.act(legal(game.view().offers)[0].action)
    assert game.view().finished


def histories(lesson: Model, seed: int) -> Iterator[tuple[Helpers, list[Result]]]:
    """Every play that differs in what is seen, by everything that can be done."""
    ahead: list[tuple[Helpers, list[Result]]] = [(play(lesson, seed, {}), [])]
    seen = set()
    while ahead:
        game, results = ahead.pop()
        key = game._state
        if key in seen:
            continue
        seen.add(key)
        yield game, results
        if game.view().finished:
            continue
        for offer in legal(game.view().offers):
            twin = copy.copy(game)
            ahead.append((twin, [*results, *twin.act(offer.action)]))


@pytest.mark.parametrize(
    "name", ["pip-knits-a-net", "knock-knock-lucho", "who-else-besides-me", "when-i-am-busy"]
)
def test_every_lesson_wins_as_many_different_helpers_as_it_needs(library: Library, name: str) -> None:
    """Whatever is chosen, the net at the end is held by different people; all asks, ways and worries are reached."""
    lesson = library.lessons[name]
    assert isinstance(lesson, Model)
    chosen: set[tuple[str, str]] = set()
    places: set[str] = set()
    for seed in range(6):
        for game, results in histories(lesson, seed):
            view = game.view()
            places.add(view.place)
            chosen |= {(result.step, result.choice) for result in results[-1:]}
            if view.finished:
                assert len(board(game).knots) == lesson.needed
                assert sum(result.light for result in results) <= 9 * lesson.needed
    for entry in lesson.worries:
        assert {(entry.id, ask.id) for ask in entry.asks} <= chosen
    assert {way.id for way in lesson.ways} <= {choice for step, choice in chosen if step.endswith("-busy")}
    assert NET in places


def test_marks_and_roles_are_the_usual_ones() -> None:
    """Who cannot help is marked like any answer to try again; answers are answers."""
    game = at("one", busy=False)
    game.act(Choose("cat"))
    offers = {offer.id: offer for offer in game.view().offers}
    assert (offers["cat"].mark, offers["cat"].enabled) == (Mark.TRY_AGAIN, False)
    assert {offer.role for offer in offers.values()} == {Role.ANSWER}

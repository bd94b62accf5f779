from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_challenge.activities.bystander.board import Board
from cop_challenge.activities.bystander.rules import Bystander, play
from cop_challenge.activities.bystander.schema import CROWD, MOST_LIGHTS, Model
from cop_challenge.core.actions import Action, Choose, Continue, Place, Rewind, Undo
from cop_challenge.core.activity import IllegalAction, Mark, Role, Tone, legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.sim.runner import play_visit

MOVES = st.lists(st.integers(0, 9), max_size=40)


def board(game: Bystander) -> Board:
    found = game.view().board
    assert isinstance(found, Board)
    return found


def right_of(lesson: Model, wave: int) -> list[str]:
    return [action.id for action in lesson.waves[wave].actions if action.right]


def wrong_of(lesson: Model, wave: int) -> list[str]:
    return [action.id for action in lesson.waves[wave].actions if not action.right]


def test_a_kind_line_brings_light_and_followers(solo: Model) -> None:
    """What helps is explained, brings light to the hero, and others follow."""
    game = play(solo, 1, {})
    game.act(Choose(right_of(solo, 0)[0]))
    game.act(Continue())
    before = board(game)
    (result,) = game.act(Choose("first-kind-line"))
    view, after = game.view(), board(game)
    assert (result.step, result.choice, result.outcome) == ("potato", "first-kind-line", Outcome.GOOD)
    assert after.lights == before.lights + 2
    assert after.crowd == before.crowd + 3
    assert view.note is not None
    assert view.note.tone is Tone.GOOD
    assert [remark.squad for remark in after.thread[-2:]] == [True, False]
    assert [offer.id for offer in legal(view.offers)] == ["continue"]


def test_what_does_not_help_is_explained_and_tried_again(solo: Model) -> None:
    """The sign is spent, the others stay open, and a second try still gives light."""
    game = play(solo, 1, {})
    (first,) = game.act(Choose("report-hana"))
    view = game.view()
    assert (first.outcome, first.light) == (Outcome.TRY_AGAIN, 0)
    assert view.note is not None
    assert view.note.tone is Tone.TRY_AGAIN
    assert {o.id: o.mark for o in view.offers}["report-hana"] is Mark.TRY_AGAIN
    (second,) = game.act(Choose("dumpling-joke"))
    assert (second.outcome, second.attempt, second.light) == (Outcome.GOOD, 2, 2)


def test_nobody_is_left_guessing(solo: Model) -> None:
    """After two misses what helps stands there with its reason."""
    game = play(solo, 1, {})
    for name in wrong_of(solo, 0)[:2]:
        game.act(Choose(name))
    view = game.view()
    assert view.note is not None
    assert view.note.tone is Tone.SHOWN
    assert [offer.id for offer in legal(view.offers)] == ["continue"]


def test_two_actions_work_together(solo: Model) -> None:
    """Where two are needed, the second brings what both do together."""
    game = play(solo, 1, {})
    while game.view().place != "vote":
        place = game.view().place
        wave = next(i for i, w in enumerate(solo.waves) if w.id == place)
        game.act(Choose(right_of(solo, wave)[0]))
        game.act(Continue())
    (first,) = game.act(Choose("save-vote"))
    assert first.light == 0
    assert not any(o.role is Role.ADVANCE for o in game.view().offers)
    (second,) = game.act(Choose("show-ada"))
    view = game.view()
    assert second.light == 3
    assert board(game).together
    assert view.note is not None
    assert view.note.text.source.startswith("Proof and a grown-up")


def test_two_players_take_turns(pair: Model) -> None:
    """Only the signs of the player whose turn it is can be taken; each begins every second wave."""
    game = play(pair, 1, {})
    begins = []
    while not game.view().heading:
        begins.append(board(game).turn)
        for _ in range(2):
            hands = dict(board(game).hands)
            offers = legal(game.view().offers)
            assert {hands[offer.id] for offer in offers} == {board(game).turn}
            wave = next(w for w in pair.waves if w.id == game.view().place)
            right = {action.id for action in wave.actions if action.right}
            game.act(Choose(next(offer.id for offer in offers if offer.id in right)))
        assert board(game).turn == ""
        game.act(Continue())
    assert begins == ["left", "right", "left", "right"]


def test_the_storm_turns_to_who_answers_back(solo: Model) -> None:
    """An answer back exposes the player; the next step helps out of it."""
    game = play(solo, 1, {})
    while game.view().place != "vote":
        wave = next(w for w in solo.waves if w.id == game.view().place)
        game.act(Choose(next(action.id for action in wave.actions if action.right)))
        game.act(Continue())
    game.act(Choose("vote-lucho"))
    assert board(game).exposed
    game.act(Choose("show-ada"))
    assert not board(game).exposed


def test_hard_waves_are_left_out_for_who_stumbles(solo: Model) -> None:
    """Whoever stumbled in most waves goes on without the hard one; others meet it."""

    def places(stumble: bool) -> list[str]:
        game, seen = play(solo, 1, {}), []
        while not game.view().heading:
            wave = next(w for w in solo.waves if w.id == game.view().place)
            seen.append(wave.id)
            if stumble:
                game.act(Choose(next(a.id for a in wave.actions if not a.right)))
            for action in wave.actions:
                if action.right and action.id in {o.id for o in legal(game.view().offers)}:
                    game.act(Choose(action.id))
            game.act(Continue())
        return seen

    assert "vote" in places(stumble=False)
    assert "vote" not in places(stumble=True)


def test_the_hand_shows_only_until_something_helped(lesson: Model) -> None:
    """Nuru's hand points at a sign that may be taken and helps, and is gone after the first that did."""
    game = play(lesson, 3, {})
    assert game.view().hint in right_of(lesson, 0)
    assert game.view().hint in {offer.id for offer in legal(game.view().offers)}
    game.act(Choose(game.view().hint))
    assert game.view().hint == ""


def endings(game: Bystander) -> Iterator[tuple[str, int]]:
    """Every way through the last wave of a game that stands there."""
    ahead = [game]
    while ahead:
        here = ahead.pop()
        if here.view().heading:
            yield here.view().place, board(here).lights
            continue
        for offer in legal(here.view().offers):
            twin = copy.copy(here)
            twin.act(offer.action)
            ahead.append(twin)


def test_every_ending_is_reached_and_bright(lesson: Model) -> None:
    """All endings can be found, and the hero is well in each of them."""
    game = play(lesson, 2, {})
    while game.view().place != lesson.waves[-1].id:
        offers = legal(game.view().offers)
        wave = next(w for w in lesson.waves if w.id == game.view().place)
        right = [o for o in offers if o.id in {a.id for a in wave.actions if a.right}]
        game.act((right or list(offers))[0].action)
    found = set(endings(game))
    assert {name for name, _ in found} == {ending.id for ending in lesson.endings}
    assert all(lights >= 4 for _, lights in found)


def test_another_way_gives_its_light_once(solo: Model) -> None:
    """The last wave can be played again; a new ending gives a little light, a known one none."""
    game = play(solo, 1, {})
    while game.view().place != "empty-chair":
        offers = legal(game.view().offers)
        wave = next(w for w in solo.waves if w.id == game.view().place)
        right = [o for o in offers if o.id in {a.id for a in wave.actions if a.right}]
        game.act((right or list(offers))[0].action)
    lights = []
    for choice in ("tell-ada-all", "walk-with-lucho", "tell-ada-all"):
        (result,) = game.act(Choose(choice))
        lights.append(result.light)
        game.act(Continue())
        game.act(Rewind())
    assert lights == [3, 2, 0]


def run(game: Bystander, moves: list[int]) -> list[Result]:
    results: list[Result] = []
    for move in moves:
        offers = legal(game.view().offers)
        if game.view().finished:
            break
        results += game.act(offers[move % len(offers)].action)
    return results


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 5), moves=MOVES)
def test_counts_stay_in_range_and_seeds_replay(lesson: Model, seed: int, moves: list[int]) -> None:
    """Whatever is done: lights 1 to 5, crowd 0 to 8, known places, and the same again from the same seed."""
    game = play(lesson, seed, {})
    results = run(game, moves)
    view, now = game.view(), board(game)
    assert 1 <= now.lights <= MOST_LIGHTS
    assert 0 <= now.crowd <= CROWD
    assert 0 <= view.done <= view.total
    assert view.place in {wave.id for wave in lesson.waves} | {ending.id for ending in lesson.endings}
    assert all(result.fact is Fact.ANSWERED and 0 <= result.light <= 3 for result in results)
    again = play(lesson, seed, {})
    assert (run(again, moves), again.view()) == (results, view)


ILLEGAL = (Choose("nobody"), Undo(), Place("a", "b"), Choose(""))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES, illegal=st.sampled_from(ILLEGAL))
def test_what_is_not_offered_is_refused(lesson: Model, moves: list[int], illegal: Action) -> None:
    """An action that is not offered, or a spent sign, changes nothing."""
    game = play(lesson, 1, {})
    run(game, moves)
    before = game.view()
    spent: list[Action] = [offer.action for offer in before.offers if not offer.enabled]
    for action in (illegal, *spent):
        with pytest.raises(IllegalAction):
            game.act(action)
    assert game.view() == before


def test_copies_go_their_own_way(lesson: Model) -> None:
    """Looking ahead on a copy leaves the game where it is."""
    game = play(lesson, 1, {})
    before = game.view()
    run(copy.copy(game), [0, 1, 2, 3])
    assert game.view() == before


@pytest.mark.parametrize("player", ["perfect", "random", "first-option", "impatient"])
def test_every_player_reaches_the_end(lesson: Model, options: VisitOptions, player: str) -> None:
    """Nobody gets stuck; the perfect player needs no second try."""
    card = next(card for card in options.cards if card.id == lesson.id)
    alone = replace(options, cards=(card,), track=card.track, minutes=None)
    for seed in range(3):
        played = play_visit(alone, player, seed)
        assert played.stuck is None
        if player == "perfect":
            assert all(result.outcome is not Outcome.TRY_AGAIN for result in played.results)

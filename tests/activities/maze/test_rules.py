from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.maze.board import Board, Known, Pattern, Stage
from cop_challenge.activities.maze.rules import Maze, play
from cop_challenge.activities.maze.schema import Model
from cop_challenge.activities.maze.state import EASY_AFTER
from cop_challenge.core.actions import Action, Choose, Continue, Place, Rewind, Tick, Undo
from cop_challenge.core.activity import IllegalAction, Role, Tone, View, legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Outcome, Result
from cop_challenge.lessons.library import Library
from cop_challenge.sim.runner import every_lesson

from .conftest import make


def do(game: Maze, *options: str) -> list[Result]:
    """Takes the options; `go` continues, `!name` names it with the magnifier."""
    results: list[Result] = []
    for name in options:
        if name.startswith("!"):
            results += [*game.act(Choose("lens")), *game.act(Choose(f"at-{name[1:]}"))]
        else:
            results += game.act(Continue() if name == "go" else Choose(f"at-{name}"))
    return results


def board(game: Maze) -> Board:
    shown = game.view().board
    assert isinstance(shown, Board)
    return shown


def note(game: Maze) -> tuple[Tone, str]:
    shown = game.view().note
    assert shown is not None
    words = dict(shown.text.values).get("because", shown.text)
    return shown.tone, getattr(words, "source", "")


def entered(lesson: Model) -> Maze:
    game = play(lesson, 1, {})
    game.act(Continue())
    return game


def test_the_clean_way(lesson: Model) -> None:
    """Untick, say no, say bye, leave: every wish burns and each step gives light."""
    game = entered(lesson)
    results = do(game, "letters", "on", "no", "bye", "leave")
    assert [(r.step, r.choice, r.outcome, r.light) for r in results] == [
        ("hall", "letters", Outcome.GOOD, 3),
        ("hall", "on", Outcome.GOOD, 3),
        ("shop", "no", Outcome.GOOD, 3),
        ("begging", "bye", Outcome.GOOD, 3),
        ("end", "leave", Outcome.GOOD, 3),
    ]
    assert board(game).stage is Stage.OUT
    assert board(game).found == (Pattern.TICKED,)
    assert all(wish.kept for wish in board(game).wishes)
    assert not game.view().finished
    game.act(Continue())
    assert game.view().finished


def test_a_trick_is_named(lesson: Model) -> None:
    """The magnifier gives the badge, its reason and light, and goes back into the pocket."""
    game = entered(lesson)
    (result,) = do(game, "!letters")
    assert (result.choice, result.outcome, result.light) == ("letters", Outcome.GOOD, 3)
    assert note(game) == (Tone.GOOD, "because of letters")
    assert board(game).found == (Pattern.TICKED,)
    assert not board(game).lens
    assert board(game).pieces[1].on  # to name it is not to untick it


def test_an_honest_part_is_explained_kindly(lesson: Model) -> None:
    """Calling everything a trick does not help either, and it is no slip."""
    game = entered(lesson)
    (result,) = do(game, "!hello")
    assert (result.outcome, result.light) == (Outcome.TRY_AGAIN, 0)
    assert note(game) == (Tone.SHOWN, "because of hello")
    assert board(game).pieces[0].known is Known.HONEST
    (result,) = do(game, "!letters")
    assert (result.attempt, result.light) == (2, 2)


def test_a_trick_snaps_and_one_stands_before_it(lesson: Model) -> None:
    """The badge comes either way; the button can't be taken again."""
    game = entered(lesson)
    do(game, "letters", "on")
    (result,) = do(game, "sad")
    assert (result.step, result.choice, result.outcome) == ("shop", "sad", Outcome.TRY_AGAIN)
    assert note(game) == (Tone.TRY_AGAIN, "because of sad")
    assert game.view().place == "shop"
    assert Pattern.SHAME in board(game).found
    with pytest.raises(IllegalAction):
        do(game, "sad")


def test_a_broken_wish_is_mended(lesson: Model) -> None:
    """The candle goes out at the till and burns again when it is put back."""
    game = entered(lesson)
    do(game, "letters", "on", "buy")
    assert game.view().place == "till"
    assert [wish.kept for wish in board(game).wishes] == [True, False]
    (result,) = do(game, "undo")
    assert result.outcome is Outcome.GOOD
    assert all(wish.kept for wish in board(game).wishes)


def test_who_leaves_a_room_too_soon_is_held(lesson: Model) -> None:
    """First it is explained, then Nuru sets it right."""
    game = entered(lesson)
    (first,) = do(game, "on")
    assert (first.choice, first.outcome) == ("letters", Outcome.TRY_AGAIN)
    assert (game.view().place, note(game)) == ("hall", (Tone.TRY_AGAIN, "because of letters"))
    do(game, "on")
    assert note(game)[0] is Tone.SHOWN
    assert not board(game).pieces[1].on
    assert any(piece.glow for piece in board(game).pieces)
    (last,) = do(game, "on")
    assert (last.attempt, last.light) == (3, 1)


def test_no_light_twice(lesson: Model) -> None:
    """Ticking and unticking gives light once, and the second time counts as a way back."""
    game = entered(lesson)
    assert sum(r.light for r in do(game, "letters")) == 3
    box = next(offer for offer in game.view().offers if offer.id == "at-letters")
    assert box.role is Role.REWIND
    assert do(game, "letters", "letters") == []


def test_those_who_slip_a_lot_go_round_the_hard_room() -> None:
    """After that many slips the way out is shorter."""
    game = entered(make())
    do(game, "on", "letters", "on", "sad", "buy")
    assert EASY_AFTER == 3
    do(game, "undo")
    assert game.view().place == "end"


def test_nuru_shows_only_the_first(lesson: Model) -> None:
    """The magnifier, then the first trick; after something good, nothing."""
    game = entered(lesson)
    assert game.view().hint == "lens"
    game.act(Choose("lens"))
    assert game.view().hint == "at-letters"
    do(game, "letters")
    assert game.view().hint == ""


def test_the_magnifier_can_be_put_away(lesson: Model) -> None:
    """Nothing was named."""
    game = entered(lesson)
    game.act(Choose("lens"))
    away = next(offer for offer in game.view().offers if offer.id == "lens")
    assert away.role is Role.UNDO
    game.act(away.action)
    assert (game.view().place, game.view().note) == ("hall", None)


ACTIONS = st.one_of(
    st.integers(0, 7),
    st.sampled_from(
        [Choose("at-nobody"), Undo(), Rewind(), Tick(1.0), Place("a", "b"), Continue(), Choose("at-buy")]
    ),
)


def sane(view: View) -> None:
    assert 0 <= view.done <= view.total
    assert len({offer.id for offer in view.offers}) == len(view.offers)
    assert legal(view.offers)
    assert view.hint == "" or view.hint in {offer.id for offer in legal(view.offers)}


@given(st.lists(ACTIONS, max_size=40))
def test_anything_may_be_tried(history: list[int | Action]) -> None:
    """Illegal actions are refused and change nothing; the same history gives the same results."""
    game, twin = play(make(), 1, {}), play(make(), 1, {})
    for step in history:
        before = game.view()
        if before.finished:
            break
        offers = legal(before.offers)
        action = offers[step % len(offers)].action if isinstance(step, int) else step
        ahead = copy.copy(game)
        if action not in [offer.action for offer in offers]:
            with pytest.raises(IllegalAction):
                game.act(action)
            assert game.view() == before
            continue
        results = game.act(action)
        assert list(results) == list(ahead.act(action)) == list(twin.act(action))
        assert game.view() == twin.view() == ahead.view()
        assert all(0 <= result.light <= 3 and result.attempt >= 1 for result in results)
        sane(game.view())


@given(st.lists(st.integers(0, 7), max_size=30))
def test_light_is_given_once_for_each_thing(history: list[int]) -> None:
    """Never more than three for each part used and each part named."""
    game, light = play(make(), 1, {}), 0
    for step in history:
        if game.view().finished:
            break
        offers = legal(game.view().offers)
        light += sum(result.light for result in game.act(offers[step % len(offers)].action))
    parts = [p for screen in make().screens for p in screen.parts]
    assert light <= 3 * 2 * len(parts)


def test_simulated_players_finish_every_lesson(options: VisitOptions) -> None:
    """All of them, with several seeds; only the idle one may walk away."""
    cards = tuple(card for card in options.cards if card.kind == "maze")
    assert len(cards) >= 4
    for seed in range(4):
        for played in every_lesson(replace(options, cards=cards), seed):
            assert played.stuck is None, played.stuck
            if played.player != "idle":
                assert any(result.fact == "finished" for result in played.results), played.player


def test_everything_can_be_reached(library: Library) -> None:
    """Every part of each built-in lesson is used or named by some sequence, and the way out is found."""
    for lesson in library.lessons.values():
        if not isinstance(lesson, Model):
            continue
        used: set[tuple[str, str]] = set()
        seen: set[object] = set()
        ahead = [entered(lesson)]
        while ahead:
            game = ahead.pop(0)
            view = game.view()
            key = view.place, view.note, board(game).pieces, board(game).wishes
            if key in seen or view.finished:
                continue
            seen.add(key)
            for offer in legal(view.offers):
                twin = copy.copy(game)
                used |= {(result.step, result.choice) for result in twin.act(offer.action)}
                ahead.append(twin)
        every = {(room.id, part.id) for room in lesson.screens for part in room.parts}
        assert every <= used
        assert any(isinstance(key, tuple) and key[0] == "house-out" for key in seen)

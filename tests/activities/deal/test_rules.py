from __future__ import annotations

import copy
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_challenge.activities.deal.board import Board, Stage
from cop_challenge.activities.deal.document import SIGNED, from_results
from cop_challenge.activities.deal.rules import Deal, play
from cop_challenge.activities.deal.schema import Model, Stands, When, offered
from cop_challenge.core.actions import Action, Choose, Continue, Place, Rewind, Undo
from cop_challenge.core.activity import IllegalAction, Mark, Role, Tone, legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.sim.runner import play_visit

MOVES = st.lists(st.integers(0, 9), max_size=60)


def board(game: Deal) -> Board:
    found = game.view().board
    assert isinstance(found, Board)
    return found


def good(game: Deal) -> list[Result]:
    """The way ahead, without a miss."""
    for offer in legal(game.view().offers):
        ahead = copy.copy(game)
        results = ahead.act(offer.action)
        if offer.role is not Role.UNDO and all(r.outcome is not Outcome.TRY_AGAIN for r in results):
            return list(game.act(offer.action))
    raise AssertionError("no way on")


def until(game: Deal, stage: Stage) -> list[Result]:
    results = []
    while board(game).stage is not stage:
        results += good(game)
    return results


def wrong_of(game: Deal, lesson: Model) -> list[str]:
    line = next(line for line in lesson.lines if line.id == board(game).line)
    shown = {offer.id for offer in game.view().offers}
    return [choice.id for choice in line.choices if not choice.fits and choice.id in shown]


def test_one_hand_chooses_and_the_other_shakes(card: Model) -> None:
    """The parent begins; the child agrees; on the next line it is the other way round."""
    game = play(card, 1, {})
    turns = []
    while board(game).stage is not Stage.READ:
        turns.append((board(game).line, board(game).stage, board(game).turn))
        good(game)
    assert [turn for *_, turn in turns[:4]] == ["parent", "child", "child", "parent"]
    assert [stage for _, stage, _ in turns[:2]] == [Stage.CHOOSE, Stage.AGREE]
    assert len({line for line, *_ in turns}) == len(card.rules)


def test_the_other_hand_may_ask_for_other_words(card: Model) -> None:
    """What was written is taken back, and the line is open again; light is paid once."""
    game = play(card, 1, {})
    (first,) = game.act(Choose("kitchen-basket"))
    assert game.document().lines[0].text.source.startswith("All screens sleep")
    game.act(Undo())
    assert not game.document().lines[0].text
    (second,) = game.act(Choose("off-at-lights-out"))
    assert (first.light, second.light) == (3, 0)


def test_both_sides_are_heard(card: Model) -> None:
    """What a child and a parent may think stands there, and is read aloud, before anything is chosen."""
    view = play(card, 1, {}).view()
    night = card.rules[0]
    assert view.aloud[:2] == (night.child_says, night.parent_says)
    assert board(play(card, 1, {})).parent_says == night.parent_says


def test_what_will_not_hold_is_explained_and_tried_again(card: Model) -> None:
    """The card is marked, nothing is written, and a second try gives light."""
    game = play(card, 1, {})
    (miss,) = game.act(Choose("child-hands-in"))
    view = game.view()
    assert (miss.step, miss.choice, miss.outcome, miss.light) == ("night", "child-hands-in", "try-again", 0)
    assert view.note is not None
    assert view.note.tone is Tone.TRY_AGAIN
    assert {offer.id: offer.mark for offer in view.offers}["child-hands-in"] is Mark.TRY_AGAIN
    assert not game.document().lines[0].text
    (hit,) = game.act(Choose("kitchen-basket"))
    assert (hit.outcome, hit.attempt, hit.light) == (Outcome.GOOD, 2, 2)


def test_after_two_misses_what_holds_is_shown(card: Model) -> None:
    """Its reason stands there, and it alone is left to be written."""
    game = play(card, 1, {})
    while board(game).line != "stopping":
        good(game)
    for name in wrong_of(game, card):
        game.act(Choose(name))
    view = game.view()
    assert view.note is not None
    assert view.note.tone is Tone.SHOWN
    (left,) = legal(view.offers)
    right = next(choice for choice in card.rules[1].choices if choice.id == left.id)
    assert right.fits
    assert view.note.text == right.because


def test_a_tempting_wording_is_left_out_after_a_stumble(card: Model) -> None:
    """Whoever needed a second try meets the plain choices only."""

    def second_line(stumble: bool) -> set[str]:
        game = play(card, 1, {})
        if stumble:
            game.act(Choose("child-hands-in"))
        while board(game).line != "stopping":
            good(game)
        return {offer.id for offer in game.view().offers}

    assert second_line(stumble=False) - second_line(stumble=True) == {"ten-minutes-a-week"}


def test_a_school_says_where_it_stands_then_who_and_when(programme: Model) -> None:
    """Four steps fill a line; the school's stand decides what is suggested."""
    for stands in Stands:
        game = play(programme, 1, {})
        (first,) = game.act(Choose(stands))
        assert (first.step, first.outcome) == ("policy.stands", Outcome.NONE)
        suggested = {offer.id for offer in game.view().offers if offer.role is Role.ANSWER}
        assert suggested == {step.id for step in offered(programme.pillars[0], stands)}
        (step,) = game.act(Choose("the-rule-nobody-keeps"))
        (who,) = game.act(Choose("lead"))
        (when,) = game.act(Choose(When.MONTH))
        assert [r.step for r in (step, who, when)] == ["policy", "policy.who", "policy.when"]
        line = game.document().lines[0]
        assert (line.stands, line.who.source, line.when) == (stands, "The safeguarding lead", When.MONTH)
        assert line.whole
        assert board(game).line == "technology"


def test_what_belongs_to_all_belongs_to_nobody(programme: Model) -> None:
    """A role that does not fit is explained, and another one is taken."""
    game = play(programme, 1, {})
    until(game, Stage.WHO)
    (miss,) = game.act(Choose("everybody"))
    view = game.view()
    assert miss.outcome is Outcome.TRY_AGAIN
    assert view.note is not None
    assert view.note.tone is Tone.TRY_AGAIN
    assert "everybody" not in {offer.id for offer in legal(view.offers)}


def test_steps_can_be_taken_back(programme: Model) -> None:
    """From when to who, to the step, to where the school stands."""
    game = play(programme, 1, {})
    until(game, Stage.WHEN)
    for stage in (Stage.WHO, Stage.CHOOSE, Stage.STANDS):
        game.act(Undo())
        assert board(game).stage is stage
    assert not any(offer.role is Role.UNDO for offer in game.view().offers)
    assert game.document() == play(programme, 1, {}).document()


def test_every_line_may_be_changed_once_before_it_is_signed(lesson: Model) -> None:
    """A line that was opened again is closed for good; then the document is signed."""
    game = play(lesson, 1, {})
    until(game, Stage.READ)
    for line in lesson.lines:
        game.act(Choose(line.id))
        assert not next(known for known in game.document().lines if known.id == line.id).whole
        until(game, Stage.READ)
        with pytest.raises(IllegalAction):
            game.act(Choose(line.id))
    assert all(line.whole for line in game.document().lines)
    until(game, Stage.SIGNED)
    signed = ("parent", "child") if lesson.paired else ("school",)
    assert game.document().signed == signed
    view = game.view()
    assert (view.heading, view.done) == (lesson.heading, view.total)
    game.act(Continue())
    assert game.view().finished


def test_the_hand_shows_only_until_something_held(lesson: Model) -> None:
    """Nuru's hand points at a wording that holds, and is gone after the first."""
    game = play(lesson, 3, {})
    until(game, Stage.CHOOSE)
    hint = game.view().hint
    assert next(choice for choice in lesson.lines[0].choices if choice.id == hint).fits
    game.act(Choose(hint))
    while not game.view().finished:
        assert game.view().hint == ""
        good(game)


def test_every_wording_that_holds_can_stand_in_the_document(lesson: Model) -> None:
    """Each of them is reached by some way, as are all roles that fit and all periods."""
    reached, places = set(), set()
    ahead = [play(lesson, 1, {})]
    seen = set()
    while ahead:
        game = ahead.pop()
        view = game.view()
        key = view.place, tuple((o.id, o.mark, o.enabled) for o in view.offers), view.note
        if key in seen:
            continue
        seen.add(key)
        places.add(view.place)
        for offer in legal(view.offers):
            twin = copy.copy(game)
            results = twin.act(offer.action)
            reached |= {(r.step, r.choice) for r in results if r.outcome is not Outcome.TRY_AGAIN}
            ahead.append(twin)
    wanted = {(line.id, choice.id) for line in lesson.lines for choice in line.choices if choice.fits}
    if not lesson.paired:
        roles = [role.id for role in lesson.roles if role.fits]
        wanted |= {(f"{line.id}.who", role) for line in lesson.lines for role in roles}
        wanted |= {(f"{line.id}.when", str(when)) for line in lesson.lines for when in When}
    assert wanted <= reached
    assert {"read", "signed"} <= places


def run(game: Deal, moves: list[int]) -> list[Result]:
    results: list[Result] = []
    for move in moves:
        offers = legal(game.view().offers)
        if game.view().finished:
            break
        results += game.act(offers[move % len(offers)].action)
    return results


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 5), moves=MOVES)
def test_counts_stay_in_range_and_seeds_replay(lesson: Model, seed: int, moves: list[int]) -> None:
    """Whatever is done: light 0 to 3 and once a line, a known place, and the same again from the same seed."""
    game = play(lesson, seed, {})
    results = run(game, moves)
    view = game.view()
    assert 0 <= view.done <= view.total
    assert len({offer.id for offer in view.offers}) == len(view.offers)
    assert legal(view.offers)
    assert all(result.fact is Fact.ANSWERED and 0 <= result.light <= 3 for result in results)
    paid = [result.step for result in results if result.light]
    assert len(paid) == len(set(paid))
    again = play(lesson, seed, {})
    assert (run(again, moves), again.view()) == (results, view)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 5), moves=MOVES)
def test_results_tell_the_document(lesson: Model, seed: int, moves: list[int]) -> None:
    """However it was made, a signed document can be made again from its results alone."""
    game = play(lesson, seed, {})
    results = run(game, moves) + until(game, Stage.SIGNED)
    assert from_results(lesson, results) == game.document()
    assert from_results(
        lesson, [*results, Result(Fact.LEFT), Result(Fact.ANSWERED, lesson="other", step="x")]
    )
    assert all(line.whole for line in game.document().lines)
    assert sum(result.step == SIGNED for result in results) == len(game.document().signed)


ILLEGAL = (Choose("nobody"), Rewind(), Place("a", "b"), Choose(""))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES, illegal=st.sampled_from(ILLEGAL))
def test_what_is_not_offered_is_refused(lesson: Model, moves: list[int], illegal: Action) -> None:
    """An action that is not offered, or a spent card, changes nothing."""
    game = play(lesson, 1, {})
    run(game, moves)
    before = game.view()
    spent: list[Action] = [offer.action for offer in before.offers if not offer.enabled]
    for action in (illegal, *spent):
        with pytest.raises(IllegalAction):
            game.act(action)
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

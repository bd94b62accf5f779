from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.activities.patrol.rules import (
    ARRIVAL_SECONDS,
    MOST_WAITING,
    Board,
    Patrol,
    Worth,
    play,
    worth,
)
from cop_challenge.activities.patrol.schema import Model
from cop_challenge.core.actions import Action, Choose, Continue, Rewind, Tick
from cop_challenge.core.activity import IllegalAction, Mark, Tone, View, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.lessons.library import Library

TRICKY = {"wheel", "alarm", "mean"}


def begun(lesson: Model, seed: int = 1, pace: str = "calm") -> Patrol:
    patrol = play(lesson, seed, {})
    patrol.act(Choose(pace) if lesson.arcade else Continue())
    return patrol


def board(view: View) -> Board:
    assert isinstance(view.board, Board)
    return view.board


def at(lesson: Model, name: str, pace: str = "calm") -> Patrol:
    """A patrol that has come to that pop-up, whatever was pressed before."""
    for seed in range(50):
        patrol = begun(lesson, seed, pace)
        while patrol.view().place not in (name, "reveal"):
            patrol.act(legal(patrol.view().offers)[-1].action)
        if patrol.view().place == name:
            return patrol
    raise AssertionError(name)


def to_end(patrol: Patrol, moves: tuple[str, ...] = ("ask",)) -> list[Result]:
    """Play on with the first of the moves that is offered."""
    results: list[Result] = []
    while not patrol.view().finished:
        offered = {offer.id: offer.action for offer in legal(patrol.view().offers)}
        move = next((name for name in moves if name in offered), next(iter(offered)))
        results += patrol.act(offered[move])
    return results


def test_a_wrong_move_is_explained_and_tried_again(lesson: Model) -> None:
    """The reason and the signs stand there, the move is spent, the others are open."""
    patrol = begun(lesson)
    name = patrol.view().place
    assert name in TRICKY  # the first is always a tricky one
    (result,) = patrol.act(Choose("use"))
    view = patrol.view()
    assert (result.step, result.choice, result.outcome, result.light) == (name, "use", Outcome.TRY_AGAIN, 0)
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.TRY_AGAIN, f"use at {name}")
    assert board(view).signs
    states = {offer.id: (offer.mark, offer.enabled) for offer in view.offers}
    assert states == {
        "close": (Mark.PLAIN, True),
        "ask": (Mark.PLAIN, True),
        "use": (Mark.TRY_AGAIN, False),
    }
    (again,) = patrol.act(Choose("ask"))
    assert (again.outcome, again.attempt, again.light) == (Outcome.GOOD, 2, 2)


def test_signs_are_shown_only_after_a_choice(lesson: Model) -> None:
    """Before it the child looks by itself."""
    patrol = begun(lesson)
    assert board(patrol.view()).signs == ()
    patrol.act(Choose("close"))
    assert board(patrol.view()).signs


def test_closing_what_is_harmless_is_a_pity_and_no_mistake(lesson: Model) -> None:
    """It counts as good, gives a little light, and Nuru explains without cheering."""
    patrol = at(lesson, "grandma")
    (result,) = patrol.act(Choose("close"))
    view = patrol.view()
    assert (result.outcome, result.light) == (Outcome.GOOD, 1)
    assert view.note is not None
    assert view.note.tone is Tone.SHOWN
    assert not board(view).good


def test_using_what_is_harmless_is_right(lesson: Model) -> None:
    """Carrying on is the best move where nothing is wrong."""
    (result,) = at(lesson, "grandma").act(Choose("use"))
    assert (result.outcome, result.light) == (Outcome.GOOD, 3)


def test_nobody_is_left_guessing(lesson: Model) -> None:
    """After two misses the right move is made, with its reason, and without blame."""
    patrol = begun(lesson, 1)
    for seed in range(60):
        patrol = begun(lesson, seed)
        while patrol.view().place not in ("mean", "reveal"):
            harmless = patrol.view().place not in TRICKY
            patrol.act(Continue() if board(patrol.view()).move else Choose("use" if harmless else "ask"))
        if patrol.view().place == "mean":
            break
    patrol.act(Choose("use"))
    patrol.act(Choose("close"))
    view = patrol.view()
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.SHOWN, "ask at mean")
    assert [offer.id for offer in view.offers] == ["continue"]


def played(lesson: Model, seed: int, good: float) -> list[Result]:
    """Results of a player who makes that share of good moves, and any other one else."""
    patrol, luck, results = begun(lesson, seed), chance(seed, "player"), []
    while not patrol.view().finished:
        actions = [offer.action for offer in legal(patrol.view().offers)]
        popup = next((popup for popup in lesson.popups if popup.id == patrol.view().place), None)
        if popup and len(actions) > 1:
            right = [a for a in actions if isinstance(a, Choose) and worth(popup, a.option) is Worth.RIGHT]
            rest = [action for action in actions if action not in right]
            actions = right if luck.random() < good else rest or right
        results += patrol.act(luck.choice(actions))
    return results


def test_hard_ones_come_to_those_who_find_the_others(lesson: Model) -> None:
    """Two found at once bring a hard one; who finds none meets only the easy ones, as long as there are some."""
    hard = {popup.id for popup in lesson.popups if popup.hard}
    for seed in range(20):
        found = [result.step for result in played(lesson, seed, 1.0)]
        assert not hard & set(found[:2])
        assert found[2] in hard
        assert not hard & {result.step for result in played(lesson, seed, 0.0)}


def test_every_play_has_its_share_of_harmless_ones(library: Library) -> None:
    """A third to a half, whatever the seed and however it is played."""
    for lesson in library.lessons.values():
        if not isinstance(lesson, Model):
            continue
        harmless = {popup.id for popup in lesson.popups if popup.harmless}
        for seed in range(30):
            steps = {result.step for result in to_end(begun(lesson, seed))}
            assert len(steps) == lesson.show
            assert lesson.show / 3 <= len(steps & harmless) <= lesson.show / 2


def test_every_popup_comes_and_every_move_is_answered(library: Library) -> None:
    """No pop-up of a lesson is out of reach; each of its three moves has its reason."""
    for lesson in library.lessons.values():
        if isinstance(lesson, Model):
            found = {(r.step, r.choice) for seed in range(250) for r in played(lesson, seed, 0.75)}
            assert found == {(popup.id, move) for popup in lesson.popups for move in ("close", "ask", "use")}


def test_the_hand_shows_only_the_beginning(lesson: Model) -> None:
    """Until the first choice; never again in this play."""
    patrol = begun(lesson)
    assert patrol.view().hint == "ask"
    patrol.act(Choose("ask"))
    patrol.act(Continue())
    assert patrol.view().hint == ""


def test_the_picture_is_whole_only_at_the_end(lesson: Model) -> None:
    """It grows with each pop-up, and what it is stays the joke of the last page."""
    patrol, grown = begun(lesson), [0.0]
    while patrol.view().place != "reveal":
        assert board(patrol.view()).grown < 1
        grown.append(board(patrol.view()).grown)
        patrol.act(legal(patrol.view().offers)[0].action)
    assert grown == sorted(grown)
    assert board(patrol.view()).grown == 1
    assert patrol.view().story.source == "An octopus!"


# ------------------------------------------------------------------- the clock


def test_a_calm_patrol_knows_no_clock(lesson: Model, make) -> None:
    """No time goes by in it, and a lesson without `arcade` offers nothing else."""
    patrol = begun(lesson)
    before = patrol.view()
    assert not before.clocked
    assert patrol.act(Tick(100.0)) == ()
    assert patrol.view() == before
    assert [offer.id for offer in play(make(arcade=False), 1, {}).view().offers] == ["continue"]


def test_on_a_quick_patrol_they_come_by_themselves_and_wait(lesson: Model) -> None:
    """At most so many wait; nothing is lost, the one in front stays in front."""
    patrol = begun(lesson, pace="quick")
    front = patrol.view().place
    assert patrol.view().clocked
    for expected in (1, 2, 2, 2):
        for _ in range(13):
            assert patrol.act(Tick(ARRIVAL_SECONDS / 12)) == ()
        assert len(board(patrol.view()).behind) == expected <= MOST_WAITING
    assert patrol.view().place == front
    waiting = board(patrol.view()).behind[0].id
    patrol.act(Choose("ask"))
    patrol.act(Continue())
    assert patrol.view().place == waiting


def test_speed_gives_no_light(lesson: Model) -> None:
    """The same moves, slow or fast, give the same light."""
    quick, slow = begun(lesson, pace="quick"), begun(lesson, pace="quick")
    for _ in range(40):
        slow.act(Tick(10.0))
    (fast_result,), (slow_result,) = quick.act(Choose("ask")), slow.act(Choose("ask"))
    assert fast_result.light == slow_result.light == 3


def test_a_quick_patrol_needs_no_clock_to_end(lesson: Model) -> None:
    """Who never waits is given the next one by going on."""
    assert len(to_end(begun(lesson, pace="quick"))) == lesson.show


# --------------------------------------------------------- whatever is pressed

ILLEGAL = (Rewind(), Choose("nothing"), Choose("quick-ly"), Continue())


@given(st.integers(0, 2**32), st.lists(st.integers(0, 20), max_size=60))
@settings(max_examples=60)
def test_whatever_is_pressed(options: VisitOptions, library: Library, seed: int, presses: list[int]) -> None:
    """Illegal actions are refused and change nothing; counts and light stay in range; seeds replay."""
    lessons = [lesson for lesson in library.lessons.values() if isinstance(lesson, Model)]
    lesson = lessons[seed % len(lessons)]
    patrol, done = play(lesson, seed, {}), []
    results: list[Result] = []
    for press in presses:
        view = patrol.view()
        if view.finished:
            break
        actions = [offer.action for offer in legal(view.offers)]
        for action in ILLEGAL:
            if action not in actions:
                with pytest.raises(IllegalAction):
                    patrol.act(action)
        assert patrol.view() == view
        choices: list[Action] = [*actions, Tick(press * 0.7)]
        action = choices[press % len(choices)]
        snapshot = copy.copy(patrol)
        results += patrol.act(action)
        done.append(action)
        assert snapshot.view() == view
        after = patrol.view()
        assert 0 <= after.done <= after.total == lesson.show
        assert len({offer.id for offer in after.offers}) == len(after.offers)
        assert legal(after.offers)
        assert len(board(after).behind) <= MOST_WAITING
        if after.hint:
            assert after.hint in {offer.id for offer in legal(after.offers)}
    assert all(0 <= result.light <= answer_light(1) for result in results)
    assert all((result.light > 0) == (result.outcome is Outcome.GOOD) for result in results)
    again = play(lesson, seed, {})
    assert [result for action in done for result in again.act(action)] == results
    assert again.view() == patrol.view()

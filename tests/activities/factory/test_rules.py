from __future__ import annotations

import copy
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.activities.factory.board import Board, Stage
from cop_challenge.activities.factory.moves import Bin
from cop_challenge.activities.factory.rules import Shift, play
from cop_challenge.activities.factory.schema import Model
from cop_challenge.core.actions import Action, Choose, Continue, Place, Undo
from cop_challenge.core.activity import IllegalAction, Tone, legal
from cop_challenge.core.result import Outcome, Result
from cop_challenge.lessons.library import Library


@pytest.fixture(scope="session")
def lessons(library: Library) -> list[Model]:
    return [lesson for lesson in library.lessons.values() if isinstance(lesson, Model)]


def board(shift: Shift) -> Board:
    found = shift.view().board
    assert isinstance(found, Board)
    return found


def to_gate(lesson: Model, seed: int = 1) -> Shift:
    """A shift with its rumour built from the first parts and shredded."""
    shift = play(lesson, seed, {})
    while board(shift).stage is not Stage.SORT:
        shift.act(legal(shift.view().offers)[0].action)
    return shift


def solve(shift: Shift, lesson: Model, *, miss: bool = False) -> list[Result]:
    """Sort and explain the message at hand; `miss`: its chute at the second try only."""
    message = next(m for m in lesson.messages if m.id == shift.view().place)
    found: list[Result] = []
    if miss:
        found += shift.act(Choose(Bin.HONEST if message.into is Bin.TRICKS else Bin.TRICKS))
    found += shift.act(Choose(message.into))
    found += shift.act(Choose(f"why-{next(r.id for r in message.reasons if r.right)}"))
    found += shift.act(Continue())
    return found


def test_two_lessons_are_there(lessons: list[Model]) -> None:
    """The track has its own."""
    assert len(lessons) >= 2


def test_a_part_can_be_swapped_and_gives_light_once(lessons: list[Model]) -> None:
    """Taking it off leads back to the crates; the second choice is a fact without light."""
    shift = play(lessons[0], 1, {})
    first, second = (offer.action for offer in shift.view().offers[:2])
    (result,) = shift.act(first)
    assert (result.light, result.attempt) == (1, 1)
    assert shift.view().note is not None
    shift.act(Undo())
    (again,) = shift.act(second)
    assert (again.light, again.attempt) == (0, 2)


def test_the_hint_goes_after_the_first_part(lessons: list[Model]) -> None:
    """Nuru's hand shows once."""
    shift = play(lessons[0], 1, {})
    assert shift.view().hint
    shift.act(shift.view().offers[0].action)
    assert not shift.view().hint
    assert not to_gate(lessons[0]).view().hint


def test_nothing_of_the_rumour_is_left_at_the_gate(lessons: list[Model]) -> None:
    """It was shredded; the gate knows nothing of it."""
    for lesson in lessons:
        shift = to_gate(lesson)
        parts = {part.text for slot in lesson.slots for part in slot.parts}
        assert not parts & set(shift.view().aloud)
        assert board(shift).pieces == ()


def test_a_miss_is_explained_and_the_second_shown(lessons: list[Model]) -> None:
    """After two wrong reasons the right one stands there with its because."""
    for lesson in lessons:
        shift = to_gate(lesson)
        while True:
            message = next(m for m in lesson.messages if m.id == shift.view().place)
            wrong = [reason for reason in message.reasons if not reason.right]
            if len(wrong) > 1:
                break
            solve(shift, lesson)
        shift.act(Choose(message.into))
        shift.act(Choose(f"why-{wrong[0].id}"))
        note = shift.view().note
        assert note is not None
        assert (note.tone, note.text) == (Tone.TRY_AGAIN, wrong[0].because)
        (result,) = shift.act(Choose(f"why-{wrong[1].id}"))
        note = shift.view().note
        assert note is not None
        assert result.outcome is Outcome.TRY_AGAIN
        assert (note.tone, note.text) == (Tone.SHOWN, next(r for r in message.reasons if r.right).because)


def test_hard_messages_come_last_and_only_after_hits(lessons: list[Model]) -> None:
    """Who hits sees all of them; who misses as often ends earlier, and ends well."""
    for lesson in lessons:
        for miss in (False, True):
            shift, seen = to_gate(lesson), []
            while not shift.view().finished:
                seen.append(shift.view().place)
                solve(shift, lesson, miss=miss)
            hard = {message.id for message in lesson.messages if message.hard}
            assert (hard <= set(seen)) is not miss
            assert not hard & set(seen[: len(lesson.messages) - len(hard)])
            assert {m.id for m in lesson.messages if not m.hard} <= set(seen)


def test_help_follows_the_player(lessons: list[Model]) -> None:
    """After two hits nothing glows; after a miss it does again."""
    lesson = lessons[0]
    shift = to_gate(lesson)
    glints = []
    for miss in (False, False, True, False):
        slip = board(shift).slip
        assert slip is not None
        glints.append(slip.glint is not None)
        solve(shift, lesson, miss=miss)
    assert glints == [True, True, False, True]


def test_it_finishes_only_after_the_gate(lessons: list[Model]) -> None:
    """Building alone is no lesson."""
    for lesson in lessons:
        shift = to_gate(lesson)
        assert not shift.view().finished
        results: list[Result] = []
        while not shift.view().finished:
            results += solve(shift, lesson)
        steps = {result.step for result in results}
        assert {f"{message.id}-why" for message in lesson.messages} <= steps


def test_every_part_chute_and_reason_can_be_reached(lessons: list[Model]) -> None:
    """A thousand wanderers leave nothing out."""
    for lesson in lessons:
        wanted = {(f"build-{slot.id}", part.id) for slot in lesson.slots for part in slot.parts}
        wanted |= {(message.id, bin_) for message in lesson.messages for bin_ in lesson.bins}
        wanted |= {(f"{m.id}-why", reason.id) for m in lesson.messages for reason in m.reasons}
        for seed in range(1000):
            shift, luck = play(lesson, seed, {}), Random(seed)
            while not shift.view().finished:
                found = shift.act(luck.choice(legal(shift.view().offers)).action)
                wanted -= {(result.step, result.choice) for result in found}
            if not wanted:
                break
        assert not wanted


ILLEGAL: list[Action] = [Choose("nothing"), Place("a", "b"), Undo(), Continue(), Choose("honest")]


@settings(max_examples=60, deadline=None)
@given(data=st.data(), seed=st.integers(0, 10**6))
def test_any_history_is_sound(lessons: list[Model], data: st.DataObject, seed: int) -> None:
    """Illegal actions are refused and change nothing; counts stay in range; the same again is the same."""
    lesson = data.draw(st.sampled_from(lessons))
    shift, twin, luck = play(lesson, seed, {}), play(lesson, seed, {}), Random(seed)
    for _ in range(data.draw(st.integers(0, 60))):
        view = shift.view()
        assert view == twin.view()
        if view.finished:
            break
        assert 0 <= view.done <= view.total
        offers = [offer.action for offer in legal(view.offers)]
        assert offers
        assert len({offer.id for offer in view.offers}) == len(view.offers)
        for action in ILLEGAL:
            if action not in offers:
                with pytest.raises(IllegalAction):
                    shift.act(action)
        assert shift.view() == view
        action = luck.choice(offers)
        ahead = copy.copy(shift)
        ahead.act(action)
        assert shift.view() == view
        results = shift.act(action)
        assert results == twin.act(action)
        assert all(0 <= result.light <= 3 for result in results)

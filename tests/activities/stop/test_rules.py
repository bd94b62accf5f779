from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.stop.board import Phase, Stage
from cop_challenge.activities.stop.rules import BUTTON, Stop, play
from cop_challenge.activities.stop.schema import Model
from cop_challenge.core.actions import Action, Choose, Continue, Place, Rewind, Tick, Undo
from cop_challenge.core.activity import IllegalAction, Mark, Tone, legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Outcome, Result
from cop_challenge.lessons.library import Library

from .conftest import BEAR, CAKE, KEY, lesson_of

PRESS, ON = Choose(BUTTON), Continue()


def board(stop: Stop) -> Stage:
    found = stop.view().board
    assert isinstance(found, Stage)
    return found


def done(stop: Stop, *actions: Action) -> list[Result]:
    return [result for action in actions for result in stop.act(action)]


def test_the_button_is_tried_first(lesson: Model) -> None:
    """The curtain is closed; Nuru's hand shows the button, and pressing it opens the curtain."""
    stop = play(lesson, 1, {})
    assert [offer.id for offer in stop.view().offers] == [BUTTON] == [stop.view().hint]
    assert done(stop, PRESS) == []
    assert stop.view().place == "bear.a"
    assert board(stop).opening


def test_pressing_while_all_is_well_is_explained(lesson: Model) -> None:
    """It says why, stays on the page, and costs nothing."""
    stop = play(lesson, 1, {})
    (alarm,) = done(stop, PRESS, PRESS)
    view = stop.view()
    assert (view.place, alarm.step, alarm.light) == ("bear.a", "bear.a", 0)
    assert view.note is not None
    assert view.note.tone is Tone.SHOWN
    assert "always" in view.note.text.source
    assert {offer.id for offer in legal(view.offers)} == {BUTTON, "go-on"}


def test_drumming_on_the_button_is_one_alarm(lesson: Model) -> None:
    """A second press on the same page is no second fact."""
    stop = play(lesson, 1, {})
    assert len(done(stop, PRESS, PRESS, PRESS, PRESS)) == 1


def test_pressing_at_the_turn_is_right(lesson: Model) -> None:
    """All the light, and the reason."""
    stop = play(lesson, 1, {})
    (pressed,) = done(stop, PRESS, ON, PRESS)
    assert (pressed.step, pressed.choice, pressed.outcome, pressed.light) == (
        "bear.b",
        BUTTON,
        Outcome.GOOD,
        3,
    )
    note = stop.view().note
    assert note is not None
    assert note.text.source == "it is tricky"


def test_going_on_past_the_turn_can_be_mended(lesson: Model) -> None:
    """Nuru worries gently and shows the button; pressing later gives light, too."""
    stop = play(lesson, 1, {})
    (passed,) = done(stop, PRESS, ON, ON)
    view = stop.view()
    assert passed.outcome is Outcome.TRY_AGAIN
    assert view.note is not None
    assert (view.note.tone, view.hint) == (Tone.WORRIED, BUTTON)
    assert stop.act(PRESS)[0].light == 2


def test_at_the_last_page_nuru_presses_too(lesson: Model) -> None:
    """Nothing bad happens: only the button is left, and it is right."""
    stop = play(lesson, 1, {})
    done(stop, PRESS, ON, ON, ON)
    assert [offer.id for offer in stop.view().offers] == [BUTTON]
    assert board(stop).together
    (pressed,) = stop.act(PRESS)
    assert (pressed.outcome, pressed.attempt, pressed.light) == (Outcome.GOOD, 3, 1)


def test_a_busy_helper_is_a_good_idea(lesson: Model) -> None:
    """It counts as right, and another one is asked for."""
    stop = play(lesson, 1, {})
    done(stop, PRESS, ON, PRESS, ON)
    (busy,) = stop.act(Choose("mum"))
    assert busy.outcome is Outcome.GOOD
    assert stop.view().place == "bear-tell"
    (found,) = stop.act(Choose("dad"))
    assert (found.attempt, found.light) == (1, 3)
    done(stop, ON)
    assert stop.view().place == "bear-say"


def test_after_two_misses_the_right_one_is_shown(lesson: Model) -> None:
    """With its reason, and without cheering."""
    stop = play(lesson, 1, {})
    done(stop, PRESS, ON, PRESS, ON, Choose("dad"), ON, Choose("banana"), Choose("moo"))
    view = stop.view()
    marks = {offer.id: offer.mark for offer in view.offers}
    assert marks["secret"] is Mark.GOOD
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.SHOWN, "because secret")


def test_a_calm_story_is_read_to_its_end(lesson: Model) -> None:
    """That brings the whole light, even after an alarm, and the button sleeps."""
    stop = play(lesson_of(CAKE), 1, {})
    results = done(stop, PRESS, ON, PRESS, ON, ON)
    assert [(result.outcome, result.light) for result in results] == [
        (Outcome.TRY_AGAIN, 0),
        (Outcome.GOOD, 3),
    ]
    assert stop.view().heading.source == "No button today!"
    assert board(stop).resting
    done(stop, ON)
    assert stop.view().finished


def test_the_hand_goes_once_something_was_done_well() -> None:
    """Nuru's hand shows nothing after the first good press; passing a second turn only makes it glow."""
    stop = play(lesson_of(BEAR, KEY, CAKE), 1, {})
    done(stop, PRESS, ON, PRESS, ON, Choose("dad"), ON, Choose("secret"), ON, ON, ON, ON)
    assert stop.view().place == "key.c"
    assert stop.view().hint == ""
    assert board(stop).glow


def test_help_fades_with_success() -> None:
    """After a turn that was noticed at once the next picture wobbles less, and the button does not glow."""
    stop = play(lesson_of(BEAR, KEY, CAKE), 1, {})
    done(stop, PRESS, ON)
    assert (board(stop).wobble, board(stop).glow) == (2, True)
    done(stop, PRESS, ON, Choose("dad"), ON, Choose("secret"), ON, ON, ON)
    assert stop.view().place == "key.b"
    assert (board(stop).wobble, board(stop).glow) == (1, False)


def test_hard_stories_come_last() -> None:
    """Whatever their place in the file."""
    stop = play(lesson_of(BEAR | {"hard": True}, CAKE), 1, {})
    done(stop, PRESS)
    assert stop.view().place == "cake.a"


def test_a_calm_picture_does_not_wobble(lesson: Model) -> None:
    """Only a turn makes it wobble."""
    stop = play(lesson, 1, {})
    done(stop, PRESS)
    assert board(stop).wobble == 0


ACTIONS: list[Action] = [
    PRESS, ON, Choose("mum"), Choose("dad"), Choose("fish"), Choose("secret"), Choose("banana"), Choose("moo"),
    Undo(), Rewind(), Tick(1.0), Place("mum", "dad"), Choose("nobody"),
]  # fmt: skip


@given(actions=st.lists(st.sampled_from(ACTIONS), max_size=60), seed=st.integers(0, 99))
def test_whatever_is_done(actions: list[Action], seed: int) -> None:
    """Illegal actions are refused and change nothing; light and steps stay in range; seeds replay."""
    stop, twin = (play(lesson_of(BEAR, CAKE, KEY), seed, {}) for _ in range(2))
    light = 0
    for action in actions:
        before = stop.view()
        if before.finished:
            break
        if action not in [offer.action for offer in legal(before.offers)]:
            with pytest.raises(IllegalAction):
                stop.act(action)
            assert stop.view() == before
            continue
        snapshot = copy.copy(stop)
        results = stop.act(action)
        assert snapshot.view() == before
        assert list(twin.act(action)) == list(results)
        assert twin.view() == stop.view()
        light += sum(result.light for result in results)
        assert all(0 <= result.light <= 3 and result.attempt >= 1 and result.step for result in results)
        view = stop.view()
        assert 0 <= view.done <= view.total
        assert legal(view.offers)
        assert len({offer.id for offer in view.offers}) == len(view.offers)
    assert light <= 3 * (3 * 4)


def everything(library: Library, name: str) -> tuple[set[str], set[tuple[str, str]]]:
    """All places of a lesson, and all steps and choices its results can name."""
    lesson = library.lessons[name]
    assert isinstance(lesson, Model)
    ahead, seen = [play(lesson, 3, {})], set()
    places: set[str] = set()
    chosen: set[tuple[str, str]] = set()
    while ahead:
        stop = ahead.pop()
        if stop._state in seen or stop.view().finished:
            continue
        seen.add(stop._state)
        places.add(stop.view().place)
        for offer in legal(stop.view().offers):
            twin = copy.copy(stop)
            chosen |= {(result.step, result.choice) for result in twin.act(offer.action)}
            ahead.append(twin)
    return places, chosen


LESSONS = ("shh-says-the-bear", "gifts-with-strings", "the-wobbly-film", "kites-in-the-park")


@pytest.mark.parametrize("name", LESSONS)
def test_everything_in_a_lesson_can_be_reached(library: Library, name: str) -> None:
    """Each picture, helper, sentence and end."""
    places, chosen = everything(library, name)
    lesson = library.lessons[name]
    assert isinstance(lesson, Model)
    for story in lesson.stories:
        assert {f"{story.id}.{panel.id}" for panel in story.panels} | {f"{story.id}-{Phase.END}"} <= places
        assert {(f"{story.id}-tell", helper.id) for helper in story.tell} <= chosen
        assert {(f"{story.id}-say", saying.id) for saying in story.say} <= chosen


def test_these_are_all_lessons(library: Library) -> None:
    """The list above leaves none out."""
    assert {name for name, lesson in library.lessons.items() if lesson.kind == "stop"} == set(LESSONS)


@pytest.mark.parametrize("name", LESSONS)
def test_few_moments(options: VisitOptions, name: str) -> None:
    """A lesson has not so many different pictures that nobody could look at them all."""
    from dataclasses import replace

    from cop_challenge.app.survey import lessons

    cards = tuple(card for card in options.cards if card.id == name)
    assert len(list(lessons(replace(options, cards=cards)))) <= 65

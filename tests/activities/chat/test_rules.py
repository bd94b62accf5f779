from __future__ import annotations

import copy
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.chat.board import Board
from cop_challenge.activities.chat.rules import MOVE_LIGHT, Chat, play
from cop_challenge.activities.chat.schema import Model
from cop_challenge.core.actions import Action, Choose, Continue, Rewind, Undo
from cop_challenge.core.activity import IllegalAction, Mark, Tone, legal
from cop_challenge.core.result import Outcome, Result
from cop_challenge.core.scoring import ENDING_LIGHT, NEW_ENDING_LIGHT
from cop_challenge.lessons.library import Library

from .conftest import make


def board(chat: Chat) -> Board:
    value = chat.view().board
    assert isinstance(value, Board)
    return value


def do(chat: Chat, *options: str) -> list[Result]:
    results: list[Result] = []
    for option in options:
        results += chat.act(Choose(option))
    return results


def test_a_move_is_named_and_kept(lesson: Model) -> None:
    """Tapping a fishy line names it, explains it, gives light, and puts it on the shelf."""
    chat = play(lesson, 1, {})
    (result,) = do(chat, "look-quick")
    assert (result.step, result.choice, result.outcome) == ("hello-spot", "quick", Outcome.GOOD)
    assert result.light == MOVE_LIGHT
    note = chat.view().note
    assert note is not None
    assert note.tone is Tone.GOOD
    assert dict(note.text.values)["name"] == lesson.moves["hurry"].name
    assert [pin.id for pin in board(chat).shelf if pin.found] == ["hurry"]


def test_a_harmless_line_is_explained(lesson: Model) -> None:
    """It is no move, gives no light, and says why it is fine."""
    chat = play(lesson, 1, {})
    (result,) = do(chat, "look-nice")
    assert (result.outcome, result.light) == (Outcome.TRY_AGAIN, 0)
    note = chat.view().note
    assert note is not None
    assert note.text.source == "because of nice"


def test_the_glow_goes_and_comes_back(lesson: Model) -> None:
    """Two moves in a row put it out, a miss lights it again."""
    chat = play(lesson, 1, {})
    assert sum(said.glow for said in board(chat).said) == 2
    do(chat, "look-quick", "look-psst", "yes")
    assert not any(said.glow for said in board(chat).said)
    chat.act(Rewind())
    do(chat, "look-nice", "please")
    assert any(said.glow for said in board(chat).said)


def test_the_hint_goes_with_the_first_success(lesson: Model) -> None:
    """Nuru's hand shows the first fishy line once."""
    chat = play(lesson, 1, {})
    assert chat.view().hint == "look-quick"
    do(chat, "look-nice")
    assert chat.view().hint == "look-quick"
    do(chat, "look-psst")
    assert chat.view().hint == ""


def test_reading_a_line_again_counts_nothing(lesson: Model) -> None:
    """The explanation comes back, no result with it."""
    chat = play(lesson, 1, {})
    do(chat, "look-quick", "look-nice")
    assert do(chat, "look-quick") == []
    note = chat.view().note
    assert note is not None
    assert note.tone is Tone.GOOD


def test_giving_in_can_be_rewound(lesson: Model) -> None:
    """The lines roll back; the reply that went wrong is marked and not offered again."""
    chat = play(lesson, 1, {})
    (result,) = do(chat, "yes")
    assert result.outcome is Outcome.TRY_AGAIN
    assert [line.text.source for line in chat.view().chat][-2:] == ["yes", "ha"]
    chat.act(Rewind())
    view = chat.view()
    assert view.place == "hello"
    assert len(view.chat) == 3
    assert {offer.id for offer in view.offers if offer.mark is Mark.TRY_AGAIN} == {"yes"}
    with pytest.raises(IllegalAction):
        chat.act(Choose("yes"))


def test_after_two_misses_the_better_reply_is_shown(lesson: Model) -> None:
    """With its reason, and nobody is pressed to take it."""
    chat = play(lesson, 1, {})
    do(chat, "yes")
    chat.act(Rewind())
    do(chat, "please")
    chat.act(Rewind())
    view = chat.view()
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.SHOWN, "because of no")
    assert {offer.id for offer in view.offers if offer.mark is Mark.GOOD} == {"no"}
    (result,) = do(chat, "no")
    assert result.attempt == 3


def test_a_setback_can_be_mended(lesson: Model) -> None:
    """Without rewinding the chat goes on to a good end."""
    chat = play(lesson, 1, {})
    do(chat, "yes", "mend", "bye")
    assert chat.view().place == "told"
    chat.act(Continue())
    assert chat.view().finished


@pytest.mark.parametrize("before", [(), ("yes",), ("no",), ("look-quick",)])
@pytest.mark.parametrize(("way", "ending"), [("leave", "gone"), ("tell", "told")])
def test_exits_are_good_at_any_time(lesson: Model, before: tuple[str, ...], way: str, ending: str) -> None:
    """Each leads to its own ending, which the results name."""
    chat = play(lesson, 1, {})
    do(chat, *before)
    left, ended = do(chat, f"exit-{way}")
    assert left.outcome is ended.outcome is Outcome.GOOD
    assert (ended.step, ended.choice, ended.light) == ("ending", ending, ENDING_LIGHT)


def test_another_ending_brings_a_little_more_light(lesson: Model) -> None:
    """The same one none."""
    chat = play(lesson, 1, {})
    lights = []
    for way in ("leave", "leave", "tell"):
        lights.append(do(chat, f"exit-{way}")[-1].light)
        chat.act(Rewind())
    assert lights == [ENDING_LIGHT, 0, NEW_ENDING_LIGHT]


def test_the_flower_follows_the_replies(talk: Model) -> None:
    """It opens and shuts, deeper lines need it open, and rewinding takes it back."""
    chat = play(talk, 1, {})
    assert board(chat).trust == 2
    do(chat, "yes")
    assert board(chat).trust == 0
    chat.act(Rewind())
    assert board(chat).trust == 2
    do(chat, "no")
    assert board(chat).trust == 3
    assert "look-deep" in {offer.id for offer in chat.view().offers}
    other = play(talk, 1, {})
    do(other, "yes", "mend")
    assert "look-deep" not in {offer.id for offer in other.view().offers}


def test_what_was_overlooked_is_named_at_the_end(lesson: Model) -> None:
    """Only moves of lines that were read."""
    chat = play(lesson, 1, {})
    do(chat, "look-quick", "exit-leave")
    shelf = {pin.id: (pin.found, pin.seen) for pin in board(chat).shelf}
    assert shelf == {"hurry": (True, True), "secret": (False, True)}
    assert lesson.moves["secret"].name in chat.view().aloud


@given(st.lists(st.integers(0, 11), max_size=40), st.integers(0, 3), st.booleans())
def test_any_history_keeps_the_rules(choices: list[int], seed: int, at_table: bool) -> None:
    """Illegal actions change nothing, counts stay in range, and the same actions give the same again."""
    model = make(trust=2) if at_table else make()
    chat, twin = play(model, seed, {}), play(model, seed, {})
    light = 0
    for number in choices:
        view = chat.view()
        if view.finished:
            break
        before = chat.view()
        for wrong in (
            Undo(),
            Choose("nothing"),
            *(offer.action for offer in view.offers if not offer.enabled),
        ):
            with pytest.raises(IllegalAction):
                chat.act(wrong)
        assert chat.view() == before
        offers = legal(view.offers)
        action: Action = offers[number % len(offers)].action
        results = chat.act(action)
        assert twin.act(action) == results
        light += sum(result.light for result in results)
        after = chat.view()
        assert 0 <= after.done <= after.total
        assert len({offer.id for offer in after.offers}) == len(after.offers)
        trust = board(chat).trust
        assert trust is None or 0 <= trust <= 4
    assert chat.view() == twin.view()
    assert 0 <= light <= ENDING_LIGHT + NEW_ENDING_LIGHT + 3 * MOVE_LIGHT


def lessons(library: Library) -> list[Model]:
    return [lesson for lesson in library.lessons.values() if isinstance(lesson, Model)]


def test_every_line_reply_and_ending_can_be_reached(library: Library) -> None:
    """In each lesson there is a way to everything an author wrote."""
    assert len(lessons(library)) == 8
    for lesson in lessons(library):
        wanted = {f"{name}/{line.id}" for name, beat in lesson.beats.items() for line in beat.lines}
        wanted |= {f"{name}/{reply.id}" for name, beat in lesson.beats.items() for reply in beat.replies}
        wanted |= set(lesson.endings)
        reached: set[str] = set()
        ahead, seen = [play(lesson, 1, {})], set()
        while ahead:
            chat = ahead.pop()
            view = chat.view()
            state = (view.place, board(chat).trust)
            if view.finished or state in seen:
                continue
            seen.add(state)
            reached.add(view.place)
            for offer in legal(view.offers):
                reached.add(f"{view.place}/{offer.id.removeprefix('look-')}")
                if not offer.id.startswith("look-"):
                    after = copy.copy(chat)
                    after.act(offer.action)
                    ahead.append(after)
        assert wanted <= reached, (lesson.id, wanted - reached)


@pytest.mark.parametrize("player", ["first", "last", "random"])
def test_every_player_comes_to_an_end(library: Library, player: str) -> None:
    """Whoever takes the first offer, the last one or any."""
    for lesson in lessons(library):
        for seed in range(5):
            chat, luck = play(lesson, seed, {}), Random(seed)
            for _ in range(300):
                view = chat.view()
                if view.finished:
                    break
                offers = [offer for offer in legal(view.offers) if offer.role not in ("rewind", "undo")]
                if player == "random":
                    offers = list(legal(view.offers))
                pick = {"first": 0, "last": -1, "random": luck.randrange(len(offers))}[player]
                chat.act(offers[pick].action)
            assert chat.view().finished, lesson.id

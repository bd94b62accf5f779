from __future__ import annotations

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.inspect.rules import CLUE_LIGHT, FRIEND_PICTURE, TRIES, Inspection, play
from cop_challenge.activities.inspect.schema import Model
from cop_challenge.activities.inspect.state import GLINTS
from cop_challenge.core.actions import Action, Choose, Continue, Place, Rewind, Tick, Undo
from cop_challenge.core.activity import IllegalAction, Mark, Role, Tone, View, legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Outcome, Result
from cop_challenge.lessons.library import Library
from cop_challenge.sim.runner import every_lesson

from .conftest import SOUND, make


def offered(view: View) -> set[str]:
    return {offer.id for offer in legal(view.offers)}


def do(game: Inspection, *options: str) -> list[Result]:
    """Takes the options; `on` goes on."""
    return [r for name in options for r in game.act(Continue() if name == "on" else Choose(name))]


def test_nothing_is_decided_before_a_clue(lesson: Model) -> None:
    """The decisions are shown and closed until a clue was found; one is enough to decide early."""
    game = play(lesson, 1, {})
    assert not {"fish", "friend"} & offered(game.view())
    assert game.act(Choose("look-dull")) == ()
    assert not {"fish", "friend"} & offered(game.view())
    (result,) = game.act(Choose("look-one"))
    assert (result.step, result.choice, result.light) == ("bait-look", "one", CLUE_LIGHT)
    assert {"fish", "friend"} <= offered(game.view())


def test_every_look_is_explained(lesson: Model) -> None:
    """A clue and a dull part both say why."""
    game = play(lesson, 1, {})
    for name, tone in (("dull", Tone.SHOWN), ("one", Tone.GOOD), ("odd", Tone.GOOD)):
        game.act(Choose(f"look-{name}"))
        note = game.view().note
        assert note is not None
        assert (note.tone, note.text.source) == (tone, f"because of {name}")


def test_a_clue_gives_light_once(lesson: Model) -> None:
    """Looking back is free and counts as a way back."""
    game = play(lesson, 1, {})
    do(game, "look-one", "look-two")
    again = next(offer for offer in game.view().offers if offer.id == "look-one")
    assert again.role is Role.REWIND
    assert game.act(again.action) == ()


def test_a_miss_is_explained_and_looked_at_again(lesson: Model) -> None:
    """Only what was overlooked is open; after a look there, a second decision can be made."""
    game = play(lesson, 1, {})
    do(game, "look-one")
    (result,) = game.act(Choose("friend"))
    view = game.view()
    assert (result.step, result.choice, result.outcome, result.attempt) == (
        "bait", "friend", Outcome.TRY_AGAIN, 1,
    )  # fmt: skip
    assert view.note is not None
    assert view.note.text.source == "look again"
    assert offered(view) == {"look-two", "look-odd"}
    do(game, "look-two")
    (result,) = game.act(Choose("fish"))
    assert (result.outcome, result.attempt, result.light) == (Outcome.GOOD, 2, 2)


def test_with_every_clue_found_the_right_ones_are_read_again(lesson: Model) -> None:
    """A child who saw all and weighed it otherwise is sent to what points the right way."""
    game = play(lesson, 1, {})
    do(game, "look-one", "look-two", "look-odd", "friend")
    assert offered(game.view()) == {"look-one", "look-two"}


def test_nobody_is_left_guessing(lesson: Model) -> None:
    """After the second miss it is shown, with its reason and all its clues."""
    game = play(lesson, 1, {})
    do(game, "look-one", *["friend", "look-two", "friend"][: 2 * TRIES - 1])
    view = game.view()
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.SHOWN, "all together")
    assert offered(view) == {"continue"}
    assert len(view.board.caught) == 3  # type: ignore[attr-defined]


def test_a_fish_is_dealt_with(lesson: Model) -> None:
    """Once it is known, something is done about it: explained, with a second try, shown at last."""
    game = play(lesson, 1, {})
    do(game, "look-one", "fish", "on")
    assert game.view().place == "bait-deed"
    (first,) = do(game, "do-reply")
    assert (first.step, first.choice, first.outcome) == ("bait-deed", "reply", Outcome.TRY_AGAIN)
    do(game, "do-pay")
    view = game.view()
    marks = {offer.id: offer.mark for offer in view.offers}
    assert view.note is not None
    assert view.note.tone is Tone.SHOWN
    assert (marks["do-tell"], marks["do-reply"]) == (Mark.GOOD, Mark.TRY_AGAIN)
    assert offered(view) == {"continue"}


def test_a_friend_needs_no_deed(lesson: Model) -> None:
    """Then the next document comes; the hard one comes last, and after it the lantern."""
    game = play(lesson, 1, {})
    do(game, "look-one", "fish", "on", "do-tell", "on")
    assert game.view().place == "mail"
    do(game, "look-one", "friend", "on")
    assert game.view().place == "wolf"
    do(game, "look-one", "fish", "on", "do-tell")
    assert not game.view().finished
    do(game, "on")
    assert game.view().finished
    assert game.view().done == game.view().total == 3


def glints(game: Inspection) -> int:
    return sum(spot.glint for spot in game.view().board.spots)  # type: ignore[attr-defined]


def test_help_follows_the_player(lesson: Model) -> None:
    """Clues catch the light at first; fewer after a case that went well, more again after a miss."""
    game = play(lesson, 1, {})
    assert (glints(game), game.view().hint) == (GLINTS, "look-one")
    do(game, "look-one")
    assert game.view().hint == ""
    do(game, "fish", "on", "do-tell", "on")
    assert glints(game) == GLINTS - 1
    do(game, "look-one", "fish", "look-two", "friend", "on")
    assert glints(game) == GLINTS


def test_cases_are_dealt() -> None:
    """The first stays first, hard ones come last, the rest is dealt by the seed."""
    lesson = make(SOUND[0], SOUND[2], *({**SOUND[1], "id": f"mail-{number}"} for number in range(4)))
    orders = set()
    for seed in range(12):
        game = play(lesson, seed, {})
        order = []
        while not game.view().finished:
            order.append(game.view().place)
            fish = game._case.answer == "fish"  # the answer key
            do(game, "look-one", "fish" if fish else "friend", "on", *(["do-tell", "on"] if fish else []))
        assert (order[0], order[-1]) == ("bait", "wolf")
        orders.add(tuple(order))
    assert len(orders) > 3


def test_deed_offers_never_collide_with_decisions() -> None:
    """A region or deed called `fish` is another offer than the decision."""
    odd = {**SOUND[0], "regions": [*SOUND[0]["regions"][:3], {**SOUND[0]["regions"][3], "id": "fish"}]}  # type: ignore[index]
    view = play(make(odd, *SOUND[1:]), 1, {}).view()
    ids = [offer.id for offer in view.offers]
    assert len(set(ids)) == len(ids)
    assert FRIEND_PICTURE in {offer.picture for offer in view.offers}


ILLEGAL: tuple[Action, ...] = (
    Choose("look-nowhere"), Choose("do-tell"), Choose("bait"), Continue(), Rewind(), Undo(), Tick(1.0), Place("a", "b"),
)  # fmt: skip


@given(st.integers(0, 99), st.lists(st.integers(0, 40), max_size=60))
def test_any_history_holds(seed: int, steps: list[int]) -> None:
    """Whatever is done: illegal actions are refused and change nothing, and the counts stay in range."""
    lesson = make(*SOUND)
    game, twin, light = play(lesson, seed, {}), play(lesson, seed, {}), 0
    for step in steps:
        view = game.view()
        if view.finished:
            break
        ids = [offer.id for offer in view.offers]
        assert len(set(ids)) == len(ids)
        assert 0 <= view.done <= view.total
        bad = ILLEGAL[step % len(ILLEGAL)]
        if bad not in {offer.action for offer in legal(view.offers)}:
            with pytest.raises(IllegalAction):
                game.act(bad)
            assert game.view() == view
        choices = legal(view.offers)
        action = choices[step % len(choices)].action
        before = copy.copy(game)
        results = game.act(action)
        assert before.view() == view
        assert results == twin.act(action)
        light += sum(result.light for result in results)
    assert game.view() == twin.view()
    assert 0 <= light <= 3 * (3 * CLUE_LIGHT + 3 + 3)


def test_simulated_players_finish_every_lesson(library: Library, options: VisitOptions) -> None:
    """All of them, with several seeds; only the idle one may walk away."""
    from dataclasses import replace

    cards = tuple(card for card in options.cards if card.kind == "inspect")
    assert len(cards) >= 4
    for seed in range(4):
        for played in every_lesson(replace(options, cards=cards), seed):
            assert played.stuck is None, played.stuck
            if played.player != "idle":
                assert any(result.fact == "finished" for result in played.results), played.player


def test_everything_can_be_reached(library: Library) -> None:
    """Every clue, both decisions and every deed of each built-in lesson is taken by some sequence."""
    for lesson in library.lessons.values():
        if lesson.kind != "inspect":
            continue
        assert isinstance(lesson, Model)
        taken: set[tuple[str, str]] = set()
        seen: set[object] = set()
        ahead = [play(lesson, 3, {})]
        while ahead:
            game = ahead.pop()
            view = game.view()
            key = view.place, tuple((offer.id, offer.mark) for offer in view.offers), view.note
            if view.finished or key in seen:
                continue
            seen.add(key)
            for offer in legal(view.offers):
                after = copy.copy(game)
                after.act(offer.action)
                taken.add((view.place, offer.id))
                ahead.append(after)
        for case in lesson.cases:
            assert {(case.id, f"look-{region.id}") for region in case.regions} <= taken
            assert {(case.id, "fish"), (case.id, "friend")} <= taken
            assert {(f"{case.id}-deed", f"do-{deed.id}") for deed in case.deeds} <= taken
        assert len(seen) <= 80

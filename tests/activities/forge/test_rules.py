from __future__ import annotations

import copy
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.activities.forge.bench import Board
from cop_challenge.activities.forge.rules import Forge, play
from cop_challenge.activities.forge.schema import Model
from cop_challenge.core.actions import Action, Choose, Continue, Place, Rewind, Tick
from cop_challenge.core.activity import IllegalAction, Role, Tone, legal
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.lessons.library import Library


def lessons(library: Library) -> list[Model]:
    return [lesson for lesson in library.lessons.values() if isinstance(lesson, Model)]


@pytest.fixture
def lesson(library: Library) -> Model:
    return next(lesson for lesson in lessons(library) if lesson.id == "the-snoring-guess-bot")


def fill(forge: Forge, *tiles: str) -> None:
    for tile in tiles:
        forge.act(Choose(tile))


def board(forge: Forge) -> Board:
    found = forge.view().board
    assert isinstance(found, Board)
    return found


def test_a_good_lock_holds(lesson: Model) -> None:
    """Three words by chance at the first try: three light, a yawn, and the reason."""
    forge = play(lesson, 1, {})
    fill(forge, "cactus", "moon", "soup")
    (result,) = forge.act(Choose("hammer"))
    assert (result.step, result.choice) == ("rusty", "cactus+moon+soup")
    assert (result.outcome, result.attempt, result.light) == (Outcome.GOOD, 1, 3)
    view = forge.view()
    assert view.note is not None
    assert (view.place, view.note.tone) == ("rusty-night", Tone.GOOD)
    forge.act(Continue())
    assert forge.view().place == "nosy"


def test_a_weak_tile_cracks_and_is_explained(lesson: Model) -> None:
    """The bot opens; its list is named; the tile falls out and stays out."""
    forge = play(lesson, 1, {})
    fill(forge, "cactus", "moon", "favourite")
    (result,) = forge.act(Choose("hammer"))
    assert result.outcome is Outcome.TRY_AGAIN
    note = forge.view().note
    assert note is not None
    assert note.text == lesson.pool("favourites").because
    forge.act(Continue())
    assert [one.id for one in board(forge).mould] == ["cactus", "moon"]
    with pytest.raises(IllegalAction):
        forge.act(Choose("favourite"))


def test_a_pet_holds_against_strangers_and_not_against_who_knows(lesson: Model) -> None:
    """The same kind of tile, another bot."""
    forge = play(lesson, 1, {})
    fill(forge, "cactus", "moon", "goats-name")
    assert forge.act(Choose("hammer"))[0].outcome is Outcome.GOOD
    forge.act(Continue())
    fill(forge, "cactus", "moon", "drum", "goats-name")
    assert forge.act(Choose("hammer"))[0].outcome is Outcome.TRY_AGAIN


def test_after_two_misses_a_good_lock_is_shown(lesson: Model) -> None:
    """Kindly, with its reason; then the lesson goes on."""
    forge = play(lesson, 1, {})
    fill(forge, "cactus", "moon", "favourite")
    forge.act(Choose("hammer"))
    forge.act(Continue())
    fill(forge, "staircase")
    forge.act(Choose("hammer"))
    forge.act(Continue())
    view = forge.view()
    assert view.note is not None
    assert (view.place, view.note.tone) == ("rusty-shown", Tone.SHOWN)
    attack = board(forge).attack
    assert attack is not None
    assert attack.held
    forge.act(Continue())
    assert forge.view().place == "nosy"


def test_knocking_finds_the_weak_tile(lesson: Model) -> None:
    """It costs no try; a lock that holds rings true."""
    forge = play(lesson, 1, {})
    fill(forge, "cactus", "drum", "drum-again")
    assert forge.act(Choose("knock")) == ()
    assert [one.id for one in board(forge).mould] == ["cactus", "drum"]
    fill(forge, "moon")
    forge.act(Choose("knock"))
    note = forge.view().note
    assert note is not None
    assert note.tone is Tone.GOOD


def test_carrying_does_what_tapping_does(lesson: Model) -> None:
    """Onto the free slots at the end; onto a tile in front of it; a tap takes out."""
    forge = play(lesson, 1, {})
    forge.act(Place("cactus", "mould"))
    forge.act(Place("moon", "slot-1"))
    assert [one.id for one in board(forge).mould] == ["moon", "cactus"]
    forge.act(Choose("slot-1"))
    assert [one.id for one in board(forge).mould] == ["cactus"]
    tapped = play(lesson, 1, {})
    fill(tapped, "cactus")
    assert board(tapped) == board(forge)


def test_harder_tiles_come_after_a_first_hit_only(lesson: Model) -> None:
    """And the gauges go; after a miss they are back."""
    forge = play(lesson, 1, {})
    assert all(one.id != "star-sign" for one in board(forge).shelf)
    fill(forge, "cactus", "moon", "soup")
    forge.act(Choose("hammer"))
    forge.act(Continue())
    assert any(one.id == "star-sign" for one in board(forge).shelf)
    fill(forge, "cactus")
    assert board(forge).mould[0].gauge == -1


def test_the_hand_shows_only_the_first_tile(lesson: Model) -> None:
    """It points at a good one, and goes when something lies in the mould."""
    forge = play(lesson, 1, {})
    hint = forge.view().hint
    assert lesson.tile(hint).pool == "dice-words"
    forge.act(Choose(hint))
    assert forge.view().hint == ""


def test_the_story_is_told_with_the_forged_tiles(library: Library) -> None:
    """Every option of every question of every lesson can be chosen, and has its reason."""
    for lesson in lessons(library):
        seen: set[tuple[str, str]] = set()
        for seed in range(40):
            seen |= {(r.step, r.choice) for r in played(play(lesson, seed, {}), Random(seed))[0]}
        wanted = {("story", one.id) for one in lesson.sentences}
        wanted |= {(scene.id, answer.id) for scene in lesson.keeping for answer in scene.answers}
        assert wanted <= seen


def played(forge: Forge, luck: Random) -> tuple[list[Result], list[Action]]:
    """A random play to its end."""
    results: list[Result] = []
    actions: list[Action] = []
    while not forge.view().finished:
        offers = legal(forge.view().offers)
        action = luck.choice([offer for offer in offers if offer.role is not Role.REWIND] or offers).action
        results += forge.act(action)
        actions.append(action)
        assert len(actions) < 400
    return results, actions


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6))
def test_any_play_ends_and_replays(library: Library, seed: int) -> None:
    """Light within its bounds, counts never beyond the total, the same again from seed and actions."""
    luck = Random(seed)
    lesson = luck.choice(lessons(library))
    results, actions = played(play(lesson, seed, {}), luck)
    assert all(0 <= result.light <= 3 and result.fact is Fact.ANSWERED for result in results)
    again = play(lesson, seed, {})
    repeated: list[Result] = []
    for action in actions:
        view = again.view()
        assert 0 <= view.done <= view.total
        assert len({offer.id for offer in view.offers}) == len(view.offers)
        repeated += again.act(action)
    assert repeated == results
    assert again.view().finished


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 12))
def test_what_is_not_offered_changes_nothing(library: Library, seed: int, steps: int) -> None:
    """Refused, and the view is the same as before."""
    luck = Random(seed)
    forge = play(luck.choice(lessons(library)), seed, {})
    for _ in range(steps):
        if forge.view().finished:
            break
        forge.act(luck.choice(legal(forge.view().offers)).action)
    before = forge.view()
    offered = {offer.action for offer in legal(before.offers)}
    tries: list[Action] = [Choose("nothing"), Rewind(), Tick(1), Place("x", "mould"), Continue()]
    tries += [Choose("hammer"), Choose("slot-6"), Choose("cactus")]
    for action in tries:
        if action not in offered:
            with pytest.raises(IllegalAction):
                forge.act(action)
    assert forge.view() == before


def test_a_copy_is_a_snapshot(lesson: Model) -> None:
    """What is done to the copy leaves the forge as it was."""
    forge = play(lesson, 1, {})
    before = forge.view()
    fill(copy.copy(forge), "cactus")
    assert forge.view() == before

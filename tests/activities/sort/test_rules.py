from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities.sort.board import Board, Stage
from cop_challenge.activities.sort.rules import STREAK, TRIES, Sort, play
from cop_challenge.activities.sort.schema import Model
from cop_challenge.core.actions import Action, Choose, Continue, Place, Rewind, Undo
from cop_challenge.core.activity import IllegalAction, Mark, Role, Tone, legal
from cop_challenge.core.result import Outcome, Result

BINS = [
    {"id": "keep", "text": "Keep"},
    {"id": "ask", "text": "Ask"},
    {"id": "share", "text": "Share", "harmless": True},
]


def item(name: str, *bins: str, **more: object) -> dict[str, Any]:
    return {"id": name, "text": name, "bins": bins, "because": f"because of {name}", **more}


def model(**more: object) -> Model:
    items: list[dict[str, Any]] = [
        item("key", "keep", wrong=[{"id": "share", "because": "everybody has it"}]),
        item("home", "keep"),
        item("photo", "ask", "keep"),
        item("ball", "share"),
        item("boat", "share"),
        item("kite", "share"),
        item("badge", "ask", hard=True),
        item("party", "keep", hard=True),
    ]
    return Model.model_validate(
        {
            "schema": 1, "id": "s", "kind": "sort", "track": "8-12", "title": "T", "smart": "tell", "risk": "contact",
            "strand": "privacy-and-security", "takeaway": "Keep", "minutes": 3, "who": "hana", "story": "A story",
            "prompt": "Where to?", "ending": "Packed!", "joke": "It hums.", "bins": BINS, "items": items, **more,
        }
    )  # fmt: skip


RIGHT = {thing.id: thing.bins[0] for thing in model().items}
EASY = {thing.id for thing in model().items if not thing.hard}


def begun(seed: int = 1, **more: object) -> Sort:
    game = play(model(**more), seed, {})
    game.act(Continue())
    return game


def board(game: Sort) -> Board:
    found = game.view().board
    assert isinstance(found, Board)
    return found


def wrong_for(thing: str) -> list[str]:
    bins = next(found.bins for found in model().items if found.id == thing)
    return [b for b in ("keep", "ask", "share") if b not in bins]


def put_right(game: Sort) -> Result:
    (result,) = game.act(Choose(RIGHT[board(game).held]))
    return result


def reach(thing: str) -> Sort:
    """A game with that easy thing at hand first."""
    return next(game for game in map(begun, range(200)) if board(game).held == thing)


def test_it_begins_with_a_closed_backpack() -> None:
    """First the story, and one way on."""
    view = play(model(), 1, {}).view()
    assert (view.place, view.done, view.total, view.story.source) == ("backpack-closed", 0, 8, "A story")
    assert [offer.id for offer in view.offers] == ["continue"]


def test_a_right_place_is_explained_and_gives_light() -> None:
    """The bin is marked, the reason stands there, and one may go on or take it out again."""
    game = reach("key")
    (result,) = game.act(Choose("keep"))
    view = game.view()
    assert (result.step, result.choice, result.outcome, result.light) == ("key", "keep", Outcome.GOOD, 3)
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.GOOD, "because of key")
    assert {offer.id: offer.mark for offer in view.offers}["keep"] is Mark.GOOD
    assert [offer.id for offer in legal(view.offers)] == ["continue", "undo"]


def test_a_wrong_place_is_explained_and_tried_again() -> None:
    """The author's sentence for that bin, else the thing's own; a second try gives light."""
    game = reach("key")
    (result,) = game.act(Choose("share"))
    view = game.view()
    assert (result.outcome, result.attempt, result.light) == (Outcome.TRY_AGAIN, 1, 0)
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.TRY_AGAIN, "everybody has it")
    assert view.done == 0
    (result,) = game.act(Choose("keep"))
    assert (result.outcome, result.attempt, result.light) == (Outcome.GOOD, 2, 2)
    other = reach("key")
    other.act(Choose("ask"))
    note = other.view().note
    assert note is not None
    assert note.text.source == "because of key"


def test_nobody_is_left_guessing() -> None:
    """After two misses the thing lies where it belongs, with the reason; it can't be taken out again."""
    game = reach("home")
    for name in wrong_for("home")[:TRIES]:
        game.act(Choose(name))
    view = game.view()
    assert view.note is not None
    assert (view.note.tone, view.note.text.source) == (Tone.SHOWN, "because of home")
    assert board(game).landed == "keep"
    assert [offer.id for offer in legal(view.offers)] == ["continue"]


def test_more_than_one_bin_may_be_right() -> None:
    """Each accepted bin is good."""
    for into in ("ask", "keep"):
        (result,) = reach("photo").act(Choose(into))
        assert result.outcome is Outcome.GOOD


def test_carrying_does_the_same_as_a_press() -> None:
    """A thing is carried into a bin, which says and gives the same."""
    pressed, carried = reach("ball"), reach("ball")
    assert carried.act(Place("ball", "share")) == pressed.act(Choose("share"))
    assert carried.view() == pressed.view()


def test_taking_out_gives_no_light_twice_and_takes_none() -> None:
    """Out and in again is worth nothing more; the count goes back and forth; once for each thing."""
    game = reach("boat")
    assert put_right(game).light == 3
    assert game.view().done == 1
    assert game.act(Undo()) == ()
    assert (game.view().done, game.view().note, game.view().hint) == (0, None, "")
    result = put_right(game)
    assert (result.outcome, result.light, result.attempt) == (Outcome.GOOD, 0, 2)
    assert [offer.id for offer in legal(game.view().offers)] == ["continue"]
    with pytest.raises(IllegalAction):
        game.act(Undo())


def test_hard_things_come_after_success() -> None:
    """After two right first tries in a row something hard lies there; with `together`, two side by side."""
    game = begun(together=2)
    for _ in range(STREAK):
        assert board(game).held in EASY
        put_right(game)
        game.act(Continue())
    assert {thing.id for thing in board(game).laid} == {"badge", "party"}
    # The one beside is taken in hand by a press, and then the bins are for it.
    other = next(thing.id for thing in board(game).laid if thing.id != board(game).held)
    game.act(Choose(other))
    assert board(game).held == other
    put_right(game)
    game.act(Continue())
    assert len(board(game).laid) == 1
    assert not board(game).fresh


def test_hard_things_wait_where_it_goes_badly() -> None:
    """Who misses gets everything easy first, and the hard things one at a time."""
    game, order = begun(together=3), []
    while board(game).stage is Stage.OPEN:
        held = board(game).held
        assert len(board(game).laid) == 1
        order.append(held)
        game.act(Choose(wrong_for(held)[0]))
        put_right(game)
        game.act(Continue())
    assert set(order[-2:]) == {"badge", "party"}


def test_the_hand_shows_only_the_first_step() -> None:
    """Until something has been put right, and never again."""
    game = begun()
    assert game.view().hint == RIGHT[board(game).held]
    game.act(Choose(wrong_for(board(game).held)[0]))
    assert game.view().hint
    put_right(game)
    game.act(Continue())
    assert game.view().hint == ""


def test_it_ends_with_a_joke() -> None:
    """The backpack closes, and the lantern can be lit."""
    game = begun()
    while board(game).stage is Stage.OPEN:
        put_right(game)
        game.act(Continue())
    view = game.view()
    assert (view.heading.source, view.story.source, view.done) == ("Packed!", "It hums.", 8)
    assert [offer.id for offer in view.offers] == ["continue"]
    assert not view.finished
    game.act(Continue())
    assert game.view().finished


def test_things_come_in_an_order_of_the_seed() -> None:
    """Another seed deals another order, the same seed the same; neighbours seldom share a bin."""
    firsts = {board(begun(seed)).held for seed in range(30)}
    assert firsts == EASY
    assert begun(3).view() == begun(3).view()


ODD: tuple[Action, ...] = (
    Rewind(), Undo(), Continue(), Choose("nothing"), Choose("keep"), Choose("key"), Place("key", "nothing"),
    Place("keep", "key"), Place("key", "keep"), Place("party", "ask"),
)  # fmt: skip


@given(st.integers(0, 99), st.lists(st.integers(0, 10_000), max_size=60), st.integers(1, 3))
def test_whatever_is_done(seed: int, luck: list[int], together: int) -> None:
    """Illegal actions change nothing, snapshots stand still, counts and light stay in range, replays agree."""
    lesson_ = model(together=together)
    game, again = play(lesson_, seed, {}), play(lesson_, seed, {})
    light: dict[str, int] = {}
    for number in luck:
        view = game.view()
        if view.finished:
            break
        offers = legal(view.offers)
        odd = ODD[number % len(ODD)]
        if odd not in [offer.action for offer in offers]:
            with pytest.raises(IllegalAction):
                game.act(odd)
            assert game.view() == view
        snapshot = copy.copy(game)
        action = offers[number % len(offers)].action
        results = game.act(action)
        assert list(again.act(action)) == list(results)
        assert snapshot.view() == view
        for result in results:
            light[result.step] = light.get(result.step, 0) + result.light
            assert result.attempt >= 1
        view = game.view()
        assert 0 <= view.done <= view.total == 8
        assert all(0 <= lit <= 3 for lit in light.values())
        names = [offer.id for offer in view.offers]
        assert len(set(names)) == len(names)
        places = [offer.action for offer in view.offers if offer.role is Role.DRAG]
        assert all(isinstance(a, Place) and {a.thing, a.into} <= set(names) for a in places)
        assert again.view() == view

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.activities import registry
from cop_challenge.activities.ripple.board import Board, Light
from cop_challenge.activities.ripple.rules import TRIES, Ripple, play
from cop_challenge.activities.ripple.schema import Audience, Model, Ring
from cop_challenge.activities.ripple.spread import MOST_WAVES, spread
from cop_challenge.core.actions import Choose, Continue, Place, Rewind, Tick, Undo
from cop_challenge.core.activity import IllegalAction, Mark, Role, Tone, legal
from cop_challenge.core.result import Outcome, Result
from cop_challenge.core.tags import Feeling
from cop_challenge.lessons.library import Library
from tests.activities.ripple.make import agreed, audience, lesson, post, refused


def at(*posts: dict[str, object], seed: int = 1) -> Ripple:
    """A ripple whose first post is the first of these."""
    return play(lesson(*posts, post("x1"), post("x2")), seed, {})


def board(ripple: Ripple) -> Board:
    found = ripple.view().board
    assert isinstance(found, Board)
    return found


def shared(ripple: Ripple, ring: str) -> Result:
    """Shared with the circle and watched to the end."""
    (result,) = ripple.act(Choose(ring))
    while "-seen" not in ripple.view().place:
        ripple.act(Continue())
    return result


def test_asking_first_gives_light() -> None:
    """Asking is good at once; skipping it can be played on, but is no good step."""
    ripple = at(agreed())
    assert ripple.view().hint == "ask"
    (result,) = copy.copy(ripple).act(Choose("skip"))
    assert (result.outcome, result.light) == (Outcome.TRY_AGAIN, 0)
    (result,) = ripple.act(Choose("ask"))
    assert (result.step, result.outcome, result.light) == ("agreed-ask", Outcome.GOOD, 3)
    assert ripple.view().hint == ""


def test_with_nobody_on_it_there_is_nobody_to_ask() -> None:
    """Such a post starts with the circles."""
    ripple = at(post("plain"))
    assert ripple.view().place == "plain-circle"
    assert [offer.id for offer in ripple.view().offers] == ["friend", "everybody"]


def test_a_no_is_respected() -> None:
    """There is no way to share it all the same; two misses show the good way."""
    ripple = at(refused())
    ripple.act(Choose("ask"))
    (result,) = ripple.act(Choose("anyway"))
    note = ripple.view().note
    assert result.outcome is Outcome.TRY_AGAIN
    assert note is not None
    assert (note.tone, note.text.source) == (Tone.TRY_AGAIN, "because of anyway")
    assert {o.id for o in legal(ripple.view().offers)} == {"crop", "blur"}
    ripple.act(Choose("blur"))
    note = ripple.view().note
    assert note is not None
    assert (note.tone, note.text.source) == (Tone.SHOWN, "because of crop")
    assert ripple.view().place == "refused-circle"
    assert board(ripple).changed
    assert TRIES == 2


def test_a_ripple_can_be_run_back_and_compared() -> None:
    """The same people, another circle: fewer see it, and the board remembers both."""
    ripple = at(refused())
    ripple.act(Choose("ask"))
    ripple.act(Choose("crop"))
    assert shared(ripple, "everybody").outcome is Outcome.TRY_AGAIN
    wide = sum(boat.light is Light.SEEN for boat in board(ripple).boats)
    ripple.act(Rewind())
    assert ripple.view().place == "refused-circle"
    assert all(boat.light is Light.DARK for boat in board(ripple).boats)
    result = shared(ripple, "friend")
    assert (result.outcome, result.attempt, result.light) == (Outcome.GOOD, 2, 2)
    narrow = sum(boat.light is Light.SEEN for boat in board(ripple).boats)
    assert narrow < wide == 9
    assert board(ripple).before == ((Ring.EVERYBODY, wide), (Ring.FRIEND, narrow))


def test_running_it_back_gives_light_once() -> None:
    """Sharing well again and again is worth no more."""
    ripple = at(post("plain"))
    assert shared(ripple, "friend").light == 3
    for _ in range(3):
        ripple.act(Rewind())
        assert shared(ripple, "friend").light == 0


def test_unasked_feelings_are_shown_and_can_be_undone() -> None:
    """The note tells how they feel; running it back twice leads to the question."""
    ripple = at(refused())
    ripple.act(Choose("skip"))
    shared(ripple, "friend")
    note = ripple.view().note
    assert note is not None
    assert (note.tone, note.text.source) == (Tone.WORRIED, "Mei is sad")
    assert board(ripple).faces[0].feeling is Feeling.SAD
    ripple.act(Rewind())
    ripple.act(Rewind())
    assert ripple.view().place == "refused"


def test_skipping_a_yes_is_small() -> None:
    """Who would have said yes only wishes to be asked: nothing to mend."""
    ripple = at(agreed())
    ripple.act(Choose("skip"))
    shared(ripple, "friend")
    note = ripple.view().note
    assert note is not None
    assert note.tone is Tone.TRY_AGAIN
    ripple.act(Continue())
    assert ripple.view().place == "x1-circle"


@pytest.mark.parametrize("misses", [[], ["wait"], ["wait", "hide"]])
def test_it_can_always_be_mended(misses: list[str]) -> None:
    """At once, at the second try, or shown; far copies may remain, near ones are gone."""
    ripple = at(refused())
    ripple.act(Choose("ask"))
    ripple.act(Choose("crop"))
    shared(ripple, "everybody")
    ripple.act(Continue())
    for miss in misses:
        ripple.act(Choose(miss))
    if len(misses) < TRIES:
        (result,) = ripple.act(Choose("sorry"))
        assert (result.outcome, result.attempt) == (Outcome.GOOD, len(misses) + 1)
    view = ripple.view()
    assert view.note is not None
    assert view.note.tone is (Tone.SHOWN if len(misses) == TRIES else Tone.GOOD)
    assert [(o.id, o.mark) for o in view.offers if o.role is Role.ANSWER] == [("sorry", Mark.GOOD)]
    lights = {boat.ring: boat.light for boat in board(ripple).boats}
    assert (lights[Ring.FRIEND], lights[Ring.EVERYBODY]) == (Light.GONE, Light.COPY)
    assert board(ripple).faces[0].feeling is Feeling.RELIEVED


def test_hard_posts_come_last() -> None:
    """Whatever the order in the file."""
    ripple = play(lesson(refused(hard=True), post("plain"), agreed()), 1, {})
    assert ripple.view().place == "plain-circle"


def test_the_end_can_be_seen_at_once() -> None:
    """“To the last ripple” shows what step by step leads to."""
    slow, quick = at(post("plain")), at(post("plain"))
    shared(slow, "everybody")
    quick.act(Choose("everybody"))
    quick.act(Choose("end"))
    assert slow.view() == quick.view()


# ------------------------------------------------------------------ spreading

CIRCLES = st.sampled_from(list(Ring))


@given(seed=st.integers(0, 500), ring=CIRCLES, percent=st.integers(0, 100))
def test_spreading_is_pure_and_bounded(seed: int, ring: Ring, percent: int) -> None:
    """Same seed, same ripple; nobody twice; whoever passes it on had it one ripple before."""
    bay = lesson().bay
    circle = Audience.model_validate(audience(ring, passes_on=percent))
    found = spread(bay, circle, seed, "r", "p")
    assert found == spread(bay, circle, seed, "r", "p")
    waves = {reached.boat: reached.wave for reached in found}
    assert len(waves) == len(found) <= len(bay)
    for reached in found:
        assert 1 <= reached.wave <= MOST_WAVES
        if reached.by:
            assert waves[reached.by] == reached.wave - 1
    assert {boat.id for boat in bay if boat.ring == "friend"} <= set(waves)


@given(seed=st.integers(0, 500), percent=st.integers(0, 100))
def test_a_wider_circle_never_reaches_fewer(seed: int, percent: int) -> None:
    """With the same people equally talkative, each circle holds what the one before reaches."""
    bay = lesson().bay
    reached = [
        {r.boat for r in spread(bay, Audience.model_validate(audience(ring, passes_on=percent)), seed, "r")}
        for ring in Ring
    ]
    assert all(narrow <= wide for narrow, wide in pairwise(reached))


def test_whoever_never_passes_on_keeps_it() -> None:
    """With nobody passing on, a circle stays a circle; seeds decide the rest."""
    bay = lesson().bay
    kept = spread(bay, Audience.model_validate(audience("class", passes_on=0)), 3, "r")
    assert {r.boat for r in kept} == {boat.id for boat in bay if boat.ring != "everybody"}
    half = Audience.model_validate(audience("friend", passes_on=50))
    assert len({spread(bay, half, seed, "r") for seed in range(30)}) > 1


# ------------------------------------------------------------------- anything

ILLEGAL = (Choose("nothing"), Undo(), Place("a", "b"), Tick(1.0), Choose("ask"), Rewind(), Continue())


@given(st.data())
def test_anything_legal_holds_and_anything_else_is_refused(data: st.DataObject) -> None:
    """Random play: illegal actions change nothing, figures stay in range, the seed replays exactly."""
    seed = data.draw(st.integers(0, 50))
    ripple, twin = play(lesson(), seed, {}), play(lesson(), seed, {})
    for _ in range(data.draw(st.integers(0, 60))):
        view = ripple.view()
        assert view == twin.view()
        assert 0 <= view.done <= view.total
        offers = [offer.action for offer in legal(view.offers)]
        for action in ILLEGAL:
            if action not in offers:
                with pytest.raises(IllegalAction):
                    ripple.act(action)
        assert ripple.view() == view
        if view.finished:
            break
        action = data.draw(st.sampled_from(offers))
        results = ripple.act(action)
        assert list(results) == list(twin.act(action))
        assert all(0 <= result.light <= 3 for result in results)


def reached(model: Model) -> Iterator[tuple[str, str]]:
    """Every step and choice that some sequence of moves leads to."""
    ahead, seen = [play(model, 7, {})], set()
    while ahead:
        ripple = ahead.pop()
        view = ripple.view()
        key = view.place, view.offers, view.note
        if view.finished or key in seen:
            continue
        seen.add(key)
        for offer in legal(view.offers):
            ahead.append(copy.copy(ripple))
            for result in ahead[-1].act(offer.action):
                yield result.step, result.choice


def test_everything_written_can_be_played(library: Library) -> None:
    """Every circle, way and mend of every lesson is taken by some player."""
    lessons = [one for one in library.lessons.values() if isinstance(one, Model)]
    assert len(lessons) >= 4
    for model in lessons:
        assert list(registry.check(model)) == []
        found = set(reached(model))
        for post_ in model.posts:
            for name, entries in (("circle", post_.audiences), ("ways", post_.ways), ("mends", post_.mends)):
                assert {(f"{post_.id}-{name}", entry.id) for entry in entries} <= found

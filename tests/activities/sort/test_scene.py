from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_challenge.activities import registry
from cop_challenge.activities.sort.board import Board, Stage
from cop_challenge.activities.sort.schema import Model
from cop_challenge.app import wiring
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons
from cop_challenge.core.activity import Activity, Role, View, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.lessons.library import Library
from cop_challenge.ui.focus import way
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.motion import Motions

SIZE = (1366, 768)
SIZES = [SIZE, (1024, 600), (800, 1280), (2560, 1080)]
PEOPLE = ("ui/icons/lock.svg", "ui/icons/people.svg", "ui/icons/tell.svg", "ui/icons/hand.svg")


@pytest.fixture(scope="session")
def studio(places: wiring.Places) -> Studio:
    return Studio(places)


@pytest.fixture
def sorting(options: VisitOptions) -> VisitOptions:
    """Only the lessons of this kind."""
    return replace(options, cards=tuple(card for card in options.cards if card.kind == "sort"))


def compose(studio: Studio, view: VisitView, size: tuple[int, int] = SIZE, rtl: bool = False) -> Frame:
    return studio.compose(view, Situation(Viewport(*size), rtl, still=True))


def pressable(view: View) -> set[str]:
    return {offer.id for offer in legal(view.offers) if offer.role is not Role.DRAG}


def look_at(
    studio: Studio, views: list[tuple[str, VisitView]], size: tuple[int, int], text: int, rtl: bool
) -> None:
    """No faults, every offer a target, and arrows reach them all."""
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    for name, view in views:
        assert view.activity is not None
        frame = compose(studio, replace(view, comfort=Comfort(text=text)), size, rtl)
        assert frame.problems == [], name
        assert pressable(view.activity) <= {target.id for target in frame.targets}, name
        for target in frame.targets:
            assert way(frame.targets, frame.first, target.id) is not None, f"{name}: {target.id}"


@pytest.mark.parametrize(("text", "rtl"), [(100, False), (150, True)])
@pytest.mark.parametrize("size", SIZES)
def test_moments_fit(
    studio: Studio, sorting: VisitOptions, size: tuple[int, int], text: int, rtl: bool
) -> None:
    """A dealt share of all moments has no fault."""
    look_at(studio, chance(5, *size, text).sample(list(lessons(sorting)), 16), size, text, rtl)


@pytest.mark.parametrize(
    "size",
    [
        (1280, 1024),
        *(pytest.param(size, marks=pytest.mark.slow) for size in [SIZE, (1024, 600), (800, 1280)]),
    ],
)
def test_arrows_reach_everything(studio: Studio, sorting: VisitOptions, size: tuple[int, int]) -> None:
    """In every lesson, at each moment whose controls stand elsewhere."""
    pygame.display.init()
    pygame.display.set_mode(size)
    studio.start_afresh(*size)
    seen = set()
    for name, view in lessons(sorting):
        frame = compose(studio, view, size)
        if (places := frozenset((target.id, target.box) for target in frame.targets)) in seen:
            continue
        seen.add(places)
        for target in frame.targets:
            assert way(frame.targets, frame.first, target.id) is not None, f"{name}: {target.id}"


@pytest.mark.slow
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("text", [100, 150])
@pytest.mark.parametrize("size", SIZES)
def test_every_moment_fits(
    studio: Studio, sorting: VisitOptions, size: tuple[int, int], text: int, rtl: bool
) -> None:
    """All of them."""
    look_at(studio, list(lessons(sorting)), size, text, rtl)


def test_the_survey_sees_every_thing_and_the_end(sorting: VisitOptions, library: Library) -> None:
    """Each thing, each bin with something in it, and the closed backpack are among the pictures, and few enough."""
    seen: dict[str, list[Board]] = {}
    for _, view in lessons(sorting):
        assert view.card is not None
        assert view.activity is not None
        assert isinstance(view.activity.board, Board)
        seen.setdefault(view.card.id, []).append(view.activity.board)
    assert len(seen) >= 4
    for name, boards in seen.items():
        lesson = library.lessons[name]
        assert isinstance(lesson, Model)
        assert {thing.id for board in boards for thing in board.laid} == {item.id for item in lesson.items}
        landed = {(board.held, board.landed) for board in boards if board.landed}
        assert landed == {(item.id, into) for item in lesson.items for into in item.bins}
        assert {board.stage for board in boards} == set(Stage)
        assert len(boards) <= 70


MANY = st.lists(st.integers(0, 10_000), max_size=40)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(luck=MANY, seed=st.integers(0, 20), which=st.integers(0, 3), upright=st.booleans())
def test_any_history_can_be_drawn(
    studio: Studio, sorting: VisitOptions, luck: list[int], seed: int, which: int, upright: bool
) -> None:
    """Whatever was done, the picture has every legal offer and no fault; also while things fly and are carried."""
    size = (600, 1024) if upright else (640, 360)
    pygame.display.init()
    pygame.display.set_mode(size)
    card = sorting.cards[which]
    game, motions, now = sorting.open_lesson(card.id, seed), Motions(), 100.0
    for number in luck:
        view = _visit_view(sorting, card.id, game)
        assert view.activity is not None
        if view.activity.finished:
            return
        offers = [offer for offer in legal(view.activity.offers) if offer.role is not Role.DRAG]
        for step in (0.0, 0.1, 0.4):
            held = offers[number % len(offers)].id
            carried = (30.0, -20.0) if number % 3 == 0 else None
            at = Situation(
                Viewport(*size), now=now + step, age=step, pressed=held, carried=carried, motions=motions
            )
            frame = studio.compose(view, at)
            assert frame.problems == []
            assert pressable(view.activity) <= {target.id for target in frame.targets}
        now += 0.5 + number % 2
        game.act(legal(view.activity.offers)[number % len(legal(view.activity.offers))].action)


def _visit_view(options: VisitOptions, lesson: str, game: Activity) -> VisitView:
    card = next(card for card in options.cards if card.id == lesson)
    track = next(track for track in options.tracks if track.id == card.track)
    return VisitView(Screen.LESSON, game.view().offers, track=track, card=card, activity=game.view())


def _packs() -> Iterator[dict[str, object]]:
    """Lessons no shipped one looks like: two to four bins, with and without pictures, up to three side by side."""
    for bins in (2, 3, 4):
        for together in (3,):
            for picture in ("", "ui/pictures/ball.svg"):
                yield {"bins": bins, "together": together, "picture": picture}


@pytest.mark.parametrize("shape", list(_packs()), ids=lambda shape: "-".join(map(str, shape.values())))
@pytest.mark.parametrize("mood", ["5-7", "8-12", "13-17"])
@pytest.mark.parametrize("size", [(1024, 600), (600, 1024)])
def test_other_shapes_fit_too(
    studio: Studio, options: VisitOptions, size: tuple[int, int], mood: str, shape: dict[str, int | str]
) -> None:
    """A school's own lesson may have more bins, and things in words only; every track's hand can draw it."""
    pygame.display.init()
    pygame.display.set_mode(size)
    names = ["keep", "ask", "share", "throw"][: int(shape["bins"])]
    lesson = Model.model_validate(
        {
            "schema": 1, "id": "s", "kind": "sort", "track": mood, "title": "T", "smart": "tell", "risk": "contact",
            "strand": "privacy-and-security", "takeaway": "Keep", "minutes": 3, "who": "hana",
            "story": "Hana packs for a page that everybody can look at, and everything wants to be on it.",
            "prompt": "Where does it go?", "ending": "All packed!", "joke": "The backpack closes and hums.",
            "together": shape["together"],
            "bins": [{"id": n, "text": "Ask a grown-up", "picture": PEOPLE[i]} for i, n in enumerate(names)],
            "items": [
                {
                    "id": f"i{number}", "text": "A picture of two friends", "hard": number > 1, "bins": [names[0]],
                    "because": "Whoever is in it has a say, so ask first.", "picture": shape["picture"],
                }
                for number in range(6)
            ],
        }
    )  # fmt: skip
    game = registry.play(lesson, 1, {})
    card = next(card for card in options.cards if card.kind == "sort")
    track = next(track for track in options.tracks if track.id == mood)
    while not game.view().finished:
        for text in (100, 150):
            view = VisitView(
                Screen.LESSON, game.view().offers, track=track, card=card, activity=game.view(),
                comfort=Comfort(text=text),
            )  # fmt: skip
            frame = compose(studio, view, size)
            assert frame.problems == []
            assert pressable(game.view()) <= {target.id for target in frame.targets}
        ahead = copy.copy(game)
        missed = [o for o in legal(game.view().offers) if o.id in names[1:]]
        if missed and not game.view().note:
            ahead.act(missed[-1].action)
            view = replace(view, offers=ahead.view().offers, activity=ahead.view())
            assert compose(studio, view, size).problems == []
        game.act(legal(game.view().offers)[0].action)

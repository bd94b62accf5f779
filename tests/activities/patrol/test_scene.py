from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cop_challenge.activities.patrol.rules import play
from cop_challenge.activities.patrol.scene.tablet import PARTS, grown_parts
from cop_challenge.activities.patrol.schema import Model
from cop_challenge.app.audit import contrast_problems
from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons
from cop_challenge.core.actions import Choose, Tick
from cop_challenge.core.activity import legal
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView
from cop_challenge.lessons.library import Library
from cop_challenge.ui.focus import way
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.motion import Motions

LOOKS = [((1366, 768), 100), ((1024, 600), 150), ((800, 1280), 125), ((800, 1280), 150)]


@pytest.fixture(scope="session")
def moments(options: VisitOptions, library: Library) -> list[tuple[str, VisitView]]:
    """Every moment of every patrol, and those with windows that wait."""
    patrols = {name for name, lesson in library.lessons.items() if isinstance(lesson, Model)}
    cards = tuple(card for card in options.cards if card.id in patrols)
    return [*(found := list(lessons(replace(options, cards=cards)))), *crowded(found, library)]


def crowded(found: list[tuple[str, VisitView]], library: Library) -> Iterator[tuple[str, VisitView]]:
    for name, view in found:
        assert view.card is not None
        lesson = library.lessons[view.card.id]
        assert isinstance(lesson, Model)
        if view.activity and view.activity.place == "start" and lesson.arcade:
            patrol = play(lesson, 5, {})
            for action in (Choose("quick"), Tick(7), Tick(7)):
                patrol.act(action)
            yield f"{name}-crowded", replace(view, activity=patrol.view())
            patrol.act(Choose("ask"))
            yield f"{name}-crowded-good", replace(view, activity=patrol.view())


def pictured(studio: Studio, view: VisitView, size: tuple[int, int], **rest: object) -> Frame:
    situation = Situation(Viewport(*size), **{"still": True, **rest})  # type: ignore[arg-type]
    return studio.compose(view, situation)


def begin(studio: Studio, size: tuple[int, int]) -> pygame.Surface:
    pygame.display.init()
    surface = pygame.display.set_mode(size)
    studio.start_afresh(*size)
    return surface


@pytest.mark.parametrize(("size", "text"), LOOKS)
def test_every_moment_fits(
    studio: Studio, moments: list[tuple[str, VisitView]], size: tuple[int, int], text: int
) -> None:
    """No words overflow, no tools overlap or leave the screen; every legal offer can be pressed."""
    begin(studio, size)
    for name, view in [*moments[text % 3 :: 3], *moments[-4:]]:
        frame = pictured(studio, replace(view, comfort=Comfort(text=text)), size)
        assert frame.problems == [], name
        assert view.activity is not None
        pressable = {"pause", "grown-up", "listen", *(offer.id for offer in legal(view.activity.offers))}
        assert {target.id for target in frame.targets} == pressable, name
        assert frame.first in pressable
        assert all(way(frame.targets, frame.first, target.id) is not None for target in frame.targets), name


@pytest.mark.parametrize("mood", ["playful", "adventure", "city", "study"])
def test_words_stand_out_in_every_mood(
    studio: Studio, moments: list[tuple[str, VisitView]], mood: str
) -> None:
    """A pack may bring a patrol to any track."""
    surface = begin(studio, (1366, 768))
    for name, view in moments[::23]:
        assert view.track is not None
        frame = pictured(studio, replace(view, track=replace(view.track, mood=mood)), (1366, 768))
        assert [*frame.problems, *contrast_problems(frame, surface)] == [], f"{name} {mood}"


def test_few_moments(moments: list[tuple[str, VisitView]]) -> None:
    """A lesson has few enough pictures to be looked at one by one."""
    names = [name.split(".")[0] for name, _ in moments]
    assert max(names.count(name) for name in names) <= 66


def test_a_still_screen_costs_nothing(studio: Studio, moments: list[tuple[str, VisitView]]) -> None:
    """When windows have landed and nobody is shown how, nothing asks for another picture."""
    begin(studio, (640, 360))
    motions = Motions()
    for _, view in moments[::11]:
        assert view.activity is not None
        if view.activity.hint:
            continue
        for now in (100.0, 200.0):
            frame = pictured(studio, view, (640, 360), still=False, now=now, age=now, motions=motions)
        assert not frame.moving
        assert studio.art.problems == {}


@settings(max_examples=8)
@given(st.integers(0, 2**32), st.lists(st.integers(0, 9), max_size=40))
def test_any_history_can_be_drawn(
    studio: Studio,
    moments: list[tuple[str, VisitView]],
    library: Library,
    seed: int,
    presses: list[int],
) -> None:
    """Also on the way from one moment to the next, with everything moving."""
    begin(studio, (640, 360))
    starts = [view for _, view in moments if view.activity and view.activity.place == "start"]
    view = starts[seed % len(starts)]
    assert view.card is not None
    lesson = library.lessons[view.card.id]
    assert isinstance(lesson, Model)
    patrol, motions = play(lesson, seed, {}), Motions()
    for number, press in enumerate(presses):
        if patrol.view().finished:
            break
        actions = [*(offer.action for offer in legal(patrol.view().offers)), Tick(press * 1.0)]
        patrol.act(actions[press % len(actions)])
        now = number * 0.2
        shown = replace(view, activity=patrol.view())
        frame = pictured(studio, shown, (640, 360), still=False, now=now, age=press * 0.1, motions=motions)
        assert frame.problems == []


def test_the_picture_grows_in_parts() -> None:
    """One part at least with the first pop-up, all of them only at the end."""
    assert grown_parts(0.0) == 0
    assert grown_parts(1 / 11) == 1
    assert grown_parts(10 / 11) == PARTS - 1
    assert grown_parts(1.0) == PARTS


def test_windows_bounce_in(studio: Studio, moments: list[tuple[str, VisitView]]) -> None:
    """A window is on its way first and then at rest."""
    begin(studio, (640, 360))
    view = next(view for _, view in moments if view.activity and view.activity.prompt)
    early, late = (pictured(studio, view, (640, 360), still=False, age=age, now=50.0) for age in (0.1, 5.0))
    assert [item.y for item in early.items] != [item.y for item in late.items]


@pytest.fixture
def mirrored_moment(moments: list[tuple[str, VisitView]]) -> VisitView:
    return next(view for _, view in moments if view.activity and view.activity.prompt)


def test_a_mirrored_page_is_the_mirror(studio: Studio, mirrored_moment: VisitView) -> None:
    """Tools stand where their mirror image would."""
    begin(studio, (1024, 600))
    plain, mirrored = (
        pictured(studio, mirrored_moment, (1024, 600), right_to_left=rtl) for rtl in (False, True)
    )
    for a, b in zip(plain.targets, mirrored.targets, strict=True):
        assert abs((plain.box.w - a.box.right) - b.box.x) < 0.01

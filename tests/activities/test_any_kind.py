"""Every kind alike, driven by chance: what no player may be able to do, and what always holds."""

from __future__ import annotations

import ast
import copy
from pathlib import Path

import pygame
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cop_challenge.activities.registry import ACTIVITIES
from cop_challenge.app.studio import Studio
from cop_challenge.app.wiring import Places
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Activity, IllegalAction, View, legal
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.result import Result
from cop_challenge.core.scoring import ENDING_LIGHT, NEW_ENDING_LIGHT, answer_light
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport

SIZE = 640, 360
MOST_LIGHT = max(answer_light(1), ENDING_LIGHT, NEW_ENDING_LIGHT)

NEVER = (
    do.Choose("nobody-offers-this"),
    do.Place("nobody", "offers-this"),
    do.Leave(),
    do.Finish(),
    do.Open("another-lesson"),
    do.CallGrownUp(),
)
"""Actions no lesson takes: they belong to the visit, or to nothing."""
SOMETIMES = (do.Continue(), do.Rewind(), do.Undo(), do.Back(), do.Return())


@pytest.fixture(scope="module")
def studio(places: Places) -> Studio:
    pygame.display.init()
    pygame.display.set_mode(SIZE)
    made = Studio(places)
    made.start_afresh(*SIZE)
    return made


def illegal(view: View, number: int) -> do.Action | None:
    """Something this view does not offer; a disabled offer, if there is one."""
    offered = {offer.action for offer in legal(view.offers)}
    shut = [offer.action for offer in view.offers if not offer.enabled]
    choices = [action for action in (*shut, *NEVER, *SOMETIMES) if action not in offered]
    return choices[number % len(choices)] if choices else None


def step(activity: Activity, number: int) -> list[Result]:
    """A legal action of that number, or the passing of time where that matters."""
    view = activity.view()
    if view.clocked and number % 3 == 0:
        return list(activity.act(do.Tick(number % 7)))
    offers = legal(view.offers)
    return list(activity.act(offers[number % len(offers)].action))


def refused(activity: Activity, number: int) -> None:
    """An illegal action is refused, and nothing has changed."""
    before = activity.view()
    action = illegal(before, number)
    if action is not None:
        with pytest.raises(IllegalAction):
            activity.act(action)
    assert activity.view() == before


def drawn(studio: Studio, options: VisitOptions, card: LessonCard, view: View) -> None:
    """The view as a picture in which everything fits, and everything legal can be pressed."""
    track = next(track for track in options.tracks if track.id == card.track)
    whole = VisitView(Screen.LESSON, view.offers, track=track, card=card, activity=view)
    frame = studio.compose(whole, Situation(Viewport(*SIZE), still=True))
    assert frame.problems == []
    pressable = {target.id for target in frame.targets}
    assert {offer.id for offer in legal(view.offers) if not isinstance(offer.action, do.Place)} <= pressable


def any_history(options: VisitOptions, studio: Studio, kind: str, examples: int) -> None:
    """Illegal actions are refused, light and counts stay in range, seeds replay, and views can be drawn."""
    cards = [card for card in options.cards if card.kind == kind]

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(cards), st.integers(0, 5), st.lists(st.integers(0, 60), max_size=40))
    def play(card: LessonCard, seed: int, numbers: list[int]) -> None:
        activity, twin = (options.open_lesson(card.id, seed) for _ in range(2))
        for number in numbers:
            refused(activity, number)
            if activity.view().finished:
                break
            snapshot = copy.copy(activity)
            results = step(activity, number)
            assert step(twin, number) == results
            assert twin.view() == activity.view()
            assert step(snapshot, number) == results
            for result in results:
                assert 0 <= result.light <= MOST_LIGHT
                assert result.attempt >= 1
                assert result.step
        view = activity.view()
        assert 0 <= view.done <= view.total
        assert len({offer.id for offer in view.offers}) == len(view.offers)
        if not view.finished:
            assert legal(view.offers) or view.clocked
            drawn(studio, options, card, view)

    play()


@pytest.mark.parametrize("kind", ACTIVITIES)
def test_some_histories_of_any_kind(options: VisitOptions, studio: Studio, kind: str) -> None:
    any_history(options, studio, kind, 10)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ACTIVITIES)
def test_many_histories_of_any_kind(options: VisitOptions, studio: Studio, kind: str) -> None:
    any_history(options, studio, kind, 300)


def test_no_kind_knows_another(root: Path) -> None:
    """A kind can be added and taken away without touching the others."""
    wrong = []
    for kind in ACTIVITIES:
        for path in (root / "cop_challenge" / "activities" / kind).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and node.module:
                    _, _, name = node.module.partition("cop_challenge.activities.")
                    if name.partition(".")[0] in set(ACTIVITIES) - {kind}:
                        wrong.append(f"{path.name} of {kind} imports {node.module}")
    assert wrong == []

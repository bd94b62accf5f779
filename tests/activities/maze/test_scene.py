"""The scene at every moment, still and moving."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from cop_challenge.app.studio import Studio
from cop_challenge.app.survey import lessons
from cop_challenge.app.wiring import Places
from cop_challenge.core.actions import Open
from cop_challenge.core.activity import legal
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.visit import Visit
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.geometry import Viewport


@pytest.fixture(scope="module")
def studio(places: Places) -> Studio:
    return Studio(places)


@pytest.fixture(scope="module")
def moments(options: VisitOptions) -> list[tuple[str, VisitView]]:
    cards = tuple(card for card in options.cards if card.kind == "maze")
    return list(lessons(replace(options, cards=cards)))


def walk(options: VisitOptions, card: LessonCard, seed: int, steps: int) -> Iterator[VisitView]:
    """What a player sees who takes anything that is legal in the lesson."""
    luck = chance(seed, card.id)
    visit = Visit(replace(options, cards=(card,), track=card.track, minutes=None), seed)
    while visit.view().screen is not Screen.MAP:
        visit.act(legal(visit.view().offers)[0].action)
    visit.act(Open(card.id))
    for _ in range(steps):
        activity = visit.view().activity
        if activity is None:
            return
        yield visit.view()
        visit.act(luck.choice(legal(activity.offers)).action)


def test_any_history_can_be_shown(studio: Studio, options: VisitOptions) -> None:
    """Whatever was done before, the room fits, and what is drawn of the lesson can be read aloud too."""
    pygame.display.init()
    pygame.display.set_mode((1366, 768))
    studio.start_afresh(1366, 768)
    for card in (card for card in options.cards if card.kind == "maze"):
        for seed in range(3):
            for view in walk(options, card, seed, 40):
                activity = view.activity
                assert activity is not None
                frame = studio.compose(view, Situation(Viewport(1366, 768), still=True))
                assert frame.problems == [], activity.place
                said = {frame.say(text) for text in (activity.story, activity.prompt, activity.heading)}
                said |= {frame.say(text) for text in activity.aloud}
                said |= {frame.say(offer.label) for offer in activity.offers}
                if activity.note:
                    said.add(frame.say(activity.note.text))
                assert {letters.words for letters in frame.lettering} <= said

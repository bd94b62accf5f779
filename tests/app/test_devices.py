"""Every kind of mini-game from its first moment to its lantern, with one device alone."""

from __future__ import annotations

import pytest

from cop_challenge.activities.registry import ACTIVITIES
from cop_challenge.core.actions import Place
from cop_challenge.core.activity import taken
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.screen import Screen
from cop_challenge.sim.players import Explorer

from .conftest import MakePlay

MOST_MOVES = 600


def lit(make_play: MakePlay, card: LessonCard, hand: str, size: tuple[int, int]) -> bool:
    """Whether somebody who tries everything, rightly and wrongly, with that device lights the lantern."""
    play = make_play(size, cards=(card,), track=card.track)
    take, explorer, luck = getattr(play.pilot, hand), Explorer(), chance(3, card.id, hand)
    for _ in range(MOST_MOVES):
        if play.station.view.screen is Screen.LANTERN:
            return True
        action = explorer(play.station.visit, luck)
        if not isinstance(action, Place):  # carrying is the same as two taps, and no key can do it
            take(taken(play.station.view.offers, action).id)
    return False


@pytest.mark.parametrize("hand", ["key", "touch"])
@pytest.mark.parametrize("kind", ACTIVITIES)
def test_one_device_alone_lights_a_lantern(
    make_play: MakePlay, options: VisitOptions, kind: str, hand: str
) -> None:
    """Keyboard alone and touch alone: one lesson here, on a small screen."""
    card = next(card for card in options.cards if card.kind == kind)
    assert lit(make_play, card, hand, (640, 360))


@pytest.mark.slow
@pytest.mark.parametrize("size", [(480, 270), (270, 480)])
@pytest.mark.parametrize("hand", ["key", "touch"])
def test_one_device_alone_lights_every_lantern(
    make_play: MakePlay, options: VisitOptions, hand: str, size: tuple[int, int]
) -> None:
    """All lessons, wide and upright."""
    dark = [card.id for card in options.cards if not lit(make_play, card, hand, size)]
    assert dark == []

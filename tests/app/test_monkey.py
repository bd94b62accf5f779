"""A monkey at the station: random events of every device, in every scene."""

from __future__ import annotations

import copy
import gc
from collections.abc import Iterator
from random import Random

import psutil
import pygame
import pytest

from cop_challenge.app.studio import Studio
from cop_challenge.core.actions import Place, Tick
from cop_challenge.core.activity import legal, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.comfort import CHOICES, Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.visit import Visit
from cop_challenge.sim.players import Explorer

from .conftest import MakePlay, Play

SIZE = 480, 270
EVENTS, TENTHS = 200_000, 10
SHARE = 3_000
"""Events of the quick run."""
A_ROUND = 3
"""Events at the most between two pictures, as in a hall where several hands press."""
CHILD = 0.12
"""Chance that a child who tries everything makes a move: else the monkey would hardly finish a lesson."""
AWAY = 0.0005
"""Chance that it walks away after a round: until the station asks for it, or starts afresh."""
MOST_GROWTH = 5 * 1024 * 1024
"""Bytes, from the end of the first tenth to the end of the last."""
MOST_STEPS = 1500
"""With which a player who tries everything comes to the end, from wherever the monkey has led."""

KEYS = (
    *(pygame.K_LEFT, pygame.K_RIGHT, pygame.K_UP, pygame.K_DOWN),
    *(pygame.K_RETURN, pygame.K_SPACE, pygame.K_TAB, pygame.K_ESCAPE, pygame.K_BACKSPACE),
    *(pygame.K_1, pygame.K_2, pygame.K_3, pygame.K_9, pygame.K_m, pygame.K_PLUS, pygame.K_MINUS),
    *(pygame.K_a, pygame.K_F1, pygame.K_LSHIFT, 0),
)
PADS = (*range(16), 99)


def somewhere(luck: Random, play: Play) -> tuple[int, int]:
    """Mostly on something to press; now and then anywhere, also outside."""
    targets = play.station.frame.targets
    if targets and luck.random() < 0.6:
        x, y, width, height = play.pilot._viewport.pixels(luck.choice(targets).box)
        return x + luck.randrange(max(1, width)), y + luck.randrange(max(1, height))
    return luck.randrange(-20, SIZE[0] + 20), luck.randrange(-20, SIZE[1] + 20)


def event(luck: Random, play: Play) -> pygame.event.Event:
    """Any event of a mouse, a finger, a keyboard, a gamepad, a joystick or the window."""
    at, new = somewhere(luck, play), pygame.event.Event
    button = 1 if luck.random() < 0.9 else luck.randrange(2, 8)
    match luck.choices(range(9), (14, 22, 22, 22, 8, 3, 4, 3, 2))[0]:
        case 0:
            held = (luck.randrange(2), 0, 0)
            return new(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=held, touch=luck.random() < 0.3)
        case 1:
            return new(pygame.MOUSEBUTTONDOWN, pos=at, button=button, touch=luck.random() < 0.5)
        case 2:
            return new(pygame.MOUSEBUTTONUP, pos=at, button=button, touch=luck.random() < 0.5)
        case 3:
            modifier = luck.choice((0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL))
            return new(pygame.KEYDOWN, key=luck.choice(KEYS), mod=modifier, unicode="a")
        case 4:
            return new(pygame.CONTROLLERBUTTONDOWN, button=luck.choice(PADS), instance_id=luck.randrange(3))
        case 5:
            axis, value = luck.randrange(6), luck.randrange(-32768, 32768)
            return new(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=luck.randrange(3))
        case 6:
            hat = luck.randrange(-1, 2), luck.randrange(-1, 2)
            return new(pygame.JOYHATMOTION, hat=0, value=hat, instance_id=luck.randrange(3))
        case 7:
            return new(pygame.JOYBUTTONDOWN, button=luck.randrange(12), instance_id=luck.randrange(3))
        case _:
            kinds = pygame.WINDOWLEAVE, pygame.WINDOWEXPOSED, pygame.VIDEORESIZE, pygame.TEXTINPUT
            return new(luck.choice(kinds), size=SIZE, w=SIZE[0], h=SIZE[1], text="a")


def plays(make_play: MakePlay, options: VisitOptions, luck: Random) -> Iterator[Play]:
    """A station for each lesson, looking and sounding anyhow, so that no scene is left out."""
    for card in luck.sample(options.cards, len(options.cards)):
        looks = {name: luck.choice(values) for name, values in CHOICES.items()}
        yield make_play(
            SIZE,
            luck.randrange(1000),
            lively=luck.random() < 0.5,
            comfort=Comfort(**looks),  # type: ignore[arg-type]
            cards=(card,),
            track=card.track,
        )


def drive(play: Play, luck: Random, events: int) -> set[str]:
    """Let the monkey at it; the screens it saw."""
    seen, child = set(), Explorer()
    while events > 0:
        if luck.random() < CHILD:
            action = child(play.station.visit, luck)
            if isinstance(action, Place):
                play.pilot.drag(action.thing, action.into)
            elif not play.station.covered:
                play.pilot.touch(taken(play.station.view.offers, action).id)
            events -= 2
        for _ in range(luck.randint(1, A_ROUND)):
            pygame.event.post(event(luck, play))
            events -= 1
        play.now += luck.choice((0.0, 0.016, 0.3))
        play.loop.step()
        if luck.random() < AWAY:  # to look for something to eat
            play.pass_time(luck.choice((80, 100)))
        play.station.running = True  # it has found "Close"; somebody starts the game again
        seen.add(str(play.station.view.screen))
        assert play.station.frame.targets, f"nothing to press at {play.station.view.place}"
        assert play.station.focus in {target.id for target in play.station.frame.targets}
    return seen


def stuck(visit: Visit, luck: Random) -> str:
    """Where somebody who takes over from here gets no further; empty if they come to the end."""
    visit, way, explorer = copy.copy(visit), [], Explorer()
    for _ in range(MOST_STEPS):
        if visit.view().over:
            return ""
        if not legal(visit.view().offers):
            break
        action = explorer(visit, luck)
        way.append(f"{visit.view().place}: {action}")
        visit.act(action)
        if not visit.view().over:
            visit.act(Tick(1.0))
    return "\n".join(way[-8:]) or visit.view().place


def tenth(make_play: MakePlay, options: VisitOptions, luck: Random, events: int) -> set[str]:
    """A share of the events in each lesson; the screens seen."""
    seen = set()
    for play in plays(make_play, options, luck):
        seen |= drive(play, luck, max(1, events // len(options.cards)))
        assert stuck(play.station.visit, luck) == ""
    return seen


def memory(studio: Studio) -> int:
    """Bytes in use; kept pictures, of which there are more or fewer at any moment, put away."""
    studio.start_afresh(*SIZE)
    gc.collect()
    return int(psutil.Process().memory_full_info().uss)


def test_a_monkey_finds_nothing_that_breaks(make_play: MakePlay, options: VisitOptions) -> None:
    """A share of the events; every lesson gets some."""
    seen = tenth(make_play, options, chance(4, "monkey"), SHARE)
    assert {"attract", "avatar", "map", "lesson", "pause"} <= seen


@pytest.mark.slow
def test_a_monkey_with_all_day_finds_nothing_that_breaks(
    make_play: MakePlay, studio: Studio, options: VisitOptions
) -> None:
    """200,000 events over all scenes: no exception, no way that leads nowhere, no growth."""
    luck = chance(1, "monkey")
    used = []
    seen = set()
    for _ in range(TENTHS):
        seen |= tenth(make_play, options, luck, EVENTS // TENTHS)
        used.append(memory(studio))
    print(f"memory after each tenth, MiB: {[round(one / 2**20, 1) for one in used]}")
    assert seen >= {
        "attract",
        "avatar",
        "map",
        "lesson",
        "lantern",
        "passport",
        "pause",
        "grown-up",
        "still-here",
    }
    assert used[-1] - used[0] < MOST_GROWTH

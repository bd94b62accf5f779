"""A player at the window: finds an option on screen by its id and posts the events a hand would cause."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pygame

from cop_challenge.app.station import Station
from cop_challenge.core.actions import Place, Stir, Tick
from cop_challenge.core.activity import taken
from cop_challenge.sim.players import PLAYERS
from cop_challenge.sim.runner import MOST_STEPS
from cop_challenge.ui import focus
from cop_challenge.ui.frame import Target
from cop_challenge.ui.geometry import Viewport

_KEYS = {
    focus.Direction.LEFT: pygame.K_LEFT,
    focus.Direction.RIGHT: pygame.K_RIGHT,
    focus.Direction.UP: pygame.K_UP,
    focus.Direction.DOWN: pygame.K_DOWN,
}


class Unreachable(AssertionError):
    """The device could not get to the option."""


class Pilot:
    """Plays a station with one device. `step` runs one round of the loop."""

    def __init__(self, station: Station, viewport: Viewport, step: Callable[[], object]) -> None:
        self._station = station
        self._viewport = viewport
        self._step = step

    def click(self, option: str) -> None:
        """Point, press and let go of the mouse."""
        x, y = self._centre(self._target(option))
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0), touch=False)
        )
        self._step()
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=(x, y), button=1, touch=False))
            self._step()

    def touch(self, option: str) -> None:
        """A finger, as SDL reports it: a mouse that appears only where it presses."""
        x, y = self._centre(self._target(option))
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=(x, y), button=1, touch=True))
            self._step()

    def drag(self, thing: str, into: str) -> None:
        """A finger that carries one thing onto another."""
        start, end = (self._centre(self._target(name)) for name in (thing, into))
        middle = (start[0] + end[0]) // 2, (start[1] + end[1]) // 2
        button = pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP
        pygame.event.post(pygame.event.Event(button[0], pos=start, button=1, touch=True))
        self._step()
        for place in (middle, end):
            pygame.event.post(
                pygame.event.Event(pygame.MOUSEMOTION, pos=place, rel=(0, 0), buttons=(1, 0, 0), touch=True)
            )
            self._step()
        pygame.event.post(pygame.event.Event(button[1], pos=end, button=1, touch=True))
        self._step()

    def key(self, option: str) -> None:
        """Arrow keys until the option has the focus, then Enter: no Tab, for a gamepad has none."""
        self._target(option)
        if not self._station.focus_seen:
            self._press(pygame.K_RIGHT)  # the first arrow only shows where the focus is
        way = focus.way(self._station.frame.targets, self._station.focus, option)
        if way is None:
            raise Unreachable(f"arrows do not reach “{option}” on {self._station.view.place}")
        for direction in way:
            self._press(_KEYS[direction])
        if self._station.focus != option:
            raise Unreachable(f"arrows led to “{self._station.focus}”, not to “{option}”")
        self._press(pygame.K_RETURN)

    def look(self) -> None:
        """See what is there now."""
        self._step()

    def stir(self) -> None:
        """Move the mouse over nothing."""
        event = pygame.event.Event(pygame.MOUSEMOTION, pos=(1, 1), rel=(1, 1), buttons=(0, 0, 0), touch=False)
        pygame.event.post(event)
        self._step()

    def _press(self, key: int) -> None:
        pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        pygame.event.post(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
        self._step()

    def _target(self, option: str) -> Target:
        for target in self._station.frame.targets:
            if target.id == option:
                return target
        shown = ", ".join(target.id for target in self._station.frame.targets)
        raise Unreachable(f"“{option}” is not on screen at {self._station.view.place}; there is: {shown}")

    def _centre(self, target: Target) -> tuple[int, int]:
        x, y, width, height = self._viewport.pixels(target.box)
        return x + width // 2, y + height // 2


def play_visit(
    pilot: Pilot, station: Station, player: str, hands: Sequence[Callable[[str], None]], luck: Random
) -> int:
    """One visit by a simulated player, a device dealt anew for every move; returns the moves made.

    Raises Unreachable if a device can't get to what the player wants, Stuck's words if nothing ends.
    """
    visit = station.visit
    for moves in range(MOST_STEPS):
        if station.visit is not visit:
            return moves
        action = PLAYERS[player](visit, luck)
        if isinstance(action, Tick):
            station.tick(action.seconds)
            pilot.look()
        elif isinstance(action, Stir):
            pilot.stir()
        elif isinstance(action, Place):
            pilot.drag(action.thing, action.into)
        else:
            option = taken(visit.view().offers, action).id
            luck.choice(hands)(option)
    raise Unreachable(f"{player} is stuck at {station.view.place}")

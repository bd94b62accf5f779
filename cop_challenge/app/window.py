"""The window and its loop."""

from __future__ import annotations

import time
from collections.abc import Callable

import pygame

from cop_challenge.app.station import Station

FRAME_SECONDS = 1 / 60
WAKE_SECONDS = 0.004
"""Pause between looks at the event queue while somebody plays: `event.wait()` itself wakes every
millisecond, which costs twice as much on a still screen."""
DROWSY_SECONDS = 0.010
"""The same pause after a while without input."""
DROWSY_AFTER = 3.0


class NoDisplay(RuntimeError):
    """There is no screen to open a window on."""


NO_SCREEN = frozenset({"offscreen", "dummy"})
"""Drivers SDL falls back to by itself where there is nothing to see."""


def open_window(size: tuple[int, int] | None, chosen: bool = False) -> pygame.Surface:
    """A resizable window of that size, or the whole screen; NoDisplay if there is none.

    `chosen`: somebody has named the video driver, so whatever it is, it is meant.
    """
    try:
        pygame.display.init()
        if pygame.display.get_driver() in NO_SCREEN and not chosen:
            raise NoDisplay("no display was found")
        pygame.display.set_caption("Lantern Bay")
        if size:
            return pygame.display.set_mode(size, pygame.RESIZABLE)
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    except pygame.error as error:
        raise NoDisplay(str(error)) from None


def switch_full_screen(size: tuple[int, int]) -> pygame.Surface:
    """From window to full screen, or back to a window of `size`."""
    full = bool(pygame.display.get_surface().get_flags() & pygame.FULLSCREEN)
    return open_window(size if full else None, chosen=True)


def run(
    station: Station, now: Callable[[], float], *, after_first: Callable[[], None] = lambda: None
) -> None:
    """Plays until the station stops. `after_first` is called when the first picture is on screen."""
    surface = pygame.display.get_surface()
    windowed = surface.get_size() if not surface.get_flags() & pygame.FULLSCREEN else (1280, 720)
    before = last_input = now()
    first = True
    while station.running:
        events = pygame.event.get()
        at = now()
        for event in events:
            if event.type == pygame.VIDEORESIZE:
                station.resize(pygame.display.get_surface())
            station.handle(event)
        if events:
            last_input = at
        if station.full_screen_wanted:
            station.full_screen_wanted = False
            station.resize(switch_full_screen(windowed))
        # After a suspended laptop wakes, hours must not count as a child's stillness.
        station.tick(min(at - before, 1.0))
        before = at
        changed = station.draw()
        if changed:
            pygame.display.update(changed)
        if first:
            first = False
            after_first()
        if station.moving:
            time.sleep(max(0.0005, FRAME_SECONDS - (now() - at)))
        else:
            time.sleep(DROWSY_SECONDS if at - last_input > DROWSY_AFTER else WAKE_SECONDS)

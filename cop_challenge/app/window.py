"""The window and its loop."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Sequence
from typing import Protocol

import pygame

FRAME_SECONDS = 1 / 60
WAKE_SECONDS = 0.004
"""Pause between looks at the event queue while somebody plays: `event.wait()` itself wakes every
millisecond, which costs twice as much on a still screen."""
DROWSY_SECONDS = 0.015
"""The same pause after a while without input."""
DROWSY_AFTER = 3.0


class NoDisplay(RuntimeError):
    """There is no screen to open a window on."""


RELEASE_TRIES = 5
"""How often a window manager that still holds the whole screen is asked for the window's size."""

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


def grab() -> None:
    """Keys and the pointer stay with the window, as far as the system lets a program keep them.

    On X11 and on Windows that takes Alt+Tab and the system's own key, not Ctrl+Alt+Del; a Wayland session may
    refuse it, and macOS keeps its own keys.
    """
    pygame.event.set_grab(True)  # the keyboard, too, as `prepare_sdl` has asked for it


def shown() -> pygame.Surface:
    """The window's surface."""
    surface = pygame.display.get_surface()
    assert surface is not None, "the window is open"
    return surface


def switch_full_screen(size: tuple[int, int]) -> pygame.Surface:
    """From window to full screen, or back to a window of `size`."""
    full = bool(shown().get_flags() & pygame.FULLSCREEN)
    with warnings.catch_warnings():
        # Window managers may need a moment to let go of the whole screen; pygame warns of it.
        warnings.simplefilter("ignore", RuntimeWarning)
        surface = open_window(size if full else None, chosen=True)
        for _ in range(RELEASE_TRIES):
            if not full or surface.get_size() == size:
                break
            time.sleep(0.05)
            pygame.event.pump()
            surface = open_window(size, chosen=True)
    return surface


class Show(Protocol):
    """What a window shows: a station, or anything else that takes events and time and draws itself."""

    full_screen_wanted: bool

    @property
    def running(self) -> bool:
        """Until it is over."""

    @property
    def moving(self) -> bool:
        """Whether the next picture is wanted as soon as can be."""

    def resize(self, surface: pygame.Surface) -> None:
        """Draw on another surface from now on."""

    def handle(self, event: pygame.event.Event) -> None:
        """One event."""

    def tick(self, seconds: float) -> None:
        """Let time go by."""

    def draw(self) -> Sequence[pygame.Rect]:
        """Bring the surface up to date; what changed."""


class Loop:
    """Events in, pictures out, and as much rest as the station can take between them."""

    def __init__(self, station: Show, now: Callable[[], float]) -> None:
        self._station = station
        self._now = now
        full = bool(shown().get_flags() & pygame.FULLSCREEN)
        self._windowed = (1280, 720) if full else shown().get_size()
        self._at = self._last_input = now()

    def step(self) -> bool:
        """One round; whether the picture changed."""
        station = self._station
        events = pygame.event.get()
        before, self._at = self._at, self._now()
        for event in events:
            if event.type == pygame.VIDEORESIZE:
                station.resize(shown())
            station.handle(event)
        if events:
            self._last_input = self._at
        if station.full_screen_wanted:
            station.full_screen_wanted = False
            station.resize(switch_full_screen(self._windowed))
        # After a suspended laptop wakes, hours must not count as a child's stillness.
        station.tick(min(self._at - before, 1.0))
        changed = station.draw()
        if changed:
            pygame.display.update(list(changed))
        return bool(changed)

    def rest(self) -> None:
        """Sleep until the next round is due or somebody does something."""
        if self._station.moving:
            due = self._at + FRAME_SECONDS
            while (left := due - self._now()) > 0 and not pygame.event.peek():
                time.sleep(min(left, WAKE_SECONDS))
        else:
            drowsy = self._at - self._last_input > DROWSY_AFTER
            time.sleep(DROWSY_SECONDS if drowsy else WAKE_SECONDS)

    def run(
        self, after_first: Callable[[], None] = lambda: None, alive: Callable[[], bool] = lambda: True
    ) -> None:
        """Plays until the station stops. `after_first` is called when the first picture is on screen, `alive`
        before each further round; if it says no, that was the last one."""
        self.step()
        after_first()
        while self._station.running and alive():
            self.rest()
            self.step()

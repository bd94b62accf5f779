"""What the process is told before it draws anything: SDL's settings, and how memory is kept."""

from __future__ import annotations

import gc
import os
import platform
import sys
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import CDLL


def prepare_sdl(kiosk: bool = False) -> None:
    """Settings SDL reads when the window opens; whatever the user has set stays.

    Without a GPU, SDL's texture framebuffer pushes every software frame through OpenGL: 0.4 s more at
    start, 100 MiB more and a whole core at 60 frames. Windows never does that and macOS has nothing
    else, so only X11 is told.
    """
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0")
    if kiosk:
        # Grabbing means the keyboard, too: pygame-ce has no other way for its own window. Alt+F4 and Alt+Tab
        # reach the game, and a window of the system in front does not put it away.
        os.environ.setdefault("SDL_GRAB_KEYBOARD", "1")
        # Else SDL would make of SIGTERM one more wish to close, and the machine could not shut down.
        os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")
        os.environ.setdefault("SDL_WINDOWS_NO_CLOSE_ON_ALT_F4", "1")
        os.environ.setdefault("SDL_ALLOW_ALT_TAB_WHILE_GRABBED", "0")
        os.environ.setdefault("SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS", "0")
    if sys.platform.startswith("linux"):
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")


RARELY = (20_000, 20, 50)
"""For gc.set_threshold: Python's own are 700, 10, 10."""
MMAP_THRESHOLD, ARENA_MAX = -3, -8
"""Options of mallopt(3)."""


def prepare_memory() -> None:
    """Fewer looks for garbage, and pictures as large as the screen go back to the system at once.

    Loading makes a great many objects that all stay: looking for garbage among them took a fifth of a start.
    glibc keeps freed blocks of up to 32 MB once it has seen some of that size, and a heap for every
    thread: 50 MB more at 1080p, measured. Other systems' allocators do not.
    """
    gc.set_threshold(*RARELY)
    if libc := _glibc():
        libc.mallopt(MMAP_THRESHOLD, 256 * 1024)
        libc.mallopt(ARENA_MAX, 2)


def give_memory_back() -> None:
    """Between visits: what lies unused among that which stays; about 9 MB after ten visits, measured."""
    if libc := _glibc():
        libc.malloc_trim(0)


@cache
def _glibc() -> CDLL | None:
    """The C library, where it is the one that keeps freed memory to itself."""
    if not sys.platform.startswith("linux") or platform.libc_ver()[0] != "glibc":
        return None
    from ctypes import CDLL

    return CDLL(None)


def driver_chosen() -> bool:
    """Whether somebody has named SDL's video driver."""
    return "SDL_VIDEODRIVER" in os.environ


def headless() -> None:
    """No window and no sound device: for pictures, tests and measurements."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    prepare_sdl()

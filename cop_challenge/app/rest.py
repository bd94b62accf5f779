"""The screen of a station that rests after too many crashes, in a process of its own: what stops the game
must not stop the watchdog.

python -m cop_challenge.app.rest '{"seconds": 15, …}'      # a Rest as JSON
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from cop_challenge.app import process, wiring
from cop_challenge.app.watchdog import Rested
from cop_challenge.core import words
from cop_challenge.core.text import Text

if TYPE_CHECKING:
    import pygame

STUCK_SECONDS = 30.0
"""So much longer than it should a rest may take before it counts as a screen that shows nothing."""
PLAIN_SIZE = 28
"""Letters, where nothing but a plain window can be shown: pixels."""
PAUSE_SECONDS = 0.05


@dataclass(frozen=True)
class Rest:
    """What is shown, and for how long."""

    seconds: float
    language: str = ""
    size: tuple[int, int] | None = None
    crashes: int = 0
    """In a row; 0: the game was refused."""
    facts: tuple[str, ...] = ()
    """More lines for staff: a file, a reason."""
    kiosk: bool = False
    """The window is not closed by whoever is there."""

    @property
    def lines(self) -> tuple[Text | str, ...]:
        """For staff."""
        why = words.RESTING_CRASHES.fill(count=self.crashes) if self.crashes else words.RESTING_REFUSED
        return (why, *self.facts, words.RESTING_NOW)


def rest(wish: Rest) -> Rested:
    """Shows it in a process of its own, and waits until it is over."""
    command = [sys.executable, "-m", __name__, json.dumps(asdict(wish))]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, timeout=wish.seconds + STUCK_SECONDS, check=False
        )
        return Rested(done.returncode)
    except (ValueError, subprocess.TimeoutExpired):
        return Rested.NO_SCREEN


def _show(wish: Rest) -> Rested:
    process.prepare_sdl(wish.kiosk)
    import pygame

    from cop_challenge.app.window import NoDisplay, grab, open_window

    try:
        surface = open_window(wish.size, process.driver_chosen())
    except NoDisplay:
        return Rested.NO_SCREEN
    if wish.kiosk:
        grab()
    _draw(surface, wish)
    until = wiring.now() + wish.seconds
    while wiring.now() < until:
        for event in pygame.event.get():
            if event.type == pygame.QUIT and not wish.kiosk:
                return Rested.CLOSED
            if event.type in (pygame.MOUSEBUTTONUP, pygame.CONTROLLERBUTTONUP):
                return Rested.OVER
            if event.type == pygame.KEYUP and event.key in (pygame.K_RETURN, pygame.K_KP_ENTER):
                return Rested.OVER
            if event.type in (pygame.VIDEORESIZE, pygame.WINDOWEXPOSED):
                _draw(pygame.display.get_surface() or surface, wish)
        pygame.time.wait(round(PAUSE_SECONDS * 1000))
    return Rested.OVER


def _draw(surface: pygame.Surface, wish: Rest) -> None:
    import pygame

    try:
        paint(surface, wish)
    except Exception:
        # The game's own pictures and letters may be what is broken.
        write_plainly(surface, wish.lines)
    pygame.display.flip()


def paint(surface: pygame.Surface, wish: Rest) -> Sequence[str]:
    """The screen as the game draws it; what does not fit on it."""
    from cop_challenge.app.scenes import resting
    from cop_challenge.app.studio import Studio
    from cop_challenge.i18n.locale import SOURCE_LANGUAGE
    from cop_challenge.ui.canvas import Canvas
    from cop_challenge.ui.frame import Situation
    from cop_challenge.ui.geometry import Viewport

    studio = Studio(wiring.places(), patient=True)
    studio.translator.language = wish.language or SOURCE_LANGUAGE
    studio.start_afresh(*surface.get_size())
    frame = studio.frame(
        Situation(Viewport(*surface.get_size()), studio.translator.right_to_left, still=True)
    )
    resting.compose(frame, wish.lines)
    Canvas(surface).show(frame.items)
    return frame.problems


def write_plainly(surface: pygame.Surface, lines: Sequence[Text | str]) -> None:
    """The same words in English, in letters that come with pygame."""
    import pygame

    surface.fill((16, 24, 48))
    pygame.font.init()
    font = pygame.font.Font(None, PLAIN_SIZE)
    room = surface.get_width() - 2 * PLAIN_SIZE
    top = PLAIN_SIZE
    for line in (words.RESTING, *lines):
        said = line if isinstance(line, str) else line.source.format(**dict(line.values))
        picture = font.render(said, True, (255, 244, 220), None, room)
        surface.blit(picture, (PLAIN_SIZE, top))
        top += picture.get_height() + PLAIN_SIZE


if __name__ == "__main__":
    given = json.loads(sys.argv[1])
    size = tuple(given.pop("size") or ()) or None
    sys.exit(_show(Rest(size=size, **{**given, "facts": tuple(given["facts"])})).value)

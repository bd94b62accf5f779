"""`cop-challenge day harbour`: the whole school's harbour in a window, until any key is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame

from cop_challenge.app import process, wiring
from cop_challenge.app.presenter import Page, Presenter
from cop_challenge.app.scenes import harbour as scene
from cop_challenge.app.studio import Studio
from cop_challenge.app.window import Loop, open_window
from cop_challenge.core.harbour import Harbour, lights
from cop_challenge.day.day import Day, load_day
from cop_challenge.day.harbour import harbour
from cop_challenge.store.merging import elsewhere, gather
from cop_challenge.store.settings import read_settings
from cop_challenge.ui.canvas import Item, Wash
from cop_challenge.ui.look import Look
from cop_challenge.ui.painter import Painter

CLOSING = (
    pygame.KEYDOWN,
    pygame.MOUSEBUTTONDOWN,
    pygame.FINGERDOWN,
    pygame.CONTROLLERBUTTONDOWN,
    pygame.QUIT,
)
"""Whatever anybody presses puts it away; F11 alone changes between window and whole screen."""


class NothingLit(Exception):
    """There is no light to show; the message says why."""


@dataclass(frozen=True)
class Lit:
    """What a day's files hold."""

    harbour: Harbour
    day: Day | None
    problems: tuple[str, ...]
    """Sentences for the facilitator: damage, and what is not counted."""


def lit(places: wiring.Places, files: tuple[Path, ...], day_file: Path | None) -> Lit:
    """The harbour of these files, else of this station's own. StoreError, DayRefused, or NothingLit."""
    day = load_day(day_file) if day_file else None
    gathered = gather(files or (places.results,))
    found = harbour(gathered.rows, day)
    other = elsewhere(gathered.rows, day.dates) if day else ()
    if found.dark:
        remedy = "; ".join(other) or "name the merged file with “--results”"
        raise NothingLit(f"No lantern was lit here yet: {remedy}")
    return Lit(found, day, (*gathered.problems, *other))


class Closing:
    """The harbour as something a window shows."""

    def __init__(
        self, surface: pygame.Surface, studio: Studio, found: Harbour, look: Look, *, still: bool = False
    ) -> None:
        """In the language the studio's translator is set to."""
        self._studio = studio
        self._show = Presenter(surface, studio, still=still)
        small = lights(found)
        self._painted = False
        self._before = Page(
            "painting", None, studio.translator.language, look, lambda frame: scene.waiting(frame, found)
        )
        self._page = Page(
            "harbour",
            found,
            studio.translator.language,
            look,
            lambda frame: scene.compose(frame, found, small),
        )
        self.running = True
        self.full_screen_wanted = False

    @property
    def moving(self) -> bool:
        """Whether the next picture is wanted as soon as can be."""
        return self._show.frame.moving

    @property
    def items(self) -> Sequence[Item | Wash]:
        """The picture composed last."""
        return self._show.frame.items

    def resize(self, surface: pygame.Surface) -> None:
        """Draw on another surface from now on."""
        self._show.resize(surface)

    def handle(self, event: pygame.event.Event) -> None:
        """One event."""
        if event.type == pygame.KEYDOWN and event.key == pygame.K_F11:
            self.full_screen_wanted = True
        elif event.type in CLOSING:
            self.running = False
        elif event.type == pygame.WINDOWEXPOSED:
            self._show.spoil()

    def tick(self, seconds: float) -> None:
        """Let time go by."""
        self._show.now += seconds
        self._show.stale |= self._studio.art.arrived()

    def draw(self) -> list[pygame.Rect]:
        """Bring the surface up to date; what changed."""
        if not self._painted:
            # Lanterns come when there is a harbour for them to shine on.
            self._show.show(self._before)
            self._painted = self._show.painted
            self._show.stale |= self._painted
        if self._painted:
            self._show.show(self._page)
        return self._show.draw()


def run(found: Lit, language: str, size: tuple[int, int] | None = None) -> None:
    """Shows it until somebody presses something. Raises NoDisplay without a screen."""
    surface = open_window(size, process.driver_chosen())
    places = wiring.places()
    painter = Painter(places.cache)
    studio = Studio(places, painter)
    studio.translator.language = language
    if found.day:
        studio.translator.look_in(wiring.pack_locales(found.day.packs))
        studio.translator.country, studio.translator.digits = found.day.country, found.day.digits.value
    comfort, _ = read_settings(places.settings)
    pygame.mouse.set_visible(False)
    try:
        Loop(Closing(surface, studio, found.harbour, Look.of(comfort)), wiring.now).run()
    finally:
        painter.close()

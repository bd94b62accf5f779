"""What stands on the screen: pages to pictures, the fade from one to the next, focus and pressing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pygame

from cop_challenge.app.studio import Studio
from cop_challenge.ui import controls
from cop_challenge.ui.canvas import Canvas, Item
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Box, Viewport
from cop_challenge.ui.look import Look
from cop_challenge.ui.motion import Motions, bump, ease

FADE_SECONDS, CALM_SECONDS, REWIND_SECONDS = 0.22, 0.15, 0.45
"""How long the screen before fades away: by itself, when nothing else may move, when a story is rewound."""
VEIL = 215
"""How strongly the screen before still shows at first; less than all of it, for a press shows at once."""


CARRY = 24.0
"""Units a pressed pointer moves before it carries something: hands are not steady."""


@dataclass(frozen=True)
class Page:
    """One thing to show."""

    place: str
    """Words naming the picture; another place is another page, entered anew."""
    content: object
    """Equal as long as the page shows the same."""
    language: str
    look: Look
    draw: Callable[[Frame], None]
    mood: str = ""


class Presenter:
    """Composes pages, and draws them on a surface."""

    def __init__(self, surface: pygame.Surface, studio: Studio, *, still: bool = False) -> None:
        """`still`: nothing moves by itself."""
        self._studio = studio
        self._still = still
        self._motions = Motions()
        self.now = 0.0
        """Seconds; pages are drawn for this moment."""
        self.focus = ""
        """Id of what has the focus."""
        self.focus_seen = False
        """Whether the ring is shown: for keyboard, gamepad and mouse, not after a touch."""
        self.pressed = ""
        self._grip: tuple[float, float] | None = None
        """Where the pointer went down, in units."""
        self._carried: tuple[float, float] | None = None
        self.rewinding = False
        """The next page is an earlier one: the story runs backwards to it."""
        self._backwards = False
        self._page: Page | None = None
        self._entered = 0.0
        self._veil: pygame.Surface | None = None
        """The screen before, fading away over the new one."""
        self._veiled = 0.0
        self.stale = True
        """Something has changed since the frame was composed."""
        self._undrawn = True
        """The frame has not been drawn."""
        self.resize(surface)

    def resize(self, surface: pygame.Surface) -> None:
        """Draw on another surface from now on."""
        self.viewport = Viewport(*surface.get_size())
        self._canvas = Canvas(surface)
        self._studio.start_afresh(*surface.get_size())
        self._veil = None
        self.stale = True
        self.frame = self._studio.frame(Situation(self.viewport))
        """The picture as last composed."""

    def spoil(self) -> None:
        """What is on the screen can't be relied on any more."""
        self._canvas.spoil()
        self.stale = True

    def set(self, *, focus: str | None = None, pressed: str | None = None, seen: bool | None = None) -> None:
        """Move the focus, press, or show the ring."""
        before = self.focus, self.pressed, self.focus_seen
        self.focus = self.focus if focus is None else focus
        self.pressed = self.pressed if pressed is None else pressed
        self.focus_seen = self.focus_seen if seen is None else seen
        self.stale |= before != (self.focus, self.pressed, self.focus_seen)

    def grip(self, x: int, y: int) -> None:
        """The pointer goes down at a pixel."""
        self._grip, self._carried = self.viewport.point(x, y), None

    def carry(self, x: int, y: int) -> None:
        """The pointer moves while it is down."""
        if self._grip is None or not self.pressed:
            return
        here = self.viewport.point(x, y)
        moved = here[0] - self._grip[0], here[1] - self._grip[1]
        if self._carried or max(map(abs, moved)) >= CARRY:
            self._carried = moved
            self.stale = True

    def drop(self) -> None:
        """The pointer goes up."""
        self.stale |= self._carried is not None
        self._grip = self._carried = None

    @property
    def painted(self) -> bool:
        """Whether the scene stands there, and not only its plain sky."""
        return not self._studio.art.waiting

    @property
    def due(self) -> bool:
        """Whether the picture may differ from the one composed last."""
        return self.stale or self.frame.moving or self.now >= self.frame.changes_at

    def show(self, page: Page) -> bool:
        """Compose the page, if anything has changed; whether another place was entered."""
        if not self.due:
            return False
        before, self._page = self._page, page
        entered = before is None or page.place != before.place
        if entered:
            self._enter(before, page)
        elif page.look.calm and before and page.content != before.content:
            self._fade()
        self._studio.translator.language = page.language
        self.frame = self._compose(page)
        if self.focus not in {target.id for target in self.frame.targets}:
            # The thing that had the focus is gone: it goes to what leads on.
            self.focus = self.frame.first
            if self.focus_seen:
                self.frame = self._compose(page)
        self.stale = False
        self._undrawn = True
        return entered

    def _enter(self, before: Page | None, page: Page) -> None:
        other_screen = before is None or _screen(page.place) != _screen(before.place)
        self._backwards = self.rewinding and not page.look.calm
        if other_screen or self._backwards or page.look.calm:
            self._fade()
        if other_screen:
            self._motions.forget()
        self._entered, self.pressed, self.focus, self.rewinding = self.now, "", "", False

    def _fade(self) -> None:
        self._veil = None if self._still else self._canvas.picture()
        self._veiled = self.now

    def _compose(self, page: Page) -> Frame:
        frame = self._studio.frame(self.situation(page.look), page.mood)
        page.draw(frame)
        frame.moving |= self._studio.art.unfinished
        self._draw_veil(frame)
        return frame

    def situation(self, look: Look) -> Situation:
        """What composing depends on now."""
        return Situation(
            viewport=self.viewport,
            right_to_left=self._studio.translator.right_to_left,
            focus=self.focus if self.focus_seen else "",
            pressed=self.pressed,
            carried=self._carried,
            now=self.now,
            age=self.now - self._entered,
            still=self._still,
            look=look,
            motions=self._motions,
        )

    def _draw_veil(self, frame: Frame) -> None:
        if self._veil is None:
            return
        seconds = REWIND_SECONDS if self._backwards else CALM_SECONDS if frame.look.calm else FADE_SECONDS
        share = ease((self.now - self._veiled) / seconds)
        if share >= 1:
            self._veil = None
            return
        away = round(self._veil.get_width() * 0.3 * share) if self._backwards else 0
        if frame.situation.right_to_left:
            away = -away
        frame.items.append(Item(self._veil, away, 0, round(VEIL * (1 - share))))
        frame.moving = True
        if self._backwards:
            middle = frame.box.centred(260, 260)
            with frame.shifted(x=120 * (1 - share), alpha=round(255 * bump(share))):
                controls.emblem(frame, "ui/icons/retry.svg", Box(middle.x, middle.y, 260, 260))

    def draw(self) -> list[pygame.Rect]:
        """Bring the surface up to date; the rectangles that changed, none if nothing did."""
        if not self._undrawn:
            return []
        self._undrawn = False
        return self._canvas.show(self.frame.items)


def _screen(place: str) -> str:
    """The screen a place is on: the word before any sign."""
    return re.split("[:/]", place, maxsplit=1)[0]

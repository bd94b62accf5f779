"""A station: visit after visit, input to actions, views to pictures, results to the recorder."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

import pygame

from cop_challenge.app.scenes import overlays
from cop_challenge.app.soundtrack import ambience_of, effect_of, music_of
from cop_challenge.app.studio import Studio
from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.activity import Activity, Offer, Role, legal
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.result import Result
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.visit import Visit
from cop_challenge.i18n.locale import SOURCE_LANGUAGE
from cop_challenge.store.database import Row
from cop_challenge.ui import focus
from cop_challenge.ui import input as pads
from cop_challenge.ui.canvas import Canvas, Item
from cop_challenge.ui.frame import Frame, Situation
from cop_challenge.ui.geometry import Viewport
from cop_challenge.ui.motion import ease
from cop_challenge.ui.sound import Silence, Sound

TICK_SECONDS = 0.25
"""How often the visit's clocks are told the time."""

FADE_SECONDS = 0.22
VEIL = 215
"""How strongly the screen before still shows at first; less than all of it, for a press shows at once."""

SETTLED = 60.0
"""An age, in seconds, at which every entrance is over."""

CLOSING = (
    Offer("stay", do.Return(), words.CLOSE_NO, Role.ADVANCE),
    Offer("close", do.Leave(), words.CLOSE_YES, Role.BACK),
)


def _nothing_yet(lesson: str, seed: int) -> Activity:
    raise LookupError(f"{lesson} is not loaded yet")


def _before_lessons(language: str) -> VisitOptions:
    """Enough for an attract screen."""
    return VisitOptions((Language(language, words.TITLE),), (), (), _nothing_yet)


class Keeper(Protocol):
    """Where results go; `store.Recorder`, or a list in tests."""

    def record(self, rows: Sequence[Row]) -> None:
        """Take rows, at once."""


class Station:
    """The game on one laptop, without its window: give it events and time, take its pictures."""

    def __init__(
        self,
        surface: pygame.Surface,
        studio: Studio,
        ready: Callable[[], VisitOptions | None],
        seeds: Callable[[], int],
        keeper: Keeper,
        *,
        station: str = "",
        hour: Callable[[], str] = lambda: "",
        language: str = "",
        still: bool = False,
    ) -> None:
        """`ready` gives the options once lessons are loaded; `still`: nothing moves by itself."""
        self._studio = studio
        self._ready = ready
        self._seeds = seeds
        self._keeper = keeper
        self._station = station
        self._hour = hour
        self._language = language or SOURCE_LANGUAGE
        self._still = still
        self._options: VisitOptions | None = None
        self._waiting = False
        """Somebody has pressed before the lessons were there."""
        self._input = pads.Input()
        self.sound: Sound = Silence()
        """Silent until a device has been opened, after the first picture."""
        self.running = True
        self.full_screen_wanted = False
        """Window or full screen should be switched."""
        self._focus = ""
        self._focus_seen = False
        """Whether the ring is shown: for keyboard, gamepad and mouse, not after a touch."""
        self._pressed = ""
        self._closing = False
        self._now = 0.0
        self._entered = 0.0
        self._place = ""
        self._ahead: list[do.Action] | None = None
        """What may be done next and has not been looked at; None: not yet thought of."""
        self._veil: pygame.Surface | None = None
        """The screen before, fading away over the new one."""
        self._unticked = 0.0
        self._stale = True
        """Something has changed since the frame was composed."""
        self._undrawn = True
        """The frame has not been drawn."""
        self.resize(surface)
        self._begin()

    # ----------------------------------------------------------------- visit

    def _begin(self) -> None:
        """A new visit, waiting on the attract screen."""
        self._wait(self._seeds())

    def _wait(self, seed: int) -> None:
        """A visit of that seed on the attract screen, with the lessons there are by now."""
        options = self._options or _before_lessons(self._language)
        self._visit = Visit(options, seed)
        self._seed = seed
        self._visit_id = f"{seed & (2**64 - 1):016x}"
        self._facts = 0
        self._view = self._visit.view()
        self._stale = True

    @property
    def view(self) -> VisitView:
        """What is shown now."""
        return self._view

    @property
    def visit(self) -> Visit:
        """The visit being played; another object once the next one has begun."""
        return self._visit

    @property
    def focus(self) -> str:
        """Id of what has the focus."""
        return self._focus

    @property
    def focus_seen(self) -> bool:
        """Whether the focus ring is shown."""
        return self._focus_seen

    @property
    def frame(self) -> Frame:
        """The picture as last composed."""
        return self._frame

    @property
    def loaded(self) -> bool:
        """Whether lessons can be played."""
        return self._options is not None

    def act(self, action: do.Action) -> None:
        """Do it in the visit, keep what came of it, and let it be heard."""
        before, results = self._view, self._visit.act(action)
        self._keep(results)
        self._view = self._visit.view()
        self.sound.play(effect_of(before, self._view, results))
        self._ahead = None  # other things may be done now, on the same screen too
        if self._view.over:
            self._begin()
        self._stale = True

    def _keep(self, results: Sequence[Result]) -> None:
        rows = []
        for result in results:
            self._facts += 1
            rows.append(Row(self._station, self._visit_id, self._facts, self._hour(), result))
        self._keeper.record(rows)

    def _load(self) -> None:
        """Take the lessons once they are there."""
        if self._options is None and (options := self._ready()):
            self._options = options
            self._wait(self._seed)
            if self._waiting:
                self._waiting = False
                self.act(do.Continue())

    # ----------------------------------------------------------------- input

    def handle(self, event: pygame.event.Event) -> None:
        """One event of pygame's."""
        if event.type == pygame.QUIT:
            self.running = False
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN):
            self._canvas.spoil()
            self._stale = True
        elif event.type == pygame.WINDOWLEAVE:
            self._set(pressed="")
        for intent in self._input.intents(event):
            self._obey(intent)

    def open_pads(self) -> None:
        """Look for gamepads; not before the first picture."""
        self._input.open_pads()

    def _obey(self, intent: pads.Intent) -> None:
        if not isinstance(intent, pads.FullScreen) and not self._closing:
            self._visit.act(do.Stir())
        targets = self._frame.targets
        match intent:
            case pads.Move(direction):
                self._move(focus.towards(targets, self._focus, direction))
            case pads.Step(by):
                self._move(focus.following(targets, self._focus, by))
            case pads.Press():
                self._take(self._focus)
            case pads.Pick(number):
                self._pick(number)
            case pads.Away():
                self._away()
            case pads.Point(x, y):
                under = focus.at(targets, *self._viewport.point(x, y))
                if under:
                    self._set(focus=under, seen=True)
            case pads.Down(x, y, touch):
                under = focus.at(targets, *self._viewport.point(x, y))
                self._set(focus=under or self._focus, pressed=under, seen=not touch)
            case pads.Up(x, y, _):
                held, under = self._pressed, focus.at(targets, *self._viewport.point(x, y))
                self._set(pressed="")
                if held and held == under:
                    self._take(held)
            case pads.FullScreen():
                self.full_screen_wanted = True
            case pads.Mute():
                self.sound.mute = not self.sound.mute
            case pads.Louder(by):
                self.sound.volume = min(1.0, max(0.0, self.sound.volume + by))

    def _move(self, to: str) -> None:
        """The focus goes there; a hidden focus first shows where it is."""
        self.sound.play("focus")
        self._set(focus=to if self._focus_seen else self._focus, seen=True)

    def _set(self, *, focus: str | None = None, pressed: str | None = None, seen: bool | None = None) -> None:
        before = self._focus, self._pressed, self._focus_seen
        self._focus = self._focus if focus is None else focus
        self._pressed = self._pressed if pressed is None else pressed
        self._focus_seen = self._focus_seen if seen is None else seen
        self._stale |= before != (self._focus, self._pressed, self._focus_seen)

    def _take(self, name: str) -> None:
        target = next((target for target in self._frame.targets if target.id == name), None)
        if target is None:
            return
        if self._closing:
            self._closing = False
            self._stale = True
            self.running = not isinstance(target.action, do.Leave)
        elif not self.loaded and self._view.screen is Screen.ATTRACT:
            self._waiting = isinstance(target.action, do.Continue)
        else:
            self.act(target.action)
        # What follows at once must find the new picture's targets, not the old one's.
        self._recompose()

    def _pick(self, number: int) -> None:
        """Keys 1 to 9 take answers as they are numbered on their cards."""
        answers = [offer for offer in self._view.offers if offer.role is Role.ANSWER]
        if not self._closing and number < len(answers) and answers[number].enabled:
            self._set(focus=answers[number].id, seen=True)
            self._take(answers[number].id)

    def _away(self) -> None:
        """Escape leaves, goes back, or on the attract screen asks whether to close."""
        if self._closing:
            self._take("stay")
            return
        if self._view.screen is Screen.ATTRACT:
            self._closing = True
            self._stale = True
            self._recompose()
            return
        for name in ("leave", "back", "return", "here"):
            if any(target.id == name for target in self._frame.targets):
                self._take(name)
                return

    # ------------------------------------------------------------ time, pictures

    def tick(self, seconds: float) -> None:
        """Let time go by."""
        self._now += seconds
        self._load()
        self._stale |= self._studio.art.arrived()
        self._unticked += seconds
        if self._unticked >= TICK_SECONDS:
            before = self._view
            self._keep(self._visit.act(do.Tick(self._unticked)))
            self._unticked = 0.0
            self._view = self._visit.view()
            if self._view.over:
                self._begin()
            self._stale |= self._view != before
            self._look_ahead()

    def _look_ahead(self) -> None:
        """While nothing moves, have the pictures of one more possible next screen drawn beside the game."""
        at_rest = not (self._stale or self._frame.moving or self._closing)
        if not at_rest or not self.loaded or self._view.screen is Screen.LANGUAGE:
            return
        if self._ahead is None:
            self._ahead = [
                offer.action
                for offer in legal(self._view.offers)
                if offer.role in (Role.ANSWER, Role.ADVANCE, Role.HELP)
            ]
        if self._ahead:
            action = self._ahead.pop(0)
            if action not in {offer.action for offer in legal(self._view.offers)}:
                return  # the clock has changed the view meanwhile
            visit = copy.copy(self._visit)
            visit.act(action)
            view = visit.view()
            if not view.over:
                situation = replace(self._frame.situation, focus="", pressed="", age=SETTLED)
                self._studio.art.wish_for(lambda: self._studio.compose(view, situation))

    def resize(self, surface: pygame.Surface) -> None:
        """Draw on another surface from now on."""
        self._viewport = Viewport(*surface.get_size())
        self._canvas = Canvas(surface)
        self._studio.start_afresh(*surface.get_size())
        self._stale = True
        self._frame = self._studio.frame(Situation(self._viewport))

    @property
    def painted(self) -> bool:
        """Whether the scene stands there, and not only its plain sky."""
        return not self._studio.art.waiting

    @property
    def moving(self) -> bool:
        """Whether the next picture will differ by itself."""
        return self._frame.moving

    def draw(self) -> list[pygame.Rect]:
        """Bring the surface up to date; the rectangles that changed, none if nothing did."""
        self._recompose()
        if not self._undrawn:
            return []
        self._undrawn = False
        return self._canvas.show(self._frame.items)

    def _recompose(self) -> None:
        """A new frame, if anything has changed since the last one."""
        # Asked every time: the same music goes on, and a device may have been opened meanwhile.
        self.sound.music(music_of(self._view))
        self.sound.ambient(ambience_of(self._view))
        if not self._stale and not self._frame.moving and self._now < self._frame.changes_at:
            return
        place = (
            "closing"
            if self._closing
            else f"{self._view.place}:{self._view.activity.done if self._view.activity else ''}"
        )
        if place != self._place:
            if _screen(place) != _screen(self._place):
                self._veil = None if self._still else self._canvas.picture()
            self._place, self._entered, self._pressed = place, self._now, ""
            self._ahead = None
            self._focus = ""
        self._studio.translator.language = (
            self._view.language if self._view.screen is not Screen.ATTRACT else self._language
        )
        self._frame = self._compose()
        if self._focus not in {target.id for target in self._frame.targets}:
            # The thing that had the focus is gone: it goes to what leads on.
            self._focus = self._frame.first
            if self._focus_seen:
                self._frame = self._compose()
        self._stale = False
        self._undrawn = True

    def _compose(self) -> Frame:
        situation = Situation(
            viewport=self._viewport,
            right_to_left=self._studio.translator.right_to_left,
            focus=self._focus if self._focus_seen else "",
            pressed=self._pressed,
            now=self._now,
            age=self._now - self._entered,
            still=self._still,
        )
        if self._closing:
            frame = self._studio.frame(situation)
            overlays.closing(frame, CLOSING)
        else:
            frame = self._studio.compose(self._view, situation)
        if self._veil and not self._still:
            share = ease(situation.age / FADE_SECONDS)
            if share < 1:
                frame.items.append(Item(self._veil, 0, 0, round(VEIL * (1 - share))))
                frame.moving = True
            else:
                self._veil = None
        return frame


def _screen(place: str) -> str:
    """The screen a place is on: the word before any sign."""
    return re.split("[:/]", place, maxsplit=1)[0]

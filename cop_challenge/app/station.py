"""A station: visit after visit, input to actions, views to pages, results to the recorder."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from cop_challenge.app import staff
from cop_challenge.app.ahead import LookAhead
from cop_challenge.app.backroom import Backroom, Desk, Wish
from cop_challenge.app.hands import Hands
from cop_challenge.app.knock import Knock
from cop_challenge.app.lock import Lock
from cop_challenge.app.narrator import Narrator
from cop_challenge.app.narrowing import ALL, Narrowing
from cop_challenge.app.presenter import Page, Presenter
from cop_challenge.app.running import Keeper, RunningVisit
from cop_challenge.app.scenes import attract
from cop_challenge.app.scenes.registry import compose
from cop_challenge.app.soundtrack import ambience_of, effect_of, music_of
from cop_challenge.app.studio import Studio
from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.activity import Activity
from cop_challenge.core.comfort import OF_THE_STATION, USUAL, Comfort
from cop_challenge.core.options import Language, VisitOptions
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.core.visit import Visit
from cop_challenge.i18n.locale import SOURCE_LANGUAGE
from cop_challenge.store.journal import Journal, Left, NoJournal, Start
from cop_challenge.ui import input as pads
from cop_challenge.ui.frame import Frame, Target
from cop_challenge.ui.look import Look
from cop_challenge.ui.sound import Silence, Sound
from cop_challenge.ui.voice.speaker import Mute, Speaker

TICK_SECONDS = 0.25
"""How often the visit's clocks are told the time."""

LANGUAGE_SECONDS = 2 * attract.TURN_SECONDS
"""How long the attract screen speaks one language: two spot messages."""


def _nothing_yet(lesson: str, seed: int) -> Activity:
    raise LookupError(f"{lesson} is not loaded yet")


def _before_lessons(language: str) -> VisitOptions:
    """Enough for an attract screen."""
    return VisitOptions((Language(language, words.TITLE),), (), (), _nothing_yet)


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
        comfort: Comfort = USUAL,
        keep_comfort: Callable[[Comfort], object] = lambda comfort: None,
        desk: Desk | None = None,
        lock: Lock | None = None,
        only: Narrowing = ALL,
        journal: Journal | None = None,
        left: Left | None = None,
        between: Callable[[], object] = lambda: None,
        still: bool = False,
    ) -> None:
        """`ready` gives the options once lessons are loaded; `still`: nothing moves by itself.

        `comfort` is what visits start with; a change of it goes to `keep_comfort`. `only`: the language and
        the track that are offered, if staff have narrowed them. Each visit is written to `journal`; the one
        that was `left` there is taken up. `between` is called whenever the screen is free for the next visit.
        """
        self._studio = studio
        self._ready = ready
        self._seeds = seeds
        self._language = language or SOURCE_LANGUAGE
        self._comfort = comfort
        self._keep_comfort = keep_comfort
        self._desk = desk or Desk()
        self._backroom = Backroom(self._desk, lock)
        self._knock = Knock()
        self._only = only
        self._between = between
        self._options: VisitOptions | None = None
        self._waiting = False
        """Somebody has pressed before the lessons were there."""
        self._input = pads.Input()
        self._sound: Sound = Silence()
        self._narrator = Narrator(studio.translator, studio.narration, Mute())
        self._shown = staff.Shown()
        """On the page of staff, when it was looked at last."""
        self.running = True
        self.full_screen_wanted = False
        """Window or full screen should be switched."""
        self._unticked = 0.0
        self._ahead = LookAhead(studio)
        self._presenter = Presenter(surface, studio, still=still)
        self._hands = Hands(self, self._presenter)
        self._between()
        self._current = RunningVisit(
            *self._next(seeds()),
            keeper,
            self._desk.tally,
            station=station,
            hour=hour,
            journal=journal or NoJournal(),
            left=left,
        )

    # ----------------------------------------------------------------- visit

    def _begin(self) -> None:
        """A new visit, waiting on the attract screen."""
        self._between()
        self._wait(self._seeds())

    def _next(self, seed: int) -> tuple[VisitOptions, Start]:
        """With the lessons there are by now."""
        options = self._options or _before_lessons(self._language)
        voice, only = self._narrator, self._only
        return options, Start(seed, self._comfort, voice.able, voice.unvoiced, only.language, only.track)

    def _wait(self, seed: int) -> None:
        """A visit of that seed on the attract screen."""
        self._current.wait(*self._next(seed))
        self._presenter.stale = True

    @property
    def view(self) -> VisitView:
        """What is shown now."""
        return self._current.view

    @property
    def visit(self) -> Visit:
        """The visit being played; another object once the next one has begun."""
        return self._current.visit

    @property
    def focus(self) -> str:
        """Id of what has the focus."""
        return self._presenter.focus

    @property
    def focus_seen(self) -> bool:
        """Whether the focus ring is shown."""
        return self._presenter.focus_seen

    @property
    def frame(self) -> Frame:
        """The picture as last composed."""
        return self._presenter.frame

    @property
    def covered(self) -> bool:
        """A page of staff lies over the visit."""
        return self._backroom.covers

    @property
    def loaded(self) -> bool:
        """Whether lessons can be played."""
        return self._options is not None

    @property
    def sound(self) -> Sound:
        """Silent until a device has been opened, after the first picture."""
        return self._sound

    @sound.setter
    def sound(self, sound: Sound) -> None:
        self._sound = sound
        self._tune()

    @property
    def studio(self) -> Studio:
        """What its pictures are made with."""
        return self._studio

    @property
    def options(self) -> VisitOptions:
        """What visits may use; not before the lessons are there."""
        assert self._options is not None
        return self._options

    @property
    def narrator(self) -> Narrator:
        """Who reads aloud."""
        return self._narrator

    def give_voice(self, speaker: Speaker) -> None:
        """What is on screen can be read aloud from now on."""
        self._narrator = Narrator(self._studio.translator, self._studio.narration, speaker)
        if self._options:
            speaker.ask([language.code for language in self._options.languages])
        if self.view.screen is Screen.ATTRACT:
            self._wait(self._current.start.seed)

    def _tune(self) -> None:
        """The sound as loud as the settings say."""
        self._sound.mute = self.view.comfort.sound == "off"
        self._sound.volume = self.view.comfort.level

    def act(self, action: do.Action) -> None:
        """Do it in the visit, keep what came of it, and let it be heard."""
        before, results = self.view, self._current.act(action)
        if isinstance(action, do.Adjust):
            self._adjusted(action)
        self._presenter.rewinding = isinstance(action, do.Rewind)
        self._sound.play(effect_of(before, self.view, results))
        self._ahead.forget()  # other things may be done now, on the same screen too
        if isinstance(action, do.Listen):
            self._narrator.listen(self.view)
        else:
            self._narrator.changed(before, self.view)
        if self.view.over:
            self._begin()
        self._presenter.stale = True

    def _adjusted(self, action: do.Adjust) -> None:
        """A setting has changed: of the station, if it is one of those or staff have set it."""
        self._tune()
        if self.covered or action.setting in OF_THE_STATION:
            self._comfort = self._comfort.with_(action.setting, action.value)
            self._keep_comfort(self._comfort)

    def _load(self) -> None:
        """Take the lessons once they are there."""
        if self._options is None and (options := self._ready()):
            self._options = options
            self._studio.write_numbers(options)
            self._narrator.speaker.ask([language.code for language in options.languages])
            if not self._take_up(options):
                self._wait(self._current.start.seed)
                if self._waiting:
                    self.act(do.Continue())
            self._waiting = False

    def _take_up(self, options: VisitOptions) -> bool:
        """Goes on with the visit that was left when the game stopped; whether there is one."""
        before = self.view
        if not self._current.take_up(options):
            return False
        self._tune()
        self._narrator.changed(before, self.view)
        self._presenter.stale = True
        return True

    def end(self) -> None:
        """The station ends in order: there will be no visit to take up."""
        self._current.journal.end()

    def close(self) -> None:
        """The station ends, in order or not."""
        self._current.journal.close()

    # ----------------------------------------------------------------- input

    def handle(self, event: pygame.event.Event) -> None:
        """One event of pygame's."""
        if event.type == pygame.QUIT:
            self._leave_window()
        elif event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSHOWN):
            self._presenter.spoil()
        elif event.type == pygame.WINDOWLEAVE:
            self._presenter.set(pressed="")
        for intent in self._input.intents(event):
            if isinstance(intent, pads.FullScreen):
                self._switch_window()
                continue
            self._knock.obey(intent, self._presenter)
            if not isinstance(intent, pads.Hold):
                self._obey(intent)

    def _obey(self, intent: pads.Intent) -> None:
        if self.covered:
            self._backroom.stir(self._presenter.now)
        else:
            self._current.know(do.Stir())
        self._hands.obey(intent)

    def _leave_window(self) -> None:
        """The window's close button, or Alt+F4."""
        if self._desk.kiosk:
            self.open_staff()
        else:
            self.running = False

    def _switch_window(self) -> None:
        """F11."""
        if self._desk.kiosk:
            self.open_staff()
        else:
            self.full_screen_wanted = True

    def open_pads(self) -> None:
        """Look for gamepads; not before the first picture."""
        self._input.open_pads()

    def take(self, target: Target) -> None:
        """Do what stands there."""
        action = target.action
        if self.covered and isinstance(action, do.Place):
            self._narrow(action.thing, action.into)
        elif self.covered and not isinstance(action, do.Adjust):
            self._obey_staff(action)
        elif not self.loaded and isinstance(action, do.Continue):
            self._waiting = True
        else:
            self.act(action)

    def _obey_staff(self, action: do.Action) -> None:
        match self._backroom.take(action, self._presenter.now):
            case Wish.STAY:
                self._current.know(do.Stir())
            case Wish.CLOSE:
                self.running = False
            case Wish.END:
                self.act(do.End())
        self._presenter.stale = True

    def _narrow(self, what: str, to: str) -> None:
        """Staff offer one language or one track only, from the next visit on, or all again."""
        self._only = self._only.to(what, to)
        if self.view.screen is Screen.ATTRACT:
            self._wait(self._current.start.seed)
        self._presenter.stale = True

    def open_staff(self) -> None:
        """The page of staff, or the pad before it, over whatever is shown; not before the day is known."""
        if self.loaded:
            self._backroom.knock(self._presenter.now)
            self._narrator.hush()
            self._presenter.set(pressed="")
            self._presenter.stale = True

    def type(self, digit: int) -> bool:
        """A digit for the pad; whether it lies there."""
        self._presenter.stale = True
        return self._backroom.type(digit, self._presenter.now)

    def rub(self) -> bool:
        """The last digit goes; whether there was one."""
        self._presenter.stale = True
        return self._backroom.rub(self._presenter.now)

    # ------------------------------------------------------------ time, pictures

    def tick(self, seconds: float) -> None:
        """Let time go by."""
        show = self._presenter
        show.now += seconds
        self._load()
        show.stale |= self._studio.art.arrived()
        self._narrator.step(show)
        if self._step_staff():
            return
        if self.view.screen is Screen.ATTRACT and self._narrator.unvoiced != self._current.start.unvoiced:
            self._wait(self._current.start.seed)
        self._unticked += seconds
        if self._unticked >= TICK_SECONDS:
            before = self.view
            self._current.know(do.Tick(self._unticked))
            self._current.look()
            self._unticked = 0.0
            if self.view != before:
                self._narrator.changed(before, self.view)
                show.stale = True
            if self.view.over:
                self._begin()
            at_rest = not show.due or self.view.screen is Screen.ATTRACT  # where something always moves
            if self.loaded and at_rest:
                self._ahead.step(self.visit, self.frame.situation)

    def _step_staff(self) -> bool:
        """The page of staff goes on, if it lies there; the visit's clocks stand still below it."""
        show = self._presenter
        # Elsewhere nobody needs it: the first screen leads there, and the window can be closed.
        if self._knock.heard(show.now) and (self._desk.kiosk or self._desk.facts().pin):
            self.open_staff()
        if not self.covered:
            return False
        before = self._shown
        if self._backroom.step(show.now):
            self._current.know(do.Stir())
            show.stale = True
        elif self._staff_shown() != before:
            show.stale = True
        return True

    def _staff_shown(self) -> staff.Shown:
        counts = self._desk.tally.counts(self._current.hour()[:10])
        visiting = self.view.screen is not Screen.ATTRACT
        self._shown = self._backroom.shown(
            self._presenter.now, self._comfort, counts, visiting, self._only.offers(self.options)
        )
        return self._shown

    def resize(self, surface: pygame.Surface) -> None:
        """Draw on another surface from now on."""
        self._presenter.resize(surface)

    @property
    def painted(self) -> bool:
        """Whether the scene stands there, and not only its plain sky."""
        return self._presenter.painted

    @property
    def moving(self) -> bool:
        """Whether the next picture will differ by itself."""
        return self.frame.moving

    def draw(self) -> list[pygame.Rect]:
        """Bring the surface up to date; the rectangles that changed, none if nothing did."""
        self.show()
        return self._presenter.draw()

    def show(self) -> None:
        """A new frame, if anything has changed since the last one."""
        # Asked every time: the same music goes on, and a device may have been opened meanwhile.
        self._sound.music(music_of(self.view))
        self._sound.ambient(ambience_of(self.view))
        if self._presenter.due and self._presenter.show(self._page()):
            self._ahead.forget()

    def _page(self) -> Page:
        view, look = self.view, Look.of(self.view.comfort)
        if self.covered:
            shown = self._staff_shown()

            def draw_staff(frame: Frame) -> None:
                staff.draw(frame, shown, self._sound, self._narrator.speaker)

            return Page(f"staff:{shown.page}", shown, self._language, look, draw_staff)

        inviting = view.screen is Screen.ATTRACT
        lanterns = self._desk.tally.counts(self._current.hour()[:10]).lanterns if inviting else 0

        def draw(frame: Frame) -> None:
            compose(frame, view)
            if inviting:
                attract.light_of_the_day(frame, view, lanterns)

        mood = view.track.mood if view.track else ""
        language = self._spoken() if inviting else view.language
        return Page(view.place, (view, language), language, look, draw, mood)

    def _spoken(self) -> str:
        """The attract screen speaks every language of the station by turns, its own first."""
        options = self._only.of(self._options) if self._options else None
        codes = [language.code for language in options.languages] if options else []
        if self._language in codes or not codes:
            codes = [self._language, *(code for code in codes if code != self._language)]
        return codes[int(self._presenter.now / LANGUAGE_SECONDS) % len(codes)]

"""One sitting of one player or pair, from hello to passport."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import replace

from cop_challenge.core import actions as do
from cop_challenge.core import beside, words
from cop_challenge.core.activity import Activity, IllegalAction, Mark, Offer, Role, taken
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.planner import LessonCard, plan
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.screen import OVERLAYS, Screen, VisitView
from cop_challenge.core.settings import settings
from cop_challenge.core.tags import Habit


class Visit:
    """A pure state machine: the same options, seed and actions give the same results."""

    def __init__(self, options: VisitOptions, seed: int) -> None:
        self._options = options
        self._seed = seed
        self._screen = Screen.ATTRACT
        self._covered: tuple[Screen, ...] = ()
        """What the overlays cover, the lowest first."""
        self._language = options.language or options.languages[0].code
        self._track = next((track for track in options.tracks if track.id == options.track), None)
        self._comfort = options.comfort
        self._avatar = ""
        self._lit: tuple[Habit, ...] = ()
        self._light = 0
        self._played: tuple[str, ...] = ()
        self._last_kind = ""
        self._offered: tuple[LessonCard, ...] = ()
        self._card: LessonCard | None = None
        self._open: dict[str, Activity] = {}
        """Lessons begun and not finished, waiting where they were left."""
        self._elapsed = 0.0
        self._idle = 0.0
        self._began = False
        self._over = False

    # ------------------------------------------------------------------ view

    def view(self) -> VisitView:
        """What is shown now."""
        screen = self._screen
        in_lesson = screen is Screen.LESSON
        return VisitView(
            screen=screen,
            offers=self._offers(),
            comfort=self._comfort,
            language=self._language,
            track=self._track,
            languages=tuple(language.name for language in self._options.languages)
            if screen is Screen.ATTRACT
            else (),
            messages=beside.messages(self._options, screen),
            tracks=self._options.tracks if screen is Screen.TRACK else (),
            avatar=self._avatar,
            lit=self._lit,
            light=self._light,
            card=self._card if screen in (Screen.LESSON, Screen.LANTERN) else None,
            activity=self._activity.view() if in_lesson else None,
            spoken=self._spoken,
            countdown=self._countdown() if screen is Screen.STILL_HERE else 0,
            helplines=beside.helplines(self._options, screen, self._track, self._language),
            over=self._over,
        )

    @property
    def _activity(self) -> Activity:
        assert self._card is not None
        return self._open[self._card.id]

    @property
    def _spoken(self) -> bool:
        wish = self._comfort.speech
        fits = self._track is not None and self._track.spoken
        return self._options.voice and (wish == "on" or (wish == "fits" and fits))

    def _offers(self) -> tuple[Offer, ...]:
        if self._over:
            return ()
        own = _SCREENS[self._screen](self)
        if self._screen not in OVERLAYS:
            icon = "pause" if self._screen is Screen.LESSON else "accessibility"
            own += (Offer("pause", do.Pause(), words.PAUSE, Role.PAUSE, f"ui/icons/{icon}.svg"),)
        if self._options.voice:
            own += (Offer("listen", do.Listen(), words.LISTEN, Role.LISTEN, "ui/icons/speaker.svg"),)
        if self._screen in OVERLAYS - {Screen.PAUSE}:
            return own
        return (*own, Offer("grown-up", do.CallGrownUp(), words.GROWN_UP, Role.HELP, "ui/icons/people.svg"))

    def _attract(self) -> tuple[Offer, ...]:
        return (Offer("begin", do.Continue(), words.BEGIN, Role.ADVANCE, "ui/icons/hand.svg"),)

    def _languages(self) -> tuple[Offer, ...]:
        return tuple(
            Offer(language.code, do.Choose(language.code), language.name)
            for language in self._options.languages
        )

    def _tracks(self) -> tuple[Offer, ...]:
        filled = {card.track for card in self._options.cards}
        choices = tuple(
            Offer(
                track.id, do.Choose(track.id), track.name, picture=track.picture, enabled=track.id in filled
            )
            for track in self._options.tracks
        )
        return choices + self._back()

    def _avatars(self) -> tuple[Offer, ...]:
        choices = tuple(
            Offer(name, do.Choose(name), label, picture=f"avatars/{name}.svg")
            for name, label in words.AVATARS.items()
        )
        return choices + self._back()

    def _map(self) -> tuple[Offer, ...]:
        by_habit = {card.habit: card for card in self._offered}
        lanterns = tuple(
            Offer(
                card.habit,
                do.Open(card.id),
                card.title,
                mark=Mark.GOOD if card.habit in self._lit else Mark.PLAIN,
            )
            for habit in Habit
            if (card := by_habit.get(habit))
        )
        if not self._lit:
            return lanterns + self._back()
        return (
            *lanterns,
            Offer("passport", do.Finish(), words.TO_PASSPORT, Role.ADVANCE, "ui/icons/passport.svg"),
        )

    def _lesson(self) -> tuple[Offer, ...]:
        return self._activity.view().offers

    def _lantern(self) -> tuple[Offer, ...]:
        return (Offer("next", do.Continue(), words.NEXT, Role.ADVANCE, "ui/icons/next.svg"),)

    def _passport(self) -> tuple[Offer, ...]:
        return (Offer("done", do.Continue(), words.GOODBYE, Role.ADVANCE, "ui/icons/check.svg"),)

    def _pause(self) -> tuple[Offer, ...]:
        offers = [Offer("return", do.Return(), words.GO_ON, Role.ADVANCE, "ui/icons/play.svg")]
        if self._base is Screen.LESSON:
            offers.append(Offer("leave", do.Leave(), words.LEAVE, Role.LEAVE, "ui/icons/home.svg"))
        return (*offers, *settings(self._comfort))

    def _grown_up(self) -> tuple[Offer, ...]:
        offers = [Offer("return", do.Return(), words.GROWN_UP_BACK, Role.ADVANCE, "ui/icons/back.svg")]
        if self._base is Screen.LESSON:
            offers.append(Offer("leave", do.Leave(), words.LEAVE, Role.LEAVE, "ui/icons/home.svg"))
        if self._lit and self._base is not Screen.PASSPORT:
            offers.append(
                Offer("passport", do.Finish(), words.TO_PASSPORT, Role.BACK, "ui/icons/passport.svg")
            )
        return tuple(offers)

    def _still_here(self) -> tuple[Offer, ...]:
        return (Offer("here", do.Return(), words.STILL_HERE_BUTTON, Role.ADVANCE, "ui/icons/hand.svg"),)

    def _back(self) -> tuple[Offer, ...]:
        if self._screen_before() is None:
            return ()
        return (Offer("back", do.Back(), words.BACK, Role.BACK, "ui/icons/back.svg"),)

    def _countdown(self) -> int:
        return max(0, round(self._options.countdown_seconds - self._idle + 0.499))

    # ------------------------------------------------------------------- act

    def act(self, action: do.Action) -> Sequence[Result]:
        """Do it and say what came of it; IllegalAction if it is not offered now."""
        if isinstance(action, do.Tick):
            return self._stamp(self._tick(action.seconds))
        if isinstance(action, do.Stir):
            if self._screen is not Screen.STILL_HERE:
                self._idle = 0.0
            return ()
        if isinstance(action, do.Adjust):
            return self._adjust(action)
        taken(self._offers(), action)
        self._idle = 0.0
        return self._stamp(self._do(action))

    def _adjust(self, action: do.Adjust) -> Sequence[Result]:
        try:
            self._comfort = self._comfort.with_(action.setting, action.value)
        except ValueError as error:
            raise IllegalAction(str(error)) from None
        self._idle = 0.0
        return ()

    def _stamp(self, results: Sequence[Result]) -> tuple[Result, ...]:
        """Facts with the visit's own columns filled in."""
        track = self._track.id if self._track else ""
        return tuple(replace(result, track=track, language=self._language) for result in results)

    def _do(self, action: do.Action) -> Sequence[Result]:
        if isinstance(action, do.Listen):
            return ()
        if isinstance(action, do.CallGrownUp):
            self._cover(Screen.GROWN_UP)
            return ()
        if isinstance(action, do.Pause):
            self._cover(Screen.PAUSE)
            return ()
        if isinstance(action, do.Return):
            self._uncover()
            return ()
        if isinstance(action, do.Back):
            before = self._screen_before()
            assert before is not None
            self._go(before)
            return ()
        if isinstance(action, do.Finish):
            results = self._left() if self._base is Screen.LESSON else ()
            return (*results, *self._to_passport())
        if isinstance(action, do.Leave):
            results = self._left()
            self._go(Screen.MAP)
            return results
        if isinstance(action, do.Open):
            self._enter(action.lesson)
            return ()
        if self._screen is Screen.LESSON:
            return self._play(action)
        return self._choose(action)

    def _choose(self, action: do.Action) -> Sequence[Result]:
        """A choice on one of the visit's own screens."""
        if self._screen is Screen.PASSPORT:
            self._over = True
            return ()
        if self._screen is Screen.LANTERN:
            self._go(Screen.MAP)
            return () if self._offered else self._to_passport()
        if isinstance(action, do.Choose):
            if self._screen is Screen.LANGUAGE:
                self._language = action.option
            elif self._screen is Screen.TRACK:
                self._track = next(track for track in self._options.tracks if track.id == action.option)
            else:
                self._avatar = action.option
        steps = self._steps()
        self._go(steps[steps.index(self._screen) + 1])
        if self._screen is not Screen.MAP:
            return ()
        self._began = True
        return (Result(Fact.BEGAN),)

    def _steps(self) -> list[Screen]:
        """The screens before the map; a choice of one, or one made beforehand, is no screen."""
        options = self._options
        steps = [Screen.ATTRACT]
        if len(options.languages) > 1 and not options.language:
            steps.append(Screen.LANGUAGE)
        if not options.track:
            steps.append(Screen.TRACK)
        return [*steps, Screen.AVATAR, Screen.MAP]

    def _screen_before(self) -> Screen | None:
        steps = self._steps()
        at = steps.index(self._screen) if self._screen in steps else 0
        return steps[at - 1] if at > 1 and not self._lit and not self._open else None

    def _go(self, screen: Screen) -> None:
        self._screen, self._covered = screen, ()
        if screen is Screen.MAP:
            self._card = None
            self._offered = self._plan()

    def _plan(self) -> tuple[LessonCard, ...]:
        assert self._track is not None
        cards = [card for card in self._options.cards if card.track == self._track.id]
        minutes = self._options.minutes
        offered = plan(
            cards,
            seed=self._seed,
            minutes=None if minutes is None else minutes - self._elapsed / 60,
            lit=self._lit,
            played=self._played,
            last_kind=self._last_kind,
        )
        waiting = tuple(card for card in cards if card.id in self._open)
        begun = {card.habit for card in waiting}
        return waiting + tuple(card for card in offered if card.habit not in begun)

    def _enter(self, lesson: str) -> None:
        self._card = next(card for card in self._offered if card.id == lesson)
        if lesson not in self._open:
            self._open[lesson] = self._options.open_lesson(lesson, self._seed)
        self._screen = Screen.LESSON

    def _play(self, action: do.Action) -> Sequence[Result]:
        assert self._card is not None
        card, activity = self._card, self._activity
        results = [self._of_lesson(result) for result in activity.act(action)]
        self._light += sum(result.light for result in results)
        if activity.view().finished:
            results.append(self._of_lesson(Result(Fact.FINISHED, outcome=Outcome.GOOD)))
            del self._open[card.id]
            self._played += (card.id,)
            self._last_kind = card.kind
            if card.habit not in self._lit:
                self._lit += (card.habit,)
            self._screen = Screen.LANTERN
        return results

    def _of_lesson(self, result: Result) -> Result:
        assert self._card is not None
        return replace(result, lesson=self._card.id, kind=self._card.kind, habit=self._card.habit)

    @property
    def _base(self) -> Screen:
        """The screen beneath any overlay."""
        return self._covered[0] if self._covered else self._screen

    def _left(self) -> Sequence[Result]:
        return (self._of_lesson(Result(Fact.LEFT, step=self._activity.view().place)),)

    def _to_passport(self) -> Sequence[Result]:
        self._go(Screen.PASSPORT)
        return (Result(Fact.ENDED, outcome=Outcome.PASSPORT, light=self._light),)

    def _cover(self, overlay: Screen) -> None:
        self._covered += (self._screen,)
        self._screen = overlay
        self._idle = 0.0

    def _uncover(self) -> None:
        *below, self._screen = self._covered
        self._covered = tuple(below)

    def _tick(self, seconds: float) -> Sequence[Result]:
        """Let time go by: the visit's clock, the idle clock, the countdown, and a game's own."""
        if self._screen is Screen.ATTRACT or self._over:
            return ()
        self._idle += seconds
        if self._screen not in OVERLAYS:
            self._elapsed += seconds
        options = self._options
        if self._screen is Screen.STILL_HERE:
            if self._idle < options.countdown_seconds:
                return ()
            return self._abandon()
        patience = options.grown_up_seconds if self._screen is Screen.GROWN_UP else options.idle_seconds
        if self._idle >= patience:
            self._cover(Screen.STILL_HERE)
            return ()
        if self._screen is Screen.LESSON and self._activity.view().clocked:
            return self._play(do.Tick(seconds))
        return ()

    def _abandon(self) -> Sequence[Result]:
        self._over = True
        results = list(self._left()) if self._base is Screen.LESSON else []
        if self._began and self._base is not Screen.PASSPORT:
            results.append(Result(Fact.ENDED, outcome=Outcome.IDLE, light=self._light))
        return results

    def __copy__(self) -> Visit:
        """A snapshot that can be played on without touching this visit."""
        twin = object.__new__(Visit)
        twin.__dict__.update(self.__dict__)
        twin._open = {lesson: copy.copy(activity) for lesson, activity in self._open.items()}
        return twin


_SCREENS: dict[Screen, Callable[[Visit], tuple[Offer, ...]]] = {
    Screen.ATTRACT: Visit._attract,
    Screen.LANGUAGE: Visit._languages,
    Screen.TRACK: Visit._tracks,
    Screen.AVATAR: Visit._avatars,
    Screen.MAP: Visit._map,
    Screen.LESSON: Visit._lesson,
    Screen.LANTERN: Visit._lantern,
    Screen.PASSPORT: Visit._passport,
    Screen.PAUSE: Visit._pause,
    Screen.GROWN_UP: Visit._grown_up,
    Screen.STILL_HERE: Visit._still_here,
}

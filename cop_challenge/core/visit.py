"""One sitting of one player or pair, from hello to passport."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace

from cop_challenge.core import actions as do
from cop_challenge.core import beside, languages, offering
from cop_challenge.core.activity import IllegalAction, Offer, View, taken
from cop_challenge.core.journey import Journey
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.pair import Friends
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.screen import OVERLAYS, PICKERS, Screen, VisitView
from cop_challenge.core.study import Study
from cop_challenge.core.tags import Habit


class Visit:
    """A pure state machine: the same options, seed and actions give the same results."""

    def __init__(self, options: VisitOptions, seed: int) -> None:
        self._options = options
        self._seed = seed
        self._screen = Screen.ATTRACT
        self._page = 0
        """Of the languages."""
        self._covered: tuple[Screen, ...] = ()
        """What the overlays cover, the lowest first."""
        self._language = options.language or options.languages[0].code
        self._track = next((track for track in options.tracks if track.id == options.track), None)
        self._comfort = options.comfort
        self._friends = Friends()
        self._journey = Journey(options.open_lesson, seed)
        self._study: Study | None = None
        self._after_sheet = Screen.MAP
        self._elapsed = 0.0
        self._idle = 0.0
        self._began = False
        self._over = False

    # ------------------------------------------------------------------ view

    def view(self) -> VisitView:
        """What is shown now."""
        screen, journey = self._screen, self._journey
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
            partners=self._options.partners if screen is Screen.ATTRACT else (),
            tracks=self._options.tracks if screen is Screen.TRACK else (),
            friends=self._friends,
            last=screen is Screen.MAP and journey.last and bool(journey.played),
            lit=journey.lit,
            light=journey.light,
            card=journey.card if screen in (Screen.LESSON, Screen.LANTERN) else None,
            activity=self._inner(),
            spoken=self._spoken,
            named=self._spoken or (screen in PICKERS and self._comfort.speech != "off"),
            countdown=self._countdown() if screen is Screen.STILL_HERE else 0,
            helplines=beside.helplines(self._options, screen, self._track, self._language),
            over=self._over,
        )

    def _inner(self) -> View | None:
        """What the lesson or the sheet shows, where one is played or filled in."""
        if self._screen is Screen.LESSON:
            return self._journey.view()
        if self._screen is Screen.SHEET and self._study:
            return self._study.view()
        return None

    @property
    def _spoken(self) -> bool:
        wish = self._comfort.speech
        fits = self._track is not None and self._track.spoken
        return self._speaks and (wish == "on" or (wish == "fits" and fits))

    @property
    def _speaks(self) -> bool:
        return self._options.speaks(self._language)

    def _offers(self) -> tuple[Offer, ...]:
        if self._over:
            return ()
        inner = self._inner()
        own = inner.offers if inner else self._own_offers()
        # Where languages are chosen, each is read in itself, whatever is read now.
        voice = self._options.voice if self._screen in PICKERS else self._speaks
        always = offering.everywhere(self._screen, inner is not None, voice)
        return own + languages.switch(self._options, self._screen) + always

    def _own_offers(self) -> tuple[Offer, ...]:
        journey, back = self._journey, (offering.BACK,) if self._screen_before() else ()
        match self._screen:
            case Screen.ATTRACT:
                return offering.ATTRACT
            case Screen.LANGUAGE:
                return self._languages()
            case Screen.LANGUAGES:
                return (*self._languages(), languages.RETURN)
            case Screen.TRACK:
                return offering.tracks(self._options, self._language, self._comfort) + back
            case Screen.AVATAR:
                return offering.avatars(self._friends.avatars) + (
                    (offering.BACK,) if self._friends.avatars else back
                )
            case Screen.STAMPS:
                return offering.stamps(journey.lit) + back
            case Screen.MAP:
                return offering.lanterns(journey.offered, journey.lit, bool(journey.played)) + back
            case Screen.LANTERN:
                return offering.LANTERN
            case Screen.PASSPORT:
                return offering.PASSPORT
            case Screen.PAUSE:
                return offering.pause(self._base, self._comfort)
            case Screen.GROWN_UP:
                return offering.grown_up(self._base, bool(journey.played))
            case _:
                return offering.STILL_HERE

    def _languages(self) -> tuple[Offer, ...]:
        # Before the track is chosen anybody may still play, but for whom the station was set up.
        open_ = self._base in (Screen.LANGUAGE, Screen.TRACK) and not self._options.track
        player = None if open_ else self._track
        return languages.offers(self._options, self._page, self._language, player, self._comfort)

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
        if isinstance(action, do.End):
            return self._stamp(self._abandon(Outcome.STOPPED))
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
        if isinstance(action, do.Languages):
            self._page = languages.page_of(self._options, self._language)
            self._cover(Screen.LANGUAGES)
            return ()
        if isinstance(action, do.Turn):
            self._page = (self._page + 1) % languages.pages(self._options)
            return ()
        if self._screen is Screen.LANGUAGES and isinstance(action, do.Choose):
            self._language = action.option
            self._uncover()
            return ()
        if isinstance(action, do.Return):
            self._uncover()
            return ()
        if isinstance(action, do.Back) and self._screen is Screen.AVATAR and self._friends.avatars:
            self._friends = Friends()
            return ()
        if isinstance(action, do.Back):
            before = self._screen_before()
            assert before is not None
            self._go(before)
            if before is Screen.AVATAR:
                self._friends = Friends()
            return ()
        if isinstance(action, do.Finish):
            return self._finish()
        if isinstance(action, do.Leave):
            results = self._journey.left()
            self._go(Screen.MAP)
            return results
        if isinstance(action, do.Open):
            return self._enter(action.lesson)
        if self._screen is Screen.LESSON:
            return self._play(action)
        if self._screen is Screen.SHEET:
            return self._fill_in(action)
        return self._choose(action)

    def _enter(self, lesson: str) -> Sequence[Result]:
        """Into a lesson; if its file has gone, the map offers others, or the passport if there is none."""
        if self._journey.enter(lesson):
            self._screen = Screen.LESSON
            return ()
        self._offer_lessons()
        return () if self._journey.offered else self._to_passport()

    def _finish(self) -> Sequence[Result]:
        """To the passport. From the map a sheet may come first; never for somebody who asked for help."""
        if self._screen is Screen.MAP and self._sheet_due(Screen.PASSPORT, more=False):
            return ()
        results = self._broken_off()
        if self._study:
            self._study.give_up()
        return (*results, *self._to_passport())

    def _broken_off(self) -> tuple[Result, ...]:
        """The fact that a lesson or a sheet is left as it is."""
        if self._base is Screen.LESSON:
            return self._journey.left()
        if self._base is Screen.SHEET and self._study:
            return self._study.abandoned()
        return ()

    def _sheet_due(self, then: Screen, *, more: bool) -> bool:
        """Lays the second sheet on the table if it is time for it; `then`: where it leads."""
        if self._study is None or not self._study.due(self._journey.played, more):
            return False
        self._go(Screen.SHEET)
        self._after_sheet = then
        return True

    def _fill_in(self, action: do.Action) -> Sequence[Result]:
        assert self._study is not None
        results = self._study.act(action)
        if self._study.asking:
            return results
        if self._after_sheet is Screen.PASSPORT:
            return (*results, *self._to_passport())
        self._go(Screen.MAP)
        return (*results, *(() if self._journey.offered else self._to_passport()))

    def _choose(self, action: do.Action) -> Sequence[Result]:
        """A choice on one of the visit's own screens."""
        if self._screen is Screen.PASSPORT:
            self._over = True
            return ()
        if self._screen is Screen.LANTERN:
            self._go(Screen.MAP)
            more = bool(self._journey.offered)
            if self._sheet_due(Screen.MAP, more=more) or more:
                return ()
            return self._to_passport()
        if isinstance(action, do.Choose):
            if self._screen is Screen.LANGUAGE:
                self._language = action.option
            elif self._screen is Screen.TRACK:
                self._track = next(track for track in self._options.tracks if track.id == action.option)
            elif self._screen is Screen.STAMPS:
                self._journey.bring(Habit(action.option))
                return ()
            else:
                self._friends = self._friends.joined(action.option)
                if len(self._friends.avatars) < self._options.seats:
                    return ()
        steps = self._steps()
        self._go(steps[steps.index(self._screen) + 1])
        if self._screen is not Screen.MAP:
            return ()
        self._began = True
        assert self._track is not None
        if measure := self._options.measures.get(self._track.id):
            self._study = Study(measure, self._seed)
            self._screen = Screen.SHEET
            return (Result(Fact.BEGAN), self._study.begin())
        return (Result(Fact.BEGAN),)

    def _steps(self) -> list[Screen]:
        """The screens before the map; a choice of one, or one made beforehand, is no screen."""
        options = self._options
        steps = [Screen.ATTRACT]
        if len(options.languages) > 1 and not options.language:
            steps.append(Screen.LANGUAGE)
        if not options.track:
            steps.append(Screen.TRACK)
        steps.append(Screen.AVATAR)
        if options.stamps:
            steps.append(Screen.STAMPS)
        return [*steps, Screen.MAP]

    def _screen_before(self) -> Screen | None:
        steps = self._steps()
        at = steps.index(self._screen) if self._screen in steps else 0
        fresh = not self._journey.begun and self._study is None
        return steps[at - 1] if at > 1 and fresh else None

    def _go(self, screen: Screen) -> None:
        self._screen, self._covered = screen, ()
        if screen is Screen.MAP:
            self._offer_lessons()

    def _offer_lessons(self) -> None:
        assert self._track is not None
        cards = self._options.cards_of(self._track.id, self._language)
        minutes = self._options.minutes
        left = None if minutes is None else minutes - self._elapsed / 60
        if self._study:
            cards = self._study.cards(cards)
            left = None if left is None else left - self._study.kept_minutes()
        self._journey.offer(cards, left)

    def _play(self, action: do.Action) -> Sequence[Result]:
        results = self._journey.act(action)
        self._friends = self._friends.after(results)
        if any(result.fact is Fact.FINISHED for result in results):
            self._screen = Screen.LANTERN
        return results

    @property
    def _base(self) -> Screen:
        """The screen beneath any overlay."""
        return self._covered[0] if self._covered else self._screen

    def _to_passport(self) -> Sequence[Result]:
        self._go(Screen.PASSPORT)
        return (Result(Fact.ENDED, outcome=Outcome.PASSPORT, light=self._journey.light),)

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
            return self._abandon(Outcome.IDLE)
        patience = options.grown_up_seconds if self._screen is Screen.GROWN_UP else options.idle_seconds
        if self._idle >= patience:
            self._cover(Screen.STILL_HERE)
            return ()
        if self._screen is Screen.LESSON and self._journey.view().clocked:
            return self._play(do.Tick(seconds))
        return ()

    def _abandon(self, outcome: Outcome) -> Sequence[Result]:
        self._over = True
        results = list(self._broken_off())
        if self._began and self._base is not Screen.PASSPORT:
            results.append(Result(Fact.ENDED, outcome=outcome, light=self._journey.light))
        return results

    def __copy__(self) -> Visit:
        """A snapshot that can be played on without touching this visit."""
        twin = object.__new__(Visit)
        twin.__dict__.update(self.__dict__)
        twin._journey, twin._study = copy.copy(self._journey), copy.copy(self._study)
        return twin

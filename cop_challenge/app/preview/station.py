"""A station that shows one lesson while it is being written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pygame

from cop_challenge.app.languages import Languages
from cop_challenge.app.presenter import Page
from cop_challenge.app.preview import overlay
from cop_challenge.app.preview.draft import Draft, DraftFile
from cop_challenge.app.preview.moments import Moments, dressed
from cop_challenge.app.scenes.registry import compose
from cop_challenge.app.station import Station
from cop_challenge.app.studio import Studio
from cop_challenge.app.window import open_window
from cop_challenge.app.wiring import Places
from cop_challenge.core import actions as do
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.visit import Visit
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.store.database import Row
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.look import Look

POLL_SECONDS = 0.2
"""How often the file is asked whether it was saved."""
SIZES = ((1280, 720), (1920, 1080), (1024, 768), (720, 1280))
"""Windows to go through: wide, large, old, upright."""


class Forgetful:
    """Keeps nothing: what an author tries out is nobody's result."""

    problem, kept = "", 0

    def record(self, rows: Sequence[Row]) -> None:
        """Take rows, and leave them."""


class Preview(Station):
    """Shows the moment it is at, again after each save, and goes to others by keys."""

    def __init__(
        self,
        surface: pygame.Surface,
        studio: Studio,
        file: DraftFile,
        places: Places,
        *,
        language: str = "",
        still: bool = False,
    ) -> None:
        self._file = file
        self._places = places
        self._draft = Draft()
        self._moments: Moments | None = None
        self._index = 0
        self._around: tuple[str, ...] = ()
        """Entries in which the first error stands."""
        self._shown_options: VisitOptions | None = None
        self._old = self._hidden = False
        self._keys = True
        """Say which keys there are: at first, and when asked."""
        self._size = 0
        self._mood = ""
        """Another track's, if one was chosen."""
        self._polled = 0.0
        super().__init__(
            surface,
            studio,
            lambda: self._shown_options,
            lambda: 1,
            Forgetful(),
            language=language,
            still=still,
        )
        self.renew()

    # ------------------------------------------------------------------ file

    def tick(self, seconds: float) -> None:
        """Let time go by; look at the file now and then."""
        self._polled += seconds
        if self._polled >= POLL_SECONDS:
            self._polled = 0.0
            if self._file.changed():
                self.renew()
        super().tick(seconds)

    def renew(self) -> None:
        """Show the file as it is now, at the moment where one was, or where its first error is."""
        name = self._moments.names[self._index] if self._moments else ""
        self._draft = draft = self._file.look()
        library = self._file.library(draft)
        self._studio.find_pictures(library.find_picture)
        moments, options = self._opened(draft, Languages(self._places, (self._file.root,), library))
        self._old = moments is None and self._moments is not None
        if moments and options:
            self._moments, self._shown_options, self._options = moments, options, options
            self._studio.write_numbers(options)
        error = next((problem for problem in draft.problems if problem.is_error and problem.line), None)
        self._around = self._file.names_around(error.line) if error else ()
        self._presenter.stale = True
        if not self._moments:
            return
        same = self._moments.find(name) if name else 0
        wrong = self._moments.of(self._around) if error else None
        self._to(next((index for index in (wrong, same) if index is not None), 0))

    def _opened(self, draft: Draft, speaks: Languages) -> tuple[Moments | None, VisitOptions | None]:
        """The lesson's moments, if they can be shown."""
        lesson = draft.lesson
        if lesson is None or lesson.track not in draft.tracks:
            return None, None
        speaks.look(self._studio.translator)
        self._studio.narration.look_in(speaks.narration_folders)
        options = VisitOptions(
            languages=speaks.known,
            tracks=tuple(draft.tracks.values()),
            cards=(lesson.card(),),
            open_lesson=draft.play,
            language=self.view.language or self._language,
            track=lesson.track,
            idle_seconds=1e9,  # an author thinks
        )
        try:
            return Moments(options, lesson.card()), options
        except Exception:
            if draft.in_order:
                raise
            # What was guessed to go on with a broken file need not be a lesson that can be played.
            return None, None

    # --------------------------------------------------------------- moments

    @property
    def moment(self) -> str:
        """Name of the moment last gone to."""
        return self._moments.names[self._index] if self._moments else ""

    def _begin(self) -> None:
        """Where a visit would end, the lesson begins once more."""
        if self._moments:
            self._to(0)
        else:
            super()._begin()

    def _to(self, index: int) -> None:
        assert self._moments is not None
        self._index = index
        self._show_visit(self._moments.at(index))

    def _show_visit(self, visit: Visit) -> None:
        before = self.view
        self._current.put(dressed(visit, before.language, before.comfort))
        self._narrator.changed(before, self.view)
        self._presenter.stale = True

    # ------------------------------------------------------------------ keys

    def handle(self, event: pygame.event.Event) -> None:
        """One event: the preview's own keys, and those of every station."""
        if event.type != pygame.KEYDOWN or not self._key(event.key, getattr(event, "mod", 0)):
            super().handle(event)

    def _key(self, key: int, modifiers: int) -> bool:
        """Whether it was one of the preview's."""
        if key == pygame.K_F1:
            # What can be seen goes away; what can't comes.
            self._hidden = not self._hidden and bool(self._keys or self._draft.problems)
            self._keys = not self._hidden
            self._presenter.stale = True
            return True
        known = self._own_key(key, modifiers)
        if known:
            self._keys = False
            self._presenter.stale = True
        return known

    def _own_key(self, key: int, modifiers: int) -> bool:
        place = bool(modifiers & (pygame.KMOD_SHIFT | pygame.KMOD_CTRL))
        match key:
            case pygame.K_PAGEDOWN | pygame.K_PAGEUP if self._moments:
                step = 1 if key == pygame.K_PAGEDOWN else -1
                self._to(self._moments.after(self._index, step, place=place))
            case pygame.K_HOME | pygame.K_F5 if self._moments:
                self._to(0)
            case pygame.K_l:
                self._next_language()
            case pygame.K_t:
                self._next_track()
            case pygame.K_a:
                self.act(do.Adjust("text", self.view.comfort.after("text")))
            case pygame.K_s:
                on = self.view.spoken
                self.act(do.Adjust("speech", "off" if on else "on"))
                if not on:
                    self._narrator.listen(self.view)
            case pygame.K_w:
                self._size = (self._size + 1) % len(SIZES)
                self.resize(open_window(SIZES[self._size], chosen=True))
            case _:
                return False
        return True

    def _next_language(self) -> None:
        codes = [language.code for language in self._options.languages] if self._options else []
        if self.view.language in codes:
            code = codes[(codes.index(self.view.language) + 1) % len(codes)]
            self._current.put(dressed(self.visit, code, self.view.comfort))
            self._presenter.stale = True

    def _next_track(self) -> None:
        names = list(self._draft.tracks)
        now = self._mood or (self.view.track.id if self.view.track else "")
        if now in names:
            self._mood = names[(names.index(now) + 1) % len(names)]
            self._presenter.stale = True

    # -------------------------------------------------------------- pictures

    def _page(self) -> Page:
        page, view = super()._page(), self.view
        if self._mood in self._draft.tracks and view.track:
            view = replace(view, track=self._draft.tracks[self._mood])
        state = self._state()

        def draw(frame: Frame) -> None:
            compose(frame, view)
            overlay.draw(frame, state)

        mood = view.track.mood if view.track else ""
        content = view, page.language, state
        return Page(f"{page.place}#{mood}", content, page.language, Look.of(view.comfort), draw, mood)

    def _state(self) -> overlay.State:
        view = self.view
        shown = [self._file.path.name]
        if self._moments:
            known = f"{len(self._moments.names)}{'' if self._moments.whole else '…'}"
            shown.append(f"{self._index + 1}/{known} {view.activity.place if view.activity else view.screen}")
        shown += [page for page in (view.language, f"{view.comfort.text} %") if page]
        if track := self._mood or (view.track.id if view.track else ""):
            shown.append(track)
        told = " · ".join(shown)
        return overlay.State(told, self._sorted(), old=self._old, hidden=self._hidden, keys=self._keys)

    def _sorted(self) -> tuple[Problem, ...]:
        """Errors, those of the entry on screen first, then advice."""
        place = self.view.activity.place if self.view.activity else ""

        def elsewhere(problem: Problem) -> bool:
            names = self._file.names_around(problem.line)
            return not (place and names and place.startswith(names[0]))

        return tuple(sorted(self._draft.problems, key=lambda one: (not one.is_error, elsewhere(one), one)))

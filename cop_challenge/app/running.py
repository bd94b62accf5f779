"""The visit that runs on a station: what is done in it is written down, and can be taken up after a crash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from cop_challenge.app.narrowing import Narrowing
from cop_challenge.core import actions as do
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Result
from cop_challenge.core.screen import Screen
from cop_challenge.core.visit import Visit
from cop_challenge.store.database import Row
from cop_challenge.store.journal import Journal, Left, Start
from cop_challenge.store.tally import Tally


class Keeper(Protocol):
    """Where results go; `store.Recorder`, or a list in tests."""

    @property
    def problem(self) -> str:
        """Why rows are waiting, or nothing."""

    @property
    def kept(self) -> int:
        """Rows taken so far."""

    def record(self, rows: Sequence[Row]) -> None:
        """Take rows, at once."""


def _visit_of(options: VisitOptions, start: Start) -> Visit:
    comfort, voice, unvoiced = start.comfort, start.voice, start.unvoiced
    options = Narrowing(start.language, start.track).of(options)
    return Visit(replace(options, comfort=comfort, voice=voice, unvoiced=unvoiced), start.seed)


class RunningVisit:
    """One visit after the other, each with its journal and its facts."""

    def __init__(
        self,
        options: VisitOptions,
        start: Start,
        keeper: Keeper,
        tally: Tally,
        *,
        station: str,
        hour: Callable[[], str],
        journal: Journal,
        left: Left | None,
    ) -> None:
        """The first one waits; while there is one `left` in the journal, that stays there."""
        self._keeper = keeper
        self._tally = tally
        self._station = station
        self.hour = hour
        self.journal = journal
        self._left = left
        self.wait(options, start)

    def wait(self, options: VisitOptions, start: Start) -> None:
        """Another visit, on the attract screen."""
        self._go_to(_visit_of(options, start), start)
        if self._left is None:
            self.journal.begin(start)

    def _go_to(self, visit: Visit, start: Start) -> None:
        self.put(visit)
        self.start = start
        self.id, self._facts = f"{start.seed & (2**64 - 1):016x}", 0

    def put(self, visit: Visit) -> None:
        """Another one in its place, as the preview goes from moment to moment."""
        self.visit, self.view = visit, visit.view()

    def act(self, action: do.Action) -> Sequence[Result]:
        """Do it, and keep what came of it."""
        self.journal.note(action)
        results = self.visit.act(action)
        self._keep(results)
        self.view = self.visit.view()
        return results

    def know(self, action: do.Action) -> None:
        """Time goes by, or somebody is there; the view stays. Before it has begun that changes nothing."""
        if self.view.screen is not Screen.ATTRACT:
            self.journal.note(action)
        self._keep(self.visit.act(action))

    def look(self) -> None:
        """The view as it is by now."""
        self.view = self.visit.view()

    def _keep(self, results: Sequence[Result]) -> None:
        rows = []
        for result in results:
            self._facts += 1
            rows.append(Row(self._station, self.id, self._facts, self.hour(), result))
        self._tally.add(rows)
        self._keeper.record(rows)

    def take_up(self, options: VisitOptions) -> bool:
        """Goes on with the visit that was left when the game stopped; whether there is one.

        Its facts are recorded once more: which of them are there already the results file knows.
        """
        left, self._left = self._left, None
        if left is None:
            return False
        self.journal.go_on()
        visit = _visit_of(options, left.start)
        results: list[Result] = []
        try:
            for action in left.actions:
                results += visit.act(action)
            view = visit.view()
        except Exception:
            # What stopped the game would stop it again, or a lesson is not there any more.
            return False
        if view.over or view.screen is Screen.ATTRACT:
            return False
        self._go_to(visit, left.start)
        self._keep(results)
        return True

"""The moments of a lesson in a row, worked out as far as somebody has gone."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from cop_challenge.app import survey
from cop_challenge.core import actions as do
from cop_challenge.core.activity import legal
from cop_challenge.core.comfort import CHOICES, Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.visit import Visit

MOST = 400
"""Moments of a lesson that are looked through; the longest built-in one has fewer."""


class Moments:
    """A lesson's moments, each a visit that can be played on from there."""

    def __init__(self, options: VisitOptions, card: LessonCard) -> None:
        """Raises whatever the lesson's rules raise, if it was mended by guessing."""
        start = survey.opened(options, card)
        self._ahead: Iterator[tuple[str, Visit]] = islice(survey.moments(card.id, start), MOST)
        self._cut = len(card.id) + 1
        self.names: list[str] = []
        """Of those known by now: place and number."""
        self._visits: list[Visit] = []
        self.whole = False
        """There are no others."""
        self._reach(0)

    def _reach(self, index: int) -> bool:
        while len(self.names) <= index and not self.whole:
            name, visit = next(self._ahead, ("", None))
            if visit is None:
                self.whole = True
            else:
                self.names.append(name[self._cut :])
                self._visits.append(visit)
        return index < len(self.names)

    def at(self, index: int) -> Visit:
        """The visit at a moment."""
        return copy.copy(self._visits[index])

    def place(self, index: int) -> str:
        """Where a moment is, without its number."""
        return self.names[index].rpartition("-")[0]

    def after(self, index: int, step: int, *, place: bool = False) -> int:
        """The moment that comes next, or before; with `place` the first one of another place."""
        to = index + step
        while to >= 0 and self._reach(to):
            if not place or self.place(to) != self.place(index):
                return to
            to += step
        return index

    def find(self, name: str) -> int | None:
        """The moment called so."""
        index = 0
        while self._reach(index):
            if self.names[index] == name:
                return index
            index += 1
        return None

    def of(self, entries: Sequence[str]) -> int | None:
        """The first moment of the first of these entries that has one."""
        for entry in entries:
            index = 0
            while self._reach(index):
                place = self.place(index)
                if place.startswith(entry) or entry in re.split("[./]", place):
                    return index
                index += 1
        return None


def dressed(visit: Visit, language: str, comfort: Comfort) -> Visit:
    """A copy with these settings and, if it is offered here, in this language."""
    visit = copy.copy(visit)
    for setting in CHOICES:
        value = getattr(comfort, setting)
        if getattr(visit.view().comfort, setting) != value:
            visit.act(do.Adjust(setting, str(value)))
    if visit.view().language == language:
        return visit
    changed = copy.copy(visit)
    for action in (do.Pause(), do.Languages()):
        if not _offered(changed, action):
            return visit
        changed.act(action)
    while not _offered(changed, do.Choose(language)):
        first = changed.view().offers
        if not _offered(changed, do.Turn()):
            return visit
        changed.act(do.Turn())
        if changed.view().offers == first:
            return visit
    changed.act(do.Choose(language))
    changed.act(do.Return())
    return changed


def _offered(visit: Visit, action: do.Action) -> bool:
    return any(offer.action == action for offer in legal(visit.view().offers))

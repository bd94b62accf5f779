"""The pages of staff over the visit: which one lies there, what was typed, what is being copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from cop_challenge.app.beside import Beside
from cop_challenge.app.lock import Lock
from cop_challenge.app.scenes import pad
from cop_challenge.app.staff import Facts, KnowsFacts, Page, Shown
from cop_challenge.app.sticks import Room
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Offer
from cop_challenge.core.comfort import Comfort
from cop_challenge.store.copy import Copied
from cop_challenge.store.tally import Counts, Tally

LOOK_SECONDS = 3.0
"""Between two looks for sticks."""
PATIENCE_SECONDS = {Page.PAD: 30.0, Page.STATION: 180.0, Page.SETTINGS: 180.0}
"""A page that staff have left lying there goes away by itself: a child may come next."""
MOST_DIGITS = 12


class Wish(Enum):
    """What the station is to do after something was pressed."""

    NOTHING = 0
    STAY = 1
    """Go on with the visit."""
    CLOSE = 2
    END = 3
    """End the visit, and start afresh."""


@dataclass(frozen=True)
class Desk:
    """What the pages of staff work with."""

    facts: KnowsFacts = Facts
    tally: Tally = field(default_factory=Tally)
    room: Callable[[], Room] = Room
    """May take a while: it is asked beside the game."""
    copy: Callable[[Path], Copied] = lambda folder: Copied()
    """Copies the results into a folder; the same."""
    kiosk: bool = False
    """Nobody else may close the game."""


class Backroom:
    """Opens, shows and closes the pages. Times are seconds on the station's clock."""

    def __init__(self, desk: Desk, lock: Lock | None = None) -> None:
        self._desk = desk
        self._lock = lock or Lock()
        self.page = Page.NONE
        self._typed = ""
        self._last = 0.0
        """When somebody did something."""
        self._look: Beside[Room] | None = None
        self._room = Room()
        self._looked = 0.0
        self._stick = 0
        self._copy: Beside[Copied] | None = None
        self._copied: Copied | None = None

    @property
    def covers(self) -> bool:
        """A page lies over the visit."""
        return self.page is not Page.NONE

    def knock(self, now: float) -> None:
        """Somebody asks for the page of staff."""
        self.stir(now)
        if not self.covers:
            self._copied = None
            self._turn(Page.PAD if self._desk.facts().pin else Page.STATION)

    def stir(self, now: float) -> None:
        """Somebody is there."""
        self._last = now

    def leave(self) -> None:
        """Back to the visit."""
        self._turn(Page.NONE)

    def _turn(self, page: Page) -> None:
        self.page, self._typed = page, ""
        if page is Page.STATION:
            self._look_round()

    def _look_round(self) -> None:
        if self._look is None:
            self._look = Beside(self._desk.room, "room")
            self._look.start()

    # ------------------------------------------------------------------- time

    def step(self, now: float) -> bool:
        """What has come of the work beside; whether the page was left by itself."""
        if self._lock.open(now) and self.page is Page.PAD:
            self._turn(Page.STATION)
        if self._look and (room := self._look.ready()):
            self._room, self._look, self._looked = room, None, now
        elif self.page is Page.STATION and now - self._looked >= LOOK_SECONDS:
            self._look_round()
        if self._copy and (copied := self._copy.ready()):
            self._copied, self._copy = copied, None
        if self.covers and now - self._last >= PATIENCE_SECONDS[self.page]:
            self.leave()
            return True
        return False

    # ---------------------------------------------------------------- pressing

    def take(self, action: do.Action, now: float) -> Wish:
        """Do what stands on the page; settings of visits are no matter of it."""
        match action:
            case do.Return():
                self.leave()
                return Wish.STAY
            case do.Leave():
                return Wish.CLOSE
            case do.Back():
                self._turn(Page.STATION)
            case do.Choose("settings"):
                self._turn(Page.SETTINGS)
            case do.Choose("end"):
                self.leave()
                return Wish.END
            case do.Choose("copy"):
                self._begin_copy()
            case do.Choose("stick"):
                self._stick += 1
            case do.Choose(key) if self.page is Page.PAD:
                self._key(key, now)
        return Wish.NOTHING

    def type(self, digit: int, now: float) -> bool:
        """A digit from the keyboard; whether any is wanted."""
        if self.page is not Page.PAD:
            return False
        self._key(str(digit), now)
        return True

    def rub(self, now: float) -> bool:
        """The last digit goes; whether there was one to take back."""
        there = self.page is Page.PAD and bool(self._typed)
        if there:
            self._key(pad.ERASE, now)
        return there

    def _key(self, key: str, now: float) -> None:
        if key == pad.ERASE:
            self._typed = self._typed[:-1]
        elif key == pad.OPEN:
            typed, self._typed = self._typed, ""
            if typed:
                self._lock.put(typed, self._desk.facts().pin, now)
        elif not self._lock.busy and not self._lock.wait_seconds(now):
            self._typed = (self._typed + key)[:MOST_DIGITS]

    def _begin_copy(self) -> None:
        stick = self._chosen_stick()
        if stick is not None and self._copy is None:
            self._copied = None
            self._copy = Beside(lambda: self._desk.copy(stick), "copy")
            self._copy.start()

    def _chosen_stick(self) -> Path | None:
        sticks = self._room.sticks
        return sticks[self._stick % len(sticks)] if sticks else None

    # ------------------------------------------------------------------ looks

    def shown(
        self, now: float, comfort: Comfort, counts: Counts, visiting: bool, only: Sequence[Offer]
    ) -> Shown:
        """All that the page shows; the PIN only as a number of digits."""
        return Shown(
            page=self.page,
            comfort=comfort,
            facts=self._desk.facts(),
            counts=counts,
            room=self._room,
            stick=self._chosen_stick(),
            copying=self._copy is not None,
            copied=self._copied,
            visiting=visiting,
            only=tuple(only),
            typed=len(self._typed),
            wait_seconds=self._lock.wait_seconds(now),
            refused=self._lock.refused,
        )

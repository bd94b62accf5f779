"""One station of the dry run: the real `play`, watched, with hands of simulated players and their time.

    python station.py SHIFT.json            the watchdog, which starts the other
    python station.py SHIFT.json play …     the game, as the command line plays it

Put in their place are the three clocks of `wiring` and the loop's hands; everything else is the station's
own. What players see of their visits goes to a diary, line by line; it knows nothing of results, and is what
the report is held against. Beside it is a list of the facts that the disk has acknowledged.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pygame

from cop_challenge.app import play, wiring
from cop_challenge.app.pilot import Pilot, play_visit
from cop_challenge.app.station import Station
from cop_challenge.app.watch import watch
from cop_challenge.app.watchdog import USUAL
from cop_challenge.app.window import Loop
from cop_challenge.cli.main import run
from cop_challenge.core.actions import Action, Stir
from cop_challenge.core.activity import legal
from cop_challenge.core.chance import chance
from cop_challenge.core.screen import OVERLAYS, Screen
from cop_challenge.core.visit import Visit
from cop_challenge.sim.players import PLAYERS
from cop_challenge.store.database import Row, Store
from cop_challenge.ui.geometry import Viewport

BEFORE_IT_BEGINS = frozenset({Screen.ATTRACT, Screen.LANGUAGE, Screen.TRACK, Screen.AVATAR, Screen.STAMPS})
PART_OF_IT = frozenset(Screen) - BEFORE_IT_BEGINS - OVERLAYS
"""Screens that only a visit that has begun shows; the pause, say, is laid over any."""
GUEST = "guest"
THOUGHT_SECONDS = 12.0, 36.0
"""From seeing a page to pressing something, the least and the most."""
ROUND_SECONDS = 1.0
"""In which thinking passes: pictures in between need not be drawn."""
REAL_PATIENCE = replace(
    USUAL, short_seconds=0.5, hang_seconds=120.0, start_seconds=300.0, fresh_seconds=400.0
)
"""The watchdog's seconds are real ones: two crashes that are seconds apart here are an hour apart in a day, and
three stations share a machine that may be busy with other things."""


@dataclass(frozen=True)
class Guest:
    """Somebody the plan has sent to this station."""

    begins: str
    """`2026-12-01T09:18`."""
    track: str
    language: str
    player: str


@dataclass
class Shift:
    """A station's day."""

    day: str
    pin: str
    guests: list[Guest]
    diary: str
    acknowledged: str
    full: list[int] = field(default_factory=list)
    """At which guests the disk is full."""
    stick: str = ""
    """A folder to copy results to before closing."""

    @classmethod
    def read(cls, path: Path) -> Shift:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{**found, "guests": [Guest(**guest) for guest in found["guests"]]})


class Time:
    """The station's three clocks, set to each guest's beginning."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._began, self._at = datetime(2000, 1, 1), 0.0

    def set(self, begins: str) -> None:
        self._began, self._at = datetime.fromisoformat(begins), self.seconds

    def now(self) -> float:
        return self.seconds

    def moment(self) -> datetime:
        return self._began + timedelta(seconds=self.seconds - self._at)

    def hour(self) -> str:
        return self.moment().strftime("%Y-%m-%dT%H")

    def today(self) -> date:
        return self.moment().date()


class Disk:
    """A small one, filled up and cleared."""

    def __init__(self, data: Path) -> None:
        self._filler = data / "somebody's film"

    def fill(self) -> None:
        try:
            with self._filler.open("ab", buffering=0) as film:
                for size in (4096, 1):
                    while film.write(b"\0" * size):
                        pass
        except OSError:
            pass  # that is what full means

    def clear(self) -> None:
        self._filler.unlink(missing_ok=True)


class Hands:
    """Plays the loop of a station from the guest whose turn it is to the last, and closes it as staff do."""

    def __init__(self, shift: Shift, time: Time, loop: Loop, alive: Callable[[], bool]) -> None:
        self._shift, self._time, self._loop, self._alive = shift, time, loop, alive
        self._station: Station = loop._station
        self._pilot = Pilot(self._station, Viewport(*pygame.display.get_surface().get_size()), self._step)
        self._guest = shift.guests[0]
        self._disk = Disk(wiring.places().data)
        PLAYERS[GUEST] = self._choose

    def _step(self) -> None:
        if not self._alive():
            raise SystemExit("nobody listens any more")
        self._time.seconds += 0.15
        self._loop.step()

    def _think(self, seconds: float) -> None:
        while seconds > 0:
            self._time.seconds += ROUND_SECONDS
            seconds -= ROUND_SECONDS
            self._station.tick(ROUND_SECONDS)
        self._step()

    def _choose(self, visit: Visit, luck: Random) -> Action:
        """Time to think, a line in the diary, and what this guest does."""
        self._note(visit)
        self._think(luck.uniform(*THOUGHT_SECONDS))
        if self._station.visit is not visit:
            return Stir()  # it has ended meanwhile: whoever walked away is not waited for
        view = visit.view()
        wanted = {Screen.LANGUAGE: self._guest.language, Screen.TRACK: self._guest.track}.get(view.screen)
        for offer in legal(view.offers):
            if offer.id == wanted:
                return offer.action
        # With the passport in hand everybody makes room for the next one.
        player = "first-option" if view.screen is Screen.PASSPORT else self._guest.player
        return PLAYERS[player](visit, luck)

    def _note(self, visit: Visit) -> None:
        view = visit.view()
        seen = {
            "visit": self._station._current.id,
            "began": view.screen in PART_OF_IT,
            "hour": self._time.hour(),
            "track": view.track.id if view.track else "",
            "language": view.language,
            "lit": [str(habit) for habit in view.lit],
            "passport": view.screen is Screen.PASSPORT,
        }
        self._write(seen)

    def _write(self, line: dict[str, Any]) -> None:
        with Path(self._shift.diary).open("a", encoding="utf-8") as diary:
            diary.write(json.dumps(line) + "\n")

    def play(self) -> None:
        while not self._station.loaded:
            self._step()
            pygame.time.wait(10)
        for number in range(done(self._shift), len(self._shift.guests)):
            self._guest = self._shift.guests[number]
            self._time.set(self._guest.begins)
            (self._disk.fill if number in self._shift.full else self._disk.clear)()
            luck = chance(number, len(entries(self._shift)))
            device = luck.choice((self._pilot.key, self._pilot.click, self._pilot.touch))
            moves = play_visit(self._pilot, self._station, GUEST, [device], luck)
            self._write({"guest": number, "moves": moves, "problems": self._problems(number)})
        self._close()

    def _problems(self, number: int) -> tuple[str, ...]:
        """What staff read after the guest; results are written beside the game, on a busy machine later."""
        for _ in range(300):
            problems = tuple(map(self._station.studio.translator, self._station._desk.facts().problems))
            if any("full" in problem for problem in problems) == (number in self._shift.full):
                break
            self._step()
            pygame.time.wait(10)
        return problems

    def _close(self) -> None:
        """As staff do: Escape, the PIN, the results to the stick if there is one, Close."""
        self._pilot._press(pygame.K_ESCAPE)
        self._enter_pin()
        if self._shift.stick:
            self._until(lambda: self._enabled("copy"))
            self._pilot.click("copy")
            self._until(lambda: self._enabled("copy"))
        self._pilot.click("close")
        assert not self._station.running

    def _enter_pin(self) -> None:
        for digit in self._shift.pin:
            self._pilot.click(f"digit-{digit}")
        self._pilot.click("open")
        self._until(lambda: self._enabled("close"))

    def _enabled(self, option: str) -> bool:
        return any(target.id == option for target in self._station.frame.targets if target.action)

    def _until(self, so: Callable[[], bool]) -> None:
        for _ in range(1000):
            if so():
                return
            self._step()
            pygame.time.wait(10)
        raise AssertionError("it never came")


def note_acknowledged(path: Path, results: Path) -> None:
    """From now on every fact that is durable is named there, after the disk has said so."""
    append = Store.append

    def noted(store: Store, rows: Sequence[Row]) -> None:
        append(store, rows)
        if store.path == results:
            with path.open("a", encoding="utf-8") as out:
                out.writelines(f"{row.station} {row.visit} {row.number}\n" for row in rows)

    Store.append = noted  # type: ignore[method-assign]


def entries(shift: Shift) -> list[str]:
    """What is in the diary; whoever was killed in the middle of one has not written it."""
    diary = Path(shift.diary)
    return diary.read_text(encoding="utf-8").split("\n")[:-1] if diary.exists() else []


def done(shift: Shift) -> int:
    """Guests who have gone."""
    return sum('"guest"' in line for line in entries(shift))


def main(path: Path, arguments: list[str]) -> int:
    shift = Shift.read(path)
    if not arguments:
        copy_to = Path(shift.stick) if shift.stick else None
        choices = wiring.Choices(day=Path(shift.day), kiosk=True, copy_to=copy_to)
        return watch(choices, REAL_PATIENCE, [sys.executable, __file__, str(path)])
    time = Time()
    time.set(shift.guests[0].begins)
    wiring.now, wiring.hour_now, wiring.today = time.now, time.hour, time.today
    note_acknowledged(Path(shift.acknowledged), wiring.places().results)

    def hands(loop: Loop, after_first: Callable[[], None], alive: Callable[[], bool]) -> None:
        loop.step()
        after_first()
        Hands(shift, time, loop, alive).play()

    play.Loop.run = hands  # type: ignore[method-assign, assignment]
    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))

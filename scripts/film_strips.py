"""Strips of frames of everything that moves, for a critical look.

python scripts/film_strips.py OUT [NAME…]      # one PNG a movement, frames from left to right
"""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from cop_challenge.app import process, wiring

process.headless()

import pygame  # noqa: E402

from cop_challenge.app.pilot import Pilot  # noqa: E402
from cop_challenge.app.station import Station  # noqa: E402
from cop_challenge.app.studio import Studio  # noqa: E402
from cop_challenge.app.window import Loop  # noqa: E402
from cop_challenge.core.activity import Mark, Role, legal  # noqa: E402
from cop_challenge.core.comfort import USUAL, Comfort  # noqa: E402
from cop_challenge.core.screen import Screen  # noqa: E402
from cop_challenge.sim.players import perfect  # noqa: E402
from cop_challenge.ui.geometry import Viewport  # noqa: E402

SIZE = (1366, 768)
SMALL = (455, 256)
ROW = 4


class _Nowhere:
    problem = ""
    kept = 0

    def record(self, rows: object) -> None:
        """Keep nothing."""


class Film:
    """A station whose clock stands still until a frame is taken."""

    def __init__(self, track: str, comfort: Comfort = USUAL) -> None:
        places = wiring.places()
        library = wiring.library(places)
        options = wiring.visit_options(places, wiring.Choices(track=track), library)
        pygame.display.init()
        self.surface = pygame.display.set_mode(SIZE)
        studio = Studio(places, patient=True)
        studio.find_pictures(library.find_picture)
        seeds = count(3)
        ready = replace(options, comfort=comfort)
        self.station = Station(
            self.surface, studio, lambda: ready, lambda: next(seeds), _Nowhere(), comfort=comfort
        )
        self.now = 0.0
        self.loop = Loop(self.station, lambda: self.now)
        self.pilot = Pilot(self.station, Viewport(*SIZE), self.loop.step)
        self.loop.step()
        self.let(2)

    def let(self, seconds: float) -> None:
        """Time goes by unseen."""
        for _ in range(round(seconds / 0.1)):
            self.now += 0.1
            self.loop.step()

    def take(self, option: str) -> None:
        """Press an option with a finger."""
        self.pilot.touch(option)

    def first(self, *roles: Role) -> str:
        """The first legal option of these roles."""
        return next(offer.id for offer in legal(self.station.view.offers) if offer.role in roles)

    def play_to(self, wanted: Callable[[], bool]) -> None:
        """A perfect player goes on until something is so."""
        from random import Random

        for _ in range(400):
            if wanted():
                return
            action = perfect(self.station.visit, Random(1))
            self.station.act(action)
            self.loop.step()
            self.let(1)
        raise SystemExit("the movement was not found")

    def frames(self, every: float, number: int) -> Iterator[pygame.Surface]:
        """Pictures at that distance of seconds."""
        for _ in range(number):
            yield pygame.transform.smoothscale(self.surface, SMALL)
            self.now += every
            self.loop.step()


def strip(film: Film, path: Path, every: float, number: int) -> None:
    """Write the frames side by side."""
    pictures = list(film.frames(every, number))
    rows = -(-len(pictures) // ROW)
    sheet = pygame.Surface((ROW * (SMALL[0] + 4), rows * (SMALL[1] + 4)))
    sheet.fill((255, 255, 255))
    for index, picture in enumerate(pictures):
        sheet.blit(picture, (index % ROW * (SMALL[0] + 4), index // ROW * (SMALL[1] + 4)))
    pygame.image.save(sheet, path)
    print(path)


def _attract(out: Path) -> None:
    strip(Film(""), out / "attract.png", 0.7, 12)


def _screens(out: Path) -> None:
    film = Film("")
    film.take("begin")
    strip(film, out / "screen-change.png", 0.04, 12)


def _marked(film: Film, wanted: Mark) -> str:
    """An answer that would be marked so."""
    for offer in legal(film.station.view.offers):
        if offer.role is Role.ANSWER:
            ahead = copy.copy(film.station.visit)
            ahead.act(offer.action)
            if any(after.id == offer.id and after.mark is wanted for after in ahead.view().offers):
                return offer.id
    raise SystemExit(f"no answer here would be marked {wanted}")


def _answers(out: Path) -> None:
    film = Film("8-12")
    view = film.station

    def asks() -> bool:
        card = view.view.card
        return view.view.screen is Screen.LESSON and card is not None and card.kind == "quiz"

    film.play_to(asks)
    film.let(1)
    for wanted in (Mark.TRY_AGAIN, Mark.GOOD):
        film.take(_marked(film, wanted))
        strip(film, out / f"answer-{wanted}.png", 0.05, 8)
    film.take("continue")
    strip(film, out / "cards-dealt.png", 0.04, 12)


def _lantern(out: Path) -> None:
    film = Film("8-12")
    film.play_to(lambda: film.station.view.screen is Screen.LANTERN)
    film.now -= 0.95
    strip(film, out / "lantern.png", 0.18, 16)


def _rewind(out: Path) -> None:
    film = Film("8-12")
    visit = film.station

    def setback() -> bool:
        return visit.view.activity is not None and any(o.id == "rewind" for o in legal(visit.view.offers))

    for _ in range(200):
        if setback():
            break
        visit.act(legal(visit.view.offers)[0].action)
        film.loop.step()
        film.let(0.5)
    film.let(1)
    film.take("rewind")
    strip(film, out / "rewind.png", 0.05, 12)


def _passport(out: Path) -> None:
    film = Film("8-12")
    film.play_to(lambda: film.station.view.screen is Screen.MAP and len(film.station.view.lit) >= 3)
    film.take("passport")
    strip(film, out / "passport.png", 0.16, 16)


def _calm(out: Path) -> None:
    film = Film("8-12", replace(USUAL, motion="calm"))
    film.take("begin")
    strip(film, out / "calm-screen-change.png", 0.03, 8)


STRIPS = {
    "attract": _attract,
    "screens": _screens,
    "answers": _answers,
    "lantern": _lantern,
    "rewind": _rewind,
    "passport": _passport,
    "calm": _calm,
}


def main() -> None:
    """Draws the strips that are named, or all."""
    if len(sys.argv) < 2 or set(sys.argv[2:]) - set(STRIPS):
        raise SystemExit(f"{__doc__}\nStrips: {', '.join(STRIPS)}")
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or STRIPS:
        STRIPS[name](out)


if __name__ == "__main__":
    main()

"""Where the game is put together: the only module that reads the clock, the environment and paths."""

from __future__ import annotations

import os
import platform
import secrets
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cop_challenge.app.offered import messages, offered
from cop_challenge.core.helpline import current, state
from cop_challenge.core.options import Digits, VisitOptions
from cop_challenge.core.study import LEAST_MINUTES
from cop_challenge.core.text import Text

if TYPE_CHECKING:
    from cop_challenge.day.checks import Known
    from cop_challenge.day.day import Day
    from cop_challenge.lessons.library import Library
    from cop_challenge.lessons.sharing.finding import Found

APP_NAME = "cop-challenge"


@dataclass(frozen=True)
class Places:
    """Folders the game reads, and the one it writes."""

    assets: Path
    content: Path
    locales: Path
    data: Path
    """Results; the user's data folder of this system, or COP_CHALLENGE_DATA."""

    cache: Path
    """Drawn pictures; can be thrown away at any time."""

    @property
    def catalogues(self) -> Path:
        """Quick copies of catalogues; can be thrown away, too."""
        return self.cache / "catalogues"

    @property
    def index(self) -> Path:
        """What is known of packs that were read before; can be thrown away, too."""
        return self.cache / "lessons"

    @property
    def told(self) -> Path:
        """Which lessons are in which language; can be thrown away, too."""
        return self.cache / "told"

    @property
    def packs(self) -> Path:
        """Installed packs."""
        return self.data / "packs"

    @property
    def settings(self) -> Path:
        """The station's own settings."""
        return self.data / "settings.json"

    @property
    def results(self) -> Path:
        """The results file."""
        return self.data / "results.sqlite"

    @property
    def journal(self) -> Path:
        """The running visit, for when the game stops in the middle of it."""
        return self.data / "visit.jsonl"

    @property
    def crashes(self) -> Path:
        """Why the game stopped."""
        return self.data / "crashes"

    @property
    def claim(self) -> Path:
        """Who plays here has claimed this file."""
        return self.data / "station.lock"


def places() -> Places:
    """In a wheel assets, content and locales lie inside the package, in a checkout beside it."""
    package = Path(__file__).resolve().parent.parent
    root = package if (package / "assets").is_dir() else package.parent
    return Places(root / "assets", root / "content", root / "locales", _data(), _cache())


def _data() -> Path:
    if given := os.environ.get("COP_CHALLENGE_DATA"):
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path(APP_NAME, appauthor=False)


def _cache() -> Path:
    if given := os.environ.get("COP_CHALLENGE_CACHE"):
        return Path(given)
    from platformdirs import user_cache_path

    return user_cache_path(APP_NAME, appauthor=False) / "pictures"


@dataclass(frozen=True)
class Choices:
    """What the command line chose for the station."""

    track: str = ""
    language: str = ""
    minutes: float | None = None
    packs: tuple[Path, ...] = ()
    seed: int | None = None
    size: tuple[int, int] | None = None
    """Of a window; None: the whole screen."""
    day: Path | None = None
    """The day's file."""
    kiosk: bool = False
    """Children use it alone: the whole screen, and only staff may close it."""
    copy_to: Path | None = None
    """A folder that staff may copy results to, besides sticks."""

    @property
    def arguments(self) -> list[str]:
        """The options of `play` that choose this."""
        named = {
            "--track": self.track,
            "--lang": self.language,
            "--minutes": self.minutes,
            "--seed": self.seed,
            "--size": f"{self.size[0]}x{self.size[1]}" if self.size else None,
            "--day": self.day,
            "--copy-to": self.copy_to,
        }
        given = [(name, value) for name, value in named.items() if value not in ("", None)]
        given += [("--pack", pack) for pack in self.packs]
        said = [part for name, value in given for part in (name, str(value))]
        return [*said, "--kiosk"] if self.kiosk else said


def pack_locales(packs: Sequence[Path]) -> tuple[Path, ...]:
    """Where packs have their own catalogues."""
    return tuple(pack / "locales" for pack in packs)


def find_packs(places: Places, named: Sequence[Path] = ()) -> Found:
    """Packs of this station: installed ones, those on sticks, and those that were named."""
    from cop_challenge.lessons.sharing.finding import find
    from cop_challenge.lessons.sharing.installed import recover

    with suppress(OSError):  # what can't be mended is not found, and the rest plays
        recover(places.packs)
    return find(places.packs, sticks(), named)


def sticks() -> tuple[Path, ...]:
    """Top folders of every disk but the system's own; a stick is a disk like others for some systems.

    psutil names no network folder on any system: such a one might not answer for minutes.
    """
    import psutil

    own = Path(Path.home().anchor)
    try:
        mounts = {Path(part.mountpoint) for part in psutil.disk_partitions(all=False)}
    except (OSError, RuntimeError):
        return ()
    return tuple(sorted(mounts - {own}))


PLAYED = 16
"""Lessons that a station keeps in memory: more than a visit plays. Each takes about 0.1 MB."""


def library(places: Places, packs: Sequence[Path] = (), kept: int | None = None) -> Library:
    """All lessons; loading takes a moment, so the station does it beside its first picture.

    `kept`: how many stay in memory once they are read; None: enough for whoever looks through the game's own.
    """
    from cop_challenge.lessons.index import Index
    from cop_challenge.lessons.library import load_library
    from cop_challenge.lessons.shelf import KEPT

    return load_library(places.content, places.assets, packs, today(), Index(places.index, kept or KEPT))


def look_ahead(places: Places) -> None:
    """Learn of the installed packs now what the next start would have to find out."""
    from cop_challenge.app.languages import Languages

    packs = find_packs(places).packs
    Languages(places, packs, library(places, packs)).lessons_in()


def visit_options(places: Places, choices: Choices, loaded: Library, day: Day | None = None) -> VisitOptions:
    """What visits of this station may use; what the command line chose goes before what the day says."""
    from cop_challenge.app.languages import Languages

    minutes = choices.minutes if choices.minutes is not None else day.minutes if day else None
    # A visit cut short on the command line is not measured either.
    long_enough = minutes is None or minutes >= LEAST_MINUTES
    speaks = Languages(places, choices.packs, loaded)
    known = {language.code: language for language in speaks.known}
    languages = offered(known, day.languages if day else (), choices.language)
    tracks = offered(loaded.tracks, day.tracks if day else (), choices.track)
    filled = {card.track for card in loaded.cards}
    # Where a day offers one track only, nobody is asked for it.
    only = tracks[0].id if day and len(tracks) == 1 and tracks[0].id in filled else ""
    return VisitOptions(
        languages=languages,
        narrated=frozenset(speaks.narrated()),
        lessons_in=speaks.lessons_in(),
        tracks=tracks,
        cards=loaded.cards,
        open_lesson=loaded.open_lesson,
        minutes=minutes,
        language=choices.language,
        track=choices.track or only,
        measures=loaded.measures if day and day.measures and long_enough else {},
        spot_messages=messages(loaded.spot_messages, day.spot if day else ()),
        partners=loaded.partners,
        seats=day.players.seats if day else 1,
        stamps=day.stamps if day else False,
        digits=day.digits if day else Digits.DEFAULT,
        country=day.country if day else "",
        helplines=current(loaded.helplines.values(), today(), day.helpline_days, country=day.country)
        if day
        else (),
    )


def known_to_days(places: Places, file: Path) -> Known:
    """What the day in the file may name: of the game, and of the packs it brings."""
    from cop_challenge.app.languages import Languages
    from cop_challenge.day.checks import Known
    from cop_challenge.day.day import DayRefused, load_day

    try:
        packs = tuple(pack for pack in load_day(file).packs if pack.is_dir())
    except DayRefused:
        packs = ()
    loaded = library(places, packs)
    return Known(
        folder=file.parent,
        tracks=tuple(loaded.tracks),
        languages=tuple(language.code for language in Languages(places, packs, loaded).known),
        messages=tuple(message.id for every in loaded.spot_messages.values() for message in every),
    )


def helpline_state(loaded: Library, day: Day | None) -> Text:
    """For staff: how sure the day's helplines are."""
    days, country = (day.helpline_days, day.country) if day else (0, "")
    return state(loaded.helplines.values(), today(), days, country=country)


def seeds(first: int | None) -> Callable[[], int]:
    """Seeds of visits: random 64-bit numbers, or counted from `first` so that a day can be replayed."""
    if first is None:
        return lambda: secrets.randbits(63)
    counter = iter(range(first, sys.maxsize))
    return lambda: next(counter)


def hour_now() -> str:
    """The hour, local time, as results keep it: never the minute."""
    return datetime.now().strftime("%Y-%m-%dT%H")


def today() -> date:
    """The day, local time: printed on paper, and how long ago a helpline was verified."""
    return datetime.now().date()


def machine() -> dict[str, str]:
    """Versions that matter when something goes wrong; nothing that tells whose machine it is."""
    from importlib.metadata import PackageNotFoundError, version

    found = {"Python": platform.python_version(), "system": platform.platform()}
    for package in (APP_NAME, "pygame-ce", "pydantic", "PyYAML"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    found["video driver"] = os.environ.get("SDL_VIDEODRIVER", "the usual one")
    found["sound driver"] = os.environ.get("SDL_AUDIODRIVER", "the usual one")
    return found


def home() -> Path | None:
    """The user's own folder, whose name may be a person's; None if there is none."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def now() -> float:
    """Seconds on a clock that never jumps."""
    return time.perf_counter()


def station_id(places: Places) -> str:
    """This laptop's random id, made at its first visit."""
    path = places.data / "station.txt"
    try:
        known = path.read_text(encoding="utf-8").strip()
        if known:
            return known
    except (OSError, UnicodeDecodeError):
        pass
    made = secrets.token_hex(4)
    try:
        places.data.mkdir(parents=True, exist_ok=True)
        path.write_text(made + "\n", encoding="utf-8")
    except OSError:
        pass  # a read-only folder: the recorder will say so; this run keeps its id
    return made

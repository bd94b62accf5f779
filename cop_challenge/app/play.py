"""`cop-challenge play`: opens the window, and loads lessons beside the first picture."""

from __future__ import annotations

import contextlib
import gc
import sqlite3
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pygame

from cop_challenge.app import crash, process, staff, wiring
from cop_challenge.app.backroom import Desk
from cop_challenge.app.beside import Beside
from cop_challenge.app.heart import PICTURE, Heart
from cop_challenge.app.narrowing import ALL, Narrowing
from cop_challenge.app.running import Keeper
from cop_challenge.app.staff import because, left_out
from cop_challenge.app.station import Station
from cop_challenge.app.sticks import room
from cop_challenge.app.studio import Studio
from cop_challenge.app.watchdog import Mode
from cop_challenge.app.window import Loop, NoDisplay, grab, open_window
from cop_challenge.core import words
from cop_challenge.core.options import VisitOptions
from cop_challenge.store.claim import Claim
from cop_challenge.store.copy import Copied, copy_results
from cop_challenge.store.crashes import Crashes
from cop_challenge.store.database import Row, StoreError, rows_of_day
from cop_challenge.store.journal import JournalFile, read_journal
from cop_challenge.store.recorder import Recorder
from cop_challenge.store.settings import SettingsFile, read_settings
from cop_challenge.store.tally import Tally
from cop_challenge.ui.painter import Painter
from cop_challenge.ui.sound import open_sound
from cop_challenge.ui.voice.speaker import Reader


class UnknownTrack(ValueError):
    """The track asked for is not there; the message says which are."""


class Crashed(Exception):
    """The game has stopped because of a mistake in it; the message says where that is written down."""


class Keeping(Keeper, Protocol):
    """Where results go, and what of them is not on disk yet."""

    @property
    def waiting(self) -> Sequence[Row]:
        """Rows that the disk has refused so far."""

    def flush(self) -> bool:
        """Wait until everything handed over so far is on disk; False if it is not."""


def make_station(
    surface: pygame.Surface,
    choices: wiring.Choices,
    places: wiring.Places,
    recorder: Keeping,
    painter: Painter | None = None,
    mode: Mode = Mode.FIRST,
) -> tuple[Station, Beside[VisitOptions]]:
    """A station drawing on `surface`, and its lessons, which wait to be started."""
    left = read_journal(places.journal)
    journal = JournalFile(places.journal)
    first_seed = choices.seed
    if left and first_seed is not None and mode is not Mode.FIRST:
        first_seed = max(first_seed, left.start.seed + 1)  # visits are counted on, not dealt again
    last_crash = Crashes(places.crashes).latest(wiring.today())
    studio = Studio(places, painter)
    comfort, wrong_settings = read_settings(places.settings)
    settings = SettingsFile(places.settings)
    station_id = wiring.station_id(places)
    known = staff.Facts()
    gone: Mapping[str, str] = {}
    tally = Tally()

    def load() -> VisitOptions:
        from cop_challenge.app.languages import Languages
        from cop_challenge.day.day import load_day

        day = load_day(choices.day) if choices.day else None
        packs_of_day = day.packs if day else ()
        found = wiring.find_packs(places, (*choices.packs, *packs_of_day))
        loaded = wiring.library(places, found.packs, wiring.PLAYED)
        filled = sorted({card.track for card in loaded.cards})
        if choices.track and choices.track not in filled:
            raise UnknownTrack(
                f"There is no lesson of track “{choices.track}” here; there are: {', '.join(filled)}."
            )
        studio.find_pictures(loaded.find_picture)
        speaks = Languages(places, found.packs, loaded)
        speaks.look(studio.translator)
        studio.narration.look_in(speaks.narration_folders)
        options = wiring.visit_options(places, replace(choices, packs=found.packs), loaded, day)
        studio.translator.prepare(language.code for language in options.languages)
        with contextlib.suppress(StoreError, sqlite3.Error):  # the recorder will say what is wrong with it
            tally.add(rows_of_day(places.results, str(wiring.today())))
        nonlocal known, gone
        gone = loaded.gone
        known = staff.Facts(
            lessons=len(loaded.cards),
            tracks=len(filled),
            languages=tuple(language.name.source for language in options.languages),
            drafts=tuple(language.name.source for language in speaks.drafts()),
            day=day.title if day else "",
            measured=bool(options.measures),
            helplines=wiring.helpline_state(loaded, day),
            pin=day.pin if day else "",
            lead=str(day.lead) if day and day.lead else "",
            problems=(
                *((staff.NO_PIN,) if choices.kiosk and not (day and day.pin) else ()),
                *((day.unmeasured,) if day and day.unmeasured else ()),
                *map(left_out, (*found.left_out, *loaded.problems)),
            ),
        )
        # What is loaded stays: the garbage collector need not look through all of it again and again,
        # which would hold up a frame for some 30 ms.
        gc.freeze()
        return options

    def facts() -> staff.Facts:
        of_disk = {
            words.STAFF_SETTINGS_STRANGE: wrong_settings,
            words.STAFF_SETTINGS_LOST: settings.problem,
            words.STAFF_NOT_KEPT: recorder.problem,
            words.STAFF_NO_JOURNAL: journal.problem,
        }
        problems = (
            *(because(said, why) for said, why in of_disk.items() if why),
            *known.problems,
            *map(left_out, gone.values()),
            *(because(words.STAFF_PICTURE, f"{name}: {why}") for name, why in studio.art.problems.items()),
        )
        crash_file = str(last_crash) if last_crash else ""
        return replace(known, kept=recorder.kept, problems=problems, crash=crash_file)

    def copy(folder: Path) -> Copied:
        recorder.flush()
        name = f"{station_id}-{wiring.today()}"
        return copy_results(places.results, folder, name, recorder.waiting)

    lessons = Beside(load)
    station = Station(
        surface,
        studio,
        lessons.ready,
        wiring.seeds(first_seed),
        recorder,
        station=station_id,
        hour=wiring.hour_now,
        language=choices.language,
        comfort=comfort,
        keep_comfort=settings.keep,
        desk=Desk(
            facts,
            tally,
            lambda: room(places.data, choices.copy_to),
            copy,
            choices.kiosk,
        ),
        only=Narrowing(left.start.language, left.start.track) if left and mode is not Mode.FIRST else ALL,
        journal=journal,
        left=left if left and left.running and mode is Mode.AGAIN else None,
        between=process.give_memory_back,
    )
    return station, lessons


def play(choices: wiring.Choices, heart: Heart | None = None, mode: Mode = Mode.FIRST) -> None:
    """Plays until the window is closed, or nobody listens to the heart any more.

    Raises NoDisplay without a screen, AlreadyRunning, UnknownTrack, DayRefused, and Crashed for anything
    else; with a heart, whoever listens to it keeps the crash file, and anything else is raised as it is.
    """
    places = wiring.places()
    claim = Claim(places.claim)
    try:
        _play(choices, places, heart, mode)
    except (NoDisplay, UnknownTrack):
        raise
    except Exception as error:
        from cop_challenge.day.day import DayRefused

        if heart or isinstance(error, DayRefused):
            raise
        trace = "".join(traceback.format_exception(error))
        kept = crash.keep(places, choices.arguments, "The game stopped because of a mistake in it.", trace)
        raise Crashed(f"The game has stopped because of a mistake in it. {kept} says more.") from error
    finally:
        claim.release()


def _play(choices: wiring.Choices, places: wiring.Places, heart: Heart | None, mode: Mode) -> None:
    surface = open_window(choices.size, process.driver_chosen())
    if choices.kiosk:
        grab()
    recorder = Recorder(places.results)
    painter = Painter(places.cache)
    station, lessons = make_station(surface, choices, places, recorder, painter, mode)

    def shown() -> None:
        if heart:
            heart.say(PICTURE)
        lessons.start()
        station.open_pads()
        station.sound = open_sound(places.assets / "sound", wiring.now)
        station.give_voice(Reader(station.sound))

    try:
        Loop(station, wiring.now).run(shown, heart.beat if heart else lambda: True)
        station.end()
    finally:
        if heart:
            heart.stop()
        station.close()
        station.narrator.close()
        station.sound.close()
        painter.close()
        if not recorder.close():
            print(f"{len(recorder.waiting)} facts could not be written. {recorder.problem}", file=sys.stderr)

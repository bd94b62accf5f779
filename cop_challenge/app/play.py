"""`cop-challenge play`: opens the window, and loads lessons beside the first picture."""

from __future__ import annotations

import gc
from dataclasses import replace

import pygame

from cop_challenge.app import staff, wiring
from cop_challenge.app.station import Keeper, Station
from cop_challenge.app.studio import Studio
from cop_challenge.app.window import Loop, open_window
from cop_challenge.core.options import VisitOptions
from cop_challenge.store.recorder import Recorder
from cop_challenge.store.settings import SettingsFile, read_settings
from cop_challenge.ui.painter import Painter
from cop_challenge.ui.sound import open_sound
from cop_challenge.ui.voice.speaker import Reader


class UnknownTrack(ValueError):
    """The track asked for is not there; the message says which are."""


def make_station(
    surface: pygame.Surface,
    choices: wiring.Choices,
    places: wiring.Places,
    keeper: Keeper,
    painter: Painter | None = None,
) -> tuple[Station, wiring.Beside]:
    """A station drawing on `surface`, and its lessons, which wait to be started."""
    studio = Studio(places, painter)
    comfort, wrong_settings = read_settings(places.settings)
    settings = SettingsFile(places.settings)
    known = staff.Facts()

    def load() -> VisitOptions:
        from cop_challenge.app.languages import Languages
        from cop_challenge.day.day import load_day

        day = load_day(choices.day) if choices.day else None
        found = wiring.find_packs(places, choices.packs)
        loaded = wiring.library(places, found.packs)
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
        nonlocal known
        known = staff.Facts(
            lessons=len(loaded.cards),
            tracks=len(filled),
            languages=tuple(language.name.source for language in options.languages),
            drafts=tuple(language.name.source for language in speaks.drafts()),
            day=day.title if day else "",
            measured=bool(options.measures),
            helplines=wiring.helpline_state(loaded, day),
            problems=(
                *((day.unmeasured,) if day and day.unmeasured else ()),
                *found.left_out,
                *(str(problem) for problem in loaded.problems),
            ),
        )
        # What is loaded stays: the garbage collector need not look through all of it again and again,
        # which would hold up a frame for some 30 ms.
        gc.freeze()
        return options

    def facts() -> staff.Facts:
        pictures = (f"{name}: {what}" for name, what in studio.art.problems.items())
        others = (wrong_settings, settings.problem, keeper.problem)
        problems = (*(other for other in others if other), *known.problems, *pictures)
        return replace(known, kept=keeper.kept, problems=problems)

    lessons = wiring.Beside(load)
    station = Station(
        surface,
        studio,
        lessons.ready,
        wiring.seeds(choices.seed),
        keeper,
        station=wiring.station_id(places),
        hour=wiring.hour_now,
        language=choices.language,
        comfort=comfort,
        keep_comfort=settings.keep,
        facts=facts,
    )
    return station, lessons


def play(choices: wiring.Choices) -> None:
    """Plays until the window is closed. Raises NoDisplay without a screen, UnknownTrack, DayRefused."""
    surface = open_window(choices.size, wiring.driver_chosen())
    places = wiring.places()
    recorder = Recorder(places.results)
    painter = Painter(places.cache)
    station, lessons = make_station(surface, choices, places, recorder, painter)

    def shown() -> None:
        lessons.start()
        station.open_pads()
        station.sound = open_sound(places.assets / "sound", wiring.now)
        station.give_voice(Reader(station.sound))

    try:
        Loop(station, wiring.now).run(shown)
    finally:
        station.narrator.close()
        station.sound.close()
        painter.close()
        recorder.close()

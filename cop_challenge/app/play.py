"""`cop-challenge play`: opens the window, and loads lessons beside the first picture."""

from __future__ import annotations

from collections.abc import Callable

from cop_challenge.app import wiring


class UnknownTrack(ValueError):
    """The track asked for is not there; the message says which are."""


def play(choices: wiring.Choices, *, after_first: Callable[[], None] = lambda: None) -> None:
    """Plays until the window is closed. Raises NoDisplay without a screen."""
    wiring.prepare_sdl()
    from cop_challenge.app.window import open_window, run

    surface = open_window(choices.size, wiring.driver_chosen())
    from cop_challenge.app.station import Station
    from cop_challenge.app.studio import Studio
    from cop_challenge.store.recorder import Recorder

    places = wiring.places()
    studio = Studio(places)

    def load() -> wiring.VisitOptions:
        loaded = wiring.library(places, choices.packs)
        filled = sorted({card.track for card in loaded.cards})
        if choices.track and choices.track not in filled:
            raise UnknownTrack(f"There is no lesson of track “{choices.track}” here; there are: {', '.join(filled)}.")
        studio.picture_roots = loaded.picture_roots
        return wiring.visit_options(places, choices, loaded)

    lessons = wiring.Beside(load)
    recorder = Recorder(places.results)
    station = Station(
        surface,
        studio,
        lessons.ready,
        wiring.seeds(choices.seed),
        recorder,
        station=wiring.station_id(places),
        hour=wiring.hour_now,
        language=choices.language,
    )

    def shown() -> None:
        lessons.start()
        station.open_pads()
        after_first()

    try:
        run(station, wiring.now, after_first=shown)
    finally:
        recorder.close()

"""Opens what may hang or crash, in a process of its own, and tells what it found, a line of JSON each time.

python -m cop_challenge.app.doctor.probe screen|sound
"""

from __future__ import annotations

import json
import sys
from typing import Any


def tell(**facts: Any) -> None:
    """One line."""
    print(json.dumps(facts), flush=True)


class _Nobody:
    """Keeps no results: nobody plays."""

    problem, kept, waiting = "", 0, ()

    def record(self, rows: object) -> None:
        """There are none."""

    def flush(self) -> bool:
        """Nothing is to be written."""
        return True


def screen() -> None:
    """The station's window with its first picture; the player's results are not touched."""
    from cop_challenge.app import process, wiring

    process.prepare_sdl()
    import pygame

    from cop_challenge.app.play import make_station
    from cop_challenge.app.window import Loop, NoDisplay, open_window

    try:
        surface = open_window(None, process.driver_chosen())
    except NoDisplay as error:
        tell(none=str(error))
        return
    tell(size=surface.get_size(), bits=surface.get_bitsize(), driver=pygame.display.get_driver())
    places = wiring.places()
    station, _ = make_station(surface, wiring.Choices(seed=1), places, _Nobody())
    Loop(station, wiring.now).step()
    tell(shown=True)


def sound() -> None:
    """The sound device."""
    from cop_challenge.app import process, wiring

    process.prepare_sdl()
    import pygame

    from cop_challenge.ui.sound import open_sound

    opened = open_sound(wiring.places().assets / "sound")
    tell(reason=opened.reason, driver="" if opened.reason else pygame.mixer.get_driver())
    opened.close()


if __name__ == "__main__":
    {"screen": screen, "sound": sound}[sys.argv[1]]()

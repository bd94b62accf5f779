"""`cop-challenge preview`: opens the window."""

from __future__ import annotations

from pathlib import Path

from cop_challenge.app import process, wiring
from cop_challenge.app.preview.draft import DraftFile
from cop_challenge.app.preview.station import SIZES, Preview
from cop_challenge.app.studio import Studio
from cop_challenge.app.window import Loop, open_window
from cop_challenge.ui.painter import Painter
from cop_challenge.ui.sound import open_sound
from cop_challenge.ui.voice.speaker import Reader


def run(file: Path, size: tuple[int, int] | None = None, language: str = "") -> None:
    """Shows the lesson until the window is closed. Raises NoDisplay without a screen."""
    surface = open_window(size or SIZES[0], process.driver_chosen())
    places = wiring.places()
    painter = Painter(places.cache)
    preview = Preview(surface, Studio(places, painter), DraftFile(file, places), places, language=language)

    def shown() -> None:
        preview.sound = open_sound(places.assets / "sound", wiring.now)
        preview.give_voice(Reader(preview.sound))

    try:
        Loop(preview, wiring.now).run(shown)
    finally:
        preview.narrator.close()
        preview.sound.close()
        painter.close()

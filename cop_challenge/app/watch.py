"""`play --watch` and `--kiosk`: the watchdog with the game as its command, crash files and the rest."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace

from cop_challenge.app import crash, rest, wiring
from cop_challenge.app.watchdog import USUAL, Ending, Patience, Rested, Watchdog

GAME = (sys.executable, "-m", "cop_challenge")


def watch(choices: wiring.Choices, patience: Patience = USUAL, game: Sequence[str] = GAME) -> int:
    """Plays until the station is closed in order, or will not start at all; the exit code.

    `game`: the program, to which `play` and its options are added.
    """
    places = wiring.places()
    files: list[str] = [""]
    """About the last crash: where it is described."""

    def crashed(ending: Ending) -> None:
        files[0] = str(crash.keep(places, choices.arguments, ending.what, ending.said))
        _say(files[0])

    def show(seconds: float, crashes: int, ending: Ending) -> Rested:
        said = ending.said.strip().splitlines()[:3] if ending.refused else [files[0]]
        wish = rest.Rest(
            seconds,
            choices.language,
            choices.size,
            0 if ending.refused else crashes,
            tuple(said),
            choices.kiosk,
        )
        return rest.rest(wish)

    def command() -> list[str]:
        # A pack on a stick that was pulled is left out, rather than the whole station.
        there = replace(choices, packs=tuple(pack for pack in choices.packs if pack.is_dir()))
        for pack in choices.packs:
            if pack not in there.packs:
                _say(
                    f"{pack}: it is not there any more. Its lessons come back when it is, at the next start."
                )
        return [*game, "play", *there.arguments]

    try:
        return Watchdog(command, crashed, show, _say, patience).run()
    except KeyboardInterrupt:
        return 0


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

"""The watchdog over small games that misbehave in one way each: real processes, no window."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cop_challenge.app.watchdog import Ending, Patience, Rested, Watchdog

QUICK = Patience(
    hang_seconds=1.0, start_seconds=5.0, short_seconds=60.0, rest_seconds=1.0, no_screen_seconds=0.01
)
START = """
import os, sys, time
from pathlib import Path
runs = Path(sys.argv[1])
mode = sys.argv[-1]
with runs.open("a") as file:
    file.write(mode + "\\n")
run = len(runs.read_text().splitlines())
def say(word):
    print(word, flush=True)
"""


class Watched:
    """What a watchdog did with a game."""

    def __init__(self, tmp_path: Path, game: str, rested: Rested = Rested.CLOSED, **patience: float) -> None:
        script, runs = tmp_path / "game.py", tmp_path / "runs"
        script.write_text(START + game, encoding="utf-8")
        self.crashes: list[Ending] = []
        self.rests: list[tuple[float, Ending]] = []
        self.said: list[str] = []

        def rest(seconds: float, crashes: int, ending: Ending) -> Rested:
            self.rests.append((seconds, ending))
            return Rested.OVER if len(self.rests) < 3 else rested

        command = [sys.executable, "-S", str(script), str(runs)]
        waits = Patience(**{**QUICK.__dict__, **patience})
        self.code = Watchdog(lambda: command, self.crashes.append, rest, self.said.append, waits).run()
        self.modes = runs.read_text().splitlines()


def test_a_game_closed_in_order_is_not_started_again(tmp_path: Path) -> None:
    watched = Watched(tmp_path, 'say("picture"); say("beat")')
    assert (watched.code, watched.modes, watched.crashes) == (0, ["first"], [])


def test_a_game_that_dies_is_started_again_with_its_visit(tmp_path: Path) -> None:
    """What it said last is kept with its exit code."""
    watched = Watched(
        tmp_path, 'say("picture")\nif run == 1:\n    print("ouch", file=sys.stderr)\n    sys.exit(9)'
    )
    assert (watched.code, watched.modes) == (0, ["first", "again"])
    (ending,) = watched.crashes
    assert (ending.code, ending.said, ending.hung) == (9, "ouch\n", False)
    assert any(line.startswith("The game is back after") for line in watched.said)


def test_a_game_that_stands_still_is_ended(tmp_path: Path) -> None:
    """No beat for as long as patience lasts, though this process was awake."""
    watched = Watched(tmp_path, 'say("picture")\nif run == 1:\n    time.sleep(60)')
    assert watched.modes == ["first", "again"]
    assert watched.crashes[0].hung
    assert watched.crashes[0].what == "The game stood still and was ended."


def test_a_game_that_beats_is_left_alone(tmp_path: Path) -> None:
    """Slowly, but for longer than the patience with silence."""
    watched = Watched(tmp_path, 'say("picture")\nfor _ in range(6):\n    say("beat"); time.sleep(0.4)')
    assert watched.crashes == []


def test_a_visit_whose_player_has_gone_is_not_taken_up(tmp_path: Path) -> None:
    """The last beat is too long ago by the time the game is back."""
    watched = Watched(tmp_path, 'say("picture")\nif run == 1:\n    sys.exit(9)', fresh_seconds=0.0)
    assert watched.modes == ["first", "afresh"]


def test_too_many_crashes_in_a_row_are_a_rest(tmp_path: Path) -> None:
    """Not a loop of flashing windows: then one try between two rests, each longer than the last."""
    watched = Watched(tmp_path, 'say("picture")\nsys.exit(9)')
    assert [seconds for seconds, _ in watched.rests] == [1.0, 2.0, 4.0]
    assert len(watched.modes) == QUICK.most_in_a_row + 2
    assert watched.code == 0  # somebody has closed the station


def test_crashes_far_apart_are_no_row(tmp_path: Path) -> None:
    watched = Watched(
        tmp_path, 'say("picture"); time.sleep(0.2)\nsys.exit(9 if run < 8 else 0)', short_seconds=0.1
    )
    assert (watched.rests, len(watched.modes)) == ([], 8)


@pytest.mark.parametrize("word", ["refused", "no-screen"])
def test_a_game_that_will_not_start_is_not_started_again(tmp_path: Path, word: str) -> None:
    """It has said why; its exit code is the command's."""
    watched = Watched(tmp_path, f'say("{word}")\nsys.exit(2)')
    assert (watched.code, watched.modes, watched.crashes) == (2, ["first"], [])


def test_a_screen_that_comes_back_is_waited_for(tmp_path: Path) -> None:
    """The display was lost while the game played: no rest can be shown, and none is needed."""
    game = (
        'if run in (2, 3):\n    say("no-screen"); sys.exit(1)\nsay("picture")\nsys.exit(9 if run == 1 else 0)'
    )
    watched = Watched(tmp_path, game)
    assert (watched.code, len(watched.modes), watched.rests) == (0, 4, [])


def test_a_day_file_that_comes_back_is_waited_for(tmp_path: Path) -> None:
    """The stick with it was pulled while the game played: staff read why."""
    game = (
        'if run == 2:\n    print("no day", file=sys.stderr); say("refused"); sys.exit(1)\n'
        'say("picture")\nsys.exit(9 if run == 1 else 0)'
    )
    watched = Watched(tmp_path, game)
    ((_, ending),) = watched.rests
    assert (watched.code, len(watched.modes), ending.said) == (0, 3, "no day\n")

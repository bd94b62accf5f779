"""`bench --library`: what a station with very many lessons takes: its start, its memory, and their check.

The lessons are the built-in ones with other ids and other words, so that files are of a usual size and
nothing is told twice.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml

from cop_challenge.activities.lesson import Lesson
from cop_challenge.activities.texts import texts
from cop_challenge.app import process, wiring
from cop_challenge.core.chance import chance

_STARTED = "COP_CHALLENGE_BENCH_STARTED"
_WORD = re.compile(r"(?<!\S)[a-z]{3,8}(?=[.,:;?!]*(?:\s|$))")
"""What is exchanged: plain words that stand alone; names, figures and addresses stay what they are."""
_UNIT = re.compile("(hundred|thousand|million|percent|minutes?|hours?|days?|weeks?|months?|years?)s?")
"""What rules about figures look at."""
OPENED = 50
"""Lessons that are opened to see what playing takes."""


class _Dumper(yaml.CSafeDumper):
    """Puts straight quotation marks around curly ones, as `check` wants it."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, '"' if text.startswith("“") else None
    ),
)


def measure(packs: int, lessons: int) -> dict[str, Any]:
    """Figures of a library of `packs` with `lessons` each, beside those of the built-in content alone."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        write_library(library, packs, lessons)
        alone = _starts(Path(folder) / "alone", [])
        many = _starts(Path(folder) / "many", sorted(library.iterdir()))
        begun = time.monotonic_ns()
        command = [sys.executable, "-m", "cop_challenge", "check", str(library)]
        checked = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = (time.monotonic_ns() - begun) / 1e9
    usual, large = alone["again"]["lessons_loaded_ms"], many["again"]["lessons_loaded_ms"]
    return {
        "packs": packs,
        "lessons": packs * lessons,
        "built_in_alone": alone,
        "with_library": many,
        "start_ratio": round(large / usual, 2),
        "check_lessons_per_second": round(packs * lessons / seconds),
        "check_said": checked.stdout.splitlines()[-1:],
    }


def write_library(folder: Path, packs: int, lessons: int) -> None:
    """So many packs of so many lessons each."""
    here = wiring.places()
    told = sorted(wiring.library(here).lessons.values(), key=lambda lesson: lesson.id)
    # As often as they are said: two lessons of content words alone would be of one form.
    words = [word for lesson in told for said in texts(lesson) for word in _words(said.text.source)]
    home = {path.stem: path for path in (here.content / "lessons").rglob("*.yaml")}
    plain = {id: yaml.load(path.read_text("utf-8"), yaml.CBaseLoader) for id, path in home.items()}
    for pack in range(packs):
        place = folder / f"pack-{pack:03}" / "lessons"
        place.mkdir(parents=True)
        (place.parent / "pack.yaml").write_text(f"id: pack-{pack:03}\ntitle: Pack {pack}\n", "utf-8")
        for number in range(lessons):
            lesson = told[number % len(told)]
            id = f"p{pack}-{number}-{lesson.id}"[:60].rstrip("-")
            made = {**_reworded(plain[lesson.id], lesson, words, chance(pack, str(number))), "id": id}
            text = yaml.dump(made, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
            (place / f"{id}.yaml").write_text(text, "utf-8")


def _words(text: str) -> Iterator[str]:
    return (found for found in _WORD.findall(text) if not _UNIT.fullmatch(found))


def _reworded(data: Any, lesson: Lesson, words: Sequence[str], luck: Random) -> Any:
    """The file's data with other words in its texts."""
    data = json.loads(json.dumps(data))
    for said in texts(lesson):
        *way, last = said.path
        holder = data
        for name in way:
            holder = holder[name]
        holder[last] = _WORD.sub(
            lambda found: found[0] if _UNIT.fullmatch(found[0]) else luck.choice(words), said.text.source
        )
    return data


def _starts(data: Path, packs: Sequence[Path]) -> dict[str, Any]:
    """The first start, at which nothing is known of the packs, and one more."""
    return {name: _start(data, packs) for name in ("first", "again")}


def _start(data: Path, packs: Sequence[Path]) -> Any:
    environment = dict(os.environ, COP_CHALLENGE_DATA=str(data), COP_CHALLENGE_CACHE=str(data / "cache"))
    environment[_STARTED] = str(time.monotonic_ns())
    command = [sys.executable, "-m", __name__, *map(str, packs)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if run.returncode:
        return {"error": run.stderr.strip().splitlines()[-1:]}
    return json.loads(run.stdout)


def _child(packs: Sequence[Path]) -> dict[str, float]:
    started = int(os.environ.get(_STARTED, time.monotonic_ns()))
    process.headless()
    process.prepare_memory()
    import psutil

    from cop_challenge.app.play import make_station
    from cop_challenge.app.window import Loop, open_window
    from cop_challenge.store.recorder import Recorder
    from cop_challenge.ui.painter import Painter

    def memory() -> float:
        return round(psutil.Process().memory_full_info().uss / 2**20, 1)

    surface = open_window((1280, 720), chosen=True)
    places = wiring.places()
    recorder, painter = Recorder(places.results), Painter(places.cache)
    choices = wiring.Choices(seed=1, packs=tuple(packs))
    station, lessons = make_station(surface, choices, places, recorder, painter)
    loop = Loop(station, wiring.now)
    loop.step()
    first = time.monotonic_ns()
    lessons.start()
    while not station.loaded:
        loop.rest()
        loop.step()
    playable = time.monotonic_ns()
    loaded = memory()
    cards = station.options.cards_of("8-12", "en")[-OPENED:]
    opening = []
    for card in cards:
        before = time.monotonic_ns()
        station.options.open_lesson(card.id, 1)
        opening.append((time.monotonic_ns() - before) / 1e6)
    opened = memory()
    station.close()
    painter.close()
    recorder.close()
    return {
        "first_picture_ms": round((first - started) / 1e6, 1),
        "lessons_loaded_ms": round((playable - started) / 1e6, 1),
        "memory_mb": loaded,
        "memory_with_lessons_opened_mb": opened,
        "lessons_opened": len(cards),
        "worst_opening_ms": round(max(opening), 1),
    }


if __name__ == "__main__":
    print(json.dumps(_child(list(map(Path, sys.argv[1:])))))

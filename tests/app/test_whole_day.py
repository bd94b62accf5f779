"""A whole day tried as one, the way docs/facilitator.md tells it: three stations in processes of their own.

Everything goes through the command line and the window. The first station is killed again and again, the
second has a quiet day, the disk of the third is full for a while and once more when it is closed. Time is
accelerated: a station's clocks go on by what players take to think, not by waiting.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import psutil
import pytest
from pypdf import PdfReader

from cop_challenge.core.chance import chance
from cop_challenge.day.counts import of_play
from cop_challenge.day.suppression import LEAST_VISITS
from cop_challenge.store.database import Row, Store

STATION = Path(__file__).with_name("whole_day") / "station.py"
PIN = "2846"
LANGUAGES = "en", "ar", "am"
PLAYERS = "perfect", "perfect", "first-option", "first-option", "random", "impatient", "idle"
KILLED, QUIET, FULL = 0, 1, 2
MOVES_BETWEEN_KILLS = 20, 70
PATIENCE = 1800.0
"""Seconds the whole day may take on a busy machine."""

pytestmark = pytest.mark.slow


def command(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """`cop-challenge …`."""
    line = [sys.executable, "-m", "cop_challenge", *map(str, arguments)]
    return subprocess.run(
        line, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )


def said(*arguments: object) -> str:
    """The same, in order."""
    done = command(*arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def write_day(folder: Path) -> Path:
    """As `new day` writes it, with what a facilitator fills in."""
    said("new", "day", folder, "--pin", PIN)
    file = folder / "day.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in {
        "languages: [en]": f"languages: [{', '.join(LANGUAGES)}]",
        "stations: 6 ": "stations: 3 ",
        "children: 28": "children: 18",
        "children: 26": "children: 12",
    }.items():
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return file


def guests(day: Path, station: int) -> list[dict[str, str]]:
    """Whom the plan sends to that station; languages and characters are dealt."""
    luck = chance(station, "guests")
    turns = json.loads(said("day", "plan", day, "--format", "json"))["turns"]
    return [
        {
            "begins": f"{turn['date']}T{turn['from']}",
            "track": turn["track"],
            "language": luck.choice(LANGUAGES),
            "player": luck.choice(PLAYERS),
        }
        for turn in turns
        if turn["stations"][0] <= station + 1 <= turn["stations"][1]
    ]


def can_mount() -> bool:
    if not shutil.which("unshare"):
        return False
    tried = subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], check=False)
    return tried.returncode == 0


@dataclass
class Hall:
    """The day as it was played."""

    folder: Path
    day: Path
    kills: int = 0
    said: dict[int, str] = field(default_factory=dict)
    """What each station wrote to its terminal."""
    planned: int = 0

    def own(self, station: int) -> Path:
        """A folder for a station."""
        return self.folder / f"station-{station}"

    def taken(self, station: int) -> Path:
        """What was taken off it, as on a stick."""
        return self.own(station) / "stick"

    def diary(self, station: int) -> list[dict[str, Any]]:
        path = self.own(station) / "diary.jsonl"
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]

    @property
    def visits(self) -> dict[str, dict[str, Any]]:
        """Every visit that began, as its player saw it: how it began, and what was there at its end."""
        found: dict[str, dict[str, Any]] = {}
        for station in (KILLED, QUIET, FULL):
            for line in self.diary(station):
                if line.get("began"):
                    first = found.setdefault(line["visit"], line)
                    later = {name: line[name] for name in ("lit", "passport")}
                    found[line["visit"]] = {**first, **later}
        return found

    def merged(self) -> list[Row]:
        with Store(self.folder / "all.sqlite") as store:
            return list(store.rows())

    def start(self, station: int, full: list[int]) -> subprocess.Popen[bytes]:
        """The watched station, on a disk of its own where one is to be full."""
        own, data = self.own(station), self.own(station) / "data"
        for folder in (data, self.taken(station)):
            folder.mkdir(parents=True)
        invited = guests(self.day, station)
        self.planned += len(invited)
        for number in full:
            invited[number]["player"] = "perfect"  # who walks away before it begins leaves nothing to write
        shift = {
            "day": str(self.day),
            "pin": PIN,
            "guests": invited,
            "diary": str(own / "diary.jsonl"),
            "acknowledged": str(own / "acknowledged.txt"),
            "full": [number % len(invited) for number in full],
            "stick": str(self.taken(station)) if full else "",
        }
        (own / "shift.json").write_text(json.dumps(shift), encoding="utf-8")
        line = [sys.executable, str(STATION), str(own / "shift.json")]
        if full:
            # The disk goes with its last process, so what is on it is copied off before.
            take = f'code=$?; cp "{data}"/results.sqlite* "{self.taken(station)}"; exit $code'
            script = f'mount -t tmpfs -o size=16m none "{data}" && "$@"; {take}'
            line = ["unshare", "-rm", "sh", "-c", script, "sh", *line]
        environment = {
            **os.environ,
            "COP_CHALLENGE_DATA": str(data),
            "COP_CHALLENGE_CACHE": str(own / "cache"),
        }
        with (own / "terminal.txt").open("wb") as terminal:
            return subprocess.Popen(line, env=environment, stderr=terminal, stdout=terminal)


def kill_again_and_again(hall: Hall, watchdog: subprocess.Popen[bytes], luck: Random) -> None:
    """The game of that station, at any moment, whenever it has been played for a while."""
    path, at = hall.own(KILLED) / "diary.jsonl", 0
    while watchdog.poll() is None:
        wait = luck.randint(*MOVES_BETWEEN_KILLS)
        while watchdog.poll() is None and (not path.exists() or path.read_bytes().count(b"\n") < at + wait):
            time.sleep(luck.uniform(0.01, 0.05))
        with contextlib.suppress(psutil.Error):
            for game in psutil.Process(watchdog.pid).children():
                game.kill()
                hall.kills += 1
                game.wait(30)
        at = path.read_bytes().count(b"\n")


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    """The day, played, merged and reported."""
    folder = tmp_path_factory.mktemp("day")
    hall = Hall(folder, write_day(folder))
    said("check", hall.day)
    full = [3, 4, 5, -2, -1] if can_mount() else []
    stations = [hall.start(KILLED, []), hall.start(QUIET, []), hall.start(FULL, full)]
    killer = threading.Thread(target=kill_again_and_again, args=(hall, stations[KILLED], chance(1, "killer")))
    killer.start()
    try:
        for station in stations:
            station.wait(PATIENCE)
    finally:
        for station in stations:
            with contextlib.suppress(psutil.Error):
                for process in psutil.Process(station.pid).children(recursive=True):
                    process.kill()
            station.kill()
        killer.join()
    for number, station in enumerate(stations):
        hall.said[number] = (hall.own(number) / "terminal.txt").read_text(encoding="utf-8")
        assert station.returncode == 0, hall.said[number]
    for number in (KILLED, QUIET, FULL):
        if not any(hall.taken(number).iterdir()):
            shutil.copy(hall.own(number) / "data" / "results.sqlite", hall.taken(number))
    # The same folders twice: that is harmless.
    said("results", "merge", folder / "all.sqlite", *[hall.taken(number) for number in hall.said] * 2)
    return hall


def test_everybody_who_was_planned_has_played(hall: Hall) -> None:
    """Each guest's turn came to its end on each station, however often it was killed."""
    gone = [line for station in hall.said for line in hall.diary(station) if "guest" in line]
    assert len(gone) == hall.planned == 42
    assert len(hall.visits) >= 30  # others walked away before they had chosen a track
    assert hall.kills >= 5
    assert hall.said[KILLED].count("The game is back") >= hall.kills - 1


def test_counts_in_the_results_are_counts_played(hall: Hall) -> None:
    """By hour, track, language, ending and habit: what players saw is what was merged, no more and no less."""
    visits = hall.visits.values()
    cells = of_play(hall.merged()).cells
    expected: Counter[tuple[str, ...]] = Counter()
    for visit in visits:
        expected["all",] += 1
        for name in ("hour", "track", "language"):
            expected[name, visit[name]] += 1
        expected["stamped",] += visit["passport"]
        for habit in visit["lit"]:
            expected["lit", habit] += 1
    assert {cell: cells[cell] for cell in expected} == dict(expected)
    assert sum(count for cell, count in cells.items() if cell[0] == "hour") == len(visits)


def test_no_acknowledged_fact_is_lost(hall: Hall) -> None:
    """Of no station; and no visit that was taken up has a gap, or a fact twice."""
    rows = hall.merged()
    there = {f"{row.station} {row.visit} {row.number}" for row in rows}
    for station in hall.said:
        acknowledged = (hall.own(station) / "acknowledged.txt").read_text(encoding="utf-8").splitlines()
        assert set(acknowledged) <= there
    assert len(there) == len(rows)
    numbers: dict[str, list[int]] = {}
    for row in rows:
        numbers.setdefault(row.visit, []).append(row.number)
    assert all(sorted(each) == list(range(1, len(each) + 1)) for each in numbers.values())


@pytest.mark.skipif(not can_mount(), reason="no disk of its own can be made here (unshare, mount)")
def test_a_full_disk_is_said_and_made_good(hall: Hall) -> None:
    """While it is full staff read so; what waited is written as soon as there is room."""
    problems = [line["problems"] for line in hall.diary(FULL) if "guest" in line]
    full = [any("full" in problem for problem in said) for said in problems]
    assert full[:7] == [False, False, False, True, True, True, False]
    assert full[-2:] == [True, True]


@pytest.mark.skipif(not can_mount(), reason="no disk of its own can be made here (unshare, mount)")
def test_a_copy_saves_what_a_full_disk_refuses(hall: Hall) -> None:
    """Closed with a full disk, the station says what is lost with it; the stick has it all."""
    assert re.search(r"^[1-9]\d* facts could not be written", hall.said[FULL], re.MULTILINE)
    own, *copies = sorted(hall.taken(FULL).glob("*.sqlite"), key=lambda path: path.name != "results.sqlite")
    counts = []
    for path in (own, *copies):
        with Store(path) as store:
            counts.append(sum(1 for _ in store.rows()))
    assert counts[0] < counts[1]


def shown(figures: dict[str, Any]) -> dict[tuple[str, ...], int | None]:
    """The cells of a report as `day report --format json` gives them; None: left out."""
    played = figures["played"]
    cells = {("all",): played["visits"], ("stamped",): played["stamped"]}
    cells |= {("hour", hour): count for hour, count in played["by_hour"].items()}
    cells |= {("lit", habit): count for habit, count in played["lit"].items()}
    for name in ("track", "language"):
        for group, counts in played[f"by_{name}"].items():
            cells[name, group] = counts["visits"]
            cells[name, group, "stamped"] = counts["stamped"]
    return cells


def test_the_report_tells_the_counts_played(hall: Hall) -> None:
    """What it shows is what was played; what it leaves out is there to be protected."""
    results = hall.folder / "all.sqlite"
    figures = json.loads(said("day", "report", hall.day, "--results", results, "--format", "json"))
    visits = hall.visits.values()
    cells = shown(figures)
    assert cells["all",] == len(visits)
    assert cells["stamped",] in (None, sum(visit["passport"] for visit in visits))
    for (name, *rest), count in cells.items():
        if name in ("hour", "track", "language") and count is not None:
            of_it = [visit for visit in visits if visit[name] == rest[0]]
            assert count == (sum(visit["passport"] for visit in of_it) if rest[1:] else len(of_it))
        elif name == "lit" and count is not None:
            assert count == sum(rest[0] in visit["lit"] for visit in visits)
    assert not [cell for cell, count in cells.items() if count and count < LEAST_VISITS]
    assert sum(count is not None for count in cells.values()) >= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_the_report_has_the_count(hall: Hall, language: str) -> None:
    """PDF, web page and table, in each of the day's languages."""
    out = hall.folder / "report"
    said(
        *("day", "report", hall.day, "--results", hall.folder / "all.sqlite"),
        *("--out", out, "--lang", language),
    )
    count = str(len(hall.visits))
    pdf = "".join(page.extract_text() for page in PdfReader(out / f"report-{language}.pdf").pages)
    web = (out / f"report-{language}.html").read_text(encoding="utf-8")
    with (out / f"report-{language}.csv").open(encoding="utf-8-sig", newline="") as file:
        table = [value for row in csv.reader(file) for value in row]
    assert count in table
    assert count in western(web)
    assert count in western(pdf)


def western(text: str) -> str:
    """Digits of any script as 0 to 9."""
    return "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)

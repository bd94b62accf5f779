from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cop_challenge.day.checks import Known
from cop_challenge.day.day import DayFile, DayRefused, Lead, LeadEntry, Players, is_day, load_day
from cop_challenge.day.day import problems as of_file
from cop_challenge.day.example import example
from cop_challenge.day.groups import Group, GroupEntry, SchoolEntry
from cop_challenge.day.hours import BreakEntry, Hours, Span
from cop_challenge.i18n.translator import Translator

WHOLE = """\
schema: 1
title: "Challenge day"
date: 2026-11-24
country: ET
minutes: 15
players: solo
measure: yes
helpline-days: 90
"""


FULL = """\
schema: 1
title: "  Two days
  by the water "
dates: [2026-11-25, 2026-11-24]
languages: [am, en]
tracks: [8-12]
stations: 6
changeover: 5
opens: 8:30
closes: 13:00
breaks:
  - {from: 10:00, to: 10:15}
packs: [ours]
spot: [tell-first]
lead: {role: The deputy head, where: Room 3}
schools:
  - name: Harbour School
    dates: [2026-11-25]
    arrives: 09:00
    leaves: 12:00
    travel: 10
    groups:
      - {name: Class 5A, children: 28, track: 8-12}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "day.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_day_is_read(tmp_path: Path) -> None:
    """Every field arrives as what it means."""
    day = load_day(written(tmp_path, WHOLE))
    assert day.date == datetime.date(2026, 11, 24)
    assert (day.country, day.minutes, day.players, day.measures, day.helpline_days) == (
        "ET",
        15,
        Players.SOLO,
        True,
        90,
    )


def test_a_whole_event_is_read(tmp_path: Path) -> None:
    """Dates in order, times as minutes, packs beside the file; what is not said has its usual value."""
    day = load_day(written(tmp_path, FULL))
    assert day.title == "Two days by the water"
    assert day.dates == (datetime.date(2026, 11, 24), datetime.date(2026, 11, 25))
    assert (day.languages, day.tracks, day.stations, day.minutes) == (("am", "en"), ("8-12",), 6, 15)
    assert day.hours == Hours(510, 780, (Span(600, 615),))
    assert day.packs == (tmp_path / "ours",)
    assert day.lead == Lead("The deputy head", "Room 3")
    (school,) = day.schools
    assert school.groups == (Group("Class 5A", 28, "8-12"),)
    assert (school.dates, day.there(school)) == ((datetime.date(2026, 11, 25),), Span(550, 710))
    assert day.pin == ""


def test_slots_begin_anew_after_a_break() -> None:
    """None is cut by it, and none goes past the end."""
    assert [str(slot) for slot in Hours(540, 640, (Span(580, 590),)).slots(15, 3)] == [
        "09:00–09:15",
        "09:18–09:33",
        "09:50–10:05",
        "10:08–10:23",
    ]


@pytest.mark.parametrize(
    ("line", "instead", "says"),
    [
        ("dates: [2026-11-25, 2026-11-24]\n", "", "“date” is missing"),
        ("dates: [2026-11-25, 2026-11-24]", "dates: [2026-11-25, 2026-11-25]", "stands twice"),
        ("opens: 8:30", "opens: 13:00", "13:00 is not after 13:00"),
        ("opens: 8:30", "opens: 24:00", "no time of day"),
        ("closes: 13:00", "closes: 08:40", "no room for a whole visit of 15 minutes"),
        ("from: 10:00", "from: 10:15", "10:15 is not after 10:15"),
        ("leaves: 12:00", "leaves: 09:00", "09:00 is not after 09:00"),
        ("track: 8-12", "track: 13-17", "“13-17” is not known"),
        ("languages: [am, en]", "languages: [Amharic!]", "no code of a language"),
        ("children: 28", "children: 0", "1 or more"),
        ("name: Class 5A", "name: ' '", "has no text"),
    ],
)
def test_what_does_not_go_together_is_said(tmp_path: Path, line: str, instead: str, says: str) -> None:
    """One thing is wrong, and that one is named."""
    assert line in FULL
    problems = of_file(written(tmp_path, FULL.replace(line, instead).replace("ours", ".")))
    assert says in problems[0].message + problems[0].remedy


@pytest.mark.parametrize(
    ("line", "instead", "code"),
    [
        ("languages: [am, en]", "languages: [xx]", "CC009"),
        ("spot: [tell-first]", "spot: [tell-last]", "CC060"),
        ("tracks: [8-12]", "tracks: [8-12, 9-13]", "CC030"),
        ("packs: [ours]", "packs: [theirs]", "CC106"),
    ],
)
def test_what_is_named_must_be_there(tmp_path: Path, line: str, instead: str, code: str) -> None:
    """Where the game is at hand. On the day itself, a pack left at home does not close the station."""
    (tmp_path / "ours").mkdir()
    known = Known(tmp_path, ["8-12", "13-17"], ["am", "en"], ["tell-first"])
    assert of_file(written(tmp_path, FULL), known) == []
    path = written(tmp_path, FULL.replace(line, instead))
    assert [problem.code for problem in of_file(path, known)] == [code]
    assert load_day(path)


def test_a_pin_in_clear_is_not_repeated(tmp_path: Path) -> None:
    """The message might be read aloud, or sent to somebody for help."""
    (problem,) = of_file(written(tmp_path, WHOLE + "pin: 284619\n"))
    assert problem.code == "CC104"
    assert "284619" not in str(problem)


@pytest.mark.parametrize(
    ("line", "instead", "says"),
    [("players: solo", "players: pairs", "pairs"), ("minutes: 15", "minutes: 10", "10 minutes")],
)
def test_pairs_and_short_visits_are_not_measured(tmp_path: Path, line: str, instead: str, says: str) -> None:
    """And the day says why."""
    day = load_day(written(tmp_path, WHOLE.replace(line, instead)))
    assert not day.measures
    assert says in Translator(tmp_path)(day.unmeasured)


@pytest.mark.parametrize(
    ("line", "instead", "code", "number"),
    [
        ("date: 2026-11-24", "date: 24.11.2026", "CC096", 3),
        ("country: ET", "country: Ethiopia", "CC097", 4),
        ("minutes: 15", "minutes: long", "CC011", 5),
        ("players: solo", "players: alone", "CC009", 6),
        ("measure: yes", "mesure: yes", "CC007", 7),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, instead: str, code: str, number: int) -> None:
    """Place, fact and remedy, as for lessons."""
    with pytest.raises(DayRefused) as refused:
        load_day(written(tmp_path, WHOLE.replace(line, instead)))
    assert [problem.line for problem in refused.value.problems] == [number]
    assert code in str(refused.value) or number in (3, 4)


def test_a_day_is_told_from_a_lesson(tmp_path: Path, root: Path) -> None:
    """`check` looks at each by its own rules."""
    assert is_day(written(tmp_path, WHOLE))
    assert not is_day(root / "content/lessons/8-12/who-can-help.yaml")
    assert not is_day(root / "content/measure/8-12.yaml")
    assert is_day(written(tmp_path, FULL))


@pytest.mark.parametrize("model", [DayFile, SchoolEntry, GroupEntry, BreakEntry, LeadEntry])
def test_every_field_is_explained(root: Path, model: type) -> None:
    """In the file to start from, and in the facilitator's page."""
    page = (root / "docs/day.md").read_text("utf-8")
    start = example(datetime.date(2026, 11, 24))
    for name, field in model.model_fields.items():  # type: ignore[attr-defined]
        key = field.alias or name
        if key != "source":
            assert f"`{key}`" in page, key
            assert f"{key}:" in start, key

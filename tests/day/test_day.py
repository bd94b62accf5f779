from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cop_challenge.day.day import DayRefused, Players, is_day, load_day

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


@pytest.mark.parametrize(
    ("line", "instead", "says"),
    [("players: solo", "players: pairs", "pairs"), ("minutes: 15", "minutes: 10", "10 minutes")],
)
def test_pairs_and_short_visits_are_not_measured(tmp_path: Path, line: str, instead: str, says: str) -> None:
    """And the day says why."""
    day = load_day(written(tmp_path, WHOLE.replace(line, instead)))
    assert not day.measures
    assert says in day.unmeasured


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

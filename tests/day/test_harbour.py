"""The day's harbour: what was played, as far as the report would tell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from cop_challenge.app import wiring
from cop_challenge.app.closing import NothingLit, lit
from cop_challenge.cli.main import run
from cop_challenge.core.result import Fact, Result
from cop_challenge.core.tags import Habit
from cop_challenge.day.day import Day
from cop_challenge.day.harbour import harbour
from cop_challenge.day.report import report
from cop_challenge.store.database import Row, Store
from cop_challenge.store.merging import merge

DAY = Day("Day of the bay", date(2026, 11, 23))


def visits(
    station: str, lamps: Iterable[tuple[Habit, int]], count: int, day: str = "2026-11-23"
) -> list[Row]:
    """So many visits at a station; of each habit the first so many of them lit the lantern."""
    wanted, rows = dict(lamps), []
    for number in range(count):
        lit = [habit for habit in Habit if number < wanted.get(habit, 0)]
        facts = [
            Result(Fact.BEGAN, track="8-12", language="en"),
            *(Result(Fact.FINISHED, track="8-12", language="en", habit=habit) for habit in lit),
        ]
        visit = f"{number:016x}"
        rows += [Row(station, visit, n, f"{day}T10", fact) for n, fact in enumerate(facts, 1)]
    return rows


ONE = visits("one", {Habit.SET_LIMITS: 20, Habit.TELL: 16, Habit.REACT: 20}.items(), 20)
TWO = visits("two", {Habit.SET_LIMITS: 30, Habit.TELL: 14, Habit.MEETING: 30, Habit.REACT: 15}.items(), 30)
FEW = visits("three", {Habit.ACCEPTING: 3}.items(), 20)


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """Two stations' files in one."""
    for name, rows in (("one", ONE), ("two", TWO)):
        with Store(tmp_path / f"{name}.sqlite") as store:
            store.append(rows)
    merge(tmp_path / "all.sqlite", [tmp_path / "one.sqlite", tmp_path / "two.sqlite"])
    return tmp_path / "all.sqlite"


def test_it_counts_what_the_merged_file_holds(merged: Path) -> None:
    """Each habit, and all of them, counted here once more by hand."""
    found = lit(wiring.places(), (merged,), None).harbour
    assert found.lit == {
        Habit.SET_LIMITS: 50,
        Habit.MEETING: 30,
        Habit.ACCEPTING: 0,
        Habit.REACT: 35,
        Habit.TELL: 30,
    }
    assert found.total == sum(row.result.fact is Fact.FINISHED for row in (*ONE, *TWO))


def test_it_tells_what_the_report_tells() -> None:
    """The same figures, and the same ones left out."""
    rows = [*ONE, *TWO, *FEW]
    assert harbour(rows).lit == report(rows).played.lit
    assert harbour(rows).lit[Habit.ACCEPTING] is None
    assert harbour(rows).total is None


def test_another_day_is_not_in_it() -> None:
    """Only what was played on the day's own dates."""
    other = visits("one", {Habit.MEETING: 12}.items(), 12, "2026-11-22")
    assert harbour([*other, *TWO], DAY).lit == harbour(TWO, DAY).lit


def test_a_dark_harbour_is_no_picture(tmp_path: Path) -> None:
    """Visits that lit nothing: a sentence says what to do."""
    with Store(tmp_path / "dark.sqlite") as store:
        store.append(visits("one", (), 12))
    with pytest.raises(NothingLit, match="--results"):
        lit(wiring.places(), (tmp_path / "dark.sqlite",), None)


@pytest.mark.parametrize("arguments", [["day", "harbour"], ["print", "harbour", "--out", "x.pdf"]])
def test_nothing_played_is_exit_1(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """And a sentence."""
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 1
    assert "Nothing has been played here yet" in capsys.readouterr().err


def test_without_a_screen_there_is_still_the_poster(
    merged: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command says so instead of failing with a traceback."""
    for name in ("SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert run(["day", "harbour", "--results", str(merged)]) == 1
    assert "print harbour" in capsys.readouterr().err


def test_an_unknown_language_is_wrong_use(merged: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["day", "harbour", "--results", str(merged), "--lang", "xx"]) == 2
    assert "There is no language" in capsys.readouterr().err


def words(path: Path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def test_the_poster_says_the_same(merged: Path, tmp_path: Path, root: Path) -> None:
    """One page: the numbers, the day, and a line for the school's name."""
    day = tmp_path / "day.yaml"
    day.write_text("schema: 1\ntitle: Day of the bay\ndate: 2026-11-23\n", encoding="utf-8")
    out = tmp_path / "harbour.pdf"
    assert run(["print", "harbour", "--from", str(merged), "--day", str(day), "--out", str(out)]) == 0
    found = words(out)
    for said in ("145 lanterns", "50", "35", "School", "Day of the bay", "23 November 2026"):
        assert said in found
    assert len(PdfReader(out).pages) == 1


def test_a_date_that_is_asked_for_goes_first(merged: Path, tmp_path: Path) -> None:
    """Before the day's own."""
    day = tmp_path / "day.yaml"
    day.write_text("schema: 1\ntitle: Day of the bay\ndate: 2026-11-23\n", encoding="utf-8")
    out = tmp_path / "harbour.pdf"
    order = ["print", "harbour", "--from", str(merged), "--day", str(day), "--out", str(out)]
    assert run([*order, "--date", "2026-11-30"]) == 0
    assert "30 November 2026" in words(out)


def test_a_hidden_figure_is_not_on_the_poster(tmp_path: Path) -> None:
    """Neither it nor the total."""
    with Store(tmp_path / "few.sqlite") as store:
        store.append([*TWO, *FEW])
    out = tmp_path / "few.pdf"
    assert run(["print", "harbour", "--from", str(tmp_path / "few.sqlite"), "--out", str(out)]) == 0
    assert "by all of us" not in words(out)
    assert "The bay is glowing!" in words(out)


def test_the_same_file_twice_is_one(merged: Path) -> None:
    once = lit(wiring.places(), (merged,), None).harbour
    assert lit(wiring.places(), (merged, merged.parent), None).harbour == once


def test_rows_of_one_visit_light_a_lantern_once() -> None:
    """However often it plays the same habit."""
    again = [replace(row, number=row.number + 50) for row in TWO if row.result.fact is Fact.FINISHED]
    assert harbour([*TWO, *again]).lit == harbour(TWO).lit

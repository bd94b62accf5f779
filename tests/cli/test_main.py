from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from cop_challenge.activities.registry import ACTIVITIES
from cop_challenge.app import wiring
from cop_challenge.cli.main import run
from cop_challenge.core.result import Fact, Result
from cop_challenge.store.database import Row, Store

LESSONS = len(list(wiring.places().content.glob("lessons/**/*.yaml")))


def test_check_finds_nothing_in_the_built_in_content(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0 and how many lessons were looked at."""
    assert run(["check"]) == 0
    assert f"{LESSONS} lessons in order, no problem." in capsys.readouterr().out


def test_check_names_place_fact_and_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, a line an editor can jump to, and a second line that says what to do."""
    (tmp_path / "x.yaml").write_text("schema: 1\nkind: quizz\n", encoding="utf-8")
    assert run(["check", str(tmp_path / "x.yaml")]) == 1
    out = capsys.readouterr().out
    assert "x.yaml:2:7: CC016" in out
    assert "Did you mean “quiz”?" in out


def test_check_speaks_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For other programs."""
    (tmp_path / "x.yaml").write_text("kind: quizz\n", encoding="utf-8")
    assert run(["check", "--format", "json", str(tmp_path / "x.yaml")]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["code"], problem["line"]) == ("CC016", 1)


def test_advice_is_given_to_those_who_ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 with what could be better; without the question it is none of anybody's business."""
    lesson = tmp_path / "rude.yaml"
    assert run(["new", "lesson", "--kind", "quiz", "--id", "rude", "--out", str(tmp_path)]) == 0
    words = lesson.read_text("utf-8").replace('because: "', 'because: "You should have asked. ', 1)
    lesson.write_text(words, "utf-8")
    assert run(["check", str(lesson)]) == 0
    capsys.readouterr()
    assert run(["check", "--advice", str(lesson)]) == 1
    assert "advice CC077" in capsys.readouterr().out
    assert run(["check", "--advice", "--format", "json", str(lesson)]) == 1
    assert {each["severity"] for each in json.loads(capsys.readouterr().out)} == {"advice"}


@pytest.mark.slow
def test_simulate_reports_visits(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, every lesson by every player, and how visits ended."""
    assert run(["simulate", "--visits", "10"]) == 0
    out = capsys.readouterr().out
    assert f"{LESSONS} lessons by every player: {LESSONS * 5} visits, 0 stuck." in out
    assert "10 whole visits: 0 stuck" in out
    reached, declared = re.search(r"(\d+) of (\d+) endings reached", out).groups()  # type: ignore[union-attr]
    assert reached == declared
    assert int(declared) > LESSONS


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["play", "--size", "big"],
        ["check", "--format", "xml"],
        ["play", "--lang", "xx"],
        ["screenshots"],
        ["new", "lesson", "--kind", "dance"],
        ["new", "lesson", "--kind", "quiz", "--id", "My Lesson"],
    ],
)
def test_wrong_use_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A sentence, never a traceback."""
    assert run(arguments) == 2
    assert capsys.readouterr().err.strip()


def test_results_of_a_station_nobody_used(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to export is said, not an empty file."""
    assert run(["results", "export"]) == 1
    assert "Nothing has been played here yet" in capsys.readouterr().err


def test_results_can_be_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table of all facts, to a file."""
    with Store(wiring.places().results) as store:
        store.append([Row("st", "01", 1, "2026-11-23T14", Result(Fact.BEGAN, track="8-12"))])
    out = tmp_path / "facts.csv"
    assert run(["results", "export", "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").splitlines()[1].startswith("st,01,1,2026-11-23T14,began,8-12")
    assert run(["results", "export", "--format", "jsonl"]) == 0
    assert '"track": "8-12"' in capsys.readouterr().out


@pytest.mark.slow
def test_bench_prints_what_it_measured(capsys: pytest.CaptureFixture[str]) -> None:
    """Every promised figure is there and was measured: no time is judged here."""
    os.environ.pop("DISPLAY", None)
    assert run(["bench", "--size", "640x360", "--seconds", "0.5"]) == 0
    figures = json.loads(capsys.readouterr().out)
    for name in (
        "imports_ms", "first_interactive_frame_ms", "moving_frame_ms", "input_to_picture_ms",
        "still_cpu_percent_of_a_core", "peak_memory_mb",
    ):  # fmt: skip
        value = figures[name]
        assert (value["p99"] if isinstance(value, dict) else value) > 0, name


@pytest.mark.slow
def test_bench_measures_a_library(capsys: pytest.CaptureFixture[str]) -> None:
    """Lessons are offered, opened and checked; no time is judged here."""
    assert run(["bench", "--library", "2x9"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["lessons"] == 18
    assert figures["with_library"]["again"]["lessons_opened"] > 0
    assert figures["check_lessons_per_second"] > 0


def test_a_library_of_no_size_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bench", "--library", "many"]) == 2
    assert "50x200" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ACTIVITIES)
def test_a_new_lesson_of_every_kind_is_valid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    """`new lesson` writes a file that `check` has nothing to say about, by the name one gives it."""
    assert run(["new", "lesson", "--kind", kind, "--id", "ours", "--out", str(tmp_path / "lessons")]) == 0
    assert run(["check", str(tmp_path / "lessons" / "ours.yaml")]) == 0
    assert "no problem" in capsys.readouterr().out


def test_a_new_lesson_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second time it says so and leaves the file as it is."""
    arguments = ["new", "lesson", "--kind", "quiz", "--out", str(tmp_path)]
    assert run(arguments) == 0
    (path,) = tmp_path.glob("*.yaml")
    path.write_text("mine", encoding="utf-8")
    assert run(arguments) == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert str(path) in capsys.readouterr().err

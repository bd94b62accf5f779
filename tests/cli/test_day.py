"""`new day`, `check` of a day, `day plan`, `day pin`."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from cop_challenge.app import wiring
from cop_challenge.cli.main import run
from cop_challenge.day.day import load_day
from cop_challenge.day.pin import matches
from cop_challenge.day.plan import plan

EXAMPLES = ("one-school", "three-schools")


def test_a_new_day_is_for_tomorrow_and_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check` has nothing to say about it, it can be planned, and its PIN opens it."""
    assert run(["new", "day", str(tmp_path / "ours"), "--pin", "2846"]) == 0
    path = tmp_path / "ours/day.yaml"
    assert "PIN is stored as a hash" in capsys.readouterr().out
    assert run(["check", str(path)]) == 0
    assert "1 day in order, no problem." in capsys.readouterr().out
    day = load_day(path)
    assert day.date == wiring.today() + timedelta(days=1)
    assert matches("2846", day.pin)
    assert plan(day)


def test_a_new_day_may_have_no_pin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """That is said; and a name of its own is kept."""
    assert run(["new", "day", str(tmp_path / "harbour.yaml"), "--no-pin"]) == 0
    assert "It has no PIN" in capsys.readouterr().out
    assert load_day(tmp_path / "harbour.yaml").pin == ""


def test_a_new_day_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second time it says so and leaves the file as it is."""
    (tmp_path / "day.yaml").write_text("mine", encoding="utf-8")
    assert run(["new", "day", str(tmp_path), "--no-pin"]) == 1
    assert (tmp_path / "day.yaml").read_text(encoding="utf-8") == "mine"
    assert "day.yaml" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["new", "day", "--pin", "12"],
        ["day", "pin"],
        ["day", "pin", "--pin", "secret"],
        ["day", "plan"],
        ["day", "plan", "docs/examples/one-school.yaml", "--lang", "xx"],
    ],
)
def test_wrong_use_is_exit_2(
    arguments: list[str], root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence, and no file."""
    monkeypatch.chdir(root)
    assert run(arguments) == 2
    assert capsys.readouterr().err.strip()
    assert not (root / "day.yaml").exists()


def test_a_pin_is_given_as_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """To be put into a file that is there."""
    assert run(["day", "pin", "--pin", "28461"]) == 0
    found = re.fullmatch(r'pin: "(.*)"\n', capsys.readouterr().out)
    assert found
    assert matches("28461", found[1])


def test_check_knows_what_a_day_may_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Languages, tracks, messages and packs that are not there."""
    wrong = "languages: [xx]\ntracks: [9-13]\nspot: [no-such]\npacks: [nowhere]\n"
    path = tmp_path / "day.yaml"
    path.write_text(f"schema: 1\ntitle: Ours\ndate: 2026-11-24\n{wrong}", encoding="utf-8")
    assert run(["check", "--format", "json", str(path)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(each["line"], each["code"]) for each in found] == [
        (4, "CC009"), (5, "CC030"), (6, "CC060"), (7, "CC106"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_are_in_order_and_can_be_planned(
    root: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Those in the facilitator's documents."""
    path = root / f"docs/examples/{name}.yaml"
    assert run(["check", str(path)]) == 0
    assert run(["day", "plan", str(path)]) == 0
    out = capsys.readouterr().out
    assert "By group" in out
    for school in load_day(path).schools:
        assert all(group.name in out for group in school.groups)


def test_the_plan_as_data(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everybody is in it once."""
    path = root / "docs/examples/one-school.yaml"
    assert run(["day", "plan", str(path), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["possible"] is True
    assert sum(turn["children"] for turn in found["turns"]) == found["children"] == 114
    assert found["turns"][0]["from"] == "08:30"


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_is_missing_is_exit_1(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    """With each way out; nothing is printed for the wall."""
    path, out = tmp_path / "day.yaml", tmp_path / "plan.pdf"
    text = (root / "docs/examples/one-school.yaml").read_text("utf-8")
    path.write_text(text.replace("stations: 6", "stations: 4"), encoding="utf-8")
    assert run(["day", "plan", str(path), "--format", form, "--out", str(out)]) == 1
    told = capsys.readouterr().out
    assert "1 more laptop (5 instead of 4)" in told or "2 more laptops (6 instead of 4)" in told
    assert form == "text" or json.loads(told)["possible"] is False
    assert not out.exists()


def test_nobody_to_plan_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Says what to write."""
    path = tmp_path / "day.yaml"
    path.write_text("schema: 1\ntitle: Ours\ndate: 2026-11-24\n", encoding="utf-8")
    assert run(["day", "plan", str(path)]) == 1
    assert "schools:" in capsys.readouterr().err


def test_a_plan_for_the_wall_in_each_language(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One file each, a page for every date and one for the schools."""
    day = str(root / "docs/examples/three-schools.yaml")
    assert run(["day", "plan", day, "--out", str(tmp_path / "plan.pdf"), "--lang", "en", "--lang", "fr"]) == 0
    assert "Who plays when" in capsys.readouterr().err
    pages = [page.extract_text() for page in PdfReader(tmp_path / "plan-en.pdf").pages]
    assert len(pages) == 3
    assert "24 November 2026" in pages[0]
    assert "Class 5A" in pages[0]
    assert "Stations 1–8" in pages[0]
    assert "Break" in pages[0]
    assert all(name in pages[2] for name in ("River School", "Hill School", "Grade 9"))
    assert "25 novembre 2026" in PdfReader(tmp_path / "plan-fr.pdf").pages[1].extract_text()

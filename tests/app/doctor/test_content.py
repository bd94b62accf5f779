from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from cop_challenge.app import wiring
from cop_challenge.app.doctor import content
from cop_challenge.app.doctor.case import Case
from cop_challenge.app.doctor.finding import Finding, Level

TODAY = date(2026, 11, 23)
DAY = 'schema: 1\ntitle: "Day of light"\ndate: 2026-11-24\ncountry: ZW\nminutes: 15\n'
LINE = """service: helpline
country: ZW
name: "Someone to talk to"
number: "000 0001"
hours: "Every day"
cost: "Free"
languages: [en]
tracks: [8-12, 13-17]
source: "Made up for a test"
verified_on: {day}
verified_by: facilitator
"""


def only(found: list[Finding]) -> Finding:
    (finding,) = found
    return finding


def day_file(folder: Path, text: str = DAY) -> Path:
    path = folder / "day.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_built_in_lessons_are_in_order(places: wiring.Places) -> None:
    """As `check` says."""
    assert only(list(content.lessons(Case(places), TODAY))).level is Level.GOOD


def test_a_pack_s_problem_is_told_in_one_line(places: wiring.Places, tmp_path: Path) -> None:
    """The first of them, and the command that tells all."""
    pack = tmp_path / "ours"
    (pack / "lessons").mkdir(parents=True)
    (pack / "lessons" / "x.yaml").write_text("kind: quizz\nschema: 7\n", encoding="utf-8")
    found = only(list(content.lessons(Case(places, packs=(pack,)), TODAY)))
    assert found.level is Level.MEND
    assert "x.yaml" in str(found)
    assert "\n" not in str(found)
    assert f"cop-challenge check {pack}" in found.remedy


def test_languages_tell_how_far_they_are(places: wiring.Places) -> None:
    """English whole; a draft is named as one, with its share and its lessons."""
    english, french = content.languages(Case(places, chosen=("en", "fr")))
    assert english.level is Level.GOOD
    assert english.fact.startswith("100 % of all texts")
    assert french.level is Level.LOOK
    assert "first draft" in french.fact


def test_a_day_in_order_is_named(places: wiring.Places, tmp_path: Path) -> None:
    """By its title and date; none named is fine, too."""
    assert "Day of light" in only(list(content.day(Case(places, day_file(tmp_path))))).fact
    assert only(list(content.day(Case(places)))).level is Level.GOOD


def test_a_day_that_can_t_be_held_is_to_be_mended(places: wiring.Places, tmp_path: Path) -> None:
    """With its first problem in the same line; a file that is not there is one, too."""
    for file in (day_file(tmp_path, DAY + "minuets: 5\n"), tmp_path / "none.yaml"):
        found = only(list(content.day(Case(places, file))))
        assert (found.level, file.name in found.fact, "\n" in str(found)) == (Level.MEND, True, False)


def test_a_day_that_wishes_to_measure_and_can_t_says_why(places: wiring.Places, tmp_path: Path) -> None:
    """It is played all the same."""
    found = only(list(content.day(Case(places, day_file(tmp_path, DAY + "measure: yes\nplayers: pairs\n")))))
    assert (found.level, "pairs" in found.remedy) == (Level.LOOK, True)


@pytest.mark.parametrize(("age", "level"), [(10, Level.GOOD), (180, Level.GOOD), (181, Level.LOOK)])
def test_helplines_are_as_old_as_they_are_on_the_day(
    places: wiring.Places, tmp_path: Path, age: int, level: Level
) -> None:
    """Not on the evening before."""
    pack = tmp_path / "ours"
    (pack / "helplines").mkdir(parents=True)
    verified = date(2026, 11, 24) - timedelta(days=age)
    (pack / "helplines" / "line.yaml").write_text(LINE.format(day=verified), encoding="utf-8")
    case = Case(places, day_file(tmp_path), (pack,))
    assert case.library.problems == ()
    assert only(list(content.helplines(case, TODAY))).level is level


def test_no_helpline_is_told(places: wiring.Places, tmp_path: Path) -> None:
    """Without a day, and for a country without one."""
    assert only(list(content.helplines(Case(places), TODAY))).level is Level.LOOK
    found = only(list(content.helplines(Case(places, day_file(tmp_path)), TODAY)))
    assert (found.level, "“ZW”" in found.fact) == (Level.LOOK, True)

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cop_challenge.cli.main import run
from cop_challenge.core.actions import Skip, Tick
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.chance import chance
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Outcome
from cop_challenge.core.screen import Screen
from cop_challenge.core.visit import Visit
from cop_challenge.day import wording
from cop_challenge.day.calibration import rows_of
from cop_challenge.day.day import Day
from cop_challenge.day.groups import Group, School
from cop_challenge.day.handout import handout, lines
from cop_challenge.day.report import report
from cop_challenge.i18n.translator import Translator
from cop_challenge.lessons.library import Library
from cop_challenge.sim.learners import Children, school_day
from cop_challenge.sim.players import perfect
from cop_challenge.store.database import Row, Store

DAY = Day("Challenge day", date(2026, 11, 23), measure=True)
VISITS = 36


def sat(options: VisitOptions, seed: int) -> list[Row]:
    """One whole measured visit through the real game: it answers by chance, plays well, now and then skips."""
    visit, luck = Visit(options, seed), chance(seed, "sat")
    skips = luck.random() < 0.25
    facts = []
    while not visit.view().over:
        view = visit.view()
        facts += visit.act(Tick(3.0))
        if view.screen is Screen.SHEET and skips and luck.random() < 0.3:
            facts += visit.act(Skip())
        elif view.screen is Screen.SHEET:
            ways = [one for one in legal(view.offers) if one.role is Role.ADVANCE] or [
                one for one in legal(view.offers) if one.role is Role.ANSWER
            ]
            facts += visit.act(luck.choice(ways).action)
        else:
            facts += visit.act(perfect(visit, luck))
    return [
        Row("st", f"{seed:016x}", number, f"2026-11-23T{9 + seed % 3:02}", fact)
        for number, fact in enumerate(facts, start=1)
    ]


@pytest.fixture(scope="module")
def rows(options: VisitOptions, library: Library) -> list[Row]:
    measured = replace(options, measures=library.measures, track="8-12", minutes=15)
    return [row for seed in range(VISITS) for row in sat(measured, seed)]


def test_the_report_counts_what_was_played(rows: list[Row]) -> None:
    """Visits, hours, stamps and comparable sittings, counted here once more by hand."""
    found = report(rows, DAY)
    facts = Counter(row.result.fact for row in rows)
    assert found.played.visits == facts[Fact.BEGAN] == VISITS
    assert found.played.by_hour == {f"2026-11-23T{hour:02}": VISITS // 3 for hour in (9, 10, 11)}
    stamped = sum(row.result.outcome is Outcome.PASSPORT for row in rows)
    assert found.played.stamped == stamped == VISITS
    (learned,) = found.learned
    again = {row.visit for row in rows if row.result.fact is Fact.RATED and row.result.step == "again"}
    skipped = {row.visit for row in rows if row.result.fact is Fact.SKIPPED}
    assert learned.measured == VISITS
    assert learned.gain is not None
    assert learned.gain.visits == len(again - skipped)


def test_another_days_facts_do_not_count(rows: list[Row]) -> None:
    """A station keeps all its days in one file."""
    tomorrow = replace(DAY, date=DAY.date.replace(day=24))
    assert report(rows, tomorrow).played.visits == 0
    both = replace(tomorrow, date=DAY.date, later_dates=(tomorrow.date,))
    assert report(rows, both).played.visits == VISITS


def test_a_report_tells_no_pin_and_no_group(rows: list[Row]) -> None:
    """Its data is handed on; the day's file is not."""
    day = replace(DAY, pin="scrypt$a$b", schools=(School("Harbour", (Group("Class 5A", 28, "8-12"),)),))
    found = json.dumps(report(rows, day).as_dict())
    assert "scrypt" not in found
    assert "Class 5A" not in found


def test_the_report_reads_and_exports(
    rows: list[Row], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command, on two files that share facts, in words and as data."""
    with Store(tmp_path / "a.sqlite") as first, Store(tmp_path / "b.sqlite") as second:
        first.append(rows)
        second.append(rows[: len(rows) // 2])
    day = tmp_path / "day.yaml"
    day.write_text("schema: 1\ntitle: Harbour day\ndate: 2026-11-23\nmeasure: yes\n", encoding="utf-8")
    files = ["--results", str(tmp_path / "a.sqlite"), "--results", str(tmp_path / "b.sqlite")]
    assert run(["day", "report", str(day), *files]) == 0
    said = capsys.readouterr().out
    assert "Harbour day" in said
    assert f"Visits: {VISITS}\n" in said
    assert "What may not be claimed" in said
    assert run(["day", "report", str(day), *files, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["played"]["visits"] == VISITS


def said_of(library: Library, children: Children, visits: int = 120, seed: int = 2) -> str:
    found = report(rows_of(school_day(library.measures["8-12"], children, visits, seed)))
    say = Translator(Path())
    return "\n".join(say(text) for _, text in lines(handout(found, {})))


def test_learning_is_claimed_only_where_it_was_seen(library: Library) -> None:
    """Much learnt: a claim. Nothing learnt: none, and not its opposite either."""
    assert wording.MORE.source in said_of(library, Children(learnt=2.5))
    silent = said_of(library, Children(learnt=0.0, learnt_spread=0.0))
    assert wording.MORE.source not in silent
    assert "may not be claimed either" in silent


def test_too_few_visits_to_see_much_are_told_what_helps(library: Library) -> None:
    """Where nothing was seen among few visits; not among many, and not where something was seen."""
    nothing = Children(learnt=0.0, learnt_spread=0.0)
    assert wording.FINER.source in said_of(library, nothing)
    assert wording.FINER.source not in said_of(library, Children(learnt=2.5))
    many = said_of(library, nothing, visits=600)
    assert "may not be claimed either" in many
    assert wording.FINER.source not in many


def test_what_may_never_be_claimed_is_always_said(library: Library) -> None:
    """Whatever the figures."""
    for learnt in (0.0, 2.5):
        said = said_of(library, Children(learnt=learnt))
        assert all(text.source in said for text in wording.NEVER)


def test_a_small_group_is_not_described(library: Library) -> None:
    """Eight children: no share, no gain, no interval."""
    said = said_of(library, Children(lost=0.0), visits=8)
    assert "Too few visits" in said
    assert "%" not in said.replace(wording.LEFT_OUT.source, "")


def test_no_results_are_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """A station on which nothing was played."""
    assert run(["day", "report"]) == 1
    assert "Nothing has been played here yet" in capsys.readouterr().err

from __future__ import annotations

import copy
import io
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cop_challenge.cli.main import run
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Outcome, Result, Signal
from cop_challenge.lessons.library import Library
from cop_challenge.sim.players import PLAYERS
from cop_challenge.sim.runner import play_visit
from cop_challenge.store.database import Row, Store
from cop_challenge.store.xapi import statement, statements, writer

from .xapi_rules import broken

EAST = timezone(timedelta(hours=3))
ROW = Row(
    "1a2b3c4d",
    "00000000000000ff",
    2,
    "2026-11-23T14",
    Result(
        Fact.ANSWERED,
        *("8-12", "zh_Hans", "who-can-help", "quiz", "tell", "r1", "teacher"),
        outcome=Outcome.GOOD,
        attempt=1,
        light=3,
    ),
)


@pytest.fixture(scope="module")
def played(measured: VisitOptions, library: Library) -> list[Row]:
    """Visits of every player on every track."""
    rows = []
    for number, (track, player) in enumerate((t, p) for t in library.tracks for p in PLAYERS):
        visit = play_visit(replace(measured, track=track, minutes=15), player, number)
        rows += [
            Row("1a2b3c4d", f"{number:016x}", step, "2026-11-23T14", fact)
            for step, fact in enumerate(visit.results, 1)
        ]
    return rows


def test_every_fact_is_a_valid_statement(played: list[Row]) -> None:
    """All facts that simulated players bring about, each by all rules."""
    found = list(statements(played, {}, EAST))
    assert {row.result.fact for row in played} >= {Fact.BEGAN, Fact.ANSWERED, Fact.MEASURED, Fact.ENDED}
    assert [broken(one) for one in found if broken(one)] == []
    assert len({one["id"] for one in found}) == len(found) == len(played)


WORD = st.text("abcxyz019-./ é<>", max_size=12)


@given(
    st.sampled_from(Fact),
    WORD,
    WORD,
    WORD,
    WORD,
    st.sampled_from(Outcome),
    st.sampled_from(Signal),
    st.integers(0, 99),
)
def test_whatever_a_pack_calls_its_things_the_statement_is_valid(
    fact: Fact, track: str, lesson: str, step: str, choice: str, outcome: Outcome, signal: Signal, light: int
) -> None:
    """Names that are no part of an IRI are written as one."""
    result = Result(
        fact, track, "ar", lesson, "quiz", "tell", step, choice, outcome, light=light, signal=signal
    )
    assert broken(statement(replace(ROW, result=result), {}, EAST)) == []


def test_an_answer_says_what_was_chosen_and_how_it_turned_out() -> None:
    """Response, success, light as score, attempt; at the hour; nobody's name."""
    found = statement(ROW, {"who-can-help": {"en": "Who can help?"}}, EAST)
    assert found["result"] == {"score": {"raw": 3, "min": 0}, "success": True, "response": "teacher"}
    assert found["timestamp"] == "2026-11-23T14:00:00.000+03:00"
    assert found["object"]["id"] == "https://cop-challenge.example/lessons/who-can-help/r1"
    assert found["actor"]["account"] == {
        "homePage": "https://cop-challenge.example/visits",
        "name": "1a2b3c4d-00000000000000ff",
    }
    assert found["context"]["language"] == "zh-Hans"
    assert found["context"]["extensions"]["https://cop-challenge.example/extensions/attempt"] == 1


def test_a_fact_has_the_same_id_whenever_it_is_exported() -> None:
    """A store that is given everything again keeps everything once."""
    assert statement(ROW, {}, EAST)["id"] == statement(ROW, {"who-can-help": {"en": "Renamed"}}, None)["id"]
    assert statement(ROW, {}, EAST)["id"] != statement(replace(ROW, number=3), {}, EAST)["id"]


def test_walking_away_is_abandoning_and_a_passport_completes() -> None:
    """The two ways a visit ends."""
    ended = [Result(Fact.ENDED, "8-12", outcome=outcome) for outcome in (Outcome.PASSPORT, Outcome.IDLE)]
    found = [statement(replace(ROW, result=result), {}, EAST) for result in ended]
    assert [one["verb"]["display"]["en"] for one in found] == ["terminated", "abandoned"]
    assert [one["result"]["completion"] for one in found] == [True, False]


Wound = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("wound", "said"),
    [
        (lambda one: one.pop("actor"), "actor is required"),
        (lambda one: one.update(id="17"), "no UUID"),
        (lambda one: one["verb"].update(id="answered"), "verb.id"),
        (lambda one: one["verb"].update(display={"english": "x"}), "RFC 5646"),
        (lambda one: one["object"].update(id="/lessons/x"), "object.id"),
        (lambda one: one["object"]["definition"].pop("interactionType"), "interactionType"),
        (lambda one: one["result"].update(success="true"), "boolean"),
        (lambda one: one["result"]["score"].update(raw="3"), "number"),
        (lambda one: one["result"].update(duration="5 minutes"), "duration"),
        (lambda one: one.update(timestamp="23.11.2026"), "timestamp"),
        (lambda one: one.update(result={"response": None}), "null"),
        (lambda one: one["context"].update(extensions={"attempt": 1}), "extension"),
        (lambda one: one["actor"].update(mbox="mailto:a@b.example"), "identifier"),
    ],
)
def test_the_rules_notice_what_is_wrong(wound: Wound, said: str) -> None:
    """A validator that never refuses proves nothing."""
    one = copy.deepcopy(statement(ROW, {}, EAST))
    wound(one)
    assert any(said in rule for rule in broken(one))


def test_the_export_is_one_array(tmp_path: Path) -> None:
    """A statement a line, as stores take it; empty results are an empty array."""
    out = io.StringIO()
    assert writer({}, EAST)([ROW, replace(ROW, number=3)], out) == 2
    assert len(json.loads(out.getvalue())) == 2
    assert len(out.getvalue().splitlines()) == 4
    out = io.StringIO()
    assert writer({}, EAST)([], out) == 0
    assert json.loads(out.getvalue()) == []


def test_the_command_exports_statements(tmp_path: Path) -> None:
    """With lessons' names, and the stations' offset from UTC."""
    with Store(tmp_path / "a.sqlite") as store:
        store.append([ROW, replace(ROW, number=3, result=replace(ROW.result, fact=Fact.FINISHED))])
    out = tmp_path / "x.json"
    order = ["results", "export", "--format", "xapi", "--from", str(tmp_path / "a.sqlite"), "--out", str(out)]
    assert run([*order, "--utc-offset", "-03:30"]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert [broken(one) for one in found] == [[], []]
    assert all(one["timestamp"].endswith("-03:30") for one in found)
    names = Counter(one["object"]["definition"]["name"]["en"] for one in found)
    assert "who-can-help" not in names
    assert run([*order, "--utc-offset", "Cairo"]) == 2

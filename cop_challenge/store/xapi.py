"""Facts as xAPI 1.0.3 statements, for a learning record store.

https://github.com/adlnet/xAPI-Spec, part two. Who played is an account named by the visit's random number,
so nobody can be asked for; a statement's id is made of its fact's identity, so a store that gets the same
results twice keeps each once. Verbs are those of ADL's vocabulary (http://xapi.vocab.pub/datasets/adl/).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, tzinfo
from typing import Any, TextIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from cop_challenge.core.result import Fact, Outcome, Result, Signal
from cop_challenge.store.database import Row

HOME = "https://cop-challenge.example"
"""Nobody can have such an address (RFC 2606); it only keeps our ids apart from others'."""
VISITS = f"{HOME}/visits"
ACTIVITIES = "http://adlnet.gov/expapi/activities"
VERBS = "http://adlnet.gov/expapi/verbs"
ABANDONED = "https://w3id.org/xapi/adl/verbs/abandoned"
"""Minted later than the others, at ADL's newer address."""

EXTENSIONS = ("attempt", "phase", "form", "topic", "standing", "signal", "first", "surface", "schema")
"""Columns that xAPI has no property for."""

_VERBS = {
    Fact.BEGAN: "initialized",
    Fact.ANSWERED: "answered",
    Fact.FINISHED: "completed",
    Fact.LEFT: "suspended",
    Fact.ENDED: "terminated",
    Fact.DEALT: "registered",
    Fact.MEASURED: "answered",
    Fact.RATED: "responded",
    Fact.SKIPPED: "exited",
}
_NAMESPACE = uuid5(NAMESPACE_URL, HOME)

Json = dict[str, Any]
Titles = Mapping[str, Mapping[str, str]]
"""Of each lesson, by id, its name by language (RFC 5646)."""


def statements(rows: Iterable[Row], titles: Titles, zone: tzinfo | None) -> Iterable[Json]:
    """One statement a fact; `zone`: where the stations' clocks were, or None for this computer's own."""
    return (statement(row, titles, zone) for row in rows)


def statement(row: Row, titles: Titles, zone: tzinfo | None) -> Json:
    """The fact as a statement."""
    result = row.result
    found: Json = {
        "id": str(_id(row.station, row.visit, str(row.number))),
        "actor": {
            "objectType": "Agent",
            "account": {"homePage": VISITS, "name": f"{row.station}-{row.visit}"},
        },
        "verb": _verb(result),
        "object": _object(result, titles),
    }
    if outcome := _result(result):
        found["result"] = outcome
    found["context"] = _context(row)
    found["timestamp"] = _timestamp(row.hour, zone)
    return found


def writer(titles: Titles, zone: tzinfo | None) -> Callable[[Iterable[Row], TextIO], int]:
    """Writes one JSON array, a statement a line; as stores take it. It returns how many statements."""

    def write(rows: Iterable[Row], out: TextIO) -> int:
        count = 0
        out.write("[")
        for count, one in enumerate(statements(rows, titles, zone), 1):
            out.write(("\n" if count == 1 else ",\n") + json.dumps(one, ensure_ascii=False))
        out.write("\n]\n")
        return count

    return write


def _id(*names: str) -> UUID:
    return uuid5(_NAMESPACE, "/".join(names))


def _iri(*names: str) -> str:
    return "/".join((HOME, *(quote(name, safe="") for name in names)))


def _verb(result: Result) -> Json:
    if result.fact is Fact.ENDED and result.outcome is Outcome.IDLE:
        return {"id": ABANDONED, "display": {"en": "abandoned"}}
    name = _VERBS[result.fact]
    return {"id": f"{VERBS}/{name}", "display": {"en": name}}


def _activity(iri: str, kind: str, name: Mapping[str, str]) -> Json:
    definition: Json = {"type": f"{ACTIVITIES}/{kind}"}
    if name:
        definition["name"] = dict(name)
    return {"objectType": "Activity", "id": iri, "definition": definition}


def _lesson(lesson: str, titles: Titles) -> Json:
    return _activity(_iri("lessons", lesson), "lesson", titles.get(lesson, {"en": lesson}))


def _question(iri: str, name: str) -> Json:
    found = _activity(iri, "cmi.interaction", {"en": name})
    found["definition"]["interactionType"] = "choice"
    return found


def _object(result: Result, titles: Titles) -> Json:
    match result.fact:
        case Fact.ANSWERED:
            return _question(_iri("lessons", result.lesson, result.step), f"{result.lesson}: {result.step}")
        case Fact.FINISHED:
            return _lesson(result.lesson, titles)
        case Fact.LEFT if result.lesson:
            return _lesson(result.lesson, titles)
        case Fact.MEASURED | Fact.RATED:
            name = f"{result.track}: {result.step}"
            return _question(_iri("measure", result.track, result.step), name)
        case Fact.DEALT | Fact.SKIPPED | Fact.LEFT:
            return _activity(
                _iri("measure", result.track), "assessment", {"en": f"Questions: {result.track}"}
            )
    return _activity(_iri("tracks", result.track), "course", {"en": f"Lantern Bay: {result.track}"})


def _result(result: Result) -> Json:
    found: Json = {}
    if result.light:
        found["score"] = {"raw": result.light, "min": 0}
    match result.fact:
        case Fact.ANSWERED if result.outcome is not Outcome.NONE:
            found["success"] = result.outcome is Outcome.GOOD
        case Fact.MEASURED if result.signal is not Signal.NONE:
            found["success"] = result.signal in (Signal.HIT, Signal.ALL_CLEAR)
        case Fact.FINISHED:
            found["completion"] = True
        case Fact.ENDED:
            found["completion"] = result.outcome is Outcome.PASSPORT
    if result.choice:
        found["response"] = result.choice
    return found


def _context(row: Row) -> Json:
    result = row.result
    found: Json = {"registration": str(_id(row.station, row.visit)), "platform": "COP Challenge"}
    if result.language:
        found["language"] = result.language.replace("_", "-")
    related: Json = {}
    if result.lesson and result.fact is Fact.ANSWERED:
        related["parent"] = [{"objectType": "Activity", "id": _iri("lessons", result.lesson)}]
    groups = [("tracks", result.track), ("habits", result.habit), ("kinds", result.kind)]
    if grouping := [{"objectType": "Activity", "id": _iri(sort, name)} for sort, name in groups if name]:
        related["grouping"] = grouping
    if related:
        found["contextActivities"] = related
    more = {_iri("extensions", name): getattr(result, name) for name in EXTENSIONS if getattr(result, name)}
    if more:
        found["extensions"] = more
    return found


def _timestamp(hour: str, zone: tzinfo | None) -> str:
    """The hour's beginning; facts know no finer time."""
    moment = datetime.fromisoformat(f"{hour}:00:00")
    return (moment.replace(tzinfo=zone) if zone else moment.astimezone()).isoformat(timespec="milliseconds")

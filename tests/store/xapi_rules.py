"""The rules of xAPI 1.0.3 for a statement, as a record store checks them (xAPI-Spec, part two: Data)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", re.I)
TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
DURATION = re.compile(r"P(?=.)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[a-z0-9]{5,8})*")
INTERACTIONS = {
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric",
    "other",
}  # fmt: skip

STATEMENT = {
    "id", "actor", "verb", "object", "result", "context", "timestamp", "stored", "authority", "version", "attachments",
}  # fmt: skip
CONTEXT = {
    "registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement",
    "extensions",
}  # fmt: skip
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
DEFINITION = {
    "name", "description", "type", "moreInfo", "interactionType", "correctResponsesPattern", "choices", "scale",
    "source", "target", "steps", "extensions",
}  # fmt: skip
IDENTIFIERS = {"mbox", "mbox_sha1sum", "openid", "account"}


def broken(statement: Any) -> list[str]:
    """Every rule the statement breaks."""
    return list(_statement(statement))


def _statement(one: Any) -> Iterator[str]:
    yield from _nulls(one, "statement")
    yield from _only(one, STATEMENT, "statement")
    for name in ("actor", "verb", "object"):
        if name not in one:
            yield f"{name} is required"
    if "id" in one and not UUID.fullmatch(one["id"]):
        yield "id is no UUID"
    if "version" in one and not re.fullmatch(r"1\.0(\.\d+)?", one["version"]):
        yield "version is none of 1.0"
    yield from _agent(one.get("actor", {}))
    yield from _verb(one.get("verb", {}))
    yield from _activity(one.get("object", {}), "object")
    yield from _result(one.get("result", {}))
    yield from _context(one.get("context", {}))
    if "timestamp" in one:
        yield from _timestamp(one["timestamp"])


def _nulls(value: Any, place: str) -> Iterator[str]:
    if value is None:
        yield f"{place} is null"
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _nulls(inner, f"{place}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from _nulls(inner, f"{place}[]")


def _only(value: dict[str, Any], allowed: set[str], place: str) -> Iterator[str]:
    for name in value.keys() - allowed:
        yield f"{place} has no property {name}"


def _iri(value: Any, place: str) -> Iterator[str]:
    if not isinstance(value, str) or re.search(r"[\s<>\"{}|\\^`]", value):
        yield f"{place} is no IRI"
        return
    parts = urlsplit(value)
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*", parts.scheme) or not parts.netloc:
        yield f"{place} has no scheme"


def _agent(one: dict[str, Any]) -> Iterator[str]:
    yield from _only(one, {"objectType", "name", *IDENTIFIERS}, "actor")
    if one.get("objectType", "Agent") != "Agent":
        yield "actor is no Agent"
    if len(one.keys() & IDENTIFIERS) != 1:
        yield "actor needs exactly one identifier"
    account = one.get("account", {})
    if account:
        yield from _only(account, {"homePage", "name"}, "account")
        yield from _iri(account.get("homePage"), "account.homePage")
        if not isinstance(account.get("name"), str) or not account["name"]:
            yield "account.name is no string"


def _verb(one: dict[str, Any]) -> Iterator[str]:
    yield from _only(one, {"id", "display"}, "verb")
    yield from _iri(one.get("id"), "verb.id")
    yield from _words(one.get("display", {}), "verb.display")


def _words(one: Any, place: str) -> Iterator[str]:
    """A language map."""
    if not isinstance(one, dict):
        yield f"{place} is no language map"
        return
    for tag, words in one.items():
        if not LANGUAGE.fullmatch(tag):
            yield f"{place}: {tag} is no RFC 5646 tag"
        if not isinstance(words, str):
            yield f"{place}.{tag} is no string"


def _activity(one: dict[str, Any], place: str) -> Iterator[str]:
    yield from _only(one, {"objectType", "id", "definition"}, place)
    if one.get("objectType", "Activity") != "Activity":
        yield f"{place} is no Activity"
    yield from _iri(one.get("id"), f"{place}.id")
    definition = one.get("definition", {})
    yield from _only(definition, DEFINITION, f"{place}.definition")
    for name in ("name", "description"):
        yield from _words(definition.get(name, {}), f"{place}.{name}")
    if "type" in definition:
        yield from _iri(definition["type"], f"{place}.type")
        if definition["type"].endswith("cmi.interaction") and "interactionType" not in definition:
            yield f"{place} needs an interactionType"
    if definition.get("interactionType", "other") not in INTERACTIONS:
        yield f"{place} has an unknown interactionType"
    yield from _extensions(definition)


def _result(one: dict[str, Any]) -> Iterator[str]:
    yield from _only(one, RESULT, "result")
    for name in ("success", "completion"):
        if not isinstance(one.get(name, True), bool):
            yield f"result.{name} is no boolean"
    if not isinstance(one.get("response", ""), str):
        yield "result.response is no string"
    if "duration" in one and not DURATION.fullmatch(one["duration"]):
        yield "result.duration is no ISO 8601 duration"
    score = one.get("score", {})
    yield from _only(score, {"scaled", "raw", "min", "max"}, "score")
    for name, value in score.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            yield f"score.{name} is no number"
            return
    if not -1 <= score.get("scaled", 0) <= 1:
        yield "score.scaled is not within -1 and 1"
    raw = score.get("raw", score.get("min", 0))
    if not score.get("min", raw) <= raw <= score.get("max", raw):
        yield "score.raw is not within min and max"
    yield from _extensions(one)


def _context(one: dict[str, Any]) -> Iterator[str]:
    yield from _only(one, CONTEXT, "context")
    if "registration" in one and not UUID.fullmatch(one["registration"]):
        yield "context.registration is no UUID"
    if "language" in one and not LANGUAGE.fullmatch(one["language"]):
        yield "context.language is no RFC 5646 tag"
    related = one.get("contextActivities", {})
    yield from _only(related, {"parent", "grouping", "category", "other"}, "contextActivities")
    for name, activities in related.items():
        for activity in activities if isinstance(activities, list) else [activities]:
            yield from _activity(activity, f"contextActivities.{name}")
    yield from _extensions(one)


def _extensions(one: dict[str, Any]) -> Iterator[str]:
    for key in one.get("extensions", {}):
        yield from _iri(key, "an extension's key")


def _timestamp(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not TIMESTAMP.fullmatch(value) or value.endswith("-00:00"):
        yield "timestamp is no ISO 8601 timestamp"
        return
    try:
        datetime.fromisoformat(value)
    except ValueError:
        yield "timestamp is no moment"

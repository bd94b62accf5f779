"""A fact as it was found in a file: taken if it is one, refused with the reason if it is not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cop_challenge.core.result import SCHEMA_VERSION, Fact, Outcome, Result, Signal
from cop_challenge.store.database import COLUMNS, RESULT_COLUMNS, WHOLE_NUMBERS, Row

NEEDED = ("station", "visit", "number", "hour", "fact")
"""Columns that every version had, and without which a fact belongs to nobody."""
LONGEST = 200
"""Characters of an id."""

_HOUR = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])")
_VISIT = re.compile(r"[0-9a-f]{16}")


class NoFact(Exception):
    """What was found is no fact; the message says why."""


def row_of(values: Mapping[str, object]) -> Row:
    """The fact with these columns, as text or numbers. NoFact if it can't be one.

    Columns that are missing are those of an older version: empty or 0.
    """
    found: dict[str, str | int] = {}
    for name in COLUMNS:
        value = values.get(name)
        if value in (None, "") and name in NEEDED:
            raise NoFact(f"its {name} is missing")
        if name in WHOLE_NUMBERS:
            found[name] = _whole(name, 0 if value in (None, "") else value)
        else:
            found[name] = _word(name, "" if value is None else value)
    if not _VISIT.fullmatch(str(found["visit"])):
        raise NoFact(f"“{found['visit']}” is no number of a visit: 16 digits and letters a to f")
    if not _HOUR.fullmatch(str(found["hour"])):
        raise NoFact(f"“{found['hour']}” is no hour")
    if int(found["number"]) < 1:
        raise NoFact("facts of a visit are counted from 1")
    if int(found["schema"]) > SCHEMA_VERSION:
        raise NoFact("it was written by a newer version of the game")
    result: dict[str, object] = {name: found[name] for name in RESULT_COLUMNS}
    for name, known in (("fact", Fact), ("outcome", Outcome), ("signal", Signal)):
        try:
            result[name] = known(str(found[name]))
        except ValueError:
            raise NoFact(f"“{found[name]}” is no {name}") from None
    identity = str(found["station"]), str(found["visit"]), int(found["number"]), str(found["hour"])
    return Row(*identity, Result(**result))  # type: ignore[arg-type]


def _whole(name: str, value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    # Only plain digits: int() would also read “1_000” and digits of other scripts.
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 10:
        return int(value)
    raise NoFact(f"its {name} is no number")


def _word(name: str, value: object) -> str:
    if not isinstance(value, str) or not value.isprintable() or "\ufffd" in value or len(value) > LONGEST:
        raise NoFact(f"its {name} is no word")
    return value

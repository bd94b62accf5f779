"""Files of an older schema, brought to today's: step by step, line by line, so that comments stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cop_challenge.activities.lesson import SCHEMA_VERSION

_SCHEMA = re.compile(r"^schema[ \t]*:[ \t]*(['\"]?)(\d{1,4})\1[ \t]*(?:#.*)?$", re.MULTILINE)
_ANY_SCHEMA = re.compile(r"^schema[ \t]*:", re.MULTILINE)
_FIRST_KEY = re.compile(r"^[a-z_]+[ \t]*:", re.MULTILINE)


@dataclass(frozen=True)
class Step:
    """From one version to the next."""

    what: str
    """What changes, for the report."""
    change: Callable[[str], str]
    """The file's text, all but its schema line, for the next version."""


STEPS: Mapping[int, Step] = {
    # Files written before versions had numbers don't name one; they are of today's form but for that.
    0: Step("the line “schema:” names the version", lambda text: text),
}
"""By the version they start from; each one below SCHEMA_VERSION has one. A test demands that."""


@dataclass(frozen=True)
class Upgraded:
    """A file as it was, brought to a newer form."""

    text: str
    before: int
    after: int
    steps: tuple[str, ...]
    """What was changed, in words."""


def upgrade(text: str, steps: Mapping[int, Step] = STEPS, current: int = SCHEMA_VERSION) -> Upgraded | None:
    """The lesson's text in the `current` schema; None if there is nothing to do, or nothing known to do."""
    before = version(text)
    if before is None or before >= current or any(number not in steps for number in range(before, current)):
        return None
    for number in range(before, current):
        text = _numbered(steps[number].change(text), number + 1)
    return Upgraded(text, before, current, tuple(steps[number].what for number in range(before, current)))


def version(text: str) -> int | None:
    """The schema it names, 0 if it names none; None if that can't be told."""
    if found := _SCHEMA.search(text):
        return int(found[2])
    return None if _ANY_SCHEMA.search(text) or not _FIRST_KEY.search(text) else 0


def _numbered(text: str, number: int) -> str:
    if found := _SCHEMA.search(text):
        return f"{text[: found.start(2)]}{number}{text[found.end(2) :]}"
    first = _FIRST_KEY.search(text)
    assert first  # or there would be no version
    ends = "\r\n" if "\r\n" in text else "\n"
    return f"{text[: first.start()]}schema: {number}{ends}{text[first.start() :]}"

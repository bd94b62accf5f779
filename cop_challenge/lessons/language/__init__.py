"""What can be wrong, or better, with a lesson's language: pure functions over its texts."""

from __future__ import annotations

from collections.abc import Iterator

from cop_challenge.activities.lesson import Entry, Finding, Lesson
from cop_challenge.activities.texts import texts
from cop_challenge.core.track import Reading
from cop_challenge.lessons.language import (
    addresses,
    blame,
    blocking,
    choices,
    claims,
    names,
    negatives,
    numbers,
    readability,
)


def errors(entry: Entry) -> Iterator[Finding]:
    """What no text may hold: real addresses, numbers and brands, and facts without a source."""
    for said in texts(entry):
        source = said.text.source
        for rule, found in (
            ("real-address", addresses.real_address(source)),
            ("dialable-number", numbers.dialable(source)),
            ("emergency-number", numbers.emergency(source)),
            ("brand", names.brand(source)),
        ):
            if found:
                yield Finding(rule, said.path, {"found": found})
        if said.source is None:
            if found := names.institution(source):
                yield Finding("named-without-source", said.path, {"found": found})
            elif found := claims.claim(source):
                yield Finding("missing-source", said.path, {"found": found})


def advice(lesson: Lesson, reading: Reading) -> Iterator[Finding]:
    """What could be said better."""
    yield from readability.advice(lesson, reading)
    yield from negatives.advice(lesson)
    yield from blame.advice(lesson)
    yield from choices.advice(lesson)
    yield from blocking.advice(lesson)

"""What can be wrong, or better, with a lesson's language: pure functions over its texts."""

from __future__ import annotations

from collections.abc import Iterator

from cop_challenge.activities.lesson import Entry, Finding, Lesson
from cop_challenge.activities.texts import texts
from cop_challenge.core.track import Reading
from cop_challenge.i18n.locale import SOURCE_LANGUAGE
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
        words = said.text.source
        if found := addresses.real_address(words):
            yield Finding("real-address", said.path, {"found": found})
        if found := names.brand(words):
            yield Finding("brand", said.path, {"found": found})
        # One number is one problem: what can be dialled needs no source.
        if found := numbers.dialable(words):
            yield Finding("dialable-number", said.path, {"found": found})
        elif found := numbers.emergency(words):
            yield Finding("emergency-number", said.path, {"found": found})
        elif said.source is None and (found := claims.claim(words)):
            yield Finding("missing-source", said.path, {"found": found})
        elif said.source is None and (found := names.institution(words)):
            yield Finding("named-without-source", said.path, {"found": found})


def advice(lesson: Lesson, reading: Reading, language: str = SOURCE_LANGUAGE) -> Iterator[Finding]:
    """What could be said better; in another language than English only what needs no word of it."""
    yield from choices.advice(lesson)
    if language == SOURCE_LANGUAGE:
        yield from readability.advice(lesson, reading)
        yield from negatives.advice(lesson)
        yield from blame.advice(lesson)
        yield from blocking.advice(lesson)

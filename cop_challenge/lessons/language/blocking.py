"""Blocking and telling go together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cop_challenge.activities.lesson import Finding, Lesson
from cop_challenge.activities.texts import texts

_BLOCK = re.compile(
    r"\b(?:block(?:s|ed|ing)?) (?:him|her|it|them|that|the|this|and|\w+_\w+|[A-Z]\w*)\b|^Block\b"
)
_TELL = re.compile(
    r"\b(?:tell|tells|told|telling|show|shows|showed|showing|talk|talks|ask|asks|report\w*)\b", re.IGNORECASE
)


def advice(lesson: Lesson) -> Iterator[Finding]:
    """A lesson in which somebody is blocked and nobody is told of it."""
    found = list(texts(lesson))
    if any(_TELL.search(said.text.source) for said in found):
        return
    for said in found:
        if _BLOCK.search(said.text.source):
            yield Finding("block-without-tell", said.path)
            return

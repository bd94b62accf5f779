"""Two noes in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cop_challenge.activities.lesson import Finding, Lesson
from cop_challenge.activities.texts import texts

_CLAUSE = re.compile(r"[,;:.!?…–—“”\"()]|\b(?:and|but|or|so|because|if|when|who|that|which|until|than|as)\b")
_NO = r"(?:\w+n[’']t|cannot|not|never|nobody|nothing|nowhere|none|no one|no|without|hardly|nor)"
_TWICE = re.compile(rf"\b{_NO}\b[^,;:]*?\b{_NO}\b", re.IGNORECASE)
_UN = re.compile(
    r"\b(?:\w+n[’']t|not|never) (?:\w+ )?(?:un(?:kind|safe|fair|true|known|likely|usual|friendly|happy|important|"
    r"necessary|common|wise|helpful)|im(?:possible|polite)|in(?:correct|visible)|"
    r"dis(?:honest|agree\w*|like\w*|allow\w*)|forbidden)\b",
    re.IGNORECASE,
)


def double_negative(words: str) -> str:
    """The first part of a sentence that says no twice, or ""."""
    for clause in _CLAUSE.split(words):
        if found := _UN.search(clause) or _TWICE.search(clause):
            return found[0]
    return ""


def advice(lesson: Lesson) -> Iterator[Finding]:
    """Texts that have to be turned round twice to be understood."""
    for said in texts(lesson):
        if found := double_negative(said.text.source):
            yield Finding("double-negative", said.path, {"found": found})

"""Two noes in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cop_challenge.activities.lesson import Finding, Lesson
from cop_challenge.activities.texts import texts

_CLAUSE = re.compile(
    r"[,;:.!?…–—“”\"()]|\b(?:and|but|or|so|because|if|when|who|that|which|what|until|than|as|where|whoever)\b"
)
_NOUN = re.compile(
    r"\b(a|an|the|every|each|this|that|your|my|his|her|their|plain|honest|another|first|say|says|said|saying|to)"
    r" no\b",
    re.IGNORECASE,
)
"""“A no needs no reason”: the first is a thing, not a negation."""

_RULE = re.compile(r"\bno (\w+ ){1,2}without\b", re.IGNORECASE)
"""“No photo without asking” is a form every child knows."""

_NO = r"(?:\w+n[’']t|cannot|not|never|nobody|nothing|nowhere|none|no one|no|without|hardly|nor)"
_TWICE = re.compile(rf"\b{_NO}\b.*?\b{_NO}\b", re.IGNORECASE)
_UN = re.compile(
    r"\b(?:\w+n[’']t|not|never) (?:\w+ )?"
    r"(?:un(?:kind|safe|fair|true|known|likely|usual|friendly|happy|important|necessary|common|wise|helpful)"
    r"|im(?:possible|polite)|in(?:correct|visible)|dis(?:honest|agree\w*|like\w*|allow\w*)|forbidden)\b",
    re.IGNORECASE,
)

SPOKEN = frozenset({"message"})
"""Roles in which somebody of the story speaks, or an app that twists its words."""


def double_negative(words: str) -> str:
    """The first part of a sentence that says no twice, or ""."""
    words = _RULE.sub("", _NOUN.sub(r"\1 NO_", words))
    for clause in _CLAUSE.split(words):
        if found := _UN.search(clause) or _TWICE.search(clause):
            return found[0].replace("NO_", "no")
    return ""


def advice(lesson: Lesson) -> Iterator[Finding]:
    """Texts that have to be turned round twice to be understood."""
    for said in texts(lesson):
        if said.role not in SPOKEN and (found := double_negative(said.text.source)):
            yield Finding("double-negative", said.path, {"found": found})

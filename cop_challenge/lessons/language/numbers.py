"""Numbers that somebody could dial."""

from __future__ import annotations

import re

_DIALABLE = re.compile(r"\+\d[\d\s().-]{4,}\d|(?<!\d)(?!\d{4}-\d\d-\d\d(?!\d))\d(?:[\s().-]{0,2}\d){5,}")
"""Six digits or more, however spaced, or anything with an international prefix; a date is neither."""

_CALLED = re.compile(
    r"\b(?:call|calls|called|dial|dials|dialled|ring|rings|phone|phones|text|hotline|helpline|emergency|police|"
    r"ambulance|number)\b(?:\W+(?:is|on|at|under|the|number|a|now|just|to|line|services?))*\W{1,3}"
    r"(\d{3,5})(?![\d,.]\d|\d)(?!\s+(?:[a-z]+s|people|children)\b)",
    re.IGNORECASE,
)
"""Three to five digits that somebody calls; “call 300 people” counts people."""

_KNOWN = re.compile(
    r"(?<![\d.,:])(?:911|1-1-2|9-1-1|9-9-9|1098)(?![\d:]|[.,]\d)(?!\s+(?:[a-z]+s|people|children)\b)"
)
"""Emergency numbers nobody takes for a quantity, and 1098, the child helpline of several countries."""


_DIGIT = re.compile(r"\d")
_THREE = re.compile(r"\d\D?\d\D?\d")


def dialable(words: str) -> str:
    """The first number in the words that is as long as a telephone's, or ""."""
    if not _DIGIT.search(words):  # hardly any text has one
        return ""
    return found[0] if (found := _DIALABLE.search(words)) else ""


def emergency(words: str) -> str:
    """The first short number in the words that would reach an emergency service or helpline, or ""."""
    if not _THREE.search(words):
        return ""
    if found := _CALLED.search(words):
        return found[1]
    return found[0] if (found := _KNOWN.search(words)) else ""

"""A text as sentences, a sentence as words."""

from __future__ import annotations

import re
from functools import lru_cache

_END = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s|$)")
_BEGINS = re.compile(r"\s+[“‘\"'(\[]*[A-ZÀ-Þ0-9]")
_WORD = re.compile(r"[^\W_]+(?:[’'./-][^\W_]+)*")
_SHORT = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e|etc|vs|approx)|\b[A-Z])\.$")
"""Full stops that end a word, not a sentence."""


def sentences(words: str) -> list[str]:
    """The sentences; what has no full stop at its end, a heading or a label, is none.

    “Stop!” says Bia. is one sentence: the next begins with a capital.
    """
    found, start = [], 0
    for end in _END.finditer(words):
        after = words[end.end() :]
        if (after and not _BEGINS.match(after)) or _SHORT.search(words[: end.end()]):
            continue
        found.append(words[start : end.end()].strip())
        start = end.end()
    return found


def words_of(sentence: str) -> list[str]:
    """The words, without their punctuation; “two-second” and “isn’t” are one."""
    return _WORD.findall(sentence)


_RUN = re.compile(r"\w+")


@lru_cache(maxsize=8)  # several rules look at the same text in turn
def words_in(text: str) -> frozenset[str]:
    """Every run of letters and digits, in lower case: for a quick look at what a text can't hold."""
    return frozenset(_RUN.findall(text.lower()))

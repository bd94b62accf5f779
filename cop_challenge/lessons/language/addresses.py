"""Web and mail addresses that somebody may own."""

from __future__ import annotations

import re
from functools import cache

from cop_challenge.lessons.language.names import listed

RESERVED = (".example", ".test", ".invalid", ".localhost")
"""Endings that belong to nobody (RFC 2606)."""

RESERVED_NAMES = ("example.com", "example.org", "example.net")


_HINT = re.compile(r"\w\.\w|://|@|[wW]{3}")
"""What every address has, and hardly any sentence: most texts are done with after this one look."""


@cache
def _top() -> frozenset[str]:
    return frozenset(listed("top_levels.txt")[""])


_HOST = re.compile(
    r"(?<![\w.-])((?:https?://|www\.)?+)([\w.-]*+@)?+([\w-]++(?:\.[\w-]++)*+)(/?)", re.IGNORECASE
)


def real_address(words: str) -> str:
    """The first address in the words that could be real, or ""."""
    if not _HINT.search(words):
        return ""
    for found in _HOST.finditer(words):
        before, mail, host, path = found.groups()
        host = host.lower()
        top = host.rpartition(".")[2]
        if host.endswith(RESERVED) or host in RESERVED_NAMES:
            continue
        if host.endswith(tuple(f".{name}" for name in RESERVED_NAMES)):
            continue
        dotted = "." in host and top.isalpha() and len(top) > 1
        # “quick.Then”: a capital after the dot begins a sentence; “FREE.COINS.COM” has none before it.
        last = found[3].rpartition(".")[2]
        sentence = last[:1].isupper() and not last.isupper()
        surely = before.startswith(("http", "HTTP")) or (dotted and (before or mail or path))
        if surely or (dotted and top in _top() and not sentence):
            return found[0].rstrip("/")
    return ""

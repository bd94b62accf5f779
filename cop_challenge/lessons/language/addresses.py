"""Web and mail addresses that somebody may own."""

from __future__ import annotations

import re

RESERVED = (".example", ".test", ".invalid", ".localhost")
"""Endings that belong to nobody (RFC 2606)."""

RESERVED_NAMES = ("example.com", "example.org", "example.net")

TOP = frozenset(
    """
    com org net edu gov mil int info biz name pro mobi xyz online site website store shop live club fun game
    games chat link cloud app dev page blog news tech space world today life social video media art io ai tv gg
    ly ac ad ae af ag al ao ar au aw az ba bb bd bf bg bh bi bj bm bn bo br bs bt bw bz ca cd cf cg ch ci ck cl
    cn co cr cu cv cy cz de dj dk dm dz ec ee eg er es et eu fi fj fm fo fr ga gd ge gh gm gn gq gr gt gy hk hn
    hr ht hu id ie il iq ir jm jo jp ke kg kh ki km kp kr kw kz la lb lc li lk lr ls lt lu lv ma mc mg mk ml mm
    mn mo mr mt mu mv mw mx mz na nc ne ng ni nl np nr nz om pa pe pf pg ph pk pt pw py qa ro rs ru rw sa sb sc
    sd se sg si sk sl sn sr ss st sv sy sz td tg th tj tk tl tm tn tr tt tw tz ua ug uk uy uz va vc ve vn vu ws
    ye za zm zw
    """.split()
)
"""Top levels taken for real. Left out are endings of files (zip, mov, md, sh) and endings that are words (it, is,
me, so, to…): a blank missing after a full stop would look like an address. With a scheme, `@`, `www.` or a path
every ending counts."""

_HOST = re.compile(
    r"(?<![\w.-])((?:https?://|www\.)?+)([\w.-]*+@)?+((?:[\w-]++\.)*+[\w-]++)(/?)", re.IGNORECASE
)


def real_address(words: str) -> str:
    """The first address in the words that could be real, or ""."""
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
        if surely or (dotted and top in TOP and not sentence):
            return found[0].rstrip("/")
    return ""

"""A language for looking at: English in brackets, accented and two fifths longer.

Words on screen without brackets escaped translation; words that do not fit will not fit in German either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from cop_challenge.i18n.locale import PSEUDO_LANGUAGE
from cop_challenge.translate.catalogue import Catalogue, Translation, new
from cop_challenge.translate.message import Message

OPENING, CLOSING = "[", "]"
"""Brackets that every shipped font has."""
LONGER = 0.4
_ACCENTED = str.maketrans("aeiounycAEIOUNCSZsz", "áéíöüñýçÅÉÎØÛÑÇŠŽšž")
"""Letters that every shipped Latin font has."""
_PLACEHOLDER = re.compile(r"(\{\w+\})")
_PADDING = "öné twö thréé föür fívé šíx šévén éíght níñé téñ "


def pseudo(words: str) -> str:
    """The words so that nobody takes them for English, placeholders untouched."""
    parts = _PLACEHOLDER.split(words)
    accented = "".join(part if part.startswith("{") else part.translate(_ACCENTED) for part in parts)
    more = round(len(words) * LONGER)
    padding = (_PADDING * (more // len(_PADDING) + 1))[:more].strip()
    return f"{OPENING}{accented} {padding}{CLOSING}" if padding else f"{OPENING}{accented}{CLOSING}"


def catalogue(messages: Iterable[Message]) -> Catalogue:
    """Everything in the pseudo-language."""
    return replace(
        new(PSEUDO_LANGUAGE),
        translations=tuple(
            Translation(each.key, each.sources, tuple(map(pseudo, each.sources))) for each in messages
        ),
    )

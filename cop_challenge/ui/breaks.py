"""Where a line may break: UAX #14, in logical order, before anything is reordered."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = "A-Za-zÀ-ÖØ-öø-ſ"
_WORD = rf"[“‘(]?[{_LETTERS}]+(?:[’'][{_LETTERS}]+)*[,.!?;:…]?[”)]?[,.!?;:]?"
_SIMPLE = re.compile(rf"(?:(?:{_WORD}|[0-9]+[,.!?;:]?) )*(?:{_WORD}|[0-9]+[,.!?;:]?)\Z")
"""Latin words or whole numbers between single spaces, with ordinary quotation and sentence signs."""

_AFTER_SPACES = re.compile(r"[^ ]+ ?")


@lru_cache(maxsize=2048)
def break_units(text: str) -> tuple[str, ...]:
    """The text in pieces, each ending where a line may break. Joined they are the text.

    Plain Latin sentences break after spaces and nowhere else; that is answered here, so that
    uniseg (100 ms to import) is loaded only for text that needs it. A test holds the two equal.
    """
    if _SIMPLE.match(text):
        return tuple(_AFTER_SPACES.findall(text))
    from uniseg.linebreak import line_break_units

    return tuple(line_break_units(text))

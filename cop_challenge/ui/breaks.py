"""Where a line may break: UAX #14, in logical order, before anything is reordered."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = (
    "A-Za-zÀ-ÖØ-öø-ſ"  # Latin
    "Ѐ-҂Ҋ-ӿ"  # Cyrillic
    "\u0621-\u063a\u0641-\u064a\u0671-\u06d3"  # Arabic
    "ሀ-ቈቊ-ቍቐ-ቖበ-ኈኊ-ኍነ-ኰኸ-ኾዀዂ-ዅወ-ዖዘ-ጐጒ-ጕጘ-ፚ"  # Ethiopic
)
_VOWELS = "\u064b-\u065f\u0670"
_SIGNS = ",.!?:;…،؛؟።፣፤፥፦፧"
_TIGHT = "[\u00a0\u202f]"
_WORD = (
    rf"(?:«{_TIGHT}|[“‘(¿¡])?[{_LETTERS}][{_LETTERS}{_VOWELS}]*(?:[’'][{_LETTERS}]+)*"
    rf"(?:{_TIGHT}(?:[!?:;]|»))?[{_SIGNS}]?[”)]?[,.!?;:]?"
)
_NUMBER = rf"[0-9]+(?:{_TIGHT}?%)?[,.!?;:]?"
_SIMPLE = re.compile(rf"(?:(?:{_WORD}|{_NUMBER}) )*(?:{_WORD}|{_NUMBER})\Z")
"""Words or whole numbers between single spaces, with ordinary quotation and sentence signs."""

_AFTER_SPACES = re.compile(r"[^ ]+ ?")

_HAN = re.compile(r"(?:[（《「『]?[一-鿿][，。！？：；、）》」』]*)+\Z")
"""Chinese without figures, foreign words and quotation marks."""
_AFTER_SIGNS = re.compile(r"[（《「『]?[一-鿿][，。！？：；、）》」』]*")


@lru_cache(maxsize=2048)
def break_units(text: str) -> tuple[str, ...]:
    """The text in pieces, each ending where a line may break. Joined they are the text.

    Plain sentences break after spaces and nowhere else, Chinese ones after every sign with what belongs to
    it. That is answered here: uniseg takes 100 ms to import and, for a page of Chinese, longer than a frame
    may. Tests hold the two equal.
    """
    if _SIMPLE.match(text):
        return tuple(_AFTER_SPACES.findall(text))
    if _HAN.match(text):
        return tuple(_AFTER_SIGNS.findall(text))
    from uniseg.linebreak import line_break_units

    return tuple(line_break_units(text))

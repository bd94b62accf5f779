"""`{name}` in sentences: filled, and compared between a sentence and its translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
COUNT = "count"
"""The placeholder whose number chooses among plural forms."""
SAMPLE = range(201)
"""Numbers by which a plural rule is looked at: all that rules ask of is the last two digits, and 0 to 6."""


def fill(words: str, values: Mapping[str, object]) -> str:
    """`words` with every `{name}` filled; KeyError for a name nobody filled.

    Not `str.format`: a catalogue must not reach into values, nor ask for a million spaces.
    """
    return _PLACEHOLDER.sub(lambda found: str(values[found[1]]), words)


def names(words: str) -> frozenset[str]:
    """Names of the placeholders in `words`."""
    return frozenset(_PLACEHOLDER.findall(words))


def fault(source: str, form: str, *, may_leave_count: bool = False) -> str:
    """What is wrong with a translation's placeholders, as a sentence; nothing if nothing is.

    `may_leave_count`: the form is for one number alone, which its words may say (“both friends”).
    """
    wanted = names(source)
    if wanted and (odd := [each for each in _BRACES.findall(form) if not _PLACEHOLDER.fullmatch(each)]):
        return f"“{odd[0]}” is no placeholder."
    given = names(form)
    missing = wanted - given - ({COUNT} if may_leave_count else set())
    if missing:
        return f"“{{{min(missing)}}}” is missing."
    if extra := given - wanted:
        return f"“{{{min(extra)}}}” does not stand in the English text."
    return ""


def numbers(rule: Callable[[int], int], forms: int) -> Sequence[tuple[int, ...]]:
    """For each plural form, the numbers of the sample it is for."""
    return [tuple(n for n in SAMPLE if rule(n) == form) for form in range(forms)]

"""Real names: brands, which have no place here, and institutions, of which only what is true may be said."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from cop_challenge.lessons.language.sentences import words_in

_HERE = Path(__file__).parent


def listed(file: str) -> dict[str, tuple[str, ...]]:
    """The names of a data file by section; those before the first section are in ""."""
    found: dict[str, list[str]] = {"": []}
    section = ""
    for line in (_HERE / file).read_text(encoding="utf-8").splitlines():
        if line in ("any", "exact"):
            section = line
            found[section] = []
        elif line and not line.startswith("#"):
            found[section].append(line)
    return {name: tuple(names) for name, names in found.items()}


def _pattern(names: tuple[str, ...], flags: int = 0) -> re.Pattern[str]:
    ordered = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ordered)})(?![\w])", flags)


def _begins(names: tuple[str, ...]) -> frozenset[str]:
    """The first words of the names, in lower case: a text without any of them has none of the names."""
    return frozenset(min(words_in(name), key=name.lower().find) for name in names)


@cache
def _brand_words() -> frozenset[str]:
    names = listed("brands.txt")
    return _begins(names["any"] + names["exact"])


@cache
def _institution_words() -> frozenset[str]:
    return _begins(listed("institutions.txt")[""])


@cache
def _brands() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = listed("brands.txt")
    # One pass over lower case is several times quicker than a search that ignores case.
    return _pattern(tuple(name.lower() for name in names["any"])), _pattern(names["exact"])


@cache
def _institutions() -> re.Pattern[str]:
    return _pattern(listed("institutions.txt")[""])


def brand(words: str) -> str:
    """The first brand in the words, or ""."""
    if _brand_words().isdisjoint(words_in(words)):
        return ""
    surely, maybe = _brands()
    if found := surely.search(words.lower()):
        return words[found.start() : found.end()]
    for found in maybe.finditer(words):
        if _amid_small(words, found.start(), found.end()):
            return found[0]
    return ""


_BEFORE = re.compile(r"([\w’'-]+) $")
_AFTER = re.compile(r"^ ([\w’'-]+)")
_STARTS = re.compile(r"(?:^|[.!?…:“”\"(] ?)$")


def _amid_small(words: str, start: int, end: int) -> bool:
    """Whether a capital there can only be a name's: neither a sentence's first letter nor a heading's."""
    before = _BEFORE.search(words[:start])
    if not before:
        return False
    if before[1][:1].islower():
        return True
    # “On Zoom they…”: the word before begins the sentence, and the next is small, so it is no heading.
    after = _AFTER.search(words[end:])
    return bool(after and after[1][:1].islower() and _STARTS.search(words[: before.start(1)]))


def institution(words: str) -> str:
    """The first real institution in the words, or ""."""
    if _institution_words().isdisjoint(words_in(words)):
        return ""
    for found in _institutions().finditer(words):
        # “WHO IS THERE?” is shouted.
        around = words[max(0, found.start() - 12) : found.start()] + words[found.end() : found.end() + 12]
        if not (found[0].isupper() and re.search(r"\b[A-Z]{3,}\b", around)):
            return found[0]
    return ""

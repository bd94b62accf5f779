"""What a lesson's sentences are made of, so that two lessons can be compared.

A *form* is how sentences are built: each word that names something is masked, masked neighbours become one
mask, and five words in a row of what is left make a piece. Another ball, another name, another verb or one
adjective more leave the form as it is; so does another order of the sentences. A *matter* is the opposite:
the words that name something, and nothing else. A situation told anew in other sentences leaves the matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cop_challenge.activities.lesson import Entry, Lesson
from cop_challenge.activities.texts import texts

IN_A_ROW = 5
"""Words of a piece of form."""

SMALL_WORDS = """
    a an the this that these those such same own other another all any some every each both either
    neither else many much more most less few no one two three four once first second last next my your
    his her its our their mine yours i you he she it we they me him us them who whom whose which what
    somebody everybody anybody nobody someone everyone something everything anything nothing and or but
    so because if then than as while until though when where why how in on at to from of for with
    without by about into out up down over under after before between through off away back around
    behind along against near is are was were be been being am do does did done have has had will would
    can could cannot may might must should shall let isn't aren't wasn't don't doesn't didn't haven't
    hasn't won't wouldn't couldn't can't it's that's what's there's let's i'm you're we're they're he's
    she's i'll you'll we'll i've we've not nor never ever always only also too very just still again
    even already yet now here there yes please oh well
"""
"""English words that name nothing: they hold a sentence together, and stay when a situation changes."""

_END, _MASK = 1, 2
_CODES = {word: code for code, word in enumerate(dict.fromkeys(SMALL_WORDS.split()), start=3)}
_CODES |= dict.fromkeys(".!?…", _END)
_BITS = 8
_WHOLE = (1 << _BITS * IN_A_ROW) - 1
_FULL = 1 << _BITS * (IN_A_ROW - 1)
"""A piece is complete from here on: its first word is there."""

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.!?…]")
_BETWEEN = " . "
"""Sentences of two texts never make one piece."""


@dataclass(frozen=True)
class Wording:
    """A lesson's, or a round's."""

    form: frozenset[int] = frozenset()
    """Pieces of form."""
    matter: frozenset[str] = frozenset()
    """Words that name something."""
    words: int = 0
    """How many words there are in all."""


@dataclass(frozen=True)
class Anatomy:
    """A lesson's wording, as a whole and of each entry of its lists."""

    whole: Wording
    lists: Mapping[str, tuple[Wording, ...]]
    """By the list's name: `rounds`, `items`…"""


def anatomy(lesson: Lesson) -> Anatomy:
    """The wording of a lesson and of its rounds, cases, things…"""
    lists: dict[str, tuple[Wording, ...]] = {}
    others = []
    for name, value in lesson:
        if isinstance(value, tuple) and value and isinstance(value[0], Entry):
            lists[name] = tuple(wording(entry) for entry in value)
        else:
            others.append(value)
    rest = wording(tuple(others))
    return Anatomy(_together((rest, *(each for entries in lists.values() for each in entries))), lists)


def _together(parts: Iterable[Wording]) -> Wording:
    every = tuple(parts)
    return Wording(
        frozenset().union(*(part.form for part in every)),
        frozenset().union(*(part.matter for part in every)),
        sum(part.words for part in every),
    )


def wording(value: Any) -> Wording:
    """The wording of all texts in an entry, or in a list of whatever may hold some."""
    source = _BETWEEN.join(said.text.source for said in texts(value)).lower().replace("’", "'")
    if not source:
        return Wording()
    tokens = _TOKEN.findall(source + _BETWEEN)
    codes = [_CODES.get(token, _MASK) for token in tokens]
    form = set()
    piece = before = _END
    for code in codes:
        if code == before and code <= _MASK:
            continue
        before = code
        piece = (piece << _BITS | code) & _WHOLE
        if piece >= _FULL:
            form.add(piece)
        if code == _END:
            piece = _END
    matter = {_stem(token) for token, code in zip(tokens, codes, strict=True) if code == _MASK}
    return Wording(frozenset(form), frozenset(matter), len(codes) - codes.count(_END))


def _stem(word: str) -> str:
    """Without the ending of a plural or a possessive: enough to find a ball in its balls."""
    word = word.removesuffix("'s")
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word

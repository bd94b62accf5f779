"""Lessons, and rounds of one lesson, that say nearly the same.

How near is too near was read off all pairs of the game's own lessons and off copies of them that had been
changed by rule: docs/architecture.md has the figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from math import ceil
from typing import Literal, TypeVar

from cop_challenge.lessons.wording import Anatomy, Wording

FORM = 0.4
"""Share of the shorter lesson's form from which two lessons differ only in what they name."""
MATTER = 0.4
"""Share of both lessons' matter from which they tell one situation."""
ROUNDS = 0.5
"""Share of the shorter round's form from which two rounds of a lesson differ only in what they name."""
LESSON_PIECES, ROUND_PIECES = 40, 12
"""A lesson, or a round, of fewer pieces of form can hardly help resembling another."""

Sort = Literal["form", "matter"]
_T = TypeVar("_T", int, str)


@dataclass(frozen=True)
class Pair:
    """Two that are too near to each other."""

    one: int
    """Number of the first, from 0."""
    other: int
    """Number of the second."""
    by: Sort
    share: float
    """From 0 to 1."""


def alike_lessons(lessons: Sequence[Wording]) -> Iterator[Pair]:
    """Pairs too near to each other, each once, by form if it is both; in the order of the second."""
    forms = [each.form if len(each.form) >= LESSON_PIECES else frozenset() for each in lessons]
    found = {}
    matters = [each.matter for each in lessons]
    for one, other, shared in overlaps(matters, MATTER):
        share = shared / (len(matters[one]) + len(matters[other]) - shared)
        if share >= MATTER:
            found[one, other] = Pair(one, other, "matter", share)
    for one, other, shared in overlaps(forms, FORM):
        found[one, other] = Pair(one, other, "form", shared / min(len(forms[one]), len(forms[other])))
    yield from sorted(found.values(), key=lambda pair: (pair.other, pair.one))


def alike_rounds(lesson: Anatomy) -> Iterator[tuple[str, Pair]]:
    """Pairs too near to each other in one list of a lesson, with the list's name."""
    for name, entries in lesson.lists.items():
        long_enough = [each for each in enumerate(entries) if len(each[1].form) >= ROUND_PIECES]
        for (one, first), (other, second) in combinations(long_enough, 2):
            share = same_form(first, second)
            if share >= ROUNDS:
                yield name, Pair(one, other, "form", share)


def same_form(one: Wording, other: Wording) -> float:
    """Share of the shorter one's form that the other has as well."""
    return _ratio(len(one.form & other.form), min(len(one.form), len(other.form)))


def same_matter(one: Wording, other: Wording) -> float:
    """Of all the words by which the two name something, the share that both use."""
    return _ratio(len(one.matter & other.matter), len(one.matter | other.matter))


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def overlaps(sets: Sequence[frozenset[_T]], least: float) -> Iterator[tuple[int, int, int]]:
    """Pairs that share at least this part of the smaller set, and how many entries they share.

    Exact, without looking at every pair. A set of 100 that shares 40 with another shares at least 20 of its
    80 rarest with it: by these it is looked up in an index, and only what is found there 20 times is compared
    in full. What is common to all lessons is hardly ever asked for. The largest set comes first: each is
    looked up among larger ones only.
    """
    common = Counter(chain.from_iterable(sets))
    index: dict[_T, list[int]] = defaultdict(list)
    for number in sorted(range(len(sets)), key=lambda number: (-len(sets[number]), number)):
        entries = sets[number]
        size = len(entries)
        if not size:
            break
        needed = ceil(least * size - 1e-9)  # 0.4 * 5 is no more than 2
        at_least = max(1, needed // 2)
        rarest = sorted(entries, key=common.__getitem__)[: size - needed + at_least]
        met = Counter(chain.from_iterable(index[entry] for entry in rarest if entry in index))
        for other, count in met.items():
            if count >= at_least and (shared := len(entries & sets[other])) >= needed:
                yield min(number, other), max(number, other), shared
        for entry in entries:
            index[entry].append(number)

"""How far apart lessons are that differ, and lessons that were only changed: where `alike` draws its lines.

`scripts/likeness.py` prints it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random
from statistics import median

from cop_challenge.activities.lesson import Entry, Lesson
from cop_challenge.activities.texts import texts
from cop_challenge.core.chance import chance
from cop_challenge.core.text import Text
from cop_challenge.lessons.alike import FORM, MATTER, ROUND_PIECES, ROUNDS, same_form, same_matter
from cop_challenge.lessons.wording import SMALL_WORDS, Wording, anatomy, wording

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_SMALL = frozenset(SMALL_WORDS.split())


@dataclass(frozen=True)
class Change:
    """How a lesson is changed into one that is hardly another."""

    name: str
    replaced: float = 0
    """Share of the words that name something for which others stand, the same one everywhere."""
    reordered: bool = False
    """Sentences of each text in any order."""
    left_out: float = 0
    """Share of the sentences that are left out."""
    added: float = 0
    """Share of the sentences that get a word more."""
    told_anew: bool = False
    """Words of each sentence in any order: all that is left is what it names."""


BY_FORM = (
    Change("half of what is named is something else", replaced=0.5),
    Change("all that is named is something else", replaced=1),
    Change("sentences in another order", reordered=True),
    Change("all else, in another order, a third left out", replaced=1, reordered=True, left_out=1 / 3),
    Change("all else, and a word more in every other sentence", replaced=1, added=0.5),
)
"""Changes that leave the form of the sentences."""

BY_MATTER = (
    Change("sentences in another order", reordered=True),
    Change("told anew", told_anew=True),
    Change("told anew, a quarter of what is named is something else", told_anew=True, replaced=0.25),
)
"""Changes that leave what is named."""


def changed(entry: Entry, change: Change, words: Sequence[str]) -> tuple[Text, ...]:
    """The texts of a lesson or a round after the change; other names come from `words`."""
    sources = [said.text.source for said in texts(entry)]
    random = chance(0, "change", change.name, *sources)
    other: dict[str, str] = {}
    return tuple(Text(_changed(source, change, words, other, random)) for source in sources)


def _changed(text: str, change: Change, words: Sequence[str], other: dict[str, str], random: Random) -> str:
    def renamed(found: re.Match[str]) -> str:
        word = found[0].lower().replace("’", "'")
        if word in _SMALL:
            return found[0]
        if word not in other:
            other[word] = random.choice(words) if random.random() < change.replaced else word
        return other[word]

    sentences = []
    for sentence in _SENTENCE.split(text):
        if random.random() < change.left_out:
            continue
        parts = _WORD.sub(renamed, sentence).split()
        if change.told_anew:
            random.shuffle(parts)
        if random.random() < change.added:
            parts.insert(random.randrange(len(parts)), random.choice(words))
        sentences.append(" ".join(parts))
    if change.reordered:
        random.shuffle(sentences)
    return " ".join(sentences)


Measure = Callable[[Wording, Wording], float]


@dataclass(frozen=True)
class Row:
    """One row of the table: many pairs."""

    name: str
    shares: tuple[float, ...]
    """From the least to the greatest."""

    def caught(self, line: float) -> int:
        """How many pairs are too near to each other, if that begins here."""
        return sum(share >= line for share in self.shares)


def pairs(lessons: Collection[Lesson], measure: Measure) -> Row:
    """Lessons of one track, as they are."""
    whole = {lesson.id: anatomy(lesson).whole for lesson in lessons}
    return _row(
        "lessons of one track",
        (
            measure(whole[one.id], whole[other.id])
            for one, other in combinations(lessons, 2)
            if one.track == other.track
        ),
    )


def copies(entries: Collection[Entry], change: Change, measure: Measure, words: Sequence[str]) -> Row:
    """Each lesson or round beside its changed copy."""
    name = f"copies: {change.name}"
    return _row(name, (measure(wording(entry), wording(changed(entry, change, words))) for entry in entries))


def rounds(lesson: Lesson) -> Iterator[tuple[Entry, ...]]:
    """Its lists of rounds, cases, things… that are long enough to be compared."""
    for _, value in lesson:
        if isinstance(value, tuple) and value and isinstance(value[0], Entry):
            yield tuple(entry for entry in value if len(wording(entry).form) >= ROUND_PIECES)


def neighbours(lessons: Collection[Lesson]) -> Row:
    """Rounds of one list, as they are."""
    return _row(
        "rounds of one lesson",
        (
            same_form(wording(one), wording(other))
            for lesson in lessons
            for entries in rounds(lesson)
            for one, other in combinations(entries, 2)
        ),
    )


def names(lessons: Collection[Lesson]) -> list[str]:
    """All words by which the lessons name something."""
    return sorted({word for lesson in lessons for word in wording(lesson).matter})


def _row(name: str, shares: Iterable[float]) -> Row:
    return Row(name, tuple(sorted(shares)))


def table(lessons: Collection[Lesson]) -> Iterator[str]:
    """All of it, in Markdown."""
    words = names(lessons)
    every_round = [entry for lesson in lessons for entries in rounds(lesson) for entry in entries]
    yield "| by | pairs | how many | least | median | greatest | named |"
    yield "|---|---|---|---|---|---|---|"
    rows = [
        ("form", FORM, pairs(lessons, same_form)),
        *(("form", FORM, copies(lessons, change, same_form, words)) for change in BY_FORM),
        ("matter", MATTER, pairs(lessons, same_matter)),
        *(("matter", MATTER, copies(lessons, change, same_matter, words)) for change in BY_MATTER),
        ("form", ROUNDS, neighbours(lessons)),
        *(("form", ROUNDS, copies(every_round, change, same_form, words)) for change in BY_FORM),
    ]
    for by, line, row in rows:
        figures = (row.shares[0], median(row.shares), row.shares[-1])
        cells = " | ".join(f"{figure:.2f}" for figure in figures)
        yield f"| {by} | {row.name} | {len(row.shares)} | {cells} | {row.caught(line)} |"

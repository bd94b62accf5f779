"""How hard a lesson is to read: length of sentences, and a school grade."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cop_challenge.activities.lesson import Finding, Lesson
from cop_challenge.activities.texts import Said, texts
from cop_challenge.core.track import Reading
from cop_challenge.lessons.language.sentences import sentences, words_of

ENOUGH = 100
"""Words below which a grade says nothing: Flesch drew his samples that long."""


def reading_level(lesson: Lesson) -> float | None:
    """The school grade (USA) whose pupils can read the lesson, over all its sentences; None if too few.

    Flesch–Kincaid: J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, *Derivation of new
    readability formulas for Navy enlisted personnel*, 1975 (ADA006655). English only.
    """
    return _level([words_of(sentence) for _, sentence in _all(lesson)])


def _level(found: list[list[str]]) -> float | None:
    words = [word for sentence in found for word in sentence]
    return _grade(words, len(found)) if len(words) >= ENOUGH else None


def _grade(words: list[str], count: int) -> float:
    return 0.39 * len(words) / count + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


_VOWELS = re.compile(r"[aeiouy]+")
_TWO = re.compile(
    r"(?<![qcgst])i[ao](?!ns?$)|[^aeiou]ya|(?<!p)eo(?!u)|u[ao](?<!qua)|[aeouy]ing|iet|[ao]yer|iest|ier$|idea|hoev"
)
"""Vowels side by side that are two syllables: “quiet”, “seeing”, “idea”."""

_SILENT = re.compile(r"(?<=[^aeiouy])e(?:s|d)?$|(?<=[aeiouy][^aeiouy])e(?=ly$|ful|less|ment|where|thing)")
_SPOKEN_E = re.compile(r"[^aeiouyl]le[sd]?$|[td]ed$|(?:[sxzcg]|ch|sh)es$")
_NOT = re.compile(r"(?<=[^aeiouy])n['’]t$")
_PARTS = re.compile(r"^(some|every|home|none|safe|ever|even|else|note|hedge|care|time)(?=.)")
"""First halves of compounds whose last e is silent (“some|body”), and “every”, which has two."""


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """Syllables of an English word, by its vowels; a number is spoken as about one a digit.

    Of the words of the built-in lessons, 99 of 100 get as many as in the CMU Pronouncing Dictionary.
    """
    total = 0
    for part in re.split(r"[-/.]", word.lower()):
        if part.isdigit():
            total += len(part)
            continue
        total += len(_NOT.findall(part))
        part = re.sub(r"['’]", "", part)
        part = _PARTS.sub(lambda found: "evry" if found[1] == "every" else found[1][:-1], part)
        count = len(_VOWELS.findall(part)) + len(_TWO.findall(part))
        if not _SPOKEN_E.search(part):
            count -= len(_SILENT.findall(part))
        total += max(count, 1)
    return total


def _all(lesson: Lesson) -> Iterator[tuple[Said, str]]:
    for said in texts(lesson):
        for sentence in sentences(said.text.source):
            yield said, sentence


def advice(lesson: Lesson, reading: Reading) -> Iterator[Finding]:
    """Sentences longer than the track's longest, and lessons harder than its readers manage."""
    found = [(said, sentence, words_of(sentence)) for said, sentence in _all(lesson)]
    if not found:
        return
    if reading.longest is not None:
        for said, sentence, words in found:
            if len(words) > reading.longest:
                values = {"count": len(words), "limit": reading.longest, "found": sentence}
                yield Finding("long-sentence", said.path, values)
    mean = sum(len(words) for _, _, words in found) / len(found)
    if reading.mean is not None and mean > reading.mean:
        said, sentence, _ = max(found, key=lambda each: len(each[2]))
        values = {"count": f"{mean:.1f}", "limit": _plain(reading.mean), "found": sentence}
        yield Finding("long-sentences", said.path, values)
    grade = _level([words for _, _, words in found])
    if reading.grade is not None and grade is not None and grade > reading.grade:
        said, sentence, _ = max(found, key=lambda each: _grade(each[2], 1) if each[2] else 0.0)
        values = {"count": f"{grade:.1f}", "limit": _plain(reading.grade), "found": sentence}
        yield Finding("hard-to-read", said.path, values)


def _plain(number: float) -> str:
    return f"{number:g}"

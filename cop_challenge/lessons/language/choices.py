"""Whether right answers can be told without reading: always the longest, always the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cop_challenge.activities.lesson import Asked, Finding, Lesson

LEAST = 3
"""Choices a lesson needs before a habit can be seen in it."""

ALWAYS = 4
"""So many and no exception are a habit whatever the odds."""

UNLIKELY = 0.05
"""Else a habit is what chance would bring in fewer than one of twenty lessons."""

SEEN = 1.1
"""A longer answer looks longer when it is longer by a tenth."""


def longest_is_right(asked: Asked) -> bool:
    """Whether a right answer is visibly longer than every wrong one."""
    right = max(len(option.text.source) for option in asked.options if option.right)
    return right >= SEEN * max(len(option.text.source) for option in asked.options if not option.right)


def decided(lesson: Lesson) -> list[Asked]:
    """The choices in which some answer is right and some is not."""
    return [asked for asked in lesson.asked() if len({option.right for option in asked.options}) == 2]


def chance(hits: int, found: Sequence[Asked]) -> float:
    """Probability that a random pick in each of these choices is right `hits` times or more.

    Where two answers of three are right, the longest is often one of them, and that gives nothing away.
    """
    counts = [1.0]
    for asked in found:
        share = sum(option.right for option in asked.options) / len(asked.options)
        counts = [
            (counts[n] if n < len(counts) else 0.0) * (1 - share) + (counts[n - 1] * share if n else 0.0)
            for n in range(len(counts) + 1)
        ]
    return sum(counts[hits:])


def advice(lesson: Lesson) -> Iterator[Finding]:
    """One finding for each habit."""
    found = decided(lesson)
    longest = [asked for asked in found if longest_is_right(asked)]
    fixed = [asked for asked in found if not asked.shuffled]
    first = [asked for asked in fixed if asked.options[0].right]
    for rule, hits, among in (("longest-is-right", longest, found), ("first-is-right", first, fixed)):
        always = len(hits) == len(among) >= ALWAYS
        if always or (len(among) >= LEAST and chance(len(hits), among) < UNLIKELY):
            yield Finding(rule, hits[0].path, {"count": len(hits), "total": len(among)})

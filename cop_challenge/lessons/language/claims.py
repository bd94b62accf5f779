"""Sentences that state a figure or a finding as a fact about the world."""

from __future__ import annotations

import re

from cop_challenge.lessons.language.sentences import words_in

_COUNT = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|a hundred|\d+)"
_PEOPLE = (
    r"(?:children|kids|pupils|teenagers|teens|adolescents|young people|people|parents|families|adults|"
    r"users|girls|boys|accounts|victims|schools|teachers|players)"
)

CLAIMS = re.compile(
    "|".join(
        (
            # “100 % sure” is a way to say “quite”.
            r"(?<![\d.,])(?!100\s?%)\d(?:[\d.,]*\d)?\s?%",
            r"\b(?!hundred )[\w-]+ (?:percent|per cent)\b",
            rf"(?<![\d.,])\b{_COUNT} (?:in|out of|of every|in every) (?:every )?{_COUNT}\b",
            # “One of two” is one of those at hand; “4.9 of 5” are stars.
            rf"(?<![\d.,])\b(?!one\b|1\b){_COUNT} of {_COUNT}\b",
            r"\b(?:half|most|nearly all|almost all|the majority|a third|two thirds|a quarter|three quarters) "
            rf"(?:of )?(?:the |all |our )?{_PEOPLE}\b(?! (?:here|in (?:the|this) (?:hall|room|class)))",
            r"\b(?:studies|research|researchers|surveys?|scientists|experts|statistics) (?:have |has )?"
            r"(?:show|shows|shown|found|find|finds|say|says|agree|prove|proves|proved|suggest|suggests)\b",
            r"\baccording to (?:a |the |new )?(?:stud|research|survey|report|scientist|expert)\w*",
            r"\bon average\b",
            r"\b(?:times|twice) as (?:likely|often|many) as\b",
            r"(?<![\d.,:])\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?!\d)",
            r"(?<![\d.,:/#-])[1-9]\d{3,}(?![\d:/-])",
            r"\b(?:thousands|millions|billions) of\b|\b(?:\d+|one|two|three|five|ten|a hundred|several) "
            r"(?:thousand|million|billion)\b",
        )
    )
)
"""What needs a source: shares, majorities, findings, averages, years, and figures of a thousand or more."""


_DIGIT = re.compile(r"\d")
_AMONG = re.compile(rf"\b(?:in|of) (?:every |{_COUNT}\b)")
_COUNTS = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        *("twenty", "hundred"),
    )
)
_HINTS = frozenset(
    (
        *("percent", "cent", "half", "most", "all", "majority", "third", "thirds", "quarter", "quarters"),
        *("studies", "research", "researchers", "survey", "surveys", "scientists", "experts", "statistics"),
        *("according", "average", "times", "twice", "thousands", "millions", "billions"),
        *("thousand", "million", "billion"),
    )
)
"""Each such statement has one of these, a digit or a count among others: most texts are done with after this
quick look."""


def claim(words: str) -> str:
    """The first such statement in the words, or ""."""
    small, there = words.lower(), words_in(words)
    if (
        _HINTS.isdisjoint(there)
        and not _DIGIT.search(small)
        and (_COUNTS.isdisjoint(there) or not _AMONG.search(small))
    ):
        return ""
    return words[found.start() : found.end()] if (found := CLAIMS.search(small)) else ""

"""Words by which somebody who needs help feels at fault."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cop_challenge.activities.lesson import Finding, Lesson
from cop_challenge.activities.texts import texts

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")

BLAME = re.compile(
    r"\b(?:"
    r"should(?:n[’']t| not)? have|ought to have|shouldn[’']t’ve|should[’']ve|"
    r"(?:your|his|her|their) (?:own )?fault|to blame for|(?:you|he|she|they) asked for it|"
    r"stupid\w*|careless\w*|naive\w*|naïve\w*|gullible|foolish\w*|dumb|idiot\w*|lazy|"
    r"silly (?:child|boy|girl|you|kid|mistake)|bad (?:child|boy|girl)|naughty|"
    r"you (?:lose|lost|failed|fail)|game over|"
    r"told you so|knew better|know better|shame on|how could you|what were you thinking|serves? \w+ right"
    r")\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?:n[’']t|\bnot|\bnever|\bnobody[’']s|\bno one[’']s|\bnone\b|\bnothing\b|\bwithout)\b[^.!?]{0,32}$",
    re.IGNORECASE,
)

SPOKEN = frozenset({"message"})
"""Roles in which somebody of the story speaks: they may be unkind, and the game answers."""


def blame(words: str) -> str:
    """The first words that blame, or "". Quoted speech is somebody else's; “not your fault” comforts."""
    own = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), words)
    for found in BLAME.finditer(own):
        if not _DENIED.search(own[: found.start()]):
            return found[0]
    return ""


def advice(lesson: Lesson) -> Iterator[Finding]:
    """Blame in the game's own voice: not what a character says, nor an answer that is called wrong."""
    wrong = {option.path for asked in lesson.asked() for option in asked.options if not option.right}
    for said in texts(lesson):
        if said.role in SPOKEN or said.path in wrong:
            continue
        if found := blame(said.text.source):
            yield Finding("blame", said.path, {"found": found})

"""A quiz: small scenes, each with a question, answers and an explanation for every answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Pictured, repeated_ids


class Answer(Pictured):
    """One of the answers."""

    id: fields.Id
    text: fields.Answer
    """The answer, as it stands on its card."""
    right: bool
    """Whether it is right; several may be, and at least one is not."""
    because: fields.Because
    """Why: shown when the answer is chosen, right or not."""


class Round(Entry):
    """One scene and its question."""

    id: fields.Id
    who: fields.CharacterId
    """Who stands beside the story."""
    story: fields.Story
    """What happens, before the question."""
    prompt: fields.Prompt
    """The question."""
    picture: fields.Picture = ""
    """Beside the story, if you like."""
    harmless: bool
    """`yes`: nothing is wrong here, and trusting is right. At least a third of all rounds."""
    hard: bool = False
    """`yes`: comes after the others, and only to those who found more at the first try than not."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=4), fields.AtMost("options")]
    """What to choose from; the game shuffles them."""


class Model(Lesson):
    """A quiz lesson."""

    kind: Literal["quiz"]
    rounds: Annotated[tuple[Round, ...], Field(min_length=2, max_length=10)]
    """The scenes; hard ones are kept for the end."""

    def judged(self) -> Judged:
        """Its rounds."""
        return Judged.of(round_.harmless for round_ in self.rounds)


HARMLESS_SHARE = 1 / 3
"""Least share of harmless rounds: a game of dangers only trains suspicion (Leder 2024)."""


def check(lesson: Model) -> Iterator[Finding]:
    """Repeated ids, rounds that cannot be answered right or wrong, too few harmless rounds."""
    yield from repeated_ids(lesson.rounds, ("rounds",))
    for index, round_ in enumerate(lesson.rounds):
        here = ("rounds", index, "answers")
        yield from repeated_ids(round_.answers, here)
        if not any(answer.right for answer in round_.answers):
            yield Finding("no-right-answer", here, {"round": round_.id})
        if all(answer.right for answer in round_.answers):
            yield Finding("no-wrong-answer", here, {"round": round_.id})
    for rounds in (lesson.rounds, [round_ for round_ in lesson.rounds if not round_.hard]):
        harmless, total = Judged.of(round_.harmless for round_ in rounds)
        if harmless < total * HARMLESS_SHARE:
            yield Finding("few-harmless", ("rounds",), {"count": harmless, "total": total})
            return

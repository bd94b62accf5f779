"""Questions of the forge: answered, explained, tried again; after two misses the right one is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cop_challenge.activities.forge.schema import PLACES, Answer, Sentence
from cop_challenge.core.actions import Choose
from cop_challenge.core.activity import Mark, Note, Offer, Tone
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import Text

TRIES = 2
"""Misses after which the right one is shown; nobody is left guessing."""

Option = Answer | Sentence


@dataclass(frozen=True)
class Asked:
    """How far a question has come."""

    tried: tuple[str, ...] = ()
    """Wrong answers chosen, in order."""
    solved: str = ""
    """The right one, once it is found or shown."""
    note: Note | None = None


UNASKED = Asked()


def dealt(options: Sequence[Option], seed: int, lesson: str, place: str) -> tuple[Option, ...]:
    """The options in an order of the seed, so that the first is not always right."""
    order = list(options)
    chance(seed, lesson, place).shuffle(order)
    return tuple(order)


def offer(option: Option, asked: Asked, names: Sequence[Text]) -> Offer:
    """An option to choose; a sentence is told with the names of the tiles that were forged."""
    mark = Mark.PLAIN
    if option.id == asked.solved:
        mark = Mark.GOOD
    elif option.id in asked.tried:
        mark = Mark.TRY_AGAIN
    text, picture = option.text, ""
    if isinstance(option, Answer):
        picture = option.picture
    else:
        text = text.fill(**dict(zip(PLACES, names, strict=False)))
    enabled = mark is Mark.PLAIN and not asked.solved
    return Offer(option.id, Choose(option.id), text, picture=picture, mark=mark, enabled=enabled)


def answered(options: Sequence[Option], asked: Asked, place: str, choice: str) -> tuple[Asked, Result]:
    """What comes of choosing an option at that place."""
    option = next(option for option in options if option.id == choice)
    attempt = len(asked.tried) + 1
    if option.right:
        after = replace(asked, solved=choice, note=Note(Tone.GOOD, option.because))
    else:
        after = Asked((*asked.tried, choice), note=Note(Tone.TRY_AGAIN, option.because))
        if len(after.tried) >= TRIES:
            right = next(option for option in options if option.right)
            after = replace(after, solved=right.id, note=Note(Tone.SHOWN, right.because))
    result = Result(
        Fact.ANSWERED,
        step=place,
        choice=choice,
        outcome=Outcome.GOOD if option.right else Outcome.TRY_AGAIN,
        attempt=attempt,
        light=answer_light(attempt) if option.right else 0,
    )
    return after, result

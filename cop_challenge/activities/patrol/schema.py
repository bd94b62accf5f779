"""A patrol: things pop up over somebody's screen; each is closed, shown to a grown-up, or used."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from cop_challenge.activities import fields
from cop_challenge.activities.fields import around_of
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, repeated_ids


class Sign(StrEnum):
    """A mark by which one could know what a pop-up is; shown after the choice."""

    HURRY = "hurry"
    PRIZE = "prize"
    PRIVATE = "private"
    """It wants to know something private: a place, a name, a password, a picture."""
    MONEY = "money"
    SCARE = "scare"
    SECRET = "secret"
    UNKNOWN = "unknown"
    """Nobody knows who sent it."""
    HURTS = "hurts"
    """It is unkind."""
    ELSEWHERE = "elsewhere"
    """It leads out of the app."""
    KNOWN = "known"
    """From somebody the child really knows."""
    EXPECTED = "expected"
    """It was waited for, or asked for."""
    BELONGS = "belongs"
    """The app's or the tablet's own."""
    PATIENT = "patient"
    """No hurry: it waits quietly."""


CALM_SIGNS = frozenset({Sign.KNOWN, Sign.EXPECTED, Sign.BELONGS, Sign.PATIENT})
"""Signs that speak for a pop-up; all others speak against it."""


class Reasons(Entry):
    """Why each move is good here, a pity, or not: shown when it is chosen."""

    model_config = ConfigDict(title="set of reasons")

    close: fields.Because
    """Said when it is closed."""
    ask: fields.Because
    """Said when a grown-up is asked."""
    use: fields.Because
    """Said when it is used."""


class Popup(Entry):
    """One thing that pops up."""

    model_config = ConfigDict(title="pop-up")

    id: fields.Id
    says: fields.Message
    """What stands in the window."""
    button: fields.Answer
    """What stands on its own button: what carrying on means here (“Spin!”, “Say hello”)."""
    picture: fields.Picture
    """What is drawn in the window."""
    harmless: bool
    """`yes`: using it is right; closing it, or asking, is no mistake but a pity. At least a third of all."""
    right: tuple[Literal["close", "ask"], ...] = ()
    """The moves that are right besides using what is harmless; only `[ask]` where closing alone does not
    help."""
    signs: Annotated[tuple[Sign, ...], Field(min_length=1, max_length=3)]
    """By what one could know it; shown after the choice."""
    hard: bool = False
    """`yes`: comes only to a player who has found two in a row."""
    because: Reasons
    """Why, for each of the three moves, right or not."""


def _calm_for_the_youngest(arcade: bool, info: ValidationInfo) -> bool:
    if arcade and around_of(info).pictured:
        raise PydanticCustomError("arcade-too-young", "arcade")
    return arcade


class Model(Lesson):
    """A patrol lesson."""

    kind: Literal["patrol"]
    app: Literal["drawing", "game", "homework"]
    """What is going on beneath: it becomes an octopus on a bicycle (drawing), a snail with a rocket (game)
    or a bean that grows a fried egg (homework)."""
    story: fields.Story
    """Who sits at the screen, and what for."""
    prompt: fields.Prompt
    """Asked at each pop-up."""
    reveal: fields.Story
    """What the finished picture turns out to be."""
    show: Annotated[int, Field(ge=3, le=10)]
    """How many come in one play."""
    arcade: Annotated[bool, AfterValidator(_calm_for_the_youngest)] = False
    """`yes`: offers a quick patrol besides the calm one; not where players do not read yet."""
    popups: Annotated[tuple[Popup, ...], Field(min_length=3, max_length=16)]
    """What pops up; have a few more than `show`, so that no two plays are the same."""

    def judged(self) -> Judged:
        """Its pop-ups."""
        return Judged.of(popup.harmless for popup in self.popups)


HARMLESS_SHARE = 1 / 3
"""Least share of harmless pop-ups: a game of dangers only trains suspicion (Leder 2024)."""


def check(lesson: Model) -> Iterator[Finding]:
    """Repeated ids, pop-ups nothing is right for, too few to show, too few harmless ones."""
    yield from repeated_ids(lesson.popups, ("popups",))
    for index, popup in enumerate(lesson.popups):
        if not popup.harmless and not popup.right:
            yield Finding("no-right-move", ("popups", index), {"popup": popup.id})
    if len(lesson.popups) < lesson.show:
        values = {"found": len(lesson.popups), "expected": f"at least {lesson.show}, as “show:” says"}
        yield Finding("wrong-count", ("popups",), values)
    harmless, total = lesson.judged()
    if harmless < total * HARMLESS_SHARE:
        yield Finding("few-harmless", ("popups",), {"count": harmless, "total": total})

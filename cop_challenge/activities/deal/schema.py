"""A document made of choices: a family's Deal Card, or a school's Protection Programme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Entry, Finding, Lesson, Path, Pictured, repeated_ids
from cop_challenge.core.text import NOTHING

LEAST_LINES = 3
"""Fewer make no document."""


class Stands(StrEnum):
    """How far a school is with a pillar."""

    NOT_YET = "not-yet"
    BEGUN = "begun"
    DONE = "done"


class When(StrEnum):
    """By when a step is done. A period, never a date: the day is known only when it is printed."""

    WEEK = "this-week"
    MONTH = "this-month"
    TERM = "this-term"


class Pillar(StrEnum):
    """The five pillars a school stands on, like those of a country's plan."""

    POLICY = "policy"
    TECHNOLOGY = "technology"
    PEOPLE = "people"
    TRAINING = "training"
    PARTNERS = "partners"


class Option(Pictured):
    """A wording that may stand in the document."""

    id: fields.Id
    writes: fields.Answer
    """What will stand there, word for word."""
    fits: bool
    """`yes`: it will hold; several of a line may, and at least one does not."""
    because: fields.Because
    """What is good about it and what it costs; or why it will not hold."""


class Wording(Option):
    """One way to write a rule of the card."""

    binds: Literal["both", "child", "grown-up"] = "both"
    """Whom it binds."""
    hard: bool = False
    """`yes`: a tempting one, left out just after a line that needed a second try."""


class Rule(Entry):
    """One line of the card, and how both sides see it."""

    id: fields.Id
    picture: fields.Picture
    """The sign at the beginning of the line."""
    prompt: fields.Prompt
    """The question."""
    child_says: fields.Message
    """How a child may see it, with good reasons."""
    parent_says: fields.Message
    """How a parent may see it, with good reasons."""
    choices: Annotated[tuple[Wording, ...], Field(min_length=2, max_length=4), fields.AtMost("options")]
    """Wordings to choose from."""


class Step(Option):
    """One next step for a pillar."""

    after: Annotated[tuple[Stands, ...], Field(min_length=1)] = tuple(Stands)
    """Where the school may stand for it to be among the suggestions; left out: anywhere."""


class Check(Entry):
    """One line of the programme: a pillar, where the school stands, and suggestions for the next step."""

    model_config = ConfigDict(title="pillar")

    id: fields.Id
    pillar: Pillar
    """Which of the five it is."""
    prompt: fields.Prompt
    """A question to be answered by not yet, begun or done."""
    choices: Annotated[tuple[Step, ...], Field(min_length=2, max_length=6)]
    """Next steps to choose from; four at the most are shown."""


class Duty(Pictured):
    """Somebody who can take a step on: a role, never a name."""

    model_config = ConfigDict(title="role")

    id: fields.Id
    name: fields.Title
    """Who it is."""
    fits: bool = True
    """`no`: with this one nothing gets done, and `because` says why."""
    because: fields.Because = NOTHING
    """Why a step does not go well with it; needed only where it does not."""


class Model(Lesson):
    """A lesson in which a document is made. It has `rules` (a card) or `pillars` (a programme)."""

    kind: Literal["deal"]
    heading: fields.Title
    """What stands above the document."""
    closing: fields.Why
    """Said when it is signed."""
    child: fields.CharacterId = ""
    """On a card: who says what a child may think."""
    parent: fields.CharacterId = ""
    """On a card: who says what a parent may think."""
    rules: Annotated[tuple[Rule, ...], Field(max_length=6)] = ()
    """The lines of a card, three at least; one of them binds the grown-up in every wording that holds."""
    pillars: Annotated[tuple[Check, ...], Field(max_length=5)] = ()
    """The lines of a programme, three at least."""
    roles: Annotated[tuple[Duty, ...], Field(max_length=4)] = ()
    """In a programme: who can take a step on."""

    @property
    def lines(self) -> Sequence[Rule | Check]:
        """The lines of the document, whichever it is."""
        return self.rules or self.pillars

    @property
    def paired(self) -> bool:
        """A card, made by two hands; else a programme."""
        return bool(self.rules)


def check(lesson: Model) -> Iterator[Finding]:
    """Ids, neither or both documents, lines without a choice, a card that binds only the child."""
    name = "rules" if lesson.rules else "pillars"
    if lesson.rules and lesson.pillars:
        values = {"key": "pillars", "found": len(lesson.pillars), "expected": "none beside rules"}
        yield Finding("wrong-count", ("pillars",), values)
        return
    if len(lesson.lines) < LEAST_LINES:
        path: Path = (name,) if lesson.lines else ()
        values = {"key": name if lesson.lines else "rules or pillars", "found": len(lesson.lines)}
        yield Finding("wrong-count", path, {**values, "expected": f"{LEAST_LINES} or more"})
        return
    yield from repeated_ids(lesson.lines, (name,))
    for index, line in enumerate(lesson.lines):
        yield from repeated_ids(line.choices, (name, index, "choices"))
    yield from _card(lesson) if lesson.paired else _programme(lesson)


def _chosen_from(choices: Sequence[Option], line: str, here: Path) -> Iterator[Finding]:
    if not any(choice.fits for choice in choices):
        yield Finding("no-right-answer", here, {"round": line})
    elif all(choice.fits for choice in choices):
        yield Finding("no-wrong-answer", here, {"round": line})


def _card(lesson: Model) -> Iterator[Finding]:
    for index, rule in enumerate(lesson.rules):
        here = ("rules", index, "choices")
        yield from _chosen_from(rule.choices, rule.id, here)
        plain = [choice for choice in rule.choices if not choice.hard]
        if len(plain) < 2 or not any(choice.fits for choice in plain):
            values = {"key": "choices without “hard: yes”", "found": len(plain)}
            yield Finding("wrong-count", here, {**values, "expected": "2 or more, one of them fitting"})
    for who in ("child", "parent"):
        if not getattr(lesson, who):
            yield Finding("missing-key", (), {"key": who})
    if not any(_binds_both(rule) for rule in lesson.rules):
        yield Finding("one-sided", ("rules",))


def _binds_both(rule: Rule) -> bool:
    """Whichever of its wordings that hold is chosen, the grown-up is bound as well."""
    return all(choice.binds != "child" for choice in rule.choices if choice.fits)


def _programme(lesson: Model) -> Iterator[Finding]:
    for index, line in enumerate(lesson.pillars):
        here = ("pillars", index, "choices")
        for stands in Stands:
            found = list(_chosen_from(offered(line, stands), f"{line.id}, {stands}", here))
            yield from found
            if found:
                break
    yield from repeated_ids(lesson.roles, ("roles",))
    if not any(role.fits for role in lesson.roles):
        values = {"key": "roles", "found": 0, "expected": "one or more that fit"}
        yield Finding("wrong-count", ("roles",) if lesson.roles else (), values)
    for index, role in enumerate(lesson.roles):
        if not role.fits and not role.because:
            yield Finding("missing-key", ("roles", index), {"key": "because"})


def offered(line: Check, stands: Stands) -> tuple[Step, ...]:
    """The suggestions for a school that stands there."""
    return tuple(step for step in line.choices if stands in step.after)

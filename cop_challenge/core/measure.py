"""Measuring what one sitting taught: the items of a track, and how they are dealt to a visit.

Every visit is dealt one of two topics by chance and plays that topic's lessons first; questions about
both are asked before and after, so the topic not yet played is its own control. Two parallel forms take
turns, so nobody sees a question twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from cop_challenge.core.chance import chance
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character


class Phase(StrEnum):
    """Which sheet: before the games, or after them."""

    BEFORE = "before"
    AFTER = "after"


class Form(StrEnum):
    """Two forms of the same difficulty, as far as their authors could make them."""

    A = "a"
    B = "b"

    @property
    def other(self) -> Form:
        """The parallel one."""
        return Form.B if self is Form.A else Form.A


class Case(StrEnum):
    """Whether something is wrong in an item's story."""

    RISKY = "risky"
    SAFE = "safe"


class Design(StrEnum):
    """What one sheet asks about."""

    BOTH = "both-topics"
    """Both topics on every sheet: each visit is compared with itself."""
    ONE = "one-topic"
    """One topic, the taught one or the other by chance: visits are compared with visits."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing to choose in an item."""

    id: str
    text: Text
    right: bool
    tell: bool = False
    """It brings somebody else in who can help."""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a sheet. It is never explained: that would teach what it asks."""

    id: str
    form: Form
    topic: str
    """Id of the topic; empty: about neither."""
    case: Case
    replies: tuple[Reply, ...]
    first: bool = False
    """It asks what somebody does first."""
    new: bool = False
    """Another surface than any lesson has; asked only afterwards."""
    who: Character | None = None
    story: Text = NOTHING
    prompt: Text = NOTHING
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a visit is taught, or not yet."""

    id: str
    lessons: tuple[str, ...]
    """Ids."""


@dataclass(frozen=True, slots=True)
class Measure:
    """All items of a track."""

    track: str
    design: Design
    topics: tuple[Topic, Topic]
    items: tuple[Item, ...]
    words_a_minute: float
    """How fast those who fill it in take in its words: `reading` says how long a sheet takes them."""
    ask_sure: bool = True
    """Ask how sure somebody is, after the items."""

    def sheet(self, form: Form, phase: Phase, topic: str | None = None) -> tuple[Item, ...]:
        """Items of one sheet as they stand in the file; `topic`: only that one's."""
        return tuple(
            item
            for item in self.items
            if item.form is form
            and (phase is Phase.AFTER or not item.new)
            and (topic is None or item.topic in (topic, ""))
        )

    def sheets(self, phase: Phase) -> Iterator[tuple[Item, ...]]:
        """Every sheet that a visit can be dealt in that phase."""
        asked = [topic.id for topic in self.topics] if self.design is Design.ONE else [None]
        for form, topic in product(Form, asked):
            yield self.sheet(form, phase, topic)


@dataclass(frozen=True, slots=True)
class Deal:
    """What chance gave one visit."""

    measure: Measure
    taught: Topic
    other: Topic
    first_form: Form
    """Of the sheet before; the sheet after has the other one."""
    asked: str | None
    """The only topic asked about, where the design asks about one."""
    seed: int

    def form(self, phase: Phase) -> Form:
        """The form of that sheet."""
        return self.first_form if phase is Phase.BEFORE else self.first_form.other

    def items(self, phase: Phase) -> tuple[Item, ...]:
        """The sheet's items in this visit's order."""
        items = list(self.measure.sheet(self.form(phase), phase, self.asked))
        chance(self.seed, "items", phase).shuffle(items)
        return tuple(items)

    def replies(self, item: Item) -> tuple[Reply, ...]:
        """The item's replies in this visit's order."""
        replies = list(item.replies)
        chance(self.seed, "replies", item.id).shuffle(replies)
        return tuple(replies)

    def standing(self, item: Item) -> str:
        """`taught`, `untaught`, or nothing for an item about neither topic."""
        if not item.topic:
            return ""
        return "taught" if item.topic == self.taught.id else "untaught"


def deal(measure: Measure, seed: int) -> Deal:
    """The visit's topic, forms and order: independent coins, thrown by the visit's seed."""
    luck = chance(seed, "measure", measure.track)
    taught = luck.randrange(2)
    first_form = luck.choice(list(Form))
    asked = luck.randrange(2)
    topics = measure.topics
    return Deal(
        measure,
        topics[taught],
        topics[1 - taught],
        first_form,
        topics[asked].id if measure.design is Design.ONE else None,
        seed,
    )

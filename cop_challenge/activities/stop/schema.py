"""Stop and tell: stories in pictures; in some of them something turns, and a button is pressed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import ConfigDict, Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Path, Pictured, repeated_ids
from cop_challenge.core.tags import Feeling
from cop_challenge.core.text import NOTHING


class Panel(Entry):
    """One picture of a story, with its few words."""

    id: fields.Id
    text: fields.Scene
    """What is read aloud to the picture."""
    picture: fields.Picture
    """What happens, told without words."""
    feeling: Feeling | None = None
    """How the hero feels; left out: happy at first, unsure from the turn on."""
    uh_oh: bool = False
    """`yes` on the one picture where it turns; from there on pressing is right. Never the first."""


class Helper(Pictured):
    """Somebody, or something, that might help."""

    id: fields.Id
    text: fields.Answer
    """Who it is."""
    right: bool
    """Whether telling them is a good idea; several may be."""
    busy: bool = False
    """`yes`: a good idea, but no time just now; another right one must be there."""
    because: fields.Because
    """Why: said when this one is chosen."""


class Saying(Pictured):
    """Something that can be said to the helper."""

    model_config = ConfigDict(title="sentence")

    id: fields.Id
    text: fields.Answer
    """What is said."""
    right: bool
    """Whether the helper then knows what is the matter."""
    because: fields.Because
    """Why: said when this one is chosen."""


class End(Entry):
    """The last picture: a relief, or simply a nice end."""

    text: fields.Scene
    """What is read aloud to the last picture."""
    picture: fields.Picture
    """The relief, or simply a nice end."""


Helpers = Annotated[tuple[Helper, ...], Field(max_length=4), fields.AtMost("options")]
Sayings = Annotated[tuple[Saying, ...], Field(max_length=4), fields.AtMost("options")]


class Story(Entry):
    """A story that turns, or one in which all is well to the end."""

    id: fields.Id
    who: fields.CharacterId
    """Its hero."""
    hard: bool = False
    """`yes`: told after the others, whatever its place in the file."""
    calm: fields.Because
    """Why all is well: said when the button is pressed before anything has turned."""
    panels: Annotated[tuple[Panel, ...], Field(min_length=3, max_length=8)]
    """The pictures, in their order; in the first all is well."""
    stop: fields.Because = NOTHING
    """Where it turns: what is not right, said when the button is pressed."""
    tell: Helpers = ()
    """Where it turns: who might help."""
    say: Sayings = ()
    """Where it turns: what might be said to the helper."""
    end: End
    """The last picture."""

    @property
    def turn(self) -> int | None:
        """Number of the panel at which it turns, from 0; None if it never does."""
        return next((number for number, panel in enumerate(self.panels) if panel.uh_oh), None)

    def keyed(self, prefix: str) -> Self:
        """Keys as everywhere, with the list's name in those of helpers and sayings.

        A page, a helper and a sentence may share an id: they are never chosen from together.
        """
        lists = {
            name: tuple(entry.keyed(f"{prefix}.{name}.{entry.id}") for entry in entries)
            for name, entries in (("tell", self.tell), ("say", self.say))
        }
        return super().keyed(prefix).model_copy(update=lists)


class Model(Lesson):
    """A lesson with the uh-oh button."""

    kind: Literal["stop"]
    stories: Annotated[tuple[Story, ...], Field(min_length=1, max_length=4)]
    """The stories; in at least a third of them nothing turns."""

    def judged(self) -> Judged:
        """Its stories: nothing turns in a harmless one."""
        return Judged.of(story.turn is None for story in self.stories)


HARMLESS_SHARE = 1 / 3
"""Least share of stories in which all is well: else every picture becomes a suspicion."""


def check(lesson: Model) -> Iterator[Finding]:
    """Repeated ids, turns without help, choices without a right or a wrong answer, too few calm stories."""
    yield from repeated_ids(lesson.stories, ("stories",))
    for number, story in enumerate(lesson.stories):
        here: Path = ("stories", number)
        yield from repeated_ids(story.panels, (*here, "panels"))
        yield from _turning(story, here) if story.turn is not None else _calm(story, here)
    harmless, total = lesson.judged()
    if harmless < total * HARMLESS_SHARE:
        yield Finding("few-harmless", ("stories",), {"count": harmless, "total": total})


def _turning(story: Story, here: Path) -> Iterator[Finding]:
    if story.turn == 0:
        yield Finding("turns-at-once", (*here, "panels", 0, "uh_oh"), {"story": story.id})
    for key in ("stop", "tell", "say"):
        if not getattr(story, key):
            yield Finding("turn-without-help", here, {"story": story.id, "missing": key})
    for key, entries in (("tell", story.tell), ("say", story.say)):
        place = (*here, key)
        yield from repeated_ids(entries, place)
        final = [entry.right and not getattr(entry, "busy", False) for entry in entries]
        if entries and not any(final):
            yield Finding("no-right-answer", place, {"round": story.id})
        if entries and all(entry.right for entry in entries):
            yield Finding("no-wrong-answer", place, {"round": story.id})


def _calm(story: Story, here: Path) -> Iterator[Finding]:
    for key in ("stop", "tell", "say"):
        if getattr(story, key):
            yield Finding("help-without-turn", (*here, key), {"story": story.id, "key": key})

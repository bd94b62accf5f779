"""Sorting: things out of a backpack, each into the bin where it belongs, with a reason for every bin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Path, Pictured, repeated_ids


class Bin(Pictured):
    """A basket or chest to put things into."""

    id: fields.Id
    """Its name in `items`; nobody sees it on screen."""
    text: fields.Title
    """What stands on it."""
    harmless: bool = False
    """`yes`: what belongs here needs no care; at least a third of all things does."""


class Wrong(Entry):
    """What is said when a thing is put into a bin where it does not belong."""

    id: fields.Id
    """The id of the bin."""
    because: fields.Because
    """What is good in the thought, and what is missing."""


class Item(Pictured):
    """One thing to sort."""

    id: fields.Id
    text: fields.Answer
    """What it is."""
    bins: Annotated[tuple[fields.Id, ...], Field(min_length=1, max_length=3)]
    """The ids of the bins where it belongs; the first is shown to those who do not find one."""
    because: fields.Because
    """Why it belongs there."""
    wrong: Annotated[tuple[Wrong, ...], Field(max_length=3)] = ()
    """A sentence for other bins; one without a sentence is answered with `because`."""
    hard: bool = False
    """`yes`: comes after two successes in a row, or at the end."""


class Model(Lesson):
    """A sorting lesson."""

    kind: Literal["sort"]
    who: fields.CharacterId
    """Whose backpack it is."""
    story: fields.Story
    """What is packed, and what for: before the backpack opens."""
    prompt: fields.Prompt
    """The one question that is asked of every thing."""
    bins: Annotated[tuple[Bin, ...], Field(min_length=2, max_length=4), fields.AtMost("options")]
    """The baskets, or chests."""
    items: Annotated[tuple[Item, ...], Field(min_length=6, max_length=12)]
    """What comes out of the backpack."""
    together: Annotated[int, Field(ge=1, le=3)] = 1
    """How many hard things lie side by side, to choose from, once sorting goes well."""
    ending: fields.Ending
    """What stands over the closed backpack."""
    joke: fields.Because
    """What happens as it closes."""

    def judged(self) -> Judged:
        """Its things: one is harmless if a harmless bin is right for it."""
        safe = {bin_.id for bin_ in self.bins if bin_.harmless}
        return Judged.of(any(name in safe for name in item.bins) for item in self.items)


HARMLESS_SHARE = 1 / 3
"""Least share of things for a harmless bin: a game of dangers only trains suspicion (Leder 2024)."""


def check(lesson: Model) -> Iterator[Finding]:
    """Repeated ids, unknown bins, bins for nothing, things for every bin, too few harmless things."""
    # Bins and things are named in one breath by results, offers and translations.
    yield from repeated_ids(lesson.bins, ("bins",))
    names = [bin_.id for bin_ in lesson.bins]
    for index, item in enumerate(lesson.items):
        here: Path = ("items", index)
        if item.id in names:
            yield Finding("repeated-id", (*here, "id"), {"found": item.id})
        others = [name for name in names if name not in item.bins]
        for at, name in enumerate(item.bins):
            if name not in names:
                yield Finding("unknown-bin", (*here, "bins", at), {"found": name, "known": names})
        if not others:
            yield Finding("fits-everywhere", (*here, "bins"), {"item": item.id})
        yield from repeated_ids(item.wrong, (*here, "wrong"))
        for at, wrong in enumerate(item.wrong):
            if wrong.id not in others:
                place = (*here, "wrong", at, "id")
                yield Finding("unknown-bin", place, {"found": wrong.id, "known": others})
    yield from repeated_ids(lesson.items, ("items",))
    used = {name for item in lesson.items for name in item.bins}
    for index, bin_ in enumerate(lesson.bins):
        if bin_.id not in used:
            yield Finding("empty-bin", ("bins", index), {"bin": bin_.id})
    harmless, total = lesson.judged()
    if harmless < total * HARMLESS_SHARE:
        yield Finding("few-harmless", ("items",), {"count": harmless, "total": total})

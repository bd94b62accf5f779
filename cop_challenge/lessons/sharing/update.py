"""Which files of an installed pack an update takes, keeps or lays beside: no change made here is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from cop_challenge.lessons.sharing.names import folded


class Fate(StrEnum):
    """What becomes of a file."""

    TAKEN = "taken"
    """The update's goes in; what was here, if anything, had not been changed here."""
    KEPT = "kept"
    """What is here stays: only here was something changed, or the file is this station's own."""
    BESIDE = "beside"
    """Both have changed: what is here stays, the update's is laid beside it."""
    REMOVED = "removed"
    """The update has it no more, and nobody has changed it here."""


@dataclass(frozen=True)
class Change:
    """One file of an update."""

    name: str
    """As it is in the update; of a file that only is here, as it is here."""
    here: str
    """As it is here, where capitals may stand differently."""
    fate: Fate
    changed_here: bool = False
    """Its content here is not, or not yet, what the update brings."""


def merge(base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]) -> tuple[Change, ...]:
    """What becomes of each file; digests by name: as it was installed, as it is here now, as it comes.

    Names are compared as the most forgiving file system does.
    """
    names = {folded(name): name for digests in (base, mine, theirs) for name in digests}
    spelt = {folded(name): name for name in mine}
    before, now_here, coming = (
        {folded(name): digest for name, digest in each.items()} for each in (base, mine, theirs)
    )
    found = []
    for key, name in sorted(names.items()):
        here = spelt.get(key, name)
        was, now, new = before.get(key), now_here.get(key), coming.get(key)
        if new is not None and new == now:
            found.append(Change(name, here, Fate.TAKEN))
        elif now == was:
            found.append(Change(name, here, Fate.REMOVED if new is None else Fate.TAKEN))
        elif new == was or new is None:
            if now is not None or new is not None:
                found.append(Change(name, here, Fate.KEPT, changed_here=True))
        else:
            found.append(Change(name, here, Fate.BESIDE, changed_here=True))
    return tuple(found)

"""What a day offers of what a station has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from cop_challenge.core.spot import SpotMessages

One = TypeVar("One")


def offered(there: Mapping[str, One], wanted: Sequence[str], chosen: str = "") -> tuple[One, ...]:
    """What is wanted and there, by id or code, in the order of the day; all that is there, if nothing is.

    What staff have `chosen` at the station is always among it.
    """
    names = [name for name in dict.fromkeys(wanted) if name in there]
    if not names:
        return tuple(there.values())
    if chosen in there and chosen not in names:
        names.append(chosen)
    return tuple(there[name] for name in names)


def messages(there: SpotMessages, wanted: Sequence[str]) -> SpotMessages:
    """The spot messages a day names by their ids; all, if it names none that is there."""
    named = {track: tuple(each for each in every if each.id in wanted) for track, every in there.items()}
    return named if any(named.values()) else there

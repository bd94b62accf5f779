"""The hours of a day, and the slots in them: all stations change together, by the clock.

Times are whole minutes after midnight.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cop_challenge.activities.lesson import Entry

MIDNIGHT = 24 * 60
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)


def _minutes(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not (found := _CLOCK.fullmatch(value.strip())):
        raise PydanticCustomError("not-a-time", "no time", {"found": value})
    return int(found[1]) * 60 + int(found[2])


Clock = Annotated[int, BeforeValidator(_minutes)]
"""Written as 08:30."""


def clock(minutes: int) -> str:
    """`08:30`."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


class BreakEntry(Entry):
    """A break in a day file."""

    start: Annotated[Clock, Field(alias="from")]
    """When it begins."""
    end: Annotated[Clock, Field(alias="to")]
    """When it is over."""


@dataclass(frozen=True, slots=True)
class Span:
    """From a time to another."""

    start: int
    end: int

    def __str__(self) -> str:
        return f"{clock(self.start)}–{clock(self.end)}"

    def holds(self, other: Span) -> bool:
        """Whether the other lies wholly in it."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Hours:
    """When stations are open."""

    opens: int
    closes: int
    breaks: tuple[Span, ...] = ()
    """In their order; nobody plays then."""

    def slots(self, minutes: int, changeover: int) -> tuple[Span, ...]:
        """Visits of `minutes`, one after another with `changeover` between; anew after each break.

        None is cut by a break or by closing time. Closing later only adds slots at the end.
        """
        slots: list[Span] = []
        start = self.opens
        while (slot := Span(start, start + minutes)).end <= self.closes:
            cut = next((each for each in self.breaks if _meet(each, slot)), None)
            if cut:
                start = cut.end
            else:
                slots.append(slot)
                start = slot.end + changeover
        return tuple(slots)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def window(slots: Sequence[Span], there: Span) -> range:
    """Indexes of the slots that lie wholly in the time; they follow each other."""
    inside = [index for index, slot in enumerate(slots) if there.holds(slot)]
    return range(inside[0], inside[-1] + 1) if inside else range(0)

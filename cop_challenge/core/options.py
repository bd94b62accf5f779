"""What a visit may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from cop_challenge.core.activity import Activity
from cop_challenge.core.comfort import USUAL, Comfort
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.measure import Measure
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.spot import SpotMessages
from cop_challenge.core.text import Text
from cop_challenge.core.track import Track


@dataclass(frozen=True)
class Language:
    """A language the station speaks."""

    code: str
    name: Text
    """In its own script."""


@dataclass(frozen=True)
class VisitOptions:
    """What a visit may use. All of it given from outside: no clock, no files, no chance of its own."""

    languages: tuple[Language, ...]
    tracks: tuple[Track, ...]
    cards: tuple[LessonCard, ...]
    open_lesson: Callable[[str, int], Activity]
    """Makes the activity of a lesson id with a seed."""
    minutes: float | None = None
    """How long a visit lasts; None: as long as it likes."""
    language: str = ""
    track: str = ""
    """Chosen beforehand by a grown-up; empty: the player chooses."""
    measures: Mapping[str, Measure] = field(default_factory=dict)
    """By track, on a day that measures what is learned."""
    voice: bool = True
    """Something on this station can read aloud."""
    comfort: Comfort = USUAL
    """What visits start with."""
    idle_seconds: float = 75
    """Stillness after which the station asks "still here?"."""
    countdown_seconds: float = 20
    grown_up_seconds: float = 600
    """The calm screen waits longer: help may be a hall away."""
    helplines: tuple[Helpline, ...] = ()
    """Services of the day's country, verified lately enough; empty: only the grown-up here is named."""
    spot_messages: SpotMessages = field(default_factory=dict)
    """By track, for the screen that invites."""

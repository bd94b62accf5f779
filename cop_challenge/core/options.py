"""What a visit may use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum

from cop_challenge.core.activity import Activity
from cop_challenge.core.comfort import USUAL, Comfort
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.measure import Measure
from cop_challenge.core.partner import Partner
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.spot import SpotMessages
from cop_challenge.core.text import Text
from cop_challenge.core.track import Track

ENGLISH = Text("English")


class Digits(StrEnum):
    """Which digits stand in texts."""

    DEFAULT = "default"
    """Those that the language writes in the day's country."""
    LATN = "latn"
    """0 to 9 everywhere: some schools teach these first."""


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
    source: Text = ENGLISH
    """Name of the language that lessons are in where nobody has translated them; a day need not offer it."""
    lessons_in: Mapping[str, Set[str]] = field(default_factory=dict)
    """By code of a language: ids of the lessons that are wholly translated; all of them where it is not
    named."""
    minutes: float | None = None
    """How long a visit lasts; None: as long as it likes."""
    language: str = ""
    track: str = ""
    """Chosen beforehand by a grown-up; empty: the player chooses."""
    measures: Mapping[str, Measure] = field(default_factory=dict)
    """By track, on a day that measures what is learned."""
    voice: bool = True
    """Something on this station can read aloud."""
    unvoiced: Set[str] = frozenset()
    """Codes of languages for which this station has no voice, though it has one for others."""
    narrated: Set[str] = frozenset()
    """Codes of languages in which every lesson of the players who are read to was read out by somebody."""
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
    partners: tuple[Partner, ...] = ()
    """Publishers of packs, for the screen that invites."""
    digits: Digits = Digits.DEFAULT
    """How numbers are written."""
    seats: int = 1
    """How many play in one visit: 1, or 2 who take turns."""
    stamps: bool = False
    """Players are asked which stamps their paper passport has already."""
    country: str = ""
    """Of the day: languages may write numbers differently from country to country."""

    def cards_of(self, track: str, language: str) -> Sequence[LessonCard]:
        """The track's lessons in the language; all of them, if none is translated."""
        cards = [card for card in self.cards if card.track == track]
        told = [card for card in cards if self.tells(card, language)]
        return told or cards

    def tells(self, card: LessonCard, language: str) -> bool:
        """Whether the lesson is in the language."""
        return language not in self.lessons_in or card.id in self.lessons_in[language]

    def speaks(self, language: str) -> bool:
        """Whether something on this station reads that language aloud."""
        return self.voice and (language in self.narrated or language not in self.unvoiced)

    def read_to(self, track: Track, language: str, comfort: Comfort) -> bool:
        """Whether players of the track are read to in the language, by a voice or by a grown-up, if they
        must be."""
        return not track.spoken or self.speaks(language) or comfort.reader == "grown-up"

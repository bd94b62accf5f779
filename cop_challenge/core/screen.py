"""Where a visit is, and what the station shows there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from cop_challenge.core.activity import Offer, View
from cop_challenge.core.comfort import USUAL, Comfort
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.pair import Friends
from cop_challenge.core.partner import Partner
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.core.track import Track


class Screen(StrEnum):
    """Where a visit is."""

    ATTRACT = "attract"
    LANGUAGE = "language"
    TRACK = "track"
    AVATAR = "avatar"
    STAMPS = "stamps"
    """Which stamps the paper passport has already, on a day that asks."""
    SHEET = "sheet"
    """Questions before or after the games, on a day that measures what is learned."""
    MAP = "map"
    LESSON = "lesson"
    LANTERN = "lantern"
    """A lantern lights up."""
    PASSPORT = "passport"
    LANGUAGES = "languages"
    """The languages once more, over whatever was shown."""
    PAUSE = "pause"
    GROWN_UP = "grown-up"
    STILL_HERE = "still-here"


OVERLAYS = frozenset({Screen.LANGUAGES, Screen.PAUSE, Screen.GROWN_UP, Screen.STILL_HERE})
PICKERS = frozenset({Screen.LANGUAGE, Screen.LANGUAGES})
"""Where a language is chosen."""


@dataclass(frozen=True)
class VisitView:
    """What the station shows now, with every legal action."""

    screen: Screen
    offers: tuple[Offer, ...]
    comfort: Comfort = USUAL
    language: str = ""
    track: Track | None = None
    languages: tuple[Text, ...] = ()
    """Names of the station's languages, on the attract screen."""
    messages: tuple[Text, ...] = ()
    """Spot messages that take turns, on the attract screen."""
    partners: tuple[Partner, ...] = ()
    """Who brings the packs, on the attract screen."""
    tracks: tuple[Track, ...] = ()
    """To choose from, on the track screen."""
    friends: Friends = field(default_factory=Friends)
    """Who plays, and whose turn it is."""
    last: bool = False
    """On the map: after one more lesson there is no time for another."""
    lit: tuple[Habit, ...] = ()
    light: int = 0
    card: LessonCard | None = None
    """The lesson being played, or the one that has just lit its lantern."""
    activity: View | None = None
    spoken: bool = False
    """Whatever comes on screen is read aloud by itself."""
    named: bool = False
    """What somebody comes to is named aloud: always where languages are chosen, each in itself, for
    nobody can be expected to read the others."""
    countdown: int = 0
    """Whole seconds until the station starts afresh, on the "still here?" screen."""
    helplines: tuple[Helpline, ...] = ()
    """Services of this country for this track: one to talk to on the calm screen, all on the passport."""
    over: bool = False
    """The next player gets a new visit."""

    @property
    def avatar(self) -> str:
        """Of the first, or only, player."""
        return next(iter(self.friends.avatars), "")

    @property
    def place(self) -> str:
        """Words naming the picture on screen; another place is another picture."""
        inner = f"/{self.activity.place}" if self.activity else ""
        second = ":second" if self.screen is Screen.AVATAR and self.friends.avatars else ""
        return f"{self.screen}{second}{inner}"

"""The staff page of a station: opened on the attract screen by Escape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cop_challenge.app.scenes import staff as scene
from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.settings import of_staff
from cop_challenge.core.text import Listing, Text
from cop_challenge.i18n.locale import own_name
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.sound import Sound
from cop_challenge.ui.voice.speaker import Speaker

WAYS = (
    Offer("stay", do.Return(), words.CLOSE_NO, Role.ADVANCE, "ui/icons/play.svg"),
    Offer("close", do.Leave(), words.CLOSE_YES, Role.BACK, "ui/icons/close.svg"),
)


@dataclass(frozen=True)
class Facts:
    """What a station knows of itself besides its visit."""

    lessons: int = 0
    tracks: int = 0
    languages: tuple[str, ...] = ()
    """Names of the languages spoken here."""
    kept: int = 0
    """Rows recorded since the start."""
    problems: tuple[str, ...] = ()
    """Lessons left out, files that can't be written: place, fact, remedy."""
    crash: str = ""
    """File about the last crash of today."""
    day: str = ""
    """What the day is called."""
    measured: bool = False
    """Visits are asked questions before and after."""
    helplines: Text = words.STAFF_HELP_NONE
    """Whom children may call, and how sure that is."""
    drafts: tuple[str, ...] = ()
    """Names of the languages that no native reader has approved yet."""


KnowsFacts = Callable[[], Facts]


def offers(comfort: Comfort) -> tuple[Offer, ...]:
    """Ways out, and what every visit starts with."""
    return (*WAYS, *of_staff(comfort))


def unread(comfort: Comfort, speaker: Speaker) -> tuple[Text, ...]:
    """Who can't play because nobody reads to them."""
    if comfort.reader == "grown-up":
        return ()
    if speaker.reason:
        return (words.STAFF_NO_VOICE,)
    if not speaker.unvoiced:
        return ()
    names = tuple(own_name(code) for code in sorted(speaker.unvoiced))
    return (words.STAFF_UNVOICED.fill(languages=Listing(names)),)


def health(facts: Facts, sound: Sound, speaker: Speaker, comfort: Comfort) -> scene.Health:
    """The facts as lines to read."""
    heard = words.STAFF_SOUND.fill(state=sound.reason or words.STAFF_SOUND_WORKS)
    read = words.STAFF_VOICE.fill(state=speaker.reason or speaker.problem or words.STAFF_SOUND_WORKS)
    lines: tuple[Text, ...] = (
        words.STAFF_LESSONS.fill(lessons=facts.lessons, tracks=facts.tracks),
        words.STAFF_LANGUAGES.fill(languages=Listing(facts.languages or ("–",))),
        *((words.STAFF_DRAFTS.fill(languages=Listing(facts.drafts)),) if facts.drafts else ()),
        words.STAFF_FACTS.fill(facts=facts.kept),
        words.STAFF_TWO.fill(first=heard, second=read),
        facts.helplines,
    )
    if facts.day:
        measured = words.STAFF_MEASURED if facts.measured else words.STAFF_NOT_MEASURED
        lines = (words.STAFF_DAY.fill(day=facts.day, measured=measured), *lines)
    crash = (words.STAFF_CRASH.fill(file=facts.crash),) if facts.crash else ()
    return scene.Health(lines, (*unread(comfort, speaker), *crash, *facts.problems))


def draw(frame: Frame, comfort: Comfort, facts: Facts, sound: Sound, speaker: Speaker) -> None:
    """The page."""
    scene.compose(frame, offers(comfort), health(facts, sound, speaker, comfort))

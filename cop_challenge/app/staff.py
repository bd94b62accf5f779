"""What the pages of staff show and offer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cop_challenge.app.scenes import pad
from cop_challenge.app.scenes import staff as scene
from cop_challenge.app.sticks import Room
from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.comfort import USUAL, Comfort
from cop_challenge.core.settings import of_staff
from cop_challenge.core.text import Listing, Text
from cop_challenge.i18n.locale import own_name
from cop_challenge.store.copy import Copied
from cop_challenge.store.tally import Counts
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.sound import Sound
from cop_challenge.ui.voice.speaker import Speaker

STAY = Offer("stay", do.Return(), words.CLOSE_NO, Role.ADVANCE, "ui/icons/play.svg")
CLOSE = Offer("close", do.Leave(), words.CLOSE_YES, Role.BACK, "ui/icons/close.svg")
BACK = Offer("back", do.Back(), words.STAFF_STATION, Role.BACK, "ui/icons/back.svg")
NO_PIN = words.STAFF_NO_PIN.fill(command="cop-challenge day pin")
GIGABYTE = 10**9
LONGEST_NAME = 14
"""Signs of a drive's label."""
LONGEST = 110
"""Signs that are shown of what is wrong with a lesson."""


class Page(StrEnum):
    """Of staff."""

    NONE = ""
    PAD = "pad"
    """Where the PIN is typed."""
    STATION = "station"
    SETTINGS = "settings"


@dataclass(frozen=True)
class Facts:
    """What a station knows of itself besides its visit."""

    lessons: int = 0
    tracks: int = 0
    languages: tuple[str, ...] = ()
    """Names of the languages spoken here."""
    kept: int = 0
    """Rows recorded since the start."""
    problems: tuple[Text, ...] = ()
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
    pin: str = ""
    """Of the day, hashed; empty: anybody may open the page."""
    lead: str = ""
    """Who is told what a child tells: a role, and where to find them."""


KnowsFacts = Callable[[], Facts]


@dataclass(frozen=True)
class Shown:
    """Everything a page of staff shows."""

    page: Page = Page.STATION
    comfort: Comfort = USUAL
    """What visits start with."""
    facts: Facts = field(default_factory=Facts)
    counts: Counts = field(default_factory=Counts)
    """Of today."""
    room: Room = field(default_factory=Room)
    stick: Path | None = None
    """Where results would be copied to."""
    copying: bool = False
    copied: Copied | None = None
    """What came of the last copy."""
    visiting: bool = False
    """A visit runs below."""
    only: tuple[Offer, ...] = ()
    """What may be narrowed to one."""
    typed: int = 0
    """Digits of the PIN so far."""
    wait_seconds: int = 0
    refused: bool = False


def _named(stick: Path) -> Text:
    """A drive's letter or label, as far as there is room."""
    name = stick.name or str(stick)
    return Text(name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…")


def _copy(shown: Shown) -> Offer:
    where = words.STAFF_COPY_NO_STICK if shown.stick is None else _named(shown.stick)
    detail = words.STAFF_COPY_BUSY if shown.copying else where
    free = shown.stick is not None and not shown.copying
    icon = "ui/icons/send.svg"
    return Offer("copy", do.Choose("copy"), words.STAFF_COPY, Role.SETTING, icon, detail, enabled=free)


def _sticks(shown: Shown) -> tuple[Offer, ...]:
    """Which stick, where there are several."""
    sticks = shown.room.sticks
    if len(sticks) < 2 or shown.stick not in sticks:
        return ()
    which = words.PAGE_OF.fill(page=sticks.index(shown.stick) + 1, pages=len(sticks))
    icon = "ui/icons/retry.svg"
    return (Offer("stick", do.Choose("stick"), words.STAFF_STICK, Role.SETTING, icon, which),)


def offers(shown: Shown) -> tuple[Offer, ...]:
    """Ways out first, then the page's own."""
    if shown.page is Page.SETTINGS:
        return (STAY, BACK, *of_staff(shown.comfort), *shown.only)
    end = words.STAFF_END_NOW if shown.visiting else words.STAFF_END_NONE
    settings = "ui/icons/settings.svg"
    return (
        STAY,
        CLOSE,
        Offer(
            "settings", do.Choose("settings"), words.STAFF_SETTINGS, Role.SETTING, settings, words.STAFF_OPEN
        ),
        Offer(
            "end",
            do.Choose("end"),
            words.STAFF_END,
            Role.SETTING,
            "ui/icons/home.svg",
            end,
            enabled=shown.visiting,
        ),
        _copy(shown),
        *_sticks(shown),
    )


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


def because(said: Text, why: str) -> Text:
    """What staff should know, and what the system says of it."""
    return said.fill(why=why.rstrip("."))


def left_out(what: object) -> Text:
    """A pack or a lesson that is not played here: place, fact and remedy, as far as there is room."""
    told = str(what)
    return because(words.STAFF_LEFT_OUT, told if len(told) <= LONGEST else f"{told[:LONGEST]}…")


def _state(reason: str) -> Text:
    return because(words.STAFF_BROKEN, reason) if reason else words.STAFF_SOUND_WORKS


def health(shown: Shown, sound: Sound, speaker: Speaker) -> scene.Health:
    """The facts as lines to read."""
    facts, counts, free = shown.facts, shown.counts, shown.room.free_bytes
    heard = words.STAFF_SOUND.fill(state=_state(sound.reason))
    read = words.STAFF_VOICE.fill(state=_state(speaker.reason))
    kept: Text = words.STAFF_FACTS.fill(facts=facts.kept)
    if free is not None:
        kept = words.STAFF_TWO.fill(first=kept, second=words.STAFF_DISK.fill(free=free // GIGABYTE))
    lines: tuple[Text, ...] = (
        words.STAFF_LESSONS.fill(lessons=facts.lessons, tracks=facts.tracks),
        words.STAFF_LANGUAGES.fill(languages=Listing(facts.languages or ("–",))),
        *((words.STAFF_DRAFTS.fill(languages=Listing(facts.drafts)),) if facts.drafts else ()),
        words.STAFF_COUNTS.fill(begun=counts.begun, finished=counts.finished, lanterns=counts.lanterns),
        kept,
        words.STAFF_TWO.fill(first=heard, second=read),
        facts.helplines,
    )
    if facts.day:
        measured = words.STAFF_MEASURED if facts.measured else words.STAFF_NOT_MEASURED
        lines = (words.STAFF_DAY.fill(day=facts.day, measured=measured), *lines)
    copied = shown.copied
    if copied and not copied.problem:
        told = words.STAFF_COPIED.fill(rows=copied.rows, file=copied.file)
        lines = (told if copied.file else words.STAFF_NOTHING_PLAYED, *lines)
    crash = (words.STAFF_CRASH.fill(file=facts.crash),) if facts.crash else ()
    failed = (because(words.STAFF_NOT_COPIED, copied.problem),) if copied and copied.problem else ()
    unheard = (left_out(speaker.problem),) if speaker.problem else ()
    problems = (*failed, *unread(shown.comfort, speaker), *unheard, *crash, *facts.problems)
    return scene.Health(lines, problems)


def draw(frame: Frame, shown: Shown, sound: Sound, speaker: Speaker) -> None:
    """The page."""
    if shown.page is Page.PAD:
        pad.compose(frame, pad.keys(), STAY, shown.typed, shown.wait_seconds, shown.refused)
    elif shown.page is Page.SETTINGS:
        scene.settings_page(frame, offers(shown))
    else:
        scene.station_page(frame, offers(shown), health(shown, sound, speaker), shown.facts.lead)

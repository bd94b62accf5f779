"""What each of a visit's own screens offers; lessons and sheets bring their offers themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.activity import Mark, Offer, Role
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.screen import OVERLAYS, Screen
from cop_challenge.core.settings import settings
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Track

ATTRACT = (Offer("begin", do.Continue(), words.BEGIN, Role.ADVANCE, "ui/icons/hand.svg"),)
LANTERN = (Offer("next", do.Continue(), words.NEXT, Role.ADVANCE, "ui/icons/next.svg"),)
PASSPORT = (Offer("done", do.Continue(), words.GOODBYE, Role.ADVANCE, "ui/icons/check.svg"),)
STILL_HERE = (Offer("here", do.Return(), words.STILL_HERE_BUTTON, Role.ADVANCE, "ui/icons/hand.svg"),)
AVATARS = tuple(
    Offer(name, do.Choose(name), label, picture=f"avatars/{name}.svg")
    for name, label in words.AVATARS.items()
)
BACK = Offer("back", do.Back(), words.BACK, Role.BACK, "ui/icons/back.svg")
_LEAVE = Offer("leave", do.Leave(), words.LEAVE, Role.LEAVE, "ui/icons/home.svg")


def avatars(taken: Collection[str]) -> tuple[Offer, ...]:
    """Those that nobody has chosen yet."""
    return tuple(offer for offer in AVATARS if offer.id not in taken)


def stamps(chosen: Collection[Habit]) -> tuple[Offer, ...]:
    """The five stamps, each touched once more to take it back, and the way on."""
    marks = {habit: Mark.CHOSEN if habit in chosen else Mark.PLAIN for habit in Habit}
    each = (Offer(habit, do.Choose(habit), words.HABITS[habit], mark=marks[habit]) for habit in Habit)
    on = words.NEXT if chosen else words.STAMPS_NONE
    return (*each, Offer("next", do.Continue(), on, Role.ADVANCE, "ui/icons/next.svg"))


def tracks(options: VisitOptions, language: str, comfort: Comfort) -> tuple[Offer, ...]:
    """Every track; one without lessons, or that nobody would read to its players, is shown with the reason
    and cannot be taken. One whose lessons are not translated yet says so, in the name of their language."""
    filled = {card.track for card in options.cards}

    def reason(track: Track) -> Text:
        if track.id not in filled:
            return words.TRACK_SOON
        return NOTHING if options.read_to(track, language, comfort) else words.UNREAD

    told = {card.track for card in options.cards if options.tells(card, language)}
    return tuple(
        Offer(
            track.id,
            do.Choose(track.id),
            track.name,
            picture=track.picture,
            detail=why or (NOTHING if track.id in told else options.source),
            enabled=not why,
        )
        for track in options.tracks
        for why in (reason(track),)
    )


def lanterns(offered: Iterable[LessonCard], lit: Collection[Habit], played: bool) -> tuple[Offer, ...]:
    """The map's lanterns, and the way to the passport once one was lit here."""
    by_habit = {card.habit: card for card in offered}
    shown = tuple(
        Offer(card.habit, do.Open(card.id), card.title, mark=Mark.GOOD if card.habit in lit else Mark.PLAIN)
        for habit in Habit
        if (card := by_habit.get(habit))
    )
    if not played:
        return shown
    return (*shown, Offer("passport", do.Finish(), words.TO_PASSPORT, Role.ADVANCE, "ui/icons/passport.svg"))


def pause(below: Screen, comfort: Comfort) -> tuple[Offer, ...]:
    """Go on, leave the lesson `below`, or change how the game looks and sounds."""
    ways = [Offer("return", do.Return(), words.GO_ON, Role.ADVANCE, "ui/icons/play.svg")]
    if below is Screen.LESSON:
        ways.append(_LEAVE)
    return (*ways, *settings(comfort))


def grown_up(below: Screen, played: bool) -> tuple[Offer, ...]:
    """Back to where one was, or to another place."""
    ways = [Offer("return", do.Return(), words.GROWN_UP_BACK, Role.ADVANCE, "ui/icons/back.svg")]
    if below is Screen.LESSON:
        ways.append(_LEAVE)
    if played and below is not Screen.PASSPORT:
        ways.append(Offer("passport", do.Finish(), words.TO_PASSPORT, Role.BACK, "ui/icons/passport.svg"))
    return tuple(ways)


def everywhere(screen: Screen, inside: bool, voice: bool) -> tuple[Offer, ...]:
    """What stands beside a screen's own offers; `inside`: in a lesson or on a sheet."""
    own: tuple[Offer, ...] = ()
    if screen not in OVERLAYS:
        icon = "pause" if inside else "accessibility"
        own += (Offer("pause", do.Pause(), words.PAUSE, Role.PAUSE, f"ui/icons/{icon}.svg"),)
    if voice:
        own += (Offer("listen", do.Listen(), words.LISTEN, Role.LISTEN, "ui/icons/speaker.svg"),)
    if screen in OVERLAYS - {Screen.PAUSE, Screen.LANGUAGES}:
        return own
    return (*own, Offer("grown-up", do.CallGrownUp(), words.GROWN_UP, Role.HELP, "ui/icons/people.svg"))

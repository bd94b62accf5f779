"""A lesson being played: `view()` says what is shown and what is legal, `act()` does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from cop_challenge.core.actions import Action
from cop_challenge.core.result import Result
from cop_challenge.core.tags import Feeling
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character


class IllegalAction(ValueError):
    """The action is not among the view's legal ones."""


class LessonGone(KeyError):
    """The lesson was there when it was offered and can't be opened any more: a stick was pulled."""


class Mark(StrEnum):
    """How an option stands after being tried; always shown by form and sign, never by colour alone."""

    PLAIN = "plain"
    GOOD = "good"
    TRY_AGAIN = "try-again"
    CHOSEN = "selected"
    """Taken, neither right nor wrong: a sheet does not say."""


class Role(StrEnum):
    """What an offer is for, so that a scene knows where it belongs."""

    ANSWER = "answer"
    ADVANCE = "advance"
    DRAG = "drag"
    """The same as two taps, in one movement: nothing of its own is drawn for it. Its action is a `Place`
    of two offers' ids."""
    UNDO = "undo"
    REWIND = "rewind"
    BACK = "back"
    LEAVE = "leave"
    HELP = "help"
    """I want a grown-up."""
    PAUSE = "pause"
    LISTEN = "listen"
    """Read it to me."""
    LANGUAGE = "language"
    """The languages, from anywhere."""
    TURN = "turn"
    """More of the same to choose from, on another page."""
    SETTING = "setting"
    """How the game looks and sounds."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to press. Disabled offers are shown and cannot be taken."""

    id: str
    """A word, unique in its view; what simulated players and screen readers name it by."""
    action: Action
    label: Text
    role: Role = Role.ANSWER
    picture: str = ""
    detail: Text = NOTHING
    """A second, smaller line: what a setting is set to."""
    mark: Mark = Mark.PLAIN
    enabled: bool = True


class Tone(StrEnum):
    """How a note is meant; Nuru's face follows it."""

    GOOD = "good"
    TRY_AGAIN = "try-again"
    SHOWN = "shown"
    """The right answer was not found and now stands there: no cheering, no pity."""
    WORRIED = "worried"


@dataclass(frozen=True, slots=True)
class Note:
    """Explained feedback."""

    tone: Tone
    text: Text


class By(StrEnum):
    """Whose a line of a chat is."""

    OTHER = "other"
    ME = "me"
    DEED = "deed"
    """Something that was done, not written."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chat."""

    by: By
    text: Text
    who: Character | None = None
    """Who wrote it; nobody for a deed."""


@dataclass(frozen=True, slots=True)
class View:
    """All that a scene, a voice or a simulated player may know of an activity."""

    place: str
    """Words naming where we are (`photo-ask`); changes when another picture belongs on screen."""
    done: int
    total: int
    """Steps behind us, and all steps as far as can be told."""
    offers: tuple[Offer, ...]
    speaker: Character | None = None
    feeling: Feeling | None = None
    hero: Character | None = None
    """Whose feeling it is."""
    story: Text = NOTHING
    prompt: Text = NOTHING
    heading: Text = NOTHING
    """The name of a good ending, once it is reached."""
    picture: str = ""
    aloud: tuple[Text, ...] = ()
    """Words of the board, in the order they are read to somebody who does not read; the story comes
    before them, the prompt and the offers after."""
    board: object = None
    """What the kind's own scene draws besides: a frozen value of the kind's own type."""
    hint: str = ""
    """Id of the offer that Nuru's hand shows, the first time something is to be done."""
    clocked: bool = False
    """Time matters here: the activity takes `Tick`s."""
    chat: tuple[Line, ...] = ()
    """What stands on a phone, the newest last; empty where there is no phone."""
    note: Note | None = None
    ending: str = ""
    """Id of the ending reached; empty on the way, and in a lesson that has but one."""
    finished: bool = False


def legal(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """The offers that may be taken now."""
    return tuple(offer for offer in offers if offer.enabled)


def taken(offers: Iterable[Offer], action: Action) -> Offer:
    """The legal offer that carries this action; IllegalAction if there is none."""
    for offer in legal(offers):
        if offer.action == action:
            return offer
    raise IllegalAction(f"{action} is not offered here")


class Activity(Protocol):
    """The protocol every kind implements: pure, seeded, replayable.

    State lives in immutable values held by the activity, so `copy.copy` is a snapshot: simulated
    players look ahead on copies.
    """

    def view(self) -> View:
        """What is shown now, with the legal actions."""
        ...

    def act(self, action: Action) -> Sequence[Result]:
        """Do it and say what came of it; IllegalAction if the view does not offer it.

        A view that says `clocked` is also told the time, by `Tick`.
        """
        ...

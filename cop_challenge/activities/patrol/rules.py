"""Playing a patrol: look at what popped up, choose a move, read why, go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cop_challenge.activities.patrol import words
from cop_challenge.activities.patrol.deal import Deal
from cop_challenge.activities.patrol.schema import Model, Popup, Sign
from cop_challenge.core.actions import Action, Choose, Continue, Tick
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

TRIES = 2
"""Moves that are not it, after which the right one is shown."""
ARRIVAL_SECONDS = 6.0
"""On a quick patrol: how long until the next one pops up by itself."""
MOST_WAITING = 2
"""On a quick patrol: how many lie behind the one in front. When the screen is full, nothing is lost."""

CLOSE, ASK, USE = "close", "ask", "use"
MOVES = {CLOSE: words.CLOSE, ASK: words.ASK, USE: words.USE}


class Pace(StrEnum):
    """How the pop-ups come."""

    CALM = "calm"
    """One after the other, when the player goes on."""
    QUICK = "quick"
    """By themselves, on a clock that nobody is measured by."""


class Worth(StrEnum):
    """What a move is, for one pop-up."""

    RIGHT = "right"
    PITY = "pity"
    """No mistake: something nice was missed."""
    WRONG = "wrong"


def worth(popup: Popup, move: str) -> Worth:
    """Asking is never wrong, nor is closing what is harmless."""
    if move in popup.right or (popup.harmless and move == USE):
        return Worth.RIGHT
    return Worth.PITY if move == ASK or popup.harmless else Worth.WRONG


@dataclass(frozen=True, slots=True)
class Window:
    """A pop-up as it lies on the screen."""

    id: str
    number: int
    """Which one of the play, from 0: it decides place and colour."""
    says: Text
    button: Text
    picture: str


@dataclass(frozen=True, slots=True)
class Board:
    """What the patrol's own scene draws besides the view."""

    app: str
    grown: float
    """How far the picture in the app has come, 0 to 1."""
    quick: bool = False
    """Several may lie on the screen at once."""
    front: Window | None = None
    behind: tuple[Window, ...] = ()
    """Those that wait, the nearest first."""
    move: str = ""
    """What was done with the window in front, once that is settled."""
    good: bool = False
    """It was the right thing to do."""
    signs: tuple[Sign, ...] = ()
    """Marks by which one could know, after a choice."""


@dataclass(frozen=True)
class _State:
    """Where the patrol is."""

    pace: Pace | None = None
    """None before it begins."""
    seen: tuple[str, ...] = ()
    """All that popped up, the oldest first: those dealt with, the one in front, those that wait."""
    front: int = 0
    """Index in `seen`."""
    tried: tuple[str, ...] = ()
    """Wrong moves at the one in front, in order."""
    move: str = ""
    """The move that settled the one in front."""
    streak: int = 0
    """Right at once, in a row."""
    shown_how: bool = False
    """The player has made a good move: Nuru's hand is needed no more."""
    waited: float = 0.0
    """Seconds since the last one popped up by itself."""
    revealed: bool = False
    finished: bool = False


class Patrol:
    """A patrol being played."""

    def __init__(self, lesson: Model, seed: int) -> None:
        self._lesson = lesson
        self._popups = {popup.id: popup for popup in lesson.popups}
        self._deal = Deal(lesson, seed)
        self._state = _State()

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """The screen with what popped up, the moves, and why the last one was or was not it."""
        state, lesson = self._state, self._lesson
        if state.pace is None:
            return self._still("start", lesson.story, self._ways_in())
        if state.revealed:
            ahead = Offer("continue", Continue(), LIGHT_LANTERN, Role.ADVANCE)
            return self._still("reveal", lesson.reveal, (ahead,))
        popup = self._front
        moves = () if state.move else tuple(self._offer(popup, move) for move in MOVES)
        ahead = Offer("continue", Continue(), NEXT, Role.ADVANCE)
        return View(
            place=popup.id,
            done=self._done,
            total=lesson.show,
            offers=moves or (ahead,),
            story=popup.says,
            prompt=NOTHING if state.move else lesson.prompt,
            aloud=self._aloud(popup),
            picture=popup.picture,
            note=self._note(popup),
            hint="" if state.shown_how or state.tried or state.move else _right_move(popup),
            clocked=state.pace is Pace.QUICK and len(state.seen) < lesson.show,
            board=self._board(popup),
        )

    @property
    def _front(self) -> Popup:
        return self._popups[self._state.seen[self._state.front]]

    @property
    def _done(self) -> int:
        return self._state.front + bool(self._state.move)

    def _still(self, place: str, story: Text, offers: tuple[Offer, ...]) -> View:
        """The screen with nothing on it: before the patrol and after it."""
        done = self._lesson.show if self._state.revealed else 0
        return View(
            place=place,
            done=done,
            total=self._lesson.show,
            offers=offers,
            story=story,
            board=Board(self._lesson.app, float(self._state.revealed)),
            finished=self._state.finished,
        )

    def _ways_in(self) -> tuple[Offer, ...]:
        if not self._lesson.arcade:
            return (Offer("continue", Continue(), words.START, Role.ADVANCE),)
        return (
            Offer("calm", Choose("calm"), words.CALM, picture="ui/patrol/calm.svg"),
            Offer("quick", Choose("quick"), words.QUICK, picture="ui/patrol/quick.svg"),
        )

    def _aloud(self, popup: Popup) -> tuple[Text, ...]:
        """The window's own button; once something was done, the signs in its place."""
        if self._state.move or self._state.tried:
            return (words.SIGNS_TITLE, *(words.SIGNS[sign] for sign in popup.signs))
        return (popup.button,)

    def _offer(self, popup: Popup, move: str) -> Offer:
        tried = move in self._state.tried
        return Offer(
            move,
            Choose(move),
            MOVES[move],
            picture=f"ui/patrol/{move}.svg",
            mark=Mark.TRY_AGAIN if tried else Mark.PLAIN,
            enabled=not tried,
        )

    def _note(self, popup: Popup) -> Note | None:
        state = self._state
        if state.move:
            shown = len(state.tried) >= TRIES or worth(popup, state.move) is Worth.PITY
            return Note(Tone.SHOWN if shown else Tone.GOOD, getattr(popup.because, state.move))
        if state.tried:
            return Note(Tone.TRY_AGAIN, getattr(popup.because, state.tried[-1]))
        return None

    def _board(self, popup: Popup) -> Board:
        state = self._state
        good = bool(state.move) and len(state.tried) < TRIES and worth(popup, state.move) is Worth.RIGHT
        return Board(
            app=self._lesson.app,
            # Never the whole picture before the patrol is over: what it is remains the joke at its end.
            grown=self._done / (self._lesson.show + 1),
            quick=state.pace is Pace.QUICK,
            front=self._window(state.front),
            behind=tuple(self._window(index) for index in range(state.front + 1, len(state.seen))),
            move=state.move,
            good=good,
            signs=popup.signs if state.move or state.tried else (),
        )

    def _window(self, index: int) -> Window:
        popup = self._popups[self._state.seen[index]]
        return Window(popup.id, index, popup.says, popup.button, popup.picture)

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Begin, make a move, go on; or let time go by."""
        if isinstance(action, Tick):
            self._tick(action.seconds)
            return ()
        taken(self.view().offers, action)
        state = self._state
        if state.pace is None:
            pace = Pace(action.option) if isinstance(action, Choose) else Pace.CALM
            self._state = self._arrived(replace(state, pace=pace))
        elif isinstance(action, Choose):
            return (self._move(self._front, action.option),)
        elif state.revealed:
            self._state = replace(state, finished=True)
        else:
            self._go_on()
        return ()

    def _tick(self, seconds: float) -> None:
        """The next one pops up by itself, if there is room for it on the screen."""
        if not self.view().clocked:
            return
        state = replace(self._state, waited=self._state.waited + seconds)
        if state.waited >= ARRIVAL_SECONDS:
            full = len(state.seen) - state.front > MOST_WAITING
            state = replace(state, waited=0.0) if full else self._arrived(state)
        self._state = state

    def _arrived(self, state: _State) -> _State:
        popup = self._deal.next(state.seen, state.streak)
        return replace(state, seen=(*state.seen, popup.id), waited=0.0)

    def _move(self, popup: Popup, move: str) -> Result:
        state = self._state
        attempt, found = len(state.tried) + 1, worth(popup, move)
        if found is Worth.WRONG:
            tried = (*state.tried, move)
            # When every try is used, the right move is made by Nuru, and explained.
            shown = _right_move(popup) if len(tried) >= TRIES else ""
            self._state = replace(state, tried=tried, move=shown, streak=0)
        else:
            at_once = found is Worth.RIGHT and attempt == 1
            streak = state.streak + 1 if at_once else 0
            self._state = replace(state, move=move, streak=streak, shown_how=True)
        return Result(
            Fact.ANSWERED,
            step=popup.id,
            choice=move,
            outcome=Outcome.TRY_AGAIN if found is Worth.WRONG else Outcome.GOOD,
            attempt=attempt,
            light={Worth.RIGHT: answer_light(attempt), Worth.PITY: 1, Worth.WRONG: 0}[found],
        )

    def _go_on(self) -> None:
        state = replace(self._state, front=self._state.front + 1, tried=(), move="", shown_how=True)
        if state.front == self._lesson.show:
            state = replace(state, revealed=True)
        elif state.front == len(state.seen):
            state = self._arrived(state)
        self._state = state


def _right_move(popup: Popup) -> str:
    """A right one: using it where that is right, else asking before closing."""
    return next(move for move in (USE, ASK, CLOSE) if worth(popup, move) is Worth.RIGHT)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Patrol:
    """A new patrol. Nobody of the cast speaks here: windows do."""
    return Patrol(lesson, seed)

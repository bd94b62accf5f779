"""Playing at sorting: take a thing, put it into a bin, read why, take it out again or go on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from random import Random

from cop_challenge.activities.sort.board import Board, Pile, Stage, Thing
from cop_challenge.activities.sort.schema import Item, Model
from cop_challenge.activities.sort.words import OPEN, UNDO
from cop_challenge.core.actions import Action, Choose, Continue, Place, Undo
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import NOTHING
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

TRIES = 2
"""Misses after which the thing goes where it belongs by itself; nobody is left guessing."""
STREAK = 2
"""First tries in a row that are right, after which something harder comes."""
SHUFFLES = 8
"""Orders of which the most varied is dealt."""


@dataclass(frozen=True)
class _State:
    """Where the sorting is."""

    easy: tuple[str, ...]
    """Things still in the backpack, in the order they come."""
    hard: tuple[str, ...]
    stage: Stage = Stage.CLOSED
    laid: tuple[str, ...] = ()
    """Things lying out; `held` is one of them."""
    fresh: bool = False
    """They have just come out of the backpack."""
    held: str = ""
    missed: tuple[str, ...] = ()
    """Bins from which `held` came back since it was taken in hand."""
    landed: str = ""
    """The bin `held` lies in, while this is explained."""
    placed: tuple[tuple[str, str], ...] = ()
    """Thing and bin, in the order they were put there."""
    tried: tuple[str, ...] = ()
    """The thing of every try so far."""
    lit: tuple[str, ...] = ()
    """Things that have given their light: once each, also when they are put in again."""
    taken_out: tuple[str, ...] = ()
    """Things that were taken out again: once each, so that nobody goes round for ever."""
    streak: int = 0
    """Right first tries in a row."""
    finished: bool = False


class Sort:
    """A sorting lesson being played."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        self._items = {item.id: item for item in lesson.items}
        luck = chance(seed, lesson.id, "order")
        easy = _dealt([item for item in lesson.items if not item.hard], luck)
        hard = _dealt([item for item in lesson.items if item.hard], luck)
        self._state = _State(easy=easy, hard=hard)

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """The backpack, the bins, what is at hand, and why it was or was not right there."""
        state, lesson = self._state, self._lesson
        sorting = state.stage is Stage.OPEN
        return View(
            place=self._place(),
            done=len(state.placed),
            total=len(lesson.items),
            offers=self._offers(),
            speaker=self._cast.get(lesson.who),
            heading=lesson.ending if state.stage is Stage.PACKED else NOTHING,
            story={Stage.CLOSED: lesson.story, Stage.PACKED: lesson.joke}.get(state.stage, NOTHING),
            prompt=lesson.prompt if sorting else NOTHING,
            note=self._note() if sorting else None,
            aloud=tuple(bin_.text for bin_ in lesson.bins),
            board=self._board(),
            hint=self._hint(),
            finished=state.finished,
        )

    def _place(self) -> str:
        """Named after what lies there, and for something hard, whether it comes in between or at last:
        so a place and what is marked there tell what may follow, whatever came before."""
        state = self._state
        if state.stage is not Stage.OPEN:
            return f"backpack-{state.stage}"
        last = not state.easy and self._items[state.held].hard
        return "-".join((*state.laid, *(("at-last",) if last else ())))

    def _offers(self) -> tuple[Offer, ...]:
        state = self._state
        if state.stage is Stage.CLOSED:
            return (Offer("continue", Continue(), OPEN, Role.ADVANCE),)
        if state.stage is Stage.PACKED:
            return (Offer("continue", Continue(), LIGHT_LANTERN, Role.ADVANCE),)
        # Bins come first: whoever always takes what is nearest still comes to the end.
        bins = tuple(
            Offer(
                b.id, Choose(b.id), b.text, picture=b.picture, mark=self._mark(b.id), enabled=not state.landed
            )
            for b in self._lesson.bins
        )
        if state.landed:
            ways = [Offer("continue", Continue(), NEXT, Role.ADVANCE)]
            if not self._shown():
                once = state.held not in state.taken_out
                ways.append(Offer("undo", Undo(), UNDO, Role.UNDO, "ui/icons/retry.svg", enabled=once))
            return (*bins, *ways)
        things = [self._items[name] for name in state.laid]
        return (
            *bins,
            *(Offer(thing.id, Choose(thing.id), thing.text, picture=thing.picture) for thing in things),
            *(
                Offer(f"{thing.id}.{b.id}", Place(thing.id, b.id), b.text, Role.DRAG)
                for thing in things
                for b in self._lesson.bins
            ),
        )

    def _mark(self, name: str) -> Mark:
        if name == self._state.landed:
            return Mark.GOOD
        return Mark.TRY_AGAIN if name in self._state.missed and not self._state.landed else Mark.PLAIN

    def _shown(self) -> bool:
        """Whether the thing at hand went into its bin by itself."""
        return len(self._state.missed) >= TRIES

    def _note(self) -> Note | None:
        state = self._state
        item = self._items[state.held]
        if state.landed:
            return Note(Tone.SHOWN if self._shown() else Tone.GOOD, item.because)
        if state.missed:
            given = {wrong.id: wrong.because for wrong in item.wrong}
            return Note(Tone.TRY_AGAIN, given.get(state.missed[-1], item.because))
        return None

    def _hint(self) -> str:
        """Nuru shows where the first thing belongs, until something has been put right."""
        state = self._state
        if state.stage is not Stage.OPEN or state.lit or state.landed:
            return ""
        return self._items[state.held].bins[0]

    def _board(self) -> Board:
        state = self._state
        piles = tuple(
            Pile(
                b.id,
                b.text,
                b.picture,
                tuple(self._thing(name) for name, into in state.placed if into == b.id),
            )
            for b in self._lesson.bins
        )
        return Board(
            stage=state.stage,
            piles=piles,
            laid=tuple(map(self._thing, state.laid)),
            held=state.held,
            fresh=state.fresh,
            landed=state.landed,
            missed=state.missed[-1] if state.missed and not state.landed else "",
            misses=len(state.missed),
            left=len(state.easy) + len(state.hard),
        )

    def _thing(self, name: str) -> Thing:
        item = self._items[name]
        return Thing(name, item.text, item.picture)

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Take a thing in hand, put it into a bin, take it out again, or go on."""
        taken(self.view().offers, action)
        state = self._state
        if isinstance(action, Choose) and action.option in self._items:
            self._take(action.option)
        elif isinstance(action, Choose):
            return (self._put(action.option),)
        elif isinstance(action, Place):
            self._take(action.thing)
            return (self._put(action.into),)
        elif isinstance(action, Undo):
            self._state = replace(
                state,
                landed="",
                missed=(),
                placed=state.placed[:-1],
                taken_out=(*state.taken_out, state.held),
            )
        elif state.stage is Stage.PACKED:
            self._state = replace(state, finished=True)
        else:
            self._go_on()
        return ()

    def _take(self, thing: str) -> None:
        """Another thing in hand begins anew; the same one again changes nothing."""
        if thing != self._state.held:
            self._state = replace(self._state, held=thing, missed=())

    def _put(self, into: str) -> Result:
        state = self._state
        item = self._items[state.held]
        right = into in item.bins
        attempt = state.tried.count(item.id) + 1
        light = answer_light(attempt) if right and item.id not in state.lit else 0
        tried = (*state.tried, item.id)
        if right:
            self._state = replace(
                state,
                tried=tried,
                # Only what this bin is right for counts from here on, not how it was found.
                missed=(),
                landed=into,
                placed=(*state.placed, (item.id, into)),
                lit=state.lit if item.id in state.lit else (*state.lit, item.id),
                streak=state.streak + 1 if attempt == 1 else state.streak,
            )
        else:
            missed = (*state.missed, into)
            self._state = replace(state, tried=tried, missed=missed, streak=0)
            if self._shown():
                home = item.bins[0]
                self._state = replace(self._state, landed=home, placed=(*state.placed, (item.id, home)))
        return Result(
            Fact.ANSWERED,
            step=item.id,
            choice=into,
            outcome=Outcome.GOOD if right else Outcome.TRY_AGAIN,
            attempt=attempt,
            light=light,
        )

    def _go_on(self) -> None:
        """The next thing at hand: one that lies there already, else out of the backpack."""
        state = self._state
        laid = tuple(name for name in state.laid if name != state.held)
        easy, hard, streak = state.easy, state.hard, state.streak
        fresh = not laid
        if fresh:
            well = easy and streak >= STREAK
            if hard and (well or not easy):
                # What is left for the end was not easy so far: one at a time.
                many = self._lesson.together if well else 1
                laid, hard, streak = hard[:many], hard[many:], 0
            else:
                laid, easy = easy[:1], easy[1:]
        self._state = replace(
            state,
            stage=Stage.OPEN if laid else Stage.PACKED,
            easy=easy,
            hard=hard,
            laid=laid,
            fresh=fresh,
            held=laid[0] if laid else "",
            missed=(),
            landed="",
            streak=streak,
        )


def _dealt(items: Sequence[Item], luck: Random) -> tuple[str, ...]:
    """The items in an order of chance in which neighbours seldom belong into the same bin."""
    orders = [luck.sample(items, len(items)) for _ in range(SHUFFLES)]
    return tuple(item.id for item in min(orders, key=_sameness))


def _sameness(order: Sequence[Item]) -> int:
    return Counter(a.bins[0] == b.bins[0] for a, b in pairwise(order))[True]


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Sort:
    """A new sorting."""
    return Sort(lesson, seed, cast)

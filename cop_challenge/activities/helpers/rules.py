"""Knitting a net of helpers: ask, find somebody busy, ask again or elsewhere, win a knot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cop_challenge.activities.helpers.board import Board, Seat, Stand
from cop_challenge.activities.helpers.schema import Ask, Model, Person, Way, Worry
from cop_challenge.activities.helpers.state import State, dealt
from cop_challenge.activities.helpers.words import WHAT_NOW
from cop_challenge.core.actions import Action, Choose, Continue
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.tags import Feeling
from cop_challenge.core.text import NOTHING
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

TRIES = 2
"""Misses after which the way is shown; nobody is left guessing."""

BUSY_SHARE = 0.65
"""Share of worries in which the first helper asked is busy."""

NET = "net"
"""The place where the whole net is shown."""


class Helpers:
    """A net of helpers being knitted."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        self._people = {person.id: person for person in lesson.people}
        self._worries = {worry.id: worry for worry in lesson.worries}
        self._ways = {way.id: way for way in lesson.ways}
        # Dealt anew each play, so that neither the first house nor the first worry is always the one.
        self._ring = dealt(tuple(self._people), seed, lesson.id, "ring")
        self._order = dealt(tuple(self._worries), seed, lesson.id, "worries")
        self._way_order = dealt(tuple(self._ways), seed, lesson.id, "ways")
        self._draw = {name: chance(seed, lesson.id, name, "busy").random() for name in self._worries}
        self._state = State(trail=(self._easiest(self._order),))

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """The bay, the worry, whom to ask, or what to do at a busy helper's house."""
        state = self._state
        if state.whole:
            place, story, prompt = NET, self._lesson.why, NOTHING
        elif state.waiting:
            place, story, prompt = (
                f"{self._worry.id}-{state.waiting}",
                self._people[state.waiting].busy,
                WHAT_NOW,
            )
        else:
            place, story, prompt = self._worry.id, self._worry.story, self._worry.prompt
        if state.solved and not state.whole:
            prompt = NOTHING
            # The note tells what came of asking; that asking again was worth it stands above.
            story = self._ways[state.way].because if state.way else NOTHING
        done = len(state.trail) - 1 + bool(state.solved)
        return View(
            place=place,
            done=done,
            total=self._lesson.needed,
            offers=self._offers(),
            speaker=self._cast.get(self._lesson.hero),
            hero=self._cast.get(self._lesson.hero),
            feeling=self._feeling(done),
            story=story,
            prompt=prompt,
            heading=self._lesson.ending if state.whole else NOTHING,
            picture=self._people[state.waiting].busy_picture if state.waiting else self._worry.picture,
            note=self._note(),
            aloud=tuple(self._people[name].name for name in self._ring),
            board=self._board(),
            hint=self._hint(),
            finished=state.finished,
        )

    @property
    def _worry(self) -> Worry:
        return self._worries[self._state.trail[-1]]

    def _asks(self) -> list[Ask]:
        """Those to be asked about this worry, as they stand around the bay."""
        return sorted(self._worry.asks, key=lambda ask: self._ring.index(ask.id))

    def _offers(self) -> tuple[Offer, ...]:
        state = self._state
        if state.whole or state.solved:
            label = LIGHT_LANTERN if state.whole else NEXT
            return (Offer("continue", Continue(), label, Role.ADVANCE),)
        if state.waiting:
            return tuple(self._way_offer(self._ways[name]) for name in self._way_order)
        return tuple(self._ask_offer(ask) for ask in self._asks())

    def _way_offer(self, way: Way) -> Offer:
        tried = way.id in self._state.ways
        mark = Mark.TRY_AGAIN if tried else Mark.PLAIN
        return Offer(way.id, Choose(way.id), way.text, picture=way.picture, mark=mark, enabled=not tried)

    def _ask_offer(self, ask: Ask) -> Offer:
        person = self._people[ask.id]
        mark = Mark.PLAIN
        if ask.id in self._state.asked:
            mark = Mark.GOOD if ask.role == "friend" else Mark.TRY_AGAIN
        enabled = mark is Mark.PLAIN and ask.id not in self._spoken_for()
        return Offer(ask.id, Choose(ask.id), person.name, picture=person.picture, mark=mark, enabled=enabled)

    def _spoken_for(self) -> tuple[str, ...]:
        """Those whose knot is made and who are not asked again: each worry is to win another helper.

        Where nobody else could help, they may be asked once more.
        """
        knots = self._state.knots
        left = [ask for ask in self._worry.asks if ask.role == "helper" and ask.id not in knots]
        return knots if left else ()

    def _note(self) -> Note | None:
        state = self._state
        if state.whole or not state.last:
            return None
        if state.last in self._ways:
            way = self._ways[state.last]
            return Note(Tone.TRY_AGAIN if way.leads == "nowhere" else Tone.GOOD, way.because)
        ask = next(ask for ask in self._worry.asks if ask.id == state.last)
        tone = Tone.TRY_AGAIN if ask.role == "other" else Tone.GOOD
        return Note(Tone.SHOWN if state.shown else tone, ask.because)

    def _feeling(self, done: int) -> Feeling:
        """The worry grows smaller with every knot."""
        state = self._state
        if state.whole:
            return Feeling.HAPPY
        if state.solved:
            return Feeling.RELIEVED
        return Feeling.CALM if state.asked or done >= self._lesson.needed - 1 else Feeling.UNSURE

    def _hint(self) -> str:
        """Nuru shows one the first time, until somebody right was asked."""
        state = self._state
        if state.ever_right or state.waiting or state.solved:
            return ""
        return next((ask.id for ask in self._asks() if ask.role == "helper"), "")

    def _board(self) -> Board:
        state = self._state
        return Board(
            seats=tuple(self._seat(self._people[name]) for name in self._ring),
            worry="" if state.solved else self._worry.picture,
            knots=state.knots,
            needed=self._lesson.needed,
            waiting=state.waiting,
        )

    def _seat(self, person: Person) -> Seat:
        state = self._state
        ask = next((ask for ask in self._worry.asks if ask.id == person.id), None)
        stand = Stand.AWAY
        if person.id in state.knots:
            stand = Stand.KNOT
        elif ask and not state.whole:
            stand = Stand.BUSY if person.id in state.busy else Stand.HERE
            if person.id in state.asked:
                stand = Stand.BESIDE if ask.role == "friend" else Stand.TRIED
        sign = person.busy_picture if stand is Stand.BUSY else ""
        return Seat(person.id, person.name, person.picture, stand, sign)

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Ask somebody, choose what to do at a busy helper's, or go on."""
        taken(self.view().offers, action)
        if isinstance(action, Choose):
            if self._state.waiting:
                return (self._persist(self._ways[action.option]),)
            return (self._ask(next(ask for ask in self._worry.asks if ask.id == action.option)),)
        self._go_on()
        return ()

    def _ask(self, ask: Ask) -> Result:
        state = self._state
        attempt = state.misses + 1
        light = 0
        if ask.role == "other":
            self._state = replace(state, asked=(*state.asked, ask.id), misses=attempt, last=ask.id)
            others = {other.id for other in self._worry.asks if other.role == "other"}
            if len(others.intersection(self._state.asked)) >= TRIES:
                self._show()
        elif ask.role == "friend":
            self._state = replace(state, asked=(*state.asked, ask.id), last=ask.id)
        else:
            light = 0 if state.right else answer_light(attempt)
            state = replace(state, right=True, ever_right=True)
            if self._is_busy(ask.id):
                # Asked rightly, at the wrong moment: no miss, and what follows is the point of it all.
                self._state = replace(
                    state, busy=(*state.busy, ask.id), waiting=ask.id, ways=(), last="", ever_busy=True
                )
            else:
                self._state = replace(state, way="")
                self._knot(ask.id)
        outcome = Outcome.TRY_AGAIN if ask.role == "other" else Outcome.GOOD
        return Result(
            Fact.ANSWERED, step=self._worry.id, choice=ask.id, outcome=outcome, attempt=attempt, light=light
        )

    def _is_busy(self, name: str) -> bool:
        """Whether the helper who is asked for the first time over this worry has no time yet."""
        state = self._state
        if not self._people[name].busy or name in state.busy:
            return False
        if self._worry.hard:
            return len(state.busy) < 2
        # Everybody finds somebody busy once: asking again is what is trained here.
        due = not state.ever_busy and len(state.trail) > 1
        return not state.busy and (due or self._draw[self._worry.id] < BUSY_SHARE)

    def _persist(self, way: Way) -> Result:
        state = self._state
        attempt = len(state.ways) + 1
        step = f"{self._worry.id}-busy"
        if way.leads == "nowhere":
            self._state = replace(state, ways=(*state.ways, way.id), misses=state.misses + 1, last=way.id)
            if len(self._state.ways) >= TRIES:
                again = next((other for other in self._lesson.ways if other.leads == "again"), None)
                self._state = replace(self._state, way=again.id if again else "", shown=True)
                self._knot(state.waiting)
            return Result(Fact.ANSWERED, step=step, choice=way.id, outcome=Outcome.TRY_AGAIN, attempt=attempt)
        if way.leads == "next":
            self._state = replace(state, waiting="", last=way.id)
        else:
            self._state = replace(state, way=way.id)
            self._knot(state.waiting)
        light = answer_light(attempt)
        return Result(
            Fact.ANSWERED, step=step, choice=way.id, outcome=Outcome.GOOD, attempt=attempt, light=light
        )

    def _knot(self, name: str) -> None:
        knots = self._state.knots
        self._state = replace(
            self._state,
            waiting="",
            solved=name,
            last=name,
            knots=knots if name in knots else (*knots, name),
        )

    def _show(self) -> None:
        """Every try is used: the helper stands there, explained."""
        spoken = self._spoken_for()
        free = [ask.id for ask in self._asks() if ask.role == "helper" and ask.id not in spoken]
        self._state = replace(self._state, shown=True, way="")
        self._knot(free[0])

    def _go_on(self) -> None:
        state = self._state
        if state.whole:
            self._state = replace(state, finished=True)
        elif len(state.trail) >= self._lesson.needed:
            self._state = replace(state, whole=True)
        else:
            self._state = State(
                trail=(*state.trail, self._next()),
                knots=state.knots,
                ever_right=state.ever_right,
                ever_busy=state.ever_busy,
            )

    def _next(self) -> str:
        """The next worry: a harder one after a success, an easier one after a miss."""
        left = self._open([name for name in self._order if name not in self._state.trail])
        if self._state.misses:
            return self._easiest(left)
        hard = [name for name in left if self._worries[name].hard]
        return hard[0] if hard else left[0]

    def _open(self, names: list[str]) -> list[str]:
        """Those worries in which somebody new can be won; all, where there is none."""
        knots = self._state.knots
        return [
            name
            for name in names
            if any(ask.role == "helper" and ask.id not in knots for ask in self._worries[name].asks)
        ] or names

    def _easiest(self, names: Sequence[str]) -> str:
        return next((name for name in names if not self._worries[name].hard), names[0])


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Helpers:
    """A new net."""
    return Helpers(lesson, seed, cast)

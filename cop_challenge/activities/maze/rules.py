"""Playing the house of crooked doors: press, switch, name the tricks, and come out with every wish kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cop_challenge.activities.maze import words
from cop_challenge.activities.maze.board import OUT, SETTINGS, Pattern, Shape, Stage
from cop_challenge.activities.maze.net import Net, Where, key_of
from cop_challenge.activities.maze.schema import Model, Part, Room
from cop_challenge.activities.maze.state import AT, EASY_AFTER, State, board, is_on, leads_on
from cop_challenge.core.actions import Action, Choose, Continue, Undo
from cop_challenge.core.activity import Note, Offer, Role, Tone, View, taken
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN

LENS = "lens"


class Maze:
    """A walk through the house."""

    def __init__(self, lesson: Model, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        self._rooms = {room.id: room for room in lesson.screens}
        self._nets = {easy: Net(lesson, easy=easy) for easy in (False, True)}
        self._state = State(self._nets[False].start())
        self._total = self._nets[False].distance(self._state.where) or 1

    @property
    def _net(self) -> Net:
        return self._nets[self._state.slips >= EASY_AFTER]

    @property
    def _room(self) -> Room:
        return self._rooms[self._state.where.room]

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """The room, what is known of it, and what can be done."""
        state, lesson = self._state, self._lesson
        shown = board(lesson, self._net, state)
        wishes = tuple(wish.text for wish in lesson.wishes)
        start, out = state.stage is Stage.START, state.stage is Stage.OUT
        aloud: tuple[Text, ...] = (shown.title, *wishes) if shown.title else wishes
        if out:
            aloud = (
                words.FOUND.fill(count=len(state.found)),
                *(words.PATTERNS[name] for name in state.found),
            )
            aloud = (*aloud, *wishes, words.NOW_YOU, *(advice.text for advice in shown.advice))
        return View(
            place=self._place(),
            done=self._total if out else self._done(),
            total=self._total,
            offers=self._offers(),
            speaker=self._cast.get(lesson.who) if start else None,
            story=lesson.story if start else NOTHING,
            prompt=NOTHING if out else words.LENS_ASK if state.lens else lesson.goal,
            heading=lesson.ending if out else NOTHING,
            note=Note(Tone.GOOD, lesson.because) if out else state.note,
            aloud=aloud,
            board=shown,
            hint=self._hint(),
            finished=state.finished,
        )

    def _place(self) -> str:
        state = self._state
        if state.stage is not Stage.ROOM:
            return f"house-{state.stage}"
        return f"{self._room.id}-{LENS}" if state.lens else self._room.id

    def _done(self) -> int:
        distance = self._net.distance(self._state.where)
        return max(0, self._total - (self._total if distance is None else distance))

    def _offers(self) -> tuple[Offer, ...]:
        state = self._state
        if state.stage is not Stage.ROOM:
            onward = words.ENTER if state.stage is Stage.START else LIGHT_LANTERN
            return (Offer("continue", Continue(), onward, Role.ADVANCE),)
        parts = tuple(self._part(part) for part in self._room.parts)
        icon = "ui/icons/magnifier.svg"
        if state.lens:
            return (*parts, Offer(LENS, Undo(), words.LENS_AWAY, Role.UNDO, "ui/icons/back.svg"))
        more = any(self._key(part) not in state.known for part in self._room.parts)
        return (*parts, Offer(LENS, Choose(LENS), words.LENS, picture=icon, enabled=more))

    def _part(self, part: Part) -> Offer:
        """A part to use or, with the magnifier in hand, to name.

        What was used already and comes no nearer to the way out counts as a way back, so that those
        who only go forward are never led round.
        """
        state, key, name = self._state, self._key(part), f"{AT}{part.id}"
        detail = NOTHING
        if part.shape in SETTINGS:
            detail = words.ON if is_on(state, self._room, part) else words.OFF
        if state.lens:
            return Offer(name, Choose(name), part.text, detail=detail, enabled=key not in state.known)
        usable = part.shape in SETTINGS or part.shape is Shape.BUTTON
        spent = part.shape is Shape.BUTTON and part.trick and key in state.known
        fresh = key not in state.pressed or leads_on(self._net, state.where, part)
        role = Role.ANSWER if fresh else Role.REWIND
        return Offer(name, Choose(name), part.text, role, detail=detail, enabled=usable and not spent)

    def _key(self, part: Part) -> str:
        return key_of(self._state.where.room, part.id)

    def _hint(self) -> str:
        """The first trick to name, until something good was done; where there is none, what leads on."""
        state = self._state
        if state.begun or state.stage is not Stage.ROOM:
            return ""
        trick = next((p for p in self._room.parts if p.trick and self._key(p) not in state.known), None)
        if trick:
            return f"{AT}{trick.id}" if state.lens else LENS
        ahead = [part for part in self._room.parts if leads_on(self._net, state.where, part)]
        return f"{AT}{ahead[0].id}" if ahead and not state.lens else ""

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Go in, take the magnifier, name, switch, press, or light the lantern."""
        taken(self.view().offers, action)
        state = self._state
        if isinstance(action, Continue):
            if state.stage is Stage.START:
                self._state = replace(state, stage=Stage.ROOM, visited=(state.where.room,))
            else:
                self._state = replace(state, finished=True)
            return ()
        if isinstance(action, Undo):
            self._state = replace(state, lens=False)
            return ()
        assert isinstance(action, Choose)
        if action.option == LENS:
            self._state = replace(state, lens=True, note=None, last="")
            return ()
        part = next(part for part in self._room.parts if f"{AT}{part.id}" == action.option)
        if state.lens:
            return (self._name(part),)
        return self._switch(part) if part.shape in SETTINGS else (self._press(part),)

    def _name(self, part: Part) -> Result:
        """Call it a trick."""
        state, key = self._state, self._key(part)
        attempt = state.misnamed + 1
        good = part.trick is not None
        note = self._named(part, Tone.GOOD) if good else Note(
            Tone.SHOWN, words.HONEST.fill(because=part.because)
        )  # fmt: skip
        self._state = replace(
            state,
            lens=False,
            known=state.known | {key},
            found=_with(state.found, part.trick),
            misnamed=state.misnamed + (not good),
            note=note,
            last=key,
            begun=state.begun or good,
        )
        return self._result(part, good, attempt, f"name:{key}")

    def _named(self, part: Part, tone: Tone) -> Note:
        """What the trick is called and why it is one; without one, only why."""
        if part.trick is None:
            return Note(tone, part.because)
        return Note(tone, words.NAMED.fill(name=words.PATTERNS[part.trick], because=part.because))

    def _switch(self, part: Part) -> Sequence[Result]:
        """Turn a switch, tick a box. What helps a wish has seen through a trick, and is told so."""
        state, key = self._state, self._key(part)
        where = self._net.flip(state.where, part)
        flipped = state.flipped if part.wish else state.flipped ^ {key}
        better = len(where.wrong) < len(state.where.wrong)
        self._state = replace(
            state,
            where=where,
            flipped=flipped,
            pressed=state.pressed | {key},
            known=state.known | {key} if better else state.known,
            found=_with(state.found, part.trick if better else None),
            note=self._named(part, Tone.GOOD) if better else None,
            last=key if better else "",
            begun=state.begun or better,
        )
        if not better or f"use:{key}" in state.paid:
            return ()
        return (self._result(part, True, state.slips_here + 1, f"use:{key}"),)

    def _press(self, part: Part) -> Result:
        """A button: it leads on, or it was a trick and snaps."""
        state, key = self._state, self._key(part)
        self._state = replace(state, pressed=state.pressed | {key}, note=None, last="")
        if part.trick:
            return self._snap(part)
        if wrong := self._net.wrong_here(state.where):
            return self._held(part, wrong[0])
        where = self._net.press(state.where, part)
        if part.to == OUT and where.room != OUT:
            return self._not_yet(part, where)
        attempt = state.slips_here + 1
        good = where.broken != state.where.broken or leads_on(self._net, state.where, part)
        self._enter(where)
        if not good:
            return Result(Fact.ANSWERED, step=state.where.room, choice=part.id, attempt=attempt)
        self._state = replace(self._state, begun=True)
        return self._result(part, True, attempt, f"use:{key}", step=state.where.room)

    def _snap(self, part: Part) -> Result:
        """Fallen for: it gets its name and its badge, and one stands before it, or mends it further on."""
        state, key = self._state, self._key(part)
        attempt = state.slips_here + 1
        here = state.where.room
        where = self._net.press(state.where, part)
        self._slip(part, Tone.TRY_AGAIN, known=key)
        self._enter(where)
        return self._result(part, False, attempt, "", step=here)

    def _held(self, part: Part, wrong: Part) -> Result:
        """A wish is not safe in this room yet: what is wrong is shown and, the second time, set right."""
        state = self._state
        attempt = state.slips_here + 1
        key = self._key(wrong)
        shown = key in state.held
        self._slip(wrong, Tone.SHOWN if shown else Tone.TRY_AGAIN, known=key if wrong.trick else "")
        self._state = replace(self._state, held=state.held | {key})
        if shown:
            self._state = replace(self._state, slips=state.slips, where=self._net.flip(state.where, wrong))
        return self._result(wrong, False, attempt, "")

    def _not_yet(self, part: Part, where: Where) -> Result:
        """The way out, and a wish still broken: back to where it can be mended."""
        state = self._state
        attempt, here = state.slips_here + 1, state.where.room
        wish = next(wish for wish in self._lesson.wishes if wish.id in state.where.broken)
        self._enter(where)
        note = Note(Tone.TRY_AGAIN, words.STILL_BROKEN.fill(wish=wish.text))
        self._state = replace(self._state, note=note, slips=state.slips + 1)
        return self._result(part, False, attempt, "", step=here)

    def _slip(self, part: Part, tone: Tone, known: str) -> None:
        state = self._state
        self._state = replace(
            state,
            known=state.known | ({known} if known else set()),
            found=_with(state.found, part.trick),
            slips=state.slips + 1,
            slips_here=state.slips_here + 1,
            note=self._named(part, tone),
            last=self._key(part),
        )

    def _enter(self, where: Where) -> None:
        state = self._state
        if where.room == state.where.room:
            self._state = replace(state, where=where)
            return
        out = where.room == OUT
        visited = state.visited if out or where.room in state.visited else (*state.visited, where.room)
        self._state = replace(
            state,
            where=where,
            stage=Stage.OUT if out else Stage.ROOM,
            visited=visited,
            slips_here=0,
            misnamed=0,
        )

    def _result(self, part: Part, good: bool, attempt: int, due: str, step: str = "") -> Result:
        """What came of it; `due`: what it gives its light for, once."""
        state = self._state
        light = answer_light(attempt) if good and due not in state.paid else 0
        if light:
            self._state = replace(state, paid=state.paid | {due})
        return Result(
            Fact.ANSWERED,
            step=step or state.where.room,
            choice=part.id,
            outcome=Outcome.GOOD if good else Outcome.TRY_AGAIN,
            attempt=attempt,
            light=light,
        )


def _with(found: tuple[Pattern, ...], pattern: Pattern | None) -> tuple[Pattern, ...]:
    return found if pattern is None or pattern in found else (*found, pattern)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Maze:
    """A new walk. The house is as its author built it: order and place are part of the tricks."""
    return Maze(lesson, cast)

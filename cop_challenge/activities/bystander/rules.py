"""Playing a bystander squad: comments arrive, one acts, and sees what it does to everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cop_challenge.activities.bystander import words
from cop_challenge.activities.bystander.board import Board, Remark
from cop_challenge.activities.bystander.course import (
    Course,
    State,
    action_of,
    needed,
    together_of,
    turn,
    whole,
)
from cop_challenge.activities.bystander.schema import Action, Model, Sign, Wave
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import NEW_ENDING_LIGHT, answer_light
from cop_challenge.core.tags import Feeling
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import ANOTHER_WAY, LIGHT_LANTERN, NAMED, NEXT

FEELINGS = (Feeling.SAD, Feeling.SAD, Feeling.WORRIED, Feeling.UNSURE, Feeling.CALM, Feeling.HAPPY)
"""By the number of lights."""

ICONS = {
    Sign.REPORT: "report",
    Sign.TELL: "tell",
    Sign.SAVE: "screenshot",
    Sign.LOOK_AWAY: "eye-off",
    Sign.ASK: "chat",
}
"""Signs that the game has already; the others are `squad-` and their name."""


class Bystander:
    """A bystander squad being played."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        self._course = Course(lesson, cast)
        self._order = {wave.id: _dealt(lesson, wave, seed) for wave in lesson.waves}
        self._state = self._turn = self._course.begin()
        """`_turn`: how the last wave began; another way starts from there."""

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """The thread, how the hero feels, and what the squad can do about it."""
        state = self._state
        hero = self._cast.get(self._lesson.hero)
        if state.ending:
            return self._close(hero)
        wave = self._lesson.waves[state.wave]
        board = self._board(wave)
        return View(
            place=wave.id,
            done=state.wave + whole(self._lesson, state),
            total=len(self._lesson.waves),
            offers=self._offers(wave),
            hero=hero,
            feeling=FEELINGS[state.lights],
            story=wave.scene,
            prompt=self._prompt(wave),
            picture=self._lesson.picture,
            note=self._note(wave),
            aloud=(board.post, *map(self._read, board.thread)),
            board=board,
            hint=self._hint(wave),
        )

    def _close(self, hero: Character | None) -> View:
        state = self._state
        ending = next(ending for ending in self._lesson.endings if ending.id == state.ending)
        return View(
            place=ending.id,
            done=len(self._lesson.waves),
            total=len(self._lesson.waves),
            offers=(
                Offer("continue", do.Continue(), LIGHT_LANTERN, Role.ADVANCE),
                Offer("rewind", do.Rewind(), ANOTHER_WAY, Role.REWIND, "ui/icons/retry.svg"),
            ),
            speaker=self._cast.get(ending.jester),
            hero=hero,
            feeling=FEELINGS[state.lights],
            story=ending.text,
            heading=ending.title,
            picture=self._lesson.picture,
            note=Note(Tone.GOOD, ending.why),
            aloud=(ending.joke,),
            board=replace(self._board(self._lesson.waves[-1]), joke=ending.joke),
            ending=ending.id,
            finished=state.finished,
        )

    @staticmethod
    def _read(remark: Remark) -> Text:
        """Who says it, and what."""
        who = words.SQUAD if remark.squad else remark.who.name if remark.who else NOTHING
        return NAMED.fill(name=who, what=remark.text)

    def _offers(self, wave: Wave) -> tuple[Offer, ...]:
        offers = [self._offer(wave, action) for action in self._order[wave.id]]
        if whole(self._lesson, self._state):
            offers.append(Offer("continue", do.Continue(), NEXT, Role.ADVANCE))
        return tuple(offers)

    def _offer(self, wave: Wave, action: Action) -> Offer:
        state = self._state
        mark = Mark.PLAIN
        if action.id in state.chosen:
            mark = Mark.GOOD
        elif action.id in state.tried:
            mark = Mark.TRY_AGAIN
        enabled = mark is Mark.PLAIN and not whole(self._lesson, state)
        if self._lesson.pair:
            enabled = enabled and action.hand == turn(self._lesson, state)
        sign = action.picture or f"ui/icons/{ICONS.get(action.sign, f'squad-{action.sign}')}.svg"
        return Offer(action.id, do.Choose(action.id), action.text, picture=sign, mark=mark, enabled=enabled)

    def _hint(self, wave: Wave) -> str:
        if self._state.warm:
            return ""
        spent = (*self._state.tried, *self._state.chosen)
        whose = turn(self._lesson, self._state)
        return next(
            (
                action.id
                for action in self._order[wave.id]
                if action.right and action.id not in spent and whose in ("", action.hand)
            ),
            "",
        )

    def _prompt(self, wave: Wave) -> Text:
        """The question; once something was done, only where more is needed."""
        if whose := turn(self._lesson, self._state):
            return words.YOUR_TURN[whose]
        if whole(self._lesson, self._state) or (self._state.tried and not self._state.chosen):
            return NOTHING
        if needed(self._lesson, wave) == 2:
            return words.AND_NOW if self._state.chosen else words.CHOOSE_TWO
        return words.CHOOSE_ONE

    def _note(self, wave: Wave) -> Note | None:
        state = self._state
        if not state.last:
            return None
        pair = together_of(wave, state)
        return Note(_tone(state), pair.because if pair else action_of(wave, state.last).because)

    def _board(self, wave: Wave) -> Board:
        state = self._state
        return Board(
            post=self._lesson.post,
            thread=state.thread,
            fresh=state.fresh,
            lights=state.lights,
            crowd=state.crowd,
            exposed=state.exposed,
            change=state.change,
            hands=tuple((action.id, action.hand) for action in wave.actions) if self._lesson.pair else (),
            turn=turn(self._lesson, state),
            together=whole(self._lesson, state) and together_of(wave, self._state) is not None,
        )

    # ------------------------------------------------------------------- act

    def act(self, action: do.Action) -> Sequence[Result]:
        """Do something about it, go on to the next wave, or try another way at the end."""
        taken(self.view().offers, action)
        state = self._state
        if isinstance(action, do.Choose):
            return (self._choose(self._lesson.waves[state.wave], action.option),)
        if isinstance(action, do.Rewind):
            self._state = replace(self._turn, found=state.found, paid=state.paid, warm=True)
        elif state.ending:
            self._state = replace(state, finished=True)
        elif state.wave == len(self._lesson.waves) - 1:
            self._state = self._course.close(state)
        else:
            self._state = self._turn = self._course.next(state)
        return ()

    def _choose(self, wave: Wave, option: str) -> Result:
        before = self._state
        right = action_of(wave, option).right
        attempt = len(before.tried) + 1
        self._state = after = self._course.take(before, option)
        light = 0
        if right and whole(self._lesson, after):
            if wave.id not in before.paid:
                light = answer_light(attempt)
                self._state = replace(after, paid=(*before.paid, wave.id))
            elif self._course.ending(after) not in before.found:
                # Played once more, for another way to end it.
                light = NEW_ENDING_LIGHT
        return Result(
            Fact.ANSWERED,
            step=wave.id,
            choice=option,
            outcome=Outcome.GOOD if right else Outcome.TRY_AGAIN,
            attempt=attempt,
            light=light,
        )


def _tone(state: State) -> Tone:
    if state.last not in state.chosen:
        return Tone.TRY_AGAIN
    return Tone.SHOWN if state.shown else Tone.GOOD


def _dealt(lesson: Model, wave: Wave, seed: int) -> tuple[Action, ...]:
    """The actions in an order of the seed; where two play, the left hand's first."""
    actions = list(wave.actions)
    chance(seed, lesson.id, wave.id).shuffle(actions)
    return tuple(sorted(actions, key=lambda action: action.hand)) if lesson.pair else tuple(actions)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Bystander:
    """A new bystander squad."""
    return Bystander(lesson, seed, cast)

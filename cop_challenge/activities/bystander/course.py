"""What happens to hero, crowd and player: pure steps from one state to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cop_challenge.activities.bystander.board import Change, Remark
from cop_challenge.activities.bystander.schema import (
    CROWD,
    HANDS,
    MOST_LIGHTS,
    Action,
    Comment,
    Effect,
    Model,
    Together,
    Wave,
)
from cop_challenge.core.track import Character

TRIES = 2
"""Misses (of one hand, where two play) after which what helps is shown; nobody is left guessing."""

GOOD_END = 4
"""Lights at least, when it ends."""


@dataclass(frozen=True)
class State:
    """Where the lesson is: a value, replaced by each step."""

    wave: int
    lights: int
    thread: tuple[Remark, ...]
    fresh: int
    """From here on, the thread is new in this wave."""
    crowd: int = 0
    exposed: bool = False
    tried: tuple[str, ...] = ()
    """Actions of this wave that did not help, in order."""
    chosen: tuple[str, ...] = ()
    """Actions of this wave that help: taken, or shown at last."""
    last: str = ""
    shown: bool = False
    change: Change | None = None
    stumbles: int = 0
    """Waves so far in which something was tried in vain."""
    warm: bool = False
    """Something has helped already in this play."""
    ending: str = ""
    found: tuple[str, ...] = ()
    """Endings reached so far."""
    paid: tuple[str, ...] = ()
    """Waves that have given their light."""
    finished: bool = False


def needed(lesson: Model, wave: Wave) -> int:
    """How many actions the wave needs."""
    return 2 if lesson.pair or wave.together else 1


def action_of(wave: Wave, name: str) -> Action:
    """The wave's action of that id."""
    return next(action for action in wave.actions if action.id == name)


def together_of(wave: Wave, state: State) -> Together | None:
    """What the chosen actions do together, if the lesson says so."""
    return next((pair for pair in wave.together if set(pair.both) == set(state.chosen)), None)


def whole(lesson: Model, state: State) -> bool:
    """Whether all that is needed in this wave has been done."""
    return len(state.chosen) >= needed(lesson, lesson.waves[state.wave])


def ready(lesson: Model, state: State, hand: str) -> bool:
    """Whether that player has taken a sign that helps."""
    wave = lesson.waves[state.wave]
    return lesson.pair and any(action_of(wave, name).hand == hand for name in state.chosen)


def turn(lesson: Model, state: State) -> str:
    """Whose turn it is, where two play: each begins every second wave."""
    if not lesson.pair or whole(lesson, state):
        return ""
    first, second = HANDS if state.wave % 2 == 0 else HANDS[::-1]
    return second if ready(lesson, state, first) else first


class Course:
    """A lesson's steps, with its cast at hand. Keeps nothing itself."""

    def __init__(self, lesson: Model, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast

    def begin(self) -> State:
        """The first wave."""
        return self._arrive(State(0, self._lesson.lights, (), 0), 0)

    def next(self, state: State) -> State:
        """The next wave; one that is hard is left out for whoever stumbled more often than not."""
        state = replace(state, stumbles=state.stumbles + bool(state.tried))
        number, last = state.wave + 1, len(self._lesson.waves) - 1
        while number < last and self._lesson.waves[number].hard and 2 * state.stumbles > number:
            number += 1
        return self._arrive(state, number)

    def _arrive(self, state: State, number: int) -> State:
        """The wave's comments come, and do what they do."""
        wave = self._lesson.waves[number]
        return replace(
            state,
            wave=number,
            # One light never goes out, whatever is written.
            lights=min(MOST_LIGHTS, max(1, state.lights + wave.lights)),
            thread=state.thread + self._remarks(wave.comments),
            fresh=len(state.thread),
            exposed=False,
            tried=(),
            chosen=(),
            last="",
            shown=False,
            change=None,
        )

    def _remarks(self, comments: tuple[Comment, ...]) -> tuple[Remark, ...]:
        hero = self._lesson.hero
        return tuple(
            Remark(comment.id, self._cast.get(comment.who), comment.text, hero=comment.who == hero)
            for comment in comments
        )

    def take(self, state: State, option: str) -> State:
        """An action of the wave is taken; what helps is shown when every try is used."""
        wave = self._lesson.waves[state.wave]
        action = action_of(wave, option)
        after = self._do(state, action)
        if action.right:
            after = replace(after, chosen=(*after.chosen, option), warm=True)
        else:
            after = self._shown(replace(after, tried=(*after.tried, option)), action.hand)
        pair = together_of(wave, after)
        if pair:
            after = _changed(after, pair)
        change = Change(after.lights - state.lights, after.crowd - state.crowd)
        return replace(after, change=change)

    def _do(self, state: State, action: Action) -> State:
        """What the action writes under the post, what comes back, and what it does to everybody."""
        written: tuple[Remark, ...] = ()
        if action.posts:
            written = (Remark(action.id, None, action.posts, squad=True),)
        thread = state.thread + written + self._remarks(action.replies)
        state = replace(state, thread=thread, last=action.id, exposed=action.exposed)
        return _changed(state, action)

    def _shown(self, state: State, hand: str) -> State:
        """When every try is used, what helps stands there, explained."""
        wave, pair = self._lesson.waves[state.wave], self._lesson.pair
        missed = [name for name in state.tried if not pair or action_of(wave, name).hand == hand]
        if len(missed) < TRIES:
            return state
        for action in wave.actions:
            open_ = action.right and action.id not in state.chosen and (not pair or action.hand == hand)
            if open_ and not whole(self._lesson, state) and not ready(self._lesson, state, hand):
                state = self._do(state, action)
                state = replace(state, chosen=(*state.chosen, action.id), warm=True, shown=True)
        return state

    def ending(self, state: State) -> str:
        """Where the chosen actions of the last wave lead, "" elsewhere."""
        wave = self._lesson.waves[state.wave]
        pair = together_of(wave, state)
        if pair and pair.ending:
            return pair.ending
        named = (action_of(wave, name).ending for name in reversed(state.chosen))
        return next((name for name in named if name), "")

    def close(self, state: State) -> State:
        """It ends well."""
        ending = self.ending(state)
        return replace(
            state,
            ending=ending,
            found=state.found if ending in state.found else (*state.found, ending),
            lights=max(GOOD_END, state.lights),
            crowd=max(CROWD // 2, state.crowd),
            exposed=False,
            change=None,
        )


def _changed(state: State, effect: Effect) -> State:
    return replace(
        state,
        lights=min(MOST_LIGHTS, max(1, state.lights + effect.lights)),
        crowd=min(CROWD, max(0, state.crowd + effect.crowd)),
    )

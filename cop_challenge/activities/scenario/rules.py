"""Playing a scenario: choose, see what comes of it, rewind or mend, reach a good ending."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cop_challenge.activities.scenario.schema import Choice, Model, State, steps_to_ending
from cop_challenge.core.actions import Action, Choose, Continue, Rewind
from cop_challenge.core.activity import By, Line, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import ENDING_LIGHT, NEW_ENDING_LIGHT
from cop_challenge.core.track import Character
from cop_challenge.core.words import ANOTHER_WAY, LIGHT_LANTERN, REWIND


@dataclass(frozen=True)
class _State:
    """Where the story is."""

    trail: tuple[str, ...]
    """States from the start to here; rewinding shortens it."""
    ways: tuple[str, ...] = ()
    """Choices that led along the trail, one less than its states."""
    endings: tuple[str, ...] = ()
    """Endings found so far."""
    chosen: tuple[str, ...] = ()
    """States in which a choice was made, rewound ones too."""
    finished: bool = False


class Scenario:
    """A scenario being played."""

    def __init__(self, lesson: Model, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        self._steps = steps_to_ending(lesson.states)
        self._state = _State(trail=(lesson.start,))

    def view(self) -> View:
        """The moment, how the hero feels, and the ways on."""
        name = self._state.trail[-1]
        state = self._lesson.states[name]
        offers = [
            Offer(choice.id, Choose(choice.id), choice.text, picture=self._sign(choice))
            for choice in state.choices
        ]
        if state.ending:
            offers.append(Offer("continue", Continue(), LIGHT_LANTERN, Role.ADVANCE))
        if len(self._state.trail) > 1 and (state.setback or state.ending):
            label = ANOTHER_WAY if state.ending else REWIND
            offers.append(Offer("rewind", Rewind(), label, Role.REWIND, "ui/icons/retry.svg"))
        note = None
        if state.why:
            note = Note(Tone.GOOD if state.ending else Tone.WORRIED, state.why)
        behind = len(self._state.trail) - 1
        return View(
            place=name,
            done=behind + (1 if state.ending else 0),
            total=behind + self._steps[name] + 1,
            offers=tuple(offers),
            speaker=self._cast.get(state.who),
            hero=self._cast.get(self._lesson.hero),
            feeling=state.feeling,
            story=state.text,
            heading=state.ending,
            picture=state.picture,
            chat=self._chat() if self._lesson.skin == "phone" else (),
            note=note,
            hint=self._hint(state),
            ending=name if state.ending else "",
            finished=self._state.finished,
        )

    def _hint(self, state: State) -> str:
        """Where all choices are pictures, Nuru's hand finds a good first one together with the child."""
        if self._state.chosen or not all(choice.picture for choice in state.choices):
            return ""
        good = (choice.id for choice in state.choices if not self._lesson.states[choice.to].setback)
        return next(good, "")

    def _sign(self, choice: Choice) -> str:
        """A choice's picture; on a phone, whether it is written or done."""
        if choice.picture or self._lesson.skin != "phone":
            return choice.picture
        return "ui/icons/hand.svg" if choice.deed else "ui/icons/chat.svg"

    def _chat(self) -> tuple[Line, ...]:
        """Everything on the phone from the start to here: what arrived, and what was written or done."""
        hero = self._cast.get(self._lesson.hero)
        lines: list[Line] = []
        for name, chosen in zip(self._state.trail, (*self._state.ways, ""), strict=True):
            state = self._lesson.states[name]
            for message in state.messages:
                mine = message.who == self._lesson.hero
                by = By.ME if mine else By.OTHER
                lines.append(Line(by, message.text, self._cast.get(message.who)))
            if chosen:
                choice = next(choice for choice in state.choices if choice.id == chosen)
                lines.append(Line(By.DEED, choice.text) if choice.deed else Line(By.ME, choice.text, hero))
        return tuple(lines)

    def act(self, action: Action) -> Sequence[Result]:
        """Choose, rewind, or light the lantern at an ending."""
        taken(self.view().offers, action)
        state = self._state
        if isinstance(action, Rewind):
            length = self._last_choice()
            self._state = replace(state, trail=state.trail[:length], ways=state.ways[: length - 1])
            return ()
        if isinstance(action, Continue):
            self._state = replace(state, finished=True)
            return ()
        assert isinstance(action, Choose)
        return (self._go(action.option),)

    def _last_choice(self) -> int:
        """Length of the trail up to the last moment with a choice before this one.

        A rewind out of a chain of setbacks goes to where another choice can be made.
        """
        trail = self._state.trail
        length = len(trail) - 1
        while length > 1 and len(self._lesson.states[trail[length - 1]].choices) < 2:
            length -= 1
        return length

    def _go(self, option: str) -> Result:
        state = self._state
        name = state.trail[-1]
        choice = next(choice for choice in self._lesson.states[name].choices if choice.id == option)
        reached = self._lesson.states[choice.to]
        light, endings = 0, state.endings
        if reached.ending and choice.to not in endings:
            light = NEW_ENDING_LIGHT if endings else ENDING_LIGHT
            endings = (*endings, choice.to)
        self._state = replace(
            state,
            trail=(*state.trail, choice.to),
            ways=(*state.ways, option),
            endings=endings,
            chosen=(*state.chosen, name),
        )
        return Result(
            Fact.ANSWERED,
            step=name,
            choice=option,
            outcome=Outcome.TRY_AGAIN if reached.setback else Outcome.GOOD,
            attempt=state.chosen.count(name) + 1,
            light=light,
        )


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Scenario:
    """A new scenario. The story's chances are the player's; the seed changes nothing."""
    return Scenario(lesson, cast)

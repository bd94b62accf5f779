"""Playing stop and tell: read on, press when it turns, choose whom to tell, say it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from cop_challenge.activities.stop import words
from cop_challenge.activities.stop.asking import Asking, Cards
from cop_challenge.activities.stop.board import Phase, Stage
from cop_challenge.activities.stop.schema import Helper, Model, Saying, Story
from cop_challenge.core.actions import Action, Choose, Continue
from cop_challenge.core.activity import Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.tags import Feeling
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

BUTTON = "uh-oh"
GO_ON = "go-on"


@dataclass(frozen=True)
class _State:
    """Where the evening at the theatre is."""

    phase: Phase = Phase.HELLO
    story: int = 0
    panel: int = 0
    turned: bool = False
    """A page has been turned: Nuru need not show how any more."""
    pressed: bool = False
    """The button was pressed on this page, while all was well."""
    alarms: int = 0
    """Pages of this story on which it was pressed while all was well."""
    asking: Asking = field(default_factory=Asking)
    """What has been chosen of the cards that stand there."""
    praised: bool = False
    """Something was done well in this lesson."""
    quick: int = 0
    """Stories in a row in which a turn was noticed at once: Nuru helps less."""
    finished: bool = False


class Stop:
    """The stories of one lesson, being told."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        self._stories = sorted(lesson.stories, key=lambda story: story.hard)
        self._tell = {
            story.id: _shuffled(story.tell, seed, lesson.id, story.id, "t") for story in self._stories
        }
        self._say = {
            story.id: _shuffled(story.say, seed, lesson.id, story.id, "s") for story in self._stories
        }
        self._state = _State()

    # ------------------------------------------------------------------ view

    @property
    def _story(self) -> Story:
        return self._stories[self._state.story]

    @property
    def _late(self) -> int:
        """Pages since the turn: 0 at the turn, negative (-1) while all is well."""
        turn = self._story.turn
        return -1 if turn is None or self._state.panel < turn else self._state.panel - turn

    def view(self) -> View:
        """The page, the question or the end of the story that is being told."""
        story, state = self._story, self._state
        hero = self._cast.get(story.who)
        name: Text | str = hero.name if hero else ""
        base = View(
            place=f"{story.id}-{state.phase}",
            done=sum(len(told.panels) + 1 for told in self._stories[: state.story]),
            total=sum(len(told.panels) + 1 for told in self._stories),
            offers=(),
            hero=hero,
            board=self._stage(),
            finished=state.finished,
        )
        match state.phase:
            case Phase.HELLO:
                button = self._button()
                return replace(
                    base, place="hello", hero=None, prompt=words.HELLO, offers=(button,), hint=BUTTON
                )
            case Phase.READ:
                return self._read(base, story)
            case Phase.STOPPED:
                later = replace(base, done=base.done + len(story.panels) - 1, feeling=Feeling.UNSURE)
                return replace(later, picture=story.panels[state.panel].picture, offers=(_next(NEXT),),
                               note=Note(Tone.GOOD, story.stop))  # fmt: skip
            case Phase.TELL:
                return self._choosing(base, story, words.WHO.fill(hero=name))
            case Phase.SAY:
                return self._choosing(base, story, words.SAY.fill(hero=name))
            case Phase.END:
                return self._ended(base, story)

    def _stage(self) -> Stage:
        state, late = self._state, self._late
        reading = state.phase is Phase.READ
        lamps = len(self._story.panels)
        helped = not state.quick or late > 0
        return Stage(
            phase=state.phase,
            lamps=lamps,
            lit=lamps if state.phase is Phase.END else 0 if state.phase is Phase.HELLO else state.panel + 1,
            opening=reading and state.panel == 0,
            wobble=0 if not reading or late < 0 else 2 if helped else 1,
            glow=reading and late >= 0 and helped,
            together=reading and late > 0 and self._is_last,
            resting=state.phase is Phase.END and self._story.turn is None,
            pops=state.alarms + (state.phase is Phase.STOPPED),
        )

    @property
    def _is_last(self) -> bool:
        return self._state.panel == len(self._story.panels) - 1

    def _button(self) -> Offer:
        return Offer(BUTTON, Choose(BUTTON), words.UH_OH, picture="ui/icons/hand.svg")

    def _read(self, base: View, story: Story) -> View:
        state, late = self._state, self._late
        panel = story.panels[state.panel]
        on = Offer(GO_ON, Continue(), words.GO_ON, Role.ADVANCE, "ui/icons/next.svg")
        offers: tuple[Offer, ...] = (on, self._button())
        if state.pressed:
            # It stays there to be pressed; but whoever always takes the last way must get on as well.
            offers = (self._button(), on)
        elif late >= 0 and self._is_last:
            offers = (self._button(),)
        hint = ""
        if not state.turned:
            hint = GO_ON
        elif not state.praised and (late > 0 or (late == 0 and self._is_last)):
            hint = BUTTON
        return replace(
            base,
            place=f"{story.id}.{panel.id}",
            done=base.done + state.panel,
            offers=offers,
            story=panel.text,
            picture=panel.picture,
            feeling=panel.feeling or _feeling(late),
            note=self._aside(story),
            hint=hint,
        )

    def _aside(self, story: Story) -> Note | None:
        """What Nuru says to this page."""
        late = self._late
        if self._state.pressed:
            return Note(Tone.SHOWN, words.CALM.fill(why=story.calm))
        if late > 0:
            return Note(Tone.WORRIED, words.TOGETHER if self._is_last else words.PASSED)
        return None

    @property
    def _cards(self) -> Cards:
        dealt = self._tell if self._state.phase is Phase.TELL else self._say
        return dealt[self._story.id]

    def _choosing(self, base: View, story: Story, prompt: Text) -> View:
        asking = self._state.asking
        calmer = asking.solved or self._state.phase is Phase.SAY
        return replace(
            base,
            done=base.done + len(story.panels) - 1,
            offers=asking.offers(self._cards) + ((_next(NEXT),) if asking.solved else ()),
            prompt=prompt,
            feeling=Feeling.CALM if calmer else Feeling.UNSURE,
            note=asking.note(self._cards),
        )

    def _ended(self, base: View, story: Story) -> View:
        last = self._state.story == len(self._stories) - 1
        calm = story.turn is None
        return replace(
            base,
            done=base.done + len(story.panels) + 1,
            offers=(_next(LIGHT_LANTERN if last else words.NEXT_STORY),),
            heading=words.NO_NEED if calm else words.TOLD,
            story=story.end.text,
            picture=story.end.picture,
            feeling=Feeling.HAPPY if calm else Feeling.RELIEVED,
        )

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Turn the page, press, choose, or go on to the next story."""
        taken(self.view().offers, action)
        match self._state.phase:
            case Phase.HELLO:
                self._state = replace(self._state, phase=Phase.READ)
                return ()
            case Phase.READ:
                return self._press() if isinstance(action, Choose) else self._turn_page()
            case Phase.STOPPED:
                self._state = replace(self._state, phase=Phase.TELL)
                return ()
            case Phase.TELL | Phase.SAY:
                return self._choose(action.option) if isinstance(action, Choose) else self._further()
            case Phase.END:
                return self._next_story()

    def _here(self) -> str:
        """This page. Its dot can be in no id, so no page is taken for a question (`bear-tell`)."""
        return f"{self._story.id}.{self._story.panels[self._state.panel].id}"

    def _press(self) -> Sequence[Result]:
        state, late, here = self._state, self._late, self._here()
        if late < 0:
            if state.pressed:
                return ()  # drumming on the button is fun, and one alarm
            self._state = replace(state, pressed=True, alarms=state.alarms + 1)
            return (_again(here, BUTTON, state.alarms + 1),)
        quick = 0 if late else state.quick + 1
        self._state = replace(state, phase=Phase.STOPPED, praised=True, quick=quick)
        attempt = late + 1
        return (_good(here, BUTTON, attempt),)

    def _turn_page(self) -> Sequence[Result]:
        state, late, here = self._state, self._late, self._here()
        if self._is_last:
            self._state = replace(state, phase=Phase.END, pressed=False, praised=True)
            # Pressing once too often is no fault: a calm story brings its whole light.
            return (_good(here, GO_ON, 1),)
        self._state = replace(state, panel=state.panel + 1, pressed=False, turned=True)
        if late < 0:
            return ()
        return (_again(here, GO_ON, late + 1),)

    def _choose(self, option: str) -> Sequence[Result]:
        state = self._state
        card = next(card for card in self._cards if card.id == option)
        attempt = state.asking.misses(self._cards) + 1
        step = f"{self._story.id}-{state.phase}"
        self._state = replace(state, asking=state.asking.after(card, self._cards))
        return (_good(step, option, attempt) if card.right else _again(step, option, attempt),)

    def _further(self) -> Sequence[Result]:
        state = self._state
        phase = Phase.SAY if state.phase is Phase.TELL else Phase.END
        self._state = replace(state, phase=phase, asking=Asking())
        return ()

    def _next_story(self) -> Sequence[Result]:
        state = self._state
        if state.story == len(self._stories) - 1:
            self._state = replace(state, finished=True)
        else:
            self._state = replace(state, phase=Phase.READ, story=state.story + 1, panel=0, alarms=0)
        return ()


def _feeling(late: int) -> Feeling:
    return Feeling.HAPPY if late < 0 else Feeling.UNSURE if late == 0 else Feeling.WORRIED


def _next(label: Text) -> Offer:
    picture = "" if label == LIGHT_LANTERN else "ui/icons/next.svg"
    return Offer("continue", Continue(), label, Role.ADVANCE, picture)


def _good(step: str, choice: str, attempt: int) -> Result:
    light = answer_light(attempt)
    return Result(Fact.ANSWERED, step=step, choice=choice, outcome=Outcome.GOOD, attempt=attempt, light=light)


def _again(step: str, choice: str, attempt: int) -> Result:
    return Result(Fact.ANSWERED, step=step, choice=choice, outcome=Outcome.TRY_AGAIN, attempt=attempt)


E = TypeVar("E", Helper, Saying)


def _shuffled(entries: Sequence[E], seed: int, *names: str) -> tuple[E, ...]:
    order = list(entries)
    chance(seed, *names).shuffle(order)
    return tuple(order)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Stop:
    """A new evening at the theatre."""
    return Stop(lesson, seed, cast)

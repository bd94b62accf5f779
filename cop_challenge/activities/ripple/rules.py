"""Playing a ripple: ask, choose a circle, watch it spread, run it back and compare, mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cop_challenge.activities.ripple import looks, words
from cop_challenge.activities.ripple.board import Phase
from cop_challenge.activities.ripple.course import STAGES, Course
from cop_challenge.activities.ripple.schema import RINGS, Model, Post, Ring, Way
from cop_challenge.core.actions import Action, Choose, Continue, Rewind
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

TRIES = 2
"""Misses after which the right way is shown; nobody is left guessing."""


class Ripple:
    """A ripple being played."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        self._course = Course(lesson, seed)
        self._state = self._course.begin(0)

    # ------------------------------------------------------------------ view

    @property
    def _post(self) -> Post:
        return self._course.post(self._state)

    def view(self) -> View:
        """The post, the bay, and what can be done now."""
        state, post, course = self._state, self._post, self._course
        shown = state.ring or state.back
        offers, prompt, note = _PHASES[state.phase](self)
        board = looks.board(
            self._lesson,
            self._cast,
            post,
            looks.Now(
                phase=state.phase,
                asked=state.asked,
                way=state.way,
                ring=shown,
                wave=state.wave,
                mended=bool(state.mend),
                well=state.asked and course.fits(state),
                reached=course.reached(state, shown),
                before=tuple((ring, len(course.reached(state, ring))) for ring in state.compared),
            ),
        )
        return View(
            place=course.place(state),
            done=course.done(state),
            total=len(course.posts) * STAGES,
            offers=tuple(offers),
            hero=self._cast.get(self._lesson.hero),
            story=post.story,
            prompt=prompt,
            picture=post.picture,
            note=note,
            aloud=board.aloud,
            board=board,
            hint=self._hint(offers),
            finished=state.finished,
        )

    def _hint(self, offers: Sequence[Offer]) -> str:
        """Before the first good step: ask, or a circle that fits."""
        if self._state.touched:
            return ""
        if self._state.phase is Phase.ASK:
            return "ask"
        if self._state.phase is Phase.CIRCLE:
            return next(audience.id for audience in reversed(self._post.audiences) if audience.fine)
        return ""

    def _on(self) -> Offer:
        """The way to the next post, or to the lantern."""
        label = LIGHT_LANTERN if self._course.last(self._state) else NEXT
        return Offer("continue", Continue(), label, Role.ADVANCE)

    def _asking(self) -> _Shown:
        people = self._post.people
        first = self._cast.get(people[0].id)
        one = len(people) == 1 and first is not None
        ask = words.ASK_ONE.fill(name=first.name) if one and first else words.ASK_ALL
        offers = [
            Offer("ask", Choose("ask"), ask, picture="ui/icons/chat.svg"),
            Offer("skip", Choose("skip"), words.SKIP, picture="ui/icons/wave.svg"),
        ]
        return offers, words.ASK_OR_NOT, None

    def _answering(self) -> _Shown:
        if not self._post.objected:
            return [Offer("continue", Continue(), NEXT, Role.ADVANCE)], words.ALL_YES, None
        return self._ways("ways", self._post.ways, ""), words.NOT_YET, self._why(self._post.ways, "")

    def _ways(self, name: str, ways: Sequence[Way], solved: str) -> list[Offer]:
        """The ways in an order of the seed; once one is found, only it and what was tried."""
        dealt = list(ways)
        chance(self._course.seed, self._lesson.id, self._post.id, name).shuffle(dealt)
        offers = []
        for way in dealt:
            mark = Mark.PLAIN
            if way.id == solved:
                mark = Mark.GOOD
            elif way.id in self._state.tried:
                mark = Mark.TRY_AGAIN
            if solved and mark is not Mark.GOOD:
                continue
            offer = Offer(way.id, Choose(way.id), way.text, picture=way.picture, mark=mark)
            offers.append(replace(offer, enabled=mark is Mark.PLAIN and not solved))
        return offers

    def _why(self, ways: Sequence[Way], solved: str) -> Note | None:
        tried = self._state.tried
        because = {way.id: way.because for way in ways}
        if solved:
            return Note(Tone.SHOWN if len(tried) >= TRIES else Tone.GOOD, because[solved])
        return Note(Tone.TRY_AGAIN, because[tried[-1]]) if tried else None

    def _choosing(self) -> _Shown:
        state = self._state
        offers = [
            Offer(ring, Choose(ring), words.AUDIENCES[ring], picture=words.PICTURES[ring])
            for ring in RINGS
            if any(audience.id is ring for audience in self._post.audiences)
        ]
        if not state.asked:
            label = words.ASK_AFTER_ALL
            offers.append(Offer("rewind", Rewind(), label, Role.REWIND, "ui/icons/retry.svg"))
        return offers, words.FOR_WHOM, self._why(self._post.ways, state.way) if state.way else None

    def _spreading(self) -> _Shown:
        waves, wave = self._course.waves(self._state), self._state.wave
        label = words.NEXT_WAVE if wave < waves else words.WHAT_CAME
        offers = [Offer("next", Continue(), label, Role.ADVANCE, "ui/icons/next.svg")]
        if wave < waves:
            offers.append(Offer("end", Choose("end"), words.TO_THE_END, Role.ADVANCE, "ui/icons/wave.svg"))
        offers.append(Offer("rewind", Rewind(), words.WHAT_IF, Role.REWIND, "ui/icons/retry.svg"))
        return offers, NOTHING, None

    def _explaining(self) -> _Shown:
        state, post = self._state, self._post
        assert state.ring is not None
        text = self._course.audience(state, state.ring).because if state.asked else post.unasked
        hurt = self._course.hurt(self._state)
        tone = Tone.WORRIED if hurt else Tone.GOOD if state.asked else Tone.TRY_AGAIN
        on = Offer("continue", Continue(), NEXT, Role.ADVANCE) if hurt else self._on()
        rewind = Offer("rewind", Rewind(), words.WHAT_IF, Role.REWIND, "ui/icons/retry.svg")
        return [on, rewind], NOTHING, Note(tone, text)

    def _mending(self) -> _Shown:
        mends, mend = self._post.mends, self._state.mend
        offers = self._ways("mends", mends, mend)
        if mend:
            offers.append(self._on())
        return offers, NOTHING if mend else words.HOW_TO_MEND, self._why(mends, mend)

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Ask, answer, share, let it spread, run it back, mend, go on."""
        taken(self.view().offers, action)
        if isinstance(action, Rewind):
            # Back to the circles; from there, to the question that was skipped.
            back = Phase.ASK if self._state.phase is Phase.CIRCLE else Phase.CIRCLE
            self._state = replace(self._state, phase=back, ring=None, back=self._state.ring, wave=0)
            return ()
        if isinstance(action, Continue):
            self._go_on()
            return ()
        assert isinstance(action, Choose)
        return self._choose(action.option)

    def _go_on(self) -> None:
        state = self._state
        match state.phase:
            case Phase.ANSWERS:
                self._state = replace(state, phase=Phase.CIRCLE)
            case Phase.SPREAD if state.wave < self._course.waves(self._state):
                self._state = replace(state, wave=state.wave + 1)
            case Phase.SPREAD:
                self._seen()
            case Phase.EFFECT if self._course.hurt(self._state):
                self._state = replace(state, phase=Phase.MEND, tried=())
            case _ if self._course.last(self._state):
                self._state = replace(state, finished=True)
            case _:
                self._state = self._course.begin(state.post + 1, state)

    def _seen(self) -> None:
        """The ripple has ended: what came of it."""
        state = self._state
        assert state.ring is not None
        compared = tuple(ring for ring in state.compared if ring is not state.ring)
        self._state = replace(
            state, phase=Phase.EFFECT, wave=self._course.waves(self._state), compared=(*compared, state.ring)
        )

    def _choose(self, option: str) -> Sequence[Result]:
        state, post = self._state, self._post
        match state.phase:
            case Phase.ASK:
                asked = option == "ask"
                phase = Phase.ANSWERS if asked else Phase.CIRCLE
                self._state = replace(state, asked=asked, phase=phase, way="", tried=())
                return (self._answered("ask", option, good=asked),)
            case Phase.ANSWERS:
                return (self._try("ways", post.ways, option),)
            case Phase.CIRCLE:
                self._state = replace(state, phase=Phase.SPREAD, ring=Ring(option), wave=1)
                return (self._answered("circle", option, good=not self._course.hurt(self._state)),)
            case Phase.SPREAD:
                self._seen()
                return ()
            case _:
                return (self._try("mends", post.mends, option),)

    def _try(self, name: str, ways: Sequence[Way], option: str) -> Result:
        """One of the ways: a right one leads on; after two misses a right one is shown."""
        state = self._state
        right = next(way.right for way in ways if way.id == option)
        tried = state.tried if right else (*state.tried, option)
        solved = option if right else ""
        if not right and len(tried) >= TRIES:
            solved = next(way.id for way in ways if way.right)
        state = replace(state, tried=tried)
        if solved and name == "ways":
            state = replace(state, way=solved, phase=Phase.CIRCLE)
        elif solved:
            state = replace(state, mend=solved)
        self._state = state
        return self._answered(name, option, good=right)

    def _answered(self, name: str, option: str, *, good: bool) -> Result:
        """The fact, with light the first time this step is done well."""
        state = self._state
        step = f"{self._post.id}-{name}"
        attempt = state.attempts.count(step) + 1
        light = answer_light(attempt) if good and step not in state.earned else 0
        self._state = replace(
            state,
            attempts=(*state.attempts, step),
            earned=(*state.earned, step) if light else state.earned,
            touched=state.touched or good,
        )
        outcome = Outcome.GOOD if good else Outcome.TRY_AGAIN
        return Result(Fact.ANSWERED, step=step, choice=option, outcome=outcome, attempt=attempt, light=light)


_Shown = tuple[list[Offer], Text, Note | None]

_PHASES = {
    Phase.ASK: Ripple._asking,
    Phase.ANSWERS: Ripple._answering,
    Phase.CIRCLE: Ripple._choosing,
    Phase.SPREAD: Ripple._spreading,
    Phase.EFFECT: Ripple._explaining,
    Phase.MEND: Ripple._mending,
}


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Ripple:
    """A new ripple."""
    return Ripple(lesson, seed, cast)

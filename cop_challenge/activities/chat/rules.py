"""Playing a chat: look closely at lines, answer or leave, see what comes of it, rewind or mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cop_challenge.activities.chat import words
from cop_challenge.activities.chat.schema import OPEN, Beat, Line, Model, Reply, is_miss, steps_to_ending
from cop_challenge.activities.chat.state import State
from cop_challenge.activities.chat.told import EXIT, LOOK, aloud, board, line_of, lines_of, names_of
from cop_challenge.core.actions import Action, Choose, Continue, Rewind
from cop_challenge.core.activity import Line as ChatLine
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import ENDING_LIGHT, NEW_ENDING_LIGHT
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import ANOTHER_WAY, LIGHT_LANTERN, REWIND

TRIES = 2
"""Misses in one beat after which the better answer is shown."""

MOVE_LIGHT = 1
"""For a move that was spotted."""


class Chat:
    """A chat or a talk being played."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        self._steps = steps_to_ending(lesson)
        self._replies = {name: _shuffled(beat, name, lesson.id, seed) for name, beat in lesson.beats.items()}
        first = lesson.trust or 0
        self._state = State((lesson.start,), (), (first,), read=names_of(lesson, lesson.start, first))

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """What was said so far, what can be looked at, and what can be answered."""
        state, lesson = self._state, self._lesson
        name = state.place
        close = lesson.endings.get(name)
        beat = lesson.beats.get(name)
        note = self._note()
        shown = board(lesson, state, self._cast)
        behind = len(state.trail) - 1
        return View(
            place=name,
            done=behind + bool(close),
            total=behind + self._steps[name] + 1,
            offers=self._offers(),
            speaker=shown.other,
            hero=self._cast.get(lesson.hero),
            story=close.text if close else beat.story if beat else NOTHING,
            heading=close.heading if close else NOTHING,
            prompt=NOTHING if close or note else self._prompt(),
            chat=tuple(ChatLine(said.by, said.text, said.who) for said in shown.said),
            aloud=aloud(shown),
            board=shown,
            note=note,
            hint="" if state.begun or close else self._hint(),
            ending=name if close else "",
            finished=state.finished,
        )

    def _offers(self) -> tuple[Offer, ...]:
        state, lesson = self._state, self._lesson
        offers = []
        if state.place in lesson.endings:
            offers.append(Offer("continue", Continue(), LIGHT_LANTERN, Role.ADVANCE))
        else:
            offers += [self._look(line) for line in lines_of(lesson, state.place, state.trusts[-1])]
            offers += [self._reply(reply) for reply in self._replies[state.place]]
            offers += [
                Offer(f"{EXIT}{way.id}", Choose(f"{EXIT}{way.id}"), way.text, picture=way.picture)
                for way in lesson.exits
            ]
        setback = state.place in lesson.beats and lesson.beats[state.place].setback
        if len(state.trail) > 1 and (setback or state.place in lesson.endings):
            label = REWIND if setback else ANOTHER_WAY
            offers.append(Offer("rewind", Rewind(), label, Role.REWIND, "ui/icons/retry.svg"))
        return tuple(offers)

    def _look(self, line: Line) -> Offer:
        """A line looked at before can be read again, but that is no way ahead."""
        state, name = self._state, f"{LOOK}{line.id}"
        seen = f"{state.place}/{line.id}"
        role = Role.REWIND if seen in state.tapped else Role.ANSWER
        return Offer(name, Choose(name), line.text, role, enabled=seen != state.focus)

    def _reply(self, reply: Reply) -> Offer:
        state, mark = self._state, Mark.PLAIN
        if f"{state.place}/{reply.id}" in state.tried:
            mark = Mark.TRY_AGAIN
        elif self._misses() >= TRIES and not is_miss(self._lesson, reply):
            mark = Mark.GOOD
        return Offer(
            reply.id,
            Choose(reply.id),
            reply.text,
            picture=reply.picture or ("ui/icons/hand.svg" if reply.deed else ""),
            mark=mark,
            enabled=mark is not Mark.TRY_AGAIN,
        )

    def _misses(self) -> int:
        return sum(tried.startswith(f"{self._state.place}/") for tried in self._state.tried)

    def _prompt(self) -> Text:
        state = self._state
        talk = self._lesson.trust is not None
        names = names_of(self._lesson, state.place, state.trusts[-1])
        if any(name not in state.tapped for name in names) and not self._lesson.beats[state.place].setback:
            return words.LISTEN if talk else words.SPOT
        return words.REPLY if talk else words.ANSWER

    def _note(self) -> Note | None:
        """Of the line just looked at, else of what led here."""
        state, lesson = self._state, self._lesson
        if state.place in lesson.endings:
            return Note(Tone.GOOD, lesson.endings[state.place].because)
        if state.focus:
            line = line_of(lesson, state.focus)
            if line.move:
                move = lesson.moves[line.move]
                because = line.because or move.because
                return Note(Tone.GOOD, words.NAMED.fill(name=move.name, because=because))
            return Note(Tone.TRY_AGAIN, line.because)
        if state.back:
            if self._misses() < TRIES:
                return None
            replies = lesson.beats[state.place].replies
            return Note(Tone.SHOWN, next(r.because for r in replies if not is_miss(lesson, r)))
        if not state.ways:
            return None
        led = next(r for r in lesson.beats[state.trail[-2]].replies if r.id == state.ways[-1])
        return Note(Tone.WORRIED if is_miss(lesson, led) else Tone.GOOD, led.because)

    def _hint(self) -> str:
        """The first fishy line; where there is none at the start, an answer that helps."""
        state, lesson = self._state, self._lesson
        for line in lines_of(lesson, state.place, state.trusts[-1]):
            if line.move and f"{state.place}/{line.id}" not in state.tapped:
                return f"{LOOK}{line.id}"
        if state.ways:
            return ""
        return next(r.id for r in self._replies[state.place] if not is_miss(lesson, r))

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Look closely, answer, take a way out, rewind, or light the lantern."""
        taken(self.view().offers, action)
        state = self._state
        if isinstance(action, Continue):
            self._state = replace(state, finished=True)
            return ()
        if isinstance(action, Rewind):
            self._rewind()
            return ()
        assert isinstance(action, Choose)
        if action.option.startswith(LOOK):
            return self._see(action.option.removeprefix(LOOK))
        return self._go(action.option)

    def _rewind(self) -> None:
        """To the last beat before this one in which another answer can be given."""
        state = self._state
        length = len(state.trail) - 1
        while length > 1 and len(self._lesson.beats[state.trail[length - 1]].replies) < 2:
            length -= 1
        self._state = replace(
            state,
            trail=state.trail[:length],
            ways=state.ways[: length - 1],
            trusts=state.trusts[:length],
            focus="",
            back=True,
        )

    def _see(self, line: str) -> Sequence[Result]:
        state = self._state
        name = f"{state.place}/{line}"
        if name in state.tapped:
            self._state = replace(state, focus=name)
            return ()
        spotted = bool(line_of(self._lesson, name).move)
        attempt = 1 + sum(other.startswith(f"{state.place}/") for other in state.tapped)
        self._state = replace(
            state,
            focus=name,
            tapped=(*state.tapped, name),
            streak=state.streak + 1 if spotted else 0,
            begun=state.begun or spotted,
        )
        return (
            Result(
                Fact.ANSWERED,
                step=f"{state.place}-spot",
                choice=line,
                outcome=Outcome.GOOD if spotted else Outcome.TRY_AGAIN,
                attempt=attempt,
                light=MOVE_LIGHT if spotted else 0,
            ),
        )

    def _go(self, option: str) -> Sequence[Result]:
        state, lesson = self._state, self._lesson
        name, trust = state.place, state.trusts[-1]
        if option.startswith(EXIT):
            to, miss = next(way.to for way in lesson.exits if f"{EXIT}{way.id}" == option), False
        else:
            reply = next(reply for reply in lesson.beats[name].replies if reply.id == option)
            to, miss = reply.to, is_miss(lesson, reply)
            trust = min(OPEN, max(0, trust + reply.trust)) if lesson.trust is not None else 0
        read = names_of(lesson, to, trust) if to in lesson.beats else ()
        tried = (*state.tried, f"{name}/{option}") if miss else state.tried
        self._state = replace(
            state,
            trail=(*state.trail, to),
            ways=(*state.ways, option),
            trusts=(*state.trusts, trust),
            read=(*state.read, *(line for line in read if line not in state.read)),
            focus="",
            tried=tried,
            chosen=(*state.chosen, name),
            endings=state.endings if to in lesson.beats else _with(state.endings, to),
            back=False,
            begun=state.begun or not miss,
        )
        outcome = Outcome.TRY_AGAIN if miss else Outcome.GOOD
        attempt = state.chosen.count(name) + 1
        result = Result(Fact.ANSWERED, step=name, choice=option, outcome=outcome, attempt=attempt)
        if to in lesson.beats:
            return (result,)
        light = 0 if to in state.endings else NEW_ENDING_LIGHT if state.endings else ENDING_LIGHT
        end = Result(Fact.ANSWERED, step="ending", choice=to, outcome=Outcome.GOOD, attempt=1, light=light)
        return result, end


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)


def _shuffled(beat: Beat, name: str, lesson: str, seed: int) -> tuple[Reply, ...]:
    """Dealt, so that nobody learns where the good ones stand."""
    replies = list(beat.replies)
    chance(seed, lesson, name).shuffle(replies)
    return tuple(replies)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Chat:
    """A new chat."""
    return Chat(lesson, seed, cast)

"""Making a document: a line is chosen, agreed on or planned, and all is read through and signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cop_challenge.activities.deal import words
from cop_challenge.activities.deal.board import Board, Stage
from cop_challenge.activities.deal.document import SIGNED, Document, document
from cop_challenge.activities.deal.schema import Model, Option, Rule, Stands, When, Wording
from cop_challenge.activities.deal.state import (
    ENDINGS,
    HANDS,
    begin,
    onward,
    opened,
    saving,
    suggestions,
    taken_back,
    turn,
)
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Mark, Note, Offer, Role, Tone, View, taken
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN

LEVELS = {stands: f"ui/deal/level-{stands}.svg" for stands in Stands}
PERIODS = {when: f"ui/deal/{when}.svg" for when in When}
BACK = "ui/icons/retry.svg"


class Deal:
    """A document being made."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._seed = seed
        self._cast = cast
        self._state = begin(lesson)

    def document(self) -> Document:
        """As it stands now."""
        return document(self._lesson, dict(self._state.chosen), self._state.signed)

    # ------------------------------------------------------------------ view

    def view(self) -> View:
        """The document on the table, and what to do about the line at hand."""
        state, lesson = self._state, self._lesson
        signed = state.stage is Stage.SIGNED
        reading = signed or state.stage is Stage.READ
        board = self._board()
        return View(
            place=str(state.stage) if reading else f"{lesson.lines[state.line].id}-{state.stage}",
            done=board.agreed + signed,
            total=len(lesson.lines) + 1,
            offers=self._offers(),
            prompt=self._prompt(),
            heading=lesson.heading if signed else NOTHING,
            aloud=self._aloud(board),
            board=board,
            note=self._note(),
            hint=self._hint(),
            finished=state.finished,
        )

    def _board(self) -> Board:
        state, lesson = self._state, self._lesson
        made = self.document()
        reading = state.stage in (Stage.READ, Stage.SIGNED)
        line = None if reading else lesson.lines[state.line]
        asked = isinstance(line, Rule) and state.stage is Stage.CHOOSE
        return Board(
            stage=state.stage,
            document=made,
            line=line.id if line else "",
            agreed=sum(known.whole and known.id != (line.id if line else "") for known in made.lines),
            turn=turn(lesson, state),
            child=self._cast.get(lesson.child),
            parent=self._cast.get(lesson.parent),
            child_says=line.child_says if asked and isinstance(line, Rule) else NOTHING,
            parent_says=line.parent_says if asked and isinstance(line, Rule) else NOTHING,
            shown=state.stage is Stage.CHOOSE and saving(state, self._options()) is not None,
        )

    def _aloud(self, board: Board) -> tuple[Text, ...]:
        """Both sides' views; the line at hand, or the whole document where it is read."""
        reading = board.stage in (Stage.READ, Stage.SIGNED)
        found = [board.child_says, board.parent_says]
        if board.turn and not reading:
            asked = board.stage is Stage.CHOOSE and not self._state.tried
            found.append(words.CHOOSES[board.turn] if asked else NOTHING)
        found.append(board.document.title)
        for line in board.document.lines:
            found += [words.PILLARS[line.pillar] if line.pillar else NOTHING, line.text, line.who]
            found.append(words.PERIODS[line.when] if line.when else NOTHING)
        return tuple(text for text in found if text)

    def _options(self) -> Sequence[Option]:
        return suggestions(self._lesson, self._state, self._seed)

    def _offers(self) -> tuple[Offer, ...]:
        state = self._state
        if state.stage is Stage.SIGNED:
            return (Offer("continue", do.Continue(), LIGHT_LANTERN, Role.ADVANCE),)
        if state.stage is Stage.READ:
            return self._reading()
        back = Offer("back", do.Undo(), words.STEP_BACK, Role.UNDO, BACK)
        if state.stage is Stage.AGREE:
            hand = turn(self._lesson, state)
            shake = Offer("shake", do.Continue(), words.SHAKE[hand], Role.ADVANCE, f"ui/deal/hand-{hand}.svg")
            return (shake, replace(back, label=words.OTHER_WORDS))
        if state.stage is Stage.STANDS:
            return tuple(Offer(s, do.Choose(s), words.STANDS[s], picture=LEVELS[s]) for s in Stands)
        if state.stage is Stage.WHEN:
            return (*(Offer(w, do.Choose(w), words.PERIODS[w], picture=PERIODS[w]) for w in When), back)
        if state.stage is Stage.WHO:
            return (*(self._offer(role.id, role.name, role.picture) for role in self._lesson.roles), back)
        return self._suggested(back)

    def _suggested(self, back: Offer) -> tuple[Offer, ...]:
        state = self._state
        options = self._options()
        rescue = saving(state, options)
        offers = [self._offer(option.id, option.writes, _picture(option)) for option in options]
        if rescue:
            offers = [replace(offer, enabled=offer.id == rescue.id) for offer in offers]
        if self._lesson.paired or state.rewriting or state.tried:
            return tuple(offers)
        return (*offers, back)

    def _offer(self, name: str, label: Text, picture: str) -> Offer:
        spent = name in self._state.tried
        mark = Mark.TRY_AGAIN if spent else Mark.PLAIN
        return Offer(name, do.Choose(name), label, picture=picture, mark=mark, enabled=not spent)

    def _reading(self) -> tuple[Offer, ...]:
        hand = turn(self._lesson, self._state) or "school"
        picture = f"ui/deal/{'stamp' if hand == 'school' else f'hand-{hand}'}.svg"
        sign = Offer("sign", do.Continue(), words.SIGN[hand], Role.ADVANCE, picture)
        if self._state.signed:
            return (sign,)
        return (
            sign,
            *(
                Offer(line.id, do.Choose(line.id), line.text, enabled=line.id not in self._state.changed)
                for line in self.document().lines
            ),
        )

    def _prompt(self) -> Text:
        state = self._state
        line = self._lesson.lines[state.line]
        hand = turn(self._lesson, state)
        return {
            Stage.STANDS: line.prompt,
            Stage.CHOOSE: line.prompt if self._lesson.paired else words.NEXT_STEP,
            Stage.AGREE: words.AGREE.get(hand, NOTHING),
            Stage.WHO: words.WHO,
            Stage.WHEN: words.WHEN,
            Stage.READ: self._read(),
            Stage.SIGNED: NOTHING,
        }[state.stage]

    def _read(self) -> Text:
        if self._state.signed:
            return words.NOW_YOU
        return words.READ_CARD if self._lesson.paired else words.READ_PLAN

    def _note(self) -> Note | None:
        state, line = self._state, self._lesson.lines[self._state.line]
        if state.stage is Stage.SIGNED:
            return Note(Tone.GOOD, self._lesson.closing)
        if state.stage is Stage.CHOOSE and state.tried:
            if rescue := saving(state, self._options()):
                return Note(Tone.SHOWN, rescue.because)
            return Note(Tone.TRY_AGAIN, _named(line.choices, state.tried[-1]).because)
        if state.stage is Stage.WHO and state.tried:
            role = next(role for role in self._lesson.roles if role.id == state.tried[-1])
            return Note(Tone.TRY_AGAIN, role.because)
        if state.stage in (Stage.AGREE, Stage.WHO):
            return Note(Tone.GOOD, _named(line.choices, dict(state.chosen)[line.id]).because)
        return None

    def _hint(self) -> str:
        """The first line is filled with Nuru."""
        state = self._state
        if state.warm or state.stage is not Stage.CHOOSE:
            return ""
        return next((option.id for option in self._options() if option.fits), "")

    # ------------------------------------------------------------------- act

    def act(self, action: do.Action) -> Sequence[Result]:
        """Choose, agree, go a step back, open a line again, or sign."""
        taken(self.view().offers, action)
        state = self._state
        if isinstance(action, do.Undo):
            self._state = taken_back(self._lesson, state)
        elif isinstance(action, do.Choose) and state.stage is Stage.READ:
            self._state = opened(self._lesson, state, action.option)
        elif isinstance(action, do.Choose):
            return (self._choose(action.option),)
        elif state.stage is Stage.READ:
            return (self._sign(),)
        elif state.stage is Stage.SIGNED:
            self._state = replace(state, finished=True)
        else:
            self._state = onward(self._lesson, state)
        return ()

    def _choose(self, option: str) -> Result:
        state = self._state
        name = self._lesson.lines[state.line].id
        step, attempt = name + ENDINGS[state.stage], len(state.tried) + 1
        if not self._holds(option):
            self._state = replace(state, tried=(*state.tried, option), missed=True)
            return Result(Fact.ANSWERED, step=step, choice=option, outcome=Outcome.TRY_AGAIN, attempt=attempt)
        after = replace(state.with_choice(step, option), tried=())
        light = 0
        if state.stage is Stage.CHOOSE:
            after = replace(after, warm=True)
            if name not in state.paid:
                light = answer_light(attempt)
                after = replace(after, paid=(*state.paid, name))
        if state.stage is Stage.WHEN:
            self._state = onward(self._lesson, after)
        else:
            self._state = replace(after, stage=self._following(state.stage))
        judged = state.stage in (Stage.CHOOSE, Stage.WHO)
        outcome = Outcome.GOOD if judged else Outcome.NONE
        return Result(Fact.ANSWERED, step=step, choice=option, outcome=outcome, attempt=attempt, light=light)

    def _following(self, stage: Stage) -> Stage:
        if stage is Stage.STANDS:
            return Stage.CHOOSE
        if stage is Stage.CHOOSE:
            return Stage.AGREE if self._lesson.paired else Stage.WHO
        return Stage.WHEN

    def _holds(self, option: str) -> bool:
        """Whether it can stand in the document. Where a school stands, and by when, always can."""
        state = self._state
        if state.stage is Stage.CHOOSE:
            return _named(self._lesson.lines[state.line].choices, option).fits
        if state.stage is Stage.WHO:
            return next(role for role in self._lesson.roles if role.id == option).fits
        return True

    def _sign(self) -> Result:
        state = self._state
        hand = turn(self._lesson, state) or "school"
        signed = (*state.signed, hand)
        whole = not self._lesson.paired or len(signed) == len(HANDS)
        self._state = replace(state, signed=signed, stage=Stage.SIGNED if whole else Stage.READ)
        return Result(Fact.ANSWERED, step=SIGNED, choice=hand, outcome=Outcome.GOOD, attempt=1)


def _picture(option: Option) -> str:
    """Its own; else the hands it binds."""
    if option.picture or not isinstance(option, Wording):
        return option.picture
    return f"ui/deal/binds-{option.binds}.svg"


def _named(choices: Sequence[Option], name: str) -> Option:
    return next(choice for choice in choices if choice.id == name)


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Deal:
    """A new document."""
    return Deal(lesson, seed, cast)

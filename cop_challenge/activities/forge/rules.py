"""Playing a forge: fill the mould, let the bot try, mend it; then keep it in the head and to oneself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cop_challenge.activities.forge import questions, words
from cop_challenge.activities.forge.bench import (
    EMPTY,
    Attack,
    Bench,
    Board,
    attack,
    bench_board,
    holds,
    offers,
    reason,
    sample,
    soft,
)
from cop_challenge.activities.forge.schema import Bot, Keeping, Model, Tile
from cop_challenge.core.actions import Action, Choose, Continue, Place
from cop_challenge.core.activity import Note, Offer, Role, Tone, View, taken
from cop_challenge.core.chance import chance
from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.scoring import answer_light
from cop_challenge.core.text import NOTHING
from cop_challenge.core.track import Character
from cop_challenge.core.words import LIGHT_LANTERN, NEXT

SENTENCES = "story"
"""Place and step of the sentences."""


@dataclass(frozen=True)
class _State:
    """Where the lesson is: first the bots, then the sentences, then how the lock is kept."""

    step: int = 0
    stage: str = "bench"
    """With a bot: bench, night (it has tried) or shown (Nuru's lock)."""
    bench: Bench = EMPTY
    misses: int = 0
    """Locks of this step that the bot opened."""
    note: Note | None = None
    shows: bool = False
    """The empty mould was pressed: Nuru's hand shows what goes in."""
    begun: bool = False
    """Something has been put into the mould: nobody needs to be shown how any more."""
    sharp: bool = False
    """The lock before held at once: harder tiles come, helps go."""
    forged: tuple[str, ...] = ()
    """The last lock that held."""
    asked: questions.Asked = questions.UNASKED
    finished: bool = False


class Forge:
    """A forge at work."""

    def __init__(self, lesson: Model, seed: int, cast: Mapping[str, Character]) -> None:
        self._lesson = lesson
        self._cast = cast
        shelf = list(lesson.tiles)
        chance(seed, lesson.id, "shelf").shuffle(shelf)
        self._shelf = tuple(shelf)
        self._orders = {SENTENCES: questions.dealt(lesson.sentences, seed, lesson.id, SENTENCES)} | {
            scene.id: questions.dealt(scene.answers, seed, lesson.id, scene.id) for scene in lesson.keeping
        }
        self._state = _State()

    # ------------------------------------------------------------------ view

    @property
    def _bot(self) -> Bot | None:
        step = self._state.step
        return self._lesson.bots[step] if step < len(self._lesson.bots) else None

    @property
    def _scene(self) -> Keeping | None:
        """The scene of keeping it; None with the bots and the sentences."""
        step = self._state.step - len(self._lesson.bots) - 1
        return self._lesson.keeping[step] if step >= 0 else None

    @property
    def _steps(self) -> int:
        return len(self._lesson.bots) + 1 + len(self._lesson.keeping)

    def view(self) -> View:
        """The bench with its shelf, the bot's night, or a question with its answers."""
        bot = self._bot
        if bot is None:
            return self._question()
        return self._at_bench(bot) if self._state.stage == "bench" else self._at_night(bot)

    def _tiles(self) -> tuple[Tile, ...]:
        """What is on the shelf of this step."""
        return tuple(tile for tile in self._shelf if self._state.sharp or not tile.hard)

    def _at_bench(self, bot: Bot) -> View:
        state = self._state
        return View(
            place=bot.id,
            done=state.step,
            total=self._steps,
            offers=offers(self._lesson, bot, state.bench, self._tiles()),
            speaker=self._cast.get(self._lesson.hero),
            story=bot.story,
            prompt=words.FILL.fill(span=words.SPANS[bot.must_hold]),
            note=state.note,
            aloud=(board := self._board(bot)).aloud,
            board=board,
            hint=self._hint(bot),
            finished=False,
        )

    def _hint(self, bot: Bot) -> str:
        """The first tile ever is a good one; later on the hand shows how, not which."""
        state = self._state
        if state.shows:
            taken_ = (*state.bench.mould, *state.bench.cracked)
            return next(tile.id for tile in self._tiles() if tile.id not in taken_)
        if state.begun:
            return ""
        best = {tile.id for tile in self._lesson.best(self._tiles(), bot)}
        return next(tile.id for tile in self._tiles() if tile.id in best)

    def _gauged(self) -> bool:
        """Whether the gauges are shown: at first, and again after a miss."""
        return self._state.step == 0 or self._state.misses > 0 or not self._state.sharp

    def _board(self, bot: Bot, tried: Attack | None = None) -> Board:
        state, hero = self._state, self._cast.get(self._lesson.hero)
        gauged = self._gauged() or state.stage != "bench"
        board = bench_board(self._lesson, bot, state.bench, self._tiles(), gauged=gauged)
        knows = words.KNOWS.fill(hero=hero.name if hero else "") if bot.knows_hero else NOTHING
        return replace(board, stage=state.stage, knows=knows, attack=tried)

    def _at_night(self, bot: Bot) -> View:
        state = self._state
        tried = attack(self._lesson, bot, state.bench.mould)
        on = NEXT if tried.held or state.misses >= questions.TRIES else words.AGAIN
        return View(
            place=f"{bot.id}-{state.stage}",
            done=state.step + tried.held,
            total=self._steps,
            offers=(Offer("continue", Continue(), on, Role.ADVANCE),),
            story=bot.yawns if tried.held else bot.opens,
            note=state.note,
            aloud=(board := self._board(bot, tried)).aloud,
            board=board,
        )

    def _question(self) -> View:
        state, scene = self._state, self._scene
        options = self._orders[scene.id if scene else SENTENCES]
        names = tuple(self._lesson.story_name(id_) for id_ in state.forged)
        shown = [questions.offer(option, state.asked, names) for option in options]
        if state.asked.solved:
            last = state.step == self._steps - 1
            shown.append(Offer("continue", Continue(), LIGHT_LANTERN if last else NEXT, Role.ADVANCE))
        bot = self._lesson.bots[-1]
        bench = Bench(mould=state.forged)
        samples = [
            sample(self._lesson, bot, self._lesson.tile(id_), bench, gauged=False) for id_ in state.forged
        ]
        board = Board("keep" if scene else "story", mould=tuple(samples), happy=bool(state.asked.solved))
        return View(
            place=scene.id if scene else SENTENCES,
            done=state.step + bool(state.asked.solved),
            total=self._steps,
            offers=tuple(shown),
            speaker=self._cast.get(scene.who if scene else self._lesson.hero),
            story=scene.story if scene else NOTHING,
            prompt=scene.prompt if scene else words.STORY,
            note=state.asked.note,
            aloud=board.aloud,
            board=board,
            finished=state.finished,
        )

    # ------------------------------------------------------------------- act

    def act(self, action: Action) -> Sequence[Result]:
        """Put in, take out, listen, forge, answer, go on."""
        taken(self.view().offers, action)
        bot = self._bot
        if isinstance(action, Continue):
            self._go_on(bot)
            return ()
        if bot is None:
            assert isinstance(action, Choose)
            return (self._answer(action.option),)
        if action == Choose("hammer"):
            return (self._strike(bot),)
        self._handle(bot, action)
        return ()

    def _handle(self, bot: Bot, action: Action) -> None:
        """Everything at the bench but the hammer."""
        state, bench = self._state, self._state.bench
        if action == Choose("mould"):
            self._state = replace(state, shows=True)
        elif action == Choose("knock"):
            self._knock(bot)
        elif isinstance(action, Place):
            before = None if action.into == "mould" else _index(action.into)
            self._state = replace(
                state, bench=bench.put(action.thing, before), note=None, begun=True, shows=False
            )
        elif isinstance(action, Choose) and action.option.startswith("slot-"):
            self._state = replace(state, bench=bench.taken_out(_index(action.option)), note=None)
        elif isinstance(action, Choose):
            self._state = replace(state, bench=bench.put(action.option), note=None, begun=True, shows=False)

    def _knock(self, bot: Bot) -> None:
        state, bench = self._state, self._state.bench
        if holds(self._lesson, bot, bench.mould):
            note = Note(Tone.GOOD, words.RINGS)
        else:
            index = soft(self._lesson, bot, bench.mould)
            why = reason(self._lesson, bot, bench.mould)
            note = Note(Tone.SHOWN, why)
            if index is not None:
                tile = self._lesson.tile(bench.mould[index])
                note = Note(Tone.SHOWN, words.HOLLOW.fill(tile=tile.text, because=why))
                self._state = replace(state, bench=bench.broken(index), note=note)
                return
        self._state = replace(state, bench=replace(bench, knocked=True), note=note)

    def _strike(self, bot: Bot) -> Result:
        state, mould = self._state, self._state.bench.mould
        held, attempt = holds(self._lesson, bot, mould), state.misses + 1
        if held:
            note, misses = Note(Tone.GOOD, bot.because), state.misses
        else:
            note, misses = Note(Tone.TRY_AGAIN, reason(self._lesson, bot, mould)), attempt
        self._state = replace(state, stage="night", note=note, misses=misses)
        return Result(
            Fact.ANSWERED,
            step=bot.id,
            choice="+".join(mould),
            outcome=Outcome.GOOD if held else Outcome.TRY_AGAIN,
            attempt=attempt,
            light=answer_light(attempt) if held else 0,
        )

    def _go_on(self, bot: Bot | None) -> None:
        state = self._state
        if bot and not holds(self._lesson, bot, state.bench.mould):
            self._state = self._mended(bot)
        elif bot:
            self._state = _State(
                step=state.step + 1, begun=True, sharp=state.misses == 0, forged=state.bench.mould
            )
        elif state.step == self._steps - 1:
            self._state = replace(state, finished=True)
        else:
            self._state = _State(step=state.step + 1, begun=True, sharp=state.sharp, forged=state.forged)

    def _mended(self, bot: Bot) -> _State:
        """After a miss: the weak tile falls out; after the last, Nuru's lock stands there."""
        state, bench = self._state, self._state.bench
        index = soft(self._lesson, bot, bench.mould)
        if index is not None:
            bench = bench.broken(index)
        if state.misses < questions.TRIES:
            return replace(state, stage="bench", bench=replace(bench, knocked=False), note=None)
        best = self._lesson.best(tuple(t for t in self._tiles() if t.id not in bench.cracked), bot)
        mould = tuple(tile.id for tile in best)
        return replace(
            state, stage="shown", bench=replace(bench, mould=mould), note=Note(Tone.SHOWN, bot.because)
        )

    def _answer(self, choice: str) -> Result:
        state, scene = self._state, self._scene
        place = scene.id if scene else SENTENCES
        asked, result = questions.answered(self._orders[place], state.asked, place, choice)
        self._state = replace(state, asked=asked)
        return result


def _index(slot: str) -> int:
    """Place of `slot-1` in the mould: 0."""
    return int(slot.removeprefix("slot-")) - 1


def play(lesson: Model, seed: int, cast: Mapping[str, Character]) -> Forge:
    """A new forge."""
    return Forge(lesson, seed, cast)

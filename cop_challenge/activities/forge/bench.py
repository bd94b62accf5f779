"""What lies on the bench: tiles in the mould, and what a bot makes of them. Frozen values, pure steps."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log10

from cop_challenge.activities.forge import estimate, words
from cop_challenge.activities.forge.schema import WEAK, Bot, Model, Tile
from cop_challenge.activities.forge.spans import SECONDS
from cop_challenge.core.actions import Choose, Place
from cop_challenge.core.activity import Mark, Offer, Role
from cop_challenge.core.text import NOTHING, Text


@dataclass(frozen=True)
class Bench:
    """One round of forging."""

    mould: tuple[str, ...] = ()
    """Tiles in the mould, by id, in their order."""
    cracked: tuple[str, ...] = ()
    """Tiles that turned out weak against this bot; they stay out of its mould."""
    knocked: bool = False
    """It has been listened to since the mould changed."""

    def put(self, tile: str, before: int | None = None) -> Bench:
        """With one tile more, at the end or in front of another."""
        at = len(self.mould) if before is None else before
        return replace(self, mould=(*self.mould[:at], tile, *self.mould[at:]), knocked=False)

    def taken_out(self, index: int) -> Bench:
        """Without the tile in that place."""
        return replace(self, mould=self.mould[:index] + self.mould[index + 1 :], knocked=False)

    def broken(self, index: int) -> Bench:
        """The tile in that place cracks and falls out."""
        return replace(self.taken_out(index), cracked=(*self.cracked, self.mould[index]))


EMPTY = Bench()


@dataclass(frozen=True, slots=True)
class Sample:
    """A tile as the scene draws it."""

    id: str
    text: Text
    picture: str
    gauge: int = -1
    """Marks of its gauge; -1: not shown."""
    cracked: bool = False


@dataclass(frozen=True, slots=True)
class Attack:
    """A night of guessing."""

    held: bool
    guesses: Text
    lasts: Text
    """How long it held, in a time one knows."""
    share: float
    """How far along the road of spans it came, 0 to 1."""
    goal: float
    """How far along the road the goal stands."""


@dataclass(frozen=True, slots=True)
class Board:
    """What only the forge's own scene draws."""

    stage: str
    """bench, night, shown or keep."""
    slots: int = 0
    mould: tuple[Sample, ...] = ()
    shelf: tuple[Sample, ...] = ()
    """All tiles of the shelf in their order; those in the mould are no offers that can be taken."""
    bot: Text = NOTHING
    rate: Text = NOTHING
    knows: Text = NOTHING
    """That the bot knows the hero; empty if it does not."""
    attack: Attack | None = None
    happy: bool = False
    """A story that helps has been found: the tiles dance."""

    @property
    def aloud(self) -> tuple[Text, ...]:
        """The bot, how its night went, and the passphrase as far as it goes."""
        night = (self.attack.guesses, self.attack.lasts) if self.attack else ()
        return (self.bot, self.rate, self.knows, *night, *(sample.text for sample in self.mould))


def road(seconds: float) -> float:
    """Place of a time on the road from a blink to the age of the stars, 0 to 1, on a scale of powers."""
    lengths = list(SECONDS.values())
    low, high = log10(lengths[0]), log10(lengths[-1])
    return min(1.0, max(0.0, (log10(max(seconds, lengths[0])) - low) / (high - low)))


def factors(lesson: Model, bot: Bot, mould: Sequence[str]) -> tuple[int, ...]:
    """What each tile of the mould multiplies the bot's guesses by."""
    return estimate.factors([lesson.piece(lesson.tile(id_), bot) for id_ in mould])


def holds(lesson: Model, bot: Bot, mould: Sequence[str]) -> bool:
    """Whether the bot gives up."""
    return lesson.holds(tuple(lesson.tile(id_) for id_ in mould), bot)


def soft(lesson: Model, bot: Bot, mould: Sequence[str]) -> int | None:
    """Index of the tile that cracks when this mould does not hold.

    None: every tile is good and there is still room, so only more of them are needed.
    """
    index = estimate.weakest([lesson.piece(lesson.tile(id_), bot) for id_ in mould])
    weak = factors(lesson, bot, mould)[index] < WEAK
    return index if weak or len(mould) == bot.slots else None


def reason(lesson: Model, bot: Bot, mould: Sequence[str]) -> Text:
    """Why this mould does not hold."""
    index = soft(lesson, bot, mould)
    if index is None:
        return words.SHORT
    tile = lesson.tile(mould[index])
    alike = [lesson.tile(id_).same_as or id_ for id_ in mould[:index]]
    if (tile.same_as or tile.id) in alike:
        return words.REPEATED
    return lesson.pool(tile.pool).because


def attack(lesson: Model, bot: Bot, mould: Sequence[str]) -> Attack:
    """What comes of a night of guessing."""
    count = estimate.guesses([lesson.piece(lesson.tile(id_), bot) for id_ in mould])
    seconds = estimate.seconds(count, bot.guesses_per_second)
    held = seconds >= SECONDS[bot.must_hold]
    return Attack(
        held=held,
        guesses=words.GUESSES.fill(number=words.number(count)),
        lasts=words.duration(seconds, held),
        share=road(seconds),
        goal=road(SECONDS[bot.must_hold]),
    )


def sample(lesson: Model, bot: Bot, tile: Tile, bench: Bench, *, gauged: bool) -> Sample:
    """The tile on the shelf or in the mould."""
    marks = -1
    if gauged and tile.id in bench.mould:
        marks = estimate.gauge(factors(lesson, bot, bench.mould)[bench.mould.index(tile.id)])
    return Sample(tile.id, tile.text, tile.picture, marks, tile.id in bench.cracked)


def bench_board(lesson: Model, bot: Bot, bench: Bench, tiles: Sequence[Tile], *, gauged: bool) -> Board:
    """What the scene draws of a bench; `gauged`: with the gauges of what is in the mould."""
    samples = {tile.id: sample(lesson, bot, tile, bench, gauged=gauged) for tile in tiles}
    return Board(
        stage="bench",
        slots=bot.slots,
        mould=tuple(samples[id_] for id_ in bench.mould),
        shelf=tuple(samples.values()),
        bot=bot.name,
        rate=words.RATE.fill(number=words.number(bot.guesses_per_second)),
    )


def offers(lesson: Model, bot: Bot, bench: Bench, tiles: Sequence[Tile]) -> tuple[Offer, ...]:
    """What can be done at a bench with these tiles on its shelf."""
    full = len(bench.mould) >= bot.slots
    free = [t.id for t in tiles if t.id not in bench.mould and t.id not in bench.cracked]
    open_ = [] if full else free
    found: list[Offer] = []
    enough = len(bench.mould) >= bot.least
    if enough:
        found.append(Offer("hammer", Choose("hammer"), words.FORGE, Role.ADVANCE))
    found += [
        Offer(
            tile.id,
            Choose(tile.id),
            tile.text,
            picture=tile.picture,
            mark=Mark.TRY_AGAIN if tile.id in bench.cracked else Mark.PLAIN,
            enabled=tile.id in open_,
        )
        for tile in tiles
    ]
    if open_:
        found.append(Offer("mould", Choose("mould"), words.MOULD))
    if enough:
        found.append(Offer("knock", Choose("knock"), words.KNOCK, enabled=not bench.knocked))
    for number, id_ in enumerate(bench.mould, 1):
        # A way back, like rewinding: it leads away from a finished lock, never on.
        label = words.TAKE_OUT.fill(tile=lesson.tile(id_).text)
        found.append(Offer(f"slot-{number}", Choose(f"slot-{number}"), label, Role.REWIND))
    into = [f"slot-{number}" for number in range(1, len(bench.mould) + 1)] + ["mould"]
    # Numbered, not named: how many there are is all that tells one bench from another.
    for number, (id_, place) in enumerate(itertools.product(open_, into)):
        text = lesson.tile(id_).text
        found.append(Offer(f"drag-{number}", Place(id_, place), text, Role.DRAG))
    return tuple(found)

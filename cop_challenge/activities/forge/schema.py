"""A passphrase forge: picture tiles, the lists they come from, bots that guess, and how the lock is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cop_challenge.activities import fields
from cop_challenge.activities.forge import estimate
from cop_challenge.activities.forge.spans import SECONDS, Span
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Pictured, repeated_ids
from cop_challenge.core.text import Text


class Pool(Entry):
    """A list that tiles are drawn from: its length is what a tile is worth."""

    model_config = ConfigDict(title="list of tiles")

    id: fields.Id
    """Its name in `tiles`; nobody sees it on screen."""
    size: Annotated[int, Field(ge=1, le=1_000_000)]
    """Entries in the real world; say in a comment where the number comes from."""
    known: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    """What is left of it for somebody who knows the hero; 0: knowing the hero does not help."""
    because: fields.Because
    """Why a tile of this list is worth that much: shown when it is the weakest."""


class Tile(Entry):
    """A picture on the shelf."""

    id: fields.Id
    text: fields.Title
    """The word under the picture."""
    picture: fields.Picture
    """What it shows."""
    pool: fields.Id
    """The id of the list it comes from."""
    same_as: fields.Id | None = None
    """The id of the tile of which this is a copy: both in one mould are a repeat."""
    hard: bool = False
    """`yes`: looks better than it is, and comes to the shelf only after a lock that held at once."""


class Bot(Entry):
    """One who guesses, and the lock it must not open."""

    id: fields.Id
    name: fields.Title
    """Who guesses."""
    story: fields.Story
    """What it knows and how it guesses."""
    guesses_per_second: Annotated[int, Field(ge=1, le=10**13)]
    """Its speed; say in a comment where the number comes from."""
    knows_hero: bool = False
    """`yes`: of a list with `known` it has only so many to try."""
    must_hold: Span
    """The time a good lock outlasts."""
    least: Annotated[int, Field(ge=3, le=6)] = 3
    """Fewest tiles of the passphrase."""
    slots: Annotated[int, Field(ge=3, le=6)]
    """Most tiles of the passphrase; for the last bot the same number as `least`."""
    because: fields.Because
    """Why the good lock held."""
    yawns: fields.Message
    """What the bot says when it gives up: a joke."""
    opens: fields.Message
    """What the bot says when it comes in: a joke, never a threat."""


class Sentence(Entry):
    """A way to remember the tiles; `{one}`, `{two}`… stand for them in their order."""

    id: fields.Id
    text: fields.Prompt
    """A way to remember the tiles; `{one}`, `{two}`… stand for them in their order."""
    right: bool
    """Whether it is a good way."""
    because: fields.Because
    """Why: shown when it is chosen, right or not."""


class Answer(Pictured):
    """One of the answers about keeping it."""

    id: fields.Id
    text: fields.Answer
    """The answer, as it stands on its card."""
    right: bool
    """Whether it is right; several may be, and at least one is not."""
    because: fields.Because
    """Why: shown when it is chosen, right or not."""


class Keeping(Entry):
    """A small scene about keeping a passphrase."""

    model_config = ConfigDict(title="small scene")

    id: fields.Id
    who: fields.CharacterId
    """Who stands beside the story."""
    story: fields.Story
    """What happens, before the question."""
    prompt: fields.Prompt
    """The question."""
    harmless: bool
    """`yes`: nothing is wrong here, and trusting is right. At least a third of the scenes."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=4), fields.AtMost("options")]
    """What to choose from."""


class Model(Lesson):
    """A forge lesson."""

    kind: Literal["forge"]
    hero: fields.CharacterId
    """Whose lock it is; bots may know the hero."""
    pools: Annotated[tuple[Pool, ...], Field(min_length=2, max_length=12)]
    """The lists that tiles come from."""
    tiles: Annotated[tuple[Tile, ...], Field(min_length=6, max_length=10)]
    """What lies on the shelf."""
    bots: Annotated[tuple[Bot, ...], Field(min_length=1, max_length=3)]
    """Who attacks, one after the other."""
    sentences: Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=3)]
    """Ways to remember the passphrase: at least one good, one not."""
    keeping: Annotated[tuple[Keeping, ...], Field(min_length=2, max_length=4)]
    """Small scenes about keeping it."""

    def tile(self, id_: str) -> Tile:
        """The tile of that id."""
        return next(tile for tile in self.tiles if tile.id == id_)

    def story_name(self, id_: str) -> Text:
        """What the tile is called in a story: a copy as what it copies."""
        tile = self.tile(id_)
        return self.tile(tile.same_as).text if tile.same_as else tile.text

    def pool(self, id_: str) -> Pool:
        """The list of that id."""
        return next(pool for pool in self.pools if pool.id == id_)

    def piece(self, tile: Tile, bot: Bot) -> estimate.Piece:
        """The tile as that bot sees it."""
        pool = self.pool(tile.pool)
        size = min(pool.known, pool.size) if bot.knows_hero and pool.known else pool.size
        return estimate.Piece(tile.same_as or tile.id, tile.pool, size)

    def best(self, tiles: tuple[Tile, ...], bot: Bot) -> tuple[Tile, ...]:
        """The tiles that make the strongest lock against the bot, each word once, in the order given."""
        originals_last = sorted(tiles, key=lambda tile: tile.same_as is None)
        single = {tile.same_as or tile.id: tile for tile in originals_last}
        ranked = sorted(single.values(), key=lambda tile: -self.piece(tile, bot).size)[: bot.slots]
        return tuple(tile for tile in tiles if tile in ranked)

    def holds(self, tiles: tuple[Tile, ...], bot: Bot) -> bool:
        """Whether the lock of these tiles outlasts what the bot's lock must."""
        count = estimate.guesses([self.piece(tile, bot) for tile in tiles])
        return estimate.seconds(count, bot.guesses_per_second) >= SECONDS[bot.must_hold]

    def judged(self) -> Judged:
        """Its small scenes about keeping the lock."""
        return Judged.of(scene.harmless for scene in self.keeping)


WEAK = 1_000
"""A tile that multiplies guesses by less sounds hollow."""

HARMLESS_SHARE = 1 / 3
"""Least share of harmless scenes: a game of dangers only trains suspicion (Leder 2024)."""

PLACES = ("one", "two", "three", "four", "five", "six")
"""Placeholders of sentences."""

HANDS = ("hammer", "mould", "knock", "continue", *(f"slot-{number}" for number in range(1, 7)))
"""Ids that the game itself uses for what can be pressed."""

_PLACEHOLDER = re.compile(r"{([^{}]*)}")


def check(lesson: Model) -> Iterator[Finding]:
    """Repeated ids, unknown lists and tiles, locks nobody could forge, stories that leave tiles out, and what
    every lesson with answers must keep."""
    yield from repeated_ids(lesson.pools, ("pools",))
    yield from repeated_ids(lesson.tiles, ("tiles",))
    yield from repeated_ids(lesson.sentences, ("sentences",))
    yield from repeated_ids((*lesson.bots, *lesson.keeping), ("bots",))
    pools, tiles = [pool.id for pool in lesson.pools], [tile.id for tile in lesson.tiles]
    known = True
    for index, tile in enumerate(lesson.tiles):
        if tile.id in HANDS:
            yield Finding("repeated-id", ("tiles", index, "id"), {"found": tile.id})
        if tile.pool not in pools:
            known = False
            yield Finding("unknown-part", ("tiles", index, "pool"), {"found": tile.pool, "known": pools})
        if tile.same_as is not None and (tile.same_as not in tiles or tile.same_as == tile.id):
            yield Finding(
                "unknown-part", ("tiles", index, "same_as"), {"found": tile.same_as, "known": tiles}
            )
    if known:
        yield from _locks(lesson)
    yield from _sentences(lesson)
    for index, scene in enumerate(lesson.keeping):
        here = ("keeping", index, "answers")
        yield from repeated_ids(scene.answers, here)
        yield from _answers(scene.answers, here, scene.id)
    harmless, total = lesson.judged()
    if harmless < total * HARMLESS_SHARE:
        yield Finding("few-harmless", ("keeping",), {"count": harmless, "total": total})


def _locks(lesson: Model) -> Iterator[Finding]:
    """Against each bot a lock must hold: of tiles that are always on the shelf and ring true."""
    always = tuple(tile for tile in lesson.tiles if not tile.hard)
    for index, bot in enumerate(lesson.bots):
        best = lesson.best(always, bot)
        pieces = [lesson.piece(tile, bot) for tile in best]
        rings = all(piece.size >= WEAK for piece in pieces)
        # Without the help of mixed lists, so that whatever is left after weak tiles are gone holds too.
        one_list = [estimate.Piece(piece.word, "", piece.size) for piece in pieces]
        lasts = estimate.seconds(estimate.guesses(one_list), bot.guesses_per_second) >= SECONDS[bot.must_hold]
        if len(best) < bot.slots or bot.least > bot.slots or not (rings and lasts):
            yield Finding("no-good-lock", ("bots", index), {"bot": bot.id})


def _sentences(lesson: Model) -> Iterator[Finding]:
    """The last lock has a fixed number of tiles, and each sentence names each of them."""
    last = lesson.bots[-1]
    wanted = set(PLACES[: last.slots])
    if last.least != last.slots:
        yield Finding("no-good-lock", ("bots", len(lesson.bots) - 1, "least"), {"bot": last.id})
    for index, sentence in enumerate(lesson.sentences):
        found = set(_PLACEHOLDER.findall(sentence.text.source))
        if found != wanted:
            values = {"found": sorted(found), "known": PLACES[: last.slots]}
            yield Finding("wrong-placeholders", ("sentences", index, "text"), values)
    yield from _answers(lesson.sentences, ("sentences",), "sentences")


def _answers(
    answers: tuple[Answer, ...] | tuple[Sentence, ...], path: tuple[str | int, ...], where: str
) -> Iterator[Finding]:
    if not any(answer.right for answer in answers):
        yield Finding("no-right-answer", path, {"round": where})
    if all(answer.right for answer in answers):
        yield Finding("no-wrong-answer", path, {"round": where})

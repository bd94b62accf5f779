"""From the state of play to the board a scene draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cop_challenge.activities.ripple import words
from cop_challenge.activities.ripple.board import Afloat, Board, Face, Light, Phase
from cop_challenge.activities.ripple.schema import Boat, Model, Person, Post, Ring
from cop_challenge.activities.ripple.spread import Reached
from cop_challenge.core.tags import Feeling
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.core.track import Character


@dataclass(frozen=True)
class Now:
    """What the board depends on besides the lesson."""

    phase: Phase
    asked: bool
    way: str
    ring: Ring | None
    wave: int
    mended: bool
    well: bool
    """It was agreed to, and the circle fits."""
    reached: tuple[Reached, ...]
    before: tuple[tuple[Ring, int], ...]


def board(lesson: Model, cast: Mapping[str, Character], post: Post, now: Now) -> Board:
    """The bay now."""
    reached = {one.boat: one for one in now.reached}
    hero = cast.get(lesson.hero)
    boats = tuple(_afloat(boat, cast, reached.get(boat.id), now) for boat in lesson.bay)
    shared = now.wave > 0
    return Board(
        phase=now.phase,
        sharer=hero.picture if hero else "",
        boats=boats,
        faces=tuple(_face(person, cast, now) for person in post.people),
        ring=now.ring,
        wave=now.wave,
        changed=bool(now.way) and now.asked,
        seen=_told(boats, now.mended) if shared else NOTHING,
        before=now.before,
        mended=now.mended,
        good=now.well and now.phase is Phase.EFFECT,
    )


def _afloat(boat: Boat, cast: Mapping[str, Character], reached: Reached | None, now: Now) -> Afloat:
    who = cast.get(boat.who)
    light = Light.DARK
    if reached and reached.wave <= now.wave:
        light = Light.SEEN
    if light is Light.SEEN and now.mended:
        # Who is near deletes it when asked; far away, nobody can be sure.
        light = Light.COPY if boat.ring is Ring.EVERYBODY else Light.GONE
    return Afloat(
        id=boat.id,
        name=boat.name or (who.name if who else Text(boat.who)),
        picture=boat.picture or (who.picture if who else ""),
        ring=boat.ring,
        light=light,
        wave=reached.wave if reached else 0,
        by=reached.by if reached else "",
    )


def _face(person: Person, cast: Mapping[str, Character], now: Now) -> Face:
    who = cast.get(person.id)
    known = now.asked and now.phase is not Phase.ASK
    return Face(
        name=who.name if who else Text(person.id),
        picture=who.picture if who else "",
        # To what it has become, everybody said yes.
        answer=("yes" if now.way else person.answer) if known else "",
        says=person.says if known else NOTHING,
        feeling=_feeling(person, now),
    )


def _feeling(person: Person, now: Now) -> Feeling | None:
    """How they feel once it has been seen."""
    if now.phase is Phase.MEND:
        return Feeling.RELIEVED if now.mended else Feeling.WORRIED
    if now.phase is not Phase.EFFECT:
        return None
    if now.well:
        return Feeling.HAPPY
    if now.asked:
        return Feeling.WORRIED
    return Feeling.UNSURE if person.answer == "yes" else Feeling.SAD


def _told(boats: tuple[Afloat, ...], mended: bool) -> Text:
    """How many have seen it, in words; when mended, what remains."""
    if mended:
        copies = any(boat.light is Light.COPY for boat in boats)
        return words.COPIES if copies else words.NO_COPIES
    count = sum(boat.light is not Light.DARK for boat in boats)
    if count < 2:
        return words.ONE if count else words.NOBODY
    if count == len(boats):
        return words.ALL
    return next(text for share, text in words.SEEN if count / len(boats) <= share)

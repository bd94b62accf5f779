"""A bystander squad: comments arrive under somebody's post, and those who read along decide what to do."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import combinations
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Entry, Finding, Judged, Lesson, Path, Pictured, repeated_ids
from cop_challenge.core.text import NOTHING

MOST_LIGHTS = 5
"""Lights around the one the post belongs to. One of them never goes out."""

CROWD = 8
"""Heads of those who read along and do nothing yet."""


class Sign(StrEnum):
    """What sort of action it is; each has a sign of its own."""

    SUPPORT = "support"
    """A kind line that everybody can read."""
    PRIVATE = "private"
    """A kind line to one person only."""
    REPORT = "report"
    TELL = "tell"
    """Telling a grown-up."""
    SAVE = "save"
    """Keeping proof."""
    TALK = "talk"
    """A calm word with the one who wrote it."""
    JOKE = "joke"
    """Changing the subject."""
    ASK = "ask"
    ENJOY = "enjoy"
    ANSWER = "answer"
    """Answering back."""
    JOIN = "join"
    LOOK_AWAY = "look-away"


class Comment(Entry):
    """One comment under the post."""

    id: fields.Id
    who: fields.CharacterId
    """Who writes it."""
    text: fields.Message
    """The comment."""


class Effect(Entry):
    """What something does: to the one the post belongs to, to the crowd, and to the player."""

    lights: Annotated[int, Field(ge=-2, le=3)] = 0
    """Lights that come or go."""
    crowd: Annotated[int, Field(ge=-4, le=6)] = 0
    """How many of the crowd follow, or turn away again."""


class Leads(Effect):
    """Something that may lead to an ending."""

    ending: str = ""
    """In the last wave: the id of the ending it leads to; every right action has one there."""


class Action(Leads, Pictured):
    """One thing a bystander can do."""

    id: fields.Id
    sign: Sign
    """What sort of action it is, and so the picture on its card."""
    text: fields.Answer
    """What is done."""
    picture: fields.Picture = ""
    """Another one than its sign's."""
    hand: Literal["left", "right", ""] = ""
    """With `pair: yes`: whose it is, sun (left) or wave (right); each has two at least."""
    right: bool
    """Whether it helps, or, in a harmless wave, fits."""
    exposed: bool = False
    """`yes`: the storm turns to the player."""
    posts: fields.Message = NOTHING
    """What stands under the post then, if it is something written."""
    replies: Annotated[tuple[Comment, ...], Field(max_length=2)] = ()
    """What comes back."""
    because: fields.Because
    """Why: shown when it is chosen, right or not."""


class Together(Leads):
    """What two actions do together."""

    model_config = ConfigDict(title="pair")

    id: fields.Id
    both: Annotated[tuple[str, ...], Field(min_length=2, max_length=2)]
    """The ids of the two actions."""
    because: fields.Because
    """What the two do together."""


class Wave(Entry):
    """What arrives at one go, and what can be done about it."""

    id: fields.Id
    harmless: bool
    """`yes`: nobody is hurt, it is a joke both like or an honest word that helps. At least a third of all
    waves."""
    hard: bool = False
    """`yes`: left out for whoever stumbled in most waves before; not for the last wave."""
    lights: Annotated[int, Field(ge=-3, le=3)] = 0
    """Lights that come or go when it arrives."""
    comments: Annotated[tuple[Comment, ...], Field(min_length=1, max_length=3)]
    """What arrives."""
    scene: fields.Prompt
    """What can be seen of the one the post belongs to: by this one tells teasing from bullying."""
    actions: Annotated[tuple[Action, ...], Field(min_length=2, max_length=6), fields.AtMost("options")]
    """What can be done about it."""
    together: Annotated[tuple[Together, ...], Field(max_length=6)] = ()
    """If there is any, two actions are needed here."""


class Close(Entry):
    """One of the good ways it ends."""

    model_config = ConfigDict(title="ending")

    id: fields.Id
    title: fields.Ending
    """The name of the ending."""
    text: fields.Why
    """What happens."""
    why: fields.Why
    """What helped."""
    jester: fields.CharacterId
    """Who has the last word."""
    joke: fields.Message
    """The last word, from somebody in the crowd."""


class Model(Lesson):
    """A bystander lesson."""

    kind: Literal["bystander"]
    hero: fields.CharacterId
    """Whose post it is, and whose feeling is shown."""
    post: fields.Message
    """The words of the post."""
    picture: fields.Picture = ""
    """What was posted, if you like."""
    lights: Annotated[int, Field(ge=1, le=MOST_LIGHTS)] = 4
    """Lights around the hero at the beginning; one of them never goes out."""
    pair: bool = False
    """`yes`: two at one laptop, and each hand chooses one action in each wave."""
    waves: Annotated[tuple[Wave, ...], Field(min_length=3, max_length=6)]
    """The comments, in the order of the story."""
    endings: Annotated[tuple[Close, ...], Field(min_length=1, max_length=5)]
    """How it may end; at least two, all of them good."""

    def ways_to_end(self) -> Iterator[str]:
        """Ids of the endings."""
        return (ending.id for ending in self.endings)

    def judged(self) -> Judged:
        """Its waves."""
        return Judged.of(wave.harmless for wave in self.waves)


HARMLESS_SHARE = 1 / 3
"""Least share of harmless waves: a game of attacks only trains suspicion (Leder 2024)."""

LEAST_ENDINGS = 2
"""More than one way is good."""

HANDS = ("left", "right")


def check(lesson: Model) -> Iterator[Finding]:
    """Ids, waves or hands without a choice, too few harmless waves, ways that lead to no ending."""
    yield from repeated_ids(lesson.waves, ("waves",))
    yield from repeated_ids(lesson.endings, ("endings",))
    for index, wave in enumerate(lesson.waves):
        yield from _wave(lesson, wave, ("waves", index))
    for waves in (lesson.waves, tuple(wave for wave in lesson.waves if not wave.hard)):
        harmless, total = Judged.of(wave.harmless for wave in waves)
        if harmless < total * HARMLESS_SHARE:
            yield Finding("few-harmless", ("waves",), {"count": harmless, "total": total})
            break
    yield from _endings(lesson)


def _wave(lesson: Model, wave: Wave, here: Path) -> Iterator[Finding]:
    # All ids of a wave share one space: translations find their texts by them.
    everything = (*wave.comments, *wave.actions, *wave.together)
    lists = {"comments": wave.comments, "actions": wave.actions, "together": wave.together}
    places = [(name, number) for name, entries in lists.items() for number in range(len(entries))]
    for finding in repeated_ids(everything, ()):
        name, number = places[int(finding.path[0])]
        yield Finding(finding.rule, (*here, name, number, "id"), finding.values)
    for number, action in enumerate(wave.actions):
        yield from repeated_ids(action.replies, (*here, "actions", number, "replies"))
    known = [action.id for action in wave.actions]
    for number, pair in enumerate(wave.together):
        for name in pair.both:
            if name not in known:
                place = (*here, "together", number, "both")
                yield Finding("unknown-name", place, {"found": name, "known": known})
    right = [action for action in wave.actions if action.right]
    if not right or (wave.together and len(right) < 2):
        yield Finding("no-right-answer", (*here, "actions"), {"round": wave.id})
    if len(right) == len(wave.actions):
        yield Finding("no-wrong-answer", (*here, "actions"), {"round": wave.id})
    if lesson.pair:
        for hand in HANDS:
            own = [action for action in wave.actions if action.hand == hand]
            if len(own) < 2 or not any(action.right for action in own):
                yield Finding("empty-hand", (*here, "actions"), {"hand": hand, "wave": wave.id})


def _endings(lesson: Model) -> Iterator[Finding]:
    last, here = lesson.waves[-1], ("waves", len(lesson.waves) - 1)
    known = [ending.id for ending in lesson.endings]
    named = set()
    lists: dict[str, tuple[Leads, ...]] = {"actions": last.actions, "together": last.together}
    for name, entries in lists.items():
        for number, entry in enumerate(entries):
            named.add(entry.ending)
            if entry.ending and entry.ending not in known:
                path = (*here, name, number, "ending")
                yield Finding("unknown-name", path, {"found": entry.ending, "known": known})
    for number in _astray(lesson, last):
        yield Finding("dead-end", (*here, "actions", number), {"state": last.actions[number].id})
    # A misspelt ending is no reason to call the right one unreachable.
    whole = named <= {*known, ""}
    for number, ending in enumerate(lesson.endings):
        if whole and ending.id not in named:
            yield Finding("unreachable-state", ("endings", number), {"state": ending.id})
    if len(known) < LEAST_ENDINGS:
        yield Finding("few-endings", ("endings",), {"count": len(known), "least": LEAST_ENDINGS})


def _astray(lesson: Model, wave: Wave) -> list[int]:
    """Indexes of right actions with which the last wave can be over and no ending is named."""
    right = [action for action in wave.actions if action.right]
    ways = list(combinations(right, 2 if lesson.pair or wave.together else 1))
    if lesson.pair:
        ways = [way for way in ways if len({action.hand for action in way}) == len(way)]
    lost = {
        way[0].id
        for way in ways
        if not any(action.ending for action in way)
        and not any(pair.ending for pair in wave.together if set(pair.both) == {action.id for action in way})
    }
    return [number for number, action in enumerate(wave.actions) if action.id in lost]

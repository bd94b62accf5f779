"""What a pack changes in the lessons below it without bringing its own: hides, puts first, rewords."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel

from cop_challenge.activities.lesson import Finding, Lesson
from cop_challenge.activities.texts import texts
from cop_challenge.core.measure import Measure
from cop_challenge.core.study import LESSONS
from cop_challenge.core.text import Text
from cop_challenge.core.track import Track
from cop_challenge.lessons.about import About
from cop_challenge.lessons.diagnostics import did_you_mean

V = TypeVar("V")


@dataclass(frozen=True)
class Beneath:
    """What an overlay may name."""

    own: Collection[str]
    """Ids of the pack's own lessons, broken ones too."""
    lessons: Mapping[str, Lesson]
    """Below the pack, as are all others."""
    measures: Mapping[str, Measure]
    tracks: Mapping[str, Track]
    others: tuple[Any, ...]
    """Whatever else has texts."""


def check_overlay(beneath: Beneath, about: About) -> Iterator[Finding]:
    """What is wrong with `hide`, `order` and `texts`."""
    lessons = beneath.lessons
    for name, known in (("hide", {*lessons}), ("order", {*lessons, *beneath.own})):
        for index, lesson in enumerate(getattr(about, name)):
            if lesson not in known:
                hint = did_you_mean(lesson, sorted(known))
                yield Finding("no-such-lesson", (name, index), {"found": lesson, "hint": hint})
    for track, topic in lost_topics(about.hide, beneath.measures):
        yield Finding("lost-topic", ("hide",), {"track": track, "topic": topic, "least": LESSONS})
    yield from _check_texts(about, beneath)


def lost_topics(hidden: Collection[str], measures: Mapping[str, Measure]) -> Iterator[tuple[str, str]]:
    """Track and id of topics that have too few lessons left to be measured."""
    for track, measure in measures.items():
        for topic in measure.topics:
            if len(set(topic.lessons) - set(hidden)) < min(LESSONS, len(topic.lessons)):
                yield track, topic.id


def _check_texts(about: About, beneath: Beneath) -> Iterator[Finding]:
    if not about.texts:
        return
    lessons = beneath.lessons
    roles: dict[str, tuple[str, str]] = {}
    """Track and role of every text of the lessons that are named."""
    for id in {key.partition(".")[0] for key in about.texts} & lessons.keys():
        roles |= {said.text.key: (lessons[id].track, said.role) for said in texts(lessons[id])}
    known = {text.key for text in told((beneath.tracks, beneath.measures, beneath.others))}
    for key, text in about.texts.items():
        path = ("texts", key)
        if key not in roles and key not in known:
            near = [*roles] or [f"{lesson}.title" for lesson in lessons]
            yield Finding("no-such-text", path, {"found": key, "hint": did_you_mean(key, near)})
        elif key in roles and (track := beneath.tracks.get(roles[key][0])):
            length = track.length(about.language)
            limit = track.limits.get(roles[key][1])
            if limit is not None and (count := length.count(text.source)) > length.most(limit):
                rule = "too-many-characters" if length.characters else "too-many-words"
                yield Finding(rule, path, {"key": f"“{key}”", "count": count, "limit": length.most(limit)})


def told(value: Any) -> Iterator[Text]:
    """Every text with a key in a value, however it is nested, in its order."""
    if isinstance(value, Text):
        if value.key and value:
            yield value
        return
    for part in _parts(value):
        yield from told(part)


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple):
        yield from value
    elif isinstance(value, BaseModel):
        yield from (inner for _, inner in value)
    elif is_dataclass(value):
        yield from (getattr(value, each.name) for each in fields(value))


def reworded(value: V, words: Mapping[str, Text]) -> V:
    """The value with the texts replaced whose keys are named; the same object where none is."""
    return _reworded(value, words) if words else value


def _reworded(value: Any, words: Mapping[str, Text]) -> Any:
    change = partial(_reworded, words=words)
    if isinstance(value, Text):
        new = words.get(value.key)
        return value if new is None else replace(value, source=new.source)
    if isinstance(value, Mapping):
        items = {name: change(inner) for name, inner in value.items()}
        return items if any(items[name] is not value[name] for name in items) else value
    if type(value) is tuple:
        inner = tuple(map(change, value))
        return inner if any(a is not b for a, b in zip(inner, value, strict=True)) else value
    if isinstance(value, BaseModel):
        found = {name: new for name, old in value if (new := change(old)) is not old}
        return value.model_copy(update=found) if found else value
    if is_dataclass(value) and not isinstance(value, type):
        own = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        found = {name: new for name, old in own.items() if (new := change(old)) is not old}
        return replace(value, **found) if found else value
    return value

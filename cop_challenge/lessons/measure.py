"""The items that measure what one sitting taught: one file a track in a pack's `measure` folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from cop_challenge.activities import fields
from cop_challenge.activities.fields import Surroundings
from cop_challenge.activities.lesson import SCHEMA_VERSION, Entry, Finding, Pictured, repeated_ids
from cop_challenge.core import measure as core
from cop_challenge.core.planner import LessonCard
from cop_challenge.core.study import LESSONS
from cop_challenge.core.track import Character, Track
from cop_challenge.lessons import language
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.loader import Found, surroundings, validated
from cop_challenge.lessons.source import Refused, read

SAFE_SHARE = 1 / 3
"""Least share of safe cases on a sheet: else suspecting everything would look like learning (Leder 2024)."""


class TopicEntry(Entry):
    """One of the two topics a visit may be dealt."""

    id: fields.Id
    about: str
    """What it is about, for whoever reads the report."""
    lessons: Annotated[tuple[fields.Id, ...], Field(min_length=LESSONS)]
    """Lessons that teach it; a visit dealt this topic plays these first."""


class ReplyEntry(Pictured):
    """One answer."""

    id: fields.Id
    text: fields.Answer
    """As it stands on its card."""
    right: bool
    """Whether it is what the lessons teach; never shown to players."""
    tell: bool = False
    """`yes`: somebody who can help is brought in."""


class ItemEntry(Entry):
    """One question."""

    id: fields.Id
    form: core.Form
    """`a` or `b`: half of the visits see form a before and b after, the others the other way round."""
    topic: str = ""
    """Which topic; none: about neither."""
    case: core.Case
    """`risky`, or `safe`: nothing is wrong here."""
    first: bool = False
    """`yes`: it asks what somebody does first."""
    new: bool = False
    """`yes`: looks unlike anything in the lessons; asked only after the games."""
    who: fields.CharacterId
    """Who stands beside the story."""
    story: fields.Story
    """What happens."""
    prompt: fields.Prompt
    """The question."""
    picture: fields.Picture = ""
    """What it is about."""
    replies: Annotated[tuple[ReplyEntry, ...], Field(min_length=2, max_length=4), fields.AtMost("options")]
    """What to choose from; the game shuffles them."""


class MeasureFile(Entry):
    """One track's items."""

    schema_version: Annotated[int, Field(alias="schema", ge=1, le=SCHEMA_VERSION)]
    """Of the file's form: 1."""
    track: str
    """Whom they are for."""
    design: core.Design
    """`both-topics`, or `one-topic` where a sheet has room for a single scene."""
    before: Annotated[int, Field(ge=1, le=12)]
    """Items on the first sheet."""
    after: Annotated[int, Field(ge=1, le=12)]
    """Items on the second sheet."""
    pace: Annotated[int, Field(ge=40, le=400)]
    """Words a minute that its readers take in, or the voice speaks; the file says where it comes from."""
    ask_sure: Annotated[bool, Field(alias="ask-sure")] = True
    """Ask afterwards how sure somebody is."""
    topics: Annotated[tuple[TopicEntry, ...], Field(min_length=2, max_length=2)]
    """The two topics."""
    items: Annotated[tuple[ItemEntry, ...], Field(min_length=2, max_length=60)]
    """All items of both forms."""


def load_measure(
    path: Path, tracks: Mapping[str, Track], around: Surroundings, cards: Collection[LessonCard]
) -> tuple[MeasureFile | None, list[Problem]]:
    """The file, or None, and every problem in it."""
    try:
        root, problems = read(path)
    except Refused as refused:
        return None, refused.problems
    found = Found(path, root)
    data = root.plain()
    track = data.get("track") if isinstance(data, dict) else None
    if isinstance(track, str) and track not in tracks:
        found.add("unknown-track", ("track",), found=track, known=list(tracks))
    loaded, guessed = validated(MeasureFile, data, surroundings(around, tracks.get(str(track))), found)
    if loaded:
        for finding in check(loaded, cards):
            if not any(place[: len(finding.path)] == finding.path for place in guessed):
                found.add(finding.rule, finding.path, **finding.values)
    problems = sorted(problems + found.problems)
    if problems or loaded is None:
        return None, problems
    return loaded.keyed(f"measure.{loaded.track}"), []


def check(file: MeasureFile, cards: Collection[LessonCard]) -> Iterator[Finding]:
    """Whatever would make the comparison unfair or impossible."""
    yield from language.errors(file)
    yield from repeated_ids(file.items, ("items",))
    yield from _topics(file, cards)
    topics = [topic.id for topic in file.topics]
    for number, item in enumerate(file.items):
        here = ("items", number)
        yield from repeated_ids(item.replies, (*here, "replies"))
        if item.topic and item.topic not in topics:
            yield Finding("unknown-topic", (*here, "topic"), {"found": item.topic, "known": topics})
        if not any(reply.right for reply in item.replies):
            yield Finding("no-right-answer", (*here, "replies"), {"round": item.id})
        if all(reply.right for reply in item.replies):
            yield Finding("no-wrong-answer", (*here, "replies"), {"round": item.id})
        if item.first and not any(reply.tell for reply in item.replies):
            yield Finding("nobody-told", (*here, "replies"), {"item": item.id})
    if all(item.topic in ("", *topics) for item in file.items):
        yield from _sheets(file)  # else a misspelt topic would be complained about twice


def _topics(file: MeasureFile, cards: Collection[LessonCard]) -> Iterator[Finding]:
    known = sorted(card.id for card in cards if card.track == file.track)
    seen: set[str] = set()
    for number, topic in enumerate(file.topics):
        for index, lesson in enumerate(topic.lessons):
            here = ("topics", number, "lessons", index)
            if lesson not in known:
                yield Finding("unknown-lesson", here, {"found": lesson, "known": known})
            if lesson in seen:
                yield Finding("taught-twice", here, {"found": lesson})
            seen.add(lesson)


def _sheets(file: MeasureFile) -> Iterator[Finding]:
    """Both forms ask the same sorts of things, as often as the file says, with enough safe cases."""
    made = {
        form: Counter(
            (item.topic, str(item.case), item.first, item.new) for item in file.items if item.form is form
        )
        for form in core.Form
    }
    if made[core.Form.A] != made[core.Form.B]:
        differing = (made[core.Form.A] - made[core.Form.B]) + (made[core.Form.B] - made[core.Form.A])
        topic, case, first, new = min(differing)
        sort = f"{topic or 'neither topic'}, {case}{', first' * first}{', new' * new}"
        counts = {form: made[form][topic, case, first, new] for form in core.Form}
        yield Finding(
            "forms-differ", ("items",), {"sort": sort, "a": counts[core.Form.A], "b": counts[core.Form.B]}
        )
        return
    measure = built(file, {})
    for phase, wanted in ((core.Phase.BEFORE, file.before), (core.Phase.AFTER, file.after)):
        sheets = tuple(measure.sheets(phase))
        odd = next((sheet for sheet in sheets if len(sheet) != wanted), None)
        if odd is not None:
            yield Finding("sheet-length", (str(phase),), {"found": len(odd), "wanted": wanted})
        for sheet in sheets:
            safe = sum(item.case is core.Case.SAFE for item in sheet)
            if len(sheet) > 1 and safe < len(sheet) * SAFE_SHARE:
                values = {"count": safe, "total": len(sheet), "phase": phase}
                yield Finding("few-safe-items", ("items",), values)
                break


def built(file: MeasureFile, cast: Mapping[str, Character]) -> core.Measure:
    """What a visit is dealt from."""
    first, second = (core.Topic(topic.id, topic.lessons) for topic in file.topics)
    return core.Measure(
        file.track,
        file.design,
        (first, second),
        tuple(_item(item, cast) for item in file.items),
        file.pace,
        file.ask_sure,
    )


def _item(item: ItemEntry, cast: Mapping[str, Character]) -> core.Item:
    return core.Item(
        id=item.id,
        form=item.form,
        topic=item.topic,
        case=item.case,
        replies=tuple(
            core.Reply(reply.id, reply.text, reply.right, reply.tell, reply.picture) for reply in item.replies
        ),
        first=item.first,
        new=item.new,
        who=cast.get(item.who),
        story=item.story,
        prompt=item.prompt,
        picture=item.picture,
    )

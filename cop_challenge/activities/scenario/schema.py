"""A scenario: a story that branches, in named states, with several good endings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field

from cop_challenge.activities import fields
from cop_challenge.activities.lesson import Asked, Entry, Finding, Lesson, Path, Pictured, asked, repeated_ids
from cop_challenge.core.tags import Feeling
from cop_challenge.core.text import NOTHING


class Choice(Pictured):
    """One way on."""

    id: fields.Id
    text: fields.Answer
    """What stands on the card, or, on a phone, in the message that is written."""
    to: fields.Id
    """The name of the state it leads to."""
    deed: bool = False
    """`yes`, on a phone: something done (block, show somebody), not a message that is written."""


class Message(Entry):
    """One message that arrives on the phone."""

    id: fields.Id
    who: fields.CharacterId
    """Who writes it."""
    text: fields.Message
    """The message."""


class State(Entry):
    """One moment of the story."""

    who: fields.CharacterId
    """Who is seen, or speaks."""
    feeling: Feeling
    """How the hero feels now: the consequence a child can see."""
    text: fields.Scene
    """The moment; beside a phone: what happens around it."""
    picture: fields.Picture = ""
    """Of the moment, if you like."""
    messages: Annotated[tuple[Message, ...], Field(max_length=4)] = ()
    """On a phone: what arrives now."""
    setback: bool = False
    """`yes`: something went wrong that can be mended; its choices mend it, and `why` explains it."""
    why: fields.Why = NOTHING
    """What is worth knowing about it; needed at a setback and at an ending."""
    ending: fields.Ending = NOTHING
    """The name of a good ending. An ending has no choices; every other state has some."""
    choices: Annotated[tuple[Choice, ...], Field(max_length=4), fields.AtMost("options")] = ()
    """The ways on."""


class Model(Lesson):
    """A scenario lesson."""

    kind: Literal["scenario"]
    skin: Literal["story", "phone"] = "story"
    """A picture story, or a phone with a chat beside the story."""
    hero: fields.CharacterId
    """Whose feeling is shown, and whose phone it is."""
    start: fields.Id
    """The name of the state in which the story begins."""
    states: Annotated[Mapping[fields.Id, State], Field(min_length=3, max_length=40)]
    """The moments of the story; at least two of them are endings."""

    def ways_to_end(self) -> Iterator[str]:
        """Names of the states that are endings."""
        return (name for name, state in self.states.items() if state.ending)

    def asked(self) -> Iterator[Asked]:
        """The choices of each state, as they stand on screen; wrong are those that lead into a setback."""
        setbacks = {name for name, state in self.states.items() if state.setback}
        for name, state in self.states.items():
            right = [choice.to not in setbacks for choice in state.choices]
            yield asked(("states", name, "choices"), state.choices, right, shuffled=False)


LEAST_ENDINGS = 2
"""More than one way is good."""


def steps_to_ending(states: Mapping[str, State]) -> dict[str, int]:
    """Choices from each state to its nearest ending; a state that reaches none is missing."""
    steps = {name: 0 for name, state in states.items() if state.ending}
    frontier = set(steps)
    while frontier:
        before = {
            name
            for name, state in states.items()
            if name not in steps and any(choice.to in frontier for choice in state.choices)
        }
        steps.update(
            {name: steps[next(c.to for c in states[name].choices if c.to in frontier)] + 1 for name in before}
        )
        frontier = before
    return steps


def _reached(lesson: Model) -> set[str]:
    reached: set[str] = set()
    ahead = [lesson.start]
    while ahead:
        name = ahead.pop()
        if name in reached or name not in lesson.states:
            continue
        reached.add(name)
        ahead += [choice.to for choice in lesson.states[name].choices]
    return reached


def check(lesson: Model) -> Iterator[Finding]:
    """Links that lead nowhere, dead ends, states never reached, too few endings, missing explanations."""
    names = list(lesson.states)
    if lesson.start not in lesson.states:
        yield Finding("unknown-state", ("start",), {"found": lesson.start, "known": names})
    for name, state in lesson.states.items():
        here: Path = ("states", name)
        yield from repeated_ids(state.choices, (*here, "choices"))
        yield from repeated_ids(state.messages, (*here, "messages"))
        for index, choice in enumerate(state.choices):
            if choice.to not in lesson.states:
                place = (*here, "choices", index, "to")
                yield Finding("unknown-state", place, {"found": choice.to, "known": names})
        if state.ending and state.choices:
            yield Finding("ending-goes-on", (*here, "choices"), {"state": name})
        if (state.ending or state.setback) and not state.why:
            yield Finding("no-explanation", here, {"state": name})
        if state.messages and lesson.skin != "phone":
            yield Finding("message-without-phone", (*here, "messages"), {"state": name})
        if state.setback and state.ending:
            yield Finding("setback-ending", (*here, "ending"), {"state": name})

    if lesson.skin == "phone" and lesson.start in lesson.states and not lesson.states[lesson.start].messages:
        yield Finding("phone-without-message", ("states", lesson.start), {"state": lesson.start})

    reached, to_ending = _reached(lesson), steps_to_ending(lesson.states)
    for name, state in lesson.states.items():
        links_hold = all(choice.to in lesson.states for choice in state.choices)
        if name not in to_ending and links_hold:
            yield Finding("dead-end", ("states", name), {"state": name})
        if name not in reached and lesson.start in lesson.states:
            yield Finding("unreachable-state", ("states", name), {"state": name})
    endings = sum(bool(state.ending) for state in lesson.states.values())
    if endings < LEAST_ENDINGS:
        yield Finding("few-endings", ("states",), {"count": endings, "least": LEAST_ENDINGS})

"""Posters: one for each habit, and one for each spot message of a track."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cop_challenge.core.spot import SpotMessages
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.core.track import Track
from cop_challenge.core.words import HABITS, TITLE
from cop_challenge.printing import art, words
from cop_challenge.printing.sheet import Sheet, Value

EVERYBODY = "harbour-dusk"
"""The scene of posters that are for no track alone."""


def posters(tracks: Sequence[Track], messages: SpotMessages) -> Sheet:
    """The five habits, and for each track its messages, a page each. Drawn in lines: A3 prints as sharply."""
    values: dict[str, Value] = {
        "challenge": words.CHALLENGE,
        "bay": TITLE,
        "pages": (*_habits(), *(page for track in tracks for page in _messages(track, messages))),
    }
    return Sheet("poster", words.POSTERS, values)


def _habits() -> Iterator[dict[str, Value]]:
    for habit, name in HABITS.items():
        yield _page(EVERYBODY, habit, large=name, small=words.RULES[habit])


def _messages(track: Track, messages: SpotMessages) -> Iterator[dict[str, Value]]:
    for message in messages.get(track.id, ()):
        yield _page(track.mood, message.habit, large=message.text, small=HABITS[message.habit])


def _page(mood: str, habit: Habit, large: Text, small: Text) -> dict[str, Value]:
    return {
        "scene": art.scene(mood),
        "lantern": art.lantern(habit),
        "stamp": art.stamp(habit),
        "large": large,
        "small": small,
    }

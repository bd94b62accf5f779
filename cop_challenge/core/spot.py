"""Spot messages: sentences to take home, in large letters on the screen that invites and on posters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, zip_longest

from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text


@dataclass(frozen=True, slots=True)
class SpotMessage:
    """One sentence for one track."""

    id: str
    text: Text
    habit: Habit
    """Which of the five it says."""


SpotMessages = Mapping[str, tuple[SpotMessage, ...]]
"""By the id of the track they are for."""


def in_turn(messages: SpotMessages, tracks: Iterable[str]) -> tuple[Text, ...]:
    """The messages of these tracks as they take turns: one of each track, then the next of each."""
    rounds = zip_longest(*(messages.get(track, ()) for track in tracks))
    return tuple(message.text for message in chain.from_iterable(rounds) if message)

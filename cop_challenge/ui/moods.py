"""The track's own hand: scene, papers, letters and how present Nuru is. One family, four moods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cop_challenge.ui import theme
from cop_challenge.ui.theme import TextStyle


@dataclass(frozen=True, slots=True)
class Mood:
    """How pages of a track look."""

    scene: str
    """Folder of its backgrounds."""
    heading: str
    """Font family of titles, questions and buttons."""
    panel: str
    """Slab of the panel that carries the story."""
    card: str
    """Slabs of what is to be chosen, without the state's ending."""
    bubble: str
    """Slab of what Nuru says."""
    question: TextStyle
    answer: TextStyle
    story: TextStyle
    note: TextStyle
    nuru: Literal["big", "beside", "small", "emblem"]
    badge: float = 132.0
    """Side of a card's sign."""

    @property
    def dark(self) -> bool:
        """Light letters on dark ground."""
        return self.story.colour == theme.CREAM


ADVENTURE = Mood(
    scene="adventure",
    heading="title",
    panel="panel-paper",
    card="card",
    bubble="bubble",
    question=theme.QUESTION,
    answer=theme.ANSWER,
    story=theme.STORY,
    note=theme.STORY.with_(size=36),
    nuru="beside",
)

PLAYFUL = Mood(
    scene="playful",
    heading="title",
    panel="panel-paper",
    card="card",
    bubble="bubble",
    question=theme.QUESTION.with_(size=58, least=44),
    answer=theme.ANSWER.with_(family="title", size=48, least=36),
    story=theme.STORY.with_(family="title", size=50, least=40),
    note=theme.STORY.with_(family="title", size=46, least=38),
    nuru="big",
)

CITY = Mood(
    scene="city",
    heading="strong",
    panel="city-panel",
    card="city-card",
    bubble="city-panel",
    question=theme.QUESTION.with_(family="strong", size=46, least=34, colour=theme.CREAM),
    answer=theme.ANSWER.with_(size=38, least=28, colour=theme.CREAM),
    story=theme.STORY.with_(size=36, least=28, colour=theme.CREAM),
    note=theme.STORY.with_(size=34, least=28, colour=theme.CREAM),
    nuru="emblem",
    badge=96.0,
)

STUDY = Mood(
    scene="study",
    heading="strong",
    panel="panel-paper",
    card="card",
    bubble="bubble",
    question=theme.QUESTION.with_(family="strong", size=44, least=34),
    answer=theme.ANSWER.with_(size=38, least=28),
    story=theme.STORY.with_(size=36, least=28),
    note=theme.STORY.with_(size=34, least=28),
    nuru="small",
    badge=104.0,
)

MOODS: Mapping[str, Mood] = {mood.scene: mood for mood in (PLAYFUL, ADVENTURE, CITY, STUDY)}
"""By the word a track names; a pack's unknown word gets the adventure."""


def mood_of(name: str) -> Mood:
    """The mood of that name."""
    return MOODS.get(name, ADVENTURE)

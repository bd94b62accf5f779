"""An age band or audience, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from cop_challenge.core.helpline import Service
from cop_challenge.core.text import Text


@dataclass(frozen=True)
class Reading:
    """How hard a track's sentences may be; what is None is not measured."""

    mean: float | None = None
    """Most words a sentence has on average over a lesson."""
    longest: int | None = None
    """Most words of any sentence."""
    grade: float | None = None
    """Highest school grade, by the Flesch–Kincaid formula, over a lesson."""


@dataclass(frozen=True)
class Length:
    """How long a language's texts are beside English ones that say the same."""

    share: float = 1.0
    """Of the English limit that may be written."""
    characters: bool = False
    """Counted instead of words, where nothing stands between these."""

    def count(self, source: str) -> int:
        """Words, or characters, as an author counts them."""
        return len("".join(source.split())) if self.characters else len(source.split())

    def most(self, limit: int) -> int:
        """What may be written where English may have `limit` words."""
        return ceil(limit * self.share)


ENGLISH = Length()


@dataclass(frozen=True)
class Track:
    """Who plays, and what their screens may carry."""

    id: str
    name: Text
    ages: Text
    mood: str
    """Which of the bay's scenes and voices: playful, adventure, city, study."""
    picture: str
    limits: Mapping[str, int] = field(default_factory=dict)
    """Most words of source text by role (`prompt`, `answer`…), and most `options` on a screen."""
    pictured: bool = False
    """Players cannot be expected to read: everything to choose from has a picture."""
    spoken: bool = False
    """Everything is read aloud, unless somebody switches that off."""
    services: tuple[Service, ...] = (Service.HELPLINE,)
    """Which sorts of help may be shown to these players."""
    reading: Reading = Reading()
    """How hard its sentences may be."""
    lengths: Mapping[str, Length] = field(default_factory=dict)
    """By language: how its limits are counted there; like English where nothing is said."""

    def length(self, language: str) -> Length:
        """How limits are counted in a language, such as `zh_Hans` or `sw`."""
        return self.lengths.get(language) or self.lengths.get(language.partition("_")[0], ENGLISH)


@dataclass(frozen=True)
class Character:
    """Somebody who speaks in a lesson."""

    id: str
    name: Text
    picture: str

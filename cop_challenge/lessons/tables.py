"""A pack's own tables: its tracks and how long their texts may be, and who speaks in lessons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import Field

from cop_challenge.activities.fields import Id, Picture, Title
from cop_challenge.activities.lesson import Entry
from cop_challenge.core.helpline import Service
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character, Length, Reading, Track
from cop_challenge.lessons.targets import Targets

TRACKS = "tracks.yaml"
CHARACTERS = "characters.yaml"


class _Reading(Entry):
    mean: Annotated[float, Field(ge=1, le=100)] | None = None
    """Most words a sentence has on average over a lesson."""
    longest: Annotated[int, Field(ge=1, le=100)] | None = None
    """Most words of any sentence."""
    grade: Annotated[float, Field(ge=0, le=20)] | None = None
    """Highest school grade, by the Flesch–Kincaid formula."""


class _TrackEntry(Entry):
    id: Id
    """What lessons name it by."""
    name: Title
    """What it is called on screen."""
    ages: Title
    """For whom it is, as it stands below the name."""
    mood: str
    """Which of the bay's scenes and voices: playful, adventure, city or study."""
    picture: Picture
    """What is pressed to choose it."""
    limits: Mapping[str, Annotated[int, Field(ge=1, le=500)]]
    """Most words by sort of text, and most `options` on a screen."""
    pictured: bool = False
    """`yes`: its players do not read yet, so everything to choose from has a picture."""
    spoken: bool = False
    """`yes`: everything is read aloud, unless somebody switches that off."""
    services: tuple[Service, ...] = (Service.HELPLINE,)
    """Which sorts of help may be shown to its players."""
    targets: Targets | None = None
    """What it is to hold; `check` names what is missing."""
    reading: _Reading = _Reading()
    """How hard its sentences may be; `check --advice` measures it."""

    def built(self, shown: Callable[[str], str], lengths: Mapping[str, Length]) -> Track:
        """The track, its texts with their keys."""
        key = f"track.{self.id}"
        return Track(
            id=self.id,
            name=Text(self.name.source, f"{key}.name"),
            ages=Text(self.ages.source, f"{key}.ages"),
            mood=self.mood,
            picture=shown(self.picture),
            limits=dict(self.limits),
            pictured=self.pictured,
            spoken=self.spoken,
            services=self.services,
            reading=Reading(self.reading.mean, self.reading.longest, self.reading.grade),
            lengths=lengths,
        )


class _Length(Entry):
    share: Annotated[float, Field(ge=0.2, le=5)]
    """Of the English limit that may be written."""
    characters: bool = False
    """`yes`: characters are counted instead of words."""


class TracksFile(Entry):
    """`tracks.yaml`: who plays, and what their screens may carry."""

    tracks: Annotated[tuple[_TrackEntry, ...], Field(min_length=1)]
    """The tracks in the order of the screen."""
    lengths: Mapping[str, _Length] = {}
    """By code of a language other than English."""

    def built(self, shown: Callable[[str], str]) -> dict[str, Track]:
        """Tracks by id; `shown` says what is drawn for a picture."""
        lengths = {code: Length(each.share, each.characters) for code, each in self.lengths.items()}
        return {entry.id: entry.built(shown, lengths) for entry in self.tracks}


class _CharacterEntry(Entry):
    id: Id
    """What lessons name them by."""
    name: Title
    """What they are called on screen."""
    picture: Picture
    """What they look like."""


class CharactersFile(Entry):
    """`characters.yaml`: who speaks in lessons."""

    characters: tuple[_CharacterEntry, ...]
    """The characters."""

    def built(self, shown: Callable[[str], str]) -> dict[str, Character]:
        """Characters by id; `shown` says what is drawn for a picture."""
        return {
            entry.id: Character(
                entry.id, Text(entry.name.source, f"character.{entry.id}"), shown(entry.picture)
            )
            for entry in self.characters
        }

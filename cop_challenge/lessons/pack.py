"""A pack: a folder of lessons, tracks, characters and pictures by one publisher."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.helpline import Helpline
from cop_challenge.core.measure import Measure
from cop_challenge.core.spot import SpotMessages
from cop_challenge.core.track import Character, Track
from cop_challenge.lessons import helplines, spot
from cop_challenge.lessons.about import FILE as ABOUT
from cop_challenge.lessons.about import NOTHING_SAID, About
from cop_challenge.lessons.diagnostics import Problem
from cop_challenge.lessons.tables import CHARACTERS, TRACKS
from cop_challenge.lessons.targets import Targets

OWN_FILES = (ABOUT, TRACKS, CHARACTERS, spot.FILE)
"""What a pack may say of itself; read with every look at it."""
LESSONS, MEASURE = "lessons", "measure"
OWN_FOLDERS = (LESSONS, MEASURE, helplines.FOLDER)


@dataclass(frozen=True)
class Pack:
    """What a folder holds, and what is wrong with it."""

    root: Path
    tracks: Mapping[str, Track]
    characters: Mapping[str, Character]
    lessons: Mapping[str, Lesson]
    homes: Mapping[str, Path] = field(default_factory=dict)
    """The file of each lesson; known only of a pack that was read as a whole."""
    targets: Mapping[str, Targets] = field(default_factory=dict)
    """What this pack's own tracks are to hold, as far as they say so."""
    whole: bool = False
    """Every lesson file it has could be read, and there is one at least."""
    measures: Mapping[str, Measure] = field(default_factory=dict)
    """By track: what measures one sitting."""
    helplines: Mapping[str, Helpline] = field(default_factory=dict)
    """Of this pack only, by file name."""
    spot_messages: SpotMessages = field(default_factory=dict)
    """With those inherited."""
    about: About = NOTHING_SAID
    problems: tuple[Problem, ...] = ()

    @property
    def language(self) -> str:
        """Code of the language its texts are written in."""
        return self.about.language


@dataclass(frozen=True)
class Inherited:
    """What a pack may use without bringing it: the built-in content's, and the game's assets."""

    assets: Path
    tracks: Mapping[str, Track] = field(default_factory=dict)
    characters: Mapping[str, Character] = field(default_factory=dict)
    spot_messages: SpotMessages = field(default_factory=dict)
    today: date | None = None
    """After which nothing can have been verified; None: not known here."""
    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    """What `pack.yaml` may hide, put in order and say differently."""
    measures: Mapping[str, Measure] = field(default_factory=dict)

    @classmethod
    def of(cls, pack: Pack, assets: Path, today: date | None = None) -> Inherited:
        """What lies in this pack, for one laid over it."""
        return cls(
            assets,
            pack.tracks,
            pack.characters,
            pack.spot_messages,
            today,
            pack.lessons,
            pack.measures,
        )


def is_pack(folder: Path) -> bool:
    """Whether the folder looks like a pack."""
    return any((folder / name).is_dir() for name in OWN_FOLDERS) or any(
        (folder / name).is_file() for name in (ABOUT, CHARACTERS, spot.FILE)
    )


def pack_of(file: Path) -> Path:
    """The pack a file belongs to: the nearest folder above that is one, else the file's own folder."""
    file = file.absolute()
    return next((folder for folder in file.parents if is_pack(folder)), file.parent)

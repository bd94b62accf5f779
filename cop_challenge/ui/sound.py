"""Sound as the game asks for it; a machine that can't is silent and says why."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol, get_args

import pygame

Effect = Literal["tap", "focus", "page", "good", "try-again", "light", "fanfare"]
Ambience = Literal["waves", "crickets"]
Music = Literal["attract", "play", "calm"]

EFFECTS: tuple[Effect, ...] = get_args(Effect)
AMBIENCES: tuple[Ambience, ...] = get_args(Ambience)
MUSIC: tuple[Music, ...] = get_args(Music)


class Sound(Protocol):
    """What a scene may ask for. Nothing here raises or waits."""

    reason: str
    """Why nothing is heard, for the staff page; empty while something can be."""
    problems: dict[str, str]
    """What is wrong, by sound."""
    mute: bool
    volume: float
    """From 0 to 1."""

    def play(self, name: Effect) -> None:
        """Once, now."""

    def music(self, name: Music | Literal[""]) -> None:
        """This from now on, softly changed; the same again just goes on, none is silence."""

    def ambient(self, name: Ambience | Literal[""]) -> None:
        """This around everything from now on; none is silence."""

    def say(self, wave: bytes) -> None:
        """Speech, a WAV file, once, now, instead of what is being said."""

    def hush(self) -> None:
        """Nothing is said any more."""

    @property
    def speaking(self) -> bool:
        """Something is being said, or about to be."""

    def duck(self, on: bool) -> None:
        """Somebody speaks: everything else steps back until `duck(False)`."""

    def close(self) -> None:
        """Silence, and the device is free."""


@dataclass
class Silence:
    """No sound; takes every wish and remembers what a settings page shows."""

    reason: str = "Sound has not been opened."
    problems: dict[str, str] = field(default_factory=dict)
    mute: bool = False
    volume: float = 1.0
    speaking = False

    def play(self, name: Effect) -> None:
        """Nothing is heard."""

    def music(self, name: Music | Literal[""]) -> None:
        """Nothing is heard."""

    def ambient(self, name: Ambience | Literal[""]) -> None:
        """Nothing is heard."""

    def say(self, wave: bytes) -> None:
        """Nothing is heard."""

    def hush(self) -> None:
        """Nothing is said."""

    def duck(self, on: bool) -> None:
        """Nothing is to step back."""

    def close(self) -> None:
        """Nothing is open."""


def open_sound(folder: Path, now: Callable[[], float] = time.perf_counter) -> Sound:
    """The sounds of that folder, or Silence with the reason.

    Takes as long as the system needs for its device, milliseconds to a tenth of a second: call it when
    the first picture is on screen.
    """
    if not folder.is_dir():
        return Silence(f"There are no sounds: {folder} is missing. Install the game anew.")
    from cop_challenge.ui.mixer import BUFFER, CHANNELS, RATE, Sounds

    try:
        pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
        pygame.mixer.set_num_channels(CHANNELS)
    except (pygame.error, NotImplementedError) as error:
        return Silence(f"No sound device could be opened: {error}. Plug one in and start the game again.")
    return Sounds(folder, now)

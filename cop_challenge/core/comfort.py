"""How a player sees and hears the game: set in the pause, started from the station's own settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Comfort:
    """Settings of one visit. Every value is one of `CHOICES`."""

    text: int = 100
    """Size of letters, in percent."""
    motion: str = "lively"
    contrast: str = "normal"
    letters: str = "round"
    """`easy`: a font made to be easier to tell apart."""
    speech: str = "fits"
    """Whether everything is read aloud; `fits`: in tracks whose players don't read yet."""
    speed: str = "normal"
    """Of the voice that reads aloud."""
    reader: str = "voice"
    """`grown-up`: somebody reads to those who don't read yet, where the station has no voice."""
    sound: str = "on"
    volume: int = 80
    """In percent."""

    def with_(self, setting: str, value: str) -> Comfort:
        """With another value; ValueError if there is no such setting or value."""
        for choice in CHOICES.get(setting, ()):
            if str(choice) == value:
                return replace(self, **{setting: choice})  # type: ignore[arg-type]
        raise ValueError(f"{setting} can't be {value}")

    def after(self, setting: str, step: int = 1) -> str:
        """The value that comes after the present one, round and round; a volume stops at its ends."""
        choices = CHOICES[setting]
        now = choices.index(getattr(self, setting))
        if setting == "volume":
            return str(choices[min(max(now + step, 0), len(choices) - 1)])
        return str(choices[(now + step) % len(choices)])

    @property
    def calm(self) -> bool:
        """Nothing moves across the screen; changes fade."""
        return self.motion == "calm"

    @property
    def level(self) -> float:
        """Volume from 0 to 1, muted or not."""
        return self.volume / 100


USUAL = Comfort()

CHOICES: Mapping[str, tuple[int | str, ...]] = {
    "text": (100, 125, 150),
    "motion": ("lively", "calm"),
    "contrast": ("normal", "high"),
    "letters": ("round", "easy"),
    "speech": ("fits", "on", "off"),
    "speed": ("normal", "slow", "fast"),
    "reader": ("voice", "grown-up"),
    "sound": ("on", "off"),
    "volume": tuple(range(0, 101, 10)),
}
"""Every setting and what it can be, the usual value first."""

OF_THE_STATION = ("sound", "volume")
"""Settings that outlive the visit in which they were changed: a hall stays as loud as it is."""

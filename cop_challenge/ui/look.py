"""How a player wants things to look: larger letters, strong contrast, an easier font, calm."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from cop_challenge.core.comfort import Comfort
from cop_challenge.ui.theme import EASY_FAMILIES, HIGH, Colour, TextStyle

_HEX = re.compile("|".join(HIGH), re.IGNORECASE)
_OPACITY = re.compile(r' (?:fill-|stroke-|stop-)?opacity="[^"]*"')


LEAST_GROWS = 0.25
"""How much of an enlargement is kept where everything has to shrink to fit."""


@dataclass(frozen=True, slots=True)
class Look:
    """Applied to every style, colour and drawing of the interface as it is shown."""

    text: float = 1.0
    """Size of letters, as a share of the usual one."""
    high: bool = False
    """Strong contrast: black, white and yellow, no painted scene behind words."""
    easy: bool = False
    """A font made to be easier to tell apart."""
    calm: bool = False
    """Nothing moves; changes fade."""

    @classmethod
    def of(cls, comfort: Comfort) -> Self:
        """As the settings say."""
        return cls(comfort.text / 100, comfort.contrast == "high", comfort.letters == "easy", comfort.calm)

    def style(self, style: TextStyle) -> TextStyle:
        """The style as this player reads it."""
        if self.text == 1 and not self.high and not self.easy:
            return style
        return style.with_(
            family=EASY_FAMILIES[style.family] if self.easy else style.family,
            size=style.size * self.text,
            # Where words are many, larger letters shrink too; their least size grows less.
            least=min(style.size, style.least * (1 + (self.text - 1) * LEAST_GROWS)),
            colour=self.colour(style.colour),
            keyline=self.colour(style.keyline) if style.keyline else None,
        )

    def colour(self, colour: Colour) -> Colour:
        """The colour, or what stands for it in strong contrast."""
        return HIGH_COLOURS.get(colour, colour) if self.high else colour

    def drawing(self, source: str) -> str:
        """An interface drawing in strong contrast."""
        if not self.high:
            return source
        return _OPACITY.sub("", _HEX.sub(lambda found: HIGH[found[0].upper()], source))


def _rgb(code: str) -> Colour:
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


PLAIN = Look()

HIGH_COLOURS: Mapping[Colour, Colour] = {_rgb(before): _rgb(after) for before, after in HIGH.items()}

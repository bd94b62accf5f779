"""Colours, type and measures of Lantern Bay."""

from __future__ import annotations

from dataclasses import dataclass, replace

Colour = tuple[int, int, int]


def colour(code: str) -> Colour:
    """`#RRGGBB` as three numbers."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


INK = colour("#0B1640")
ABYSS = colour("#060C26")
CREAM = colour("#FFF6E4")
AMBER_TEXT = colour("#FFD35C")
COUNTER = colour("#5A4A2E")
GOOD = colour("#0F7A55")
TRY_AGAIN = colour("#A8500C")

NIGHT = (colour("#050A22"), colour("#0C1A4E"), colour("#3B67A8"))
DUSK = (colour("#140F4A"), colour("#8E4299"), colour("#F0788A"))
DAWN = (colour("#3A2F86"), colour("#E76E8B"), colour("#FFE6AB"))
"""Sky at the top, in the middle and at the horizon."""

WATER_NIGHT, WATER_DUSK, WATER_DAWN = colour("#0A1238"), colour("#2A1A5E"), colour("#5B4A9E")

MARGIN = 40.0
LIP = 12.0
"""Height of a button's lower edge, part of its box."""
TOUCH = 116.0
"""Side of a round button; nothing to press is smaller than 96."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a piece of text is set."""

    family: str
    """Key of FAMILIES."""
    size: float
    """Logical units, the size of the Latin em."""
    colour: Colour
    align: str = "start"
    """start, centre or end; start follows the reading direction."""
    least: float = 28
    """Size below which text is not made smaller to fit."""
    line: float = 1.24
    """Line height in ems; Arabic and Ethiopic get more by themselves."""
    keyline: Colour | None = None
    """Outline for text that stands on a scene."""
    balanced: bool = False
    """Lines of nearly equal length, for headings and questions."""

    def with_(self, **changes: object) -> TextStyle:
        """The same style with changes."""
        return replace(self, **changes)  # type: ignore[arg-type]


FAMILIES = {
    "title": ("Fredoka-600", "Nunito-900", "NotoSansArabic-800", "NotoSansEthiopic-700", "NotoSansSC-700"),
    "strong": ("Nunito-900", "NotoSansArabic-800", "NotoSansEthiopic-700", "NotoSansSC-700"),
    "label": ("Nunito-800", "NotoSansArabic-700", "NotoSansEthiopic-700", "NotoSansSC-700"),
    "body": ("Nunito-700", "NotoSansArabic-700", "NotoSansEthiopic-700", "NotoSansSC-700"),
}
"""Fonts in the order they are asked for a character."""

TITLE = TextStyle("title", 92, CREAM, "centre", least=48, keyline=INK, balanced=True)
HEADING = TextStyle("title", 64, CREAM, "centre", least=40, keyline=INK, balanced=True)
QUESTION = TextStyle("title", 52, INK, least=36)
ANSWER = TextStyle("label", 44, INK, least=30)
STORY = TextStyle("body", 38, INK, least=30, line=1.3)
BUTTON = TextStyle("title", 46, INK, "centre", least=28)
LABEL = TextStyle("label", 36, CREAM, "centre")
LABEL_INK = LABEL.with_(colour=INK)
CHIP = TextStyle("title", 36, CREAM, least=28)

"""Colours, type and measures of Lantern Bay."""

from __future__ import annotations

from dataclasses import dataclass, replace

Colour = tuple[int, int, int]


def colour(code: str) -> Colour:
    """`#RRGGBB` as three numbers."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def luminance(of: Colour) -> float:
    """Relative luminance, 0 to 1 (WCAG 2)."""
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in of
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: Colour, b: Colour) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2)."""
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


INK = colour("#0B1640")
ABYSS = colour("#060C26")
CREAM = colour("#FFF6E4")
AMBER_TEXT = colour("#FFD35C")
COUNTER = colour("#5A4A2E")
GOOD = colour("#0F7A55")
GOOD_ON_DARK = colour("#6FF0B8")
TRY_ON_DARK = colour("#FFB86B")
TRY_AGAIN = colour("#A8500C")
DISABLED = colour("#9FB2E6")
HINT = colour("#D6DEFB")

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

EASY_FAMILIES = {
    family: f"easy-{'title' if family in ('title', 'strong') else 'body'}" for family in FAMILIES
}
FAMILIES |= {
    "easy-title": ("Lexend-700", *FAMILIES["strong"]),
    "easy-body": ("Lexend-500", *FAMILIES["body"]),
}
"""Wide, open letters for whoever finds them easier; other scripts have no such cut and stay as they are."""

HIGH = {
    # papers and faces
    **dict.fromkeys(("#FFF9EC", "#FFFCF4", "#FFF2D8", "#E8FBF0", "#FFF1DC", "#FFFFFF"), "#FFFFFF"),
    "#EAF4FF": "#FFF3A0",
    **dict.fromkeys(("#FFE083", "#FFC94A", "#FFB22E", "#FFD35C", "#FFF6D6"), "#FFE000"),
    # grounds and dark faces
    **dict.fromkeys(
        (
            "#2C4A9E", "#1E3378", "#33437C", "#2A3869", "#0B1640", "#060C26", "#0A1238", "#161E5E", "#060A20",
            "#0A1036", "#2A3A7C", "#080D2A", "#0F1A4A", "#1C2A6B", "#2F4290", "#0C3F36", "#45260F", "#04201B",
            "#1E1006", "#050A22", "#0C1A4E", "#3B67A8", "#24329A",
        ),
        "#000000",
    ),
    "#BFE9FF": "#FFFFFF",
    # edges
    **dict.fromkeys(("#E6D2A4", "#EBD5A6", "#C9AE7A", "#A85A10", "#B8526A", "#7A3A4E"), "#000000"),
    **dict.fromkeys(("#9FBCFF", "#6F93DA", "#7F9CFF", "#4A63C8", "#8FA8F2", "#5A6BA8", "#FFF6E4"), "#FFFFFF"),
    **dict.fromkeys(("#0F7A55", "#0A5A40"), "#005C36"),
    **dict.fromkeys(("#A8500C", "#8A4A12"), "#7A3000"),
    **dict.fromkeys(("#1B62C4", "#0E3F8A"), "#0033CC"),
    "#6FF0B8": "#7CFFC4",
    "#FFB86B": "#FFC078",
    "#5A4A2E": "#000000",
}  # fmt: skip
"""What stands for each colour of the interface in strong contrast."""

TITLE = TextStyle("title", 92, CREAM, "centre", least=48, keyline=INK, balanced=True)
HEADING = TextStyle("title", 64, CREAM, "centre", least=40, keyline=INK, balanced=True)
QUESTION = TextStyle("title", 52, INK, least=36)
ANSWER = TextStyle("label", 44, INK, least=30)
STORY = TextStyle("body", 38, INK, least=30, line=1.3)
BUTTON = TextStyle("title", 46, INK, "centre", least=28)
LABEL = TextStyle("label", 36, CREAM, "centre")
LABEL_INK = LABEL.with_(colour=INK)
CHIP = TextStyle("title", 36, CREAM, least=28)

"""Marks by which one could know what a pop-up is: a form, an icon and words, never a colour alone."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.activities.patrol import words
from cop_challenge.activities.patrol.schema import CALM_SIGNS, Sign
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box

ICONS = {
    Sign.HURRY: "hourglass",
    Sign.PRIZE: "gift",
    Sign.PRIVATE: "lock",
    Sign.MONEY: "coins",
    Sign.SCARE: "bell",
    Sign.SECRET: "eye-off",
    Sign.UNKNOWN: "mask",
    Sign.HURTS: "thumb-down",
    Sign.ELSEWHERE: "leads-away",
    Sign.KNOWN: "heart",
    Sign.EXPECTED: "calendar-check",
    Sign.BELONGS: "puzzle",
    Sign.PATIENT: "snail",
}
LABEL = theme.TextStyle("title", 42, theme.INK, least=30)
HEIGHT = 96.0


def _slab(sign: Sign) -> str:
    return "patrol-sign-calm" if sign in CALM_SIGNS else "patrol-sign-tricky"


def _icon(frame: Frame, sign: Sign, box: Box) -> None:
    colour = theme.GOOD if sign in CALM_SIGNS else theme.TRY_AGAIN
    frame.icon(f"ui/icons/{ICONS[sign]}.svg", box, colour)


def badges(frame: Frame, signs: Sequence[Sign], box: Box) -> None:
    """The signs as small plates without words."""
    side = min(96.0, box.h)
    for number, sign in enumerate(signs):
        plate = Box(box.x + number * (side + 34), box.y + (box.h - side) / 2, side + 16, side)
        frame.slab(_slab(sign), plate)
        _icon(frame, sign, plate.centred(side * 0.6, side * 0.6))


def rows(frame: Frame, signs: Sequence[Sign], width: float) -> list[list[tuple[Sign, float]]]:
    """The signs with their widths, in as many rows as they need."""
    found: list[list[tuple[Sign, float]]] = [[]]
    used = 0.0
    for sign in signs:
        wide = min(width, frame.text_width(words.SIGNS[sign], LABEL) + 140)
        if found[-1] and used + wide > width:
            found.append([])
            used = 0.0
        found[-1].append((sign, wide))
        used += wide + 20
    return found


def height(frame: Frame, signs: Sequence[Sign], width: float) -> float:
    """Units all rows take."""
    count = len(rows(frame, signs, width))
    return count * tall(frame) + (count - 1) * 12


def tall(frame: Frame) -> float:
    """Height of a plate with words."""
    return HEIGHT + 20 * (frame.look.text - 1) * 2


def plates(frame: Frame, signs: Sequence[Sign], box: Box) -> None:
    """The signs with their words."""
    lines = rows(frame, signs, box.w)
    box = box.centred(box.w, tall(frame) * len(lines) + 12 * (len(lines) - 1))
    for line, row in zip(lines, box.rows(len(lines), 12), strict=True):
        for sign, wide in line:
            plate, row = row.cut_left(wide, 20)
            frame.slab(_slab(sign), plate)
            spot, label = plate.inset(28, 6).cut_left(60, 14)
            _icon(frame, sign, spot.centred(58, 58))
            frame.text(words.SIGNS[sign], label, LABEL)

"""Whoever is on the post comes rowing and says yes, yes but, or no."""

from __future__ import annotations

from cop_challenge.activities.ripple.board import Board
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

FACE = 190.0
GAP = 28.0


def _style(frame: Frame) -> TextStyle:
    return frame.mood.story.with_(size=frame.mood.story.size * 1.1, colour=theme.INK)


def _each(frame: Frame, board: Board, width: float) -> list[tuple[float, float]]:
    """Least and wanted height of everybody's words."""
    inner = width - FACE - 24 - 80 - 120
    return [
        (
            max(FACE, frame.text_height(face.says, inner, _style(frame), least=True) + 64),
            max(FACE, frame.text_height(face.says, inner, _style(frame)) + 70),
        )
        for face in board.faces
    ]


def wants(frame: Frame, board: Board, width: float) -> float:
    """Height in which everybody has room."""
    return sum(high for _, high in _each(frame, board, width)) + GAP * (len(board.faces) + 1)


def compose(frame: Frame, board: Board, box: Box) -> None:
    """Everybody asked, one below the other, with sign and words."""
    low_high = _each(frame, board, box.w)
    tall = heights(box.h - GAP * (len(board.faces) - 1), low_high)
    used = sum(tall) + GAP * (len(tall) - 1)
    rest = box.cut_top(max(0.0, (box.h - used) * 0.38))[1]
    for number, (face, height) in enumerate(zip(board.faces, tall, strict=True)):
        row, rest = rest.cut_top(height, GAP)
        with furniture.dealt(frame, number * 2):
            figure, words = row.cut_left(FACE, 24)
            spot = figure.centred(FACE, FACE)
            kind = "node" if frame.mood.nuru == "emblem" else "boat"
            drop = "drop-net" if kind == "node" else "drop"
            frame.picture(f"ui/ripple/{drop}.svg", spot.grown(22), alpha=150)
            frame.picture(f"ui/ripple/{kind}-lit.svg", spot)
            frame.picture(face.picture, spot.inset(FACE * 0.1))
            frame.slab("bubble", words)
            inner = Box(words.x, words.y, words.w, words.h - 10).inset(40, 20)
            sign, text = inner.cut_left(100, 20)
            frame.picture(f"ui/ripple/says-{face.answer}.svg", sign.centred(100, 100), mirror=True)
            frame.text(face.says, text, _style(frame))

"""The parts of a mock screen, drawn like real ones: buttons of every size, switches, boxes, small print."""

from __future__ import annotations

import math

from cop_challenge.activities.maze import words
from cop_challenge.activities.maze.board import SETTINGS, Board, Known, Look, Pattern, Piece, Shape
from cop_challenge.core.activity import Offer
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, linear
from cop_challenge.ui.theme import TextStyle

LEAST = 97.0
SLOT = 84.0
"""At a part's end: the sign of what is known of it."""
SWITCH = (124.0, 72.0)
TICK = 76.0
PICTURE = 200.0
TIMER_SECONDS = 7.0
"""Until a painted countdown is empty; then it is full again, as such countdowns are."""
SNAP_SECONDS = 0.6
FLIP_SECONDS = 0.18
WIDTHS = {Look.LOUD: 1.0, Look.PLAIN: 0.74, Look.QUIET: 0.5}
"""Share of the screen's width that a button has."""


def style(frame: Frame, piece: Piece) -> TextStyle:
    """The letters of a part."""
    dark = frame.mood.dark
    body = TextStyle("body", 36.0 if dark else 38.0, theme.CREAM if dark else theme.INK, least=28, line=1.2)
    if piece.shape is Shape.BUTTON:
        spent = piece.known is Known.TRICK
        if piece.look is Look.LOUD:
            colour = theme.CREAM if spent else theme.INK
            return TextStyle(frame.mood.heading, 48.0, colour, "centre", least=30, balanced=True)
        if piece.look is Look.PLAIN:
            return TextStyle(frame.mood.heading, 38.0, theme.CREAM, "centre", least=28, balanced=True)
        colour = theme.CREAM if spent else theme.HINT if dark else theme.COUNTER
        return body.with_(family="body", size=30.0, colour=colour, align="centre")
    if piece.shape is Shape.SMALL:
        return body.with_(size=29.0, colour=theme.HINT if dark else theme.COUNTER)
    if piece.shape is Shape.CARD:
        return body.with_(family=frame.mood.heading)
    return body


def _width(frame: Frame, piece: Piece, width: float) -> float:
    """Of a button; one with many words needs more."""
    if piece.shape is not Shape.BUTTON or piece.look is Look.LOUD:
        return width
    line = frame.text_width(piece.text, style(frame, piece)) + 2 * SLOT + 30
    return min(width, max(WIDTHS[piece.look] * width, min(line, 0.86 * width)))


def _room(frame: Frame, piece: Piece, width: float) -> float:
    """Width of the words."""
    width = _width(frame, piece, width)
    if piece.shape is Shape.BUTTON:
        return width - 2 * SLOT - 16
    taken = _lead(piece) + SLOT + 8
    if piece.shape is Shape.SWITCH:
        taken += SWITCH[0] + 20
    elif piece.shape in (Shape.BOX, Shape.TIMER):
        taken += TICK + 20
    elif piece.picture:
        taken += _picture(frame, piece) + 24
    return width - taken


def _lead(piece: Piece) -> float:
    """Space before a part's words; what has no plate stands under the title."""
    return 6.0 if piece.shape in (Shape.TEXT, Shape.SMALL, Shape.PICTURE) else 24.0


def _picture(frame: Frame, piece: Piece) -> float:
    tall = PICTURE if frame.look.text == 1 else 130.0
    return tall * 1.2 if piece.shape is Shape.PICTURE else 90.0


def wants(frame: Frame, piece: Piece, width: float) -> tuple[float, float]:
    """Least and wanted height of a part."""
    room, letters = _room(frame, piece, width), style(frame, piece)
    low, high = (frame.text_height(piece.text, room, letters, least=least) for least in (True, False))
    around = {Look.LOUD: 50.0, Look.PLAIN: 38.0, Look.QUIET: 16.0}[piece.look]
    if piece.shape is not Shape.BUTTON:
        around = 28.0
    if piece.shape is Shape.TIMER:
        around += 40.0
    if piece.shape is Shape.PICTURE:
        tall = _picture(frame, piece) / 1.2
        return max(LEAST, low + 20, tall * 0.62), max(high + 20, tall)
    wanted = {Look.LOUD: 150.0, Look.PLAIN: 116.0, Look.QUIET: LEAST}[piece.look]
    return max(LEAST, low + around), max(wanted, high + around)


def draw(frame: Frame, board: Board, piece: Piece, offer: Offer, box: Box) -> None:
    """One part: a target where it may be used or named, its face, and what is known of it."""
    width = _width(frame, piece, box.w)
    if piece.look is Look.QUIET and piece.shape is Shape.BUTTON:
        box = box.cut_right(width)[0]  # where one looks last
    else:
        box = box.centred(width, box.h)
    pressed = frame.target(offer, box)
    if piece.glow:
        frame.slab("maze-glow", box.grown(10))
    if frame.focused(offer):
        frame.ring(box)
    drop = 7.0 if pressed else 0.0
    if piece.shape is Shape.BUTTON:
        _button(frame, piece, box, drop)
    else:
        _row(frame, piece, box.moved(y=drop / 2))
    _sign(frame, board, piece, offer, box)


def _button(frame: Frame, piece: Piece, box: Box, drop: float) -> None:
    end = "-city" if frame.mood.dark else ""
    slab = {Look.LOUD: "button-primary", Look.PLAIN: "button-secondary", Look.QUIET: f"maze-quiet{end}"}
    spent = piece.known is Known.TRICK
    frame.slab("button-disabled" if spent else slab[piece.look], box, drop)
    lip = 0.0 if piece.look is Look.QUIET and not spent else 14.0
    face = Box(box.x, box.y + drop, box.w, box.h - lip)
    frame.text(piece.text, face.inset(SLOT + 4, 4), style(frame, piece))


def _row(frame: Frame, piece: Piece, box: Box) -> None:
    end = "-city" if frame.mood.dark else ""
    if piece.shape in SETTINGS:
        frame.slab(f"maze-row{end}", box)
    elif piece.shape in (Shape.CARD, Shape.TIMER):
        frame.slab(f"maze-card{end}", box)
    lead = _lead(piece)
    inner = Box(box.x + lead, box.y, box.w - lead - SLOT - 8, box.h)
    if piece.shape is Shape.SWITCH:
        control, inner = inner.cut_left(SWITCH[0], 20)
        _switch(frame, piece, control.centred(*SWITCH))
    elif piece.shape is Shape.BOX:
        control, inner = inner.cut_left(TICK, 20)
        name = "on" if piece.on else "off"
        age = frame.since(f"maze-box:{piece.id}", piece.on, SNAP_SECONDS)
        grown = 1 + 0.12 * bump(age / SNAP_SECONDS)
        with frame.shifted(across=grown, down=grown):
            frame.picture(f"ui/maze/box-{name}.svg", control.centred(TICK, TICK))
    elif piece.shape is Shape.TIMER:
        colour = theme.CREAM if frame.mood.dark else theme.INK
        icon, inner = inner.cut_left(TICK, 20)
        frame.icon("ui/icons/hourglass.svg", icon.centred(68, 68), colour)
        bar, inner = inner.inset(0, 12).cut_bottom(28, 6)
        _countdown(frame, bar)
    elif piece.picture:
        spot, inner = inner.cut_left(_picture(frame, piece), 24)
        _thing(frame, piece.picture, spot)
    frame.text(piece.text, inner.inset(0, 6), style(frame, piece))


def _thing(frame: Frame, picture: str, box: Box) -> None:
    if picture.startswith("ui/icons/"):
        side = min(box.w, box.h) * 0.8
        frame.icon(picture, box.centred(side, side), theme.CREAM if frame.mood.dark else theme.INK)
    else:
        frame.picture(picture, box)


def _switch(frame: Frame, piece: Piece, box: Box) -> None:
    """The knob slides over."""
    frame.picture(f"ui/maze/track-{'on' if piece.on else 'off'}.svg", box)
    side = box.h - 12
    along = frame.follow(f"maze-knob:{piece.id}", float(piece.on), FLIP_SECONDS)
    x = box.x + 5 + round(along * (box.w - side - 10))
    frame.picture("ui/maze/knob.svg", Box(x, box.y + 6, side, side))


def _countdown(frame: Frame, box: Box) -> None:
    """It runs down and, when it is empty, is full again: nothing has happened at all."""
    share = frame.entering(TIMER_SECONDS)
    left = 1.0 if share >= 1 else 1 - share
    frame.slab("bar", box)
    inner = box.inset(6)
    # Whole steps, so that a bar on its way is a few pictures and not hundreds.
    width = round(inner.w * left / 24) * 24
    if width >= inner.h:
        frame.slab("bar-light", inner.cut_left(min(inner.w, width))[0])


def _sign(frame: Frame, board: Board, piece: Piece, offer: Offer, box: Box) -> None:
    """At the end: its badge, that it is honest, or the magnifier that can be put on it."""
    spot = Box(box.right - SLOT, box.y, SLOT - 8, box.h).centred(72, min(72, box.h))
    age = frame.since(f"maze-known:{piece.id}", (piece.known, piece.last), SNAP_SECONDS)
    if piece.known is Known.NOTHING:
        if board.lens and offer.enabled:
            frame.picture("ui/maze/mark.svg", spot.centred(60, 60))
        return
    grown = 1 + 0.35 * bump(age / SNAP_SECONDS) if piece.last else 1.0
    with frame.shifted(across=grown, down=grown):
        if piece.pattern:
            badge(frame, piece.pattern, spot)
        else:
            frame.picture("ui/badges/good.svg", spot.centred(64, 64))
    if piece.last and piece.pattern and age < SNAP_SECONDS:
        _sparks(frame, spot, age / SNAP_SECONDS)


def badge(frame: Frame, pattern: Pattern, box: Box) -> None:
    """The badge of a trick: a seal with its sign."""
    frame.picture("ui/maze/badge.svg", box)
    side = min(box.w, box.h) * 0.48
    sign = box.centred(side, side).moved(y=-round(side * 0.04))
    frame.icon(f"ui/icons/{words.SIGNS[pattern]}.svg", sign, theme.INK)


def _sparks(frame: Frame, box: Box, share: float) -> None:
    """A little glitter flies off a badge."""
    reach = box.w * (0.5 + 0.6 * share)
    for number in range(6):
        angle = math.tau * number / 6 + 0.3
        side = 36.0
        x = box.x + box.w / 2 + math.cos(angle) * reach - side / 2
        y = box.y + box.h / 2 + math.sin(angle) * reach - side / 2
        frame.picture("ui/spark.svg", Box(x, y, side, side), alpha=round(255 * (1 - linear(share))))

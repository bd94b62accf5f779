"""The side of the page: the post as a card, and what can be done with it, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cop_challenge.activities.ripple.board import Board, Face, Phase
from cop_challenge.activities.ripple.schema import Ring
from cop_challenge.core.activity import Note, Offer, Role, View
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

GAP = 16.0
WIDTHS = (720.0, 1000.0)
"""Of the side, and of an upright page."""
BUTTON = (100.0, 128.0)
BACK = (98.0, 108.0)


@dataclass(frozen=True)
class Block:
    """One thing in the column."""

    low: float
    high: float
    draw: Callable[[Box], None]
    spare: int = 0
    """Left out where there is too little room, the highest first; 0 never."""


def blocks(frame: Frame, activity: View, board: Board, upright: bool) -> list[Block]:
    """What stands in the column now."""
    width = WIDTHS[upright]
    found = [_post(frame, activity, board)]
    if board.phase is Phase.ASK or (board.phase is Phase.CIRCLE and not board.faces):
        found.append(_story(frame, activity.story, width))
    if activity.note:
        found.append(_note(frame, activity.note, width))
    if activity.prompt:
        found.append(_prompt(frame, activity.prompt, width))
    answers = page.answers_of(activity)
    columns = 2 if upright and board.phase in (Phase.CIRCLE, Phase.ASK) else 1
    for start in range(0, len(answers), columns):
        found.append(_cards(frame, board, answers[start : start + columns], columns, width, start))
    for offer in page.ways_of(activity):
        found.append(_button(frame, offer))
    return found


def stack(frame: Frame, box: Box, column: Sequence[Block]) -> None:
    """The blocks from the top down; what cannot be shown whole and can be spared is left out."""
    kept = list(column)
    while sum(block.low for block in kept) + GAP * (len(kept) - 1) > box.h:
        spare = max(kept, key=lambda block: block.spare)
        if not spare.spare:
            break
        kept.remove(spare)
    room = box.h - GAP * (len(kept) - 1)
    tall = heights(room, [(block.low, block.high) for block in kept])
    rest = box.cut_top(max(0.0, (room - sum(tall)) * 0.4))[1]
    for block, height in zip(kept, tall, strict=True):
        place, rest = rest.cut_top(height, GAP)
        block.draw(place)


# ---------------------------------------------------------------- the post


def _post(frame: Frame, activity: View, board: Board) -> Block:
    big = board.phase in (Phase.ASK, Phase.SPREAD) or (board.phase is Phase.CIRCLE and not board.faces)
    high = 330.0 if big else 240.0

    def draw(box: Box) -> None:
        picture_w = (box.h - 52) * 276 / 240
        width = picture_w + 48 + (190.0 * len(board.faces) + 10 if board.faces else 0)
        card = box.centred(min(box.w, width), box.h)
        frame.slab("ripple-clip" if frame.mood.nuru == "emblem" else "ripple-polaroid", card)
        inner = Box(card.x, card.y, card.w, card.h - 10).inset(24, 20)
        picture, faces = inner.cut_left(picture_w, 12)
        frame.picture(activity.picture, picture)
        if board.changed:
            side = picture.h * 0.4
            frame.picture("ui/ripple/cut.svg", Box(picture.right - side * 0.8, picture.y - 8, side, side))
        if board.faces:
            for face, place in zip(board.faces, faces.columns(len(board.faces), 8), strict=True):
                _face(frame, face, place)

    return Block(150.0, high, draw, spare=2)


def _face(frame: Frame, face: Face, box: Box) -> None:
    """Somebody on the post, with their answer as a sign, or how they feel about it now."""
    side = min(box.w * 0.82, box.h * 0.78)
    spot = box.centred(side, side).moved(-side * 0.06, side * 0.08)
    frame.picture(face.picture, spot)
    sign = side * 0.52
    corner = Box(spot.right - sign * 0.66, spot.y - sign * 0.36, sign, sign)
    if face.feeling:
        frame.picture(f"ui/badges/feeling-{face.feeling}.svg", corner)
    else:
        frame.picture(f"ui/ripple/says-{face.answer or 'open'}.svg", corner, mirror=True)


def _story(frame: Frame, text: Text, width: float) -> Block:
    style = frame.mood.story
    low, high = (frame.text_height(text, width - 80, style, least=least) + 60 for least in (True, False))

    def draw(box: Box) -> None:
        frame.slab(frame.mood.panel, box)
        frame.text(text, Box(box.x, box.y, box.w, box.h - 8).inset(40, 22), style)

    return Block(low, high, draw, spare=1)


def _note(frame: Frame, note: Note, width: float) -> Block:
    low, high = (
        frame.text_height(note.text, width - 184, frame.mood.note, least=least) + 62
        for least in (True, False)
    )

    def draw(box: Box) -> None:
        page.appears(frame, note, box, column=False, figure=False)

    return Block(max(low, 130.0), max(high, 140.0), draw)


def _prompt(frame: Frame, text: Text, width: float) -> Block:
    style = frame.mood.question.with_(
        colour=theme.CREAM,
        keyline=theme.INK,
        align="centre",
        balanced=True,
        size=frame.mood.question.size * 0.92,
    )
    low, high = (frame.text_height(text, width - 24, style, least=least) + 12 for least in (True, False))

    def draw(box: Box) -> None:
        frame.text(text, box.inset(8, 2), style)

    return Block(low, high, draw)


# -------------------------------------------------------------- what to do


def _cards(
    frame: Frame, board: Board, offers: Sequence[Offer], columns: int, width: float, start: int
) -> Block:
    low, high = page.card_wants(frame, offers, (width - GAP * (columns - 1)) / columns, narrow=True)
    before = dict(board.before) if board.phase is Phase.CIRCLE else {}

    def draw(box: Box) -> None:
        cells = box.columns(columns, GAP)[: len(offers)]
        if len(offers) < columns:
            cells = [box.centred(cells[0].w, box.h)]
        for number, (offer, cell) in enumerate(zip(offers, cells, strict=True)):
            with furniture.dealt(frame, start + number):
                controls.answer(frame, offer, cell, str(start + number + 1), narrow=True)
                if offer.id in before:
                    _dots(frame, before[Ring(offer.id)], len(board.boats), cell)

    return Block(low, min(max(high, 112.0), 150.0) if high <= 150 else high, draw)


def _dots(frame: Frame, seen: int, total: int, cell: Box) -> None:
    """How far this circle's ripple went when it was tried: a light for every boat."""
    side = min(15.0, (cell.w - 180) / total)
    row = Box(cell.right - side * total - 22, cell.bottom - theme.LIP - side - 7, side * total, side)
    for number, dot in enumerate(row.columns(total)):
        state = "lit" if number < seen else "dark"
        frame.picture(f"ui/ripple/dot-{state}.svg", dot)


def _button(frame: Frame, offer: Offer) -> Block:
    low, high = BUTTON if offer.role is Role.ADVANCE else BACK

    def draw(box: Box) -> None:
        primary = offer.role is Role.ADVANCE and offer.id != "end"
        controls.button(frame, offer, box, primary=primary)

    return Block(low, high, draw)

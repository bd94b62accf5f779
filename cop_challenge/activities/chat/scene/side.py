"""Beside the chat: the ways out, the shelf of spotted moves, and what Nuru says."""

from __future__ import annotations

from cop_challenge.activities.chat.board import Board
from cop_challenge.activities.chat.scene import look
from cop_challenge.core.activity import Offer, View
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump

DISC = 116.0
SHELF = 118.0


def rail(frame: Frame, exits: list[Offer], box: Box, *, upright: bool) -> None:
    """The ways out: always there, always in the same place."""
    frame.slab("chat-rail", box)
    inner = Box(box.x, box.y, box.w, box.h - 8).inset(12, 14)
    cells = inner.rows(len(exits), 12) if upright else inner.columns(len(exits), 12)
    for offer, cell in zip(exits, cells, strict=True):
        pressed = frame.target(offer, cell)
        if frame.focused(offer):
            frame.ring(cell.inset(10))
        if upright:
            style = look.LABEL
            label = min(cell.h - DISC - 16, frame.text_height(offer.label, cell.w - 12, style) + 4)
            both = cell.centred(cell.w, DISC + 20 + label)
            disc, words = both.cut_top(DISC + 12, 8)
        else:
            style = look.LABEL.with_(align="start")
            disc, words = cell.cut_left(DISC + 12, 10)
        spot = disc.centred(DISC, DISC).moved(y=6 if pressed else -2)
        frame.slab("round", Box(spot.x, spot.y, DISC, DISC + 10))
        frame.icon(offer.picture, spot.inset(DISC * 0.26), theme.CREAM)
        frame.text(offer.label, words.inset(4, 0), style)


def shelf(frame: Frame, board: Board, box: Box) -> None:
    """A place for each move; what was spotted lies in its place."""
    frame.slab("chat-shelf", box)
    inner = box.inset(20, 14)
    side = min(84.0, inner.w / len(board.shelf) - 6)
    for pin, cell in zip(board.shelf, inner.columns(len(board.shelf)), strict=True):
        age = frame.since(f"shelf:{pin.id}", pin.found, controls.POP_SECONDS)
        grown = 1 + 0.3 * bump(age / controls.POP_SECONDS) if age < controls.POP_SECONDS else 1.0
        with frame.shifted(across=grown, down=grown):
            frame.picture(pin.picture if pin.found else "ui/chat/pin-empty.svg", cell.centred(side, side))


def plate(frame: Frame, label: Text, box: Box, *, at: str = "middle") -> None:
    """A word on a small dark plate."""
    style = theme.CHIP.with_(family=frame.mood.heading, size=30, least=22, align="centre")
    height = min(box.h, max(56.0, frame.text_height(label, box.w - 30, style) + 16))
    width = min(box.w, frame.text_width(label, style) + 48)
    ends = {"start": box.cut_left(width)[0], "end": box.cut_right(width)[0]}
    room = ends.get(at, box.centred(width, box.h))
    place = room.centred(width, height)
    frame.slab("chat-caption-night", place)
    frame.text(label, place.inset(12, 4), style)


# ----------------------------------------------------------- what Nuru says


def column(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The way back and the shelf above; an explanation or the task below."""
    for offer in _ways(activity):
        # On top, so that arrows lead on from it to the head of the page.
        head, box = box.cut_top(page.BUTTON, 20)
        controls.button(frame, offer, head, primary=False)
    top, box = box.cut_top(SHELF, 20)
    shelf(frame, board, top)
    if activity.note:
        page.appears(frame, activity.note, box, column=True)
    elif frame.mood.nuru == "emblem":
        _panel(frame, activity.prompt, box.cut_bottom(min(box.h, 330))[0])
    else:
        furniture.says(frame, activity.prompt, "hello", box, frame.mood.note)


def _ways(activity: View) -> list[Offer]:
    """The way back; reading a line again is none."""
    return [offer for offer in activity.offers if offer.id == "rewind"]


def _panel(frame: Frame, words: Text, box: Box) -> None:
    style = frame.mood.note
    height = min(box.h, frame.text_height(words, box.w - 72, style) + 64)
    place = box.cut_bottom(height)[0]
    frame.slab(frame.mood.bubble, place)
    frame.text(words, Box(place.x, place.y, place.w, place.h - 8).inset(36, 20), style)


def strip_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of the same in a low row."""
    ways = page.BUTTON + 16 if _ways(activity) else 0.0
    words = activity.note.text if activity.note else activity.prompt
    figure = furniture.figure_side(frame, width) + 30 if _figure(frame) else 130.0
    text = width - 72 - figure
    low, high = (frame.text_height(words, text, frame.mood.note, least=least) + 64 for least in (True, False))
    return max(low, 116) + ways, max(high, 150) + ways


def _figure(frame: Frame) -> bool:
    """Whether Nuru has room in the low row."""
    return not look.large(frame) and frame.mood.nuru != "emblem"


def strip(frame: Frame, activity: View, box: Box) -> None:
    """A low row: the explanation or the task, and the way back."""
    for offer in _ways(activity):
        # Beside the phone right below the answers, where arrows come from; else at the foot.
        cut = box.cut_bottom if frame.portrait else box.cut_top
        place, box = cut(page.BUTTON, 16)
        controls.button(frame, offer, place.centred(min(place.w, 560), page.BUTTON), primary=False)
    if activity.note:
        page.appears(frame, activity.note, box, column=False, figure=_figure(frame))
    elif _figure(frame):
        furniture.beside(frame, activity.prompt, "hello", box, frame.mood.note)
    else:
        _panel(frame, activity.prompt, box)

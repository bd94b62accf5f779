"""Beside the house: the map of rooms, the wishes, what Nuru says, and the magnifier."""

from __future__ import annotations

from cop_challenge.activities.maze.board import Board, Door, Stage
from cop_challenge.activities.maze.scene.house import end
from cop_challenge.core.activity import Offer, View
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump

MAP = 96.0
LAMP = 58.0
BUTTON = 124.0
GAP = 16.0
POP_SECONDS = 0.5
WIDE = 800.0
"""Width from which on Nuru sits beside the words."""


def rooms(frame: Frame, board: Board, box: Box) -> None:
    """The doors of the house in a row, crooked; those behind us shine, and at the end is the morning."""
    frame.slab(f"maze-wish{end(frame)}", box)
    inner = box.inset(26, 8)
    cells = inner.centred(min(inner.w, 96.0 * (len(board.doors) + 1)), inner.h).columns(len(board.doors) + 1)
    for number, (door, cell) in enumerate(zip(board.doors, cells, strict=False)):
        age = frame.since(f"maze-door:{number}", door, POP_SECONDS)
        grown = 1 + 0.2 * bump(age / POP_SECONDS) if door is Door.HERE else 1.0
        with frame.shifted(y=5 if number % 2 else -3, across=grown, down=grown):
            frame.picture(f"ui/maze/door-{door}.svg", cell.inset(4, 4))
    name = "gate-lit" if board.stage is Stage.OUT else "gate"
    frame.picture(f"ui/maze/{name}.svg", cells[-1].inset(2, 2))


# ----------------------------------------------------------------- the wishes


def _wish_style(frame: Frame) -> theme.TextStyle:
    return theme.LABEL.with_(align="start", size=32.0, least=28)


def _short(frame: Frame, activity: View) -> bool:
    """With larger letters the wishes are only lamps while something is explained: they have been read."""
    return frame.look.text > 1 and activity.note is not None


def wishes_want(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height of the wishes."""
    if _short(frame, activity):
        return 84.0, 84.0
    room = width - 48 - LAMP - 14
    sums = []
    for least in (True, False):
        tall = [frame.text_height(w.text, room, _wish_style(frame), least=least) for w in board.wishes]
        sums.append(sum(max(height, 52.0 if least else 62.0) for height in tall) + 30)
    return sums[0], sums[1]


def wishes(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Each wish with its candle: it burns, or it smokes until the wish is mended."""
    frame.slab(f"maze-wish{end(frame)}", box)
    inner = box.inset(24, 13)
    if _short(frame, activity):
        for number, cell in enumerate(inner.columns(len(board.wishes))):
            _candle(frame, board, number, cell)
        return
    room = inner.w - LAMP - 14
    wants = [
        (
            max(52.0, frame.text_height(w.text, room, _wish_style(frame), least=True)),
            max(62.0, frame.text_height(w.text, room, _wish_style(frame))),
        )
        for w in board.wishes
    ]
    for number, (wish, height) in enumerate(zip(board.wishes, heights(inner.h, wants), strict=True)):
        row, inner = inner.cut_top(height)
        lamp, words = row.cut_left(LAMP, 14)
        _candle(frame, board, number, lamp)
        colour = theme.CREAM if wish.kept else theme.TRY_ON_DARK
        frame.text(wish.text, words, _wish_style(frame).with_(colour=colour))


def _candle(frame: Frame, board: Board, number: int, box: Box) -> None:
    kept = board.wishes[number].kept
    age = frame.since(f"maze-wish:{number}", kept, POP_SECONDS)
    grown = 1 + 0.25 * bump(age / POP_SECONDS)
    with frame.shifted(across=grown, down=grown):
        name = "kept" if kept else "broken"
        frame.picture(f"ui/maze/wish-{name}.svg", box.centred(LAMP, min(66.0, box.h)))


# ------------------------------------------------------------------ the words


def _said(activity: View) -> tuple[Text, str]:
    """What is said now, and with which face."""
    if activity.note:
        return activity.note.text, page.POSES[activity.note.tone]
    return activity.prompt, "hello"


def words_want(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of what is said."""
    text, _ = _said(activity)
    taken = furniture.figure_side(frame, width) + 16 if width > WIDE else 0.0
    taken = 110.0 if frame.mood.nuru == "emblem" else taken
    low, high = (
        frame.text_height(text, width - taken - 84, frame.mood.note, least=least) + 58
        for least in (True, False)
    )
    return low, max(high, 190.0)


def words(frame: Frame, activity: View, box: Box) -> None:
    """The trick by its name and why; or what is to be done."""
    text, pose = _said(activity)
    share = page.come(frame, activity.note) if activity.note else 1.0
    low = frame.text_height(text, box.w - 84, frame.mood.note, least=True) + 58
    if frame.mood.nuru != "emblem" and box.w > WIDE:
        furniture.beside(frame, text, pose, box, frame.mood.note, share=share)
    elif frame.mood.nuru != "emblem" and box.h >= low + 150:
        furniture.says(frame, text, pose, box, frame.mood.note, share=share)
    else:
        # Without Nuru, who stays while words change, all of it comes.
        with frame.shifted(**furniture.rising(share)):
            if frame.mood.nuru == "emblem":
                _plate(frame, activity, text, box)
            else:
                high = frame.text_height(text, box.w - 72, frame.mood.note) + 58
                controls.bubble(frame, text, box.centred(box.w, min(box.h, high)), frame.mood.note)


def _plate(frame: Frame, activity: View, text: Text, box: Box) -> None:
    """The dry voice of the night city, with a sign."""
    height = frame.text_height(text, box.w - 72 - 100, frame.mood.note) + 58
    plate = box.centred(box.w, max(130.0, min(box.h, height)))
    frame.slab(frame.mood.bubble, plate)
    sign, inner = plate.inset(30, 16).cut_left(84, 20)
    spot = sign.centred(84, min(84, sign.h))
    if activity.note:
        frame.picture(page.sign(frame, activity.note.tone), spot)
    else:
        frame.picture("ui/maze/door-here.svg", spot)
    frame.text(text, inner, frame.mood.note)


# ----------------------------------------------------------------- all of it


def lens_of(activity: View) -> Offer:
    """The magnifier's offer."""
    return next(offer for offer in activity.offers if offer.id == "lens")


def wants(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height of wishes, words and magnifier."""
    rows = wishes_want(frame, activity, board, width), words_want(frame, activity, width)
    more = BUTTON + 2 * GAP
    return sum(low for low, _ in rows) + more, sum(high for _, high in rows) + more


def draw(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Wishes, words, and the magnifier: beside the house above them, for from there arrows lead on up."""
    foot, box = (box.cut_bottom if frame.portrait else box.cut_top)(BUTTON, GAP)
    offer = lens_of(activity)
    controls.button(frame, offer, foot.centred(min(foot.w, 640), BUTTON), primary=not board.lens)
    sizes = [wishes_want(frame, activity, board, box.w), words_want(frame, activity, box.w)]
    first, _ = heights(box.h - GAP, sizes)
    top, rest = box.cut_top(first, GAP)
    wishes(frame, activity, board, top)
    words(frame, activity, rest)

"""The document on the table: its title, a row for each line, and the place for hands or a stamp."""

from __future__ import annotations

from cop_challenge.activities.deal import words
from cop_challenge.activities.deal.board import Board, Stage
from cop_challenge.activities.deal.document import DocumentLine
from cop_challenge.core.activity import Offer, View
from cop_challenge.core.text import NOTHING
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump, ease, springy
from cop_challenge.ui.theme import TextStyle

GAP = 10.0
SIZES = (33.0, 31.0, 29.0, 28.0)
LARGER = (26.0, 24.0)
"""More sizes to try where letters are large: before they are enlarged."""
PAD = (40.0, 34.0)
ICON = 58.0
SIGN = 92.0
DUTY = 40.0
"""Side of the signs beside who and when."""
"""Width for the hands at a row's end."""
WIDE = 800.0
"""From this width on, a programme that is read tells who and when in words."""
WRITES_SECONDS = 0.9
SHAKES_SECONDS = 0.8
STAMPS_SECONDS = 0.5
BRIEF = (58.0, 72.0)
"""Least and wanted height of a line that is not at hand, without its words."""


def _style(frame: Frame, size: float = SIZES[0]) -> TextStyle:
    return frame.mood.story.with_(size=size, least=min(size, 28.0), line=1.16)


def _small(frame: Frame) -> TextStyle:
    return frame.mood.story.with_(size=29.0, least=28, line=1.16, colour=theme.COUNTER)


def _title(frame: Frame) -> TextStyle:
    return frame.mood.question.with_(size=38.0, least=30, align="centre", balanced=True)


def _reading(board: Board) -> bool:
    return board.stage in (Stage.READ, Stage.SIGNED)


def _foot(frame: Frame, board: Board) -> float:
    """Height of the place below the lines where hands go."""
    if not _reading(board):
        return 0.0
    return 150.0 if frame.look.text == 1 else 120.0


def _least(board: Board) -> float:
    return 98.0 if _reading(board) else 72.0


def _row_wants(
    frame: Frame, board: Board, line: DocumentLine, width: float, size: float = SIZES[0]
) -> tuple[float, float]:
    end = _end_width(board, line, width)
    text = width - 20 - ICON - 18 - 20 - end - 12
    low, high = (
        frame.text_height(line.text, text, _style(frame, size), least=least) for least in (True, False)
    )
    if end > SIGN:
        duty = [sum(_duty_heights(frame, line, end, least=least)) + 4 for least in (True, False)]
        low, high = max(low, duty[0]), max(high, duty[1])
    return max(low + 14, _least(board)), max(high + 24, _least(board))


def _end_width(board: Board, line: DocumentLine, width: float) -> float:
    """What stands at a row's end: signs, or who and when in words."""
    return width * 0.33 if line.pillar and _reading(board) and width >= WIDE else SIGN


def _duty_heights(frame: Frame, line: DocumentLine, width: float, *, least: bool) -> list[float]:
    texts = (line.who, words.PERIODS[line.when]) if line.when else (line.who,)
    return [
        max(DUTY, frame.text_height(text, width - DUTY - 12, _small(frame), least=least)) for text in texts
    ]


def _around(frame: Frame, board: Board, width: float) -> float:
    """Height of all that is no line."""
    head = frame.text_height(board.document.title, width, _title(frame))
    return 2 * PAD[1] + 16 + head + 10 + GAP * len(board.document.lines) + _foot(frame, board)


def fits(frame: Frame, board: Board, width: float, height: float) -> bool:
    """Whether a paper of that size has room for the words of all lines."""
    inner = width - 2 * PAD[0]
    room = height - _around(frame, board, inner)
    _, each = _fitting(frame, board, inner, room)
    return sum(low for low, _ in each) <= room


def wants(frame: Frame, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height of the whole paper; where words of all lines do not fit, they are left out."""
    inner = width - 2 * PAD[0]
    lines = board.document.lines
    each = [_row_wants(frame, board, line, inner) for line in lines]
    low = sum(
        each[i][0] if _reading(board) or lines[i].id == board.line else BRIEF[0] for i in range(len(lines))
    )
    around = _around(frame, board, inner)
    return low + around, sum(high for _, high in each) + around


def draw(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The paper with everything on it."""
    frame.slab("deal-paper", box)
    inner = Box(box.x, box.y, box.w - 4, box.h - 16).inset(*PAD)
    head = frame.text_height(board.document.title, inner.w, _title(frame))
    title, inner = inner.cut_top(head, 10)
    frame.text(board.document.title, title, _title(frame))
    foot, inner = inner.cut_bottom(_foot(frame, board), GAP if _foot(frame, board) else 0)
    lines = board.document.lines
    room = inner.h - GAP * (len(lines) - 1)
    size, each = _fitting(frame, board, inner.w, room)
    brief = not _reading(board) and sum(low for low, _ in each) > room
    if brief:
        each = [w if line.id == board.line else BRIEF for w, line in zip(each, lines, strict=True)]
    tall = heights(room, each)
    more = min(40.0, max(0.0, room - sum(tall)) / len(lines))
    offers = {offer.id: offer for offer in activity.offers}
    for line, height in zip(lines, tall, strict=True):
        place, inner = inner.cut_top(height + more, GAP)
        offer = offers.get(line.id) if board.stage is Stage.READ else None
        _row(frame, board, line, place, offer, size=size, brief=brief and line.id != board.line)
    if _reading(board):
        _signatures(frame, board, foot)


def _fitting(
    frame: Frame, board: Board, width: float, room: float
) -> tuple[float, list[tuple[float, float]]]:
    """The largest letters in which all lines fit alike, and what each line wants then."""
    sizes = SIZES + (LARGER if frame.look.text > 1 else ())
    for size in sizes:
        each = [_row_wants(frame, board, line, width, size) for line in board.document.lines]
        if sum(high for _, high in each) <= room:
            break
    return size, each


def _row(
    frame: Frame,
    board: Board,
    line: DocumentLine,
    box: Box,
    offer: Offer | None,
    *,
    size: float,
    brief: bool,
) -> None:
    age = frame.since(f"deal-text:{line.id}", line.text, WRITES_SECONDS)
    now = line.id == board.line
    pressed = focused = False
    if offer and offer.enabled:
        pressed, focused = frame.target(offer, box), frame.focused(offer)
    slab = "selected" if focused else "now" if now else "" if line.text else "open"
    frame.slab(f"deal-row{'-' if slab else ''}{slab}", box)
    if focused:
        frame.ring(box)
    face = box.moved(y=5 if pressed else 0).inset(20, 6)
    icon, face = face.cut_left(ICON, 18)
    picture = f"ui/icons/pillar-{line.pillar}.svg" if line.pillar else line.picture
    spot = icon.centred(ICON, min(ICON, icon.h))
    if picture.startswith("ui/icons/"):
        frame.icon(picture, spot.inset(4), theme.INK)
    else:
        frame.picture(picture, spot)
    width = _end_width(board, line, box.w)
    end, face = face.cut_right(width, 12)
    if width > SIGN:
        _duty(frame, line, end)
    else:
        _end(frame, board, line, end)
    _writing(frame, line, face, age, _style(frame, size), now=now, brief=brief)


def _writing(
    frame: Frame, line: DocumentLine, face: Box, age: float, letters: TextStyle, *, now: bool, brief: bool
) -> None:
    """The words, written by a pen with a little light in its nib."""
    pen = Box(0, 0, 64, 64)
    if not line.text:
        if now:
            frame.picture("ui/deal/pen.svg", Box(face.x, face.y + face.h / 2 - 44, 64, 64))
        return
    share = min(1.0, age / WRITES_SECONDS)
    with frame.shifted(alpha=round(255 * ease(share))):
        if brief:
            frame.picture("ui/deal/scribble.svg", face.cut_left(min(face.w, 400.0))[0].centred(400, 40))
        else:
            frame.text(line.text, face, letters)
    if share < 1:
        stroke = share * 3 % 1
        across = face.x + (face.w - 60) * stroke
        down = face.y + face.h * (0.2 + 0.25 * int(share * 3)) - 50
        frame.picture("ui/deal/pen.svg", pen.moved(across, down))


def _duty(frame: Frame, line: DocumentLine, box: Box) -> None:
    """Who, and by when, in words."""
    low, high = (_duty_heights(frame, line, box.w, least=least) for least in (True, False))
    tall = heights(box.h - 2, list(zip(low, high, strict=True)))
    rows = []
    place = box.centred(box.w, sum(tall) + 2)
    for height in tall:
        row, place = place.cut_top(height, 2)
        rows.append(row)
    pictures = line.role, f"ui/deal/{line.when}.svg" if line.when else ""
    texts = line.who, words.PERIODS[line.when] if line.when else NOTHING
    for row, picture, text in zip(rows, pictures, texts, strict=False):
        spot, rest = row.cut_left(DUTY, 12)
        side = min(DUTY, spot.h)
        if picture.startswith("ui/icons/"):
            frame.icon(picture, spot.centred(side, side), theme.COUNTER)
        elif picture:
            frame.picture(picture, spot.centred(side, side))
        frame.text(text, rest, _small(frame))


def _end(frame: Frame, board: Board, line: DocumentLine, box: Box) -> None:
    """Whose hands are on it; or who, and by when, as signs."""
    if not line.text:
        return
    if line.pillar:
        left, right = box.columns(2, 6)
        if line.role:
            side = min(left.w, left.h)
            frame.icon(line.role, left.centred(side, side), theme.COUNTER)
        if line.when:
            frame.picture(f"ui/deal/{line.when}.svg", right)
        return
    agreed = line.id != board.line
    age = frame.since(f"deal-agreed:{line.id}", agreed, SHAKES_SECONDS)
    if not agreed:
        hand = "child" if board.turn == "parent" else "parent"
        frame.picture(f"ui/deal/hand-{hand}.svg", box)
        return
    share = age / SHAKES_SECONDS
    if share < 0.4:
        apart = 60 * (1 - ease(share / 0.4))
        frame.picture("ui/deal/hand-parent.svg", box.moved(x=-apart))
        frame.picture("ui/deal/hand-child.svg", box.moved(x=apart))
        return
    beat = bump((share - 0.4) / 0.6)
    with frame.shifted(y=-6 * beat, across=1 + 0.18 * beat, down=1 + 0.18 * beat):
        frame.picture("ui/deal/shake.svg", box)


def _signatures(frame: Frame, board: Board, box: Box) -> None:
    """Two handprints, or the school's stamp; then the seal."""
    signed = board.document.signed
    hands = ("parent", "child") if board.document.card else ("school",)
    middle = box.centred(box.h * 1.1 * (len(hands) + 1), box.h)
    *places, last = middle.columns(len(hands) + 1, 10)
    for hand, place in zip(hands, places, strict=True):
        side = min(place.w, place.h)
        spot = place.centred(side, side)
        frame.slab("deal-row-open", spot.inset(side * 0.04))
        age = frame.since(f"deal-signed:{hand}", hand in signed, STAMPS_SECONDS)
        if hand in signed:
            grown = 1.5 - 0.5 * springy(age / STAMPS_SECONDS)
            with frame.shifted(across=grown, down=grown):
                frame.picture(f"ui/deal/print-{hand}.svg", spot.inset(side * 0.1))
    done = board.stage is Stage.SIGNED
    age = frame.since("deal-sealed", done, STAMPS_SECONDS * 2)
    if done:
        share = springy(max(0.0, age / STAMPS_SECONDS - 1))
        with frame.shifted(y=-40 * (1 - share), alpha=round(255 * min(1.0, max(0.0, share)))):
            frame.picture("ui/deal/seal.svg", last)

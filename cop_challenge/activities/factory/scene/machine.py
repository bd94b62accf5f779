"""The press: gears, a dial for the reach, and the poster that grows part by part; or the shredder."""

from __future__ import annotations

from cop_challenge.activities.factory.board import Board, Piece, Stage
from cop_challenge.activities.factory.moves import Zone
from cop_challenge.activities.factory.reach import needle
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump, ease, linear, springy
from cop_challenge.ui.theme import TextStyle

STAMPS = 0.5
"""Seconds of the press going down and up."""
TURNS = 1.4
"""Seconds the gears turn after something was done."""
SHREDS = 1.8
"""Seconds in which the poster goes through the shredder."""
BELT = 48.0
NEEDLES = 16
GEARS = "abcd"

STYLES: dict[Zone, TextStyle] = {
    Zone.HEADLINE: TextStyle("strong", 42, theme.INK, "centre", least=28, line=1.14, balanced=True),
    Zone.PICTURE: TextStyle("label", 32, theme.INK, "centre", least=28, line=1.16),
    Zone.SOURCE: TextStyle("label", 32, theme.COUNTER, "centre", least=28, line=1.16, balanced=True),
    Zone.PROOF: TextStyle("strong", 34, theme.INK, "centre", least=28, line=1.16, balanced=True),
    Zone.CALL: TextStyle("strong", 38, theme.INK, "centre", least=28, line=1.14, balanced=True),
}


def _state(board: Board) -> tuple[object, ...]:
    return board.stage, sum(piece.move is not None for piece in board.pieces), board.slip


def remember(frame: Frame, board: Board) -> None:
    """Asks for every change that something moves at, so that none is missed while it is not shown."""
    _turning(frame, board)
    _stamping(frame, board)
    frame.since("factory-shred", board.stage, SHREDS)
    frame.since("factory-solved", board.stage, 0.8)


def _turning(frame: Frame, board: Board) -> float:
    return frame.since("factory-state", _state(board), TURNS)


def _stamping(frame: Frame, board: Board) -> float:
    mounted = sum(piece.move is not None for piece in board.pieces)
    return frame.since("factory-stamp", mounted, STAMPS)


def gears(frame: Frame, board: Board, box: Box) -> None:
    """Two gears that mesh; they turn for a moment after something was done."""
    age = _turning(frame, board)
    # Quick at first, then slower: the step grows with the eased share.
    step = int(ease(age / TURNS) * 14) if age < TURNS else 0
    large, small = box.h, box.h * 0.7
    frame.picture(f"ui/factory/gear-{GEARS[step % 4]}.svg", Box(box.x, box.y, large, large))
    other = GEARS[(2 - step) % 4]
    spot = Box(box.x + large * 0.92, box.y + box.h - small * 0.86, small, small)
    frame.picture(f"ui/factory/gear-{other}.svg", spot)


def dial(frame: Frame, board: Board, box: Box) -> None:
    """How far it would travel."""
    turn = frame.follow("factory-needle", needle(board.people), 0.8)
    frame.picture("ui/factory/dial.svg", box)
    frame.picture(f"ui/factory/needle-{round(turn * NEEDLES)}.svg", box)


def belt(frame: Frame, box: Box) -> None:
    """A belt on its rollers."""
    frame.slab("factory-belt", box)
    side = box.h * 0.5
    count = max(2, int(box.w // 130))
    for cell in box.inset(30, 0).columns(count):
        frame.picture("ui/factory/roller.svg", cell.moved(y=6).centred(side, side))


def _works(frame: Frame) -> tuple[float, float]:
    """Height of gears and dial, and of the press; large letters need their room."""
    return (150.0, 84.0) if frame.look.text == 1 else (90.0, 56.0)


def want(frame: Frame, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height of the whole machine."""
    fixed = 68 + 6 + BELT + sum(_works(frame)) + 36 + 12 * (len(board.pieces) - 1)
    found = [_want(frame, piece, width - 2 * 40 - 60 - 8 - 56) for piece in board.pieces]
    return sum(low for low, _ in found) + fixed, sum(high for _, high in found) + fixed


def draw(frame: Frame, board: Board, box: Box) -> None:
    """The whole machine."""
    frame.slab("factory-machine", box)
    inner = box.inset(40, 34)
    tall, press = _works(frame)
    top, rest = inner.cut_top(tall, 6)
    wheels, gauge = top.cut_left(tall * 1.7, 20)
    gears(frame, board, wheels)
    if board.stage is Stage.SHREDDED:
        _shredder(frame, rest)
        return
    dial(frame, board, gauge.cut_right(min(gauge.w, tall * 300 / 172))[0])
    foot, sheet = rest.cut_bottom(BELT)
    belt(frame, foot)
    head, sheet = sheet.cut_top(press)
    age = _stamping(frame, board)
    _poster(frame, board, Box(sheet.x + 30, sheet.y - 12, sheet.w - 60, sheet.h + 20), age)
    down = 46 * bump(age / STAMPS) if age < STAMPS else 0.0
    frame.picture("ui/factory/press.svg", Box(head.x, head.y + down, head.w, head.h))


def _poster(frame: Frame, board: Board, box: Box, age: float) -> None:
    frame.slab("factory-poster", box)
    inner = Box(box.x, box.y, box.w - 8, box.h - 8).inset(28, 24)
    wants = [_want(frame, piece, inner.w) for piece in board.pieces]
    room = inner.h - 12 * (len(wants) - 1)
    tall = heights(room, wants)
    spare = max(0.0, room - sum(tall))
    takers = [index for index, piece in enumerate(board.pieces) if piece.picture] or range(len(wants))
    for index, (piece, height) in enumerate(zip(board.pieces, tall, strict=True)):
        more = spare / len(takers) if index in takers else 0.0
        place, inner = inner.cut_top(height + more, 12)
        if piece.move is None:
            _gap(frame, piece, place, now=index == board.newest)
        elif index == board.newest and age < STAMPS:
            share = linear((age - STAMPS * 0.4) / (STAMPS * 0.6))
            grown = 1.12 - 0.12 * springy(share)
            with frame.shifted(across=grown, down=grown, alpha=round(255 * linear(share * 3))):
                _piece(frame, piece, place)
        else:
            _piece(frame, piece, place)


def _want(frame: Frame, piece: Piece, width: float) -> tuple[float, float]:
    if piece.move is None:
        return 40.0, 84.0
    style = STYLES[piece.zone]
    low, high = (frame.text_height(piece.text, width, style, least=least) for least in (True, False))
    return (low + 76, high + 180) if piece.picture else (low, high + 10)


def _gap(frame: Frame, piece: Piece, box: Box, *, now: bool) -> None:
    """A place where a part is missing; the one it is about stands out."""
    frame.slab(f"factory-gap{'-now' if now else ''}", box)
    side = min(56.0, box.h * 0.7)
    frame.icon(f"ui/icons/zone-{piece.zone}.svg", box.centred(side, side), theme.COUNTER)


def _piece(frame: Frame, piece: Piece, box: Box) -> None:
    style = STYLES[piece.zone]
    if piece.picture:
        words, box = box.cut_bottom(
            min(frame.text_height(piece.text, box.w, style), max(34.0, box.h - 76)), 6
        )
        frame.picture(piece.picture, box)
        box = words
    frame.text(piece.text, box, style)


def _shredder(frame: Frame, box: Box) -> None:
    """The poster goes in above and comes out as confetti."""
    age = frame.since("factory-shred", Stage.SHREDDED, SHREDS)
    share = linear(age / SHREDS)
    wide = min(box.w, box.h * 1.1)
    tall = wide * 0.25
    body = Box(box.x + (box.w - wide) / 2, box.y + box.h * 0.3, wide, tall)
    below = Box(body.x, body.bottom - 30, body.w, min(box.bottom - body.bottom + 20, body.w * 0.5))
    with frame.shifted(y=round(-60 * (1 - share)), alpha=round(255 * linear(share * 2))):
        frame.picture("ui/factory/strips.svg", below)
    if share < 1:
        paper = Box(body.x + wide * 0.2, body.y - 150 + 190 * share, wide * 0.6, 190 * (1 - share) + 20)
        frame.slab("factory-poster", paper)
        frame.moving = True
    frame.picture("ui/factory/shredder.svg", body)
    for number in range(9):
        # Thrown up once, then it lies still.
        name = f"ui/confetti-{'abc'[number % 3]}.svg"
        x = body.x + wide * (0.06 + 0.105 * number)
        y = body.y - 30 - (20 + 37 * number % 70) * (bump(share) * 2 if share < 1 else 1.0)
        frame.picture(name, Box(x, y, 40, 40), alpha=round(255 * linear(share * 3)))

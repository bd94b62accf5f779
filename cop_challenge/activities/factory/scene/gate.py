"""The sorting gate: a message on the belt, the chutes, and the reasons."""

from __future__ import annotations

from cop_challenge.activities.factory import words
from cop_challenge.activities.factory.board import Board, Stage
from cop_challenge.activities.factory.moves import Bin
from cop_challenge.activities.factory.scene import machine, plate, slip
from cop_challenge.core.activity import Mark, Offer, Role, Tone, View
from cop_challenge.ui import controls, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

GAP = 20.0
SIDE = 0.43
"""Share of the width for words and reasons, where they stand at the side."""
CHUTES = 210.0
PIPE = 30.0


def compose(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """The message, and what is to be said of it."""
    if frame.portrait:
        _portrait(frame, activity, board, room)
    else:
        _landscape(frame, activity, board, room)


def _landscape(frame: Frame, activity: View, board: Board, room: Box) -> None:
    aside, left = room.cut_right(room.w * SIDE, 36)
    lines, sign = _said(frame, activity, board)
    below = board.stage is Stage.EXPLAIN and activity.note is not None
    if below:
        said = _note(frame, activity)
        foot = max(CHUTES, plate.want(frame, said, left.w, sign=True)[1])
        foot = min(foot, max(plate.want(frame, said, left.w, sign=True)[0], left.h * 0.45))
        bottom, top = left.cut_bottom(foot, GAP)
        plate.draw(frame, said, bottom, sign=_badge(frame, activity))
    else:
        bottom, top = left.cut_bottom(_chute_height(frame, board, left.w), GAP)
        _chutes(frame, activity, board, bottom)
    slip.draw(frame, board, top)
    frame.slab("factory-machine", aside)
    inner = aside.inset(44, 40)
    if spare := _spare(frame, activity, lines, sign, inner):
        # A machine that has nothing to say shows its works.
        wheels, inner = inner.cut_bottom(spare, GAP)
        machine.gears(frame, board, wheels.centred(min(wheels.w, wheels.h * 1.6), wheels.h))
    _aside(frame, activity, lines, sign, inner)


def _spare(frame: Frame, activity: View, lines: plate.Lines, sign: str, box: Box) -> float:
    """Height left for gears; none where there is no room for them or reasons take it."""
    left = box.h - _aside_want(frame, activity, lines, sign, box.w)[1] - GAP
    return min(left, 330.0) if left > 160 and not _reasons(activity) else 0.0


def _portrait(frame: Frame, activity: View, board: Board, room: Box) -> None:
    if board.stage is Stage.SORT:
        foot, room = room.cut_bottom(_chute_height(frame, board, room.w), GAP)
        _chutes(frame, activity, board, foot)
    lines, sign = _said(frame, activity, board)
    if board.stage is Stage.EXPLAIN and activity.note:
        lines, sign = [*lines, *_note(frame, activity)], _badge(frame, activity)
    wants = [slip.want(frame, board, room.w), _aside_want(frame, activity, lines, sign, room.w)]
    tall = heights(room.h - GAP, wants)
    spare = max(0.0, room.h - GAP - sum(tall))
    top, rest = room.cut_top(tall[0] + spare * 0.45, GAP)
    slip.draw(frame, board, top)
    _aside(frame, activity, lines, sign, rest)


# ------------------------------------------------------------------ the words


def _title(frame: Frame) -> TextStyle:
    return frame.mood.question.with_(size=44, least=32)


def _note(frame: Frame, activity: View) -> plate.Lines:
    assert activity.note is not None
    return [(activity.note.text, frame.mood.note)]


def _badge(frame: Frame, activity: View) -> str:
    assert activity.note is not None
    return page.sign(frame, activity.note.tone)


def _said(frame: Frame, activity: View, board: Board) -> tuple[plate.Lines, str]:
    """The plate at the side, and its sign."""
    if board.stage is Stage.SOLVED:
        amber = _title(frame).with_(colour=theme.AMBER_TEXT)
        lines = [(board.reason, frame.mood.answer), *_note(frame, activity)]
        if board.move:
            lines.insert(0, (words.MOVES[board.move], amber))
        return lines, _badge(frame, activity)
    lines = [(activity.prompt, _title(frame))]
    if board.stage is Stage.SORT and activity.note:
        return [*lines, *_note(frame, activity)], _badge(frame, activity)
    return lines, ""


def _ways(activity: View) -> list[Offer]:
    return [offer for offer in activity.offers if offer.role is Role.ADVANCE]


def _reasons(activity: View) -> list[Offer]:
    return [offer for offer in page.answers_of(activity) if offer.id not in set(Bin)]


def _aside_wants(
    frame: Frame, activity: View, lines: plate.Lines, sign: str, width: float
) -> list[tuple[float, float]]:
    wants = [plate.want(frame, lines, width, sign=bool(sign))]
    if reasons := _reasons(activity):
        wants.append(plate.crates_want(frame, reasons, width))
    if _ways(activity):
        wants.append((page.BUTTON, page.BUTTON))
    return wants


def _aside_want(
    frame: Frame, activity: View, lines: plate.Lines, sign: str, width: float
) -> tuple[float, float]:
    wants = _aside_wants(frame, activity, lines, sign, width)
    gaps = GAP * (len(wants) - 1)
    return sum(low for low, _ in wants) + gaps, sum(high for _, high in wants) + gaps


def _aside(frame: Frame, activity: View, lines: plate.Lines, sign: str, box: Box) -> None:
    """What is asked or explained, the reasons, and the way on."""
    wants = _aside_wants(frame, activity, lines, sign, box.w)
    room = box.h - GAP * (len(wants) - 1)
    tall = heights(room, wants)
    spare = max(0.0, room - sum(tall))
    reasons, ways = _reasons(activity), _ways(activity)
    if reasons:
        grown = min(spare, max(0.0, plate.CRATE[1] * len(reasons) - tall[1]))
        tall[1] += grown
        spare -= grown
    place, box = box.moved(y=spare * (0.45 if reasons else 0.3)).cut_top(tall[0], GAP)
    fresh = activity.note is not None and activity.note.tone is not Tone.SHOWN
    share = frame.since("note", activity.note, page.NOTE_SECONDS) / page.NOTE_SECONDS if fresh else 1.0
    with frame.shifted(y=round(20 * (1 - min(1.0, share)))):
        plate.draw(frame, lines, place, sign=sign)
    if reasons:
        place, box = box.cut_top(tall[1], GAP)
        plate.crates(frame, reasons, place)
    if ways:
        place = box.cut_top(page.BUTTON)[0]
        controls.button(frame, ways[0], place.centred(min(place.w, 560), page.BUTTON))


# ----------------------------------------------------------------- the chutes


def _label(frame: Frame) -> TextStyle:
    return frame.mood.answer.with_(family=frame.mood.heading, align="centre", balanced=True)


def _chute_height(frame: Frame, board: Board, width: float) -> float:
    if board.stage is not Stage.SORT:
        return CHUTES if frame.look.text == 1 else 170.0
    across = (width - GAP * (len(board.filed) - 1)) / len(board.filed) - 32
    tall = max(frame.text_height(words.BINS[bin_], across, _label(frame)) for bin_, _ in board.filed)
    return min(max(CHUTES + 60, tall + 160), 340.0)


def _chutes(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Two or three mouths; what lies in them already shows as a pile."""
    offers = {offer.id: offer for offer in activity.offers}
    cells = box.columns(len(board.filed), GAP)
    for (bin_, count), cell in zip(board.filed, cells, strict=True):
        _chute(frame, board, bin_, count, offers.get(bin_), cell)


def _chute(frame: Frame, board: Board, bin_: Bin, count: int, offer: Offer | None, box: Box) -> None:
    pressed = frame.target(offer, box) if offer else False
    focused = bool(offer and frame.focused(offer))
    missed = bool(offer and offer.mark is Mark.TRY_AGAIN)
    taken = bool(board.slip and board.slip.into is bin_)
    state = "selected" if focused or taken else "try" if missed else "idle"
    drop = 8.0 if pressed else 0.0
    frame.slab(f"factory-chute-{state}", box, drop)
    if focused:
        frame.ring(box)
    # The sheets that went in before stick out of the mouth.
    for number in range(min(count, 4)):
        wide = box.w * 0.5 - number * 14
        sheet = Box(box.x + (box.w - wide) / 2 + number * 9, box.y + drop + 4 - number * 3, wide, 26)
        frame.slab("factory-sheet", sheet)
    face = Box(box.x, box.y + drop + 44, box.w, box.h - theme.LIP - 50).inset(16, 6)
    if offer is None:
        side = min(100.0, face.h)
        frame.icon(f"ui/icons/bin-{bin_}.svg", face.centred(side, side), theme.CREAM)
        return
    tall = min(face.h - 60, frame.text_height(offer.label, face.w, _label(frame)) + 4)
    label, spot = face.cut_bottom(tall, 6)
    side = min(96.0, spot.h)
    sign = spot.centred(side, side)
    if missed:
        frame.picture("ui/badges/try-again.svg", sign)
    else:
        frame.icon(f"ui/icons/bin-{bin_}.svg", sign, theme.CREAM)
    frame.text(offer.label, label, _label(frame))

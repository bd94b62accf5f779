"""The feed: a class board of wood and slate with pinned slips, in the night city a lit rail with rows."""

from __future__ import annotations

from cop_challenge.activities.bystander import words
from cop_challenge.activities.bystander.board import Board, Remark
from cop_challenge.core.activity import View
from cop_challenge.core.text import Text
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import springy

SLIDE_SECONDS, BETWEEN = 0.45, 0.6
"""How long a comment slides in, and how long after the one before."""
FACE = 64.0
GAP = 14.0
PAD = 30.0
"""Space between the feed's edge and what hangs on it."""


def _styles(frame: Frame) -> tuple[theme.TextStyle, theme.TextStyle]:
    """Of a comment, and of its writer's name."""
    text = frame.mood.story.with_(size=34, least=28, line=1.2)
    name = theme.TextStyle("strong", 28, frame.mood.story.colour, least=24)
    return text, name


def _dark(frame: Frame) -> bool:
    return frame.mood.dark


def wants(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height: what is new must be there, the rest is welcome."""
    inner = width - 2 * PAD
    rows = [_row_height(frame, remark, inner) for remark in board.thread[_needed(board) :]]
    new = sum(rows) + GAP * len(rows) + 2 * PAD
    return new, new + _post_height(frame, activity, board, inner) + GAP + 60


def _needed(board: Board) -> int:
    """From where on the thread must be seen: all that arrived; once something was done, what came of it."""
    return len(board.thread) - 1 if board.change else board.fresh


def draw(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The post on top, below it as many comments as fit, the newest last."""
    frame.slab("bystander-feed" if _dark(frame) else "bystander-board", box)
    inner = box.inset(PAD, PAD)
    if not _dark(frame):
        inner = Box(inner.x, inner.y, inner.w, inner.h - 12)
    tall = [_row_height(frame, remark, inner.w) for remark in board.thread]
    needed = _needed(board)
    fresh = sum(tall[board.fresh :]) + GAP * len(tall[board.fresh :])
    post = _post_height(frame, activity, board, inner.w)
    if post + fresh <= inner.h:
        top, inner = inner.cut_top(post, GAP)
        _post(frame, activity, board, top)
    start, used = len(tall), 0.0
    while start and used + tall[start - 1] + (GAP if used else 0) <= inner.h:
        start -= 1
        used += tall[start] + (GAP if used else 0)
    if start > needed:
        # Even what is new does not fit: the letters shrink, and all of it is shown.
        start = needed
        total = sum(tall[start:])
        squeeze = (inner.h - GAP * (len(tall) - start - 1)) / total
        tall[start:] = [height * squeeze for height in tall[start:]]
    rail = Box(inner.x + 15, inner.y, 6, inner.h)
    if _dark(frame) and start < len(tall):
        frame.slab("bystander-rail", rail)
    _register(frame, board)
    for number in range(start, len(tall)):
        row, inner = inner.cut_top(tall[number], GAP)
        share = _arrival(frame, board, number)
        if share <= 0:
            continue
        with frame.shifted(x=round(150 * (1 - springy(share)), 1), alpha=round(255 * min(1.0, share * 2))):
            _row(frame, board.thread[number], row)


def _register(frame: Frame, board: Board) -> None:
    """Note which places of the thread are empty, so that what comes there later is seen to come."""
    for number in range(len(board.thread), len(board.thread) + 4):
        frame.since(f"row-{number}", "", SLIDE_SECONDS)


def _arrival(frame: Frame, board: Board, number: int) -> float:
    """How far the comment has come, 0 to 1."""
    answered = frame.since(f"row-{number}", board.thread[number].id, SLIDE_SECONDS) / SLIDE_SECONDS
    if number < board.fresh:
        return 1.0
    entered = frame.entering(SLIDE_SECONDS, 0.3 + (number - board.fresh) * BETWEEN)
    return min(1.0, answered, entered)


# ------------------------------------------------------------------- the post


def _post_height(frame: Frame, activity: View, board: Board, width: float) -> float:
    text, _ = _styles(frame)
    beside = _picture_width(frame, activity) + 20
    words_ = frame.text_height(board.post, width - beside - 44, text) + 40
    return max(words_ + 54, 150.0 if activity.picture else 0.0) + 24


def _picture_width(frame: Frame, activity: View) -> float:
    if not activity.picture:
        return 0.0
    return 180.0 if frame.look.text < 1.5 else 130.0


def _post(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """What was posted, by whom."""
    text, name = _styles(frame)
    frame.slab("bystander-row" if _dark(frame) else "bystander-slip", box)
    inner = box.inset(22, 16)
    if activity.picture:
        width = _picture_width(frame, activity)
        spot, inner = inner.cut_right(width, 20)
        frame.picture(activity.picture, spot)
    head, inner = inner.cut_top(54, 4)
    if activity.hero:
        face, head = head.cut_left(50, 14)
        frame.picture(activity.hero.picture, face)
        frame.text(activity.hero.name, head, name.with_(size=32))
    frame.text(board.post, inner, text)
    if not _dark(frame):
        for x in (box.x + 10, box.right - 44):
            frame.picture("ui/bystander/pin.svg", Box(x, box.y - 12, 34, 34))


# ---------------------------------------------------------------- one comment


def _face(frame: Frame) -> float:
    return FACE if frame.look.text < 1.5 else 52.0


def _indent(frame: Frame) -> float:
    """Space at the start of a row: in the night city for the rail."""
    return 40.0 if _dark(frame) else 0.0


def _row_height(frame: Frame, remark: Remark, width: float) -> float:
    text, name = _styles(frame)
    room = width - _indent(frame) - _face(frame) - 16 - 40
    named = frame.text_height(_name(remark) or "x", room, name)
    return max(_face(frame) + 28, named + frame.text_height(remark.text, room, text) + 34)


def _name(remark: Remark) -> Text | str:
    return words.SQUAD if remark.squad else remark.who.name if remark.who else ""


def _row(frame: Frame, remark: Remark, box: Box) -> None:
    text, name = _styles(frame)
    ours = "-ours" if remark.squad else ""
    if _dark(frame):
        frame.picture("ui/bystander/dot.svg", Box(box.x + 4, box.y + box.h / 2 - 14, 28, 28))
        box = Box(box.x + _indent(frame), box.y, box.w - _indent(frame), box.h)
        frame.slab(f"bystander-row{ours}", box)
    else:
        frame.slab(f"bystander-slip{ours}", box)
    face, inner = box.inset(20, 12).cut_left(_face(frame), 16)
    side = _face(frame)
    picture = "ui/bystander/ours.svg" if remark.squad else remark.who.picture if remark.who else ""
    if picture:
        frame.picture(picture, Box(face.x, face.y + max(0.0, (face.h - side) / 2), side, min(side, face.h)))
    label = _name(remark)
    tall = frame.text_height(label or "x", inner.w, name)
    head, inner = inner.cut_top(tall, 2)
    frame.text(label, head, name)
    frame.text(remark.text, inner, text)
    if not _dark(frame):
        frame.picture("ui/bystander/pin.svg", Box(box.right - 46, box.y - 10, 32, 32))

"""The phone or the table: who it is, what was said, and the answers."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.activities.chat import words
from cop_challenge.activities.chat.board import Board
from cop_challenge.activities.chat.scene import bubbles, look, side
from cop_challenge.core.activity import Offer, View
from cop_challenge.ui import controls
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump

HEAD = 96.0
FIGURES = 216.0
"""Width of who confides and the flower, at the side of the table."""
GAP = 16.0
BELOW = 28.0
"""Between the lines and the answers."""


def compose(frame: Frame, activity: View, board: Board, replies: Sequence[Offer], box: Box) -> None:
    """The lines of this moment right above the answers; above them, as much of what was before as fits."""
    frame.slab(look.device(frame, board), box)
    inner = Box(box.x, box.y, box.w, box.h - 10).inset(30, 24)
    aside = board.trust is not None and not frame.portrait and not look.large(frame)
    if aside:
        figures, inner = inner.cut_left(FIGURES, 16)
        _figures(frame, board, figures)
    columns = _columns(frame, replies, inner.w)
    rows = [replies[start : start + columns] for start in range(0, len(replies), columns)]
    said = board.said[board.fresh :]
    story = [_story_wants(frame, activity, inner.w)] if activity.story else []
    answers = [bubbles.reply_wants(frame, row, (inner.w - GAP * (len(row) - 1)) / len(row)) for row in rows]
    gaps = GAP * (len(story) + len(said) - 1 + max(0, len(rows) - 1)) + (BELOW if rows else 0)
    for tagged in (not look.large(frame), False):
        lines = [bubbles.line_wants(frame, board, line, inner.w, tagged=tagged) for line in said]
        wants = [*story, *lines, *answers]
        spare = inner.h - gaps - sum(low for low, _ in wants)
        if spare >= 0:
            break
    if spare >= HEAD + 14 and not aside:
        head, inner = inner.cut_top(HEAD, 14)
        _head(frame, board, head)
    tall = heights(inner.h - gaps, wants)
    free = inner.h - gaps - sum(tall)
    if board.fresh:
        above, inner = inner.cut_top(free)
        bubbles.before(frame, board, above.cut_bottom(12)[1])
    else:
        # Nothing was said before: the first words stand where the eye begins.
        inner = inner.cut_top(free * 0.4)[1]
    if story:
        caption, inner = inner.cut_top(tall.pop(0), GAP)
        slab, style = look.caption(frame, board)
        frame.slab(slab, caption)
        frame.text(activity.story, caption.inset(26, 8), style)
    offers = {offer.id: offer for offer in activity.offers}
    for number, line in enumerate(said):
        place, inner = inner.cut_top(tall.pop(0), GAP)
        bubbles.line(frame, board, line, offers[line.offer], place, number, tagged=tagged)
    if rows:
        inner = inner.cut_bottom(sum(tall) + GAP * (len(rows) - 1))[0]
    for row, height in zip(rows, tall, strict=True):
        place, inner = inner.cut_top(height, GAP)
        for offer, cell in zip(row, place.columns(len(row), GAP), strict=True):
            bubbles.reply(frame, board, offer, cell, replies.index(offer) + len(said))


def _story_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of what happens around it."""
    low, high = (
        frame.text_height(activity.story, width - 60, look.CAPTION, least=least) + 24
        for least in (True, False)
    )
    return low, high


def _columns(frame: Frame, replies: Sequence[Offer], width: float) -> int:
    """Answers stand in two columns where that is lower."""
    if len(replies) < 2 or look.large(frame):
        return 1
    one = bubbles.reply_wants(frame, replies, width)[1] * len(replies)
    two = bubbles.reply_wants(frame, replies, width / 2 - 8)[1] * -(-len(replies) // 2)
    return 2 if two < one else 1


def _head(frame: Frame, board: Board, box: Box) -> None:
    """Who writes; at a table, who confides, with the flower."""
    if board.other is None:
        return
    if board.trust is not None:
        flower, rest = box.cut_right(box.h * 0.9, 10)
        _flower(frame, board, flower)
        label = words.OPENNESS[board.trust]
        side.plate(frame, label, rest.cut_right(min(rest.w * 0.5, 360))[0], at="end")
        box = rest
    else:
        frame.slab("phone-head", box)
    face, name = box.inset(16, 6).cut_left(HEAD - 16, 18)
    frame.picture(board.other.picture, face)
    if board.trust is None:
        frame.text(board.other.name, name.cut_left(name.w * 0.5)[0], look.NAME)
    else:
        side.plate(frame, board.other.name, name.cut_left(name.w * 0.42)[0], at="start")


def _figures(frame: Frame, board: Board, box: Box) -> None:
    """Who confides, and below the flower that opens."""
    assert board.trust is not None
    top, below = box.cut_top(min(236.0, box.h * 0.3), 8)
    if board.other:
        frame.picture(board.other.picture, top)
    chip, flower = below.cut_bottom(76, 10)
    _flower(frame, board, flower.centred(flower.w, min(flower.h, 350)))
    side.plate(frame, words.OPENNESS[board.trust], chip)


def _flower(frame: Frame, board: Board, box: Box) -> None:
    """The flower, a little larger just when it opens or shuts."""
    age = frame.since("chat-flower", board.trust, controls.POP_SECONDS)
    grown = 1 + 0.1 * bump(age / controls.POP_SECONDS) if age < controls.POP_SECONDS else 1.0
    with frame.shifted(across=grown, down=grown):
        frame.picture(f"ui/chat/flower-{board.trust}.svg", box)

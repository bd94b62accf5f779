"""Where everything stands: the ways out, the phone or table, and what Nuru says."""

from __future__ import annotations

from cop_challenge.activities.chat import words
from cop_challenge.activities.chat.board import Board
from cop_challenge.activities.chat.scene import bubbles, look, side
from cop_challenge.activities.chat.told import EXIT, LOOK
from cop_challenge.core.activity import Offer, Role, View
from cop_challenge.ui import controls, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump

HEAD = 96.0
FIGURES = 216.0
"""Width of who confides and the flower, at the side of the table."""


def compose(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """Side by side, or one below the other on upright screens."""
    exits = [offer for offer in activity.offers if offer.id.startswith(EXIT)]
    replies = [
        offer
        for offer in activity.offers
        if offer.role is Role.ANSWER and not offer.id.startswith((EXIT, LOOK))
    ]
    if frame.portrait:
        rail, room = room.cut_bottom(_rail_height(frame, exits, room.w), 20)
        side.rail(frame, exits, rail, upright=False)
        low, high = side.strip_wants(frame, activity, room.w)
        least = low + (0 if look.large(frame) else side.SHELF + 16)
        below, room = room.cut_bottom(max(least, min(high + side.SHELF + 16, room.h * 0.3)), 20)
        if not look.large(frame):
            shelf, below = below.cut_top(side.SHELF, 16)
            side.shelf(frame, board, shelf)
        side.strip(frame, activity, below)
        _device(frame, activity, board, replies, room)
        return
    rail, room = room.cut_left(214, 22)
    side.rail(frame, exits, rail, upright=True)
    if not look.large(frame):
        aside, room = room.cut_right(500, 22)
        side.column(frame, activity, board, aside)
        _device(frame, activity, board, replies, room)
        return
    phone, rest = room.cut_left(room.w * 0.5, 22)
    _device(frame, activity, board, [], phone)
    _beside(frame, activity, board, replies, rest)


def _beside(frame: Frame, activity: View, board: Board, replies: list[Offer], box: Box) -> None:
    """With larger letters, answers and explanation stand beside the phone."""
    wants = [bubbles.reply_wants(frame, [offer], box.w) for offer in replies]
    wants.append(side.strip_wants(frame, activity, box.w))
    tall = heights(box.h - 16 * len(replies), wants)
    for number, offer in enumerate(replies):
        place, box = box.cut_top(tall[number], 16)
        bubbles.reply(frame, board, offer, place, number)
    side.strip(frame, activity, box)


def _rail_height(frame: Frame, exits: list[Offer], width: float) -> float:
    each = width / max(1, len(exits)) - 24 - side.DISC - 30
    return max(
        side.DISC + 28,
        *(
            frame.text_height(offer.label, each, look.LABEL.with_(align="start"), least=True) + 40
            for offer in exits
        ),
    )


def _device(frame: Frame, activity: View, board: Board, replies: list[Offer], box: Box) -> None:
    """The phone or table: who it is, what was said, and (if they stand here) the answers."""
    frame.slab(look.device(frame, board), box)
    inner = Box(box.x, box.y, box.w, box.h - 10).inset(30, 24)
    if board.trust is not None and not frame.portrait and not look.large(frame):
        figures, inner = inner.cut_left(FIGURES, 16)
        _figures(frame, board, figures)
        inner = inner.cut_right(6)[1]
    said = board.said[board.fresh :]
    offers = {offer.id: offer for offer in activity.offers}
    columns = _columns(frame, replies, inner.w)
    rows = -(-len(replies) // columns)
    each = (inner.w - 16 * (columns - 1)) / columns
    wants = [bubbles.line_wants(frame, board, line, inner.w) for line in said]
    wants += [bubbles.reply_wants(frame, replies, each)] * rows
    story = activity.story if activity.story else None
    if story:
        low, high = (
            frame.text_height(story, inner.w - 60, look.CAPTION, least=least) + 24 for least in (True, False)
        )
        wants.append((low, high))
    gaps = bubbles.GAP * (len(wants) - 1) + 12
    least = sum(low for low, _ in wants) + gaps
    headed = inner.h - least >= HEAD and (board.trust is None or look.large(frame) or frame.portrait)
    if headed:
        head, inner = inner.cut_top(HEAD, 14)
        _head(frame, board, head)
    tall = heights(inner.h - gaps, wants)
    if rows:
        drafts, inner = inner.cut_bottom(
            sum(tall[len(said) : len(said) + rows]) + 16 * (rows - 1), 12 + bubbles.GAP
        )
        cells = drafts.grid(len(replies), columns, 16)
        for number, (offer, cell) in enumerate(zip(replies, cells, strict=True)):
            bubbles.reply(frame, board, offer, cell, number + len(said))
    thread = sum(tall[: len(said)]) + bubbles.GAP * (len(said) - 1)
    lines, above = inner.cut_bottom(thread, bubbles.GAP)
    if story:
        caption, lines, above = _caption_place(above, lines, tall[-1], first=board.fresh == 0)
        frame.slab("chat-caption", caption)
        frame.text(story, caption.inset(26, 8), look.CAPTION)
    elif board.fresh == 0:
        # Nothing was said before: the first words stand where the eye begins.
        lines = lines.moved(y=-above.h * 0.5)
    if board.fresh:
        bubbles.before(frame, board, story, above)
    for number, line in enumerate(said):
        place, lines = lines.cut_top(tall[number], bubbles.GAP)
        bubbles.line(frame, board, line, offers[line.offer], place, number)


def _caption_place(above: Box, lines: Box, height: float, *, first: bool) -> tuple[Box, Box, Box]:
    """What happens around it stands right above the lines, in the middle of free room at first."""
    caption, rest = above.cut_bottom(height, bubbles.GAP)
    if not first:
        return caption, lines, rest
    lift = -rest.h * 0.5
    return caption.moved(y=lift), lines.moved(y=lift), rest


def _columns(frame: Frame, replies: list[Offer], width: float) -> int:
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
        side.plate(frame, label, rest.cut_right(min(rest.w * 0.5, 360))[0], end=True)
        box = rest
    else:
        frame.slab("phone-head", box)
    face, name = box.inset(16, 6).cut_left(HEAD - 16, 18)
    frame.picture(board.other.picture, face)
    colour = theme.INK if board.trust is not None else theme.CREAM
    frame.text(board.other.name, name.cut_left(name.w * 0.5)[0], look.NAME.with_(colour=colour))


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

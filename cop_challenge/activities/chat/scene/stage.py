"""Where everything stands: the ways out, the phone or table, and what Nuru says."""

from __future__ import annotations

from cop_challenge.activities.chat.board import Board
from cop_challenge.activities.chat.scene import bubbles, device, look, side
from cop_challenge.activities.chat.told import EXIT, LOOK
from cop_challenge.core.activity import Offer, Role, View
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights


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
        device.compose(frame, activity, board, replies, room)
        return
    rail, room = room.cut_left(250 if look.large(frame) else 214, 22)
    side.rail(frame, exits, rail, upright=True)
    if not look.large(frame):
        aside, room = room.cut_right(500, 22)
        side.column(frame, activity, board, aside)
        device.compose(frame, activity, board, replies, room)
        return
    phone, rest = room.cut_left(room.w * 0.5, 22)
    device.compose(frame, activity, board, [], phone)
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

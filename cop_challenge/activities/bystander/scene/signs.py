"""The squad: what can be done stands on signs held up out of the crowd; heads warm up as they follow."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cop_challenge.activities.bystander import words
from cop_challenge.activities.bystander.board import Board
from cop_challenge.activities.bystander.scene import stage
from cop_challenge.activities.bystander.schema import CROWD, HANDS
from cop_challenge.core.activity import Mark, Offer, View
from cop_challenge.ui import controls, furniture, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump

ASKS = theme.TextStyle("title", 40, theme.CREAM, "centre", least=30, keyline=theme.INK, balanced=True)
HANDLE = 30.0
"""Of a sign that stands out below it: the stick and the hand."""
GAP = 16.0
HEAD, FOOT = 72.0, 16.0
"""Of a player's tray: who it belongs to."""
ALONE = 800.0
"""Width of a sign that stands by itself."""
HOP_SECONDS = 0.4


def crowd_height(frame: Frame, room: float = math.inf, wants: Sequence[tuple[float, float]] = ()) -> float:
    """The heads at the foot of the page: they duck, but not out of sight, where words need their room.

    `room` with them; `wants`: least and wanted height of what stands above them.
    """
    whole = 104.0 if frame.look.text == 1 else 84.0 if frame.look.text < 1.5 else 70.0
    return max(whole / 2, min(whole, room - sum(low for low, _ in wants)))


def _shown(activity: View) -> list[Offer]:
    """All signs; once it is done, those that were held up."""
    answers = page.answers_of(activity)
    if page.ways_of(activity):
        return [offer for offer in answers if offer.mark is Mark.GOOD]
    return answers


def wants(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height of the question and the signs."""
    asked = _asked(frame, activity, board, width)
    low, high, rows = _card_wants(frame, activity, board, width)
    over = HEAD + FOOT if board.hands and not page.ways_of(activity) else 0.0
    extra = (HANDLE + GAP) * rows + over + (asked + 10 if asked else 0)
    if board.change:
        extra += stage.CHIP + GAP
    if page.ways_of(activity):
        extra += page.BUTTON + GAP
    return low * rows + extra, high * rows + extra


def _asked(frame: Frame, activity: View, board: Board, width: float) -> float:
    if not activity.prompt or board.turn:
        return 0.0
    return max(50.0, frame.text_height(activity.prompt, width, ASKS, least=True))


def _card_wants(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float, int]:
    """Least and wanted height of a sign, and how many stand above each other."""
    shown = _shown(activity)
    columns = min(2, len(shown))
    each = (width - GAP * (columns - 1)) / max(1, columns) - (48 if board.turn else 0)
    each = min(each, ALONE)
    low, high = page.card_wants(frame, shown, each, narrow=True)
    rows = -(-len(shown) // 2)
    if board.hands and not page.ways_of(activity):
        rows = max(len(_hand(board, shown, hand)) for hand in HANDS)
    return low, min(high, low + 24), rows


def _hand(board: Board, offers: Sequence[Offer], hand: str) -> list[Offer]:
    mine = {name for name, owner in board.hands if owner == hand}
    return [offer for offer in offers if offer.id in mine]


def draw(frame: Frame, activity: View, board: Board, box: Box, ground: Box) -> None:
    """Question, signs, crowd; what leads on."""
    shown = _shown(activity)
    asked = _asked(frame, activity, board, box.w)
    if board.change:
        line, box = box.cut_top(stage.CHIP, GAP)
        stage.effects(frame, activity, board, line)
    if asked:
        line, box = box.cut_top(asked, 10)
        frame.text(activity.prompt, line, ASKS.with_(family=frame.mood.heading))
    ways = page.ways_of(activity)
    if ways:
        foot, box = box.cut_bottom(page.BUTTON, GAP)
        controls.button(frame, ways[0], foot.centred(page.WAY, page.BUTTON))
        _nuru(frame, activity, foot)
    places = _places(frame, activity, board, box, shown)
    if not ways:
        for name, place in places.items():
            if not _held(board, name):
                continue
            # Sticks first: they come up from the crowd behind everything.
            stick = Box(place.x + place.w / 2 - 8, place.bottom - 20, 16, ground.y + 40 - place.bottom + 20)
            frame.slab("bystander-stick", stick)
    crowd(frame, board, ground)
    if board.hands and not ways:
        _trays(frame, board, box)
    for number, offer in enumerate(shown):
        place = places[offer.id]
        with furniture.dealt(frame, number):
            _sign(frame, board, offer, place, str(number + 1))
    if activity.hint in places and frame.mood.nuru != "emblem":
        # Further in than elsewhere: signs stand close together.
        sign = places[activity.hint]
        furniture.hand(frame, sign.cut_left(sign.w - 60)[0])


def _places(frame: Frame, activity: View, board: Board, box: Box, shown: Sequence[Offer]) -> dict[str, Box]:
    """Where each sign stands, without its handle."""
    low, high, _ = _card_wants(frame, activity, board, box.w)
    if board.hands and not page.ways_of(activity):
        columns = [column.inset(24, 0) for column in box.columns(2, GAP)]
        stacks = [_hand(board, shown, hand) for hand in HANDS]
        columns = [Box(c.x, c.y + HEAD, c.w, c.h - HEAD - FOOT) for c in columns]
        places: dict[str, Box] = {}
        for column, stack in zip(columns, stacks, strict=True):
            places |= _grid(column, stack, 1, low, high)
        return places
    if len(shown) == 1:
        box = box.centred(min(box.w, ALONE), box.h)
    return _grid(box, shown, min(2, len(shown)), low, high)


def _grid(box: Box, shown: Sequence[Offer], columns: int, low: float, high: float) -> dict[str, Box]:
    if not shown:
        return {}
    rows = -(-len(shown) // columns)
    tall = heights(box.h - (HANDLE + GAP) * rows + GAP, [(low, high)] * rows)[0]
    used = (tall + HANDLE) * rows + GAP * (rows - 1)
    cells = box.centred(box.w, used).grid(len(shown), columns, GAP)
    return {
        offer.id: Box(cell.x, cell.y, cell.w, cell.h - HANDLE)
        for offer, cell in zip(shown, cells, strict=True)
    }


def _trays(frame: Frame, board: Board, box: Box) -> None:
    """Two trays of different shape, colour and sign: each player has one."""
    for hand, tray in zip(HANDS, box.columns(2, GAP), strict=True):
        frame.slab(f"bystander-tray-{hand}", tray)
        head = tray.inset(30, 8).cut_top(HEAD - 22)[0]
        style = theme.CHIP.with_(family=frame.mood.heading)
        mine = board.turn == hand
        said = words.YOUR_TURN[hand] if mine else words.HAND[hand]
        width = min(head.w, frame.text_width(said, style) + 70)
        sign, label = head.centred(width, head.h).cut_left(52, 14)
        frame.picture(f"ui/bystander/{hand}.svg", sign)
        frame.text(said, label, style)


def _held(board: Board, name: str) -> bool:
    """Whether a hand holds the sign up: where two play, only while it is that player's turn."""
    return not board.turn or dict(board.hands).get(name) == board.turn


def _nuru(frame: Frame, activity: View, foot: Box) -> None:
    """Nuru beside the button, glad; not in the night city, nor where letters need the room."""
    if frame.mood.nuru == "emblem" or frame.look.text > 1.3 or activity.note is None:
        return
    side = 220.0
    spot = Box(foot.x + foot.w / 2 - page.WAY / 2 - side - 30, foot.bottom - side + 20, side, side)
    furniture.nuru(frame, page.POSES[activity.note.tone], spot)


def _sign(frame: Frame, board: Board, offer: Offer, box: Box, slot: str) -> None:
    owner = dict(board.hands).get(offer.id) or "squad"
    raised = frame.follow(f"raised:{offer.id}", 1.0 if offer.mark is Mark.GOOD else 0.0, 0.3)
    with frame.shifted(y=round(-8 * raised, 1)):
        controls.answer(frame, offer, box, slot, narrow=True)
        if not _held(board, offer.id):
            return
        grip = Box(box.x + box.w / 2 - 27, box.bottom - 16, 54, 54)
        frame.picture(f"ui/bystander/hand-{owner}.svg", grip)


def crowd(frame: Frame, board: Board, ground: Box, *, sway: float = 0.0) -> None:
    """Small round heads: those who follow are warm, smile and hold up a light."""
    tall = ground.h + 60
    width = tall * 112 / 132
    step = (ground.w - width) / (CROWD - 1)
    for number in range(CROWD):
        # From the middle outwards, so that warmth spreads.
        rank = abs(2 * number - CROWD + 1) // 2 * 2 + (number >= CROWD / 2)
        state = "lit" if rank < board.crowd else "waits"
        age = frame.since(f"head-{number}", state, HOP_SECONDS)
        hop = 26 * bump(age / HOP_SECONDS) if age < HOP_SECONDS else 0.0
        down = 14.0 if number % 2 else 0.0
        spot = Box(ground.x + step * number, frame.box.bottom - tall + down - round(hop + sway), width, tall)
        frame.picture(f"ui/bystander/head-{'abc'[number % 3]}-{state}.svg", spot)

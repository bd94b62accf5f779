"""The document under the magnifier: drawn from its parts, each of which can be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.activities.inspect.parts import Board, Look, Part, Points, Spot, Stage
from cop_challenge.activities.inspect.scene.lens import GLIDE, lens
from cop_challenge.core.activity import Offer, View
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump
from cop_challenge.ui.theme import TextStyle

HALVES = frozenset({Part.SENDER, Part.NAME, Part.DATE, Part.COUNT, Part.PICTURE, Part.LINK, Part.ATTACHMENT})
"""Parts of which two share a row."""
SHARES = {Part.SENDER: 1.5, Part.NAME: 1.5, Part.DATE: 0.9}
"""How wide a part is beside another; others 1."""
HEAD = 60.0
GAP = 12.0
SLOT = 78.0
"""Width at a part's end for the sign of what was found."""
ICON = 64.0
LEAST = 98.0
ICONS = {
    Part.ADDRESS: "lock",
    Part.LINK: "link",
    Part.ATTACHMENT: "paperclip",
    Part.DATE: "calendar",
    Part.COUNT: "count",
}
HEADS = {Look.MAIL: "envelope", Look.PAGE: "browser", Look.PROFILE: "person", Look.CHAT: "chat"}
SIGNS = {Points.FISH: "fish", Points.FRIEND: "friend", Points.NOTHING: "nothing"}
BUBBLES = frozenset({Part.GREETING, Part.TEXT, Part.REQUEST})
"""Parts that a chat shows as messages."""
BUBBLE = 24.0, 6.0
"""From a message's edge to its words."""


def rows(frame: Frame, board: Board, width: float, room: float = 1e6) -> list[list[Spot]]:
    """The parts from the top to the bottom, neighbours side by side that are made for it.

    Where that is still too high for the room, more neighbours move together, the shortest first.
    """
    found: list[list[Spot]] = []
    for spot in board.spots:
        beside = found[-1] if found else []
        if spot.part in HALVES and len(beside) == 1 and beside[0].part in HALVES:
            beside.append(spot)
        else:
            found.append([spot])

    def low(row: Sequence[Spot]) -> float:
        return _row_wants(frame, board.look, row, width)[0] + GAP

    while sum(map(low, found)) - GAP > room:
        pairs = [at for at in range(len(found) - 1) if len(found[at]) + len(found[at + 1]) == 2]
        gains = [(low(found[at]) + low(found[at + 1]) - low(found[at] + found[at + 1]), at) for at in pairs]
        if not gains or max(gains)[0] <= 0:
            break
        at = max(gains)[1]
        found[at : at + 2] = [found[at] + found[at + 1]]
    return found


def style(frame: Frame, spot: Spot) -> TextStyle:
    """The letters of a part."""
    dark = frame.mood.dark
    size = 35.0 if dark else 38.0
    base = TextStyle("body", size, theme.CREAM if dark else theme.INK, least=28, line=1.2)
    if spot.part in (Part.SENDER, Part.NAME, Part.REQUEST):
        return base.with_(family=frame.mood.heading, size=size + 2)
    if spot.part is Part.LINK:
        return base.with_(family="label", colour=theme.CREAM)
    if spot.part in (Part.SMALL_PRINT, Part.DATE):
        return base.with_(size=30.0, colour=theme.HINT if dark else theme.COUNTER)
    return base


def _in_bubble(look: Look, spot: Spot) -> bool:
    return look is Look.CHAT and spot.part in BUBBLES


def _sides(look: Look, spot: Spot, width: float) -> float:
    """What picture, sign and edges take of a part's width."""
    taken = 22.0 + SLOT + 8 + (2 * BUBBLE[0] if _in_bubble(look, spot) else 0.0)
    if spot.picture and spot.part is Part.PICTURE:
        taken += min(190.0, width * 0.32) + 16
    elif spot.picture or spot.part in ICONS:
        taken += ICON + 14
    if spot.part in (Part.LINK, Part.ADDRESS):
        taken += 36
    return taken


def _shares(frame: Frame, look: Look, row: Sequence[Spot], width: float) -> list[float]:
    """How wide each part is; none so narrow that its longest word breaks, where the other can spare it."""
    parts = [SHARES.get(spot.part, 1.0) for spot in row]
    room = width - GAP * (len(row) - 1)
    shares = [room * part / sum(parts) for part in parts]
    if len(row) == 2:
        needs = [
            _sides(look, spot, share) + _longest(frame, spot) for spot, share in zip(row, shares, strict=True)
        ]
        for one, other in ((0, 1), (1, 0)):
            lack = needs[one] - shares[one]
            if 0 < lack <= shares[other] - needs[other]:
                shares[one], shares[other] = shares[one] + lack, shares[other] - lack
    return shares


def _longest(frame: Frame, spot: Spot) -> float:
    """Width of its longest word; addresses may be broken anywhere."""
    letters = style(frame, spot)
    letters = letters.with_(size=letters.least)
    words = [word for word in frame.say(spot.text).split() if word.rstrip(",.!?…").isalpha()]
    return max((frame.text_width(word, letters) + 4 for word in words), default=0.0)


def _row_wants(frame: Frame, look: Look, row: Sequence[Spot], width: float) -> tuple[float, float]:
    low, high = LEAST, 112.0
    for spot, across in zip(row, _shares(frame, look, row, width), strict=True):
        text = across - _sides(look, spot, across)
        extra = 46.0 if spot.part in (Part.LINK, Part.ADDRESS) else 26.0
        if _in_bubble(look, spot):
            extra += 2 * BUBBLE[1]
        low = max(low, frame.text_height(spot.text, text, style(frame, spot), least=True) + extra)
        high = max(high, frame.text_height(spot.text, text, style(frame, spot)) + extra + 10)
        if spot.part is Part.PICTURE and spot.picture:
            low, high = max(low, 120.0), max(high, 190.0)
    return low, high


def _pad(frame: Frame) -> tuple[float, float]:
    return (24.0, 18.0) if frame.look.text > 1.3 else (32.0, 24.0)


def _around(frame: Frame) -> float:
    """Height of the sheet's edges and head."""
    return HEAD + 2 * _pad(frame)[1] + (14 if frame.mood.dark else 28)


def wants(frame: Frame, board: Board, width: float, room: float = 1e6) -> tuple[float, float]:
    """Least and wanted height of the document."""
    pad = _pad(frame)
    inner = width - 2 * pad[0]
    lined = rows(frame, board, inner, room - _around(frame))
    each = [_row_wants(frame, board.look, row, inner) for row in lined]
    around = _around(frame) + GAP * (len(each) - 1)
    return sum(low for low, _ in each) + around, sum(high for _, high in each) + around


def document(frame: Frame, activity: View, board: Board, box: Box) -> Box:
    """The document, each part a target; the magnifier over it. Returns where its glass is."""
    end = "-city" if frame.mood.dark else ""
    pad = _pad(frame)
    low, high = wants(frame, board, box.w, box.h)
    lined = rows(frame, board, box.w - 2 * pad[0], box.h - _around(frame))
    box = box.cut_top(min(box.h, max(low, high * 1.25)))[0]
    frame.slab(f"inspect-sheet{end}", box)
    inner = Box(box.x, box.y, box.w, box.h - (0 if end else 20)).inset(*pad)
    _head(frame, board, Box(box.x + 14, box.y + 14, box.w - 28, HEAD), end)
    inner = inner.cut_top(HEAD + (14 if end else 8), 0)[1]
    each = [_row_wants(frame, board.look, row, inner.w) for row in lined]
    room = inner.h - GAP * (len(lined) - 1)
    tall = heights(room, each)
    more = max(0.0, room - sum(tall)) / len(lined)
    offers = {offer.id: offer for offer in activity.offers}
    spots: dict[str, Box] = {}
    number = 0
    for row, height in zip(lined, tall, strict=True):
        line, inner = inner.cut_top(height + more, GAP)
        for spot, across in zip(row, _shares(frame, board.look, row, line.w), strict=True):
            place, line = line.cut_left(across, GAP)
            spots[spot.id] = place
            with furniture.dealt(frame, number):
                _region(frame, board, spot, offers.get(spot.id), place)
            number += 1
    return lens(frame, board, spots, box)


def _head(frame: Frame, board: Board, box: Box, end: str) -> None:
    """The band by which one sees what kind of document it is."""
    frame.slab(f"inspect-head{end}", box)
    sign, rest = box.inset(24, 8).cut_left(44, 20)
    frame.icon(f"ui/icons/{HEADS[board.look]}.svg", sign, theme.CREAM)
    side = 18.0
    for number in range(3):
        dot = Box(rest.right - (number + 1) * (side + 12), rest.y + (rest.h - side) / 2, side, side)
        frame.picture("ui/inspect/dot.svg", dot)


def _region(frame: Frame, board: Board, spot: Spot, offer: Offer | None, box: Box) -> None:
    """One part: its plate, what stands on it, and the sign of what was found."""
    end = "-city" if frame.mood.dark else ""
    on = spot.id == board.focus
    pressed = focused = False
    if offer:
        pressed, focused = frame.target(offer, box), frame.focused(offer)
    if on:
        age = frame.since("inspect-focus", spot.id, 0.4)
        grown = 1 + 0.025 * bump(age / 0.4)
        with frame.shifted(across=grown, down=grown):
            frame.slab(f"inspect-row-on{end}", box.grown(7))
    else:
        frame.slab(f"inspect-row{'-missed' if spot.missed else ''}{end}", box)
    if focused:
        frame.ring(box)
    face = box.moved(y=5 if pressed else 0)
    slot, face = face.cut_right(SLOT + 8)
    _sign(frame, board, spot, slot.centred(SLOT, min(SLOT, slot.h)))
    _content(frame, board, spot, Box(face.x + 18, face.y, face.w - 18, face.h))


def _content(frame: Frame, board: Board, spot: Spot, face: Box) -> None:
    end = "-city" if frame.mood.dark else ""
    letters = style(frame, spot)
    if spot.id == board.focus and frame.look.text == 1:
        letters = letters.with_(size=letters.size * 1.08)
    if spot.part in (Part.LINK, Part.ADDRESS):
        plate = face.inset(0, 9)
        frame.slab(f"inspect-{'link' if spot.part is Part.LINK else 'bar'}{end}", plate)
        face = Box(plate.x + 20, plate.y, plate.w - 40, plate.h - (6 if spot.part is Part.LINK else 0))
    elif _in_bubble(board.look, spot):
        frame.slab(f"inspect-bubble{end}", face.inset(0, 8))
        face = face.inset(*BUBBLE)
    if spot.picture and spot.part is Part.PICTURE:
        side = min(190.0, face.w * 0.4)
        picture, face = face.cut_left(side, 16)
        _thing(frame, spot.picture, picture.inset(0, 10))
    elif spot.picture or spot.part in ICONS:
        sign, face = face.cut_left(ICON, 14)
        if spot.picture:
            _thing(frame, spot.picture, sign.centred(ICON, min(ICON, sign.h)))
        else:
            frame.icon(f"ui/icons/{ICONS[spot.part]}.svg", sign.centred(46, 46), letters.colour)
    frame.text(spot.text, face.inset(0, 8), letters)


def _thing(frame: Frame, picture: str, box: Box) -> None:
    if picture.startswith("ui/icons/"):
        frame.icon(picture, box, theme.CREAM if frame.mood.dark else theme.INK)
    else:
        frame.picture(picture, box)


def _sign(frame: Frame, board: Board, spot: Spot, box: Box) -> None:
    """What the magnifier found there, or that nobody has looked yet."""
    if spot.missed:
        name = "missed"
    elif spot.found is None or (
        spot.id == board.focus and frame.since("inspect-focus", spot.id, GLIDE) < GLIDE
    ):
        name = "open"  # not before the magnifier is there
    else:
        name = SIGNS[spot.found]
    known = board.stage is Stage.KNOWN
    frame.picture(f"ui/inspect/sign-{name}.svg", box.inset(2 if name != "open" or known else 8))
    if spot.glint and spot.found is None:
        side = box.w * 0.62
        frame.picture("ui/inspect/glint.svg", Box(box.right - side * 0.72, box.y - side * 0.1, side, side))

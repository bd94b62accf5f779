"""Below the tablet: the belt with its tools; once a window is dealt with, the signs it had."""

from __future__ import annotations

from cop_challenge.activities.patrol import words
from cop_challenge.activities.patrol.rules import Board
from cop_challenge.activities.patrol.scene import signs
from cop_challenge.core.activity import Mark, Offer, View
from cop_challenge.ui import furniture, page, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump

PAD = (26.0, 20.0)
"""The belt beside and above its tools."""
COIN, LARGE_COIN = 132.0, 176.0
"""Side of a tool's picture; on an upright page there is room for a larger one."""
TITLE = theme.TextStyle("title", 38, theme.INK, least=28)
NOD_SECONDS = 0.24


def wants(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height."""
    offers = page.answers_of(activity)
    if offers:
        each = _each(width, len(offers))
        least, wanted = (
            max(_tool_height(frame, offer, each, least=smallest) for offer in offers) + 2 * PAD[1] + theme.LIP
            for smallest in (True, False)
        )
        return max(170.0, least), max(220.0, wanted)
    if board.signs and board.front:
        tall = signs.height(frame, board.signs, _signs_width(frame, width)) + _title_height(frame, width) + 76
        return max(150.0, tall), max(200.0, tall)
    return 0.0, 0.0


def draw(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The tools, or the signs."""
    offers = page.answers_of(activity)
    if offers:
        _tools(frame, activity, offers, box)
    elif board.signs and board.front:
        _signs(frame, board, box)


# ------------------------------------------------------------------ the tools


def _each(width: float, count: int) -> float:
    return (width - 2 * PAD[0] - 20 * (count - 1)) / count


def _upright(frame: Frame, width: float) -> bool:
    """Whether words stand below a tool's picture: there is no room beside it."""
    return width < 340


def _coin(frame: Frame) -> float:
    if frame.look.text == 1:
        return LARGE_COIN if frame.portrait else COIN
    if frame.portrait:
        return COIN  # who does not read yet goes by the picture
    return 108.0 if frame.look.text < panel.LARGE else 88.0


def _tool_height(frame: Frame, offer: Offer, width: float, *, least: bool) -> float:
    coin = _coin(frame)
    style = frame.mood.answer
    if _upright(frame, width):
        return coin + 6 + frame.text_height(offer.label, width - 36, style, least=least) + 36
    text = width - coin - 62
    return max(coin, frame.text_height(offer.label, text, style, least=least)) + 30


def _tools(frame: Frame, activity: View, offers: list[Offer], box: Box) -> None:
    frame.slab("patrol-belt", box)
    inside = Box(box.x, box.y, box.w, box.h - theme.LIP).inset(*PAD)
    hinted: Box | None = None
    for offer, place in zip(offers, inside.columns(len(offers), 20), strict=True):
        age = frame.since(f"mark:{offer.id}", offer.mark, NOD_SECONDS)
        nod = 8 * bump(age / NOD_SECONDS) if offer.mark is Mark.TRY_AGAIN and age < NOD_SECONDS else 0
        with frame.shifted(y=round(nod)):
            _tool(frame, offer, place)
        if offer.id == activity.hint:
            hinted = _shown(frame, place)
    if hinted:
        furniture.hand(frame, hinted)


def _shown(frame: Frame, place: Box) -> Box:
    """Where Nuru's hand points, so that it leaves the tool's words free."""
    if _upright(frame, place.w):
        return place.moved(y=-0.4 * place.h)
    return Box(place.x, place.y + 0.25 * place.h, 0.3 * _coin(frame), place.h)


def _tool(frame: Frame, offer: Offer, box: Box) -> None:
    pressed, focused = frame.target(offer, box), frame.focused(offer)
    state = "try" if offer.mark is Mark.TRY_AGAIN else "selected" if focused else "idle"
    drop = 8.0 if pressed else 0.0
    frame.slab(f"patrol-tool-{state}", box, drop)
    if focused:
        frame.ring(box)
    face = Box(box.x, box.y + drop, box.w, box.h - theme.LIP)
    coin = min(_coin(frame), face.h - 12)
    style = frame.mood.answer.with_(colour=theme.INK)
    if _upright(frame, box.w):
        spot, label = face.inset(18, 10).cut_top(coin, 6)
        style = style.with_(align="centre")
    else:
        spot, label = face.inset(18, 6).cut_left(coin, 14)
    frame.picture(offer.picture, spot, alpha=255 if offer.enabled else 150)
    frame.text(offer.label, label, style)
    if offer.mark is not Mark.PLAIN:
        frame.picture(f"ui/badges/{offer.mark}.svg", Box(face.x - 10, face.y - 14, 84, 84))


# ------------------------------------------------------------------ the signs


def _mini(frame: Frame) -> float:
    return 0.0 if frame.look.text > panel.LARGE else 176.0


def _signs_width(frame: Frame, width: float) -> float:
    return width - 88 - (_mini(frame) + 24 if _mini(frame) else 0)


def _title_height(frame: Frame, width: float) -> float:
    return frame.text_height(words.SIGNS_TITLE, _signs_width(frame, width), TITLE)


def _signs(frame: Frame, board: Board, box: Box) -> None:
    """The window in small, and by what one could know it."""
    assert board.front is not None
    # No wider than what stands on it.
    lines = signs.rows(frame, board.signs, _signs_width(frame, box.w))
    widest = max(sum(wide + 20 for _, wide in line) for line in lines)
    title = frame.text_width(words.SIGNS_TITLE, TITLE) + 20
    box = box.centred(min(box.w, max(widest, title) + box.w - _signs_width(frame, box.w)), box.h)
    frame.slab("bubble", box)
    inner = Box(box.x, box.y, box.w, box.h - 10).inset(44, 20)
    if _mini(frame):
        spot, inner = inner.cut_left(_mini(frame), 24)
        if board.front.picture.startswith("ui/icons/"):
            frame.icon(board.front.picture, spot.centred(120, 120), theme.INK)
        else:
            frame.picture(board.front.picture, spot)
    line, rest = inner.cut_top(frame.text_height(words.SIGNS_TITLE, inner.w, TITLE), 10)
    frame.text(words.SIGNS_TITLE, line, TITLE)
    signs.plates(frame, board.signs, rest)

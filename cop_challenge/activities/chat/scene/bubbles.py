"""The lines of this moment, those before them, and the answers."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.activities.chat.board import Board, Said
from cop_challenge.activities.chat.scene import look
from cop_challenge.core.activity import By, Mark, Offer
from cop_challenge.ui import controls, furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, springy

GAP = 16.0
POP, BETWEEN = 0.4, 0.42
"""Seconds in which a line pops in after its typing dots, and between two lines."""
SENT = 260.0
"""Way of an answer from where it was chosen to where it is read."""
SPARKS = 0.8
"""Seconds that a spotted move glitters."""


def line_wants(frame: Frame, board: Board, said: Said, width: float, *, tagged: bool) -> tuple[float, float]:
    """Least and wanted height of a line to tap; `tagged`: with the name of its move."""
    text = _words_room(board, width)
    tag = look.TAG if said.pin and tagged else 0.0
    low, high = (
        max(look.LEAST, frame.text_height(said.text, text, look.words(frame, board), least=least) + 30) + tag
        for least in (True, False)
    )
    return low, high


def _words_room(board: Board, width: float) -> float:
    return width - _start(board) - look.PIN * 0.7 - 2 * look.ROOM


def _start(board: Board) -> float:
    """Where bubbles begin: beside a small face, or beside who sits at the table."""
    return look.AVATAR + 16 if board.trust is None else 16.0


def line(
    frame: Frame, board: Board, said: Said, offer: Offer, box: Box, number: int, *, tagged: bool
) -> None:
    """One line of the other side: first dots, then the bubble; a spotted one carries its pin."""
    share = frame.entering(POP, number * BETWEEN)
    face, rest = box.cut_left(_start(board))
    if said.who and board.trust is None:
        frame.picture(said.who.picture, face.cut_bottom(look.AVATAR)[0].cut_left(look.AVATAR)[0])
    style = look.words(frame, board)
    most = rest.w - look.PIN * 0.7
    inner = most - 2 * look.ROOM
    plate = Box(rest.x, rest.y, most, rest.h)
    wide = frame.text_width(said.text, style, Box(0, 0, inner, rest.h - 30)) + 2 * look.ROOM + 8
    if said.pin and tagged:
        wide = max(wide, frame.text_width(said.pin.name, look.TAG_WORDS) + 150)
    plate = plate.cut_left(min(most, max(wide, 220.0)))[0]
    pressed, focused = frame.target(offer, plate), frame.focused(offer)
    if share <= 0.0:
        frame.picture("ui/chat/dots.svg", plate.cut_left(120)[0].centred(120, 40))
        return
    spring = springy(share)
    with frame.shifted(
        across=0.8 + 0.2 * spring, down=0.8 + 0.2 * spring, alpha=round(255 * min(1, share * 2))
    ):
        body = plate.moved(y=5 if pressed else 0)
        frame.picture(look.tail(frame, board), Box(body.x - 22, body.bottom - 46, 40, 40), mirror=True)
        frame.slab(look.bubble(frame, board, on=said.pin is not None), body)
        text = Box(body.x, body.y, body.w, body.h - 6).inset(look.ROOM, 10)
        if said.pin and tagged:
            tag, text = text.cut_bottom(look.TAG, 0)
            _tag(frame, said, tag)
        frame.text(said.text, text, style)
    if said.glow and not focused and share >= 0.6:
        frame.slab("chat-glow", plate.grown(8))
    if focused:
        frame.ring(plate)
    _pin(frame, said, plate)


def _tag(frame: Frame, said: Said, box: Box) -> None:
    """The name of the move, pinned to the line."""
    assert said.pin is not None
    width = min(box.w - 40, frame.text_width(said.pin.name, look.TAG_WORDS) + 44)
    plate = Box(box.x, box.y + 4, width, look.TAG - 4)
    frame.slab("chat-tag", plate)
    frame.text(said.pin.name, plate.inset(18, 2), look.TAG_WORDS)


def _pin(frame: Frame, said: Said, plate: Box) -> None:
    """A shell on the corner of what was spotted, a small check on what is fine."""
    age = frame.since(f"pin:{said.offer}", (said.tapped, said.offer), SPARKS)
    grown = 1 + 0.35 * bump(age / controls.POP_SECONDS) if age < controls.POP_SECONDS else 1.0
    spot = Box(plate.right - look.PIN * 0.34, plate.y - 18, look.PIN, look.PIN)
    if said.pin:
        with frame.shifted(across=grown, down=grown):
            frame.picture(said.pin.picture, spot)
        if age < SPARKS:
            _glitter(frame, spot, age / SPARKS)
    elif said.tapped:
        frame.picture("ui/chat/fine.svg", spot.centred(54, 54))


def _glitter(frame: Frame, spot: Box, share: float) -> None:
    for x, y in ((-1, -0.4), (-0.3, -1), (0.7, -0.8), (0.9, 0.3)):
        reach = 50 + 50 * share
        place = spot.centred(34, 34).moved(x * reach, y * reach)
        frame.picture("ui/spark.svg", place, alpha=round(255 * (1 - share)))


# ------------------------------------------------------------------ what was


def before(frame: Frame, board: Board, box: Box) -> None:
    """The lines of earlier moments, as many as fit whole; what was just sent flies up from the answers."""
    bottom = box.bottom
    for number, said in enumerate(reversed(board.said[: board.fresh])):
        slab, style = "chat-right", look.MINE
        if said.by is By.DEED:
            slab, style = look.caption(frame, board)
        elif said.by is By.OTHER:
            slab, style = look.bubble(frame, board, on=False), look.words(frame, board).with_(size=32)
        most = box.w * 0.72
        height = frame.text_height(said.text, most - 56, style) + 30
        if bottom - height < box.y:
            return
        width = min(most, frame.text_width(said.text, style, Box(0, 0, most - 56, height)) + 62)
        across = {By.OTHER: box.x + _start(board), By.ME: box.right - width}.get(
            said.by, box.x + (box.w - width) / 2
        )
        place = Box(across, bottom - height, width, height)
        away = 0.0 if number or said.by is By.OTHER else 1 - springy(frame.entering(POP))
        with frame.shifted(y=round(SENT * away)):
            frame.slab(slab, place)
            frame.text(said.text, place.inset(28, 10), style)
        bottom -= height + 12


# --------------------------------------------------------------- the answers


def reply_wants(frame: Frame, offers: Sequence[Offer], width: float) -> tuple[float, float]:
    """Least and wanted height of the tallest answer."""
    low = high = look.LEAST
    for offer in offers:
        text = width - 2 * look.ROOM - 64
        low = max(low, frame.text_height(offer.label, text, look.ANSWER, least=True) + 30)
        high = max(high, frame.text_height(offer.label, text, look.ANSWER) + 44)
    return low, max(low, high)


def reply(frame: Frame, board: Board, offer: Offer, box: Box, number: int) -> None:
    """An answer not sent yet: a bubble on my side with the plane that would send it."""
    age = frame.since(f"mark:{offer.id}", offer.mark, controls.NOD_SECONDS)
    nod = 8 * bump(age / controls.NOD_SECONDS) if offer.mark is Mark.TRY_AGAIN else 0.0
    with furniture.dealt(frame, number), frame.shifted(y=nod):
        pressed, focused = frame.target(offer, box), frame.focused(offer)
        state = {Mark.GOOD: "good", Mark.TRY_AGAIN: "try"}.get(offer.mark, "idle")
        drop = 8.0 if pressed else 0.0
        frame.slab(f"chat-draft-{'selected' if focused else state}", box, drop)
        if focused:
            frame.ring(box)
        face = Box(box.x, box.y + drop, box.w, box.h - theme.LIP).inset(look.ROOM, 4)
        sign, text = face.cut_right(48, 14)
        if offer.mark is not Mark.PLAIN:
            frame.picture(f"ui/badges/{offer.mark}.svg", sign.centred(64, 64))
        elif offer.picture and not offer.picture.startswith("ui/icons/"):
            frame.picture(offer.picture, sign)
        else:
            icon = offer.picture or f"ui/icons/{'send' if board.trust is None else 'chat'}.svg"
            frame.icon(icon, sign.centred(48, 48), theme.INK)
        frame.text(offer.label, text, look.ANSWER)

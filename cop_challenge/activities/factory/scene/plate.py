"""Plates with words, crates with parts: what both halves of the factory are furnished with."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.core.activity import Mark, Offer
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

PAD = (32.0, 18.0)
GAP = 18.0
SIGN = 84.0
CRATE = (104.0, 200.0)
"""Least height of a crate, and what it has where there is room."""

Lines = Sequence[tuple[Text, TextStyle]]


def want(frame: Frame, lines: Lines, width: float, *, sign: bool = False) -> tuple[float, float]:
    """Least and wanted height of a plate with these lines."""
    text = width - 2 * PAD[0] - (SIGN + 20 if sign else 0)
    low, high = (
        sum(frame.text_height(words, text, style, least=least) for words, style in lines)
        + 2 * PAD[1]
        + 10 * (len(lines) - 1)
        + 6
        for least in (True, False)
    )
    floor = SIGN + 2 * PAD[1] if sign else 0.0
    return max(low, floor), max(high, floor)


def draw(frame: Frame, lines: Lines, box: Box, *, sign: str = "") -> None:
    """A plate with lines below each other, and a sign before them."""
    frame.slab("city-panel", box)
    inner = box.inset(*PAD)
    if sign:
        spot, inner = inner.cut_left(SIGN, 20)
        spot = spot.centred(SIGN, min(SIGN, spot.h))
        if sign.startswith("ui/icons/"):
            controls.emblem(frame, sign, spot)
        else:
            frame.picture(sign, spot)
    wants = [
        (
            frame.text_height(words, inner.w, style, least=True),
            frame.text_height(words, inner.w, style),
        )
        for words, style in lines
    ]
    room = inner.h - 10 * (len(lines) - 1)
    tall = heights(room, wants)
    spare = max(0.0, room - sum(tall))
    inner = inner.moved(y=spare / 2)
    for (words, style), height in zip(lines, tall, strict=True):
        place, inner = inner.cut_top(height, 10)
        frame.text(words, place, style)


def crates_want(frame: Frame, offers: Sequence[Offer], width: float) -> tuple[float, float]:
    """Least and wanted height of these crates, one above the other."""
    found = [_crate_want(frame, offer, width) for offer in offers]
    gaps = GAP * (len(offers) - 1)
    return sum(low for low, _ in found) + gaps, sum(high for _, high in found) + gaps


def crates(frame: Frame, offers: Sequence[Offer], box: Box) -> None:
    """Crates on their way, one above the other, each dealt a little after the one before."""
    wants = [_crate_want(frame, offer, box.w) for offer in offers]
    room = box.h - GAP * (len(offers) - 1)
    tall = heights(room, wants)
    spare = max(0.0, room - sum(tall)) / len(offers)
    more = [min(spare, max(0.0, CRATE[1] - height)) for height in tall]
    for number, (offer, height) in enumerate(zip(offers, tall, strict=True)):
        place, box = box.cut_top(height + more[number], GAP)
        with furniture.dealt(frame, number):
            _crate(frame, offer, place, str(number + 1))


def _is_photo(offer: Offer) -> bool:
    return bool(offer.picture) and not offer.picture.startswith("ui/icons/")


def _sides(frame: Frame, offer: Offer, width: float) -> float:
    """Width of what stands before a crate's words."""
    if _is_photo(offer):
        return min(220.0, width * 0.3)
    return 84.0 if frame.look.text < 1.4 else 72.0


def _detail(frame: Frame) -> TextStyle:
    return frame.mood.answer.with_(family=frame.mood.heading, colour=theme.AMBER_TEXT, size=36)


def _crate_want(frame: Frame, offer: Offer, width: float) -> tuple[float, float]:
    text = width - 48 - _sides(frame, offer, width) - 18
    found = []
    for least in (True, False):
        height = frame.text_height(offer.label, text, frame.mood.answer, least=least)
        if offer.detail:
            height += 4 + frame.text_height(offer.detail, text, _detail(frame), least=least)
        found.append(height + theme.LIP + 24 + 24)
    photo = 30.0 if _is_photo(offer) else 0.0
    return max(CRATE[0] + photo, found[0]), max(CRATE[0] + photo, found[1])


def _crate(frame: Frame, offer: Offer, box: Box, number: str) -> None:
    """A crate with its sign or picture and what it holds."""
    pressed, focused = frame.target(offer, box), frame.focused(offer)
    state = "selected" if focused else "try" if offer.mark is Mark.TRY_AGAIN else "idle"
    drop = 8.0 if pressed else 0.0
    frame.slab(f"factory-crate-{state}", box, drop)
    if focused:
        frame.ring(box)
    face = Box(box.x, box.y + drop + 22, box.w, box.h - theme.LIP - 24).inset(24, 6)
    spot, words = face.cut_left(_sides(frame, offer, box.w), 18)
    if _is_photo(offer):
        frame.picture(offer.picture, spot)
    else:
        side = min(spot.w, spot.h)
        controls.badge(frame, offer, spot.centred(side, side), number)
    if not offer.detail:
        frame.text(offer.label, words, frame.mood.answer)
        return
    style = _detail(frame)
    wants = [
        (frame.text_height(text, words.w, kind, least=True), frame.text_height(text, words.w, kind))
        for text, kind in ((offer.detail, style), (offer.label, frame.mood.answer))
    ]
    tall = heights(words.h - 4, wants)
    lead = max(0.0, words.h - 4 - sum(tall)) / 2
    top, rest = words.moved(y=lead).cut_top(tall[0], 4)
    frame.text(offer.detail, top, style)
    frame.text(offer.label, rest.cut_top(tall[1])[0], frame.mood.answer)

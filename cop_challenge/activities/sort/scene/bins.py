"""Baskets and chests: open, with depth, and what has been put into them looking out."""

from __future__ import annotations

import math

from cop_challenge.activities.sort.board import Board, Pile
from cop_challenge.activities.sort.scene.layout import BIN
from cop_challenge.core.activity import Mark, Offer
from cop_challenge.ui import panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump

FLY_SECONDS = 0.5
"""How long a thing is on its way into a bin, or back from it."""
WOBBLE_SECONDS = 0.45
MOUTH = 0.36
"""How far down a bin's opening lies, as a share of its height."""
SHOWN = 5
"""Things that look out of a bin: the newest."""
SLOTS = ((0.5, 0.0), (0.24, -0.02), (0.76, -0.02), (0.37, -0.15), (0.63, -0.15))
"""Where they stand: across the opening, and above its edge; the further back, the sooner drawn."""
STATES = {Mark.GOOD: "good", Mark.TRY_AGAIN: "try"}


def drawn(box: Box) -> Box:
    """Where in its box a bin is drawn: on the ground, in its own proportions."""
    height = min(box.h, box.w / BIN)
    return box.cut_bottom(height)[0].centred(height * BIN, height)


def mouth(box: Box) -> tuple[float, float]:
    """The middle of a bin's opening."""
    body = drawn(box)
    return body.x + body.w / 2, body.y + body.h * MOUTH


def picture_of(picture: str) -> str:
    """A thing without a picture is a slip of paper."""
    return picture or "ui/sort/note.svg"


def draw(frame: Frame, board: Board, pile: Pile, offer: Offer | None, box: Box) -> None:
    """A bin with its pile and its tag; it wobbles when something lands in it."""
    body = drawn(box)
    pressed = offer is not None and frame.target(offer, box)
    landing = frame.since(f"landing:{pile.id}", board.landed == pile.id, FLY_SECONDS + WOBBLE_SECONDS)
    lands = board.landed == pile.id
    kind = "basket" if frame.mood.nuru == "big" else "chest"
    beckons = offer is not None and offer.enabled and frame.situation.carried is not None
    rise = -14.0 if beckons else 6.0 if pressed else 0.0
    with frame.shifted(y=round(frame.follow(f"rise:{pile.id}", rise, 0.18)), **_wobble(landing, lands)):
        frame.picture(f"ui/sort/{kind}-back.svg", body)
        arriving = lands and landing < FLY_SECONDS * 0.9
        _pile(frame, pile, body, len(pile.things) - arriving)
        frame.picture(f"ui/sort/{kind}-front.svg", body)
        _tag(frame, pile, offer, body)
    if offer and frame.focused(offer):
        frame.ring(body.inset(6, 6))
    if lands and FLY_SECONDS * 0.8 < landing < FLY_SECONDS + WOBBLE_SECONDS:
        _sparks(frame, box, (landing - FLY_SECONDS * 0.8) / (WOBBLE_SECONDS + FLY_SECONDS * 0.2))


def _wobble(landing: float, lands: bool) -> dict[str, float]:
    share = (landing - FLY_SECONDS * 0.85) / WOBBLE_SECONDS
    if not lands or not 0 < share < 1:
        return {}
    # Few sizes, so that a wobble is a few pictures.
    swing = round(math.sin(share * math.tau * 1.5) * (1 - share) * 5) / 5
    return {"across": 1 + 0.05 * swing, "down": 1 - 0.06 * swing}


def _pile(frame: Frame, pile: Pile, body: Box, count: int) -> None:
    side = body.w * 0.33
    newest = pile.things[:count][-SHOWN:]
    seats = list(zip(newest, SLOTS, strict=False))
    for thing, (across, up) in reversed(seats):
        middle = body.x + body.w * (0.14 + 0.72 * across)
        top = body.y + body.h * (MOUTH + 0.02 + up) - side * 0.68
        frame.picture(picture_of(thing.picture), Box(middle - side / 2, top, side, side * 240 / 276))


def _tag(frame: Frame, pile: Pile, offer: Offer | None, body: Box) -> None:
    """The bin's name: a sign and a word on paper."""
    mark = offer.mark if offer else Mark.PLAIN
    style = frame.mood.answer.with_(align="centre", balanced=True, colour=theme.INK)
    room = body.h * (0.74 if frame.look.text > panel.LARGE else 0.6)
    width = min(body.w * 0.98, max(body.w * 0.56, frame.text_width(pile.text, style) + 56))
    least = frame.text_height(pile.text, width - 40, style, least=True)
    # The sign says it to those who do not read: words shrink before it does.
    # A picture, not a mere sign, says it all to them and gets the larger share.
    sign = pile.picture.startswith("ui/icons/")
    most, share = (96.0, 0.4) if sign else (150.0, 0.62)
    icon = min(most, room * share, max(24.0, room - 28 - least)) if pile.picture else 0.0
    words = min(room - icon - 28, frame.text_height(pile.text, width - 40, style))
    height = words + icon + 28  # a little more than the insets: edges are rounded each for itself
    middle = body.y + body.h * 0.7
    tag = Box(
        body.x + (body.w - width) / 2, min(middle - height / 2, body.bottom - 6 - height), width, height
    )
    frame.slab(f"sort-tag-{STATES.get(mark, 'idle')}", tag)
    face = Box(tag.x, tag.y, tag.w, tag.h - 6).inset(20, 9)
    if icon:
        spot, face = face.cut_top(icon, 2)
        place = spot.centred(icon * 1.15, icon)
        if sign:
            frame.icon(pile.picture, place.centred(icon, icon), theme.INK)
        else:
            panel.thing(frame, pile.picture, place)
    frame.text(pile.text, face, style)
    if mark is not Mark.PLAIN:
        frame.picture(f"ui/badges/{mark}.svg", Box(tag.x - 40, tag.y - 44, 92, 92))


def _sparks(frame: Frame, box: Box, share: float) -> None:
    """Light springs out of the bin."""
    x, y = mouth(box)
    fade = round(255 * min(1.0, 2 * (1 - share)))
    for number in range(7):
        angle = math.pi * (0.08 + 0.14 * number)
        far = 40 + (150 + 40 * (number % 2)) * share
        spot = Box(x - far * math.cos(angle) * 1.3 - 26, y - far * math.sin(angle) - 26, 52, 52)
        frame.picture("ui/spark.svg", spot, alpha=fade)


def bounce(frame: Frame, board: Board) -> float:
    """How far towards the bin that does not take it the thing has been carried, 0 to 1 and back."""
    age = frame.since(f"misses:{board.held}", board.misses, FLY_SECONDS)
    return bump(age / FLY_SECONDS) if board.missed and age < FLY_SECONDS else 0.0

"""What came out of the backpack: a card that is carried, comes back, or flies into its bin."""

from __future__ import annotations

import math

from cop_challenge.activities.sort.board import Board, Thing
from cop_challenge.activities.sort.scene import backpack, bins
from cop_challenge.activities.sort.scene.layout import GAP, Places
from cop_challenge.core.activity import Offer, Role, View
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, ease, glide, springy

GLIDE_SECONDS = 0.5
COME_SECONDS = 0.4
HAND_AFTER, HAND_SECONDS = 0.5, 2.6
ARC = 150.0
"""Height of a flight, in units."""
SHRINKS = 0.45
"""Share of its size a thing has when it is in the bin."""


def draw(frame: Frame, activity: View, board: Board, spots: Places) -> None:
    """Everything that lies there; what is carried comes last, on top."""
    offers = {offer.id: offer for offer in activity.offers if offer.role is Role.ANSWER}
    cells = _cells(frame, board, spots.middle)
    pairs = list(zip(board.laid, cells, strict=True))
    pairs.sort(key=lambda pair: (frame.carried(offers[pair[0].id]) is not None, pair[0].id == board.held))
    for number, (thing, cell) in enumerate(pairs):
        offer = offers[thing.id]
        frame.since(f"flight:{thing.id}", "", bins.FLY_SECONDS)  # so that the flight has a beginning
        dx, dy = _moved(frame, board, thing, offer, cell, spots)
        share = _come(frame, board, number)
        away = backpack.drawn(spots.backpack)
        dx += (away.x + away.w / 2 - cell.x - cell.w / 2) * (1 - springy(share))
        dy += (away.y + away.h * 0.3 - cell.y - cell.h / 2) * (1 - springy(share))
        with frame.shifted(x=round(dx), y=round(dy), alpha=round(255 * min(1.0, share * 3))):
            _card(frame, offer, cell, chosen=len(cells) > 1 and thing.id == board.held)
    arrived = frame.entering(COME_SECONDS, HAND_AFTER) >= 1
    if activity.hint and arrived and frame.situation.carried is None:
        _hand(frame, board, activity.hint, cells, spots)


def _come(frame: Frame, board: Board, number: int) -> float:
    return frame.entering(COME_SECONDS, 0.15 + 0.1 * number) if board.fresh and not board.misses else 1.0


def _cells(frame: Frame, board: Board, box: Box) -> list[Box]:
    """A place for every thing; one that is alone is not wider than it must be."""
    many = len(board.laid)
    if many == 1:
        width = min(box.w, max(440.0, box.h * 0.92))
        if _flat(box):
            width = box.w - 80
        return [box.centred(width, min(box.h, 560.0))]
    if frame.portrait and many > 1:
        return box.rows(many, GAP)
    return box.centred(min(box.w, 640.0 * many), min(box.h, 520.0)).columns(many, 28)


def _flat(box: Box) -> bool:
    """Whether picture and words stand side by side."""
    return box.h < 400 and box.w > box.h * 1.3


def _moved(
    frame: Frame, board: Board, thing: Thing, offer: Offer, cell: Box, spots: Places
) -> tuple[float, float]:
    """How far the card is from its place: carried, on its way home, or coming back from a bin."""
    home = cell.x + cell.w / 2, cell.y + cell.h / 2
    held = frame.carried(offer)
    x, y = (
        _follow(frame, f"card:{thing.id}:{axis}", at + (held[i] if held else 0.0), now=held is not None)
        for i, (axis, at) in enumerate(zip("xy", home, strict=True))
    )
    dx, dy = x - home[0], y - home[1]
    if thing.id == board.held and (share := bins.bounce(frame, board)):
        at = [pile.id for pile in board.piles].index(board.missed)
        goal = bins.mouth(spots.bins[at])
        dx += (goal[0] - home[0]) * 0.6 * share
        dy += (goal[1] - home[1]) * 0.45 * share
    return dx, dy


def _follow(frame: Frame, name: str, goal: float, *, now: bool) -> float:
    """A place on its way; `now`: it is there at once, and starts from there when it is let go."""
    if not now:
        return frame.follow(name, goal, GLIDE_SECONDS)
    at = frame.situation.now
    frame.situation.motions.follow(name, goal, at - GLIDE_SECONDS, GLIDE_SECONDS)
    return goal


def _card(frame: Frame, offer: Offer, box: Box, *, chosen: bool) -> None:
    """A card with its picture and words; the chosen one of several is marked by ground and sign."""
    pressed = frame.target(offer, box)
    focused = frame.focused(offer)
    frame.slab(
        f"{frame.mood.card}-{'selected' if chosen or focused else 'idle'}", box, 6.0 if pressed else 0.0
    )
    if focused:
        frame.ring(box)
    face = Box(box.x, box.y + (6 if pressed else 0), box.w, box.h - theme.LIP).inset(26, 22)
    style = frame.mood.answer.with_(balanced=True)
    if not offer.picture:
        frame.text(offer.label, face, style.with_(align="centre"))
    elif _flat(box):
        picture, words = face.cut_left(min(face.h * 276 / 240, face.w * 0.42), 28)
        frame.picture(offer.picture, picture)
        frame.text(offer.label, words, style)
    else:
        style = style.with_(align="centre")
        need = frame.text_height(offer.label, face.w, style)
        label, picture = face.cut_bottom(min(face.h * 0.5, max(64.0, need)), 10)
        frame.picture(offer.picture, picture)
        frame.text(offer.label, label, style)
    if chosen:
        frame.picture("ui/badges/selected.svg", Box(box.x - 20, box.y - 24, 96, 96))


def flies(frame: Frame, activity: View, board: Board, spots: Places) -> None:
    """The thing on its way into its bin, in an arc, smaller as it goes."""
    age = frame.since(f"flight:{board.held}", board.landed, bins.FLY_SECONDS)
    if age >= bins.FLY_SECONDS:
        return
    at = [pile.id for pile in board.piles].index(board.landed)
    goal = bins.mouth(spots.bins[at])
    x, y = (frame.follow(f"card:{board.held}:{axis}", goal[i], GLIDE_SECONDS) for i, axis in enumerate("xy"))
    share = age / bins.FLY_SECONDS
    thing = board.piles[at].things[-1]
    side = min(300.0, spots.middle.h * 0.8)
    size = round((1 - (1 - SHRINKS) * ease(share)) * 8) / 8
    place = Box(x - side / 2, y - side * 0.43 - ARC * bump(share), side, side * 240 / 276)
    with frame.shifted(across=size, down=size):
        frame.picture(bins.picture_of(thing.picture), place)


def _hand(frame: Frame, board: Board, hint: str, cells: list[Box], spots: Places) -> None:
    """Nuru's hand carries the first thing to its bin, again and again."""
    home = cells[[thing.id for thing in board.laid].index(board.held)]
    goal = bins.drawn(spots.bins[[pile.id for pile in board.piles].index(hint)])
    if not frame.lively:
        furniture.hand(frame, goal.cut_top(goal.h * 0.3)[0])
        return
    frame.moving = True
    turn = math.fmod(frame.situation.now, HAND_SECONDS) / HAND_SECONDS
    share = glide(min(1.0, turn / 0.6))
    x = home.x + home.w * 0.55 + (goal.x + goal.w * 0.55 - home.x - home.w * 0.55) * share
    y = home.y + home.h * 0.6 + (goal.y + goal.h * 0.16 - home.y - home.h * 0.6) * share
    fade = 255 if turn < 0.85 else round(255 * (1 - turn) / 0.15)
    frame.picture("ui/hand.svg", Box(x, y, 130, 130), mirror=True, alpha=fade)

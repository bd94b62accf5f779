"""The sorting's own page: an open backpack, what comes out of it, and baskets or chests to put it into."""

from __future__ import annotations

from cop_challenge.activities.sort.board import Board, Stage
from cop_challenge.activities.sort.scene import backpack, bins, card, speech
from cop_challenge.activities.sort.scene.layout import Places, places
from cop_challenge.core.activity import Role, View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import controls, page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box


def compose(frame: Frame, view: VisitView) -> None:
    """One thing to sort, why it is where it is, or the closed backpack."""
    activity = view.activity
    assert activity is not None
    board = activity.board
    assert isinstance(board, Board)
    room = page.begin(frame, view)
    spots = places(frame, activity, board, room)
    speech.draw(frame, activity, board, spots.speech)
    if board.stage is not Stage.PACKED:
        backpack.draw(frame, board, spots.backpack)
    _bins(frame, activity, board, spots)
    if board.stage is Stage.PACKED:
        backpack.closes(frame, spots.backpack)
    if board.laid and not board.landed:
        card.draw(frame, activity, board, spots)
    _ways(frame, activity, spots.middle)
    if board.landed:
        card.flies(frame, activity, board, spots)
    page.first(frame, activity)


def _bins(frame: Frame, activity: View, board: Board, spots: Places) -> None:
    """Bins; those that nothing is carried to stand there all the same."""
    offers = {offer.id: offer for offer in activity.offers if offer.role is Role.ANSWER}
    for pile, box in zip(board.piles, spots.bins, strict=True):
        bins.draw(frame, board, pile, offers.get(pile.id), box)


def _ways(frame: Frame, activity: View, box: Box) -> None:
    """What leads on, and what takes the last thing out again, where the thing lay."""
    ways = [offer for offer in activity.offers if offer.role in (Role.ADVANCE, Role.UNDO)]
    if not ways:
        return
    beside = len(ways) > 1 and box.w >= 900
    height = min(page.BUTTON, (box.h - 20 * (len(ways) - 1)) / len(ways))
    if beside:
        cells = box.centred(min(box.w, 520.0 * len(ways)), min(page.BUTTON, box.h)).columns(len(ways), 28)
        cells.reverse()  # what leads on stands where reading ends
    else:
        cells = box.centred(min(box.w, 560), height * len(ways) + 20 * (len(ways) - 1)).rows(len(ways), 20)
    for offer, cell in zip(ways, cells, strict=True):
        controls.button(frame, offer, cell, primary=offer.role is Role.ADVANCE)

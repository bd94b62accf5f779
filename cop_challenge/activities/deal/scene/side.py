"""Beside the document: the question, what both sides think or what Nuru explains, and what to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from cop_challenge.activities.deal import words as said
from cop_challenge.activities.deal.board import Board, Stage
from cop_challenge.core.activity import Offer, Role, View
from cop_challenge.core.text import Text
from cop_challenge.core.track import Character
from cop_challenge.ui import controls, furniture, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

GAP = 18.0
FACE = 78.0
HAND = 104.0
BUTTON = 124.0
TILE = (190.0, 360.0)
"""Least and wanted height of a tile with a picture."""

NARROW = 800.0
"""Below this width Nuru stands under the words."""
MANY = 4
"""Choices beside which words need all the room."""
HANDS = 300.0
"""Height of the hands that reach out."""

Wants = tuple[float, float]


def _says_style(frame: Frame) -> TextStyle:
    return frame.mood.story.with_(size=32.0, least=28, line=1.18)


def _tiled(board: Board) -> bool:
    """Pictures with a word each, side by side."""
    return board.stage in (Stage.STANDS, Stage.WHEN)


def _columns(board: Board) -> int:
    """Roles are short: two of them share a row."""
    return 2 if board.stage is Stage.WHO else 1


def _answers(activity: View, board: Board) -> list[Offer]:
    """What is chosen from here; while the document is read, its own rows are."""
    return [] if board.stage is Stage.READ else page.answers_of(activity)


def _ways(activity: View) -> list[Offer]:
    return [offer for offer in activity.offers if offer.role in (Role.ADVANCE, Role.UNDO)]


# ------------------------------------------------------------------- heights


def _prompt_wants(frame: Frame, activity: View, board: Board, width: float) -> Wants:
    style = frame.mood.question
    hand = HAND + 16 if board.turn else 0.0
    turn = 46.0 * frame.look.text if _says_turn(activity, board) else 0.0
    low, high = (
        frame.text_height(activity.prompt, width - 64 - hand, style, least=least) + 48 + turn
        for least in (True, False)
    )
    return low, max(high, HAND + 20 if board.turn else 0.0)


def _says_turn(activity: View, board: Board) -> bool:
    """In words too, until something was tried."""
    return bool(board.turn) and board.stage is Stage.CHOOSE and activity.note is None


def _says_wants(frame: Frame, board: Board, width: float) -> Wants:
    text = (width - GAP) / 2 - FACE - 60
    low = high = FACE + 20
    for words in (board.parent_says, board.child_says):
        low = max(low, frame.text_height(words, text, _says_style(frame), least=True) + 34)
        high = max(high, frame.text_height(words, text, _says_style(frame)) + 44)
    return low, high


def _note_wants(frame: Frame, activity: View, width: float) -> Wants:
    assert activity.note is not None
    if width < NARROW and _figured(frame, activity):
        low, high = (
            frame.text_height(activity.note.text, width - 72, frame.mood.note, least=least) + 58
            for least in (True, False)
        )
        return low + 140, high + 240
    text = width - 72 - 24 - (furniture.figure_side(frame, width) if _figured(frame, activity) else 110)
    low, high = (
        frame.text_height(activity.note.text, text, frame.mood.note, least=least) + 58
        for least in (True, False)
    )
    return low, max(high, 200.0)


def _figured(frame: Frame, activity: View) -> bool:
    """Whether there is room for Nuru beside the words."""
    board = activity.board
    assert isinstance(board, Board)
    rows = len(_answers(activity, board)) / _columns(board)
    return frame.look.text < 1.3 and rows < MANY


def _option_wants(frame: Frame, offers: Sequence[Offer], board: Board, width: float) -> Wants:
    if _tiled(board):
        across = (width - GAP * (len(offers) - 1)) / len(offers)
        style = frame.mood.answer.with_(align="centre")
        label = max(frame.text_height(offer.label, across - 48, style, least=True) for offer in offers)
        return max(TILE[0], label + 44 + 70), TILE[1] + label
    columns = _columns(board)
    low, high = page.card_wants(frame, offers, (width - GAP * (columns - 1)) / columns, narrow=True)
    rows = -(-len(offers) // columns)
    return low * rows + GAP * (rows - 1), (high + 16) * rows + GAP * (rows - 1)


def _blocks(frame: Frame, activity: View, board: Board, width: float) -> list[tuple[str, Wants]]:
    """What stands there from the top to the bottom, and how high it likes to be."""
    found: list[tuple[str, Wants]] = []
    if activity.prompt:
        found.append(("prompt", _prompt_wants(frame, activity, board, width)))
    if activity.note:
        found.append(("note", _note_wants(frame, activity, width)))
    elif board.child_says:
        found.append(("says", _says_wants(frame, board, width)))
    if hands := _hands(frame, activity, board):
        found.append(("hands", (0.0, hands)))
    if offers := _answers(activity, board):
        found.append(("options", _option_wants(frame, offers, board, width)))
    if ways := _ways(activity):
        rows = len(_button_rows(ways, width))
        height = BUTTON * rows + GAP * (rows - 1)
        found.append(("ways", (height, height)))
    return found


def _button_rows(ways: Sequence[Offer], width: float) -> list[Sequence[Offer]]:
    if len(ways) > 1 and width < 800:
        return [[offer] for offer in ways]
    return [ways]


def wants(frame: Frame, activity: View, board: Board, width: float) -> Wants:
    """Least and wanted height of all of it."""
    blocks = _blocks(frame, activity, board, width)
    gaps = GAP * (len(blocks) - 1)
    return sum(low for _, (low, _) in blocks) + gaps, sum(high for _, (_, high) in blocks) + gaps


# ------------------------------------------------------------------- drawing


def draw(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Question, views or explanation, choices, ways on and back."""
    blocks = _blocks(frame, activity, board, box.w)
    room = box.h - GAP * (len(blocks) - 1)
    tall = heights(room, [each for _, each in blocks])
    spare = max(0.0, room - sum(tall)) / (len(blocks) + 1)
    box = box.cut_top(spare)[1] if spare else box
    for (name, _), height in zip(blocks, tall, strict=True):
        place, box = box.cut_top(height, GAP + spare)
        if name == "prompt":
            _prompt(frame, activity, board, place)
        elif name == "note":
            assert activity.note is not None
            figure = _figured(frame, activity)
            narrow = place.w < NARROW and figure
            page.appears(frame, activity.note, place, column=narrow, figure=figure)
        elif name == "hands":
            _reach(frame, board, place)
        elif name == "says":
            _views(frame, board, place)
        elif name == "options":
            _options(frame, _answers(activity, board), board, place)
        else:
            _buttons(frame, _ways(activity), place)


def _prompt(frame: Frame, activity: View, board: Board, box: Box) -> None:
    frame.slab(frame.mood.bubble, box)
    inner = Box(box.x, box.y, box.w, box.h - 10).inset(32, 10)
    if board.turn:
        hand, inner = inner.cut_left(HAND, 16)
        frame.picture(f"ui/deal/hand-{board.turn}.svg", hand.centred(HAND, min(HAND, hand.h)))
        if _says_turn(activity, board):
            line, inner = inner.cut_top(42.0 * frame.look.text, 2)
            style = theme.CHIP.with_(family=frame.mood.heading, size=30, least=28, colour=theme.COUNTER)
            frame.text(said.CHOOSES[board.turn], line, style)
    frame.text(activity.prompt, inner, frame.mood.question)


def _hands(frame: Frame, activity: View, board: Board) -> float:
    """Height of the two hands, where it is their turn and there is room to see them."""
    if not board.document.card or board.stage not in (Stage.AGREE, Stage.READ, Stage.SIGNED):
        return 0.0
    return HANDS


REACH_SECONDS = 0.5


def _reach(frame: Frame, board: Board, box: Box) -> None:
    """A large and a small hand: one reaches out, the other still waits; or they have met."""
    if box.h < 100:
        return
    place = box.centred(min(box.w, box.h * 3.2), box.h)
    if board.stage is Stage.SIGNED:
        frame.picture("ui/deal/shake.svg", place)
        return
    share = frame.follow("deal-reach", float(board.turn == "child"), REACH_SECONDS)
    parent, child = place.columns(2)
    frame.picture("ui/deal/hand-parent.svg", parent.moved(x=place.w * (0.02 + 0.1 * share)))
    frame.picture("ui/deal/hand-child.svg", child.moved(x=-place.w * (0.12 - 0.1 * share)))


def _views(frame: Frame, board: Board, box: Box) -> None:
    """What a grown-up may think, and what a child may think: side by side, of one size."""
    places = box.columns(2, GAP)
    sides = (("parent", board.parent, board.parent_says), ("child", board.child, board.child_says))
    for number, (place, (name, who, words)) in enumerate(zip(places, sides, strict=True)):
        with furniture.dealt(frame, number):
            _view(frame, name, who, words, place)


def _view(frame: Frame, name: str, who: Character | None, words: Text, box: Box) -> None:
    frame.slab(f"deal-says-{name}", box)
    face, text = Box(box.x, box.y, box.w, box.h - 6).inset(18, 8).cut_left(FACE, 16)
    if who:
        frame.picture(who.picture, face.centred(FACE, min(FACE, face.h)))
    frame.text(words, text.inset(4, 0), _says_style(frame))


def _options(frame: Frame, offers: Sequence[Offer], board: Board, box: Box) -> None:
    if _tiled(board):
        for number, (offer, cell) in enumerate(zip(offers, box.columns(len(offers), GAP), strict=True)):
            with furniture.dealt(frame, number):
                controls.picture_card(frame, offer, cell)
        return
    cells = box.grid(len(offers), _columns(board), GAP)
    for number, (offer, cell) in enumerate(zip(offers, cells, strict=True)):
        with furniture.dealt(frame, number):
            controls.answer(frame, offer, cell, str(number + 1), narrow=True)


def _buttons(frame: Frame, ways: Sequence[Offer], box: Box) -> None:
    rows = _button_rows(ways, box.w)
    for row, place in zip(rows, box.rows(len(rows), GAP), strict=True):
        if len(row) == 1:
            spots = [place.centred(min(place.w, 640.0), place.h)]
        else:
            first, second = place.cut_left(place.w * 0.6, GAP)
            spots = [first, second]
        for offer, spot in zip(row, spots, strict=True):
            controls.button(frame, offer, spot, primary=offer.role is Role.ADVANCE)

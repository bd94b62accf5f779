"""How bubbles look, by mood and by whether this is a phone or a table."""

from __future__ import annotations

from cop_challenge.activities.chat.board import Board
from cop_challenge.ui import theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.theme import TextStyle

ROOM = 28.0
"""Space inside a bubble, at either side of its words."""
TAG = 46.0
"""Height of the name pinned to a spotted line."""
PIN = 76.0
"""Side of the pin on it."""
AVATAR = 72.0
LEAST = 98.0
"""Height of anything to tap."""


def dark(frame: Frame, board: Board) -> bool:
    """Light letters in dark bubbles: the city's phone."""
    return frame.mood.dark and board.trust is None


def large(frame: Frame) -> bool:
    """Letters so large that pictures make room for them."""
    return frame.look.text > 1


def words(frame: Frame, board: Board) -> TextStyle:
    """Of what the other side says."""
    colour = theme.CREAM if dark(frame, board) else theme.INK
    return TextStyle("body", 35, colour, least=28, line=1.22)


def device(frame: Frame, board: Board) -> str:
    """Slab of the phone or the table."""
    if board.trust is not None:
        return "chat-table"
    return "chat-device-city" if frame.mood.dark else "chat-device"


def bubble(frame: Frame, board: Board, *, on: bool) -> str:
    """Slab of a line; `on`: a move was spotted in it."""
    return f"chat-line{'-on' if on else ''}{'-city' if dark(frame, board) else ''}"


def tail(frame: Frame, board: Board) -> str:
    """Picture of a bubble's tail."""
    return f"ui/chat/tail-{'city' if dark(frame, board) else 'paper'}.svg"


ANSWER = TextStyle("label", 35, theme.INK, least=28, line=1.2)
MINE = TextStyle("body", 32, theme.INK, least=28)
CAPTION = TextStyle("body", 31, theme.INK, "centre", least=28, line=1.2)
"""What happens around it."""


def caption(frame: Frame, board: Board) -> tuple[str, TextStyle]:
    """Slab and letters of what happens around it."""
    if dark(frame, board):
        return "chat-caption-night", CAPTION.with_(colour=theme.HINT)
    return "chat-caption", CAPTION


NAME = TextStyle("strong", 36, theme.CREAM, least=26)
"""Of who writes."""
LABEL = TextStyle("label", 31, theme.CREAM, "centre", least=23, line=1.12)
"""Of a way out."""
TAG_WORDS = TextStyle("strong", 27, theme.AMBER_TEXT, least=24)

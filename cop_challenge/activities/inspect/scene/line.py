"""The line on which found clues hang: little fish for tricks, shells for what is genuine."""

from __future__ import annotations

from cop_challenge.activities.inspect.parts import Board, Points
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, glide

WAITS, FLIGHT = 0.65, 0.7
"""Seconds until the magnifier has found a clue, and those it takes from there to the line."""
TAG = (104.0, 130.0)


def picture(points: Points) -> str:
    """The tag of a clue."""
    return f"ui/inspect/tag-{'fish' if points is Points.FISH else 'friend'}.svg"


def clues(frame: Frame, board: Board, box: Box) -> list[Box]:
    """The line with its tags; the newest comes flying and is drawn later. Returns the tags' places."""
    count = max(board.needed, len(board.caught))
    width = min(box.w, 160.0 * max(count, 3) + 60)
    rope = box.centred(width, box.h)
    if frame.mood.dark:
        frame.slab("city-panel", rope.grown(8))
    name = "ui/inspect/wire.svg" if frame.mood.dark else "ui/inspect/rope.svg"
    frame.picture(name, Box(rope.x, rope.y, rope.w, rope.w / 15))
    places = []
    for number, cell in enumerate(rope.inset(24, 0).columns(count)):
        middle = (number + 0.5) / count
        hang = rope.y + 2 + 0.065 * rope.w * (bump(middle) - 0.55) * 0.6
        scale = min(1.0, (cell.w - 4) / TAG[0], (box.bottom - hang) / TAG[1])
        tag = cell.centred(TAG[0] * scale, 10)
        places.append(Box(tag.x, hang, tag.w, TAG[1] * scale))
    flying = _flying(frame, board)
    for number, place in enumerate(places):
        if number < len(board.caught) and not (flying < 1 and number == len(board.caught) - 1):
            frame.picture(picture(board.caught[number][1]), place)
        else:
            frame.picture("ui/inspect/tag-empty.svg", place)
    return places


def _flying(frame: Frame, board: Board) -> float:
    """How far the newest clue is on its way."""
    if not board.caught or not board.focus:
        return 1.0
    age = frame.since("inspect-caught", len(board.caught), WAITS + FLIGHT)
    return min(1.0, max(0.0, (age - WAITS) / FLIGHT))


def flight(frame: Frame, board: Board, start: Box, places: list[Box]) -> None:
    """The newest clue on its way from the magnifier to the line."""
    share = _flying(frame, board)
    if not 0 < share < 1:
        return
    goal = places[len(board.caught) - 1]
    at = glide(share)
    x = start.x + (goal.x - start.x) * at
    y = start.y + (goal.y - start.y) * at - 90 * bump(share)
    frame.picture(picture(board.caught[-1][1]), Box(x, y, goal.w, goal.h))

"""The tablet: the app that grows, and the windows over it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from cop_challenge.activities.patrol.rules import ASK, CLOSE, Board, Window
from cop_challenge.activities.patrol.scene import signs
from cop_challenge.core.activity import View
from cop_challenge.ui import panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, ease, linear, springy

APP = (1000.0, 560.0)
"""Size of an app's drawing: the screen has its proportions."""
PARTS = 6
"""Steps in which the picture in an app grows; the groups p1 to p6 of its drawing."""
EDGE = (26.0, 26.0, 38.0)
"""The tablet's edge beside, above and below its screen."""

PEEK = 110.0
"""How far windows look over the tablet's edge before the patrol begins."""
PEEKS = (("peek-a", 0.08, 0.9), ("peek-b", 0.9, 1.5), ("peek-c", 0.42, 2.3))
"""Which, where along the edge, and when in seconds they come up."""

POP_SECONDS = 0.45
"""A window bounces in."""
AWAY_SECONDS = 0.35
"""A window that was dealt with leaves."""
GROW_SECONDS = 0.9
"""The picture grows, and the clean screen sparkles."""

SPOTS = ((0.1, 0.2), (0.9, 0.8), (0.85, 0.1), (0.15, 0.9), (0.5, 0.45))
"""Where windows pop up, as shares of the room they leave; each at another place than the one before."""
COLOURS = "abc"
"""Of the windows' frames, in turn: no colour tells what a window is worth."""
SPARKS = (
    (0.12, 0.2),
    (0.3, 0.75),
    (0.46, 0.12),
    (0.62, 0.6),
    (0.78, 0.22),
    (0.9, 0.7),
    (0.2, 0.5),
    (0.7, 0.85),
)
"""Where the clean screen sparkles, as shares of it."""


def draw(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The tablet in the box, with all that lies on its screen."""
    across, above, below = EDGE
    if activity.place == "start":
        box = box.cut_top(PEEK)[1]
    scale = min((box.w - 2 * across) / APP[0], (box.h - above - below) / APP[1])
    screen = Box(0, 0, APP[0] * scale, APP[1] * scale)
    case = box.centred(screen.w + 2 * across, screen.h + above + below)
    screen = screen.moved(case.x + across, case.y + above)
    if activity.place == "start":
        _peeking(frame, case)
    frame.slab("patrol-tablet", case)
    settled = (board.front.id if board.front else activity.place), board.move, board.grown
    age = frame.since("patrol-settled", settled, GROW_SECONDS)
    _app(frame, board, screen)
    newest = (board.behind or (board.front,))[-1]
    landed = frame.since("patrol-newest", newest and newest.number, POP_SECONDS) / POP_SECONDS
    for window in reversed(board.behind):
        _behind(frame, window, screen, landed if window is newest else 1.0)
    if board.front and not board.move:
        with frame.shifted(**_popping(frame)):
            _window(frame, activity, board, board.front, _place(frame, board, board.front, screen))
    elif board.front and age < AWAY_SECONDS:
        with frame.shifted(**_leaving(board, linear(age / AWAY_SECONDS))):
            _window(frame, activity, board, board.front, _place(frame, board, board.front, screen))
    if (board.good or activity.place == "reveal") and not board.behind:
        _sparkle(frame, screen, age)


def _peeking(frame: Frame, case: Box) -> None:
    """Windows can't wait: one after the other they look over the edge."""
    for name, along, delay in PEEKS:
        up = springy(frame.entering(POP_SECONDS, delay))
        spot = Box(case.x + 60 + along * (case.w - 324), case.y - PEEK + 10, 204, 150)
        with frame.shifted(y=round(PEEK * (1 - up))):
            frame.picture(f"ui/patrol/{name}.svg", spot)


# -------------------------------------------------------------------- the app


def _app(frame: Frame, board: Board, screen: Box) -> None:
    """The app with as much of its picture as there is; the newest part fades in."""
    parts = grown_parts(board.grown)
    share = ease(frame.since("patrol-parts", parts, GROW_SECONDS) / GROW_SECONDS)
    _parts(frame, board.app, parts - 1 if share < 1 and parts else parts, screen)
    if share < 1:
        _parts(frame, board.app, parts, screen, round(255 * share))


def grown_parts(grown: float) -> int:
    """How many of an app's parts are there; the last one only at the very end."""
    return PARTS if grown >= 1 else min(PARTS - 1, math.ceil(grown * PARTS))


def _parts(frame: Frame, app: str, count: int, box: Box, alpha: int = 255) -> None:
    hidden = ",".join(f"#p{number}" for number in range(count + 1, PARTS + 1))
    style = f"{hidden}{{display:none}}" if hidden else ""
    frame.picture(f"ui/patrol/{app}.svg", box, style=style, alpha=alpha)


def _sparkle(frame: Frame, screen: Box, age: float) -> None:
    """A clean screen sparkles, once; where nothing moves a few sparks stay."""
    if frame.lively and age >= GROW_SECONDS:
        return
    for number, (x, y) in enumerate(SPARKS):
        share = 0.5 if not frame.lively else linear(age / GROW_SECONDS * 1.5 - 0.06 * number)
        size = 90 * bump(share)
        if size >= 8 and (frame.lively or number % 2):
            # Few sizes, so that a spark is a few pictures and not hundreds.
            size = round(size / 15) * 15 or 15
            spot = Box(screen.x + x * screen.w - size / 2, screen.y + y * screen.h - size / 2, size, size)
            frame.picture("ui/patrol/spark.svg", spot)


# ---------------------------------------------------------------- the windows


def _place(frame: Frame, board: Board, window: Window, screen: Box) -> Box:
    """Where a window lies on the screen; with larger letters it fills it."""
    x, y = SPOTS[window.number % len(SPOTS)]
    share = (0.97, 0.97)
    if frame.look.text == 1 and not frame.portrait:
        share = (0.84, 0.86)
    if board.quick and frame.look.text == 1:
        # Room for those that wait to look out behind it.
        share, x, y = (0.8, 0.84), 0.5, 0.5
    width, height = screen.w * share[0], screen.h * share[1]
    return Box(screen.x + x * (screen.w - width), screen.y + y * (screen.h - height), width, height)


def _popping(frame: Frame) -> Mapping[str, float]:
    share = frame.entering(POP_SECONDS)
    if share >= 1:
        return {}
    return {"y": round(90 * (1 - springy(share))), "alpha": round(255 * min(1.0, share * 3))}


def _leaving(board: Board, share: float) -> Mapping[str, float]:
    """Closed it drops, shown to a grown-up it goes over to the side, used it rises."""
    way = {CLOSE: {"y": 160 * share}, ASK: {"x": 260 * share}}.get(board.move, {"y": -120 * share})
    return {**{axis: round(by) for axis, by in way.items()}, "alpha": round(255 * (1 - share))}


def _frame(frame: Frame, window: Window, box: Box) -> Box:
    """Frame, dots and painted cross of a window; returns its paper."""
    frame.slab(f"patrol-window-{COLOURS[window.number % len(COLOURS)]}", box)
    bar = Box(box.x, box.y, box.w, 72)
    frame.picture("ui/patrol/dots.svg", Box(bar.x + 20, bar.y, 110, bar.h))
    frame.picture("ui/patrol/x.svg", Box(bar.right - 76, bar.y + 8, 56, 56))
    return Box(box.x + 8, box.y + 72, box.w - 16, box.h - 72 - 20)


def _behind(frame: Frame, window: Window, screen: Box, landed: float) -> None:
    """A window that waits: its frame and picture look out behind the one in front."""
    width, height = screen.w * 0.5, screen.h * 0.56
    x, y = ((1.0, 0.0), (0.0, 1.0))[window.number % 2]
    box = Box(screen.x + x * (screen.w - width), screen.y + y * (screen.h - height), width, height)
    rise = 60 * (1 - springy(landed))
    with frame.shifted(y=round(rise)):
        paper = _frame(frame, window, box)
        room = paper.inset(12, 14)
        side = min(room.w, room.h * 276 / 240)
        _picture(frame, window.picture, (room.cut_right if x > 0.5 else room.cut_left)(side)[0])


def _window(frame: Frame, activity: View, board: Board, window: Window, box: Box) -> None:
    """A window: a picture, what it says, and its painted button; after a miss, the signs instead."""
    paper = _frame(frame, window, box).inset(26, 18)
    wide = 0.46 if frame.look.text == 1 else 0.36 if frame.look.text < panel.LARGE else 0.26
    left, right = paper.cut_left(paper.w * wide, 28)
    _picture(frame, window.picture, left)
    foot = 92.0 if frame.look.text == 1 else 112.0
    below, above = right.cut_bottom(foot, 10)
    if board.signs and not board.move:
        signs.badges(frame, board.signs, below)
    else:
        _button(frame, window, below)
    frame.text(window.says, above, frame.mood.answer.with_(colour=theme.INK))


def _picture(frame: Frame, picture: str, box: Box) -> None:
    if picture.startswith("ui/icons/"):
        frame.icon(picture, box.inset(box.w * 0.14), theme.INK)
    else:
        frame.picture(picture, box)


def _button(frame: Frame, window: Window, box: Box) -> None:
    """The window's own button, painted: what carrying on would press."""
    size = min(40.0, frame.mood.answer.size)
    style = frame.mood.answer.with_(colour=theme.INK, align="centre", size=size, least=28)
    width = min(box.w, max(180.0, frame.text_width(window.button, style, box.inset(30, 4)) + 64))
    pill = box.cut_left(width)[0]
    frame.slab("patrol-fake", pill)
    frame.text(window.button, pill.inset(24, 4), style)

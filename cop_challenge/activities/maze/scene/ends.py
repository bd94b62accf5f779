"""Before the house and outside again: the front with its eye, and at the end all badges and candles."""

from __future__ import annotations

from cop_challenge.activities.maze import words as said
from cop_challenge.activities.maze.board import Board
from cop_challenge.activities.maze.scene import house, parts, side
from cop_challenge.core.activity import View
from cop_challenge.ui import controls, furniture, page, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

FACADE = 900 / 620
FACE = 110.0
TIP = 84.0


def start(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """The house, whose app it is, and the wishes to come out with."""
    if frame.portrait:
        front, beside = room.cut_top(min(room.h * 0.4, room.w / FACADE), 24)
    else:
        front, beside = room.cut_left(room.w * 0.54, 36)
    picture = front.centred(front.w, front.w / FACADE)
    frame.picture(f"ui/maze/facade{house.end(frame)}.svg", picture)
    foot, beside = beside.cut_bottom(page.BUTTON, 20)
    controls.button(frame, activity.offers[0], foot.centred(min(foot.w, 600), page.BUTTON))
    story, goal = frame.mood.story, frame.mood.question.with_(size=44.0, least=32)
    text = beside.w - 80 - (FACE + 20 if activity.speaker else 0)
    wants = []
    for least in (True, False):
        wants.append(
            max(FACE, frame.text_height(activity.story, text, story, least=least))
            + frame.text_height(activity.prompt, beside.w - 80, goal, least=least)
            + 84
        )
    sizes = [(wants[0], wants[1]), side.wishes_want(frame, activity, board, beside.w)]
    tall = heights(beside.h - 20, sizes)
    spare = max(0.0, beside.h - 20 - sum(tall))
    plate, rest = beside.cut_top(spare / 3)[1].cut_top(tall[0], 20)
    frame.slab(frame.mood.panel, plate)
    inner = Box(plate.x, plate.y, plate.w, plate.h - 14).inset(40, 26)
    prompt = heights(
        inner.h - 14,
        [
            (
                max(FACE, frame.text_height(activity.story, text, story, least=True)),
                max(FACE, frame.text_height(activity.story, text, story)),
            ),
            (
                frame.text_height(activity.prompt, inner.w, goal, least=True),
                frame.text_height(activity.prompt, inner.w, goal),
            ),
        ],
    )
    top, below = inner.cut_top(prompt[0], 14)
    if activity.speaker:
        face, top = top.cut_left(FACE, 20)
        frame.picture(activity.speaker.picture, face.centred(FACE, min(FACE, face.h)))
    frame.text(activity.story, top, story)
    frame.text(activity.prompt, below.cut_top(prompt[1])[0], goal)
    side.wishes(frame, activity, board, rest.cut_top(tall[1])[0])


def out(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """The badges hang in the house; beside them what was said, and what helps out there."""
    if frame.portrait:
        front, beside = room.cut_top(_front_height(frame, board, room), 20)
    else:
        front, beside = room.cut_left(room.w * 0.5, 32)
    _found(frame, activity, board, front)
    foot, beside = beside.cut_bottom(page.BUTTON, 16)
    controls.button(frame, activity.offers[-1], foot.centred(min(foot.w, 600), page.BUTTON))
    assert activity.note is not None
    note = frame.mood.note
    width = beside.w - 72
    head = frame.mood.question.with_(colour=furniture.good_colour(frame), size=46.0, least=32)
    words = []
    for least in (True, False):
        height = frame.text_height(activity.heading, width, head, least=least)
        words.append(height + 12 + frame.text_height(activity.note.text, width, note, least=least) + 60)
    tips = _tips_want(frame, board, beside.w)
    tall = heights(beside.h - GAP, [(words[0], words[1]), tips])
    spare = max(0.0, beside.h - GAP - sum(tall))
    top, rest = beside.cut_top(spare / 2)[1].cut_top(tall[0], GAP)
    frame.slab(frame.mood.panel if frame.mood.dark else frame.mood.bubble, top)
    inner = Box(top.x, top.y, top.w, top.h - 10).inset(36, 20)
    title = heights(
        inner.h - 12,
        [
            (
                frame.text_height(activity.heading, width, head, least=True),
                frame.text_height(activity.heading, width, head),
            ),
            (
                frame.text_height(activity.note.text, width, note, least=True),
                frame.text_height(activity.note.text, width, note),
            ),
        ],
    )
    upper, lower = inner.cut_top(title[0], 12)
    frame.text(activity.heading, upper, head)
    frame.text(activity.note.text, lower, note)
    _tips(frame, board, rest.cut_top(tall[1])[0])


GAP = 18.0


def _tip_style(frame: Frame) -> TextStyle:
    colour = theme.CREAM if frame.mood.dark else theme.INK
    return TextStyle("label", 34.0, colour, least=28)


def _tips_want(frame: Frame, board: Board, width: float) -> tuple[float, float]:
    text, head = width - 48 - 64 - 16, _head(frame)
    sums = []
    for least in (True, False):
        tall = [frame.text_height(tip.text, text, _tip_style(frame), least=least) for tip in board.advice]
        sums.append(
            frame.text_height(said.NOW_YOU, width, head, least=least)
            + sum(max(64.0, height) + 10 for height in tall)
            + 44
        )
    return sums[0], sums[1]


def _head(frame: Frame) -> TextStyle:
    colour = theme.AMBER_TEXT if frame.mood.dark else theme.TRY_AGAIN
    return TextStyle(frame.mood.heading, 36.0, colour, least=28)


def _tips(frame: Frame, board: Board, box: Box) -> None:
    """What helps where no Nuru is."""
    end = house.end(frame)
    frame.slab(f"maze-row{end}", box)
    inner = box.inset(24, 14)
    style = _tip_style(frame)
    row, inner = inner.cut_top(frame.text_height(said.NOW_YOU, inner.w, _head(frame), least=True) + 6, 6)
    frame.text(said.NOW_YOU, row, _head(frame))
    wants = [
        (
            max(60.0, frame.text_height(tip.text, inner.w - 80, style, least=True)),
            max(64.0, frame.text_height(tip.text, inner.w - 80, style)),
        )
        for tip in board.advice
    ]
    tall = heights(inner.h - 8 * (len(wants) - 1), wants)
    for tip, height in zip(board.advice, tall, strict=True):
        row, inner = inner.cut_top(height, 8)
        icon, text = row.cut_left(64, 16)
        panel.thing(frame, tip.picture, icon.centred(60, min(60, icon.h)))
        frame.text(tip.text, text, style)


def _columns(box: Box) -> int:
    return 3 if box.w > 800 else 2


def _front_height(frame: Frame, board: Board, room: Box) -> float:
    return min(room.h * 0.55, 330.0 + 190.0 * -(-max(1, len(board.found)) // 3))


def _found(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Every trick that was met, by badge and name; the candles below, all burning."""
    screen = house.front(frame, box)
    inner = Box(screen.x, screen.y + 36, screen.w, screen.h - 36).inset(24, 14)
    colour = theme.CREAM if frame.mood.dark else theme.INK
    title = TextStyle(frame.mood.heading, 42.0, colour, least=30)
    head, inner = inner.cut_top(frame.text_height("X", 200, title) + 4, 6)
    frame.text(said.FOUND.fill(count=len(board.found)), head, title)
    tall = side.wishes_want(frame, activity, board, inner.w)
    foot, inner = inner.cut_bottom(min(tall[1], max(tall[0], inner.h * 0.42)), 12)
    side.wishes(frame, activity, board, foot)
    label = TextStyle("label", 32.0, colour, "centre", least=28)
    if not board.found:
        return
    cells = inner.grid(len(board.found), min(len(board.found), _columns(inner)), 12)
    names = [
        frame.text_height(said.PATTERNS[pattern], cells[0].w, label, least=True) for pattern in board.found
    ]
    name = min(cells[0].h * 0.6, max(44.0, *names, 0.0))
    for number, (pattern, cell) in enumerate(zip(board.found, cells, strict=True)):
        cell = cell.centred(cell.w, 240)
        with furniture.dealt(frame, number):
            words, sign = cell.cut_bottom(name, 4)
            height = min(150.0, sign.h)
            parts.badge(frame, pattern, sign.cut_bottom(height)[0].centred(height, height))
            frame.text(said.PATTERNS[pattern], words, label)

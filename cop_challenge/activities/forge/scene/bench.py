"""The bench: the shelf of tiles, the glowing mould, hammer and knock."""

from __future__ import annotations

from dataclasses import replace

from cop_challenge.activities.forge.bench import Board
from cop_challenge.activities.forge.scene import parts
from cop_challenge.core.activity import Offer, Role, View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.text import NOTHING, Text
from cop_challenge.ui import controls, furniture, page, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump, ease

GAP = 20.0
COLUMNS = 5
"""Tiles in a row of the shelf."""
FLIGHT_SECONDS = 0.35
CHIP, CHIP_GAP = 64.0, 14.0
_Chip = tuple[Text, str, theme.Colour]
"""Words, icon and its colour."""


def compose(frame: Frame, view: VisitView, board: Board, room: Box) -> None:
    """Task above, mould and shelf in the middle, Nuru and the tools below."""
    activity = view.activity
    assert activity is not None
    if activity.note or (frame.look.text > 1 and board.mould):
        activity = replace(activity, story=NOTHING)  # it has been read by then
    inner = parts.wall(frame, room)
    foot = _foot_wants(frame, activity, inner.w)
    middle, head = _middle_wants(frame, board, inner.w), _head_wants(frame, activity, board, inner.w)
    tall = heights(inner.h - 2 * GAP, [head, middle, foot])
    spare = max(0.0, inner.h - 2 * GAP - sum(tall))
    top, rest = inner.cut_top(tall[0] + spare * 0.1, GAP)
    below, work = rest.cut_bottom(tall[2], GAP)
    _head(frame, activity, board, top)
    mould, shelf = _places(frame, board, work)
    spots = _mould(frame, activity, board, mould)
    _foot(frame, activity, below)
    _shelf(frame, activity, board, shelf, spots)
    page.hint(frame, activity)


# ------------------------------------------------------------------ the task


def _face_side(frame: Frame) -> float:
    return 0.0 if parts.city(frame) or frame.look.text > 1.3 else 150.0


def _head_wants(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    side = _face_side(frame)
    text = width - side - 88
    wants = []
    for least in (True, False):
        story = frame.text_height(activity.story, text, frame.mood.story, least=least)
        prompt = frame.text_height(activity.prompt, text, _prompt(frame), least=least)
        rows = len(_chip_rows(frame, board, width - side - 48))
        wants.append(story + prompt + 50 + CHIP * rows)
    if frame.look.text == 1 and not frame.portrait and not activity.note:
        wants[0] = wants[1]  # the task is not what shrinks
    return max(wants[0], side), max(wants[1], side)


def _prompt(frame: Frame) -> theme.TextStyle:
    style = frame.mood.question
    return style.with_(size=style.size * 0.88, least=min(style.least, 32))


def _head(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The bot, who it is, and the lock it must not open."""
    side = _face_side(frame)
    if side:
        figure, box = box.cut_left(side, 8)
        frame.picture("ui/forge/bot-try.svg", figure.centred(side, min(figure.h, side * 1.1)))
    rows = _chip_rows(frame, board, box.w - 40)
    chips, plate = box.cut_top(CHIP * len(rows))
    frame.slab(frame.mood.panel, plate)
    words = Box(plate.x, plate.y, plate.w, plate.h - 12).inset(40, 16)
    _chips(frame, rows, Box(chips.x + 20, chips.y + 10, chips.w - 40, chips.h))
    wants = [
        tuple(frame.text_height(text, words.w, style, least=least) for least in (True, False))
        for text, style in ((activity.story, frame.mood.story), (activity.prompt, _prompt(frame)))
    ]
    story, prompt = heights(words.h - 4, [(low, high) for low, high in wants])
    first, second = words.centred(words.w, story + prompt + 4).cut_top(story, 4 if activity.story else 0)
    frame.text(activity.story, first, frame.mood.story)
    frame.text(activity.prompt, second, _prompt(frame))


def _chip_rows(frame: Frame, board: Board, width: float) -> list[list[tuple[_Chip, float]]]:
    """Name, speed and whether it knows the hero, with their widths, in as few rows as hold them."""
    shown: list[_Chip] = [
        (board.bot, "ui/icons/key.svg", theme.AMBER_TEXT),
        (board.rate, "ui/icons/hourglass.svg", theme.CREAM),
    ]
    if board.knows:
        shown.append((board.knows, "ui/icons/eye.svg", theme.TRY_ON_DARK))
    style = theme.CHIP.with_(family=frame.mood.heading)
    rows: list[list[tuple[_Chip, float]]] = [[]]
    for chip in shown:
        wanted = frame.text_width(chip[0], style) + 146
        used = sum(other + CHIP_GAP for _, other in rows[-1])
        if rows[-1] and used + wanted > width:
            rows.append([])
        rows[-1].append((chip, min(wanted, width)))
    return rows


def _chips(frame: Frame, rows: list[list[tuple[_Chip, float]]], box: Box) -> None:
    for row, place in zip(rows, box.rows(len(rows)), strict=True):
        rest = place
        for (text, icon, colour), width in row:
            here, rest = rest.cut_left(width, CHIP_GAP)
            panel.chip(frame, text, here, icon=icon, colour=colour)


# --------------------------------------------------------- mould and shelf


def _middle_wants(frame: Frame, board: Board, width: float) -> tuple[float, float]:
    rows = -(-len(board.shelf) // COLUMNS)
    if frame.portrait:
        low, high = parts.tile_wants(frame, board.shelf, (width - 80) / COLUMNS - 14)
        slots = 1 if board.slots <= COLUMNS else 2
        shelf = low * rows + 30 * rows, high * rows + 40 * rows
        return shelf[0] + (low + 20) * slots + 70, shelf[1] + (high + 20) * slots + 80
    low, high = parts.tile_wants(frame, board.shelf, _shelf_width(width) / COLUMNS - 16)
    rows = max(rows, 1 + (board.slots > 3))
    return low * rows + 34 * rows, high * rows + 40 * rows


def _shelf_width(width: float) -> float:
    return width * 0.58


def _places(frame: Frame, board: Board, work: Box) -> tuple[Box, Box]:
    if frame.portrait:
        slots, rows = (1 if board.slots <= COLUMNS else 2), -(-len(board.shelf) // COLUMNS)
        return work.cut_top((work.h - GAP) * slots / (slots + rows) + 10, GAP)
    shelf, mould = work.cut_right(_shelf_width(work.w), 32)
    return mould, shelf


def _mould(frame: Frame, activity: View, board: Board, box: Box) -> dict[str, Box]:
    """The slots with what is in them; where each tile lies, by id."""
    rows = 1 + (board.slots > 3) if not frame.portrait else (1 if board.slots <= COLUMNS else 2)
    columns = -(-board.slots // rows)
    if not frame.portrait and rows == 1:
        box = box.centred(box.w, min(box.h, box.w / columns * 1.35))
    glow = 0.0
    if frame.lively and not parts.city(frame):
        age = frame.since("mould", len(board.mould), FLIGHT_SECONDS)
        glow = bump(age / FLIGHT_SECONDS)
    frame.slab(parts.hand(frame, "forge-mould"), box)
    cells = _cells(box, board.slots, columns, rows)
    offers = {offer.id: offer for offer in activity.offers}
    for cell in cells[len(board.mould) :]:
        frame.slab(parts.hand(frame, "forge-slot"), cell)
    if mould := offers.get("mould"):
        _opening(frame, mould, cells, len(board.mould), columns)
    spots = {}
    for number, (sample, cell) in enumerate(zip(board.mould, cells, strict=False), 1):
        offer = offers[f"slot-{number}"]
        pressed = frame.target(offer, cell)
        parts.tile(frame, sample, cell, offer, 6.0 if pressed else 0.0)
        spots[sample.id] = cell
    if glow and board.mould:
        last = cells[len(board.mould) - 1]
        frame.picture(
            "ui/forge/spark.svg", Box(last.right - 50, last.y - 26, 76, 76), alpha=round(255 * glow)
        )
    return spots


def _cells(box: Box, slots: int, columns: int, rows: int) -> list[Box]:
    inner = box.inset(26, 24)
    width = min((inner.w - 14 * (columns - 1)) / columns, 230.0)
    height = min((inner.h - 14 * (rows - 1)) / rows, width * 1.3)
    whole = inner.centred(width * columns + 14 * (columns - 1), height * rows + 14 * (rows - 1))
    return whole.grid(slots, columns, 14)


def _opening(frame: Frame, offer: Offer, cells: list[Box], used: int, columns: int) -> None:
    """Where tiles can be dropped: the free slots of one row, or all of them."""
    last = len(cells) - 1 if used == 0 else min(len(cells) - 1, (used // columns + 1) * columns - 1)
    free = cells[used].united(cells[last])
    for cell in cells[used : last + 1]:
        free = free.united(cell)
    frame.target(offer, free)
    if frame.focused(offer):
        frame.ring(free)


def _shelf(frame: Frame, activity: View, board: Board, box: Box, spots: dict[str, Box]) -> None:
    """Rows of tiles on planks; a tile in the mould leaves a gap. What flies or is carried is drawn last."""
    rows = -(-len(board.shelf) // COLUMNS)
    offers = {offer.id: offer for offer in activity.offers}
    places: list[tuple[Box, Box]] = []
    for row in box.rows(rows, 10):
        plank, above = row.cut_bottom(26)
        places.append((above, plank))
        frame.slab(parts.hand(frame, "forge-shelf"), plank)
    last = []
    # Asked with an empty mould too, so that the first flight has a beginning.
    age = frame.since("flight", board.mould[-1].id if board.mould else "", FLIGHT_SECONDS)
    for number, sample in enumerate(board.shelf):
        above, _ = places[number // COLUMNS]
        here = min(COLUMNS, len(board.shelf) - number // COLUMNS * COLUMNS)
        width = (above.w - 14 * (COLUMNS - 1) - 16) / COLUMNS
        across = above.centred(width * here + 14 * (here - 1), above.h)
        cell = across.columns(here, 14)[number % COLUMNS]
        offer = offers[sample.id]
        if sample.id in spots:
            frame.slab("forge-gap", cell)
            _flight(frame, board, age, number, cell, spots[sample.id])
            continue
        pressed = frame.target(offer, cell)
        if carried := frame.carried(offer):
            frame.slab("forge-gap", cell)
            last.append((sample, cell.moved(*carried), offer))
            continue
        with frame.shifted(alpha=150 if sample.cracked else 255), furniture.dealt(frame, number):
            parts.tile(frame, sample, cell, offer, 7.0 if pressed else 0.0)
    for sample, cell, offer in last:
        parts.tile(frame, sample, cell, offer)


def _flight(frame: Frame, board: Board, age: float, number: int, home: Box, spot: Box) -> None:
    """The tile that was put in last, on its way from the shelf."""
    sample = board.shelf[number]
    if board.mould[-1].id != sample.id or age >= FLIGHT_SECONDS:
        return
    share = ease(age / FLIGHT_SECONDS)
    x = (home.x + (spot.x - home.x) * share) + (spot.w - home.w) / 2 * share
    y = home.y + (spot.y - home.y) * share - 90 * bump(share)
    with frame.shifted(round(x - home.x), round(y - home.y)):
        parts.tile(frame, replace(sample, gauge=-1), home)


# ---------------------------------------------------------------- the tools


def _tools(activity: View) -> list[Offer]:
    tools = [offer for offer in activity.offers if offer.id in ("knock", "hammer")]
    return sorted(tools, key=lambda offer: offer.role is Role.ADVANCE)


def _tool_width(frame: Frame) -> float:
    return 430.0 if frame.look.text == 1 else 400.0


def _foot_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    note = activity.note
    stacked = frame.portrait
    beside = 0.0 if stacked or (note and not _tools(activity)) else 2 * _tool_width(frame) + 48
    room = width - beside - (150 if parts.city(frame) else furniture.figure_side(frame, width - beside) + 30)
    low = high = 0.0
    if note:
        low, high = (
            frame.text_height(note.text, max(280.0, room - 90), frame.mood.note, least=least) + 58
            for least in (True, False)
        )
    tools = 128.0
    if stacked:
        row = 0.0 if note and not _tools(activity) else tools + GAP
        figure = 130.0 if note else 96.0  # which has nothing to say meanwhile
        return row + max(low, figure), row + max(high, 200.0)
    return max(low, tools), max(high, 150.0 if note or not parts.city(frame) else tools)


def _foot(frame: Frame, activity: View, box: Box) -> None:
    """Nuru with a word on the tiles, and the tools once there is enough to work on."""
    tools = _tools(activity)
    width = _tool_width(frame)
    if frame.portrait:
        row, rest = box.cut_bottom(128, GAP)
    else:
        row, rest = box.cut_right(2 * width + 24, 24)
    box = rest if tools or not activity.note else box
    row = row.centred(min(row.w, 2 * width + 24), min(row.h, 128))
    for offer, cell in zip(tools, row.columns(2, 24), strict=False):
        controls.button(frame, offer, cell, primary=offer.role is Role.ADVANCE)
        if offer.id == "hammer" and not parts.city(frame):
            frame.picture("ui/forge/hammer.svg", Box(cell.right - 84, cell.y - 18, 100, 100))
    if activity.note:
        page.appears(frame, activity.note, box, column=False, there=True)
    elif not parts.city(frame):
        side = min(box.h, furniture.figure_side(frame, box.w))
        figure, rest = box.cut_left(side, 40)
        furniture.nuru(frame, "pointing" if activity.hint else "thinking", figure)
        fire, rest = rest.cut_left(min(rest.w * 0.5, rest.h * 1.7), 10)
        frame.picture("ui/forge/fire.svg", fire)
        frame.picture("ui/forge/anvil.svg", rest.cut_left(min(rest.w, rest.h * 2.1))[0])

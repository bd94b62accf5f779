"""The whole school's harbour, at the end of the day: every lantern that was lit, and few large words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from cop_challenge.core import words
from cop_challenge.core.harbour import WORDS, Harbour, Light
from cop_challenge.core.tags import Habit
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import ease
from cop_challenge.ui.scenery import HARBOUR

TITLE = theme.TITLE.with_(size=112, colour=theme.AMBER_TEXT, least=64)
TOGETHER = theme.HEADING.with_(size=68, least=36)
NUMBER = theme.LABEL.with_(family="title", size=68, colour=theme.AMBER_TEXT, least=30)

DAYBREAK = 0.56
"""The sky's light: dark enough for lanterns, with the lighthouse shining already."""

KINDLE_SECONDS = 6.0
"""How long it takes until all lights are there."""
ONE_SECONDS = 0.5
"""How long each takes to come."""

TURNS = 7
"""One light of so many glimmers at a time."""
GLIMMER_SECONDS = 2.0
GLIMMER_STEPS = 8
"""Pictures of one glimmer: enough to be smooth, few enough to be cheap."""
GLIMMER = 120
"""How much fainter it gets, of 255."""

MIDDLE, SIDE = 60.0, 128.0
"""Of a small lantern's drawing: where its middle is, and its width."""
AFLOAT_HEIGHT = 168.0

PLATE = (176.0, 92.0)
"""Of the number below a lantern; wider where it is long."""
LOW = 752.0
"""Where plates begin, in the scene's units: on the bridge."""
NURU = 220.0


def waiting(frame: Frame, harbour: Harbour) -> None:
    """The same bay before its first light, as long as it is being painted."""
    frame.scene(HARBOUR, _light_of(harbour))


def compose(frame: Frame, harbour: Harbour, lights: Sequence[Light]) -> None:
    """The bay at daybreak, its lights, the five lanterns with their numbers, Nuru, and one sentence."""
    frame.scene(HARBOUR, _light_of(harbour))
    _lights(frame, lights)
    page = frame.box.inset(theme.MARGIN, 30)
    left, right, bottom = WORDS
    begin, low = frame.on_scene(left, bottom)
    end, _ = frame.on_scene(right, bottom)
    top, page = page.cut_top(low - 26 - page.y)
    begin, end = max(begin, top.x), min(end, top.right)
    first, second = Box(begin, top.y, end - begin, top.h).cut_top(top.h * (0.6 if harbour.total else 1.0))
    frame.text(words.PASSPORT_TITLE, first, TITLE)
    if harbour.total:
        frame.text(words.HARBOUR_LIT.fill(count=harbour.total), second, TOGETHER)
    for habit, (hangs, plate) in _places(frame, harbour, page).items():
        furniture.lantern(frame, habit, harbour.shining(habit), hangs)
        count = harbour.lit[habit]
        if count is not None:
            frame.slab("chip", plate)
            frame.text(words.NUMBER.fill(number=count), plate.inset(14, 6), NUMBER)
    side = min(NURU, frame.box.w * 0.3)
    # Not floating: hundreds of lights would have to be looked at sixty times a second.
    furniture.nuru(frame, "happy", Box(20, frame.box.h - side - 10, side, side))


def _light_of(harbour: Harbour) -> float:
    return DAYBREAK * sum(harbour.shining(habit) for habit in Habit) / len(Habit)


def _places(frame: Frame, harbour: Harbour, page: Box) -> dict[Habit, tuple[Box, Box]]:
    """Each lantern and its number: on the painted posts where they are in the picture, else in a row."""
    width, height = PLATE
    count = max((count for count in harbour.lit.values() if count is not None), default=0)
    width = max(width, frame.text_width(words.NUMBER.fill(number=count), NUMBER) + 56)
    if furniture.on_posts(frame):
        places = {}
        for habit in Habit:
            hangs = furniture.hung(frame, habit)
            low = max(hangs.bottom + 4, frame.on_scene(0, LOW)[1])
            places[habit] = hangs, Box(hangs.x + (hangs.w - width) / 2, low, width, height)
        return places
    row = page.centred(page.w, 430)
    cells = zip(Habit, row.columns(len(Habit), 12), strict=True)
    return {
        habit: (cell.cut_top(cell.h - height - 8)[0], cell.cut_bottom(height)[0].centred(width, height))
        for habit, cell in cells
    }


def _lights(frame: Frame, lights: Sequence[Light]) -> None:
    """They come one after the other; then some of them glimmer by turns."""
    begun = frame.entering(KINDLE_SECONDS)
    now = frame.situation.now
    turn, into = divmod(now, GLIMMER_SECONDS)
    step = math.floor(into / GLIMMER_SECONDS * GLIMMER_STEPS) / GLIMMER_STEPS
    glimmer = round(GLIMMER * math.sin(math.pi * step) ** 2)
    all_there = begun >= 1 or not frame.lively
    if all_there and frame.lively and lights:
        pause = GLIMMER_SECONDS / GLIMMER_STEPS
        frame.changes_at = min(frame.changes_at, (math.floor(now / pause) + 1) * pause)
    for number, light in enumerate(lights):
        # In an order that is not the one they stand in: the bay lights up everywhere at once.
        order = (number * 0.61803398875) % 1
        alpha = 255
        if not all_there:
            seconds = begun * KINDLE_SECONDS - order * (KINDLE_SECONDS - ONE_SECONDS)
            alpha = round(8 * ease(seconds / ONE_SECONDS)) * 255 // 8
        elif frame.lively and math.floor(order * TURNS) == int(turn) % TURNS:
            alpha -= glimmer
        if alpha > 0:
            _light(frame, light, alpha)


def _light(frame: Frame, light: Light, alpha: int) -> None:
    x, y = frame.on_scene(light.x, light.y)
    # As large as the scene is drawn.
    size = light.size * (frame.on_scene(1, 0)[0] - frame.on_scene(0, 0)[0])
    height = size * AFLOAT_HEIGHT / SIDE if light.afloat else size
    box = Box(x - size / 2, y - size * MIDDLE / SIDE, size, height)
    if box.right < 0 or box.x > frame.box.w:
        return
    letter = furniture.LANTERNS[light.habit][0]
    frame.picture(f"harbour/{letter}-{'water' if light.afloat else 'sky'}.svg", box, alpha=alpha)

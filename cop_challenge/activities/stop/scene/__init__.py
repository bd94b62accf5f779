"""Stop and tell on a toy theatre: the stage above, Nuru who tells it below, and the uh-oh button."""

from __future__ import annotations

from dataclasses import dataclass

from cop_challenge.activities.stop.board import Phase, Stage
from cop_challenge.activities.stop.rules import BUTTON
from cop_challenge.activities.stop.scene import button, theatre
from cop_challenge.core.activity import Role, Tone, View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import linear

GAP = 18.0
SIDE = 340.0
"""Side of the button."""
COLUMN = 430.0
"""Width of the column beside the stage: what Nuru says, Nuru, and the way on."""
ROW_LETTERS = 1.3
"""With letters larger than this, words go below the stage, where lines are longer."""
PAD = (40.0, 20.0)
"""Space around the words Nuru says."""
LEAST_STAGE = 420.0


@dataclass(frozen=True)
class Places:
    """Where things stand on this page."""

    stage: Box
    nuru: Box
    words: Box
    way: Box
    button: Box
    above: bool = False
    """The words stand above Nuru, not beside."""


def compose(frame: Frame, view: VisitView) -> None:
    """One page of the story, or one question about it."""
    activity = view.activity
    assert activity is not None
    stage = activity.board
    assert isinstance(stage, Stage)
    room = page.begin(frame, view)
    places = _places(frame, activity, stage, room)
    theatre.compose(frame, view, activity, stage, places.stage, places.button)
    _words(frame, activity, stage, places)
    press = next((offer for offer in activity.offers if offer.id == BUTTON), None)
    button.draw(frame, stage, press, places.button)
    for offer in activity.offers:
        if offer.role is Role.ADVANCE:
            controls.button(frame, offer, places.way)
    button.sparks(frame, stage, places.button)
    page.first(frame, activity)
    if activity.hint:
        frame.first = activity.hint
    all_well = stage.phase is Phase.READ and activity.note and activity.note.tone is Tone.SHOWN
    if activity.hint or stage.together or all_well:
        on_button = stage.together or activity.hint == BUTTON
        # Beside the words of the way on, not on them.
        way = places.way.moved(places.way.w * (0.28 if places.above or frame.portrait else 0.18))
        furniture.hand(frame, places.button.inset(60) if on_button else way)


# --------------------------------------------------------------------- places


def _places(frame: Frame, activity: View, stage: Stage, room: Box) -> Places:
    """The stage gets what the words leave; the button always stands in the same corner."""
    corner = Box(room.right - SIDE, room.bottom - SIDE, SIDE, SIDE)
    if frame.portrait:
        return _upright(frame, activity, room, corner)
    if frame.look.text > ROW_LETTERS:
        return _below(frame, activity, stage, room, corner)
    column, above = room.cut_left(COLUMN, 46)
    way, column = column.cut_bottom(page.BUTTON if _leads_on(activity) else 0.0, 20)
    low, high = _wants(frame, activity, column.w)
    figure = 420.0 if high + 460 <= column.h else 300.0 if high + 330 <= column.h else 220.0
    tall = max(low, min(high, column.h - figure - 30))
    spare = max(0.0, column.h - tall - 30 - figure)
    words, rest = column.cut_top(spare * 0.4)[1].cut_top(tall, 30)
    nuru = rest.cut_top(min(rest.h, figure))[0]
    return Places(above, nuru, words, way, corner, above=True)


def _upright(frame: Frame, activity: View, room: Box, corner: Box) -> Places:
    foot, above = room.cut_bottom(SIDE, GAP)
    way = foot.cut_right(SIDE + 24)[1]
    way = way.centred(min(way.w, 560), page.BUTTON)
    figure = _figure(frame)
    low, high = _wants(frame, activity, above.w - figure - 40)
    tall, _ = heights(above.h - GAP, [(low, high), (LEAST_STAGE, above.h)])
    row, above = above.cut_bottom(max(figure, tall), GAP)
    nuru, words = row.cut_left(figure, 40)
    # The stage is no taller than its picture needs.
    stage = above.centred(above.w, min(above.h, above.w))
    return Places(stage, nuru, words, way, corner)


def _below(frame: Frame, activity: View, stage: Stage, room: Box, corner: Box) -> Places:
    width = 320.0 if stage.phase is Phase.READ else 440.0
    width = width if _leads_on(activity) else -24.0
    figure = _figure(frame)
    low, high = _wants(frame, activity, room.w - SIDE - 24 - width - 24 - figure - 40)
    tall, _ = heights(room.h - GAP, [(low, high), (LEAST_STAGE, room.h)])
    row, above = room.cut_bottom(max(190.0, tall), GAP)
    row = row.cut_right(SIDE + 24)[1]
    way = row.cut_right(max(0.0, width))[0]
    row = row.cut_right(width + 24)[1]
    nuru, words = row.cut_left(figure, 40)
    return Places(above, nuru, words, way.centred(way.w, page.BUTTON), corner)


def _figure(frame: Frame) -> float:
    """Side of Nuru beside the words."""
    return 150.0 if frame.look.text > ROW_LETTERS else 220.0


def _leads_on(activity: View) -> bool:
    return any(offer.role is Role.ADVANCE for offer in activity.offers)


# ---------------------------------------------------------------------- words


def _lines(frame: Frame, activity: View) -> list[tuple[Text, theme.TextStyle]]:
    """What Nuru says now: one thing at a time, the newest."""
    mood = frame.mood
    if activity.note:
        return [(activity.note.text, mood.note.with_(balanced=True))]
    if activity.prompt:
        return [(activity.prompt, mood.question.with_(balanced=True))]
    lines = [(activity.story, mood.story.with_(balanced=True))]
    if activity.heading:
        lines.insert(0, (activity.heading, mood.question.with_(colour=furniture.good_colour(frame))))
    return lines


def _wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of the bubble."""
    found = []
    for least in (True, False):
        lines = _lines(frame, activity)
        tall = sum(frame.text_height(text, width - 2 * PAD[0], style, least=least) for text, style in lines)
        found.append(tall + 8 * (len(lines) - 1) + 2 * PAD[1] + 22)
    return found[0], found[1]


POSES = {Tone.GOOD: "happy", Tone.TRY_AGAIN: "thinking", Tone.SHOWN: "pointing", Tone.WORRIED: "worried"}


def _pose(activity: View, stage: Stage) -> str:
    if activity.note:
        return POSES[activity.note.tone]
    if stage.phase in (Phase.HELLO, Phase.END):
        return "hello" if stage.phase is Phase.HELLO else "happy"
    return "thinking" if activity.prompt or stage.wobble else "hello"


def _words(frame: Frame, activity: View, stage: Stage, places: Places) -> None:
    """Nuru tells the story, and says what is to be said of it."""
    if places.above:
        figure = places.nuru
    else:
        size = min(places.nuru.w, places.nuru.h + 30)
        figure = places.nuru.cut_bottom(min(size, places.nuru.h))[0].grown(12)
    furniture.nuru(frame, _pose(activity, stage), figure)
    box = places.words
    said = activity.note or activity.story or activity.prompt
    share = linear(frame.since("stop-said", said, page.NOTE_SECONDS) / page.NOTE_SECONDS)
    with frame.shifted(y=round(16 * (1 - share)), alpha=round(255 * share)):
        frame.slab(frame.mood.bubble, box)
        if places.above:
            tail = Box(box.x + box.w / 2 - 30, box.bottom - 12, 60, 40)
            frame.picture("ui/badges/tail-down.svg", tail)
        else:
            tail = Box(box.x - 30, box.y + box.h * 0.5 - 32, 40, 60)
            frame.picture("ui/stop/tail.svg", tail, mirror=True)
        inner = Box(box.x, box.y, box.w, box.h - 10).inset(*PAD)
        lines = _lines(frame, activity)
        wants = [
            (
                frame.text_height(text, inner.w, style, least=True),
                frame.text_height(text, inner.w, style),
            )
            for text, style in lines
        ]
        tall = heights(inner.h - 8 * (len(lines) - 1), wants)
        spare = max(0.0, inner.h - sum(tall) - 8 * (len(lines) - 1))
        inner = inner.cut_top(spare / 2)[1]
        for (text, style), height in zip(lines, tall, strict=True):
            place, inner = inner.cut_top(height, 8)
            frame.text(text, place, style)

"""The toy theatre: curtain, footlights, a picture on the stage, and the hero as a puppet on a stick."""

from __future__ import annotations

import math

from cop_challenge.activities.stop.board import Phase, Stage
from cop_challenge.core.activity import Tone, View
from cop_challenge.core.chance import chance
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import controls, furniture, page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, glide, linear, springy

WOOD = 22.0
"""Thickness of the gilded frame."""
APRON = 62.0
"""Height of the boards in front, where the lamps stand."""
VALANCE = 62.0
FOLD = 72.0
"""Width of one fold of the curtain."""
SHEET = 276 / 240
"""Proportion of a picture."""
CURTAIN_SECONDS = 1.1
DROP_SECONDS = 0.5
SHAKE_SECONDS, SHAKE_EVERY = 1.3, 4.5
"""How long a picture wobbles when it has turned, and how often."""
WELL, WELL_SECONDS = 190.0, 0.45
"""Size of the mark on a picture that is as it should be, and how long it takes to come."""
LEAST_CURTAIN = 76.0
LEAST_PUPPET = 110.0


def compose(frame: Frame, view: VisitView, activity: View, stage: Stage, box: Box, button: Box) -> None:
    """The whole theatre. `button`: where the button stands; nothing to choose lies under it."""
    frame.slab("stop-theatre", box)
    inner = Box(box.x, box.y, box.w, box.h - 20).inset(WOOD, WOOD)
    opening = inner.cut_bottom(APRON - 8)[1].cut_top(VALANCE - 14)[1]
    sheet = _sheet(opening)
    choosing = stage.phase in (Phase.TELL, Phase.SAY)
    if not choosing and stage.phase is not Phase.HELLO:
        _picture(frame, activity, stage, sheet)
    half = inner.w / 2
    side = max(LEAST_CURTAIN, (inner.w - sheet.w) / 2 - 10)
    if choosing:
        side = LEAST_CURTAIN
    _curtain(frame, stage, inner, half, side)
    _all_well(frame, activity, stage, sheet)
    if stage.phase is Phase.HELLO:
        _poster(frame, view, opening)
    _valance(frame, inner)
    if stage.phase is Phase.END:
        _applause(frame, opening)
    cards = _cards_place(frame, opening, button) if choosing else None
    _puppet(frame, activity, stage, inner, side, cards)
    frame.slab("stop-apron", Box(box.x + 6, box.bottom - APRON - 16, box.w - 12, APRON + 8))
    _lamps(frame, stage, box, button)
    if cards:
        _cards(frame, activity, cards)


def _sheet(opening: Box) -> Box:
    height = min(opening.h - 16, (opening.w - 2 * LEAST_CURTAIN) / SHEET)
    return opening.centred(height * SHEET, height)


def _picture(frame: Frame, activity: View, stage: Stage, box: Box) -> None:
    """The page hangs on the stage; it drops in, and wobbles softly once something is not right."""
    share = springy(frame.entering(DROP_SECONDS)) if stage.phase is not Phase.STOPPED else 1.0
    sway = _sway(frame, stage)
    with frame.shifted(
        x=round(sway, 1), y=round(-46 * (1 - share)), alpha=round(255 * min(1.0, max(0.0, share * 2)))
    ):
        frame.slab("stop-sheet", Box(box.x, box.y, box.w, box.h))
        frame.picture(activity.picture, Box(box.x, box.y, box.w, box.h - 8).inset(14, 12))


def _all_well(frame: Frame, activity: View, stage: Stage, sheet: Box) -> None:
    """The button was pressed and nothing was wrong: the picture itself is marked as good."""
    note = activity.note
    well = stage.phase is Phase.READ and note is not None and note.tone is Tone.SHOWN
    age = frame.since("stop-well", well, WELL_SECONDS)
    if not well:
        return
    grown = springy(linear(age / WELL_SECONDS))
    side = min(WELL, sheet.w * 0.34)
    with frame.shifted(across=max(0.05, round(grown, 1)), down=max(0.05, round(grown, 1))):
        frame.picture("ui/badges/good.svg", Box(sheet.x - side * 0.28, sheet.y + 12, side, side))


def _sway(frame: Frame, stage: Stage) -> float:
    """How far the wobble has moved the picture aside, in units; it rests in between."""
    if not stage.wobble or not frame.lively:
        return 0.0
    age = frame.situation.age
    if age > 1e6:
        return 0.0
    beat = age % SHAKE_EVERY if stage.wobble > 1 else age
    if beat >= SHAKE_SECONDS:
        if stage.wobble > 1:
            frame.changes_at = min(frame.changes_at, frame.situation.now + SHAKE_EVERY - beat)
        return 0.0
    frame.moving = True
    return 9 * stage.wobble * math.sin(math.tau * beat * 2) * bump(beat / SHAKE_SECONDS)


def _curtain(frame: Frame, stage: Stage, inner: Box, half: float, side: float) -> None:
    """Folds that bunch together at the sides as it opens."""
    goal = half + 4 if stage.phase is Phase.HELLO else side
    if stage.opening:
        goal = half + (side - half) * glide(frame.entering(CURTAIN_SECONDS))
    else:
        goal = frame.follow("stop-curtain", goal, 0.5)
    count = math.ceil(half / (FOLD - 8)) + 1
    step = max(4.0, (goal - FOLD) / (count - 1))
    tall = inner.h - 18
    for number in range(count):
        near = inner.x + number * step
        frame.slab("stop-fold", Box(near, inner.y + 4, FOLD, tall))
        frame.slab("stop-fold", Box(inner.right - number * step - FOLD, inner.y + 4, FOLD, tall))


def _valance(frame: Frame, inner: Box) -> None:
    """Scallops over the opening."""
    count = max(3, round(inner.w / 170))
    width = inner.w / count
    for number in range(count):
        frame.picture("ui/stop/valance.svg", Box(inner.x + number * width, inner.y, width, width * 0.55))


def _poster(frame: Frame, view: VisitView, opening: Box) -> None:
    """What is played tonight, on the closed curtain."""
    assert view.card is not None
    share = springy(frame.entering(0.6))
    box = opening.centred(min(opening.w - 120, 860), min(opening.h - 90, 360)).moved(y=24)
    with frame.shifted(y=round(-60 * (1 - share)), alpha=round(255 * min(1.0, max(0.0, share)))):
        frame.slab("stop-poster", box)
        icon = furniture.LANTERNS[view.card.habit]
        inner = Box(box.x, box.y, box.w, box.h - 10).inset(44, 34)
        lantern, words = inner.cut_left(min(190.0, inner.w * 0.3), 20)
        frame.picture(f"lanterns/{icon}-lit.svg", lantern)
        style = frame.mood.question.with_(size=72, align="centre", balanced=True)
        frame.text(view.card.title, words, style)


def _puppet(frame: Frame, activity: View, stage: Stage, inner: Box, side: float, cards: Box | None) -> None:
    """The hero, in front of the curtain, with a face for how it feels."""
    hero = activity.hero
    if hero is None:
        return
    floor = inner.bottom - APRON
    if cards:
        # Below the cards, in the middle of the stage.
        size = min(250.0, floor - cards.bottom - 20)
        if size < LEAST_PUPPET:
            return
        x, y = inner.x + (inner.w - size) / 2, floor - size * 1.04
    else:
        size = min(320.0, max(170.0, side - 30), inner.h * 0.5)
        x, y = inner.x + max(2.0, (side - size) / 2), floor - size * 1.1
    y -= _jump(frame, stage)
    x += _sway(frame, stage) * 0.5
    stick = Box(x + size / 2 - 12, y + size * 0.7, 24, inner.bottom - y - size * 0.7)
    frame.slab("stop-stick", stick)
    disc = Box(x, y, size, size)
    frame.picture("ui/badges/disc.svg", disc.grown(8))
    frame.picture(hero.picture, disc)
    if activity.feeling:
        badge = size * 0.42
        spot = Box(x + size - badge * 0.78, y - badge * 0.12, badge, badge)
        grown = 1 + 0.15 * bump(frame.since("stop-feeling", activity.feeling, 0.4) / 0.4)
        with frame.shifted(across=grown, down=grown):
            frame.picture(f"ui/badges/feeling-{activity.feeling}.svg", spot)


def _jump(frame: Frame, stage: Stage) -> float:
    """The puppet hops twice at a good end, and once when it was stopped."""
    hops = {Phase.END: 2, Phase.STOPPED: 1}.get(stage.phase, 0)
    if not hops:
        return 0.0
    share = frame.entering(0.45 * hops)
    return 60 * bump((share * hops) % 1.0) if share < 1 else 0.0


PIECES = 18
APPLAUSE_SECONDS = 1.8


def _applause(frame: Frame, opening: Box) -> None:
    """Paper rains onto the stage at a good end."""
    share = frame.entering(APPLAUSE_SECONDS)
    if share >= 1:
        return
    luck = chance(3, "applause")
    for number in range(PIECES):
        across, late = luck.random(), luck.random() * 0.4
        fallen = linear((share - late) / 0.6)
        side = 34.0 + 14 * (number % 3)
        x = opening.x + 40 + across * (opening.w - 120) + 26 * math.sin(6 * fallen + number)
        y = opening.y + 20 + fallen * (opening.h - 60)
        if 0 < fallen < 1:
            frame.picture(f"ui/confetti-{'abc'[number % 3]}.svg", Box(x, y, side, side))


def _lamps(frame: Frame, stage: Stage, box: Box, button: Box) -> None:
    """Footlights: one a page; those of pages seen are lit."""
    right = min(box.right - 60, button.x - 10 if button.y < box.bottom - 30 else box.right)
    count = stage.lamps
    room = Box(box.x + 60, box.bottom - APRON - 44, right - box.x - 60, 92)
    middle = box.x + box.w / 2
    width = min(room.w, 2 * min(middle - room.x, room.right - middle), 118.0 * count)
    cells = Box(middle - width / 2, room.y, width, room.h).columns(count)
    for number, cell in enumerate(cells):
        lit = number < stage.lit
        frame.picture(f"ui/stop/lamp-{'lit' if lit else 'dim'}.svg", cell.centred(92, 92))


def _cards_place(frame: Frame, opening: Box, button: Box) -> Box:
    """Where cards may stand: between the curtains, under the valance, above the button."""
    area = opening.inset(LEAST_CURTAIN + 20 if not frame.portrait else 20, 0).cut_top(34)[1]
    foot = min(area.bottom - 44, button.y - 16)
    return Box(area.x, area.y, area.w, min(foot - area.y, 560.0))


def _cards(frame: Frame, activity: View, area: Box) -> None:
    """What is to be chosen stands on the stage."""
    answers = page.answers_of(activity)
    width = min(area.w, 430.0 * len(answers) + 28 * (len(answers) - 1))
    for number, (offer, cell) in enumerate(
        zip(answers, area.centred(width, area.h).columns(len(answers), 28), strict=True)
    ):
        with furniture.dealt(frame, number):
            controls.picture_card(frame, offer, cell)

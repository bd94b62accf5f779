"""Whose post it is: portrait, halo, lights, face and word; beside it what can be seen, or why."""

from __future__ import annotations

import math

from cop_challenge.activities.bystander import words
from cop_challenge.activities.bystander.board import Board
from cop_challenge.activities.bystander.schema import MOST_LIGHTS
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.text import Text
from cop_challenge.ui import page, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, linear

HERO = 390.0
"""Width of the portrait with its halo and lights."""
CHIP = 72.0
BURST_SECONDS = 0.9


def _hero_width(frame: Frame) -> float:
    return {1.0: HERO, 1.25: 330.0}.get(frame.look.text, 250.0)


def _figure(frame: Frame, activity: View) -> float:
    """Room for the sign beside the explanation."""
    if activity.note is None:
        return 0.0
    return 84.0


def _text_width(frame: Frame, activity: View, width: float) -> float:
    figure = _figure(frame, activity)
    return width - _hero_width(frame) - 24 - 72 - (figure + 20 if figure else 0)


def wants(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height."""
    text = _text_width(frame, activity, width)
    said = activity.note.text if activity.note else activity.story
    low, high = (
        frame.text_height(said, text, frame.mood.note, least=least) + 36 + 66 for least in (True, False)
    )
    return max(low, 240.0), max(high, 450.0)


def draw(frame: Frame, view: VisitView, activity: View, board: Board, box: Box) -> None:
    """The stage."""
    hero, rest = box.cut_left(_hero_width(frame), 24)
    portrait(frame, activity, board, hero)
    rest = rest.cut_top(34)[1]
    _words(frame, view, activity, rest)


def portrait(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Portrait in its halo, the lights below, the face of the feeling at the rim."""
    lamps = box.cut_bottom(min(80.0, box.h * 0.24))[0]
    # The lights stand on the lower rim of the halo.
    above = box.cut_bottom(lamps.h * 0.45)[1]
    side = min(above.w, above.h)
    ring = above.centred(side, side)
    share = linear(frame.since("halo", board.lights, 0.4) / 0.4)
    frame.picture(f"ui/bystander/halo-{board.lights}.svg", ring, alpha=round(255 * share))
    if activity.hero:
        frame.picture(activity.hero.picture, ring.centred(side * 0.66, side * 0.66))
    if activity.feeling:
        badge = side * 0.3
        age = frame.since("feeling", activity.feeling, 0.32)
        spot = Box(ring.right - badge * 1.3, ring.y + badge * 0.25, badge, badge)
        with frame.shifted(y=round(-14 * bump(age / 0.32), 1)):
            frame.picture(f"ui/badges/feeling-{activity.feeling}.svg", spot)
    _lamps(frame, board, lamps)
    _burst(frame, board, ring)


def _lamps(frame: Frame, board: Board, box: Box) -> None:
    plate = box.centred(min(box.w, 350.0), box.h)
    frame.slab("chip", plate)
    for number, cell in enumerate(plate.inset(22, 8).columns(MOST_LIGHTS)):
        state = "on" if number < board.lights else "off"
        age = frame.since(f"lamp-{number}", state, 0.3)
        with frame.shifted(y=round(-10 * bump(age / 0.3), 1)):
            frame.picture(f"ui/bystander/light-{state}.svg", cell)


def _burst(frame: Frame, board: Board, ring: Box) -> None:
    """Sparks fly when it gets brighter."""
    change = board.change
    age = frame.since("burst", (board.lights, board.change), BURST_SECONDS)
    if change is None or change.lights <= 0 or age >= BURST_SECONDS:
        return
    share = age / BURST_SECONDS
    for number in range(8):
        turn = math.tau * number / 8
        away = ring.w * (0.32 + 0.3 * share)
        x = ring.x + ring.w / 2 + away * math.cos(turn)
        y = ring.y + ring.h / 2 + away * math.sin(turn)
        spot = Box(round(x - 26), round(y - 26), 52, 52)
        frame.picture("ui/spark.svg", spot, alpha=round(255 * (1 - share)))


def _words(frame: Frame, view: VisitView, activity: View, box: Box) -> None:
    """What can be seen of the hero; once something was done, why it does what it does."""
    age = frame.since("note", activity.note, page.NOTE_SECONDS)
    share = linear(age / page.NOTE_SECONDS) if activity.note else 1.0
    with frame.shifted(y=round(20 * (1 - share)), alpha=round(255 * share)):
        frame.slab(frame.mood.bubble, box)
        inner = Box(box.x, box.y, box.w, box.h - 10).inset(36, 14)
        inner = inner.cut_top(18)[1]
        if activity.note:
            figure = _figure(frame, activity)
            spot, inner = inner.cut_left(figure, 20)
            sign = page.sign(frame, activity.note.tone)
            frame.picture(sign, spot.centred(84, min(84.0, spot.h)))
            frame.text(activity.note.text, inner, frame.mood.note)
        else:
            story = frame.mood.story
            style = story.with_(size=story.size * 1.15, least=frame.mood.note.least)
            frame.text(activity.story, inner, style)
    with_habit = frame.look.text < 1.5 and not frame.portrait
    if activity.feeling:
        panel.feeling_chip(frame, activity, box, alone=not with_habit)
    if with_habit:
        panel.habit_chip(frame, view, box)


def effects(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """What it did: to the hero, to the crowd, to the player. A sign and words each."""
    change = board.change
    assert change is not None
    hero: Text | str = activity.hero.name if activity.hero else ""
    lights = words.SAME_LIGHT
    if change.lights:
        lights = words.MORE_LIGHT if change.lights > 0 else words.LESS_LIGHT
    crowd = words.WAIT
    if change.crowd > 0:
        crowd = words.FOLLOW.fill(count=change.crowd)
    elif change.crowd < 0:
        crowd = words.TURN_AWAY.fill(count=-change.crowd)
    lamp = "ui/bystander/light-on.svg" if change.lights > 0 else "ui/bystander/light-off.svg"
    head = "ui/bystander/head-b-lit.svg" if change.crowd > 0 else "ui/bystander/head-b-waits.svg"
    first, second, third = box.columns(3, 12)
    _effect(frame, lights.fill(hero=hero), first, lamp)
    _effect(frame, crowd, second, head)
    safe = "exposed" if board.exposed else "safe"
    _effect(frame, words.EXPOSED if board.exposed else words.SAFE, third, f"ui/icons/squad-{safe}.svg")


def _effect(frame: Frame, label: Text, box: Box, picture: str) -> None:
    """One of them, closer than a chip: three stand side by side."""
    frame.slab("chip", box)
    sign, text = box.inset(18, 3).cut_left(50, 8)
    if picture.startswith("ui/icons/"):
        frame.icon(picture, sign.centred(46, 46), theme.CREAM)
    else:
        frame.picture(picture, sign.centred(50, 60))
    style = theme.CHIP.with_(family=frame.mood.heading, size=32, least=24, line=1.1, balanced=True)
    frame.text(label, text, style)

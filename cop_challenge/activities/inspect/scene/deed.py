"""What to do about it: the sea, the fish on its line, and the deeds. The right one lets it jump."""

from __future__ import annotations

import math

from cop_challenge.activities.inspect.parts import Board, Points
from cop_challenge.activities.inspect.scene import side
from cop_challenge.core.activity import Role, View
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import glide, linear

SEA = 640 / 720
"""Width of the picture of the sea to its height."""
JUMP = 1.0
"""Seconds from the hook into the sea."""
SPLASH = 0.5


def compose(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """The sea at the left (upright: above), the question and the deeds beside it."""
    if frame.portrait:
        tall = 470.0 if frame.look.text == 1 else 340.0
        top, rest = room.cut_top(tall, 20)
        sea, asks = top.cut_left(tall * SEA, 28)
        _sea(frame, activity, board, sea)
        _asks(frame, activity, asks)
        _deeds(frame, activity, rest)
        return
    share = 0.34 if frame.look.text == 1 else 0.28
    width = min(room.w * share, room.h * SEA)
    left, right = room.cut_left(width, 44)
    _sea(frame, activity, board, left.cut_top(width / SEA)[0])
    wants = [_asks_want(frame, activity, right.w), _deeds_want(frame, activity, right.w)]
    tall = heights(right.h - 20, wants)[0]
    top, rest = right.cut_top(tall, 20)
    _asks(frame, activity, top)
    _deeds(frame, activity, rest)


def _asks_want(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    low, high = (
        frame.text_height(activity.prompt, width - 96, frame.mood.question, least=least) + 70
        for least in (True, False)
    )
    return max(110.0, low), max(130.0, high)


def _asks(frame: Frame, activity: View, box: Box) -> None:
    """The question on its paper."""
    frame.slab("city-panel" if frame.mood.dark else "bubble", box)
    inner = Box(box.x, box.y, box.w, box.h - (0 if frame.mood.dark else 10)).inset(44, 16)
    frame.text(activity.prompt, inner, frame.mood.question)


def _deeds_want(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    answers = page.answers_of(activity)
    low, high = page.card_wants(frame, answers, width)
    strip = page.strip_wants(frame, activity, width)
    gaps = page.GAP * (len(answers) - 1 + (1 if strip[1] else 0))
    return low * len(answers) + strip[0] + gaps, high * len(answers) + strip[1] + gaps


def _deeds(frame: Frame, activity: View, box: Box) -> None:
    """What can be done, and below it why that helps."""
    answers = page.answers_of(activity)
    card = page.card_wants(frame, answers, box.w)
    strip = page.strip_wants(frame, activity, box.w)
    wants = [*([card] * len(answers)), *([strip] if strip[1] else [])]
    tall = heights(box.h - page.GAP * (len(wants) - 1), wants)
    used = sum(tall[: len(answers)]) + page.GAP * (len(answers) - 1)
    spare = box.h - sum(tall) - page.GAP * (len(wants) - 1)
    grown = min(spare * 0.6, (page.CARD[1] - tall[0]) * len(answers)) if spare > 0 else 0.0
    place, rest = box.cut_top(used + max(0.0, grown), page.GAP)
    page.cards(frame, answers, place)
    if strip[1]:
        page.strip(frame, activity, rest.cut_top(min(rest.h, max(tall[-1], min(rest.h, tall[-1] * 1.2))))[0])


def _sea(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The bay at night; what was caught hangs over it until the right thing is done."""
    frame.picture("ui/inspect/sea-back.svg", box)
    done = any(offer.role is Role.ADVANCE for offer in activity.offers)
    age = side.merry(frame, activity, board) if done else 0.0
    if board.answer is not Points.FISH:
        figure = Box(box.x, box.y + box.h * 0.26, box.w, box.h * 0.42).inset(box.w * 0.12, 0)
        if done:
            side.creature(frame, activity, board, figure)
        else:
            frame.picture("ui/inspect/friend.svg", figure)
        frame.picture("ui/inspect/sea-front.svg", box)
        return
    pail = Box(box.x + box.w * 0.12, box.y + 8, box.w * 0.48, box.w * 0.72)
    frame.picture("ui/inspect/pail-back.svg", pail)
    wide = pail.w * 0.9
    waits = Box(pail.x + pail.w * 0.08, pail.y + pail.h * 0.39, wide, wide * 224 / 300)
    if done:
        _jump(frame, box, pail, waits, age)
        return
    frame.picture("ui/inspect/fish.svg", waits)
    frame.picture("ui/inspect/pail-front.svg", pail)
    frame.picture("ui/inspect/sea-front.svg", box)


def _jump(frame: Frame, box: Box, pail: Box, start: Box, age: float) -> None:
    """Out of the pail, up, and down into the sea, where it looks out of the water."""
    share = linear(age / JUMP)
    goal = Box(box.x + box.w * 0.4, box.y + box.h * 0.64, start.w, start.h)
    at = glide(share)
    x = start.x + (goal.x - start.x) * at
    y = start.y + (goal.y - start.y) * at - box.h * 0.3 * math.sin(math.pi * share)
    fish = Box(x, y, start.w, start.h)
    if share < 0.25:
        frame.picture("ui/inspect/fish.svg", fish)
    frame.picture("ui/inspect/pail-front.svg", pail)
    if share >= 0.25:
        frame.picture("ui/inspect/fish.svg", fish)
    frame.picture("ui/inspect/sea-front.svg", box)
    if share >= 1:
        rings = Box(goal.x - goal.w * 0.12, goal.y + goal.h * 0.72, goal.w * 1.24, goal.w * 0.27)
        frame.picture("ui/inspect/rings.svg", rings)
    wet = (age - JUMP * 0.82) / SPLASH
    if 0 < wet < 1:
        size = goal.w * (0.8 + 0.5 * wet)
        left, top = goal.x + (goal.w - size) / 2, goal.y + goal.h * 0.75 - size * 0.5
        spot = Box(left, top, size, size * 220 / 340)
        frame.picture("ui/inspect/splash.svg", spot, alpha=round(255 * (1 - wet * wet)))

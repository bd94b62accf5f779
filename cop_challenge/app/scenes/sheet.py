"""A sheet of questions before or after the games: a quiet page that says neither right nor wrong."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.activity import Role, View
from cop_challenge.core.measure import Phase
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.ui import asking, controls, furniture, page, panel
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box

FOOT = 150.0
PICTURES_FOOT = (160.0, 200.0)
"""Least and wanted height below answers that are pictures."""
CHIPS = 26.0
"""Chips stand out above a panel."""
TITLE = 0.62
"""Share of the page's width that the sheet's name may take."""


def sheet(frame: Frame, view: VisitView) -> None:
    """One question: who tells it, the story, the answers; below the way out and the way on."""
    activity = view.activity
    assert activity is not None
    room = page.begin(frame, view)
    answers = page.answers_of(activity)
    if frame.mood.nuru == "big" and all(offer.picture for offer in answers):
        foot = asking.pictures(frame, activity, room, PICTURES_FOOT)
        foot = foot.cut_bottom(min(foot.h, FOOT))[0]
    else:
        foot, main = room.cut_bottom(FOOT, page.GAP)
        name = words.SHEET_BEFORE if activity.place.startswith(Phase.BEFORE) else words.SHEET_AFTER
        plate, main = main.cut_top(72, 4)
        panel.chip(frame, name, plate.cut_left(plate.w * (1 if frame.portrait else TITLE))[0], icon=ICON)
        if frame.portrait:
            page.column(frame, view, activity, main)
        else:
            _beside(frame, view, activity, main)
    _ways(frame, view, foot)
    page.first(frame, activity)


ICON = "ui/icons/book.svg"
ROOMY = 150.0
"""Height of an answer where there is room."""


def _beside(frame: Frame, view: VisitView, activity: View, room: Box) -> None:
    """The story at the start, the answers beside it."""
    left, right = room.cut_left(room.w * 0.48, 36)
    low, high = panel.wants(frame, activity, left.w)
    answers = page.answers_of(activity)
    gaps = page.GAP * (len(answers) - 1)
    most = (room.h - CHIPS - gaps) / len(answers)
    tall = min(max(page.card_wants(frame, answers, right.w)[1], ROOMY), most)
    height = min(max(tall * len(answers) + gaps, low, high), room.h - CHIPS)
    panel.draw(frame, view, activity, left.centred(left.w, height))
    page.cards(frame, answers, right.centred(right.w, tall * len(answers) + gaps))


def _ways(frame: Frame, view: VisitView, foot: Box) -> None:
    """Skip at the start, on at the end once something is chosen."""
    way_out, way_on = furniture.offer(view, Role.LEAVE), furniture.offer(view, Role.ADVANCE)
    side = min(520.0, (foot.w - 24) / 2)
    if way_out:
        place = foot.cut_left(side)[0].centred(side, 116)
        controls.button(frame, way_out, place, primary=False)
    if way_on:
        controls.button(frame, way_on, foot.cut_right(side)[0].centred(side, 140))


COMPOSE = {Screen.SHEET: sheet}

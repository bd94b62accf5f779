"""The screen that invites."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.activity import Role
from cop_challenge.core.screen import VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.scenery import HARBOUR

NAME = theme.TITLE.with_(size=168, colour=theme.AMBER_TEXT, least=90)
SLOGAN = theme.HEADING.with_(size=66)


def compose(frame: Frame, view: VisitView) -> None:
    """Name, slogan, the dark lanterns, Nuru, and one thing to press."""
    frame.scene(HARBOUR, 0.4)
    page = frame.box.inset(theme.MARGIN)
    begin = next(offer for offer in view.offers if offer.role is Role.ADVANCE)
    help_ = furniture.offer(view, Role.HELP)
    foot, page = page.cut_bottom(170, 10)
    if frame.portrait:
        figure, page = page.cut_bottom(page.h * 0.36)
        name, lanterns = page.cut_top(page.h * 0.5)
    else:
        figure, page = page.cut_right(page.w * 0.36)
        figure = figure.cut_top(figure.h * 0.6)[0]
        name, lanterns = page.cut_top(page.h * 0.45)
    top, bottom = name.cut_top(name.h * 0.66)
    frame.text(words.TITLE, top, NAME)
    frame.text(words.SLOGAN, bottom, SLOGAN, "top")
    for number, (habit, place) in enumerate(zip(Habit, lanterns.columns(len(Habit), 8), strict=True)):
        hangs = furniture.hung(frame, habit) if furniture.on_posts(frame) else place.inset(0, 24)
        furniture.lantern(frame, habit, number < 2, hangs)
    furniture.nuru(frame, "hello", figure, floating=True)
    frame.button(begin, foot.centred(min(foot.w, 900), 150))
    if help_:
        box = Box(frame.box.w - theme.MARGIN - theme.TOUCH, 28, theme.TOUCH, theme.TOUCH)
        frame.round_button(help_, box)
    frame.first = begin.id

"""The plain lesson page: draws any kind's View. A kind with a scene of its own does not use it."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role, Tone, View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.ui import furniture, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.scenery import HARBOUR

GAP = 20.0
NOTE = theme.STORY.with_(size=36, least=30)
POSES = {Tone.GOOD: "happy", Tone.TRY_AGAIN: "thinking", Tone.SHOWN: "pointing", Tone.WORRIED: "worried"}
PICTURE = 96.0
CARD = (112.0, 176.0)
"""Least and greatest height of an answer card."""


def compose(frame: Frame, view: VisitView) -> None:
    """Story and question, answers below; Nuru with the explanation and the way on at the side."""
    activity = view.activity
    assert activity is not None
    frame.scene(view.track.mood if view.track else HARBOUR)
    frame.prepare(HARBOUR, min(1.0, (len(view.lit) + 1) / len(Habit)))
    page = furniture.head(frame, view)
    _progress(frame, activity)
    if frame.portrait:
        aside, main = page.cut_bottom(430, GAP)
    else:
        aside, main = page.cut_right(520, 40)
    _aside(frame, activity, aside)
    answers = [offer for offer in activity.offers if offer.role is Role.ANSWER]
    _main(frame, view, activity, answers, main)
    advance = [offer for offer in activity.offers if offer.role is Role.ADVANCE]
    ahead = advance or [offer for offer in answers if offer.enabled]
    frame.first = ahead[0].id if ahead else ""


def _progress(frame: Frame, activity: View) -> None:
    """How far the lesson has come, between the lanterns and the grown-up."""
    row = frame.box.inset(theme.MARGIN, 28).cut_top(theme.TOUCH)[0]
    left = row.cut_left(theme.TOUCH + 28 + 500, 40)[1]
    space = left.cut_right(theme.TOUCH, 40)[1]
    bar = space.centred(min(space.w, 620), 34)
    if bar.w < 120:
        return
    frame.slab("bar", bar)
    share = activity.done / max(1, activity.total)
    if share > 0:
        inner = bar.inset(8)
        frame.slab("bar-light", inner.cut_left(max(inner.h, inner.w * share))[0])


def _main(frame: Frame, view: VisitView, activity: View, answers: list[Offer], page: Box) -> None:
    assert view.card is not None
    page = page.cut_top(26)[1]
    count = len(answers)
    panel_height = _panel_height(frame, activity, page.w)
    if not count:
        _panel(frame, view, activity, page.centred(page.w, min(page.h, max(panel_height, 420))))
        return
    panel_height = min(panel_height, page.h - (CARD[0] + GAP) * count)
    height = min(CARD[1], (page.h - panel_height) / count - GAP)
    # What is left over goes a third above and two thirds below, where the eye expects it.
    spare = page.h - panel_height - (height + GAP) * count
    page = page.cut_top(spare / 3)[1]
    panel, rest = page.cut_top(panel_height, GAP)
    _panel(frame, view, activity, panel)
    boxes = rest.cut_top(height * count + GAP * (count - 1))[0].rows(count, GAP)
    for number, (offer, box) in enumerate(zip(answers, boxes, strict=True)):
        frame.answer(offer, furniture.dealt(frame, box, number), str(number + 1))


def _panel_height(frame: Frame, activity: View, width: float) -> float:
    inner = width - 2 * 56
    text = inner - _portrait_width(activity)
    height = 2 * 40 + 24.0
    height += max(
        130.0 if activity.speaker else 0.0, frame.text_height(activity.story, text, _story(activity))
    )
    if activity.prompt:
        height += 14 + frame.text_height(activity.prompt, inner, theme.QUESTION)
    if activity.heading:
        height += 10 + frame.text_height(activity.heading, inner, theme.QUESTION)
    return height


def _story(activity: View) -> theme.TextStyle:
    """A story is set larger where no question follows it."""
    return theme.STORY if activity.prompt else theme.STORY.with_(size=46)


def _portrait_width(activity: View) -> float:
    """Units beside the story that a face and a picture take."""
    return (130 + 24 if activity.speaker else 0) + (PICTURE + 20 if activity.picture else 0)


def _panel(frame: Frame, view: VisitView, activity: View, box: Box) -> None:
    assert view.card is not None
    frame.slab("panel-paper", box)
    inner = Box(box.x, box.y, box.w, box.h - 14).inset(56, 40)
    if activity.heading:
        height = frame.text_height(activity.heading, inner.w, theme.QUESTION)
        line, inner = inner.cut_top(height, 10)
        frame.text(activity.heading, line, theme.QUESTION.with_(colour=theme.GOOD))
    if activity.prompt:
        height = frame.text_height(activity.prompt, inner.w, theme.QUESTION)
        line, inner = inner.cut_bottom(min(height, inner.h * 0.5), 14)
        frame.text(activity.prompt, line, theme.QUESTION)
    if activity.speaker:
        face, inner = inner.cut_left(130, 24)
        frame.picture(activity.speaker.picture, face.centred(130, min(130, face.h)))
    if activity.picture:
        picture, inner = inner.cut_right(PICTURE, 20)
        frame.icon(activity.picture, picture.centred(PICTURE, min(PICTURE, picture.h)), theme.INK)
    frame.text(activity.story, inner, _story(activity))
    _chip(frame, view, box)
    if activity.feeling:
        _feeling(frame, activity, box)


def _chip(frame: Frame, view: VisitView, panel: Box) -> None:
    """Which lantern this is about, on the panel's upper edge."""
    assert view.card is not None
    habit = view.card.habit
    label = words.HABITS[habit]
    width = min(panel.w * 0.55, frame.text_width(label, theme.CHIP) + 130)
    chip = Box(panel.x + 40, panel.y - 42, width, 72)
    frame.slab("chip", chip)
    icon, text = chip.inset(26, 10).cut_left(48, 14)
    frame.icon(furniture.SYMBOLS[habit], icon.centred(48, 48), furniture.GLASS[habit])
    frame.text(label, text, theme.CHIP)


def _feeling(frame: Frame, activity: View, panel: Box) -> None:
    """How the hero feels: a face and a word, so that the consequence is seen."""
    assert activity.feeling is not None
    hero: Text | str = activity.hero.name if activity.hero else ""
    label = words.FEELS.fill(hero=hero, feeling=words.FEELINGS[activity.feeling])
    width = min(panel.w * 0.42, frame.text_width(label, theme.CHIP) + 140)
    chip = Box(panel.right - 40 - width, panel.y - 42, width, 72)
    frame.slab("chip", chip)
    face, text = chip.inset(20, 4).cut_left(64, 14)
    frame.picture(f"ui/badges/feeling-{activity.feeling}.svg", face)
    frame.text(label, text, theme.CHIP)


def _aside(frame: Frame, activity: View, box: Box) -> None:
    """Nuru, what Nuru says, and the buttons that lead on or back."""
    buttons = [offer for offer in activity.offers if offer.role in (Role.ADVANCE, Role.REWIND)]
    if frame.portrait:
        if buttons:
            foot, box = box.cut_bottom(140, 16)
            for offer, place in zip(buttons, foot.columns(len(buttons), 24), strict=True):
                frame.button(offer, place, primary=offer.role is Role.ADVANCE)
    else:
        for offer in buttons:
            place, box = box.cut_bottom(140, 16)
            frame.button(offer, place, primary=offer.role is Role.ADVANCE)
    note = activity.note
    if note is None:
        size = min(box.w, box.h, 420)
        furniture.nuru(frame, "thinking", box.centred(size, size))
    elif frame.portrait:
        furniture.beside(frame, note.text, POSES[note.tone], box, NOTE)
    else:
        furniture.says(frame, note.text, POSES[note.tone], box, NOTE)

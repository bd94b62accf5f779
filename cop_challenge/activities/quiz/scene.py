"""The quiz's own pages: a question on paper with answer cards; for those who do not read yet, pictures."""

from __future__ import annotations

from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import asking, controls, furniture, page, panel
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights


def compose(frame: Frame, view: VisitView) -> None:
    """One round."""
    activity = view.activity
    assert activity is not None
    room = page.begin(frame, view)
    answers = page.answers_of(activity)
    if frame.mood.nuru == "big" and all(offer.picture for offer in answers):
        foot = asking.pictures(frame, activity, room, _foot_wants(frame, activity, room.w))
        if activity.note or page.ways_of(activity):
            page.strip(frame, activity, foot, figure=False)
    elif frame.mood.nuru == "emblem" and not frame.portrait:
        _signals(frame, view, activity, room)
    else:
        page.side_by_side(frame, view, activity, room)
    page.hint(frame, activity)
    page.first(frame, activity)


def _foot_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """As much before anything is said as afterwards, so that the answers stay where they are."""
    low, high = page.strip_wants(frame, activity, width)
    least, wanted = (300.0, 420.0) if frame.portrait else (160.0, 200.0)
    return max(low, least), max(high, wanted)


def _signals(frame: Frame, view: VisitView, activity: View, room: Box) -> None:
    """The night city: the situation at the left, the moves at the right, the dry remark below."""
    low, high = page.strip_wants(frame, activity, room.w)
    foot = 0.0
    if high:
        main = max(
            panel.wants(frame, activity, room.w * 0.44)[0],
            sum(
                page.card_wants(frame, [offer], room.w * 0.52)[0] + page.GAP
                for offer in page.answers_of(activity)
            ),
        )
        foot = heights(room.h - page.GAP, [(low, high), (main + 26, main + 26)])[0]
    below, rest = room.cut_bottom(foot, page.GAP if foot else 0)
    left, right = rest.cut_top(26)[1].cut_left(rest.w * 0.44, 36)
    answers = page.answers_of(activity)
    wants = [page.card_wants(frame, [offer], right.w) for offer in answers]
    tall = heights(right.h - page.GAP * (len(answers) - 1), wants)
    used = sum(tall) + page.GAP * (len(answers) - 1)
    panel_low, panel_high = panel.wants(frame, activity, left.w)
    shared = min(rest.h - 26, max(used, panel_high, panel_low))
    top = left.cut_top(shared)[0]
    panel.draw(frame, view, activity, top)
    place = right.cut_top(max(used, min(shared, used * 1.2)))[0]
    spare = (place.h - used) / max(1, len(answers))
    for number, (offer, height) in enumerate(zip(answers, tall, strict=True)):
        cell, place = place.cut_top(height + spare, page.GAP)
        with furniture.dealt(frame, number):
            controls.answer(frame, offer, cell, str(number + 1))
    if foot:
        page.strip(frame, activity, below)

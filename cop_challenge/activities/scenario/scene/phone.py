"""A phone with its chat, the story and the moves beside it."""

from __future__ import annotations

from cop_challenge.core.activity import By, Line, View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import springy

SCREEN = (24.0, 30.0)
"""Space between the phone's edge and its screen."""
MESSAGE = theme.TextStyle("body", 34, theme.CREAM, least=28)
NAME = theme.TextStyle("strong", 36, theme.CREAM, least=28)
DEED = theme.TextStyle("body", 30, theme.HINT, "centre", least=28)
CONTACT = 104.0
"""Height of the plate that says who writes."""
NAMED = 56.0
"""Height of a name above a line."""
WIDTH = 0.8
"""Of a bubble at the most, as a share of the screen."""
SLABS = {By.OTHER: "chat-left", By.ME: "chat-right", By.DEED: "chat-deed"}
TYPING, BETWEEN = 0.45, 0.5
"""Seconds that dots stand for a message, and between two messages."""


def compose(frame: Frame, view: VisitView, activity: View, room: Box) -> None:
    """The phone at the side (upright: above), story and moves beside it."""
    if frame.portrait:
        _, wants = _wants(frame, activity, room.w)
        around = page.GAP * len(wants) + HEAD
        roomy, tight = (room.h - around - sum(want[i] for want in wants) for i in (1, 0))
        # As high as words that are not made smaller leave it, but high enough for the newest message.
        tall = min(tight, max(roomy, _least(frame, activity, min(room.w, 760))))
        phone, rest = room.cut_top(min(room.h * 0.44, max(room.h * 0.16, tall)), page.GAP)
        phone = phone.centred(min(phone.w, 760), phone.h)
    else:
        phone, rest = room.cut_left(620 if frame.look.text == 1 else 520, 48)
    _phone(frame, activity, phone)
    _moves(frame, view, activity, rest)


def _least(frame: Frame, activity: View, width: float) -> float:
    """Height of a phone of that width in which the newest line fits."""
    around = 2 * (SCREEN[1] + 6) + CONTACT + 14 + 12 + 6
    if not activity.chat:
        return around
    line, inner = activity.chat[-1], width - 2 * (SCREEN[0] + 12) - 8
    over = NAMED if _several(activity) and line.by is By.OTHER else 0.0
    return around + _tall(frame, line, inner) + over


HEAD = 34.0
"""Room above the panel for the chips that stand out of it."""


def _wants(frame: Frame, activity: View, width: float) -> tuple[int, list[tuple[float, float]]]:
    """Columns of the moves; least and wanted heights of panel, rows of moves, and strip."""
    answers = page.answers_of(activity)
    columns = 2 if len(answers) > 1 and width > 900 and frame.look.text == 1 else 1
    each = (width - page.GAP * (columns - 1)) / columns
    wants = [panel.wants(frame, activity, width)]
    wants += [page.card_wants(frame, answers, each, narrow=columns > 1)] * -(-len(answers) // columns)
    strip = page.strip_wants(frame, activity, width)
    return columns, [*wants, *([strip] if strip[1] else [])]


def _moves(frame: Frame, view: VisitView, activity: View, box: Box) -> None:
    box = box.cut_top(HEAD)[1]
    answers = page.answers_of(activity)
    columns, wants = _wants(frame, activity, box.w)
    rows = -(-len(answers) // columns)
    tall = heights(box.h - page.GAP * (len(wants) - 1), wants)
    top, rest = box.cut_top(tall[0], page.GAP)
    panel.draw(frame, view, activity, top)
    if len(wants) > 1 + rows:
        foot, rest = rest.cut_bottom(tall[-1], page.GAP)
        page.strip(frame, activity, foot)
    if rows:
        used = sum(tall[1 : rows + 1]) + page.GAP * (rows - 1)
        page.cards(frame, answers, rest.cut_top(used)[0], columns)


def _phone(frame: Frame, activity: View, box: Box) -> None:
    frame.slab("phone", box)
    screen = box.inset(SCREEN[0] + 12, SCREEN[1] + 6)
    contact = next((line.who for line in reversed(activity.chat) if line.by is By.OTHER and line.who), None)
    head, thread = screen.cut_top(CONTACT, 14)
    frame.slab("phone-head", head)
    if contact:
        face, name = head.inset(16, 10).cut_left(84, 16)
        frame.picture(contact.picture, face)
        frame.text(contact.name, name, NAME)
    _thread(frame, activity, thread.inset(4, 6))


def _thread(frame: Frame, activity: View, box: Box) -> None:
    """The newest lines, from the bottom upwards, as many as fit whole."""
    new = _arriving(frame, activity)
    bottom = box.bottom
    several = _several(activity)
    for number in range(len(activity.chat) - 1, -1, -1):
        line = activity.chat[number]
        shown = new.get(number, 1.0)
        if shown <= 0:
            continue
        top = _bubble(frame, line, box, bottom, shown, named=several and line.by is By.OTHER)
        if top is None:
            break
        bottom = top - 12


def _several(activity: View) -> bool:
    """Whether more than one writes, so that names stand above the lines."""
    return len({line.who.id for line in activity.chat if line.who and line.by is By.OTHER}) > 1


def _arriving(frame: Frame, activity: View) -> dict[int, float]:
    """How far each new line has come: one after the other."""
    count = len(activity.chat)
    fresh = next((i for i in range(count) if all(line.by is By.OTHER for line in activity.chat[i:])), count)
    return {number: frame.entering(TYPING, (number - fresh) * BETWEEN) for number in range(fresh, count)}


def _most(line: Line, width: float) -> float:
    return width * (0.94 if line.by is By.DEED else WIDTH)


def _tall(frame: Frame, line: Line, width: float) -> float:
    """Height of a bubble on a screen of that width."""
    style = DEED if line.by is By.DEED else MESSAGE
    return frame.text_height(line.text, _most(line, width) - 56, style) + 32


def _bubble(frame: Frame, line: Line, box: Box, bottom: float, shown: float, *, named: bool) -> float | None:
    """One line whose bubble ends at `bottom`; its top, or None if it does not fit any more."""
    style = DEED if line.by is By.DEED else MESSAGE
    if line.by is By.ME:
        style = style.with_(colour=theme.INK)
    most, tall = _most(line, box.w), _tall(frame, line, box.w)
    width = min(most, frame.text_width(line.text, style, Box(0, 0, most - 56, tall - 28)) + 60)
    over = NAMED if named else 0.0
    if bottom - tall - over < box.y:
        return None
    left = {By.OTHER: box.x, By.ME: box.right - width, By.DEED: box.x + (box.w - width) / 2}[line.by]
    place = Box(left, bottom - tall, width, tall)
    share = springy(shown)
    with frame.shifted(y=round(30 * (1 - share)), alpha=round(255 * min(1.0, shown * 2))):
        if named and line.who:
            label = Box(place.x + 8, place.y - over, box.w * 0.8, over)
            frame.text(line.who.name, label, DEED.with_(align="start"))
        frame.slab(SLABS[line.by], place)
        frame.text(line.text, place.inset(28, 14), style)
    return place.y - over

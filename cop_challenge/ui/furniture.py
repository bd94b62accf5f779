"""What several screens share: the head of the page, Nuru with a bubble, the row of lanterns."""

from __future__ import annotations

import math
from contextlib import AbstractContextManager

from cop_challenge.core import harbour
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.screen import VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, puppet, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, springy
from cop_challenge.ui.theme import TextStyle

LANTERNS = {
    Habit.SET_LIMITS: "s-set-limits",
    Habit.MEETING: "m-meet-offline",
    Habit.ACCEPTING: "a-accept",
    Habit.REACT: "r-react",
    Habit.TELL: "t-tell",
}

GLASS = {
    Habit.SET_LIMITS: theme.colour("#FFC53D"),
    Habit.MEETING: theme.colour("#FF6489"),
    Habit.ACCEPTING: theme.colour("#6FF0B8"),
    Habit.REACT: theme.colour("#38BDF8"),
    Habit.TELL: theme.colour("#9C78FF"),
}

SYMBOLS = {
    Habit.SET_LIMITS: "ui/icons/hourglass.svg",
    Habit.MEETING: "ui/icons/pin.svg",
    Habit.ACCEPTING: "ui/icons/envelope.svg",
    Habit.REACT: "ui/icons/hand.svg",
    Habit.TELL: "ui/icons/tell.svg",
}


def light_of(view: VisitView) -> float:
    """How far the night has gone: 0 to 1."""
    return len(view.lit) / len(Habit)


def offer(view: VisitView, *roles: Role) -> Offer | None:
    """The first offer with one of the roles."""
    return next((offer for offer in view.offers if offer.role in roles), None)


def offers(view: VisitView, role: Role) -> list[Offer]:
    """All offers with the role."""
    return [offer for offer in view.offers if offer.role is role]


def lantern(frame: Frame, habit: Habit, lit: bool, box: Box, alpha: int = 255) -> None:
    """One lantern."""
    state = "lit" if lit else "unlit"
    frame.picture(f"lanterns/{LANTERNS[habit]}-{state}.svg", box, alpha=alpha)


HOOKS = harbour.HOOKS
"""Where the harbour's posts hold their lanterns (assets/backgrounds/anchors.json)."""

LANTERN = (400.0, 520.0, 40.0)
"""A lantern's drawing: width, height, and how far down its ring hangs."""

PAIR, TURN_SECONDS = 190.0, 0.35
"""Room of two friends in the head, and how long one takes to step forward."""

WIDE = 1.55
"""From this proportion on, all five posts are in the picture."""


def on_posts(frame: Frame) -> bool:
    """Whether lanterns hang on the painted posts; else scenes put them in a row of their own."""
    return frame.box.w / frame.box.h >= WIDE


def hung(frame: Frame, habit: Habit, width: float = 220) -> Box:
    """The box of a lantern that hangs on its post."""
    x, y = frame.on_scene(*HOOKS[habit])
    scale = width / LANTERN[0]
    return Box(x - width / 2, y - LANTERN[2] * scale, width, LANTERN[1] * scale)


def head(frame: Frame, view: VisitView, *, garland: bool = True) -> Box:
    """The row on top: the way back, the lanterns, "I want a grown-up". Returns the page below it."""
    row, page = frame.box.inset(theme.MARGIN, 28).cut_top(theme.TOUCH + 10, 20)
    # Nothing leads back from a lesson but the pause, from which it can be left.
    away = offer(view, Role.PAUSE if view.activity else Role.BACK)
    if away:
        controls.round_button(frame, away, row.cut_left(theme.TOUCH)[0].cut_top(theme.TOUCH)[0])
    if globe := offer(view, Role.LANGUAGE):
        # Across from the speaker: whoever can't read the page needs the one or the other.
        place = row.cut_left(theme.TOUCH, 20)[1] if away else row
        controls.round_button(frame, globe, place.cut_left(theme.TOUCH)[0].cut_top(theme.TOUCH)[0])
    corner(frame, view, Role.HELP, Role.LISTEN, *(() if view.activity else (Role.PAUSE,)))
    if garland:
        width, height = _garland(frame)
        plate = Box(row.x + (theme.TOUCH + 28 if away else 0), row.y + 6, width, height)
        if len(view.friends.avatars) > 1:
            pair, plate = plate.cut_right(PAIR, 12)
            _pair(frame, view, pair)
        frame.slab("chip", plate)
        edge = 30 if plate.w == width else 12
        for habit, place in zip(Habit, plate.inset(edge, 8).columns(len(Habit)), strict=True):
            lantern(frame, habit, habit in view.lit, place)
    return page


def _pair(frame: Frame, view: VisitView, box: Box) -> None:
    """Two who take turns: the one whose turn it is stands in front, larger."""
    avatars, turn = view.friends.avatars, view.friends.turn
    front = frame.follow("turn", float(turn), TURN_SECONDS)
    places = []
    for number, avatar in enumerate(avatars):
        near = 1 - abs(front - number)
        side = box.h * (0.78 + 0.32 * near)
        x = box.x if number == 0 else box.right - side
        places.append((near, avatar, Box(x, box.bottom - side, side, side)))
    for near, avatar, place in sorted(places):
        frame.picture(f"avatars/{avatar}.svg", place, alpha=round(150 + 105 * near))


def corner(frame: Frame, view: VisitView, *roles: Role) -> None:
    """Round buttons from the upper corner inwards; where one is missing its place stays free."""
    right = frame.box.inset(theme.MARGIN, 28).cut_top(theme.TOUCH)[0]
    for role in roles:
        place, right = right.cut_right(theme.TOUCH, 20)
        if button := offer(view, role):
            unread = view.track is None or view.track.spoken
            controls.round_button(frame, button, place, gold=role is Role.LISTEN and unread)


def _garland(frame: Frame) -> tuple[float, float]:
    """Size of the plate with the small lanterns."""
    return (420.0 if frame.portrait else 500.0), 104.0


def head_room(frame: Frame) -> tuple[float, float]:
    """Where, in a lesson's head, the space between lanterns and the round buttons begins and ends."""
    left = theme.MARGIN + theme.TOUCH + 28 + _garland(frame)[0] + 32
    return left, frame.box.w - theme.MARGIN - 2 * theme.TOUCH - 20 - 32


def title(frame: Frame, text: Text, page: Box, style: TextStyle = theme.HEADING) -> Box:
    """A heading between the round buttons, on an upright page below them; returns what is left."""
    if frame.portrait:
        row, page = page.cut_top(max(110, frame.text_height(text, page.w, style, least=True)), 16)
        frame.text(text, row, style)
        return page
    row = frame.box.inset(theme.MARGIN, 28).cut_top(theme.TOUCH + 10)[0]
    frame.text(text, row.inset(3 * theme.TOUCH + 64, 0), style)
    return page


FIGURES = (560.0, 420.0, 300.0, 220.0, 160.0)
"""Sizes Nuru comes in: few, because each is a picture of its own."""

SQUASH_SECONDS = 0.3


def good_colour(frame: Frame) -> theme.Colour:
    """For words that tell of something good."""
    return theme.GOOD_ON_DARK if frame.mood.dark else theme.GOOD


def nuru(frame: Frame, pose: str, box: Box, *, floating: bool = False) -> None:
    """Nuru in the middle of the box; `floating`: gently up and down."""
    room = min(box.w, box.h)
    size = next((size for size in FIGURES if size <= room), room)
    box = box.centred(size, size)
    if floating and frame.lively:
        frame.moving = True
        box = box.moved(y=round(10 * math.sin(frame.situation.now * math.tau / 3.2), 1))
    gesture = ""
    if frame.lively:
        gesture, until = puppet.idle(frame.situation.now)
        frame.changes_at = min(frame.changes_at, until)
    with frame.shifted(**_squash(frame, pose)):
        frame.picture(f"nuru/{pose}.svg", box, mirror=pose in ("pointing", "thinking"), gesture=gesture)


def _squash(frame: Frame, pose: str) -> dict[str, float]:
    """A new pose is a small jump: flat first, then a little too tall."""
    age = frame.since("nuru", pose, SQUASH_SECONDS)
    if age >= SQUASH_SECONDS:
        return {}
    if age < 0.12:
        share = bump(age / 0.24)
        return {"across": 1 + 0.06 * share, "down": 1 - 0.08 * share}
    share = springy((age - 0.12) / 0.18)
    return {"across": 1.06 - 0.06 * share, "down": 0.92 + 0.08 * share}


def rising(share: float) -> dict[str, float]:
    """For words that fade and rise as they come; for `Frame.shifted`."""
    return {"y": round(24 * (1 - share)), "alpha": round(255 * share)}


def says(
    frame: Frame, text: Text, pose: str, box: Box, style: TextStyle = theme.STORY, *, share: float = 1.0
) -> None:
    """A bubble with Nuru below it; `share`: how far the words have come, while Nuru stays."""
    low, high = (frame.text_height(text, box.w - 72, style, least=least) + 58 for least in (True, False))
    small = frame.mood.nuru == "small"
    # Words come first: Nuru is smaller before they are, down to a size that is still a friend's.
    sizes = FIGURES[3:4] if small or frame.look.text > 1.3 else FIGURES[2 if frame.look.text > 1 else 1 : 4]
    figure = next((size for size in sizes if high + 20 + size <= box.h), sizes[-1])
    least = 120.0
    height = min(high, max(low, box.h - 20 - figure), box.h - 20 - least)
    figure = min(box.w, box.h - height - 20, figure)
    box = box.cut_bottom(height + 20 + figure)[0] if small else box.centred(box.w, height + 20 + figure)
    balloon, rest = box.cut_top(height)
    with frame.shifted(**rising(share)):
        controls.bubble(frame, text, balloon, style)
        frame.picture("ui/badges/tail-down.svg", Box(box.x + box.w / 2 - 30, balloon.bottom - 12, 60, 40))
    nuru(frame, pose, rest.cut_top(20)[1].centred(figure, figure))


def figure_side(frame: Frame, width: float) -> float:
    """Side of Nuru beside a bubble, in a strip of that width; larger letters need the room."""
    return 130.0 if frame.look.text > 1.3 else 200.0 if width < 1200 else 260.0


def beside(
    frame: Frame,
    text: Text,
    pose: str,
    box: Box,
    style: TextStyle = theme.STORY,
    *,
    share: float = 1.0,
    there: float = 1.0,
) -> None:
    """Nuru with a bubble at the side, for a low strip; how far the words, and Nuru, have come."""
    style = style.with_(balanced=True)
    figure, rest = box.cut_left(min(box.h, figure_side(frame, box.w)), 16)
    with frame.shifted(**rising(there)):
        nuru(frame, pose, figure)
    height = min(rest.h, frame.text_height(text, rest.w - 72, style) + 58)
    # No wider than its words.
    room = Box(0, 0, rest.w - 72, height - 54)
    width = min(rest.w, frame.text_width(text, style, room) + 84)
    balloon = rest.centred(rest.w, height).cut_left(width)[0]
    with frame.shifted(**rising(share)):
        controls.bubble(frame, text, balloon, style)


HAND_SECONDS = 1.4
HAND = 130.0


def hand(frame: Frame, box: Box) -> None:
    """Nuru's hand shows what to press: it comes to the box again and again. Draw it last."""
    share = 0.5
    if frame.lively:
        share = 0.5 - 0.5 * math.cos(math.tau * frame.situation.now / HAND_SECONDS)
        frame.moving = True
    away, room = 26 * (1 - share), frame.box
    if box.w > max(2 * HAND, 1.4 * box.h):
        # A wide box is pointed at from its end: a hand from below would hide words.
        spot = Box(box.right - 26 + away, box.y + (box.h - HAND) / 2, HAND, HAND)
        spot = spot.moved(min(0.0, room.right - 8 - spot.right))
        frame.picture("ui/hand-side.svg", spot, mirror=True)
        return
    spot = Box(box.x + box.w * 0.62, box.y + box.h * 0.5 + away, HAND, HAND)
    spot = spot.moved(min(0.0, room.right - spot.right - 8), min(0.0, room.bottom - spot.bottom - 8))
    frame.picture("ui/hand.svg", spot, mirror=True)


DEAL_SECONDS = 0.28


def dealt(frame: Frame, number: int) -> AbstractContextManager[None]:
    """What is drawn inside comes in like a dealt card: each a little after the one before."""
    share = frame.entering(DEAL_SECONDS, 0.06 * number)
    if share >= 1:
        return frame.shifted()
    return frame.shifted(y=round(64 * (1 - springy(share)), 1), alpha=round(255 * min(1.0, share * 3)))

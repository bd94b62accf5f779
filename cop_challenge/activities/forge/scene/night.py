"""The night: the bot tries keys along the road of times, until the lock opens or it yawns."""

from __future__ import annotations

from dataclasses import replace

from cop_challenge.activities.forge.bench import Attack, Board
from cop_challenge.activities.forge.scene import parts
from cop_challenge.core.activity import Role, View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.words import NEXT
from cop_challenge.ui import controls, page, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import bump, glide

GAP = 20.0
STRIKE_SECONDS, WALK_SECONDS = 0.7, 3.4
"""The hammer falls; then the bot walks."""
BOT = 230.0


def compose(frame: Frame, view: VisitView, board: Board, room: Box) -> None:
    """Chest and tiles above, the road with the bot in the middle, figures, and what it teaches below."""
    activity, tried = view.activity, board.attack
    assert activity is not None
    assert tried is not None
    walked = frame.entering(WALK_SECONDS, STRIKE_SECONDS) if board.stage == "night" else 1.0
    over = walked >= 1
    inner = parts.wall(frame, room)
    foot = page.strip_wants(frame, activity, inner.w)
    figures = _figure_height(frame, tried, inner.w)
    row = (figures[0] * 2 + 10, figures[1] * 2 + 10) if frame.portrait else figures
    low = frame.look.text > 1.3
    wants = [(120.0, 330.0), (210.0 if low else 230.0, 370.0), row, foot]
    tall = heights(inner.h - 3 * GAP, wants)
    spare = max(0.0, inner.h - 3 * GAP - sum(tall))
    top, rest = inner.cut_top(tall[0] + spare * 0.6, GAP)
    way, rest = rest.cut_top(tall[1] + spare * 0.4, GAP)
    line, below = rest.cut_top(tall[2], GAP)
    _lock(frame, board, tried, top, over)
    _road(frame, activity, tried, way, walked)
    if over:
        _figures(frame, tried, line)
        page.strip(frame, activity, below)
    else:
        # The way on is open all the time; what came of it is told when the bot is there.
        # Until then it is called the same whatever comes of it.
        ways = tuple(
            replace(offer, label=NEXT) if offer.role is Role.ADVANCE else offer for offer in activity.offers
        )
        waiting = View(activity.place, activity.done, activity.total, ways)
        page.strip(frame, waiting, below)


def _lock(frame: Frame, board: Board, tried: Attack, box: Box, over: bool) -> None:
    """What was forged, and the chest it locks."""
    side = min(box.h * 1.15, box.w * 0.3)
    chest, rest = box.cut_left(side, 32)
    opened = over and not tried.held
    if parts.city(frame):
        icon = "unlock" if opened else "lock"
        colour = theme.TRY_ON_DARK if opened else theme.GOOD_ON_DARK
        frame.icon(f"ui/icons/{icon}.svg", chest.centred(side * 0.62, side * 0.62), colour)
    else:
        age = frame.entering(STRIKE_SECONDS)
        with frame.shifted(y=round(10 * bump(age)) if age < 1 else 0):
            frame.picture(f"ui/forge/chest-{'open' if opened else 'shut'}.svg", chest)
        if age < 1:
            with frame.shifted(y=round(-60 * (1 - age))):
                frame.picture(
                    "ui/forge/hammer.svg", Box(chest.right - side * 0.5, chest.y - 10, side * 0.5, side * 0.5)
                )
    struck = frame.entering(STRIKE_SECONDS, 0.2)
    if 0 < struck < 1:
        spread = 40 + 110 * struck
        for x, y in ((-1, -0.6), (-0.4, -1), (0.4, -1), (1, -0.6)):
            middle = chest.x + chest.w / 2 + x * spread - 26, chest.y + chest.h / 2 + y * spread - 26
            frame.picture("ui/forge/spark.svg", Box(*middle, 52, 52), alpha=round(255 * (1 - struck)))
    mould = rest.cut_left(min(rest.w, (rest.h + 20) * len(board.mould) + 52))[0]
    frame.slab(parts.hand(frame, "forge-mould"), mould)
    parts.film(frame, board.mould, mould.inset(26, 22), dancing=over and tried.held)


def _road(frame: Frame, activity: View, tried: Attack, box: Box, walked: float) -> None:
    """The road from a blink to the age of the stars, and the bot on it with what it has to say."""
    share = tried.share * glide(walked)
    over = walked >= 1
    spot = parts.way(
        frame, box.cut_bottom(min(box.h, 200))[0], share, tried.goal, good=tried.held or not over
    )
    if parts.city(frame):
        _terminal(frame, activity, box.cut_top(box.h - 130)[0], over)
        return
    size = min(BOT, box.h - parts.SIGN - parts.ROAD)
    pose = "try" if not over else "yawn" if tried.held else "open"
    left = min(max(box.x, spot.x - size / 2), box.right - size)
    figure = Box(left, spot.y - size + 8, size, size)
    hop = abs(bump((walked * 14) % 1)) * 14 if 0 < walked < 1 else 0.0
    with frame.shifted(y=-round(hop)):
        frame.picture(f"ui/forge/bot-{pose}.svg", figure)
    if over:
        _joke(frame, activity, box, figure)


def _joke(frame: Frame, activity: View, box: Box, figure: Box) -> None:
    """The bot's last word, on the side where there is more room."""
    style = frame.mood.note.with_(balanced=True)
    before = figure.x - box.x > box.right - figure.right
    room = figure.x - box.x - 16 if before else box.right - figure.right - 16
    width = min(room, frame.text_width(activity.story, style, Box(0, 0, min(room, 860) - 72, 400)) + 90)
    tall = min(figure.h + 8, frame.text_height(activity.story, width - 74, style) + 56)
    top = max(box.y, figure.y + (figure.h - tall) / 2 - 14)
    left = figure.x - 12 - width if before else figure.right + 12
    with frame.shifted(alpha=255):
        controls.bubble(frame, activity.story, Box(left, top, width, tall), style)


def _terminal(frame: Frame, activity: View, box: Box, over: bool) -> None:
    """The night city's bot: a prompt, and one line when it is done."""
    style = frame.mood.note.with_(colour=theme.GOOD_ON_DARK)
    room = box.cut_left(min(box.w, 1200))[0]
    frame.slab("city-panel", room)
    sign, words = room.inset(28, 8).cut_left(48, 20)
    frame.picture("ui/forge/prompt.svg", sign.centred(40, 40))
    if over:
        frame.text(activity.story, words, style)


# ---------------------------------------------------------------- the figures


def _figure_height(frame: Frame, tried: Attack, width: float) -> tuple[float, float]:
    each = width if frame.portrait else (width - GAP) / 2
    low, high = (
        max(
            frame.text_height(text, each - 130, _figure_style(frame), least=least)
            for text in (tried.guesses, tried.lasts)
        )
        for least in (True, False)
    )
    return low + 26, max(72.0, high + 26)


def _figure_style(frame: Frame) -> theme.TextStyle:
    return theme.CHIP.with_(family=frame.mood.heading, least=28)


def _figures(frame: Frame, tried: Attack, box: Box) -> None:
    """How many guesses, and how long that is: computed, never written down by an author."""
    cells = box.rows(2, 10) if frame.portrait else box.columns(2, GAP)
    colour = theme.GOOD_ON_DARK if tried.held else theme.TRY_ON_DARK
    icons = "key", "check" if tried.held else "unlock"
    for text, icon, cell in zip((tried.guesses, tried.lasts), icons, cells, strict=True):
        frame.slab("chip", cell)
        sign, words = cell.inset(30, 4).cut_left(56, 18)
        frame.icon(f"ui/icons/{icon}.svg", sign.centred(50, 50), colour)
        frame.text(text, words, _figure_style(frame))

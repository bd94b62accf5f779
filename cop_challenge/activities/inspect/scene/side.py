"""Beside the document: who got it, what Nuru says, the two decisions, and how it turned out."""

from __future__ import annotations

import math

from cop_challenge.activities.inspect import words as said
from cop_challenge.activities.inspect.parts import Board, Points, Stage
from cop_challenge.activities.inspect.scene import line
from cop_challenge.activities.inspect.scene.lens import FINDS, GLIDE
from cop_challenge.core.activity import Mark, Offer, Role, Tone, View
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, page, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box
from cop_challenge.ui.motion import bump, linear

FACE = 84.0
CHIP = 72.0
CARD = 150.0
WIDE = 800.0
"""Width from which on Nuru sits beside the words."""
KNOWN_SECONDS = 1.7
"""How long fish and friend make merry."""
FIGURE = (300.0, 230.0)


def remember(frame: Frame, activity: View, board: Board) -> None:
    """Asks for every change that something moves at, so that none is missed while it is not shown."""
    frame.since("inspect-caught", len(board.caught), line.WAITS + line.FLIGHT)
    frame.since("inspect-focus", board.focus, GLIDE + FINDS)
    frame.since("inspect-known", _known(activity, board), KNOWN_SECONDS)


def _known(activity: View, board: Board) -> tuple[object, ...]:
    done = any(offer.role is Role.ADVANCE for offer in activity.offers)
    return board.answer, board.stage, done


def merry(frame: Frame, activity: View, board: Board) -> float:
    """Seconds since it is known what it is, or since the right thing was done."""
    return frame.since("inspect-known", _known(activity, board), KNOWN_SECONDS)


# ------------------------------------------------------------------ the story


def _story_style(frame: Frame) -> theme.TextStyle:
    return frame.mood.story.with_(size=34.0, least=28)


def slip_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of the slip with the story."""
    text = width - 2 * 28 - (FACE + 20)
    low, high = (
        max(108.0, frame.text_height(activity.story, text, _story_style(frame), least=least) + 36)
        for least in (True, False)
    )
    return low, high


def slip(frame: Frame, activity: View, box: Box) -> None:
    """Who got it, and what one has to know."""
    frame.slab("city-panel" if frame.mood.dark else "bubble", box)
    inner = Box(box.x, box.y, box.w, box.h - (0 if frame.mood.dark else 10)).inset(28, 8)
    if activity.speaker:
        face, inner = inner.cut_left(FACE, 20)
        frame.picture(activity.speaker.picture, face.centred(FACE, min(FACE, face.h)))
    frame.text(activity.story, inner, _story_style(frame))


# ------------------------------------------------------------------ the words


def _said(activity: View) -> tuple[Text, str]:
    """What is said now, and with which face."""
    if activity.note:
        return activity.note.text, page.POSES[activity.note.tone]
    return activity.prompt, "hello"


def words_want(frame: Frame, activity: View, board: Board, width: float) -> tuple[float, float]:
    """Least and wanted height of what is said, where it stands in a row of its own."""
    text, _ = _said(activity)
    low, high = (
        frame.text_height(text, width - 72 - 150, frame.mood.note, least=least) + 58
        for least in (True, False)
    )
    if board.stage is Stage.KNOWN:
        return low + CHIP + 10, high + CHIP + 10 + FIGURE[1]
    return low, max(high, 230.0)


def words(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """What the magnifier shows, and why."""
    text, pose = _said(activity)
    if board.stage is Stage.KNOWN:
        _outcome(frame, activity, board, box)
        return
    share = page.come(frame, activity.note) if activity.note else 1.0
    if frame.mood.nuru == "emblem" or not _room_for_nuru(frame, text, box):
        with frame.shifted(**furniture.rising(share)):
            _plate(frame, board, text, box)
    elif box.w > WIDE:
        furniture.beside(frame, text, pose, box, frame.mood.note, share=share)
    else:
        furniture.says(frame, text, pose, box, frame.mood.note, share=share)


def _room_for_nuru(frame: Frame, text: Text, box: Box) -> bool:
    """Beside the words in a wide place, below them in a narrow one."""
    taken = furniture.figure_side(frame, box.w) + 16 if box.w > WIDE else 0.0
    low = frame.text_height(text, box.w - taken - 84, frame.mood.note, least=True) + 58
    return box.h >= (max(low, 130.0) if taken else low + 150)


def _plate(frame: Frame, board: Board, text: Text, box: Box, *, sign: str = "") -> None:
    """The words on a plate, with a sign of what was found."""
    style = frame.mood.note
    found = next((spot.found for spot in board.spots if spot.id == board.focus), None)
    if found is not None:
        sign = f"ui/inspect/sign-{found}.svg"
    elif not sign:
        sign = "ui/inspect/sign-missed.svg" if any(spot.missed for spot in board.spots) else ""
    side = 84.0 if sign else 0.0
    wide = box.w - 64 - (side + 20 if sign else 0)
    low, high = (frame.text_height(text, wide, style, least=least) + 58 for least in (True, False))
    beside = low <= box.h
    height = high if beside else box.h
    plate = box.centred(box.w, max(min(box.h, height), side + 40))
    frame.slab(frame.mood.bubble, plate)
    inner = Box(plate.x, plate.y, plate.w, plate.h - (0 if frame.mood.dark else 10)).inset(32, 16)
    if sign and beside:
        spot, inner = inner.cut_left(side, 20)
        frame.picture(sign, spot.centred(side, min(side, spot.h)))
    frame.text(text, inner, style)


def _outcome(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """It is known: fish or friend makes merry above the reason."""
    assert activity.note is not None
    assert board.answer is not None
    style = frame.mood.note
    low, high = (
        frame.text_height(activity.note.text, box.w - 72, style, least=least) + 56 for least in (True, False)
    )
    room = box.h - CHIP - 10
    note = min(high, max(low, room - FIGURE[1]), room)
    merry_height = min(FIGURE[1], room - note)
    if merry_height < 90:
        merry_height, note = 0.0, min(high, room)  # too small to be seen: the words get its room
    top, below = box.cut_top(merry_height + CHIP + 10)
    figure, label = top.cut_top(merry_height)
    if merry_height:
        creature(frame, activity, board, figure)
    chip = label.cut_top(CHIP)[0]
    name = said.IT_IS_FISH if board.answer is Points.FISH else said.IT_IS_FRIEND
    badge = "selected-night" if activity.note.tone is Tone.SHOWN else "good"
    _chip(frame, name, chip, picture=f"ui/badges/{badge}.svg")
    plate = below.cut_top(note)[0]
    frame.slab(frame.mood.bubble, plate)
    inner = Box(plate.x, plate.y, plate.w, plate.h - (0 if frame.mood.dark else 10)).inset(36, 14)
    frame.text(activity.note.text, inner, style)


def _chip(frame: Frame, label: Text, room: Box, *, icon: str = "", picture: str = "") -> None:
    """A pill in the middle of its room."""
    style = theme.CHIP.with_(family=frame.mood.heading, least=24)
    width = min(room.w, frame.text_width(label, style) + 150)
    panel.chip(frame, label, room.centred(width, room.h), icon=icon, picture=picture, colour=theme.AMBER_TEXT)


def creature(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """The fish wriggles, the friend waves with both hands; then they are still."""
    age = merry(frame, activity, board)
    over = age >= KNOWN_SECONDS
    fade = 1 - linear(age / KNOWN_SECONDS)
    if board.answer is Points.FISH:
        swing = 0.0 if over else math.sin(age * 14) * fade
        with frame.shifted(
            x=round(14 * swing), y=round(-34 * abs(math.sin(age * 5)) * fade) if not over else 0
        ):
            frame.picture("ui/inspect/fish.svg", box)
    else:
        other = not over and int(age / 0.22) % 2 == 1
        frame.picture(f"ui/inspect/friend{'-wave' if other else ''}.svg", box)
    if not over:
        sparks(frame, box, age / KNOWN_SECONDS)


def sparks(frame: Frame, box: Box, share: float) -> None:
    """A little glitter flies off and is gone."""
    middle = box.x + box.w / 2, box.y + box.h / 2
    reach = min(box.w, box.h) * (0.35 + 0.5 * share)
    for number in range(7):
        angle = math.tau * number / 7 + 0.4
        side = 44.0
        x = middle[0] + math.cos(angle) * reach * 1.35 - side / 2
        y = middle[1] + math.sin(angle) * reach - side / 2
        alpha = round(255 * (1 - linear(share)))
        frame.picture("ui/spark.svg", Box(x, y, side, side), alpha=alpha)


# ------------------------------------------------------------------- the foot


def foot_height(board: Board) -> float:
    """Of the decisions, or of the button that leads on."""
    return page.BUTTON if board.stage is Stage.KNOWN else CHIP + 14 + CARD


def foot(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Fish or friend? Or the way on."""
    ways = [offer for offer in activity.offers if offer.role is Role.ADVANCE]
    if ways:
        controls.button(frame, ways[0], box.centred(min(box.w, 560), page.BUTTON))
        return
    label, cards = box.cut_top(CHIP, 14)
    pair = [offer for offer in activity.offers if offer.id in (Points.FISH, Points.FRIEND)]
    again = any(offer.mark is Mark.TRY_AGAIN for offer in pair)
    if again and not pair[0].enabled:
        text = said.LOOK_AGAIN
    elif again or board.enough:
        text = said.DECIDE
    else:
        text = said.CLUES.fill(found=len(board.caught), needed=board.needed)
    _chip(frame, text, label, icon="ui/icons/magnifier.svg")
    for offer, cell in zip(pair, cards.centred(min(cards.w, 760), cards.h).columns(2, 20), strict=True):
        _decision(frame, board, offer, cell)


def _decision(frame: Frame, board: Board, offer: Offer, box: Box) -> None:
    """One of the two: its picture and its name."""
    age = frame.since("inspect-enough", board.enough and offer.enabled, controls.POP_SECONDS)
    grown = 1 + 0.06 * bump(age / controls.POP_SECONDS) if board.enough else 1.0
    with frame.shifted(across=grown, down=grown, alpha=255 if offer.enabled else 150):
        pressed, focused = frame.target(offer, box), frame.focused(offer)
        state = "selected" if focused else "try" if offer.mark is Mark.TRY_AGAIN else "idle"
        drop = 8.0 if pressed else 0.0
        frame.slab(f"{frame.mood.card}-{state}", box, drop)
        if focused:
            frame.ring(box)
        face = Box(box.x, box.y + drop, box.w, box.h - theme.LIP).inset(18, 12)
        picture, name = face.cut_left(face.w * 0.46, 10)
        frame.picture(offer.picture, picture)
        style = frame.mood.answer.with_(family=frame.mood.heading, align="centre")
        frame.text(offer.label, name, style)
        if offer.mark is Mark.TRY_AGAIN:
            frame.picture("ui/badges/try-again.svg", Box(box.x - 12, box.y - 12, 64, 64))

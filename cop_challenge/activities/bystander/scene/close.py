"""How it ended: the hero in full light, the crowd with lights up, and a last joke."""

from __future__ import annotations

import math

from cop_challenge.activities.bystander.board import Board
from cop_challenge.activities.bystander.scene import signs, stage
from cop_challenge.core.activity import Role, View
from cop_challenge.core.text import Text
from cop_challenge.ui import controls, furniture, page
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.theme import TextStyle

CHEER_SECONDS = 4.0
"""How long the crowd sways."""


def compose(frame: Frame, activity: View, board: Board, room: Box) -> None:
    """One good ending."""
    ground, box = room.cut_bottom(signs.crowd_height(frame), 8)
    if frame.portrait:
        hero, rest = box.cut_top(420 if frame.look.text == 1 else 260, page.GAP)
    else:
        hero, rest = box.cut_left({1.0: 520.0, 1.25: 420.0}.get(frame.look.text, 300.0), 44)
    stage.portrait(frame, activity, board, hero.centred(hero.w, min(hero.h, hero.w * 1.25)))
    _told(frame, activity, board, rest)
    cheer = frame.entering(CHEER_SECONDS)
    sway = 16 * abs(math.sin(cheer * math.tau * 3)) * (1 - cheer) if cheer < 1 else 0.0
    signs.crowd(frame, board, ground, sway=sway)


def _told(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Heading and story on paper, why, the joke, and the ways on."""
    assert activity.note is not None
    ways = page.ways_of(activity)
    foot, box = box.cut_bottom(page.BUTTON, page.GAP)
    for offer, place in zip(ways, foot.columns(len(ways), 24), strict=True):
        controls.button(frame, offer, place, primary=offer.role is Role.ADVANCE)
    inner = box.w - 72
    question = frame.mood.question.with_(colour=furniture.good_colour(frame))
    note_width = inner - 104
    wants = [
        _both(frame, activity, inner),
        _wants(frame, activity.note.text, note_width, frame.mood.note, 46),
        _wants(frame, board.joke, inner - 130, frame.mood.story, 60),
    ]
    tall = heights(box.h - 2 * page.GAP, wants)
    spare = max(0.0, box.h - 2 * page.GAP - sum(tall))
    paper, box = box.cut_top(tall[0] + spare * 0.3, page.GAP)
    frame.slab(frame.mood.panel, paper)
    words = Box(paper.x, paper.y, paper.w, paper.h - 14).inset(36, 24)
    head = frame.text_height(activity.heading, words.w, question)
    line, words = words.cut_top(head, 10)
    frame.text(activity.heading, line, question)
    frame.text(activity.story, words, frame.mood.story)
    why, box = box.cut_top(tall[1] + spare * 0.2, page.GAP)
    frame.slab(frame.mood.bubble, why)
    sign, words = Box(why.x, why.y, why.w, why.h - 10).inset(36, 14).cut_left(84, 20)
    frame.picture("ui/badges/good.svg", sign.centred(84, min(84.0, sign.h)))
    frame.text(activity.note.text, words, frame.mood.note)
    _joke(frame, activity, board, box.cut_top(tall[2] + spare * 0.2)[0])


def _both(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    head = frame.text_height(activity.heading, width, frame.mood.question)
    low, high = _wants(frame, activity.story, width, frame.mood.story, 76)
    return low + head, high + head


def _wants(frame: Frame, text: Text, width: float, style: TextStyle, more: float) -> tuple[float, float]:
    low, high = (frame.text_height(text, width, style, least=least) + more for least in (True, False))
    return low, high


def _joke(frame: Frame, activity: View, board: Board, box: Box) -> None:
    """Somebody in the crowd has the last word."""
    face, balloon = box.cut_left(min(110.0, box.h), 20)
    style = frame.mood.story
    with frame.shifted(alpha=round(255 * frame.entering(0.4, 1.2))):
        if activity.speaker:
            frame.picture(activity.speaker.picture, face)
        slab = "bystander-row-ours" if frame.mood.dark else "bystander-slip-ours"
        width = min(
            balloon.w, frame.text_width(board.joke, style, Box(0, 0, balloon.w - 72, balloon.h - 30)) + 84
        )
        balloon = balloon.cut_left(width)[0]
        frame.slab(slab, balloon)
        frame.text(board.joke, balloon.inset(36, 14), style)

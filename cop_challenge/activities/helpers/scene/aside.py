"""Beside the bay: the worry, what Nuru says, what can be done at a busy house, and the way on."""

from __future__ import annotations

from dataclasses import replace

from cop_challenge.activities.helpers.board import Board
from cop_challenge.core.activity import View
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import controls, furniture, page, panel
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights

CHIP = 34.0
"""Room above the panel for the chip that stands out of it."""
FIGURE = 140.0
"""Least height of Nuru below a bubble."""

Want = tuple[str, float, float]
"""A block, its least and its wanted height."""


def _worded(activity: View) -> View:
    """The panel's words: hero, worry and busy sign are seen in the bay already."""
    return replace(activity, speaker=None, picture="", feeling=None)


def _wants(frame: Frame, activity: View, board: Board, width: float) -> list[Want]:
    """The blocks from top to bottom."""
    wants: list[Want] = []
    if activity.story and not (board.waiting and activity.note):
        low, high = panel.wants(frame, _worded(activity), width)
        if not board.worry and activity.note:
            # A second thought beside what the note explains: the note's words come first.
            high = low + (high - low) * 0.3
        wants.append(("panel", low, high))
    if board.waiting:
        if activity.note:
            wants.append(("note", *_note_wants(frame, activity, width)))
        answers = page.answers_of(activity)
        low, high = page.card_wants(frame, answers, width, narrow=True)
        if frame.mood.nuru == "big":
            low, high = max(low, 130.0), max(high, 200.0)
        each = len(answers)
        gaps = page.GAP * (each - 1)
        wants.append(("ways", low * each + gaps, high * each + gaps))
    elif frame.portrait:
        low, high = page.strip_wants(frame, activity, width)
        if high:
            wants.append(("strip", low, high))
    else:
        wants.append(("column", *_column_wants(frame, activity, width)))
    return wants


def _note_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    assert activity.note is not None
    text = activity.note.text
    low, high = (
        frame.text_height(text, width - 72 - 110, frame.mood.note, least=least) + 60
        for least in (True, False)
    )
    return max(low, 130.0), max(high, 130.0)


def _column_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Nuru, with or without words, and the button below."""
    foot = (page.BUTTON + 16) * len(page.ways_of(activity))
    if activity.note is None:
        return foot, foot + (FIGURE if frame.mood.nuru == "small" else 420)
    bare = frame.mood.nuru == "emblem"
    low, high = (
        frame.text_height(activity.note.text, width - 72, frame.mood.note, least=least) + 58
        for least in (True, False)
    )
    if bare:
        return low + foot + 100, high + foot + 100
    figure = FIGURE if frame.mood.nuru == "small" else 300.0
    return low + foot + 20 + FIGURE, high + foot + 20 + figure


def _chosen(frame: Frame, activity: View, board: Board, box: Box) -> list[Want]:
    """The blocks that fit: where letters are large, the explanation takes the story's place."""
    wants = _wants(frame, activity, board, box.w)
    least = sum(low for _, low, _ in wants) + page.GAP * (len(wants) - 1) + CHIP
    if least > box.h and activity.note and wants[0][0] == "panel" and not activity.heading:
        return wants[1:]
    return wants


def height(frame: Frame, activity: View, board: Board, width: float) -> float:
    """What all blocks want together."""
    wants = _wants(frame, activity, board, width)
    return sum(high for _, _, high in wants) + page.GAP * (len(wants) - 1) + CHIP


def compose(frame: Frame, view: VisitView, activity: View, board: Board, box: Box) -> None:
    """All blocks, one below the other."""
    wants = _chosen(frame, activity, board, box)
    if not wants:
        return
    if wants[0][0] == "panel":
        box = box.cut_top(CHIP)[1]
    gaps = page.GAP * (len(wants) - 1)
    tall = heights(box.h - gaps, [(low, high) for _, low, high in wants])
    if wants[-1][0] == "column":
        tall[-1] += box.h - gaps - sum(tall)
    elif not frame.portrait:
        # What is to be chosen stands in the middle of its column, not at the top of it.
        box = box.cut_top((box.h - gaps - sum(tall)) * 0.4)[1]
    for (name, _, _), part in zip(wants, tall, strict=True):
        place, box = box.cut_top(part, page.GAP)
        _block(frame, view, activity, board, name, place)


def _block(frame: Frame, view: VisitView, activity: View, board: Board, name: str, box: Box) -> None:
    if name == "panel":
        panel.draw(frame, view, _worded(activity), box)
    elif name == "ways":
        _ways(frame, activity, box)
    elif name == "strip":
        page.strip(frame, activity, box)
    elif name == "note":
        assert activity.note is not None
        page.appears(frame, activity.note, box, column=False, figure=False)
    elif frame.mood.nuru == "emblem":
        page.aside(frame, activity, box)
    else:
        _nuru(frame, activity, box)


def _ways(frame: Frame, activity: View, box: Box) -> None:
    """What can be done at a busy house; who does not read finds the pictures large."""
    answers = page.answers_of(activity)
    if frame.mood.nuru != "big" or not all(offer.picture for offer in answers):
        page.cards(frame, answers, box)
        return
    for number, (offer, cell) in enumerate(zip(answers, box.rows(len(answers), page.GAP), strict=True)):
        with furniture.dealt(frame, number):
            controls.picture_row(frame, offer, cell)


def _nuru(frame: Frame, activity: View, box: Box) -> None:
    """Nuru, with words in a bubble as large as they want to be, above the way on."""
    if page.ways_of(activity):
        button, box = box.cut_bottom(page.BUTTON, 16)
        page.strip(frame, replace(activity, note=None), button)
    most = 220.0 if frame.mood.nuru == "small" else 420.0
    if activity.note is None:
        size = min(box.w, box.h, most)
        furniture.nuru(frame, "happy" if activity.heading else "thinking", box.centred(size, size))
        return
    note, style = activity.note, frame.mood.note
    wanted = frame.text_height(note.text, box.w - 72, style) + 58
    words = min(wanted, box.h - 20 - FIGURE)
    figure = min(box.w, most, box.h - words - 20)
    balloon, rest = box.centred(box.w, words + 20 + figure).cut_top(words)
    with frame.shifted(**furniture.rising(page.come(frame, note))):
        controls.bubble(frame, note.text, balloon, style)
        tail = Box(box.x + box.w / 2 - 30, balloon.bottom - 12, 60, 40)
        frame.picture("ui/badges/tail-down.svg", tail)
    furniture.nuru(frame, page.POSES[note.tone], rest.cut_top(20)[1].centred(figure, figure))

"""The page of a lesson: what several kinds put around their own game."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cop_challenge.core.activity import Note, Offer, Role, Tone, View
from cop_challenge.core.screen import VisitView
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import NOTHING
from cop_challenge.ui import controls, furniture, panel, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.geometry import Box, heights
from cop_challenge.ui.motion import linear
from cop_challenge.ui.scenery import HARBOUR

GAP = 20.0
POSES = {Tone.GOOD: "happy", Tone.TRY_AGAIN: "thinking", Tone.SHOWN: "pointing", Tone.WORRIED: "worried"}
CARD = (98.0, 176.0)
"""Least height of an answer card, and what it has where there is room."""
BUTTON = 140.0
NOTE_SECONDS = 0.25

TALL = 240.0
"""Height from which on something to press is a card with a picture."""


def begin(frame: Frame, view: VisitView) -> Box:
    """Scene, head and progress; returns the page below."""
    assert view.activity is not None
    frame.scene(frame.mood.scene)
    frame.prepare(HARBOUR, min(1.0, (len(view.lit) + 1) / len(Habit)))
    frame.since("note", view.activity.note, NOTE_SECONDS)
    frame.since("noted", view.activity.note is not None, NOTE_SECONDS)
    page = furniture.head(frame, view)
    progress(frame, view.activity)
    return page


def progress(frame: Frame, activity: View) -> None:
    """How far the lesson has come, between the lanterns and the grown-up."""
    left, right = furniture.head_room(frame)
    space = Box(left, 28, right - left, theme.TOUCH)
    bar = space.centred(min(space.w, 560), 34)
    if bar.w < 120:
        return
    frame.slab("bar", bar)
    share = frame.follow("progress", activity.done / max(1, activity.total), 0.5)
    if share > 0:
        inner = bar.inset(8)
        # Whole steps, so that a bar on its way is a few pictures and not hundreds.
        width = max(inner.h, round(inner.w * share / 12) * 12)
        frame.slab("bar-light", inner.cut_left(width)[0])


def first(frame: Frame, activity: View) -> None:
    """The focus starts at what leads on, else at the first thing to choose."""
    ahead = [offer for offer in activity.offers if offer.role is Role.ADVANCE] or [
        offer for offer in activity.offers if offer.role is Role.ANSWER and offer.enabled
    ]
    frame.first = ahead[0].id if ahead else ""


def hint(frame: Frame, activity: View) -> None:
    """Nuru's hand on what the view hints at, the first time something is to be done. Draw it last."""
    shown = next((target.box for target in frame.targets if target.id == activity.hint), None)
    if shown is None:
        return
    if frame.situation.right_to_left:
        # Targets lie where they are seen; what is drawn is mirrored once more.
        shown = shown.moved(frame.box.w - shown.right - shown.x)
    # On a card the finger is on the picture, not on the words below it.
    furniture.hand(frame, shown.cut_top(shown.h * 0.6)[0] if shown.h > TALL else shown)


def answers_of(activity: View) -> list[Offer]:
    """What is to be chosen from."""
    return [offer for offer in activity.offers if offer.role is Role.ANSWER]


def ways_of(activity: View) -> list[Offer]:
    """Buttons that lead on or back."""
    return [offer for offer in activity.offers if offer.role in (Role.ADVANCE, Role.REWIND)]


# ------------------------------------------------------ Nuru and what leads on


def aside(frame: Frame, activity: View, box: Box) -> None:
    """A column: what Nuru says, Nuru, and the buttons that lead on or back."""
    for offer in ways_of(activity):
        place, box = box.cut_bottom(BUTTON, 16)
        controls.button(frame, offer, place, primary=offer.role is Role.ADVANCE)
    note = activity.note
    if note is None:
        size = {"small": 220.0, "emblem": 0.0}.get(frame.mood.nuru, 420.0)
        if size:
            corner = box.cut_bottom(min(box.h, size))[0] if frame.mood.nuru == "small" else box
            furniture.nuru(frame, "thinking", corner.centred(min(size, box.w), min(size, corner.h)))
        return
    appears(frame, note, box, column=True)


WAY = 500.0
"""Width of a button that leads on, in a strip."""


def _way(frame: Frame) -> float:
    """Width of a button beside words; they come first where letters are large."""
    return WAY if frame.look.text == 1 else 400.0


def _stacked(frame: Frame, activity: View, width: float) -> bool:
    """Whether the buttons stand below the words: there is no room beside them."""
    return bool(activity.note and ways_of(activity)) and width < 1500 + 300 * (frame.look.text - 1)


def strip(frame: Frame, activity: View, box: Box, *, figure: bool = True) -> None:
    """A low row: Nuru (`figure`; else a sign) with what Nuru says, and the buttons that lead on or back."""
    ways = ways_of(activity)
    places: list[Box] = []
    if ways and _stacked(frame, activity, box.w):
        foot, box = box.cut_bottom(BUTTON, 16)
        places = foot.centred(min(foot.w, (WAY + 24) * len(ways)), BUTTON).columns(len(ways), 24)
    elif ways and activity.note:
        buttons, box = box.cut_right(_way(frame), 28)
        places = buttons.centred(buttons.w, BUTTON * len(ways) + 16 * (len(ways) - 1)).rows(len(ways), 16)
    elif ways:
        places = box.centred(min(box.w, (WAY + 24) * len(ways)), BUTTON).columns(len(ways), 24)
    for offer, place in zip(ways, places, strict=True):
        controls.button(frame, offer, place, primary=offer.role is Role.ADVANCE)
    if activity.note:
        appears(frame, activity.note, box, column=False, figure=figure)


def strip_wants(frame: Frame, activity: View, width: float) -> tuple[float, float]:
    """Least and wanted height of the strip."""
    ways = len(ways_of(activity))
    if activity.note is None:
        return (BUTTON, BUTTON) if ways else (0.0, 0.0)
    stacked = _stacked(frame, activity, width)
    beside = _way(frame) + 28 if ways and not stacked else 0.0
    figure = furniture.figure_side(frame, width - beside)
    text = max(300.0, width - 24 - 72 - (figure + 30 if frame.mood.nuru != "emblem" else 150) - beside)
    low, high = (
        frame.text_height(activity.note.text, text, frame.mood.note, least=least) + 58
        for least in (True, False)
    )
    if stacked:
        return max(low, 100.0) + BUTTON + 16, max(high, 180.0) + BUTTON + 16
    floor = BUTTON * ways + 16 * max(0, ways - 1)
    return max(low, floor), max(high, floor, 200.0)


def come(frame: Frame, note: Note | None) -> float:
    """How far the words of a note have come."""
    return linear(frame.since("note", note, NOTE_SECONDS) / NOTE_SECONDS)


def appears(
    frame: Frame, note: Note, box: Box, *, column: bool, figure: bool = True, there: bool = False
) -> None:
    """Nuru with an explanation that fades and rises as it comes. Nuru comes along with the first one and
    then stays, as in a column or wherever Nuru is `there` before."""
    share, style = come(frame, note), frame.mood.note
    if frame.mood.nuru == "emblem" or not figure:
        with frame.shifted(**furniture.rising(share)):
            _panel_note(frame, note, box, column)
    elif column:
        furniture.says(frame, note.text, POSES[note.tone], box, style, share=share)
    else:
        first = 1.0 if there else linear(frame.since("noted", True, NOTE_SECONDS) / NOTE_SECONDS)
        furniture.beside(frame, note.text, POSES[note.tone], box, style, share=share, there=first)


SIGNS = {
    Tone.GOOD: "good",
    Tone.TRY_AGAIN: "try-again",
    Tone.SHOWN: "selected",
    Tone.WORRIED: "feeling-worried",
}


def sign(frame: Frame, tone: Tone) -> str:
    """The picture that goes with a tone, on the mood's own panels."""
    night = "-night" if tone is Tone.SHOWN and frame.mood.dark else ""
    return f"ui/badges/{SIGNS[tone]}{night}.svg"


def _panel_note(frame: Frame, note: Note, box: Box, column: bool) -> None:
    """The dry voice of the night city: a panel with a sign, no figure."""
    width = box.w
    height = frame.text_height(note.text, width - 72 - (0 if column else 110), frame.mood.note) + 58
    if column:
        height += 96
        box = box.cut_bottom(min(box.h, height))[0]
    else:
        box = box.centred(width, min(box.h, height))
    frame.slab(frame.mood.bubble, box)
    inner = box.inset(36, 20)
    if column:
        spot, inner = inner.cut_top(84, 8)
        spot = spot.cut_left(84)[0]
    else:
        spot, inner = inner.cut_left(84, 24)
    frame.picture(sign(frame, note.tone), spot.centred(84, min(84, spot.h)))
    frame.text(note.text, inner, frame.mood.note)


# --------------------------------------------------------------- the answers


def card_wants(
    frame: Frame, offers: Sequence[Offer], width: float, *, narrow: bool = False
) -> tuple[float, float]:
    """Least and wanted height of the tallest of these answer cards."""
    least, wanted = CARD[0], CARD[0]
    for offer in offers:
        room = width - 40 - controls.badge_side(frame, narrow) - 40
        if offer.picture and not offer.picture.startswith("ui/icons/"):
            room -= width * 0.2
        for smallest in (True, False):
            height = frame.text_height(offer.label, room, frame.mood.answer, least=smallest) + theme.LIP + 30
            if smallest:
                least = max(least, height)
            else:
                wanted = max(wanted, height)
    return least, wanted


def cards(frame: Frame, offers: Sequence[Offer], box: Box, columns: int = 1) -> None:
    """Answer cards in rows, dealt one after the other."""
    if not offers:
        return
    for number, (offer, cell) in enumerate(zip(offers, box.grid(len(offers), columns, GAP), strict=True)):
        with furniture.dealt(frame, number):
            controls.answer(frame, offer, cell, str(number + 1), narrow=columns > 1)


def column(frame: Frame, view: VisitView, activity: View, box: Box, columns: int = 1) -> None:
    """The panel, and the answers below it."""
    box = box.cut_top(26)[1]  # the chips stand out above the panel
    answers = answers_of(activity)
    rows = -(-len(answers) // columns)
    wants = [panel.wants(frame, activity, box.w)]
    if answers:
        low, high = card_wants(frame, answers, (box.w - GAP * (columns - 1)) / columns, narrow=columns > 1)
        wants += [(low, high)] * rows
    room = box.h - GAP * rows
    tall = heights(room, wants)
    spare = room - sum(tall)
    if rows:
        more = max(0.0, min(spare * 0.6 / rows, CARD[1] - tall[1]))
        tall[1:], spare = [height + more for height in tall[1:]], spare - more * rows
    # What is left over goes a third above and two thirds below, where the eye expects it.
    top, rest = box.cut_top(spare / 3)[1].cut_top(tall[0], GAP)
    panel.draw(frame, view, activity, top)
    cards(frame, answers, rest.cut_top(sum(tall[1:]) + GAP * max(0, rows - 1))[0], columns)


def trimmed(frame: Frame, activity: View) -> View:
    """With larger letters the explanation takes the story's place: it has been read by then."""
    if frame.look.text == 1 or activity.note is None or not activity.prompt:
        return activity
    return replace(activity, story=NOTHING, speaker=None, picture="")


def side_by_side(frame: Frame, view: VisitView, activity: View, page: Box) -> None:
    """Panel and answers with Nuru at the side; where letters are too large for that, Nuru goes below."""
    activity = trimmed(frame, activity)
    narrow = page.cut_right(520, 40)[1]
    if not frame.portrait and _fits(frame, activity, narrow):
        aside(frame, activity, page.cut_right(520, 40)[0])
        column(frame, view, activity, narrow)
        return
    low, high = strip_wants(frame, activity, page.w)
    if frame.portrait:
        low, high = max(low, 150.0), max(high, 430.0)
    columns = 1 if frame.portrait else 2
    main = main_wants(frame, activity, page.w, columns)
    foot, _ = heights(page.h - GAP, [(low, high), main]) if high else (0.0, 0.0)
    below, rest = page.cut_bottom(foot, GAP if foot else 0)
    if foot:
        strip(frame, activity, below)
    column(frame, view, activity, rest, columns)


def main_wants(frame: Frame, activity: View, width: float, columns: int) -> tuple[float, float]:
    """Least and wanted height of panel and answers together."""
    low, high = panel.wants(frame, activity, width)
    answers = answers_of(activity)
    if answers:
        rows = -(-len(answers) // columns)
        least, wanted = card_wants(
            frame, answers, (width - GAP * (columns - 1)) / columns, narrow=columns > 1
        )
        low, high = low + (least + GAP) * rows, high + (wanted + GAP) * rows
    return low + 26, high + 26


def _fits(frame: Frame, activity: View, box: Box) -> bool:
    """Whether panel, answers and note fit beside Nuru without shrinking below the everyday size."""
    if frame.look.text > 1:
        return main_wants(frame, activity, box.w, 1)[1] <= box.h and activity.note is None
    return main_wants(frame, activity, box.w, 1)[0] <= box.h

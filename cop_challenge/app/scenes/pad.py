"""Where staff type their PIN: large keys, and a dot for each digit."""

from __future__ import annotations

from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.ui import controls, theme
from cop_challenge.ui.frame import Frame
from cop_challenge.ui.scenery import HARBOUR

ERASE, OPEN = "erase", "open"
COLUMNS = 3
DOT = "\u2022"
TYPED = theme.HEADING.with_(colour=theme.AMBER_TEXT, keyline=None)
SAID = theme.LABEL.with_(size=40, least=26, colour=theme.TRY_ON_DARK)


def keys() -> tuple[Offer, ...]:
    """As on a telephone, row by row; each chooses its digit."""
    digits = [
        Offer(f"digit-{number}", do.Choose(str(number)), words.NUMBER.fill(number=number))
        for number in (*range(1, 10), 0)
    ]
    erase = Offer(ERASE, do.Choose(ERASE), words.STAFF_PIN_ERASE, Role.UNDO)
    open_ = Offer(OPEN, do.Choose(OPEN), words.STAFF_PIN_OPEN, Role.ADVANCE)
    return (*digits[:9], erase, digits[9], open_)


def compose(
    frame: Frame, offers: tuple[Offer, ...], stay: Offer, typed: int, wait_seconds: int, refused: bool
) -> None:
    """The keys, and the way back to the game."""
    frame.scene(HARBOUR, 0.1)
    frame.shade(170)
    page = frame.box.inset(theme.MARGIN, 28)
    heading, page = page.cut_top(80, 6)
    frame.text(words.STAFF_PIN, heading, theme.HEADING)
    foot, page = page.cut_bottom(120, 20)
    controls.button(frame, stay, foot.centred(min(foot.w, 620), 120), primary=False)
    page = page.centred(min(page.w, 900), min(page.h, 1100))
    line, page = page.cut_top(80, 8)
    if wait_seconds:
        frame.text(words.STAFF_PIN_WAIT.fill(count=wait_seconds), line, SAID)
    elif refused and not typed:
        frame.text(words.STAFF_PIN_WRONG, line, SAID)
    else:
        frame.text(" ".join(DOT * typed), line, TYPED)
    rows = [offers[start : start + COLUMNS] for start in range(0, len(offers), COLUMNS)]
    for row, places in zip(rows, page.rows(len(rows), 16), strict=True):
        # Telephones have 1, 2, 3 from left to right in every language.
        ordered = row[::-1] if frame.situation.right_to_left else row
        for offer, box in zip(ordered, places.columns(COLUMNS, 16), strict=True):
            controls.button(frame, offer, box, primary=offer.id == OPEN)
    frame.first = offers[0].id

"""The scenario's two skins: a picture story in an open book, and a phone with its chat."""

from __future__ import annotations

from cop_challenge.activities.scenario.scene import book, phone
from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame


def compose(frame: Frame, view: VisitView) -> None:
    """One moment of the story."""
    activity = view.activity
    assert activity is not None
    room = page.begin(frame, view)
    if activity.chat:
        phone.compose(frame, view, activity, room)
    else:
        book.compose(frame, view, activity, room)
    page.hint(frame, activity)
    page.first(frame, activity)

"""The plain lesson page: draws any kind's View. A kind with a scene of its own does not use it."""

from __future__ import annotations

from cop_challenge.core.screen import VisitView
from cop_challenge.ui import page
from cop_challenge.ui.frame import Frame


def compose(frame: Frame, view: VisitView) -> None:
    """Story and question, answers below; Nuru with the explanation and the way on at the side."""
    activity = view.activity
    assert activity is not None
    page.side_by_side(frame, view, activity, page.begin(frame, view))
    page.first(frame, activity)

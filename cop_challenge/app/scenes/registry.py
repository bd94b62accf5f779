"""Finds the scene for a view."""

from __future__ import annotations

from collections.abc import Callable

from cop_challenge.activities import registry
from cop_challenge.app.scenes import attract, bay, choices, overlays, passport, plain, sheet
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.screen import Screen, VisitView
from cop_challenge.ui.frame import Frame

Compose = Callable[[Frame, VisitView], None]

SCENES: dict[Screen, Compose] = {
    Screen.ATTRACT: attract.compose,
    **choices.COMPOSE,
    **bay.COMPOSE,
    **passport.COMPOSE,
    **sheet.COMPOSE,
    **overlays.COMPOSE,
}


def compose(frame: Frame, view: VisitView) -> None:
    """Draw the view: its kind's own scene in a lesson, else the plain one."""
    if view.screen is Screen.LESSON:
        assert view.card is not None
        (registry.scene(view.card.kind) or plain.compose)(frame, view)
    else:
        SCENES[view.screen](frame, view)
    if not frame.first:
        ahead = (offer for offer in legal(view.offers) if offer.role in (Role.ANSWER, Role.ADVANCE))
        frame.first = next((offer.id for offer in ahead), "")

"""While a screen rests, the pictures of what may come next are drawn beside the game."""

from __future__ import annotations

import copy
from dataclasses import replace

from cop_challenge.app.studio import Studio
from cop_challenge.core import actions as do
from cop_challenge.core.activity import Role, legal
from cop_challenge.core.screen import PICKERS
from cop_challenge.core.visit import Visit
from cop_challenge.ui.frame import Situation
from cop_challenge.ui.motion import SETTLED, Motions


class LookAhead:
    """Thinks of one possible next screen at a time, so that thinking never holds up a frame."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._ahead: list[do.Action] | None = None
        """What may be done next and has not been looked at; None: not yet thought of."""

    def forget(self) -> None:
        """Other things may be done now."""
        self._ahead = None

    def step(self, visit: Visit, situation: Situation) -> None:
        """Have the pictures of one more possible next screen drawn."""
        view = visit.view()
        if view.screen in PICKERS:
            return
        offers = [
            offer.action
            for offer in legal(view.offers)
            if offer.role in (Role.ANSWER, Role.ADVANCE, Role.HELP, Role.PAUSE)
        ]
        if self._ahead is None:
            self._ahead = list(offers)
        if not self._ahead:
            return
        action = self._ahead.pop(0)
        if action not in offers:
            return  # the clock has changed the view meanwhile
        after = copy.copy(visit)
        after.act(action)
        view = after.view()
        if not view.over:
            later = replace(situation, focus="", pressed="", age=SETTLED, motions=Motions())
            self._studio.art.wish_for(lambda: self._studio.compose(view, later))

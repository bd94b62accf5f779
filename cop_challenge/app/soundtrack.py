"""What is heard where: music and ambience of a screen, and the effect of what has just happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cop_challenge.core.result import Fact, Outcome, Result
from cop_challenge.core.screen import OVERLAYS, Screen, VisitView
from cop_challenge.ui.sound import Ambience, Effect, Music

CHOOSING = frozenset({Screen.LANGUAGE, Screen.TRACK, Screen.AVATAR})
ON_THE_BAY = frozenset({Screen.ATTRACT, Screen.MAP, Screen.LANTERN, Screen.PASSPORT})


def music_of(view: VisitView) -> Music:
    """Inviting outside, unobtrusive while somebody reads, calm while somebody waits."""
    if view.screen in OVERLAYS:
        return "calm"
    return "attract" if view.screen is Screen.ATTRACT else "play"


def ambience_of(view: VisitView) -> Ambience | Literal[""]:
    """The sea, where the bay is in the picture; crickets in the quiet night before the first lantern."""
    if view.screen in CHOOSING:
        return "crickets"
    return "waves" if view.screen in ON_THE_BAY else ""


def effect_of(before: VisitView, after: VisitView, results: Sequence[Result]) -> Effect:
    """The one sound that answers a press: the greatest thing that came of it."""
    if after.screen is not before.screen:
        if after.screen is Screen.LANTERN:
            return "light"
        if after.screen is Screen.PASSPORT:
            return "fanfare"
    for result in results:
        if result.fact is Fact.ANSWERED:
            return "good" if result.outcome is Outcome.GOOD else "try-again"
    return "page" if after.place != before.place else "tap"

"""Easing: how far a movement has come. Pure functions of time, so any picture can be drawn again."""

from __future__ import annotations


def ease(share: float) -> float:
    """From 0 to 1, quick at first and soft at the end (cubic ease-out); clamped outside."""
    share = min(1.0, max(0.0, share))
    return 1 - (1 - share) ** 3


def springy(share: float) -> float:
    """From 0 to 1, a little beyond on the way (ease-out-back); clamped outside."""
    share = min(1.0, max(0.0, share)) - 1
    return 1 + 2.2 * share**3 + 1.2 * share**2

"""Dealt shares of everything there is to see: the whole of it takes seconds only to be listed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from cop_challenge.app.survey import lessons
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import VisitView

LESSONS = 10


def some_moments(options: VisitOptions, luck: Random, count: int) -> list[tuple[str, VisitView]]:
    """That many moments, of ten dealt lessons."""
    dealt = replace(options, cards=tuple(luck.sample(options.cards, LESSONS)))
    found = list(lessons(dealt))
    return luck.sample(found, min(count, len(found)))

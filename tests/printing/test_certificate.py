"""Certificates."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cop_challenge.core.words import HABITS
from cop_challenge.lessons.library import Library
from cop_challenge.printing import certificate
from cop_challenge.printing.sheet import INKS, PAPERS, Ink, Paper, Setting

from .conftest import DAY

Printed = Callable[..., list[str]]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("ink", INKS)
def test_every_track_has_its_page(library: Library, printed: Printed, paper: Paper, ink: Ink) -> None:
    """One each, with the five habits, the day and a place for the stamp."""
    tracks = list(library.tracks.values())
    pages = printed(certificate.certificates(tracks), Setting(DAY, paper, ink))
    for page, track in zip(pages, tracks, strict=True):
        for words in (track.name.source, "24 November 2026", "Signature", "Stamp of the school"):
            assert words in page
        assert all(habit.source in page for habit in HABITS.values())


def test_grown_ups_are_ambassadors(library: Library, printed: Printed) -> None:
    """Educators and parents get the event's own title, little ones another."""
    titles = [
        "COP Ambassador" in page
        for page in printed(
            certificate.certificates([library.tracks[name] for name in ("educators", "parents", "5-7")])
        )
    ]
    assert titles == [True, True, False]

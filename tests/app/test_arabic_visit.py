"""A whole visit from the right, by each device alone."""

from __future__ import annotations

from random import Random

import pytest

from cop_challenge.app.pilot import play_visit
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.result import Fact, Outcome
from cop_challenge.core.screen import Screen

from .conftest import MakePlay

QUICK = {("8-12", "key"), ("8-12", "touch")}
ALL = [
    pytest.param(track, device, marks=() if (track, device) in QUICK else pytest.mark.slow)
    for track in ("5-7", "8-12", "13-17", "parents", "educators")
    for device in ("key", "touch")
]


@pytest.mark.parametrize(("track", "device"), ALL)
def test_a_visit_in_arabic_reaches_its_passport(
    make_play: MakePlay, in_all_languages: VisitOptions, device: str, track: str
) -> None:
    """From the screen that invites to the stamps, every page mirrored."""
    play = make_play((1024, 600), seed=5, languages=in_all_languages.languages)
    hand = getattr(play.pilot, device)
    hand("begin")
    assert play.station.view.screen is Screen.LANGUAGE
    hand("ar")
    assert play.station.frame.situation.right_to_left
    if track == "5-7":
        assert not next(offer for offer in play.station.view.offers if offer.id == track).enabled
        hand("8-12")  # nothing reads on a machine without a voice
    else:
        hand(track)
    assert play_visit(play.pilot, play.station, "perfect", [hand], Random(5)) > 5
    assert play.kept.rows[-1].result.fact is Fact.ENDED
    assert play.kept.rows[-1].result.outcome is Outcome.PASSPORT
    assert {row.result.language for row in play.kept.rows} == {"ar"}

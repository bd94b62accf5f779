from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from cop_challenge.core import actions as do
from cop_challenge.core.activity import IllegalAction, Role, legal
from cop_challenge.core.comfort import CHOICES, USUAL, Comfort
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.screen import Screen
from cop_challenge.core.settings import settings
from cop_challenge.core.visit import Visit


def test_every_setting_has_its_usual_value_among_its_choices() -> None:
    """And there is no setting without choices."""
    assert {name: value in CHOICES[name] for name, value in asdict(USUAL).items()} == dict.fromkeys(
        CHOICES, True
    )


@pytest.mark.parametrize("name", [name for name in CHOICES if name != "volume"])
def test_a_setting_goes_round(name: str) -> None:
    """Pressing it as often as it has values leads back to where it was."""
    comfort = USUAL
    seen = []
    for _ in CHOICES[name]:
        comfort = comfort.with_(name, comfort.after(name))
        seen.append(getattr(comfort, name))
    assert comfort == USUAL
    assert set(seen) == set(CHOICES[name])


def test_the_volume_stops_at_its_ends() -> None:
    """Louder than loud is loud, and the button then says so."""
    comfort = Comfort(volume=100)
    assert comfort.after("volume") == "100"
    louder = next(offer for offer in settings(comfort) if offer.id == "louder")
    assert not louder.enabled
    assert Comfort(volume=0).after("volume", -1) == "0"


@pytest.mark.parametrize(("name", "value"), [("text", "300"), ("taste", "sweet"), ("motion", "")])
def test_a_wrong_value_is_refused(options: VisitOptions, name: str, value: str) -> None:
    """As an illegal action: nothing changes."""
    visit = Visit(options, 1)
    with pytest.raises(IllegalAction):
        visit.act(do.Adjust(name, value))
    assert visit.view().comfort == USUAL


def test_the_pause_changes_settings_and_nothing_else(options: VisitOptions) -> None:
    """Every tile can be pressed; going on leads back to the same moment, shown differently."""
    visit = Visit(replace(options, track="8-12"), 1)
    visit.act(do.Continue())
    visit.act(do.Choose("lion"))
    visit.act(legal(visit.view().offers)[0].action)
    before = visit.view()
    assert before.screen is Screen.LESSON
    visit.act(do.Pause())
    for offer in [offer for offer in visit.view().offers if offer.role is Role.SETTING]:
        assert visit.act(offer.action) == ()
    changed = visit.view().comfort
    assert changed != USUAL
    visit.act(do.Return())
    aloud = changed.speech == "on"
    assert visit.view() == replace(before, comfort=changed, spoken=aloud, named=aloud)


def test_a_visit_starts_with_the_stations_settings(options: VisitOptions) -> None:
    """What staff have set is there from the first screen on."""
    calm = Comfort(motion="calm", text=125)
    assert Visit(replace(options, comfort=calm), 1).view().comfort == calm

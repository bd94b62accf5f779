"""The settings as things to press, for the pause and for the staff page."""

from __future__ import annotations

from cop_challenge.core import words
from cop_challenge.core.actions import Adjust
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.comfort import Comfort
from cop_challenge.core.text import Percent, Text

ICONS = {"on": "speaker", "off": "speaker-off"}
"""Of the sound, by its value."""

NAMED = {"text": "text-size", "speech": "tell", "speed": "snail", "reader": "people"}
"""By setting, where the icon is not called like it."""


def settings(comfort: Comfort) -> tuple[Offer, ...]:
    """One offer a setting of the player's; taking it sets the next value."""
    volume = words.PERCENT.fill(percent=Percent(comfort.volume))
    return (
        _setting(comfort, "sound"),
        _volume(comfort, "quieter", -1, volume),
        _volume(comfort, "louder", 1, volume),
        *(_setting(comfort, name) for name in ("speech", "speed", "text", "letters", "motion", "contrast")),
    )


def of_staff(comfort: Comfort) -> tuple[Offer, ...]:
    """Those as well that only staff decide."""
    return (*settings(comfort), _setting(comfort, "reader"))


def _setting(comfort: Comfort, name: str) -> Offer:
    value = getattr(comfort, name)
    shown = words.PERCENT.fill(percent=Percent(int(value))) if isinstance(value, int) else words.VALUES[value]
    stem = ICONS[value] if name == "sound" else NAMED.get(name, name)
    action = Adjust(name, comfort.after(name))
    return Offer(name, action, words.SETTINGS[name], Role.SETTING, f"ui/icons/{stem}.svg", shown)


def _volume(comfort: Comfort, name: str, step: int, shown: Text) -> Offer:
    value = comfort.after("volume", step)
    label = words.LOUDER if step > 0 else words.QUIETER
    return Offer(
        name,
        Adjust("volume", value),
        label,
        Role.SETTING,
        f"ui/icons/{name}.svg",
        shown,
        enabled=value != str(comfort.volume),
    )

"""How a post spreads from boat to boat: pure, and the same for the same seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cop_challenge.activities.ripple.schema import RINGS, Audience, Boat, Ring
from cop_challenge.core.chance import chance

MOST_WAVES = 5

LOOKS = {Ring.FRIEND: 1, Ring.GROUP: 1, Ring.CLASS: 2, Ring.EVERYBODY: 3}
"""In which ripple somebody of a ring looks by themselves, when the post is for their ring."""


@dataclass(frozen=True, slots=True)
class Reached:
    """One boat that has seen it."""

    boat: str
    wave: int
    """From 1."""
    by: str = ""
    """Who passed it on; empty for whoever shared it."""


def spread(
    bay: Sequence[Boat], audience: Audience, seed: int, *names: str, most: int = MOST_WAVES
) -> tuple[Reached, ...]:
    """Everybody the post reaches, ripple by ripple.

    Each ripple shows it to those of the circle who look now, and to those with whom somebody of the
    ripple before shares a circle and passes it on. Whether somebody passes it on is drawn once, by name,
    so that another circle can be compared with the same people being just as talkative.
    """
    meant = RINGS.index(audience.id)
    talks = {boat.id: chance(seed, *names, boat.id).uniform(0, 100) < audience.passes_on for boat in bay}
    found: dict[str, Reached] = {}
    for wave in range(1, most + 1):
        last = [boat for boat in bay if boat.id in found and found[boat.id].wave == wave - 1]
        new = dict(_looking(bay, meant, wave))
        for teller in last:
            if talks[teller.id]:
                for boat in bay:
                    if set(boat.circles) & set(teller.circles):
                        new.setdefault(boat.id, teller.id)
        for name, by in new.items():
            if name not in found:
                found[name] = Reached(name, wave, by)
        if wave >= max(LOOKS[ring] for ring in RINGS[: meant + 1]) and not any(
            reached.wave == wave for reached in found.values()
        ):
            break
    return tuple(sorted(found.values(), key=lambda reached: reached.wave))


def _looking(bay: Sequence[Boat], meant: int, wave: int) -> Iterator[tuple[str, str]]:
    """Boats the post is for that look in this ripple by themselves."""
    for boat in bay:
        if RINGS.index(boat.ring) <= meant and LOOKS[boat.ring] == wave:
            yield boat.id, ""

"""Movement: eased values over time that can be interrupted. Any picture can be drawn again for its time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

Curve = Callable[[float], float]
"""How far a movement has come (0 to 1, a little beyond at most) when a share of its time is over."""


def linear(share: float) -> float:
    """Evenly; clamped outside."""
    return min(1.0, max(0.0, share))


def ease(share: float) -> float:
    """Quick at first and soft at the end (cubic ease-out); clamped outside."""
    return 1 - (1 - linear(share)) ** 3


def glide(share: float) -> float:
    """Soft at both ends (cubic ease-in-out); clamped outside."""
    share = linear(share)
    return 4 * share**3 if share < 0.5 else 1 - 4 * (1 - share) ** 3


def springy(share: float) -> float:
    """A little beyond on the way (ease-out-back); clamped outside."""
    share = linear(share) - 1
    return 1 + 2.2 * share**3 + 1.2 * share**2


def bump(share: float) -> float:
    """There and back: 0 at both ends, 1 in the middle."""
    share = linear(share)
    return 1 - (2 * share - 1) ** 2


@dataclass(frozen=True, slots=True)
class Tween:
    """A value on its way."""

    start: float
    end: float
    began: float
    """Seconds on the clock of whoever asks."""
    seconds: float
    curve: Curve = ease

    def at(self, now: float) -> float:
        """The value then."""
        share = (now - self.began) / self.seconds if self.seconds > 0 else 1.0
        if share >= 1:
            return self.end
        return self.start + (self.end - self.start) * self.curve(share)

    def over(self, now: float) -> bool:
        """Whether it has arrived."""
        return now - self.began >= self.seconds

    def towards(self, end: float, now: float, seconds: float | None = None) -> Tween:
        """Interrupted: from where it is now to another end, without a jump, in the same time or `seconds`."""
        if end == self.end:
            return self
        return Tween(self.at(now), end, now, self.seconds if seconds is None else seconds, self.curve)


@dataclass
class Motions:
    """What moves on a screen, by name. Asked twice for one moment it gives the same answer twice."""

    _tweens: dict[Hashable, Tween] = field(default_factory=dict)
    _last: dict[Hashable, tuple[object, float]] = field(default_factory=dict)

    def follow(self, name: Hashable, goal: float, now: float, seconds: float, curve: Curve = ease) -> Tween:
        """The movement of that name, turned towards the goal; the first time it is there already."""
        before = self._tweens.get(name) or Tween(goal, goal, now - seconds, seconds, curve)
        self._tweens[name] = before.towards(goal, now, seconds)
        return self._tweens[name]

    def since(self, name: Hashable, value: object, now: float) -> float:
        """Seconds since that name has had this value; very many if it never had another."""
        before = self._last.get(name)
        if before is None:
            self._last[name] = value, now - SETTLED
        elif before[0] != value:
            self._last[name] = value, now
        return now - self._last[name][1]

    def forget(self) -> None:
        """Another screen: nothing on it has moved yet."""
        self._tweens.clear()
        self._last.clear()


SETTLED = 60.0
"""Seconds after which every movement is over."""

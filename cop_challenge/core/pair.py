"""Two friends at one station, who take turns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cop_challenge.core.result import Fact, Outcome, Result


@dataclass(frozen=True, slots=True)
class Friends:
    """Who plays, by their avatars; one alone is always on turn."""

    avatars: tuple[str, ...] = ()
    """In the order they were chosen."""
    turn: int = 0
    """Whose turn it is, from 0."""

    def joined(self, avatar: str) -> Friends:
        """With one more."""
        return replace(self, avatars=(*self.avatars, avatar))

    def after(self, results: Iterable[Result]) -> Friends:
        """The turn passes on with every answer; it stays with whoever may try again."""
        passed = any(
            result.fact is Fact.ANSWERED and result.outcome is not Outcome.TRY_AGAIN for result in results
        )
        if len(self.avatars) < 2 or not passed:
            return self
        # However many facts one action has, it was one player's.
        return replace(self, turn=(self.turn + 1) % len(self.avatars))

"""A question with a few cards: whom to tell, what to say. Right ones, wrong ones, and busy helpers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cop_challenge.activities.stop.schema import Helper, Saying
from cop_challenge.core.actions import Choose
from cop_challenge.core.activity import Mark, Note, Offer, Tone

Cards = Sequence[Helper | Saying]

TRIES = 2
"""Wrong choices after which the right one is shown."""


@dataclass(frozen=True)
class Asking:
    """What has been chosen so far."""

    tried: tuple[str, ...] = ()
    """Cards that did not lead on, in order."""
    solved: str = ""
    """The card that was found or shown."""

    def misses(self, cards: Cards) -> int:
        """Wrong cards chosen; somebody busy is none."""
        return sum(card.id in self.tried and not card.right for card in cards)

    def after(self, card: Helper | Saying, cards: Cards) -> Asking:
        """When this card was chosen."""
        if _leads_on(card):
            return replace(self, solved=card.id)
        tried = replace(self, tried=(*self.tried, card.id))
        if tried.misses(cards) < TRIES:
            return tried
        return replace(tried, solved=next(other.id for other in cards if _leads_on(other)))

    def offers(self, cards: Cards) -> tuple[Offer, ...]:
        """The cards with their marks; nothing can be chosen twice, nor once it is found."""
        return tuple(self._offer(card) for card in cards)

    def _offer(self, card: Helper | Saying) -> Offer:
        mark = Mark.PLAIN
        if card.id == self.solved:
            mark = Mark.GOOD
        elif card.id in self.tried:
            mark = Mark.TRY_AGAIN
        enabled = mark is Mark.PLAIN and not self.solved
        return Offer(card.id, Choose(card.id), card.text, picture=card.picture, mark=mark, enabled=enabled)

    def note(self, cards: Cards) -> Note | None:
        """Why the last choice was it, or was not."""
        because = {card.id: card.because for card in cards}
        if self.solved:
            shown = self.misses(cards) >= TRIES
            return Note(Tone.SHOWN if shown else Tone.GOOD, because[self.solved])
        return Note(Tone.TRY_AGAIN, because[self.tried[-1]]) if self.tried else None


def _leads_on(card: Helper | Saying) -> bool:
    """Asking somebody who is busy is right, too; it only does not end the search."""
    return card.right and not (isinstance(card, Helper) and card.busy)

"""One language or one track only, as staff have set it at a station."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cop_challenge.core import actions as do
from cop_challenge.core import words
from cop_challenge.core.activity import Offer, Role
from cop_challenge.core.options import VisitOptions
from cop_challenge.core.text import Text

LANGUAGE, TRACK = "language", "track"


@dataclass(frozen=True)
class Narrowing:
    """What is left of what a station offers; empty: as it was started."""

    language: str = ""
    """Code."""
    track: str = ""
    """Id."""

    def to(self, what: str, value: str) -> Narrowing:
        """With another language or track."""
        return replace(self, **{what: value})

    def of(self, options: VisitOptions) -> VisitOptions:
        """The options with only these; what is not there narrows nothing."""
        named = tuple(each for each in options.languages if each.code == self.language)
        if named:
            options = replace(options, languages=named, language=self.language)
        if any(each.id == self.track for each in options.tracks):
            options = replace(options, track=self.track)
        return options

    def offers(self, options: VisitOptions) -> tuple[Offer, ...]:
        """A tile each, for the page of staff; its `Place` says what becomes which."""
        filled = {card.track for card in options.cards}
        languages = [(each.code, each.name) for each in options.languages if each.code != options.language]
        tracks = [
            (each.id, each.name) for each in options.tracks if each.id in filled and each.id != options.track
        ]
        return (
            _tile(LANGUAGE, words.STAFF_LANGUAGE, "language", self.language, languages),
            _tile(TRACK, words.STAFF_TRACK, "people", self.track, tracks),
        )


ALL = Narrowing()
"""Nothing is narrowed."""


def _tile(what: str, label: Text, icon: str, now: str, there: Sequence[tuple[str, Text]]) -> Offer:
    """Goes through what there is, one after the other, and then all of it again."""
    values = [("", words.STAFF_ALL), *there]
    at = next((index for index, (value, _) in enumerate(values) if value == now), 0)
    action = do.Place(what, values[(at + 1) % len(values)][0])
    picture, several = f"ui/icons/{icon}.svg", len(there) > 1
    return Offer(f"only-{what}", action, label, Role.SETTING, picture, values[at][1], enabled=several)

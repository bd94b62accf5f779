"""What a day's measured visits say, track by track, with small cells left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from cop_challenge.core.measure import Phase
from cop_challenge.core.result import Signal
from cop_challenge.day.learning import Estimate, gain, transfer
from cop_challenge.day.sittings import Answer, Sitting
from cop_challenge.day.suppression import LEAST_VISITS, Part, part, published


@dataclass(frozen=True, slots=True)
class Change:
    """A share before and after the games, of the same visits."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Learned:
    """One track."""

    track: str
    measured: int
    """Visits that were dealt a topic."""
    compared: Part
    """Those that answered both sheets to the end."""
    gain: Estimate | None = None
    transfer: Estimate | None = None
    """On surfaces unlike the lessons'."""
    hits: Change | None = None
    """Danger found, in what was played."""
    false_alarms: Change | None = None
    """Danger seen where there was none, in all items."""
    tell_first: Change | None = None
    """Somebody is told first, in what was played."""
    sure: Change | None = None
    """Sure to know what to do."""
    again: float | None = None
    """Share that would play again: yes, without maybe."""
    by_language: dict[str, Estimate | None] = field(default_factory=dict)
    """The gain; None where the visits are too few to be named."""


def learned(found: Iterable[Sitting]) -> tuple[Learned, ...]:
    """Each track that was measured, in alphabetical order.

    A track with fewer than ten comparable visits says how many there were only as "fewer than ten".
    """
    tracks: dict[str, list[Sitting]] = {}
    for one in found:
        tracks.setdefault(one.track, []).append(one)
    return tuple(_track(track, visits) for track, visits in sorted(tracks.items()))


def _track(track: str, visits: Sequence[Sitting]) -> Learned:
    complete = [one for one in visits if one.complete]
    if len(complete) < LEAST_VISITS:
        return Learned(track, len(visits), part(len(complete), len(visits)))
    languages = published(dict(sorted(Counter(one.language for one in complete).items())))
    by_language = {
        language: gain([one for one in complete if one.language == language]) if count else None
        for language, count in languages.items()
    }
    asked_again = [one.again == "yes" for one in complete]
    return Learned(
        track,
        len(visits),
        part(len(complete), len(visits)),
        gain=gain(complete),
        transfer=transfer(complete),
        hits=_change(complete, lambda one: _hit(one) if one.standing == "taught" and not one.new else None),
        false_alarms=_change(complete, lambda one: None if one.new else _false_alarm(one)),
        tell_first=_change(
            complete, lambda one: one.first == "tell" if one.first and one.standing == "taught" else None
        ),
        sure=_sure(complete),
        again=sum(asked_again) / len(asked_again),
        by_language=by_language if len(by_language) > 1 else {},
    )


def _hit(one: Answer) -> bool | None:
    return one.signal is Signal.HIT if one.signal in (Signal.HIT, Signal.MISS) else None


def _false_alarm(one: Answer) -> bool | None:
    safe = one.signal in (Signal.FALSE_ALARM, Signal.ALL_CLEAR)
    return one.signal is Signal.FALSE_ALARM if safe else None


def _change(complete: Sequence[Sitting], mark: Callable[[Answer], bool | None]) -> Change | None:
    """The share of marked answers in each phase, over visits that have some in both."""
    marks: dict[str, list[bool]] = {Phase.BEFORE: [], Phase.AFTER: []}
    visits = 0
    for one in complete:
        own: dict[str, list[bool]] = {Phase.BEFORE: [], Phase.AFTER: []}
        for answer in one.answers:
            found = mark(answer)
            if found is not None:
                own[answer.phase].append(found)
        if all(own.values()):
            visits += 1
            for phase, values in own.items():
                marks[phase] += values
    if visits < LEAST_VISITS:
        return None
    before, after = marks[Phase.BEFORE], marks[Phase.AFTER]
    return Change(sum(before) / len(before), sum(after) / len(after))


def _sure(complete: Sequence[Sitting]) -> Change | None:
    pairs = [(one.sure(Phase.BEFORE), one.sure(Phase.AFTER)) for one in complete]
    pairs = [pair for pair in pairs if all(pair)]
    if len(pairs) < LEAST_VISITS:
        return None
    before, after = (sum(pair[side] == "very" for pair in pairs) / len(pairs) for side in (0, 1))
    return Change(before, after)

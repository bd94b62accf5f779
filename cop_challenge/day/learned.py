"""What a day's measured visits say, track by track, with small cells left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cop_challenge.core.measure import Phase
from cop_challenge.core.result import Signal
from cop_challenge.day.counts import AGAIN
from cop_challenge.day.learning import Estimate, gain, transfer
from cop_challenge.day.played import Shown
from cop_challenge.day.sittings import Answer, Sitting
from cop_challenge.day.suppression import LEAST_VISITS


@dataclass(frozen=True, slots=True)
class Change:
    """A share before and after the games, of the same visits."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Learned:
    """One track. Counts are None where they are hidden."""

    track: str
    measured: int | None
    """Visits that were dealt a topic."""
    compared: int | None
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
    again: dict[str, int | None] = field(default_factory=dict)
    """How many would play again: yes, maybe, no."""
    by_language: dict[str, Estimate | None] = field(default_factory=dict)
    """The gain; None where the visits are too few to be named."""


def by_track(found: Iterable[Sitting]) -> dict[str, list[Sitting]]:
    """The measured visits of each track, in alphabetical order."""
    tracks: dict[str, list[Sitting]] = {}
    for one in found:
        tracks.setdefault(one.track, []).append(one)
    return dict(sorted(tracks.items()))


def learned(tracks: Mapping[str, Sequence[Sitting]], shown: Shown) -> tuple[Learned, ...]:
    """Each track that was measured; nothing is said of one with fewer than ten comparable visits."""
    return tuple(_track(track, visits, shown) for track, visits in tracks.items())


def _track(track: str, visits: Sequence[Sitting], shown: Shown) -> Learned:
    complete = [one for one in visits if one.complete]
    measured, compared = shown["measured", track], shown["compared", track]
    if len(complete) < LEAST_VISITS:
        return Learned(track, measured, compared)
    languages = {cell[2]: count for cell, count in shown.items() if cell[:2] == ("compared", track) != cell}
    by_language = {
        language: gain([one for one in complete if one.language == language]) if count else None
        for language, count in languages.items()
    }
    return Learned(
        track,
        measured,
        compared,
        gain=gain(complete),
        transfer=transfer(complete),
        hits=_change(complete, lambda one: _hit(one) if one.standing == "taught" and not one.new else None),
        false_alarms=_change(complete, lambda one: None if one.new else _false_alarm(one)),
        tell_first=_change(
            complete, lambda one: one.first == "tell" if one.first and one.standing == "taught" else None
        ),
        sure=_sure(complete),
        again={wish: shown["again", track, wish] for wish in AGAIN},
        by_language=by_language if len(by_language) > 1 else {},
    )


def _hit(one: Answer) -> bool | None:
    return one.signal is Signal.HIT if one.signal in (Signal.HIT, Signal.MISS) else None


def _false_alarm(one: Answer) -> bool | None:
    safe = one.signal in (Signal.FALSE_ALARM, Signal.ALL_CLEAR)
    return one.signal is Signal.FALSE_ALARM if safe else None


def _change(complete: Sequence[Sitting], mark: Callable[[Answer], bool | None]) -> Change | None:
    """The share of marked answers in each phase, over visits that have some in both."""
    visits: list[tuple[list[bool], list[bool]]] = []
    for one in complete:
        own: dict[str, list[bool]] = {Phase.BEFORE: [], Phase.AFTER: []}
        for answer in one.answers:
            found = mark(answer)
            if found is not None:
                own[answer.phase].append(found)
        if all(own.values()):
            visits.append((own[Phase.BEFORE], own[Phase.AFTER]))
    return _shares(visits)


def _sure(complete: Sequence[Sitting]) -> Change | None:
    pairs = [(one.sure(Phase.BEFORE), one.sure(Phase.AFTER)) for one in complete]
    return _shares([([before == "very"], [after == "very"]) for before, after in pairs if before and after])


def _shares(visits: Sequence[tuple[list[bool], list[bool]]]) -> Change | None:
    """The shares before and after, unless they rest on a few, or tell how a few answered."""
    if len(visits) < LEAST_VISITS:
        return None
    shares = []
    for phase in (0, 1):
        marks = [visit[phase] for visit in visits]
        # A share near nought or one says, together with the number of visits, how many differed.
        if any(0 < sum(value in own for own in marks) < LEAST_VISITS for value in (True, False)):
            return None
        answers = [answer for own in marks for answer in own]
        shares.append(sum(answers) / len(answers))
    return Change(*shares)

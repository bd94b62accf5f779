"""A day's report: figures of play and of learning, as lines of text or as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from cop_challenge.core import words
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.day import wording
from cop_challenge.day.day import Day
from cop_challenge.day.learned import Change, Learned, learned
from cop_challenge.day.played import Played, played
from cop_challenge.day.sittings import sittings
from cop_challenge.day.suppression import LEAST_VISITS, Part
from cop_challenge.store.database import Row


@dataclass(frozen=True)
class Report:
    """Everything a report says."""

    day: Day | None
    played: Played
    learned: tuple[Learned, ...]

    def as_dict(self) -> dict[str, Any]:
        """For `day report --format json`."""
        found = asdict(replace(self, day=None))
        if self.day:
            # Not the whole day: its PIN and its groups are nobody's business here.
            found["day"] = {
                "title": self.day.title,
                "dates": [date.isoformat() for date in self.day.dates],
                "country": self.day.country,
                "minutes": self.day.minutes,
                "players": self.day.players.value,
                "measure": self.day.measure,
            }
        return found


def report(rows: Iterable[Row], day: Day | None = None) -> Report:
    """The report of the day's facts; without a day, of all."""
    dates = tuple(date.isoformat() for date in day.dates) if day else ()
    kept = [row for row in rows if day is None or row.hour.startswith(dates)]
    return Report(day, played(kept), learned(sittings(kept)))


Line = tuple[int, Text]
"""How far it is indented, and what it says."""


def lines(found: Report, tracks: Mapping[str, Text]) -> Iterator[Line]:
    """The report to read; `tracks` are the names of the tracks."""
    if found.day:
        yield 0, wording.TITLE.fill(title=found.day.title, date=found.day.date.isoformat())
    else:
        yield 0, wording.NO_DAY
    yield from _of_play(found.played, tracks)
    if not found.learned:
        yield 0, wording.NOT_MEASURED
        if found.day and found.day.unmeasured:
            yield 1, Text(found.day.unmeasured)
    for one in found.learned:
        yield from _of_learning(one, tracks)


def _of_play(found: Played, tracks: Mapping[str, Text]) -> Iterator[Line]:
    yield 0, wording.PLAYED
    yield 1, wording.VISITS.fill(visits=found.visits)
    if not found.visits:
        return
    yield 1, wording.STAMPED.fill(visits=wording.count(found.stamped))
    for title, cells in (
        (wording.BY_HOUR, found.by_hour),
        (wording.BY_TRACK, found.by_track),
        (wording.BY_LANGUAGE, found.by_language),
    ):
        yield 1, title
        for name, count in cells.items():
            yield 2, _pair(tracks.get(name, name), count)
    yield 1, wording.LIT
    for habit, part in found.lit.items():
        yield 2, _pair(words.HABITS[Habit(habit)], part)
    if found.hardest:
        yield 1, wording.HARDEST
    for hard in found.hardest:
        yield (
            2,
            wording.HARD.fill(
                lesson=hard.lesson,
                step=hard.step,
                percent=wording.percent(hard.first_try),
                count=hard.visits,
            ),
        )


def _pair(name: Text | str, count: int | Part | None) -> Text:
    return words.NAMED.fill(name=name, what=wording.count(count))


def _of_learning(one: Learned, tracks: Mapping[str, Text]) -> Iterator[Line]:
    yield 0, wording.LEARNED.fill(track=tracks.get(one.track, one.track))
    yield 1, wording.COMPARED.fill(compared=wording.count(one.compared), measured=one.measured)
    yield 1, wording.LEFT_OUT
    if one.gain is None:
        yield 1, wording.TOO_FEW.fill(least=LEAST_VISITS)
        return
    yield 1, wording.estimate(wording.GAIN, one.gain)
    if one.transfer:
        yield 1, wording.estimate(wording.TRANSFER, one.transfer, shares=True)
    for text, change in (
        (wording.HITS, one.hits),
        (wording.FALSE_ALARMS, one.false_alarms),
        (wording.TELL_FIRST, one.tell_first),
        (wording.SURE, one.sure),
    ):
        if change:
            yield (
                1,
                text.fill(before=wording.percent(change.before), after=wording.percent(change.after)),
            )
    if one.again is not None:
        yield 1, wording.AGAIN.fill(percent=wording.percent(one.again))
    if one.by_language:
        yield 1, wording.BY_LANGUAGE
    for language, estimate in one.by_language.items():
        if estimate:
            filled = wording.estimate(wording.BY_LANGUAGE_GAIN, estimate)
            yield 2, filled.fill(**dict(filled.values), language=language)
        else:
            yield 2, _pair(language, None)
    yield from _claims(one)


def _claims(one: Learned) -> Iterator[Line]:
    """In plain words, what the figures allow to say."""
    assert one.gain is not None
    yield 1, wording.MAY
    width = round(50 * (one.gain.high - one.gain.low))
    claim = {"more": wording.MORE, "less": wording.LESS, "nothing": wording.NOTHING.fill(width=width)}
    yield 2, claim[one.gain.claim]
    # Where the number compared is hidden, that of the measured visits is shown, and not much larger.
    if one.gain.claim == "nothing" and (one.compared.count or one.measured) < MANY:
        yield 2, wording.FINER
    if _rose(one.false_alarms):
        yield 2, wording.MORE_ALARMS
    yield 1, wording.MAY_NOT
    for text in wording.NEVER:
        yield 2, text


MANY = 300
"""Compared visits from which on an interval that holds zero is no longer for want of visits."""

ALARM_POINTS = 0.02
"""A rise of false alarms from which on it is spoken of."""


def _rose(change: Change | None) -> bool:
    return change is not None and change.after - change.before > ALARM_POINTS

"""A report as something to hand in: sections of sentences, tables and hard questions, and a case study.

Screen, web page and PDF show the same handout; what one of them leaves out the others do too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cop_challenge.activities.lesson import Lesson
from cop_challenge.core.text import Listing, Text
from cop_challenge.day import wording
from cop_challenge.day.hardest import Spoken, in_words
from cop_challenge.day.report import Report
from cop_challenge.day.sentences import Line, of_track, row_said
from cop_challenge.day.tables import Names, Table, Unit
from cop_challenge.i18n.locale import own_name


@dataclass(frozen=True, slots=True)
class Section:
    """One part with its heading."""

    title: Text
    lines: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = ()
    hard: tuple[Spoken, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A case study of one page in ITU's sense: context, what was done, figures, lessons learned."""

    done: tuple[Text, ...]
    figures: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Handout:
    """Everything to be shown."""

    title: Text
    sections: tuple[Section, ...]
    case: Case
    tables: tuple[Table, ...]
    """All figures, for the CSV file."""
    leaves_out: bool
    """Whether a dash stands somewhere for a figure."""


def handout(found: Report, tracks: Names, lessons: Mapping[str, Lesson] | None = None) -> Handout:
    """The report with the names of its tracks, and its lessons' own words."""
    all_tables = found.tables(tracks)
    drawn = [table for table in all_tables if table.drawn]
    return Handout(
        title=title(found),
        sections=tuple(_sections(found, tracks, lessons or {}, drawn)),
        case=Case(tuple(_done(found, tracks)), tuple(_figures(found, tracks))),
        tables=all_tables,
        leaves_out=any(table.leaves_out for table in drawn)
        or any(None in (one.compared, one.measured) for one in found.learned),
    )


def title(found: Report) -> Text:
    """The report's heading."""
    if found.day:
        return wording.TITLE.fill(title=found.day.title, date=found.day.date)
    return wording.NO_DAY


def lines(shown: Handout) -> Iterator[Line]:
    """The handout to read on a screen; the case study is for paper."""
    yield 0, shown.title
    for section in shown.sections:
        yield 0, section.title
        yield from ((indent + 1, text) for indent, text in section.lines)
        for table in section.tables:
            yield 1, table.title
            yield from ((2, row_said(table, row)) for row in table.rows)
        for hard in section.hard:
            yield 1, hard.figures
            yield from ((2, text) for text in (hard.asked, hard.often, hard.because, hard.takeaway) if text)
    if shown.leaves_out:
        yield 0, wording.DASHED


def _sections(
    found: Report, tracks: Names, lessons: Mapping[str, Lesson], drawn: list[Table]
) -> Iterator[Section]:
    played = any(row.cells for table in drawn for row in table.rows) and found.played.visits != 0
    counted = tuple(table for table in drawn if table.unit is Unit.VISITS) if played else ()
    yield Section(wording.PLAYED, tuple((0, text) for text in _counted(found)), counted)
    if found.played.hardest:
        hard = tuple(in_words(one, lessons) for one in found.played.hardest)
        yield Section(wording.HARDEST, hard=hard)
    if not found.learned:
        why = ((0, found.day.unmeasured),) if found.day and found.day.unmeasured else ()
        yield Section(wording.NOT_MEASURED, why)
        return
    gains = tuple(table for table in drawn if table.unit is Unit.POINTS)
    if gains:
        yield Section(wording.LEARNING, tables=gains)
    for one in found.learned:
        name = wording.LEARNED.fill(track=tracks.get(one.track, one.track))
        yield Section(name, tuple(of_track(one)))


def _counted(found: Report) -> Iterator[Text]:
    yield wording.VISITS.fill(visits=wording.count(found.played.visits))
    if found.played.visits != 0:
        yield wording.STAMPED.fill(visits=wording.count(found.played.stamped))


def _done(found: Report, tracks: Names) -> Iterator[Text]:
    """What the case study knows of how the day was held."""
    if found.day:
        yield wording.CASE_MINUTES.fill(minutes=found.day.minutes)
    yield wording.CASE_STATIONS.fill(stations=found.stations)
    names = tuple(tracks.get(name, Text(name)) for name in found.played.by_track)
    if names:
        yield wording.CASE_TRACKS.fill(tracks=Listing(names))
        spoken = tuple(own_name(name) for name in found.played.by_language)
        yield wording.CASE_LANGUAGES.fill(languages=Listing(spoken))


def _figures(found: Report, tracks: Names) -> Iterator[Text]:
    yield from _counted(found)
    for one in found.learned:
        if one.gain:
            yield wording.LEARNED.fill(track=tracks.get(one.track, one.track))
            yield wording.estimate(wording.GAIN, one.gain)

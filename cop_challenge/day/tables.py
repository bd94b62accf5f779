"""A report's figures as tables: the one form that text, web page, PDF and CSV are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cop_challenge.core import words
from cop_challenge.core.tags import Habit
from cop_challenge.core.text import Text
from cop_challenge.day import wording
from cop_challenge.day.learned import Learned
from cop_challenge.day.played import Group, Played
from cop_challenge.i18n.locale import own_name


class Unit(StrEnum):
    """What a table's numbers are."""

    VISITS = "visits"
    POINTS = "points"
    """Of a hundred; may be below nought."""
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a table."""

    id: str
    name: Text
    cells: tuple[int | None, ...]
    """None where a figure is left out."""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with their names."""

    id: str
    title: Text
    columns: tuple[str, ...]
    """Ids; `wording.COLUMNS` has their names."""
    rows: tuple[TableRow, ...]
    unit: Unit = Unit.VISITS
    drawn: bool = True
    """As a chart with its table; else the same figures stand in sentences, and here for the CSV file."""

    @property
    def most(self) -> int:
        """The largest number in it, without its sign; at least 1."""
        return max((abs(cell) for row in self.rows for cell in row.cells if cell is not None), default=0) or 1

    @property
    def leaves_out(self) -> bool:
        """Whether a figure in it is not shown."""
        return any(cell is None for row in self.rows for cell in row.cells)


Names = Mapping[str, Text]
"""Of tracks, by id."""


def of_play(found: Played, tracks: Names) -> tuple[Table, ...]:
    """What was played."""
    days = {hour.partition("T")[0] for hour in found.by_hour}
    return (
        Table("day", wording.PLAYED, ("visits", "stamped"), (_whole(found),), drawn=False),
        _counts("hours", wording.BY_HOUR, {hour: _hour(hour, days) for hour in found.by_hour}, found.by_hour),
        _groups(
            "tracks",
            wording.BY_TRACK,
            {id: tracks.get(id, Text(id)) for id in found.by_track},
            found.by_track,
        ),
        _groups(
            "languages",
            wording.BY_LANGUAGE,
            {id: Text(own_name(id)) for id in found.by_language},
            found.by_language,
        ),
        _counts("lanterns", wording.LIT, {id: words.HABITS[Habit(id)] for id in found.lit}, found.lit),
    )


def of_again(found: Sequence[Learned], tracks: Names) -> Iterator[Table]:
    """Enjoyment, of those who were asked; nothing where nobody was."""
    asked = [one for one in found if one.again]
    if asked:
        columns = tuple(asked[0].again)
        rows = (TableRow(one.track, _track(one, tracks), tuple(one.again.values())) for one in asked)
        yield Table("again", wording.WOULD_AGAIN, columns, tuple(rows))


def of_learning(found: Sequence[Learned], tracks: Names) -> Iterator[Table]:
    """What was learned: the gains with their intervals, then everything else that sentences tell."""
    gains = [(one, one.gain) for one in found if one.gain]
    if gains:
        rows = tuple(
            TableRow(
                one.track,
                _track(one, tracks),
                tuple(map(_hundred, (gain.taught, gain.untaught, gain.difference, gain.low, gain.high))),
            )
            for one, gain in gains
        )
        columns = ("taught", "untaught", "difference", "low", "high")
        yield Table("gains", wording.GAINS, columns, rows, Unit.POINTS)
    for one in found:
        title = wording.LEARNED.fill(track=_track(one, tracks))
        compared = TableRow("visits", wording.COLUMNS["visits"], (one.compared, one.measured))
        yield Table(f"compared-{one.track}", title, ("compared", "measured"), (compared,), drawn=False)
        changes = {
            "hits": one.hits,
            "false-alarms": one.false_alarms,
            "tell-first": one.tell_first,
            "sure": one.sure,
        }
        told = tuple(
            TableRow(name, Text(name), (_hundred(change.before), _hundred(change.after)))
            if change
            else TableRow(name, Text(name), (None, None))
            for name, change in changes.items()
            if one.gain
        )
        if told:
            yield Table(f"answers-{one.track}", title, ("before", "after"), told, Unit.PERCENT, drawn=False)
        if one.by_language:
            yield Table(
                f"gains-{one.track}",
                title,
                ("difference", "low", "high"),
                tuple(
                    TableRow(
                        language,
                        Text(own_name(language)),
                        tuple(map(_hundred, (each.difference, each.low, each.high))) if each else (None,) * 3,
                    )
                    for language, each in one.by_language.items()
                ),
                Unit.POINTS,
                drawn=False,
            )


def of_hard(found: Played) -> Iterator[Table]:
    """How often the hardest questions were answered rightly at once."""
    if found.hardest:
        rows = tuple(
            TableRow(f"{one.lesson}/{one.step}", Text(f"{one.lesson}, {one.step}"), (one.visits, one.right))
            for one in found.hardest
        )
        yield Table("hardest", wording.HARDEST, ("visits", "right"), rows, drawn=False)


def _hundred(share: float) -> int:
    return round(100 * share)


def _track(one: Learned, tracks: Names) -> Text:
    return tracks.get(one.track, Text(one.track))


def _whole(found: Played) -> TableRow:
    return TableRow("all", wording.COLUMNS["visits"], (found.visits, found.stamped))


def _counts(id: str, title: Text, names: Names, counts: Mapping[str, int | None]) -> Table:
    return Table(id, title, ("visits",), tuple(TableRow(key, names[key], (counts[key],)) for key in counts))


def _groups(id: str, title: Text, names: Names, groups: Mapping[str, Group]) -> Table:
    rows = (TableRow(key, names[key], (one.visits, one.stamped)) for key, one in groups.items())
    return Table(id, title, ("visits", "stamped"), tuple(rows))


def _hour(hour: str, days: set[str]) -> Text:
    """`09:00`, with the day where there are several."""
    day, _, clock = hour.partition("T")
    if len(days) == 1:
        return Text(f"{clock}:00")
    return words.NAMED.fill(name=date.fromisoformat(day), what=f"{clock}:00")

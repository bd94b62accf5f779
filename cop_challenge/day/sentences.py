"""What a report says in sentences: of one question, one line of a table, and one track's learning."""

from __future__ import annotations

from collections.abc import Iterator

from cop_challenge.core import words
from cop_challenge.core.text import Listing, Text
from cop_challenge.day import wording
from cop_challenge.day.learned import Change, Learned
from cop_challenge.day.suppression import LEAST_VISITS
from cop_challenge.day.tables import Table, TableRow, Unit
from cop_challenge.i18n.locale import own_name

Line = tuple[int, Text]
"""How far it is indented, and what it says."""

MANY = 300
"""Compared visits from which on an interval that holds zero is no longer for want of visits."""

ALARM_POINTS = 0.02
"""A rise of false alarms from which on it is spoken of."""


def figure(cell: int | None, unit: Unit = Unit.VISITS) -> Text:
    """A cell of a table; what is left out is a dash, and `wording.DASHED` says why."""
    if cell is None:
        return Text(wording.DASH)
    return Text(wording.signed(cell)) if unit is Unit.POINTS else words.NUMBER.fill(number=cell)


def row_said(table: Table, row: TableRow) -> Text:
    """A line of a table in words."""
    cells = list(zip(table.columns, row.cells, strict=True))
    if len(cells) == 1:
        return words.NAMED.fill(name=row.name, what=figure(row.cells[0], table.unit))
    named = tuple(
        words.NAMED.fill(name=wording.COLUMNS[column], what=figure(cell, table.unit))
        for column, cell in cells
    )
    return words.NAMED.fill(name=row.name, what=wording.ROW.fill(figures=Listing(named)))


def of_track(one: Learned) -> Iterator[Line]:
    """What a track's measured visits learned, and what may be claimed of it."""
    yield 0, wording.COMPARED.fill(compared=figure(one.compared), measured=figure(one.measured))
    yield 0, wording.LEFT_OUT
    if one.gain is None:
        yield 0, wording.TOO_FEW.fill(least=LEAST_VISITS)
        return
    yield 0, wording.estimate(wording.GAIN, one.gain)
    if one.transfer:
        yield 0, wording.estimate(wording.TRANSFER, one.transfer, shares=True)
    for text, change in (
        (wording.HITS, one.hits),
        (wording.FALSE_ALARMS, one.false_alarms),
        (wording.TELL_FIRST, one.tell_first),
        (wording.SURE, one.sure),
    ):
        if change:
            yield (
                0,
                text.fill(before=wording.percent(change.before), after=wording.percent(change.after)),
            )
    if one.by_language:
        yield 0, wording.BY_LANGUAGE
    for language, estimate in one.by_language.items():
        name = Text(own_name(language))
        if estimate:
            filled = wording.estimate(wording.BY_LANGUAGE_GAIN, estimate)
            yield 1, filled.fill(**dict(filled.values), language=name)
        else:
            yield 1, words.NAMED.fill(name=name, what=wording.HIDDEN)
    yield from _claims(one)


def _claims(one: Learned) -> Iterator[Line]:
    """In plain words, what the figures allow to say."""
    assert one.gain is not None
    yield 0, wording.MAY
    width = round(50 * (one.gain.high - one.gain.low))
    claim = {"more": wording.MORE, "less": wording.LESS, "nothing": wording.NOTHING.fill(width=width)}
    yield 1, claim[one.gain.claim]
    if one.gain.claim == "nothing" and one.gain.visits < MANY:
        yield 1, wording.FINER
    if _rose(one.false_alarms):
        yield 1, wording.MORE_ALARMS
    yield 0, wording.MAY_NOT
    for text in wording.NEVER:
        yield 1, text


def _rose(change: Change | None) -> bool:
    return change is not None and change.after - change.before > ALARM_POINTS

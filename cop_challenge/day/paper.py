"""A report as a sheet for the press."""

from __future__ import annotations

from collections.abc import Iterable

from cop_challenge.core.text import Text
from cop_challenge.day import wording
from cop_challenge.day.handout import Case, Handout, Section
from cop_challenge.day.hardest import Spoken
from cop_challenge.day.sentences import Line, figure
from cop_challenge.day.tables import Table, Unit
from cop_challenge.printing import words
from cop_challenge.printing.sheet import Picture, Sheet, Value


def sheet(shown: Handout) -> Sheet:
    """The whole document: sections with charts and their tables, and a page of case study."""
    values: dict[str, Value] = {
        "challenge": words.CHALLENGE,
        "emblem": Picture("nuru/emblem.svg", hidden=("ring",)),
        "dash": wording.DASH,
        "note": wording.DASHED if shown.leaves_out else None,
        "sections": tuple(map(_section, shown.sections)),
        "case": _case(shown.case),
    }
    return Sheet("report", shown.title, values)


def _section(section: Section) -> dict[str, Value]:
    return {
        "title": section.title,
        "lines": _lines(section.lines),
        "tables": tuple(map(_table, section.tables)),
        "hard": tuple(map(_hard, section.hard)),
    }


def _lines(lines: Iterable[Line]) -> tuple[dict[str, Value], ...]:
    return tuple({"below": indent > 0, "text": text} for indent, text in lines)


def _table(table: Table) -> dict[str, Value]:
    return {
        "title": table.title,
        "columns": tuple(wording.COLUMNS[name] for name in table.columns),
        "ids": table.columns,
        "most": table.most,
        "interval": table.unit is Unit.POINTS,
        "rows": tuple(
            {
                "name": row.name,
                "cells": row.cells,
                "shown": tuple(figure(cell, table.unit) for cell in row.cells),
            }
            for row in table.rows
        ),
    }


def _hard(one: Spoken) -> dict[str, Value]:
    def there(text: Text) -> Value:
        return text or None

    return {
        "figures": one.figures,
        "asked": one.asked,
        "often": there(one.often),
        "because": there(one.because),
        "takeaway": there(one.takeaway),
    }


def _case(case: Case) -> dict[str, Value]:
    return {
        "title": wording.CASE,
        "context": wording.CASE_CONTEXT,
        "done": wording.CASE_DONE,
        "done_lines": case.done,
        "figures": wording.CASE_FIGURES,
        "figure_lines": case.figures,
        "lessons": wording.CASE_LESSONS,
        "boxes": wording.CASE_BOXES,
        "school": words.SCHOOL,
        "date": words.DATE,
    }
